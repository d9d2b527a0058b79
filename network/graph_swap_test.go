package network

import (
	"slices"
	"testing"
)

func TestRewireDegreesKeepsThem(t *testing.T) {
	for i, g := range zoo(t) {
		r := RewireDegrees(g, drawing(uint64(i)))
		if !slices.Equal(OutDegrees(r), OutDegrees(g)) || !slices.Equal(InDegrees(r),
			InDegrees(g)) {
			t.Errorf("degrees %v and %v, want %v and %v", OutDegrees(r), InDegrees(r),
				OutDegrees(g), InDegrees(g))
		}
		if r.Symmetric() != g.Symmetric() && g.Symmetric() {
			t.Error("a symmetric graph has become another")
		}
		if _, err := NewGraph(r.People(), edgesOf(r)); err != nil {
			t.Error(err)
		}
		again := RewireDegrees(g, drawing(uint64(i)))
		if !slices.Equal(edgesOf(r), edgesOf(again)) {
			t.Error("the same chance gives another graph")
		}
	}
}

// TestRewireDegreesForgets: of 280 people in caves of 7, a rewired tie stays in its cave about as
// often as by chance, 6 of 279. The clustering is that of a random graph.
func TestRewireDegreesForgets(t *testing.T) {
	g := RewireDegrees(mustDraw(t, Caveman{7}, 280, 0), drawing(3))
	ei, _ := EIIndex(g, caveLabels(280, 7))
	wantNear(t, "share within caves", (1-ei)/2, 6./279, .025) // 5 standard errors of 840 ties
	wantNear(t, "clustering", Clustering(g), 5./280, .02)
	if _, parts := Components(g); parts != 1 {
		t.Errorf("%d components", parts)
	}
}

// TestRewireDegreesIsUniform: six people with two contacts each form one ring of six (60 graphs) or
// two triangles (10 graphs). So a seventh of the draws are two triangles, whatever the first graph
// is.
func TestRewireDegreesIsUniform(t *testing.T) {
	const draws = 20000
	for _, start := range []Generator{RingLattice{2}, Caveman{3}} {
		apart := 0
		src := drawing(11)
		for range draws {
			g, _ := start.Graph(6, nil)
			if _, parts := Components(RewireDegrees(g, src)); parts == 2 {
				apart++
			}
		}
		// 5 standard errors
		wantNear(t, "share of two triangles", float64(apart)/draws, 1./7, .0124)
	}
}

// TestRewireDegreesKeepsWeights: each person keeps his weights.
func TestRewireDegreesKeepsWeights(t *testing.T) {
	for _, both := range []bool{false, true} {
		edges := edgesOf(mustDraw(t, Gnp{0.2}, 30, 1))
		if !both {
			edges = edges[:len(edges)/2]
		}
		for i := range edges {
			edges[i].Weight = float32(i%7) + float32(edges[i].From)
		}
		g, err := NewGraph(30, edges)
		if err != nil {
			t.Fatal(err)
		}
		r := RewireDegrees(g, drawing(2))
		for u := range 30 {
			was, is := slices.Sorted(slices.Values(g.Weights(u))),
				slices.Sorted(slices.Values(r.Weights(u)))
			if !slices.Equal(was, is) {
				t.Errorf("person %d's weights are %v, want %v", u, is, was)
			}
		}
		if r.matched(false) != both {
			t.Errorf("ties hold both ways: %v, want %v", r.matched(false), both)
		}
	}
}

// TestRewireDegreesFindsEdges: whether two people are tied is read off a person's own edges, or a
// hash table if he has many. A map finds the same.
func TestRewireDegreesFindsEdges(t *testing.T) {
	hub := edgesOf(mustDraw(t, Gnp{0.05}, 200, 4))
	hub = slices.DeleteFunc(hub, func(e Edge) bool { return e.From < 2 || e.From > e.To })
	for v := int32(2); v < 2+2*fewToScan; v++ {
		hub = append(hub, Edge{From: 0, To: v, Weight: 1}, Edge{From: v, To: 1, Weight: 1})
	}
	for v := int32(3); v < 3+fewToScan; v++ {
		hub = append(hub, Edge{From: 1, To: v, Weight: 1}) // the most that are read one by one
	}
	g, err := NewGraph(200, hub)
	if err != nil {
		t.Fatal(err)
	}
	if degree := len(g.Heard(0)); g.matched(false) || degree <= fewToScan {
		t.Fatalf("degree %d, want a directed graph and more than %d", degree, fewToScan)
	}
	for seed := range uint64(5) {
		got, want := RewireDegrees(g, drawing(seed)), rewiredByMap(g, drawing(seed))
		if !slices.Equal(edgesOf(got), edgesOf(want)) {
			t.Errorf("seed %d: %d of %d edges are the same", seed, same(got, want),
				g.EdgeCount())
		}
	}
}

// rewiredByMap is RewireDegrees for a directed graph without weights.
func rewiredByMap(g *Graph, src Source) *Graph {
	edges, tied := edgesOf(g), map[pair]bool{}
	for _, e := range edges {
		tied[pair{e.From, e.To}] = true
	}
	for range swapsPerEdge * len(edges) {
		x, y := &edges[src.IntN(len(edges))], &edges[src.IntN(len(edges))]
		a, b := pair{x.From, y.To}, pair{y.From, x.To}
		if x == y || a.a == a.b || b.a == b.b || tied[a] || tied[b] {
			continue
		}
		delete(tied, pair{x.From, x.To})
		delete(tied, pair{y.From, y.To})
		tied[a], tied[b] = true, true
		x.To, y.To = y.To, x.To
	}
	r, err := NewGraph(g.People(), edges)
	if err != nil {
		panic(err)
	}
	return r
}

// same is the number of edges that two graphs share.
func same(g, h *Graph) (n int) {
	for e := range g.Edges() {
		if h.Has(int(e.From), int(e.To)) {
			n++
		}
	}
	return n
}
