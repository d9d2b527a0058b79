package kernel

import (
	"math"
	"slices"
	"testing"
)

func TestVoices(t *testing.T) {
	for number, n := range []int{0, 1, 2, 3, 7, 8, 9, 64, 100} {
		c := newCrowd(number, 70, n)
		v := &c.voices
		if v.Len() != n {
			t.Fatalf("%d voices, want %d", v.Len(), n)
		}
		judged := make([]int32, n)
		for k, p := range c.ids {
			judged[k] = c.standing[p]
			if v.ID(k) != int(p) || v.Rank(k) != c.ranks[k] || v.Weight(k) != float64(c.ties[k]) ||
				v.Standing(k) != c.standing[p] {
				t.Fatalf("voice %d is %d, of rank %d, tie %v and standing %d", k, v.ID(k),
					v.Rank(k), v.Weight(k), v.Standing(k))
			}
			if !slices.Equal(v.Said().Row(v.ID(k)), c.said.Row(int(p))) {
				t.Fatalf("voice %d says what another does", k)
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
				if plain.Rank(k) != 0 || plain.Weight(k) != 1 || plain.Standing(k) != judged[k] {
					t.Fatalf("voice %d has rank %d, tie %v and standing %d", k, plain.Rank(k),
						plain.Weight(k), plain.Standing(k))
				}
			}
			if got, judged := members(v, v.Above(standing, nil)),
				members(&plain, plain.Above(standing, nil)); !slices.Equal(got, want) ||
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
	v.Set(NewLayer[[]Word](5, 1), []int32{0, 1, 2, 3, 4}, nil, nil, ends, false)
	for k, s := range ends {
		if got := members(&v, v.Above(s, nil)); len(got) != 4-k {
			t.Errorf("%d stand above %d, want %d", len(got), s, 4-k)
		}
	}
}

// crowd draws voices from twice as many people, with claims, ranks, ties and standings. There are
// few different standings, so that many are equal.
type crowd struct {
	ids      []int32
	ranks    []uint8
	ties     []float32
	standing []int32
	said     *Bare
	voices   Voices
}

func newCrowd(number, dimensions, voices int) *crowd {
	draw := NewStream(NewKey(1991, 0, "crowd", ""), number, 0)
	people := 2*voices + 1
	c := &crowd{said: NewLayer[[]Word](people, dimensions)}
	for p := range people {
		copy(c.said.Row(p), randomBody(draw, dimensions))
		c.standing = append(c.standing, int32(draw.IntN(9)-4))
	}
	for _, p := range draw.Perm(people)[:voices] {
		c.ids = append(c.ids, int32(p))
		c.ranks = append(c.ranks, uint8(draw.IntN(8)/6))
		c.ties = append(c.ties, float32(1+draw.IntN(3)))
	}
	c.voices.Set(c.said, c.ids, c.ranks, c.ties, c.standing, false)
	return c
}

// randomBody draws a body of which a random part is known.
func randomBody(draw *Stream, dimensions int) []Word {
	body := make([]Word, Width(dimensions))
	known := draw.Float64()*1.5 - .2 // some bodies are empty, some full
	for i := range body {
		lanes := ^uint64(0) >> max(0, 64*(i+1)-dimensions)
		some := draw.Coins(known, lanes)
		yes := draw.Coins(.5, some)
		body[i] = Word{Yes: yes, No: some &^ yes}
	}
	return body
}
