package network

import (
	"math"
	"slices"
	"testing"
)

// TestWattsStrogatzEnds: at Rewire 0 the graph is the lattice. At 1 it is nearly a random graph, in
// which each person keeps k/2 ties of his own and has on average k/2 ties of others.
func TestWattsStrogatzEnds(t *testing.T) {
	lattice := mustDraw(t, WattsStrogatz{10, 0}, 1000, 1)
	ring := mustDraw(t, RingLattice{10}, 1000, 1)
	if lattice.EdgeCount() != ring.EdgeCount() || Clustering(lattice) != Clustering(ring) ||
		PathsOf(lattice) != PathsOf(ring) {
		t.Error("without rewiring it is not the lattice")
	}
	g := mustDraw(t, WattsStrogatz{10, 1}, 1000, 1)
	if g.EdgeCount() != 10000 {
		t.Errorf("%d edges, want 10000", g.EdgeCount())
	}
	wantNear(t, "clustering", Clustering(g), 10./1000, .006)
	// ln n/ln k, to leading order
	wantNear(t, "mean path", PathsOf(g).Mean, math.Log(1000)/math.Log(10), .35)
	variance := 0.0
	for _, d := range OutDegrees(g) {
		if d < 5 {
			t.Fatalf("someone has %d contacts, less than k/2", d)
		}
		variance += float64((d-10)*(d-10)) / 1000
	}
	// k/2 fixed and k/2 Poisson; 5 standard errors of sqrt((2*25+5)/1000)
	wantNear(t, "variance of degrees", variance, 5, 1.2)
}

// TestWattsStrogatzCurve compares the clustering with (1-p)^3 times that of the lattice (Barrat and
// Weigt 2000), which is the leading order for many people. It compares the mean path of 1,000
// people with Figure 2 of Watts and Strogatz: at p = .01 it is below a quarter of the lattice's,
// while the clustering has hardly changed.
func TestWattsStrogatzCurve(t *testing.T) {
	lattice := mustDraw(t, WattsStrogatz{10, 0}, 1000, 1)
	for _, p := range []float64{.001, .01, .1, .5} {
		c, l := 0.0, 0.0
		for seed := range uint64(10) {
			g := mustDraw(t, WattsStrogatz{10, p}, 1000, seed)
			c += Clustering(g) / Clustering(lattice) / 10
			l += PathsOf(g).Mean / PathsOf(lattice).Mean / 10
		}
		wantNear(t, "clustering over the lattice's", c, math.Pow(1-p, 3), .02)
		if p == .01 && !(l > .1 && l < .25) {
			t.Errorf("mean path %v of the lattice's, want .1 to .25", l)
		}
	}
}

// TestWattsStrogatzSaturated: in a complete lattice there is nobody to rewire to.
func TestWattsStrogatzSaturated(t *testing.T) {
	if g := mustDraw(t, WattsStrogatz{8, 1}, 9, 1); Density(g) != 1 {
		t.Errorf("density %v", Density(g))
	}
}

// TestWattsStrogatzIsTheObvious compares with a plain version that looks up a map of all ties at
// each draw. The same seed gives the same graph, also with several districts and with many ties a
// person.
func TestWattsStrogatzIsTheObvious(t *testing.T) {
	for _, c := range []struct {
		WattsStrogatz
		n int
	}{
		{WattsStrogatz{2, 1}, 3}, {WattsStrogatz{4, 1}, 6}, {WattsStrogatz{8, .7}, 10},
		{WattsStrogatz{14, 1}, 16},
		{WattsStrogatz{6, .1}, 100}, {WattsStrogatz{40, 1}, 60},
		{WattsStrogatz{2*fewToKeep + 2, .8}, 100},
		{WattsStrogatz{96, 1}, 100}, {WattsStrogatz{4, .3}, 2 * district},
		{WattsStrogatz{4, 1}, 2*district + 1000},
	} {
		want, got := obviousSmallWorld(c.WattsStrogatz, c.n, drawing(5)), mustDraw(t, c, c.n, 5)
		for u := range c.n {
			if slices.Sort(want[u]); !slices.Equal(want[u], got.Heard(u)) {
				t.Fatalf("%+v of %d: person %d hears %v, want %v", c.WattsStrogatz, c.n, u,
					got.Heard(u), want[u])
			}
		}
	}
}

// obviousSmallWorld tells who is tied to whom, exactly as WattsStrogatz.Graph describes it.
func obviousSmallWorld(w WattsStrogatz, n int, src Source) [][]int32 {
	tied := make([][]int32, n)
	tie := func(u, v int32) { tied[u], tied[v] = append(tied[u], v), append(tied[v], u) }
	for p := range ring(n, w.Neighbours/2) {
		tie(p.a, p.b)
	}
	drop := func(u, v int32) {
		tied[u] = slices.DeleteFunc(tied[u], func(x int32) bool { return x == v })
	}
	for d := 1; d <= w.Neighbours/2; d++ {
		for u := range int32(n) {
			if src.Float64() >= w.Rewire || len(tied[u]) == n-1 {
				continue
			}
			to := u
			for to == u || slices.Contains(tied[u], to) {
				to = int32(src.IntN(n))
			}
			far := (u + int32(d)) % int32(n)
			drop(u, far)
			drop(far, u)
			tie(u, to)
		}
	}
	return tied
}
