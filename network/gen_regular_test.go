package network

import (
	"math"
	"slices"
	"testing"
)

// wantNear fails unless got is within tolerance of want.
func wantNear(t *testing.T, what string, got, want, tolerance float64) {
	t.Helper()
	if !(math.Abs(got-want) <= tolerance) {
		t.Errorf("%s is %v, want %v up to %v", what, got, want, tolerance)
	}
}

// TestRingLattice compares with the closed forms. Each person has k contacts at every distance,
// except the remainder at the last one.
func TestRingLattice(t *testing.T) {
	for _, c := range []struct{ n, k int }{{10, 2}, {13, 4}, {100, 4}, {101, 6}, {60, 10}} {
		g := mustDraw(t, RingLattice{c.k}, c.n, 0)
		for u, d := range OutDegrees(g) {
			if d != c.k {
				t.Fatalf("person %d has %d contacts, want %d", u, d, c.k)
			}
		}
		k := float64(c.k)
		wantNear(t, "clustering", Clustering(g), 3*(k-2)/(4*(k-1)), 1e-12)
		wantNear(t, "transitivity", Transitivity(g), 3*(k-2)/(4*(k-1)), 1e-12)
		sum, longest := 0, 0 // of ceil(steps/(k/2)) over all other people of the ring
		for d := 1; d < c.n; d++ {
			hops := (min(d, c.n-d) + c.k/2 - 1) / (c.k / 2)
			sum += hops
			longest = max(longest, hops)
		}
		p := PathsOf(g)
		wantNear(t, "mean path", p.Mean, float64(sum)/float64(c.n-1), 1e-12)
		if p.Diameter != longest || p.Reachable != 1 {
			t.Errorf("diameter %d, reachable %v, want %d and 1", p.Diameter, p.Reachable, longest)
		}
	}
}

// TestRingOfTwoEachSide: from each of 4q+1 people, 4 are at each of the distances 1 to q, so the
// mean is (q+1)/2.
func TestRingOfTwoEachSide(t *testing.T) {
	for _, q := range []int{1, 2, 5, 30} {
		counts := Distances(mustDraw(t, RingLattice{4}, 4*q+1, 0))
		if len(counts) != q+1 {
			t.Fatalf("diameter %d, want %d", len(counts)-1, q)
		}
		for d, pairs := range counts[1:] {
			if pairs != int64(4*(4*q+1)) {
				t.Errorf("%d pairs at distance %d, want 4 for each of %d people", pairs, d+1, 4*q+1)
			}
		}
		wantNear(t, "mean path",
			PathsOf(mustDraw(t, RingLattice{4}, 4*q+1, 0)).Mean, float64(q+1)/2, 1e-12)
	}
}

func TestDirectedRing(t *testing.T) {
	g := mustDraw(t, DirectedRing{19}, 100, 0)
	for u := range 100 {
		for ahead := 1; ahead <= 19; ahead++ {
			if !g.Has(u, (u+ahead)%100) {
				t.Fatalf("%d does not listen to %d", u, (u+ahead)%100)
			}
		}
	}
	if g.EdgeCount() != 1900 || Reciprocity(g) != 0 {
		t.Errorf("%d edges of which %v return, want 1900 and none", g.EdgeCount(), Reciprocity(g))
	}
}

func TestLineCompleteStar(t *testing.T) {
	for _, n := range []int{2, 3, 10, 75} {
		line, star := PathsOf(mustDraw(t, Line{}, n, 0)), PathsOf(mustDraw(t, Star{}, n, 0))
		wantNear(t, "mean path of a line", line.Mean, float64(n+1)/3, 1e-12)
		wantNear(t, "mean path of a star", star.Mean, 2-2/float64(n), 1e-12)
		if line.Diameter != n-1 || star.Diameter != min(2, n-1) {
			t.Errorf("diameters %d and %d", line.Diameter, star.Diameter)
		}
		all := mustDraw(t, Complete{}, n, 0)
		if Density(all) != 1 || PathsOf(all) != (Paths{Mean: 1, Reachable: 1, Diameter: 1,
			Efficiency: 1}) {
			t.Errorf("complete: density %v, paths %+v", Density(all), PathsOf(all))
		}
	}
	if b := Betweenness(mustDraw(t, Star{}, 10, 0)); b[0] != 9*8 || b[1] != 0 {
		t.Errorf("betweenness in a star %v, want (n-1)(n-2) for the hub", b)
	}
}

// TestTree compares with a number of Dodds, Watts and Sabel (2003). With span 5 and 781 people the
// root lies on a share .8015 of all paths from a source to a target, ends included.
func TestTree(t *testing.T) {
	g := mustDraw(t, Tree{5}, 781, 0)
	wantNear(t, "paths by the root", (Betweenness(g)[0]+2*780)/(781*780), .8015, .00005)
	if p := PathsOf(g); p.Diameter != 8 || p.Reachable != 1 {
		t.Errorf("%+v, want diameter 8", p)
	}
	for i := 1; i < 781; i++ {
		if !g.Has(i, (i-1)/5) {
			t.Fatalf("%d is not tied to %d", i, (i-1)/5)
		}
	}
	if Clustering(g) != 0 || g.EdgeCount() != 2*780 {
		t.Errorf("clustering %v, %d edges", Clustering(g), g.EdgeCount())
	}
}

// TestTorus: distances on a torus of sides w and h add up along the sides. If w is even, the mean
// along that side is w/4, the person himself included.
func TestTorus(t *testing.T) {
	g := mustDraw(t, Torus{Width: 10}, 100, 0)
	for u, d := range OutDegrees(g) {
		if d != 4 {
			t.Fatalf("person %d has %d contacts", u, d)
		}
	}
	wantNear(t, "mean path", PathsOf(g).Mean, (10./4+10./4)*100/99, 1e-12)
	if !slices.Equal(g.Heard(0), []int32{1, 9, 10, 90}) || Clustering(g) != 0 {
		t.Errorf("0 is tied to %v, clustering %v", g.Heard(0), Clustering(g))
	}
	if d := OutDegrees(mustDraw(t, Torus{2, 5}, 10, 0)); slices.Min(d) != 3 || slices.Max(d) != 3 {
		t.Errorf("degrees %v with a side of 2, want 3", d)
	}
}
