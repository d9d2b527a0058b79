package network

import (
	"gonum.org/v1/gonum/graph"
	"gonum.org/v1/gonum/graph/iterator"
	"gonum.org/v1/gonum/graph/simple"
)

// Gonum returns the graph as a gonum graph, so that gonum's algorithms apply. Node u is person u,
// and an edge leads from a person to one to whom he listens. Nodes and edges come in ascending
// order, so the same graph gives the same result every time. The result has the methods Edges and,
// with weights, WeightedEdges. It takes as much memory again as the graph, for the reversed edges.
//
// If ties carry weights, the result is also a graph.WeightedDirected. The weight of a missing edge
// is 0. Note that gonum's shortest paths use weights as lengths, while here a larger weight means a
// closer tie.
func (g *Graph) Gonum() graph.Directed {
	d := directed{view: view{g}, listeners: view{g.Reversed()}}
	if g.ties == nil {
		return d
	}
	return weightedDirected{d, weights{view: d.view}}
}

// GonumUndirected returns the graph Undirected as a gonum graph, in which each tie is one edge. If
// ties carry weights, the result is also a graph.WeightedUndirected. Order and weights are as for
// Gonum.
func (g *Graph) GonumUndirected() graph.Undirected {
	u := undirected{view{g.Undirected()}}
	if g.ties == nil {
		return u
	}
	return weightedUndirected{u, weights{view: u.view, once: true}}
}

// view holds what the four kinds of gonum graph have in common.
type view struct{ g *Graph }

func (v view) exists(id int64) bool { return id >= 0 && id < int64(v.g.People()) }

// Node returns nil if there is no such person.
func (v view) Node(id int64) graph.Node {
	if !v.exists(id) {
		return nil
	}
	return simple.Node(id)
}

// Nodes are all people.
func (v view) Nodes() graph.Nodes {
	return iterator.NewImplicitNodes(0, v.g.People(), func(id int) graph.Node {
		return simple.Node(id)
	})
}

// From are the people to whom an edge leads from id.
func (v view) From(id int64) graph.Nodes {
	if !v.exists(id) || len(v.g.Heard(int(id))) == 0 {
		return graph.Empty
	}
	return &contacts{ids: v.g.Heard(int(id))}
}

func (v view) has(x, y int64) bool {
	return v.exists(x) && v.exists(y) && v.g.Has(int(x), int(y))
}

// HasEdgeBetween assumes that ties hold both ways.
func (v view) HasEdgeBetween(x, y int64) bool { return v.has(x, y) }

// Edge returns nil if there is no such edge.
func (v view) Edge(x, y int64) graph.Edge {
	if !v.has(x, y) {
		return nil
	}
	i, _ := v.g.find(int(x), int(y))
	return v.edge(Edge{From: int32(x), To: int32(y), Weight: v.g.tie(i)})
}

func (v view) edge(e Edge) graph.Edge {
	if v.g.ties == nil {
		return simple.Edge{F: simple.Node(e.From), T: simple.Node(e.To)}
	}
	return weighted(e)
}

func weighted(e Edge) simple.WeightedEdge {
	return simple.WeightedEdge{F: simple.Node(e.From), T: simple.Node(e.To), W: float64(e.Weight)}
}

// list holds all edges or, if once is true, only those to a higher number.
func (v view) list(once bool) graph.Edges {
	var list []graph.Edge
	for e := range v.g.Edges() {
		if !once || e.From < e.To {
			list = append(list, v.edge(e))
		}
	}
	if len(list) == 0 {
		return graph.Empty
	}
	return iterator.NewOrderedEdges(list)
}

type directed struct {
	view
	listeners view
}

// To are the people from whom an edge leads to id.
func (d directed) To(id int64) graph.Nodes { return d.listeners.From(id) }

// HasEdgeFromTo reports whether an edge leads from x to y.
func (d directed) HasEdgeFromTo(x, y int64) bool { return d.has(x, y) }

// HasEdgeBetween reports whether an edge leads from one of the two to the other.
func (d directed) HasEdgeBetween(x, y int64) bool { return d.has(x, y) || d.has(y, x) }

// Edges are all edges.
func (d directed) Edges() graph.Edges { return d.list(false) }

type undirected struct{ view }

// EdgeBetween is the edge between two people, or nil.
func (u undirected) EdgeBetween(x, y int64) graph.Edge { return u.Edge(x, y) }

// Edges are all edges, each once.
func (u undirected) Edges() graph.Edges { return u.list(true) }

type weightedDirected struct {
	directed
	weights
}

type weightedUndirected struct {
	undirected
	weights
}

// WeightedEdgeBetween is WeightedEdge: an edge has no direction.
func (w weightedUndirected) WeightedEdgeBetween(x, y int64) graph.WeightedEdge {
	return w.WeightedEdge(x, y)
}

// weights holds what the two weighted kinds of graph have in addition.
type weights struct {
	view view
	once bool // each tie is one edge
}

// Weight is 0 from a person to himself, and if there is no such edge.
func (w weights) Weight(x, y int64) (float64, bool) {
	if e := w.WeightedEdge(x, y); e != nil {
		return e.Weight(), true
	}
	return 0, x == y && w.view.exists(x)
}

// WeightedEdge returns nil if there is no such edge.
func (w weights) WeightedEdge(x, y int64) graph.WeightedEdge {
	if !w.view.has(x, y) {
		return nil
	}
	i, _ := w.view.g.find(int(x), int(y))
	return weighted(Edge{From: int32(x), To: int32(y), Weight: w.view.g.tie(i)})
}

// WeightedEdges returns each tie, or each pair of people with a tie once.
func (w weights) WeightedEdges() graph.WeightedEdges {
	var list []graph.WeightedEdge
	for e := range w.view.g.Edges() {
		if !w.once || e.From < e.To {
			list = append(list, weighted(e))
		}
	}
	if len(list) == 0 {
		return graph.Empty
	}
	return iterator.NewOrderedWeightedEdges(list)
}
