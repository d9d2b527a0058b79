package network

import (
	"math"
	"slices"
	"testing"

	"gonum.org/v1/gonum/graph"
	"gonum.org/v1/gonum/graph/community"
	"gonum.org/v1/gonum/graph/network"
	"gonum.org/v1/gonum/graph/path"
	"gonum.org/v1/gonum/graph/simple"
	"gonum.org/v1/gonum/graph/topo"
)

// zoo holds small graphs of all kinds, including directed ones and ones of several components.
func zoo(t testing.TB) []*Graph {
	var graphs []*Graph
	for seed := range uint64(6) {
		graphs = append(graphs,
			mustDraw(t, Gnp{0.05}, 30, seed), mustDraw(t, Gnp{0.3}, 20, seed),
			mustDraw(t, PreferentialAttachment{2}, 40, seed),
			mustDraw(t, RewiredCaveman{Size: 5, Rewire: 0.2}, 40, seed),
			oneWay(t, mustDraw(t, Gnp{0.2}, 25, seed), seed),
			oneWay(t, mustDraw(t, WattsStrogatz{4, 0.1}, 30, seed), seed))
	}
	return append(graphs, graphOf(t, 1), graphOf(t, 2), graphOf(t, 2, [2]int32{1, 0}))
}

// oneWay drops a third of the edges, in whatever direction.
func oneWay(t testing.TB, g *Graph, seed uint64) *Graph {
	src := drawing(seed)
	kept := slices.DeleteFunc(edgesOf(g), func(Edge) bool { return src.IntN(3) == 0 })
	g, err := NewGraph(g.People(), kept)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// TestDegreesAndReciprocity checks a graph worked out by hand: 0<->1, 0->2, 3->0.
func TestDegreesAndReciprocity(t *testing.T) {
	g := graphOf(t, 4, [2]int32{0, 1}, [2]int32{1, 0}, [2]int32{0, 2}, [2]int32{3, 0})
	if out, in := OutDegrees(g), InDegrees(g); !slices.Equal(out, []int{2, 1, 0, 1}) ||
		!slices.Equal(in, []int{2, 1, 1, 0}) {
		t.Errorf("degrees %v and %v", out, in)
	}
	if MeanDegree(g) != 1 || Density(g) != 4./12 || Reciprocity(g) != 0.5 {
		t.Errorf("mean degree %v, density %v, reciprocity %v", MeanDegree(g), Density(g),
			Reciprocity(g))
	}
}

func TestMeasuresOfNothing(t *testing.T) {
	for n := 1; n <= 3; n++ {
		g := graphOf(t, n)
		measuresInRange(t, "no ties", g)
		want := Paths{}
		if n == 1 {
			want.Reachable = 1
		}
		if p := PathsOf(g); p != want {
			t.Errorf("%d people without ties: %+v", n, p)
		}
	}
	_, err := Modularity(graphOf(t, 3), []int{1})
	wantError(t, err, "network: 1 group labels, want one for each of 3 people")
	_, err = EIIndex(graphOf(t, 3), nil)
	wantError(t, err, "network: 0 group labels")
}

// TestPathsAgainstGonum compares with all shortest paths of gonum.
func TestPathsAgainstGonum(t *testing.T) {
	for _, g := range zoo(t) {
		all := path.DijkstraAllPaths(g.Gonum())
		var counts []int64
		for u := range g.People() {
			for v := range g.People() {
				d := all.Weight(int64(u), int64(v))
				if math.IsInf(d, 1) {
					continue
				}
				for len(counts) <= int(d) {
					counts = append(counts, 0)
				}
				counts[int(d)]++
			}
		}
		if got := Distances(g); !slices.Equal(got, counts) {
			t.Errorf("%v pairs at each distance, want %v", got, counts)
		}
	}
}

// TestPathsOfManyBatches uses more than 64 people, and paths that lead one way only.
func TestPathsOfManyBatches(t *testing.T) {
	const n = 200
	var edges []Edge
	for u := range int32(n - 1) {
		edges = append(edges, Edge{u, u + 1, 1})
	}
	g, _ := NewGraph(n, edges)
	p := PathsOf(g)
	wantNear(t, "mean path", p.Mean, (n+1)/3., 1e-12)
	if p.Reachable != 0.5 || p.Diameter != n-1 {
		t.Errorf("%+v, want half of all pairs", p)
	}
	if d := Distances(g); d[0] != n || d[1] != n-1 || d[n-1] != 1 {
		t.Errorf("%v pairs at each distance", d)
	}
}

func TestComponentsAgainstGonum(t *testing.T) {
	for _, g := range zoo(t) {
		of, count := Components(g)
		parts := topo.ConnectedComponents(g.GonumUndirected())
		if count != len(parts) {
			t.Fatalf("%d components, want %d", count, len(parts))
		}
		for _, part := range parts {
			for _, v := range part {
				if of[v.ID()] != of[part[0].ID()] {
					t.Fatalf("%d and %d are in different components", v.ID(), part[0].ID())
				}
			}
		}
		for u, seen := 0, 0; u < len(of); u++ {
			if of[u] > seen {
				t.Fatalf("components %v are not numbered in order", of)
			}
			seen = max(seen, of[u]+1)
		}
	}
}

func TestModularityAgainstGonum(t *testing.T) {
	for _, g := range zoo(t) {
		labels := make([]int, g.People())
		parts := make([][]graph.Node, 3)
		for u := range labels {
			labels[u] = u * u % 3
			parts[u*u%3] = append(parts[u*u%3], simple.Node(u))
		}
		got, err := Modularity(g, labels)
		if err != nil {
			t.Fatal(err)
		}
		if g.EdgeCount() == 0 {
			continue // gonum gives NaN
		}
		wantNear(t, "modularity", got, community.Q(g.Gonum(), parts, 1), 1e-12)
		if g.Symmetric() {
			wantNear(t, "modularity", got, community.Q(g.GonumUndirected(), parts, 1), 1e-12)
		}
	}
}

// TestModularityOfTwoTriangles checks a graph worked out by hand: two triangles joined by one tie.
// They have 7 ties, 6 of them within the triangles, and each triangle has 7 of the 14 ends. So Q =
// 6/7 - 1/2 and E-I = (1-6)/7.
func TestModularityOfTwoTriangles(t *testing.T) {
	g, err := Mutual(6, []Edge{{0, 1, 1}, {1, 2, 1}, {2, 0, 1}, {3, 4, 1}, {4, 5, 1}, {5, 3, 1},
		{2, 3, 1}})
	if err != nil {
		t.Fatal(err)
	}
	labels := []int{-5, -5, -5, 1 << 30, 1 << 30, 1 << 30}
	q, _ := Modularity(g, labels)
	wantNear(t, "modularity", q, 6./7-.5, 1e-15)
	ei, _ := EIIndex(g, labels)
	wantNear(t, "E-I index", ei, -5./7, 1e-15)
	wantNear(t, "clustering", Clustering(g), (4+2./3)/6, 1e-15)
	wantNear(t, "transitivity", Transitivity(g), 6./10, 1e-15)
}

func TestBetweennessAgainstGonum(t *testing.T) {
	for _, g := range zoo(t) {
		want := network.Betweenness(g.Gonum())
		for v, b := range Betweenness(g) {
			wantNear(t, "betweenness", b, want[int64(v)], 1e-9)
		}
	}
}

// TestBetweennessOfVeryManyPaths: 660 full layers of 3 people have up to 3^658 shortest paths from
// one person to another. That is about 10^314, more than a float holds. By symmetry each person of
// a layer carries a third of the pairs whose paths pass the layer.
func TestBetweennessOfVeryManyPaths(t *testing.T) {
	const layers, width = 660, 3
	var edges []Edge
	at := func(layer, k int) int32 { return int32(layer*width + k) }
	for layer := range layers - 1 {
		for j := range width {
			for k := range width {
				edges = append(edges, Edge{at(layer, j), at(layer+1, k), 1})
			}
		}
	}
	g, err := NewGraph(layers*width, edges)
	if err != nil {
		t.Fatal(err)
	}
	for v, b := range Betweenness(g) {
		layer := v / width
		want := float64(layer * width * (layers - 1 - layer) * width / width)
		wantNear(t, "betweenness", b, want, 1e-7*(1+want))
	}
}

// TestMeasuresForgetNames: relabelling people changes no measure.
func TestMeasuresForgetNames(t *testing.T) {
	for _, g := range zoo(t) {
		name := drawing(4).Perm(g.People())
		edges := edgesOf(g)
		for i, e := range edges {
			edges[i].From, edges[i].To = int32(name[e.From]), int32(name[e.To])
		}
		renamed, err := NewGraph(g.People(), edges)
		if err != nil {
			t.Fatal(err)
		}
		wantNear(t, "clustering", Clustering(renamed), Clustering(g), 1e-12)
		if Transitivity(renamed) != Transitivity(g) || PathsOf(renamed) != PathsOf(g) ||
			Reciprocity(renamed) != Reciprocity(g) {
			t.Error("a measure depends on who is who")
		}
		before, after := Betweenness(g), Betweenness(renamed)
		for v, b := range before {
			wantNear(t, "betweenness", after[name[v]], b, 1e-9)
		}
	}
}
