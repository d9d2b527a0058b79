package network

import (
	"fmt"
	"slices"
)

// Mutual returns the graph in which each of the given ties holds both ways, with the same weight. A pair that is given twice,
// in the same or the opposite direction, is an error, and so is what NewGraph refuses.
func Mutual(n int, pairs []Edge) (*Graph, error) {
	both := make([]Edge, 0, 2*len(pairs))
	for _, e := range pairs {
		both = append(both, e, Edge{From: e.To, To: e.From, Tie: e.Tie})
	}
	g, err := NewGraph(n, both)
	if err != nil {
		return nil, fmt.Errorf("%w (ties that hold both ways)", err)
	}
	return g, nil
}

// Symmetric reports whether every tie holds both ways with the same weight. It takes time proportional to the edges.
func (g *Graph) Symmetric() bool { return g.matched(true) }

// matched reports whether every edge u->v has an edge v->u, of the same weight if ties count. As people and rows ascend, the
// edge v->u must be the first one of v that has not been matched yet.
func (g *Graph) matched(ties bool) bool {
	next := slices.Clone(g.starts[:g.People()])
	for u := range g.People() {
		for i := g.starts[u]; i < g.starts[u+1]; i++ {
			v := g.heard[i]
			back := next[v]
			if back == g.starts[v+1] || int(g.heard[back]) != u || ties && g.tie(i) != g.tie(back) {
				return false
			}
			next[v]++
		}
	}
	return true
}

// Reversed returns the graph in which v listens to u where u listened to v: Heard gives each person's listeners.
func (g *Graph) Reversed() *Graph {
	r := &Graph{starts: make([]int, len(g.starts)), heard: make([]int32, len(g.heard))}
	if g.ties != nil {
		r.ties = make([]float32, len(g.ties))
	}
	for _, v := range g.heard {
		r.starts[v+1]++
	}
	for u := range g.People() {
		r.starts[u+1] += r.starts[u]
	}
	next := slices.Clone(r.starts)
	for u := range g.People() {
		for i := g.starts[u]; i < g.starts[u+1]; i++ {
			at := next[g.heard[i]]
			next[g.heard[i]]++
			r.heard[at] = int32(u)
			if g.ties != nil {
				r.ties[at] = g.ties[i]
			}
		}
	}
	return r
}

// Undirected returns the graph in which two people are tied both ways if either listened to the other, with the larger of
// their two weights. A symmetric graph is returned as it is.
func (g *Graph) Undirected() *Graph {
	if g.Symmetric() {
		return g
	}
	r := g.Reversed()
	u := &Graph{starts: make([]int, len(g.starts)), heard: make([]int32, 0, len(g.heard))}
	if g.ties != nil {
		u.ties = make([]float32, 0, len(g.ties))
	}
	for p := range g.People() {
		u.merge(g, r, p)
		u.starts[p+1] = len(u.heard)
	}
	return u
}

// merge appends the union of p's rows in a and b.
func (g *Graph) merge(a, b *Graph, p int) {
	i, j := a.starts[p], b.starts[p]
	for i < a.starts[p+1] || j < b.starts[p+1] {
		switch {
		case j == b.starts[p+1] || i < a.starts[p+1] && a.heard[i] < b.heard[j]:
			g.push(a.heard[i], a.tie(i))
			i++
		case i == a.starts[p+1] || b.heard[j] < a.heard[i]:
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

// pair is a tie between two people that holds both ways, with weight 1.
type pair struct{ a, b int32 }

// far is the other end of the pair.
func (p pair) far(near int32) int32 {
	if near == p.a {
		return p.b
	}
	return p.a
}

// mutual is Mutual for pairs that are known to be right: no loops, no doubles.
func mutual(n int, pairs []pair) *Graph {
	starts := make([]int, n+1)
	for _, p := range pairs {
		starts[p.a+1]++
		starts[p.b+1]++
	}
	for u := range n {
		starts[u+1] += starts[u]
	}
	g := &Graph{starts: starts, heard: make([]int32, 2*len(pairs))}
	next := slices.Clone(starts)
	for _, p := range pairs {
		g.heard[next[p.a]], g.heard[next[p.b]] = p.b, p.a
		next[p.a]++
		next[p.b]++
	}
	for u := range n {
		slices.Sort(g.Heard(u))
	}
	return g
}
