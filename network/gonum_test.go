package network

import (
	"fmt"
	"math"
	"testing"

	"gonum.org/v1/gonum/graph"
	"gonum.org/v1/gonum/graph/network"
	"gonum.org/v1/gonum/graph/simple"
	"gonum.org/v1/gonum/graph/testgraph"
)

// builder turns gonum's test cases into a network.Graph. It renumbers nodes from 0 and leaves out
// loops and double edges, and also weights if plain is true. It skips the empty graph, which
// network.Graph cannot represent.
func builder(both, plain bool) testgraph.Builder {
	return func(nodes []graph.Node, lines []testgraph.WeightedLine, _, _ float64) (graph.Graph,
		[]graph.Node, []testgraph.Edge, float64, float64, bool) {
		ids := map[int64]int32{}
		number := func(n graph.Node) int32 {
			if _, ok := ids[n.ID()]; !ok {
				ids[n.ID()] = int32(len(ids))
			}
			return ids[n.ID()]
		}
		for _, n := range nodes {
			number(n)
		}
		var edges []Edge
		seen := map[uint64]bool{}
		for _, l := range lines {
			e := Edge{number(l.From()), number(l.To()), float32(l.Weight())}
			key := edgeKey(e.From, e.To)
			if both {
				key = tieKey(e.From, e.To)
			}
			if e.From == e.To || seen[key] {
				continue
			}
			seen[key] = true
			if plain {
				e.Weight = 1
			}
			edges = append(edges, e)
		}
		if len(ids) == 0 || len(edges) == 0 && (len(lines) != 0 || !plain) {
			return nil, nil, nil, 0, 0, false // a graph without edges has no weights
		}
		g, listed := built(len(ids), edges, both)
		var list []graph.Node
		for id := range len(ids) {
			list = append(list, simple.Node(id))
		}
		return g, list, listed, 0, 0, true
	}
}

func built(n int, edges []Edge, both bool) (graph.Graph, []testgraph.Edge) {
	make := NewGraph
	if both {
		make = Mutual
	}
	g, err := make(n, edges)
	if err != nil {
		panic(err)
	}
	var list []testgraph.Edge
	for _, e := range edges {
		list = append(list, view{g}.edge(e))
	}
	if both {
		return g.GonumUndirected(), list
	}
	return g.Gonum(), list
}

func TestGonumConforms(t *testing.T) {
	for _, both := range []bool{false, true} {
		for _, plain := range []bool{false, true} {
			t.Run(fmt.Sprintf("both ways %v, plain %v", both, plain), func(t *testing.T) {
				b := builder(both, plain)
				testgraph.ReturnAllNodes(t, b, true)
				testgraph.ReturnNodeSlice(t, b, true)
				testgraph.NodeExistence(t, b)
				testgraph.EdgeExistence(t, b, true)
				testgraph.ReturnAdjacentNodes(t, b, true, true)
				testgraph.ReturnAllEdges(t, b, true)
				testgraph.ReturnEdgeSlice(t, b, true)
				if !plain {
					testgraph.ReturnAllWeightedEdges(t, b, true)
					testgraph.ReturnWeightedEdgeSlice(t, b, true)
					testgraph.Weight(t, b)
				}
			})
		}
	}
}

func TestGonumKinds(t *testing.T) {
	plain := mustDraw(t, Line{}, 3, 0)
	if _, ok := plain.Gonum().(graph.Weighted); ok {
		t.Error("a graph without weights is weighted")
	}
	g, _ := NewGraph(3, []Edge{{0, 1, 2}, {1, 0, 3}})
	if _, ok := g.Gonum().(graph.WeightedDirected); !ok {
		t.Error("a graph with weights is not weighted")
	}
	u := g.GonumUndirected().(graph.WeightedUndirected)
	if w, ok := u.Weight(0, 1); !ok || w != 3 {
		t.Errorf("weight %v, want the larger of 2 and 3", w)
	}
	if u.Node(3) != nil || u.From(-1) != graph.Empty || u.WeightedEdge(0, 2) != nil ||
		u.Edge(7, 0) != nil {
		t.Error("there is more than three people and one tie")
	}
}

func TestGonumOrder(t *testing.T) {
	nodes := mustDraw(t, Gnp{P: 0.2}, 50, 1).Gonum().From(7)
	for last := int64(-1); nodes.Next(); last = nodes.Node().ID() {
		if nodes.Node().ID() <= last {
			t.Fatalf("node %d after %d", nodes.Node().ID(), last)
		}
	}
	if nodes.Node() != nil || nodes.Len() != 0 || nodes.Next() {
		t.Error("there is a node past the last")
	}
	if nodes.Reset(); nodes.Node() != nil || !nodes.Next() {
		t.Error("Reset does not go back before the first")
	}
}

func TestGonumPageRankSums(t *testing.T) {
	sum := 0.0
	small := mustDraw(t, WattsStrogatz{4, 0.2}, 60, 2).Gonum()
	for _, r := range network.PageRank(small, 0.85, 1e-9) {
		sum += r
	}
	if math.Abs(sum-1) > 1e-6 {
		t.Errorf("page ranks sum to %v", sum)
	}
}
