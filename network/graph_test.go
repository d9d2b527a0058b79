package network

import (
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// drawing returns the Source of a test.
func drawing(seed uint64) *rand.Rand { return rand.New(rand.NewPCG(seed, 1)) }

// mustDraw returns a graph, which must be valid.
func mustDraw(t testing.TB, c Generator, n int, seed uint64) *Graph {
	t.Helper()
	g, err := c.Graph(n, drawing(seed))
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// graphOf returns a directed graph of edges written as pairs, all of weight 1.
func graphOf(t testing.TB, n int, ends ...[2]int32) *Graph {
	t.Helper()
	var edges []Edge
	for _, e := range ends {
		edges = append(edges, Edge{e[0], e[1], 1})
	}
	g, err := NewGraph(n, edges)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func edgesOf(g *Graph) []Edge { return slices.Collect(g.Edges()) }

// wantError fails unless the error contains the text.
func wantError(t *testing.T, err error, text string) {
	t.Helper()
	if err == nil || !strings.Contains(err.Error(), text) {
		t.Errorf("error %v, want one with %q", err, text)
	}
}

func TestNewGraphRefuses(t *testing.T) {
	nan, inf := float32(math.NaN()), float32(math.Inf(1))
	for _, c := range []struct {
		n     int
		edges []Edge
		want  string
	}{
		{0, nil, "0 people, want 1 to"},
		{-1, nil, "-1 people"},
		{2, []Edge{{0, 0, 1}}, "person 0 is tied to himself"},
		{2, []Edge{{0, 2, 1}}, "edge 0->2, want people 0 to 1"},
		{2, []Edge{{-1, 1, 1}}, "edge -1->1"},
		{2, []Edge{{0, 1, 1}, {1, 0, 1}, {0, 1, 1}}, "the edge 0->1 is there twice"},
		{2, []Edge{{0, 1, -1}}, "the tie 0->1 is -1, want a finite number of at least 0"},
		{2, []Edge{{0, 1, nan}}, "is NaN"},
		{2, []Edge{{0, 1, inf}}, "is +Inf"},
	} {
		_, err := NewGraph(c.n, c.edges)
		wantError(t, err, c.want)
	}
}

func TestMutual(t *testing.T) {
	g, err := Mutual(3, []Edge{{2, 0, 0.5}, {0, 1, 1}})
	if err != nil {
		t.Fatal(err)
	}
	want := []Edge{{0, 1, 1}, {0, 2, 0.5}, {1, 0, 1}, {2, 0, 0.5}}
	if diff := cmp.Diff(want, edgesOf(g)); diff != "" {
		t.Error(diff)
	}
	_, err = Mutual(3, []Edge{{2, 0, 1}, {0, 2, 1}})
	wantError(t, err, "there twice (ties that hold both ways)")
}

func TestEdgesStop(t *testing.T) {
	for e := range mustDraw(t, Complete{}, 4, 0).Edges() {
		if e.To == 2 {
			return
		}
	}
	t.Error("0->2 was not among the edges")
}

// FuzzGraph compares graphs with maps. Two bytes give an edge, and one its weight.
func FuzzGraph(f *testing.F) {
	f.Add(5, []byte{0, 1, 8, 1, 0, 8, 3, 4, 2})
	f.Add(1, []byte{})
	f.Add(3, []byte{0, 1, 8, 0, 1, 8})
	f.Add(3, []byte{2, 1, 8, 1, 2, 7})
	f.Fuzz(func(t *testing.T, n int, data []byte) {
		if n < 1 || n > 40 {
			return
		}
		var edges []Edge
		obvious := map[[2]int]float32{}
		for i := 0; i+2 < len(data); i += 3 {
			e := Edge{int32(data[i]) % int32(n), int32(data[i+1]) % int32(n),
				float32(data[i+2]) / 8}
			key := [2]int{int(e.From), int(e.To)}
			_, double := obvious[key]
			if double || e.From == e.To {
				if _, err := NewGraph(n, append(edges, e)); err == nil {
					t.Fatalf("%v was accepted", e)
				}
				continue
			}
			edges = append(edges, e)
			obvious[key] = e.Weight
		}
		g, err := NewGraph(n, edges)
		if err != nil {
			t.Fatal(err)
		}
		compare(t, "graph", g, obvious, edges)
		compareViews(t, g, obvious)
	})
}

// compare checks every pair of people.
func compare(t *testing.T, name string, g *Graph, want map[[2]int]float32, from any) {
	t.Helper()
	if g.EdgeCount() != len(want) {
		t.Fatalf("%s of %v: %d edges, want %d", name, from, g.EdgeCount(), len(want))
	}
	for u := range g.People() {
		if !slices.IsSorted(g.Heard(u)) {
			t.Fatalf("%s: the row %v is not ascending", name, g.Heard(u))
		}
		for i, v := range g.Heard(u) {
			tie := float32(1)
			if g.Weights(u) != nil {
				tie = g.Weights(u)[i]
			}
			if w, ok := want[[2]int{u, int(v)}]; !ok || w != tie || !g.Has(u, int(v)) {
				t.Fatalf("%s of %v: the tie %d->%d is %v, want %v (%v)", name, from, u, v,
					tie, w, ok)
			}
		}
		for v := range g.People() {
			if _, ok := want[[2]int{u, v}]; ok != g.Has(u, v) {
				t.Fatalf("%s of %v: Has(%d, %d) is %v", name, from, u, v, !ok)
			}
		}
	}
}

func compareViews(t *testing.T, g *Graph, obvious map[[2]int]float32) {
	reversed, union := map[[2]int]float32{}, map[[2]int]float32{}
	symmetric := true
	for k, tie := range obvious {
		back, ok := obvious[[2]int{k[1], k[0]}]
		symmetric = symmetric && ok && back == tie
		reversed[[2]int{k[1], k[0]}] = tie
		union[k] = max(tie, back)
		union[[2]int{k[1], k[0]}] = max(tie, back)
	}
	compare(t, "reversed", g.Reversed(), reversed, obvious)
	compare(t, "undirected", g.Undirected(), union, obvious)
	if g.Symmetric() != symmetric || !g.Undirected().Symmetric() {
		t.Fatalf("Symmetric is %v of %v", g.Symmetric(), obvious)
	}
	if same, err := NewGraph(g.People(), edgesOf(g)); err != nil || !slices.Equal(edgesOf(same),
		edgesOf(g)) {
		t.Fatalf("the graph of its own edges differs: %v", err)
	}
}
