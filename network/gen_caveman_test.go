package network

import (
	"math"
	"testing"
)

// caveLabels is the number of each person's cave.
func caveLabels(n, size int) []int {
	labels := make([]int, n)
	for u := range labels {
		labels[u] = u / size
	}
	return labels
}

func TestCaveman(t *testing.T) {
	g := mustDraw(t, Caveman{7}, 280, 0)
	_, parts := Components(g)
	if parts != 40 || Clustering(g) != 1 || g.EdgeCount() != 280*6 {
		t.Errorf("%d parts, clustering %v, %d edges", parts, Clustering(g), g.EdgeCount())
	}
	p := PathsOf(g)
	if p.Mean != 1 || p.Reachable != 6./279 {
		t.Errorf("%+v, want mean 1 over 6 of 279", p)
	}
	q, _ := Modularity(g, caveLabels(280, 7))
	wantNear(t, "modularity", q, 1-1./40, 1e-15)
	if ei, _ := EIIndex(g, caveLabels(280, 7)); ei != -1 {
		t.Errorf("E-I index %v", ei)
	}
}

// TestConnectedCaveman compares with the exact clustering of caves of k, worked out for each
// position in a cave.
func TestConnectedCaveman(t *testing.T) {
	for _, k := range []int{3, 5, 7} {
		n := 20 * k
		g := mustDraw(t, ConnectedCaveman{k}, n, 0)
		_, parts := Components(g)
		if parts != 1 || g.EdgeCount() != n*(k-1) {
			t.Errorf("%d parts, %d edges", parts, g.EdgeCount())
		}
		f := float64(k)
		pairs := func(d float64) float64 { return d * (d - 1) / 2 }
		first := pairs(f-2) / pairs(f-1) // k-2 in his cave, all tied, and one outside
		second := 1.0                    // k-2 in his cave, all tied
		// all others of his cave, of whom two are not tied, and one person outside
		last := (pairs(f-1) - 1) / pairs(f)
		middle := (pairs(f-1) - 1) / pairs(f-1) // all of his cave, of whom two are not tied
		want := (first + second + last + (f-3)*middle) / f
		if k == 3 {
			want = 0 // no triangle is left, and the second has one contact
		}
		wantNear(t, "clustering", Clustering(g), want, 1e-12)
		ei, _ := EIIndex(g, caveLabels(n, k))
		wantNear(t, "E-I index", ei, -1+2*20/(20*pairs(f)), 1e-12)
	}
	if g := mustDraw(t, ConnectedCaveman{5}, 5, 0); Density(g) != 1 {
		t.Errorf("one cave has density %v", Density(g))
	}
}

// TestRewiredCavemanShare: a share beta of the ties leads out of the groups, and no tie is lost.
func TestRewiredCavemanShare(t *testing.T) {
	labels := caveLabels(280, 7)
	for _, connected := range []bool{false, true} {
		for _, beta := range []float64{0, .1, .3, 1} {
			out, ties := 0.0, 840.
			for seed := range uint64(100) {
				g := mustDraw(t, RewiredCaveman{Size: 7, Rewire: beta, Connected: connected},
					280, seed)
				if g.EdgeCount() != 1680 {
					t.Fatalf("%d edges, want 1680", g.EdgeCount())
				}
				ei, _ := EIIndex(g, labels)
				out += (ei + 1) / 2 / 100
			}
			want := beta
			if connected {
				want = (40 + (ties-40)*beta) / ties // 40 ties lead out from the first
			}
			wantNear(t, "share of ties between groups", out, want,
				5*math.Sqrt(beta*(1-beta)/ties/100)+1e-12)
		}
	}
}

// TestRewiredCavemanCoin: either end keeps a tie with equal probability. So at beta 1, person 0 of
// each group, whose ties come first, expects as many ties as the last: he keeps (k-1)/2, and gets
// as many from people of other groups.
func TestRewiredCavemanCoin(t *testing.T) {
	var degree [7]float64
	for seed := range uint64(400) {
		for u, d := range OutDegrees(mustDraw(t, RewiredCaveman{Size: 7, Rewire: 1}, 70, seed)) {
			degree[u%7] += float64(d) / 4000
		}
	}
	for _, d := range degree {
		// kept: binomial(6, 1/2), variance 1.5; from others about Poisson(3): standard error
		// sqrt(4.5/4000)
		wantNear(t, "degree", d, 6, 5*math.Sqrt(4.5/4000))
	}
}

// TestRewiredCavemanAlone: ties stay if there is no other group, or nobody free in other groups.
func TestRewiredCavemanAlone(t *testing.T) {
	if g := mustDraw(t, RewiredCaveman{Size: 7, Rewire: 1}, 7, 1); Density(g) != 1 {
		t.Errorf("one group has density %v", Density(g))
	}
	for seed := range uint64(50) {
		if g := mustDraw(t, RewiredCaveman{Size: 4, Rewire: 1}, 8, seed); g.EdgeCount() != 24 {
			t.Errorf("%d edges, want 24", g.EdgeCount())
		}
	}
}
