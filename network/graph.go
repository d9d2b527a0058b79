package network

import (
	"fmt"
	"math"
	"slices"
)

// MaxPeople is the largest number of people in a graph or in social units.
const MaxPeople = math.MaxInt32

// Graph is a directed graph over people 0..n-1 in compressed sparse rows: an edge u->v means that u listens to v. A tie that
// holds both ways is two edges. There are no loops and no double edges. It takes 4 bytes an edge and 8 bytes a person.
type Graph struct {
	starts []int   // row u is heard[starts[u]:starts[u+1]]
	heard  []int32 // ascending within a row
	ties   []float32
}

// Edge says that From listens to To. Tie is its weight, at least 0: 1 where ties carry none.
type Edge struct {
	From, To int32
	Tie      float32
}

// NewGraph returns the graph of the given edges over n people. A loop, a double edge, a person outside 0..n-1 and a tie that is
// not a number of at least 0 are errors. Set every Tie to 1 where ties carry no weight.
func NewGraph(n int, edges []Edge) (*Graph, error) {
	if n < 1 || n > MaxPeople {
		return nil, fmt.Errorf("network: %d people, want 1 to %d", n, MaxPeople)
	}
	starts := make([]int, n+1)
	plain := true
	for _, e := range edges {
		if e.From < 0 || int(e.From) >= n || e.To < 0 || int(e.To) >= n {
			return nil, fmt.Errorf("network: edge %d->%d, want people 0 to %d", e.From, e.To, n-1)
		}
		if e.From == e.To {
			return nil, fmt.Errorf("network: person %d is tied to himself", e.From)
		}
		if !(e.Tie >= 0) {
			return nil, fmt.Errorf("network: the tie %d->%d is %v, want at least 0", e.From, e.To, e.Tie)
		}
		starts[e.From+1]++
		plain = plain && e.Tie == 1
	}
	for u := range n {
		starts[u+1] += starts[u]
	}
	sorted := make([]Edge, len(edges))
	next := slices.Clone(starts)
	for _, e := range edges {
		sorted[next[e.From]] = e
		next[e.From]++
	}
	g := &Graph{starts: starts, heard: make([]int32, len(edges))}
	if !plain {
		g.ties = make([]float32, len(edges))
	}
	for u := range n {
		row := sorted[starts[u]:starts[u+1]]
		slices.SortFunc(row, func(a, b Edge) int { return int(a.To) - int(b.To) })
		for i, e := range row {
			if i > 0 && row[i-1].To == e.To {
				return nil, fmt.Errorf("network: the edge %d->%d is there twice", e.From, e.To)
			}
			g.heard[starts[u]+i] = e.To
			if !plain {
				g.ties[starts[u]+i] = e.Tie
			}
		}
	}
	return g, nil
}

// People is the number of people.
func (g *Graph) People() int { return len(g.starts) - 1 }

// Edges is the number of directed edges.
func (g *Graph) Edges() int { return len(g.heard) }

// Heard are the people whom u listens to, ascending. The caller must not change the list.
func (g *Graph) Heard(u int) []int32 { return g.heard[g.starts[u]:g.starts[u+1]] }

// Ties are the weights of u's ties in the order of Heard; nil stands for all 1.
func (g *Graph) Ties(u int) []float32 {
	if g.ties == nil {
		return nil
	}
	return g.ties[g.starts[u]:g.starts[u+1]]
}

// Has reports whether u listens to v.
func (g *Graph) Has(u, v int) bool {
	_, found := slices.BinarySearch(g.Heard(u), int32(v))
	return found
}
