package agents

import "testing"

// Voices are those whom the engine has told of.
func TestVoices(t *testing.T) {
	c := newScene(3, 70, 20)
	v := &c.voices
	if v.Len() != 20 {
		t.Fatalf("%d voices, want 20", v.Len())
	}
	v.engine().Remember(make([]uint64, 40), 2, nil)
	for k, p := range c.ids {
		if v.ID(k) != int(p) || v.Rank(k) != c.ranks[k] || v.Weight(k) != float64(c.ties[k]) ||
			v.Standing(k) != c.standing[p] || len(v.Memory(k)) != 2 {
			t.Fatalf("voice %d is %d, of rank %d, tie %v and standing %d, with %d words of memory",
				k, v.ID(k), v.Rank(k), v.Weight(k), v.Standing(k), len(v.Memory(k)))
		}
		if !v.At(k).Equal(c.said.Row(int(p))) {
			t.Fatalf("voice %d says %x", k, v.At(k))
		}
	}
}
