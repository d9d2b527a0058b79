package network

import (
	"math/bits"
	"slices"
)

// gain is the statistic of a network that is being optimized.
type gain interface {
	// keep reports whether the exchange of the far ends of the ties x and y, which are those before
	// it, makes the statistic better in a network that hangs together. Then it remembers it.
	keep(x, y pair, graph func() *Graph) bool
}

// gain is that of the optimum in a graph.
func (o Optimum) gain(g *Graph) gain {
	switch o {
	case MaxMeanClustering:
		return newTriangles(g)
	case MinMeanBetweenness:
		return newMeasured(g, shortness)
	}
	return newMeasured(g, most)
}

// shortness is minus the mean distance. Where all are reached, the mean betweenness is (n-1) times
// what the distance is above 1.
func shortness(g *Graph) float64 { return -PathsOf(g).Mean }

func most(g *Graph) float64 { return slices.Max(Betweenness(g)) }

// measured is a statistic that is measured anew after every swap.
type measured struct {
	of   func(*Graph) float64
	best float64
}

func newMeasured(g *Graph, of func(*Graph) float64) *measured { return &measured{of, of(g)} }

func (m *measured) keep(_, _ pair, graph func() *Graph) bool {
	g := graph()
	value := m.of(g)
	if value <= m.best || !whole(g) {
		return false
	}
	m.best = value
	return true
}

// triangles counts what a swap makes and breaks. Where everybody has as many contacts, Clustering
// is the number of triangles times a constant.
type triangles struct {
	words int
	rows  []uint64 // words for each person, a bit for each of his contacts
}

func newTriangles(g *Graph) *triangles {
	t := &triangles{words: (g.People() + 63) / 64}
	t.rows = make([]uint64, g.People()*t.words)
	for e := range g.Edges() {
		t.row(e.From)[e.To/64] |= 1 << (e.To % 64)
	}
	return t
}

func (t *triangles) row(u int32) []uint64 { return t.rows[int(u)*t.words:][:t.words] }

func (t *triangles) keep(x, y pair, graph func() *Graph) bool {
	if t.swap(x, y) > 0 && whole(graph()) {
		return true
	}
	t.swap(pair{x.a, y.b}, pair{y.a, x.b})
	return false
}

// swap exchanges the far ends of two ties, and returns how many triangles there are more.
func (t *triangles) swap(x, y pair) int {
	t.turn(x)
	t.turn(y)
	more := -t.shared(x) - t.shared(y)
	x.b, y.b = y.b, x.b
	more += t.shared(x) + t.shared(y)
	t.turn(x)
	t.turn(y)
	return more
}

// turn makes a tie where there is none, and unmakes one.
func (t *triangles) turn(p pair) {
	t.row(p.a)[p.b/64] ^= 1 << (p.b % 64)
	t.row(p.b)[p.a/64] ^= 1 << (p.a % 64)
}

// shared is how many contacts two people have in common: 16 bytes touched for 64 people.
func (t *triangles) shared(p pair) int {
	a, b, n := t.row(p.a), t.row(p.b), 0
	for i := range a {
		n += bits.OnesCount64(a[i] & b[i])
	}
	return n
}
