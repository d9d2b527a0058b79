package network

import (
	"fmt"
	"iter"
	"math"
	"slices"
)

// MaxPeople is the largest number of people in a graph or in social units.
const MaxPeople = math.MaxInt32

// MaxEdges is the largest number of directed edges of a graph.
const MaxEdges = math.MaxInt32

// Graph is a directed graph over people 0..n-1: an edge u->v means that u listens to v. A tie that
// holds both ways is two edges. There are no loops (edges from a person to himself) and no double
// edges. The storage is compressed sparse rows: one flat slice of the people heard, and where each
// person's row starts in it. It takes 4 bytes an edge and 4 bytes a person. Weights take 4 more
// bytes an edge, unless all are 1. A graph never changes, so any number of goroutines may read it.
type Graph struct {
	starts []uint32 // row u is heard[starts[u]:starts[u+1]]
	heard  []int32  // ascending within a row
	ties   []float32
}

// Edge says that From listens to To. Weight is the weight of the tie, finite and at least 0. It is
// 1 in a graph without weights.
type Edge struct {
	From, To int32
	Weight   float32
}

// NewGraph returns the graph of the given edges over n people. A loop, a double edge, a person
// outside 0..n-1 and a weight that is not a finite number of at least 0 are errors. Set every
// Weight to 1 for a graph without weights.
func NewGraph(n int, edges []Edge) (*Graph, error) {
	return newGraph(n, int64(len(edges)), slices.Values(edges))
}

// newGraph is NewGraph for a sequence of count edges. It walks the sequence a few times, so that
// callers need not store a list.
func newGraph(n int, count int64, edges iter.Seq[Edge]) (*Graph, error) {
	if err := checkSize(n, count); err != nil {
		return nil, err
	}
	for e := range edges {
		if err := e.check(n); err != nil {
			return nil, err
		}
	}
	g := gather(n, edges)
	if err := g.checkDoubles(); err != nil {
		return nil, err
	}
	return g, nil
}

// checkDoubles returns an error if an edge occurs twice.
func (g *Graph) checkDoubles() error {
	for u := range g.People() {
		row := g.Heard(u)
		for i := 1; i < len(row); i++ {
			if row[i-1] == row[i] {
				return fmt.Errorf("network: the edge %d->%d is there twice", u, row[i])
			}
		}
	}
	return nil
}

func checkSize(n int, edges int64) error {
	if n < 1 || n > MaxPeople {
		return fmt.Errorf("network: %d people, want 1 to %d", n, MaxPeople)
	}
	if edges > MaxEdges {
		return fmt.Errorf("network: %d edges, want at most %d", edges, MaxEdges)
	}
	return nil
}

func (e Edge) check(n int) error {
	if e.From < 0 || int(e.From) >= n || e.To < 0 || int(e.To) >= n {
		return fmt.Errorf("network: edge %d->%d, want people 0 to %d", e.From, e.To, n-1)
	}
	if e.From == e.To {
		return fmt.Errorf("network: person %d is tied to himself", e.From)
	}
	if !(e.Weight >= 0 && e.Weight <= math.MaxFloat32) {
		return fmt.Errorf("network: the tie %d->%d is %v, want a finite number of at least 0",
			e.From, e.To, e.Weight)
	}
	return nil
}

// People is the number of people.
func (g *Graph) People() int { return len(g.starts) - 1 }

// EdgeCount is the number of directed edges.
func (g *Graph) EdgeCount() int { return len(g.heard) }

// Edges are all edges, ordered by From and then by To.
func (g *Graph) Edges() iter.Seq[Edge] {
	return func(yield func(Edge) bool) {
		for u := range g.People() {
			for i, end := g.row(u); i < end; i++ {
				if !yield(Edge{From: int32(u), To: g.heard[i], Weight: g.tie(i)}) {
					return
				}
			}
		}
	}
}

// row returns the first index of the edges of u, and the index after their last.
func (g *Graph) row(u int) (begin, end int) { return int(g.starts[u]), int(g.starts[u+1]) }

// tie is the weight of the i-th edge.
func (g *Graph) tie(i int) float32 {
	if g.ties == nil {
		return 1
	}
	return g.ties[i]
}

// Heard are the people whom u listens to, ascending. The caller must not change the list.
func (g *Graph) Heard(u int) []int32 { return g.heard[g.starts[u]:g.starts[u+1]] }

// Rows returns the storage of the whole graph: u listens to heard[starts[u]:starts[u+1]]. The
// caller must not change the slices.
func (g *Graph) Rows() (starts []uint32, heard []int32) { return g.starts, g.heard }

// Weights are the weights of u's ties, in the order of Heard. It is nil if all weights are 1.
func (g *Graph) Weights(u int) []float32 {
	if g.ties == nil {
		return nil
	}
	return g.ties[g.starts[u]:g.starts[u+1]]
}

// Has reports whether u listens to v.
func (g *Graph) Has(u, v int) bool {
	_, found := g.find(u, v)
	return found
}

// find returns the index of the edge u->v.
func (g *Graph) find(u, v int) (int, bool) {
	i, found := slices.BinarySearch(g.Heard(u), int32(v))
	return int(g.starts[u]) + i, found
}
