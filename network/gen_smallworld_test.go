package network

import (
	"math"
	"testing"
)

// TestWattsStrogatzEnds: at Rewire 0 the lattice, at 1 nearly a random graph, where each person still has his own k/2 ties and
// on average as many of others.
func TestWattsStrogatzEnds(t *testing.T) {
	lattice, ring := drawn(t, WattsStrogatz{10, 0}, 1000, 1), drawn(t, RingLattice{10}, 1000, 1)
	if lattice.EdgeCount() != ring.EdgeCount() || Clustering(lattice) != Clustering(ring) || PathsOf(lattice) != PathsOf(ring) {
		t.Error("without rewiring it is not the lattice")
	}
	g := drawn(t, WattsStrogatz{10, 1}, 1000, 1)
	if g.EdgeCount() != 10000 {
		t.Errorf("%d edges, want 10000", g.EdgeCount())
	}
	near(t, "clustering", Clustering(g), 10./1000, .006)
	near(t, "mean path", PathsOf(g).Mean, math.Log(1000)/math.Log(10), .35) // ln n/ln k, to leading order
	variance := 0.0
	for _, d := range OutDegrees(g) {
		if d < 5 {
			t.Fatalf("someone has %d contacts, less than k/2", d)
		}
		variance += float64((d-10)*(d-10)) / 1000
	}
	near(t, "variance of degrees", variance, 5, 1.2) // k/2 fixed and k/2 Poisson; 5 standard errors of sqrt((2*25+5)/1000)
}

// TestWattsStrogatzCurve compares the clustering with (1-p)^3 of the lattice's (Barrat and Weigt 2000), which is their leading
// order for many people, and the mean path of 1,000 people with Figure 2 of Watts and Strogatz: at p = .01 it has
// fallen below a quarter of the lattice's while the clustering has hardly changed.
func TestWattsStrogatzCurve(t *testing.T) {
	lattice := drawn(t, WattsStrogatz{10, 0}, 1000, 1)
	for _, p := range []float64{.001, .01, .1, .5} {
		c, l := 0.0, 0.0
		for seed := range uint64(10) {
			g := drawn(t, WattsStrogatz{10, p}, 1000, seed)
			c += Clustering(g) / Clustering(lattice) / 10
			l += PathsOf(g).Mean / PathsOf(lattice).Mean / 10
		}
		near(t, "clustering over the lattice's", c, math.Pow(1-p, 3), .02)
		if p == .01 && !(l > .1 && l < .25) {
			t.Errorf("mean path %v of the lattice's, want .1 to .25", l)
		}
	}
}

// TestWattsStrogatzSaturated: in a complete lattice nobody is left to rewire to.
func TestWattsStrogatzSaturated(t *testing.T) {
	if g := drawn(t, WattsStrogatz{8, 1}, 9, 1); Density(g) != 1 {
		t.Errorf("density %v", Density(g))
	}
}

// FuzzTieSet compares the set with a map: each byte adds or removes a key.
func FuzzTieSet(f *testing.F) {
	f.Add([]byte{1, 2, 3, 130, 2, 129})
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 1000 {
			return
		}
		set, obvious := newTieSet(len(data)), map[uint64]bool{}
		for _, b := range data {
			key := between(int32(b%8), 8+int32(b/8%16))
			switch {
			case b < 128:
				if set.add(key) == obvious[key] {
					t.Fatalf("add(%x) is %v", key, obvious[key])
				}
				obvious[key] = true
			case obvious[key]:
				set.remove(key)
				delete(obvious, key)
			}
			for _, c := range data {
				key := between(int32(c%8), 8+int32(c/8%16))
				if set.has(key) != obvious[key] {
					t.Fatalf("has(%x) is %v", key, !obvious[key])
				}
			}
		}
	})
}

// TestTieSetRemoves does what FuzzTieSet does on many keys.
func TestTieSetRemoves(t *testing.T) {
	src := drawing(1)
	set, obvious := newTieSet(300), map[uint64]bool{}
	for range 100000 {
		key := towards(int32(src.IntN(20)), int32(20+src.IntN(15)))
		if obvious[key] {
			set.remove(key)
			delete(obvious, key)
		} else if set.add(key) {
			obvious[key] = true
		}
		probe := towards(int32(src.IntN(20)), int32(20+src.IntN(15)))
		if set.has(probe) != obvious[probe] {
			t.Fatalf("has(%x) is %v", probe, !obvious[probe])
		}
	}
}
