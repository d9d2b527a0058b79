package agents

import (
	"testing"

	"orglearn/agents/kernel"
)

// Voices returns what the engine has set.
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

// Voices made for a test say, stand and lead as they are told.
func TestNewVoices(t *testing.T) {
	claims := []Knowledge{{{Yes: 1}}, {{No: 1}}, {{Yes: 3}}}
	v := NewVoices(claims, []int32{4, 5, 6}, []uint8{0, kernel.Leader, 0})
	for k, claim := range claims {
		if v.ID(k) != k || !v.At(k).Equal(claim) || v.Standing(k) != int32(4+k) ||
			v.Weight(k) != 1 {
			t.Errorf("voice %d is %d, says %x, stands at %d and weighs %v", k, v.ID(k), v.At(k),
				v.Standing(k), v.Weight(k))
		}
	}
	if got := v.Votes(v.Led(), 0); got != (Word{No: 1}) {
		t.Errorf("the leader votes %x", got)
	}
	if got := v.Votes(v.Above(&Unit{Standing: 4}), 0); got != (Word{Yes: 2}) {
		t.Errorf("those above 4 vote %x", got)
	}
	plain := NewVoices(claims, nil, nil)
	if plain.Len() != 3 || plain.Rank(1) != 0 || plain.Standing(2) != 0 ||
		NewVoices(nil, nil, nil).Len() != 0 {
		t.Error("what is left out is not 0")
	}
}
