package network

import (
	"encoding/binary"
	"hash/fnv"
	"math"
	"testing"
)

// TestSameBits pins every generated edge and the last bit of every measure, which must not depend
// on the machine. The numbers change if a generator draws in another way, or if Go's PCG changes;
// PCG is specified.
func TestSameBits(t *testing.T) {
	edges, bits := fnv.New64a(), fnv.New64a()
	for _, c := range family {
		for _, n := range c.n {
			g := mustDraw(t, c, n, 1)
			for _, g := range []*Graph{g, RewireDegrees(g, drawing(2))} {
				for e := range g.Edges() {
					binary.Write(edges, binary.LittleEndian, e)
				}
				for _, value := range allMeasures(g) {
					binary.Write(bits, binary.LittleEndian, math.Float64bits(value))
				}
			}
		}
	}
	if got, want := edges.Sum64(), uint64(0xe2357b6e37feda2d); got != want {
		t.Errorf("the graphs sum to %#x, want %#x", got, want)
	}
	if got, want := bits.Sum64(), uint64(0xe212b9d755f2908c); got != want {
		t.Errorf("the measures sum to %#x, want %#x", got, want)
	}
}

func allMeasures(g *Graph) []float64 {
	p := PathsOf(g)
	labels := caveLabels(g.People(), 5)
	q, _ := Modularity(g, labels)
	ei, _ := EIIndex(g, labels)
	values := []float64{MeanDegree(g), Density(g), Reciprocity(g), Clustering(g), Transitivity(g),
		q, ei}
	return append(append(values, p.Mean, p.Reachable, p.Efficiency), Betweenness(g)...)
}
