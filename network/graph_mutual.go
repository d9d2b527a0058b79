package network

import (
	"fmt"
	"slices"
)

// Mutual returns the graph in which each given tie holds both ways, with the same weight. A pair
// that is given twice, in the same or the opposite direction, is an error. So is whatever NewGraph
// refuses.
func Mutual(n int, pairs []Edge) (*Graph, error) {
	g, err := newGraph(n, 2*int64(len(pairs)), func(yield func(Edge) bool) {
		for _, e := range pairs {
			if !yield(e) || !yield(e.reverse()) {
				return
			}
		}
	})
	if err != nil {
		return nil, fmt.Errorf("%w (ties that hold both ways)", err)
	}
	return g, nil
}

// reverse is the edge in the opposite direction, with the same weight.
func (e Edge) reverse() Edge { return Edge{From: e.To, To: e.From, Weight: e.Weight} }

// Symmetric reports whether every tie holds both ways with the same weight. It takes time in
// proportion to the edges.
func (g *Graph) Symmetric() bool { return g.matched(true) }

// matched reports whether every edge u->v has an edge v->u, of the same weight if ties is true. It
// visits people and rows in ascending order. So the edge v->u must be the first edge of v that is
// not matched yet.
func (g *Graph) matched(ties bool) bool {
	next := slices.Clone(g.starts[:g.People()])
	for u := range g.People() {
		for i, end := g.row(u); i < end; i++ {
			v := g.heard[i]
			back := next[v]
			if back == g.starts[v+1] || int(g.heard[back]) != u || ties &&
				g.tie(i) != g.tie(int(back)) {
				return false
			}
			next[v]++
		}
	}
	return true
}

// Reversed returns the graph with all edges turned round: v listens to u where u listened to v. Its
// Heard lists each person's listeners.
func (g *Graph) Reversed() *Graph {
	r := &Graph{starts: make([]uint32, len(g.starts)), heard: make([]int32, len(g.heard))}
	if g.ties != nil {
		r.ties = make([]float32, len(g.ties))
	}
	for _, v := range g.heard {
		r.starts[v]++
	}
	startRows(r.starts)
	for u := range g.People() {
		for i, end := g.row(u); i < end; i++ {
			at := r.starts[g.heard[i]]
			r.starts[g.heard[i]]++
			r.heard[at] = int32(u)
			if g.ties != nil {
				r.ties[at] = g.ties[i]
			}
		}
	}
	rewindRows(r.starts)
	return r
}

// Undirected returns the graph in which two people are tied both ways if either listens to the
// other in g. The weight is the larger of their two. A symmetric graph is returned as it is.
func (g *Graph) Undirected() *Graph {
	if g.Symmetric() {
		return g
	}
	r := g.Reversed()
	u := &Graph{starts: make([]uint32, len(g.starts)), heard: make([]int32, 0, len(g.heard))}
	if g.ties != nil {
		u.ties = make([]float32, 0, len(g.ties))
	}
	for p := range g.People() {
		u.merge(g, r, p)
		u.starts[p+1] = uint32(len(u.heard))
	}
	return u
}

// merge appends the union of p's rows in a and b.
func (g *Graph) merge(a, b *Graph, p int) {
	i, endA := a.row(p)
	j, endB := b.row(p)
	for i < endA || j < endB {
		switch {
		case j == endB || i < endA && a.heard[i] < b.heard[j]:
			g.push(a.heard[i], a.tie(i))
			i++
		case i == endA || b.heard[j] < a.heard[i]:
			g.push(b.heard[j], b.tie(j))
			j++
		default:
			g.push(a.heard[i], max(a.tie(i), b.tie(j)))
			i, j = i+1, j+1
		}
	}
}

func (g *Graph) push(v int32, tie float32) {
	g.heard = append(g.heard, v)
	if g.ties != nil {
		g.ties = append(g.ties, tie)
	}
}
