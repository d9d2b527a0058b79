package network

import (
	"fmt"
	"math"
	"slices"
	"testing"
)

// family holds every generator, with numbers of people that suit it.
var family = []struct {
	Generator
	n        []int
	directed bool
}{
	{Complete{}, []int{1, 2, 3, 30}, false},
	{RingLattice{}, []int{1, 2, 9}, false},
	{RingLattice{4}, []int{5, 6, 31}, false},
	{DirectedRing{}, []int{1, 2}, true},
	{DirectedRing{1}, []int{2, 3, 20}, true},
	{DirectedRing{19}, []int{20, 100}, true},
	{Line{}, []int{1, 2, 17}, false},
	{Star{}, []int{1, 2, 17}, false},
	{Tree{1}, []int{1, 2, 9}, false},
	{Tree{3}, []int{1, 2, 13, 50}, false},
	{Torus{1, 0}, []int{1, 2, 5}, false},
	{Torus{2, 0}, []int{2, 4, 6}, false},
	{Torus{5, 4}, []int{20}, false},
	{Gnm{}, []int{1, 2, 5}, false},
	{Gnm{1}, []int{2, 3, 9}, false},
	{Gnm{40}, []int{10, 30}, false},
	{Gnp{}, []int{1, 2, 20}, false},
	{Gnp{0.3}, []int{1, 2, 40}, false},
	{Gnp{1}, []int{1, 2, 12}, false},
	{PreferentialAttachment{1}, []int{2, 3, 40}, false},
	{PreferentialAttachment{4}, []int{5, 6, 60}, false},
	{WattsStrogatz{0, 1}, []int{1, 2, 9}, false},
	{WattsStrogatz{4, 0.5}, []int{5, 6, 40}, false},
	{WattsStrogatz{6, 1}, []int{7, 50}, false},
	{Caveman{1}, []int{1, 2}, false},
	{Caveman{2}, []int{2, 8}, false},
	{Caveman{7}, []int{7, 42}, false},
	{ConnectedCaveman{3}, []int{3, 6, 9}, false},
	{RewiredCaveman{Size: 1, Rewire: 1}, []int{1, 2}, false},
	{RewiredCaveman{Size: 2, Rewire: 1}, []int{2, 4, 10}, false},
	{RewiredCaveman{Size: 7, Rewire: 0.5}, []int{7, 14, 70}, false},
	{RewiredCaveman{Size: 7, Rewire: 1}, []int{7, 14, 70}, false},
	{RewiredCaveman{Size: 5, Rewire: 0.4, Connected: true}, []int{5, 10, 50}, false},
	{Outsiders{Size: 5, Ties: 4, Outside: 2}, []int{10, 50}, false},
	{Outsiders{Size: 4, Ties: 4, Outside: 1}, []int{8, 40}, false},
	{GeneratorFunc(Line{}.Graph), []int{2}, false},
}

func TestGeneratorsHoldTheLaws(t *testing.T) {
	for _, c := range family {
		for _, n := range c.n {
			for seed := range uint64(5) {
				g := mustDraw(t, c, n, seed)
				name := fmt.Sprintf("%T%+v of %d", c.Generator, c.Generator, n)
				if g.People() != n {
					t.Errorf("%s: %d people", name, g.People())
				}
				if _, err := NewGraph(n, edgesOf(g)); err != nil {
					t.Errorf("%s: %v", name, err)
				}
				if !c.directed && !g.Symmetric() {
					t.Errorf("%s: not symmetric", name)
				}
				ascending(t, name, g)
				if again := mustDraw(t, c, n, seed); !slices.Equal(edgesOf(g), edgesOf(again)) {
					t.Errorf("%s: the same chance gives another graph", name)
				}
				measuresInRange(t, name, g)
			}
		}
	}
}

func ascending(t *testing.T, name string, g *Graph) {
	for u := range g.People() {
		if !slices.IsSorted(g.Heard(u)) {
			t.Errorf("%s: the row %v is not ascending", name, g.Heard(u))
		}
	}
	if g.ties != nil {
		t.Errorf("%s: carries weights", name)
	}
}

