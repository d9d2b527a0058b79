package network

import (
	"fmt"
	"testing"
	"time"
)

func BenchmarkGenerators(b *testing.B) {
	const n = 1_000_000
	for _, c := range []Generator{
		RingLattice{10}, DirectedRing{10}, Torus{Width: 1000}, Tree{5}, Gnm{5 * n}, Gnp{1e-5},
		PreferentialAttachment{5}, WattsStrogatz{10, 0.1}, Caveman{10},
		RewiredCaveman{Size: 10, Rewire: 0.2},
	} {
		b.Run(fmt.Sprintf("%T", c), func(b *testing.B) {
			for b.Loop() {
				mustDraw(b, c, n, 1)
			}
		})
	}
}

func BenchmarkMeasures(b *testing.B) {
	g := mustDraw(b, Gnm{25000}, 1000, 1)
	labels := caveLabels(1000, 10)
	for _, m := range []struct {
		name string
		of   func()
	}{
		{"Paths", func() { PathsOf(g) }},
		{"Betweenness", func() { Betweenness(g) }},
		{"Clustering", func() { Clustering(g) }},
		{"Components", func() { Components(g) }},
		{"Modularity", func() { Modularity(g, labels) }},
		{"RewireDegrees", func() { RewireDegrees(g, drawing(1)) }},
	} {
		b.Run(m.name, func(b *testing.B) {
			for b.Loop() {
				m.of()
			}
		})
	}
}

// TestPathsAreQuick: the paths of 1,000 people with 25,000 ties take milliseconds. The limit of a
// second suits the slowest machine.
func TestPathsAreQuick(t *testing.T) {
	g := mustDraw(t, Gnm{25000}, 1000, 1)
	start := time.Now()
	p := PathsOf(g)
	if took := time.Since(start); took > time.Second || p.Reachable != 1 {
		t.Errorf("took %v, reachable %v", took, p.Reachable)
	}
}
