package network_test

import (
	"errors"
	"testing"

	"orglearn/network"
	"orglearn/network/networktest"
)

// joinable are structures with enough seats to be connected, sparse and dense.
func joinable() map[string]network.Structure {
	s := structures()
	return map[string]network.Structure{
		"communities": s["communities"], "hierarchy": s["hierarchy"], "tight": s["tight"],
		"periphery": s["periphery"], "explicit": s["explicit"], "circles": s["circles"],
		"lasting": s["lasting"], "directed": s["directed"], "organization": s["organization"],
		"matrix": s["matrix"], "brokered": s["brokered"], "joined": s["joined"],
		"dealt": s["dealt"], "chain": network.Hierarchy{Span: 1},
		"ring": network.Circles{Of: network.RingLattice{Neighbours: 2}},
	}
}

// together reports whether people and units are one component, by ties in either direction.
func together(u *network.Units) bool {
	var edges []network.Edge
	n := u.People()
	for k := range u.Len() {
		for _, p := range append(u.Membership(k).Audience, u.Voices(k)...) {
			edges = append(edges, network.Edge{From: int32(n + k), To: p})
		}
	}
	parts := make(map[int32]int32)
	var root func(int32) int32
	root = func(i int32) int32 {
		if r, ok := parts[i]; ok {
			return root(r)
		}
		return i
	}
	joined := n + u.Len()
	for _, e := range edges {
		if a, b := root(e.From), root(e.To); a != b {
			parts[a] = b
			joined--
		}
	}
	return joined == 1
}

// Randomized with Connected is connected and keeps the contact. If more than one place is to spare
// and the draw without Connected is connected, it is that draw. Some structures fall apart without
// it.
func TestConnectedHangsTogether(t *testing.T) {
	apart := 0
	for name, s := range joinable() {
		networktest.Structure(t, network.Randomized{Of: s, Connected: true}, 60)
		for seed := range uint64(20) {
			plain := mustBuild(t, network.Randomized{Of: s}, 60, seed)
			u := mustBuild(t, network.Randomized{Of: s, Connected: true}, 60, seed)
			if !together(u) {
				t.Fatalf("%s, seed %d: falls apart", name, seed)
			}
			if u.Graph() == nil && contact(u) != contact(plain) {
				t.Fatalf("%s, seed %d: the contact is another", name, seed)
			}
			if !together(plain) {
				apart++
			} else if !same(u, plain) && spare(u) > 1 {
				t.Errorf("%s, seed %d: another draw, although the first hangs together", name, seed)
			}
		}
	}
	if apart < 20 {
		t.Errorf("only %d draws fell apart without Connected", apart)
	}
}

// spare is the number of places beyond those of a tree of people and units.
func spare(u *network.Units) int {
	places := 1 - u.People() - u.Len()
	for _, size := range u.Sizes() {
		places += size
	}
	return places
}

// If no arrangement can be connected, the error comes before anything is drawn.
func TestConnectedRefuses(t *testing.T) {
	for _, c := range []struct {
		of   network.Structure
		n    int
		want string
	}{
		{network.Isolated{Size: 5}, 100, "network: Randomized.Connected: 100 people have 100 " +
			"places in 20 units, and all hang together with 119 or more (it cannot hang together)"},
		{network.Isolated{Size: 3}, 6, "network: Randomized.Connected: 6 people have 6 places in " +
			"2 units, and all hang together with 7 or more (it cannot hang together)"},
		{network.Explicit{}, 3, "network: Randomized.Connected: person 0 is in no unit " +
			"(it cannot hang together)"},
		{network.Circles{Of: network.Caveman{Size: 2}}, 6, "network: Randomized.Connected: 6 " +
			"people have 3 ties, and all hang together with 5 or more (it cannot hang together)"},
		{network.Circles{Of: network.Gnm{}, Lasting: true}, 6,
			"network: Randomized.Connected: person 0 has no tie (it cannot hang together)"},
	} {
		_, err := network.Randomized{Of: c.of, Connected: true}.Build(c.n, noChance{t, chance(1)})
		if err == nil || err.Error() != c.want || !errors.Is(err, network.ErrApart) {
			t.Errorf("%T: %v, want %s", c.of, err, c.want)
		}
	}
	err := network.Randomized{Of: network.Pairs{}, Connected: true}.Validate()
	if want := "network: Randomized.Connected is set, and network.Pairs changes by itself"; err ==
		nil || err.Error() != want {
		t.Errorf("%v, want %s", err, want)
	}
	for _, s := range []network.Structure{network.Explicit{}, network.Organization{},
		network.Circles{Of: network.Gnm{}}} {
		mustBuild(t, network.Randomized{Of: s, Connected: true}, 1, 1)
	}
}

// noChance is a Source that must not be drawn from, except for whole graphs.
type noChance struct {
	t *testing.T
	network.Source
}

func (s noChance) IntN(n int) int {
	s.t.Errorf("drew a number below %d", n)
	return s.Source.IntN(n)
}
