package network

import (
	"fmt"
	"slices"
	"testing"
)

// shuffleNumbers returns a graph in which people have random numbers.
func shuffleNumbers(t testing.TB, g *Graph, seed uint64) *Graph {
	t.Helper()
	order := make([]int32, g.People())
	for i, p := range drawing(seed).Perm(g.People()) {
		order[i] = int32(p)
	}
	return relabelled(t, g, order)
}

func relabelled(t testing.TB, g *Graph, order []int32) *Graph {
	t.Helper()
	r, err := g.Relabel(order)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// bandwidth is the largest difference between the numbers of two tied people.
func bandwidth(g *Graph) int32 {
	widest := int32(0)
	for e := range g.Edges() {
		widest = max(widest, e.From-e.To, e.To-e.From)
	}
	return widest
}

func isPermutation(order []int32) bool {
	for i, p := range slices.Sorted(slices.Values(order)) {
		if int(p) != i {
			return false
		}
	}
	return true
}

// TestCuthillMcKeeOrdersEverybody: in every kind of graph the order is a permutation, the same
// every time, and keeps each component together. Some graphs are directed, and some have several
// components.
func TestCuthillMcKeeOrdersEverybody(t *testing.T) {
	for _, g := range zoo(t) {
		order := g.CuthillMcKee()
		if len(order) != g.People() || !isPermutation(order) {
			t.Fatalf("%v is no order of %d people", order, g.People())
		}
		if !slices.Equal(order, g.CuthillMcKee()) {
			t.Error("another order the second time")
		}
		of, count := Components(g)
		changes := 1
		for i := 1; i < len(order); i++ {
			if of[order[i]] != of[order[i-1]] {
				changes++
			}
		}
		if changes != count {
			t.Errorf("%d components in %d runs", count, changes)
		}
	}
}

// TestCuthillMcKeeFindsStructure: people start with random numbers. In a line the order finds the
// least bandwidth. In a grid it finds at most 1 more than the shorter side, as the levels from a
// corner are the diagonals. In a ring it finds at most two levels of k people.
func TestCuthillMcKeeFindsStructure(t *testing.T) {
	for _, c := range []struct {
		Generator
		n    int
		most int32
	}{
		{Line{}, 2000, 1}, {RingLattice{2}, 2000, 2}, {RingLattice{6}, 20000, 11},
		{RingLattice{20}, 20000, 39},
		{Grid{Width: 30}, 3000, 31}, {Caveman{10}, 2000, 9}, {Star{}, 100, 99},
	} {
		g := shuffleNumbers(t, mustDraw(t, c, c.n, 1), 2)
		if was := bandwidth(g); c.n >= 1000 && int(was) < c.n/2 {
			t.Errorf("%T%+v: shuffled it has bandwidth %d", c.Generator, c.Generator, was)
		}
		if is := bandwidth(relabelled(t, g, g.CuthillMcKee())); is > c.most {
			t.Errorf("%T%+v: bandwidth %d, want at most %d", c.Generator, c.Generator, is, c.most)
		}
	}
}

// TestRelabelKeepsWhoIsWho: under their new numbers people keep their ties, directions and weights,
// and the inverse order restores the graph.
func TestRelabelKeepsWhoIsWho(t *testing.T) {
	for seed, g := range zoo(t) {
		weighted := editEdges(t, g, func(i int, e Edge) Edge {
			return Edge{e.From, e.To, float32(1 + (7*i+seed)%5)}
		})
		for _, g := range []*Graph{g, weighted} {
			order := g.CuthillMcKee()
			number := make([]int32, len(order))
			for i, p := range order {
				number[p] = int32(i)
			}
			r := relabelled(t, g, order)
			want := editEdges(t, g, func(_ int, e Edge) Edge {
				return Edge{number[e.From], number[e.To], e.Weight}
			})
			if !slices.Equal(edgesOf(r), edgesOf(want)) || (r.ties == nil) != (g.ties == nil) {
				t.Errorf("edges %v, want %v", edgesOf(r), edgesOf(want))
			}
			if !slices.Equal(edgesOf(relabelled(t, r, number)), edgesOf(g)) {
				t.Error("the inverse order gives another graph")
			}
		}
	}
}

// editEdges returns a graph with changed edges.
func editEdges(t *testing.T, g *Graph, edit func(i int, e Edge) Edge) *Graph {
	t.Helper()
	edges := edgesOf(g)
	for i, e := range edges {
		edges[i] = edit(i, e)
	}
	r, err := NewGraph(g.People(), edges)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestRelabelRefuses(t *testing.T) {
	g := graphOf(t, 3, [2]int32{0, 1})
	for want, order := range map[string][]int32{
		"network: an order of 2 people, want 3":      {0, 1},
		"network: an order of 4 people, want 3":      {0, 1, 2, 3},
		"network: order[1] is 3, want 0 to 2":        {0, 3, 1},
		"network: order[2] is -1, want 0 to 2":       {0, 1, -1},
		"network: order[2] is 1, and so is order[0]": {1, 2, 1},
		"network: order[1] is 0, and so is order[0]": {0, 0, 0},
		"network: an order of 0 people, want 3":      nil,
	} {
		if _, err := g.Relabel(order); err == nil || err.Error() != want {
			t.Errorf("%v: error %v, want %s", order, err, want)
		}
	}
}

// BenchmarkLocality adds up what a million people hear, 32 bytes a contact, with random numbers and
// with those of CuthillMcKee.
func BenchmarkLocality(b *testing.B) {
	const n = 1_000_000
	for _, rewire := range []float64{0, .01, .1, 1} {
		g := shuffleNumbers(b, mustDraw(b, WattsStrogatz{6, rewire}, n, 1), 1)
		for name, g := range map[string]*Graph{"drawn": g, "CuthillMcKee": relabelled(b, g,
			g.CuthillMcKee())} {
			b.Run(fmt.Sprintf("Rewire%v/%s", rewire, name), func(b *testing.B) {
				benchmarkHeard(b, g)
			})
		}
	}
}

func benchmarkHeard(b *testing.B, g *Graph) {
	said := make([][4]uint64, g.People())
	for p := range said {
		said[p][p%4] = 1 // else all of it is one page of zeros
	}
	for b.Loop() {
		for u := range said {
			sum := uint64(0)
			for _, v := range g.Heard(u) {
				sum += said[v][0] + said[v][3]
			}
			if sum > uint64(len(g.Heard(u))) {
				b.Fatal("more is heard than said")
			}
		}
	}
}

func BenchmarkCuthillMcKee(b *testing.B) {
	g := shuffleNumbers(b, mustDraw(b, RingLattice{6}, 1_000_000, 1), 1)
	for b.Loop() {
		g.CuthillMcKee()
	}
}
