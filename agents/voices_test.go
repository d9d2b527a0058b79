package agents

import (
	"math"
	"slices"
	"testing"
)

func TestVoices(t *testing.T) {
	for number, n := range numbers {
		c := newScene(number, 70, n)
		v := &c.voices
		if v.Len() != n {
			t.Fatalf("%d voices, want %d", v.Len(), n)
		}
		judged := make([]int32, n)
		for k, p := range c.ids {
			judged[k] = c.standing[p]
			if v.ID(k) != int(p) || v.Rank(k) != c.ranks[k] || v.Tie(k) != float64(c.ties[k]) ||
				v.Standing(k) != c.standing[p] {
				t.Fatalf("voice %d is %d, of rank %d, tie %v and standing %d", k, v.ID(k),
					v.Rank(k), v.Tie(k), v.Standing(k))
			}
			if !v.At(k).Equal(c.said.Row(int(p))) {
				t.Fatalf("voice %d says %x", k, v.At(k))
			}
		}
		var plain Voices
		plain.Set(c.said, c.ids, nil, nil, judged, true)
		for standing := int32(-6); standing <= 6; standing++ {
			var want []int32
			for k := range c.ids {
				if judged[k] > standing {
					want = append(want, c.ids[k])
				}
				if plain.Rank(k) != 0 || plain.Tie(k) != 1 || plain.Standing(k) != judged[k] {
					t.Fatalf("voice %d has rank %d, tie %v and standing %d", k, plain.Rank(k),
						plain.Tie(k), plain.Standing(k))
				}
			}
			u := &Unit{Standing: standing}
			if got, judged := members(v, v.Above(u)),
				members(&plain, plain.Above(u)); !slices.Equal(got, want) ||
				!slices.Equal(judged, want) {
				t.Fatalf("above %d are %v, and judged here %v, want %v", standing, got,
					judged, want)
			}
		}
	}
}

// members are the people who are in a group.
func members(v *Voices, g *Group) []int32 {
	var list []int32
	for _, at := range g.members[:g.size] {
		list = append(list, int32(at/v.said.width))
	}
	for _, at := range g.members[g.size : g.size+8] {
		if at != v.said.rows*v.said.width {
			return []int32{-1}
		}
	}
	if g.Empty() != (len(list) == 0) {
		return []int32{-2}
	}
	return list
}

// Standings reach both ends of int32.
func TestAboveAtTheEnds(t *testing.T) {
	ends := []int32{math.MinInt32, -1, 0, 1, math.MaxInt32}
	var v Voices
	v.Set(NewLayer(5, 1), []int32{0, 1, 2, 3, 4}, nil, nil, ends, false)
	for k, s := range ends {
		if got := members(&v, v.Above(&Unit{Standing: s})); len(got) != 4-k {
			t.Errorf("%d stand above %d, want %d", len(got), s, 4-k)
		}
	}
}