// measuresInRange checks that every measure stays in its stated range.
func measuresInRange(t *testing.T, name string, g *Graph) {
	n := float64(g.People())
	check := func(measure string, value, low, high float64) {
		if !(value >= low && value <= high) {
			t.Errorf("%s: %s is %v, want %v to %v", name, measure, value, low, high)
		}
	}
	check("mean degree", MeanDegree(g), 0, n-1)
	check("density", Density(g), 0, 1)
	check("reciprocity", Reciprocity(g), 0, 1)
	check("clustering", Clustering(g), 0, 1)
	check("transitivity", Transitivity(g), 0, 1)
	p := PathsOf(g)
	check("mean path", p.Mean, 0, n-1)
	check("reachable", p.Reachable, 0, 1)
	check("diameter", float64(p.Diameter), math.Floor(p.Mean), n-1)
	check("efficiency", p.Efficiency, 0, 1)
	of, count := Components(g)
	check("components", float64(count), 1, n)
	for seed, groups := range [][]int{of, make([]int, g.People()), drawing(1).Perm(g.People())} {
		q, _ := Modularity(g, groups)
		check(fmt.Sprint("modularity ", seed), q, -1, 1)
		ei, _ := EIIndex(g, groups)
		check(fmt.Sprint("E-I ", seed), ei, -1, 1)
	}
	for _, b := range Betweenness(g) {
		check("betweenness", b, 0, (n-1)*max(0, n-2)*(1+1e-12))
	}
}

func TestGeneratorsRefuse(t *testing.T) {
	nan := math.NaN()
	for _, c := range []struct {
		Generator
		n    int
		want string
	}{
		{Complete{}, 0, "network: 0 people, want 1 to 2147483647"},
		{Complete{}, 1 << 17, "edges, want at most 2147483647"},
		{RingLattice{3}, 9, "network: RingLattice.Neighbours is 3, want an even number of at " +
			"least 0"},
		{RingLattice{4}, 4, "network: RingLattice.Neighbours is 4, want at most 3 among 4 people"},
		{DirectedRing{-1}, 4, "DirectedRing.Ahead is -1, want at least 0"},
		{DirectedRing{4}, 4, "DirectedRing.Ahead is 4, want at most 3"},
		{Tree{}, 4, "Tree.Span is 0, want at least 1"},
		{Torus{}, 4, "Torus.Width is 0, want at least 1"},
		{Torus{3, 0}, 4, "4 people on a Torus with Width 3 and Height 0"},
		{Torus{3, 2}, 9, "9 people on a Torus with Width 3 and Height 2"},
		{Gnm{-1}, 4, "Gnm.Edges is -1, want at least 0"},
		{Gnm{7}, 4, "Gnm.Edges is 7, want at most 6 among 4 people"},
		{Gnp{1.3}, 4, "network: Gnp.P is 1.3, want 0 to 1"},
		{Gnp{nan}, 4, "Gnp.P is NaN, want 0 to 1"},
		{Gnp{1}, 1 << 20, "edges, want at most"},
		{PreferentialAttachment{}, 4, "PreferentialAttachment.Edges is 0, want at least 1"},
		{PreferentialAttachment{4}, 4, "PreferentialAttachment.Edges is 4, want at most 3"},
		{WattsStrogatz{3, 0}, 9, "WattsStrogatz.Neighbours is 3, want an even"},
		{WattsStrogatz{4, 1.3}, 9, "network: WattsStrogatz.Rewire is 1.3, want 0 to 1"},
		{WattsStrogatz{4, 0}, 4, "WattsStrogatz.Neighbours is 4, want at most 3"},
		{Caveman{}, 4, "Caveman.Size is 0, want at least 1"},
		{Caveman{3}, 4, "4 people, want a multiple of Caveman.Size (3)"},
		{ConnectedCaveman{2}, 4, "ConnectedCaveman.Size is 2, want at least 3"},
		{RewiredCaveman{Size: 2, Connected: true}, 4, "RewiredCaveman.Size is 2, want at least 3"},
		{RewiredCaveman{Size: 2, Rewire: nan}, 4, "RewiredCaveman.Rewire is NaN"},
		{Outsiders{}, 4, "Outsiders.Size is 0, want at least 1"},
		{Outsiders{Size: 2, Ties: 1, Outside: 2}, 4, "Outsiders.Outside is 2, want 0 to 1"},
		{Outsiders{Size: 2, Ties: 2}, 4, "Outsiders.Ties less Outsiders.Outside is 2, want 0 to 1"},
		{Outsiders{Size: 3, Ties: 1}, 6, "less Outsiders.Outside is 1, want 0 to 2 in groups " +
			"of 3, and even"},
		{Outsiders{Size: 3, Ties: 3, Outside: 1}, 9, "Outsiders.Outside is 1, which 9 people"},
		{RewiredCaveman{Size: 7}, 10, "10 people, want a multiple of RewiredCaveman.Size (7)"},
		{Given{}, 4, "Given.Network is nil"},
		{Given{graphOf(t, 3)}, 4, "4 people, want the 3 of Given.Network"},
	} {
		_, err := c.Graph(c.n, drawing(1))
		wantError(t, err, c.want)
		_, err = c.Graph(0, drawing(1))
		if err == nil {
			t.Errorf("%T takes 0 people", c.Generator)
		}
	}
}

func TestGiven(t *testing.T) {
	g := graphOf(t, 3, [2]int32{0, 2})
	if mustDraw(t, Given{g}, 3, 1) != g {
		t.Error("Given gives another graph")
	}
}
