package network

// swapsPerEdge is the number of swaps attempted per edge. Milo and others (2003, arXiv
// cond-mat/0312028) found 100 more than enough. With 10, each edge takes part in 20 attempts in the
// mean.
const swapsPerEdge = 10

// RewireDegrees returns a randomized graph. Everyone listens to as many people as in g, and as many
// people listen to him. It is a control: a comparison with g separates the effect of the
// arrangement of ties from the effect of their number.
//
// It draws two edges at random, a->b and c->d, and swaps them to a->d and c->b. It skips a swap
// that makes a loop or a double edge (Maslov and Sneppen 2002, Science 296:910-913). It attempts 10
// swaps per edge. If every tie of g holds both ways, so does every tie of the result. Each person
// keeps the weights of the edges that start from him.
//
// Swaps cannot reverse a directed circle of three people (Rao, Jana and Bandyopadhyay 1996, Sankhya
// A 58:225-242). This matters only in very small directed graphs.
func RewireDegrees(g *Graph, src Source) *Graph {
	s := newSwapper(g)
	count := len(s.pairs)
	if count < 2 {
		return g
	}
	for range swapsPerEdge * count {
		i, j := src.IntN(count), src.IntN(count)
		if s.mutual && src.IntN(2) == 1 {
			s.turn(i)
		}
		if i != j {
			s.swap(i, j)
		}
	}
	return s.graph(g.People())
}

// swapper holds the edges a->b while they are swapped. If mutual is true, each stands for a tie
// that holds both ways.
//
// A swap moves the far ends of two edges. So the edges of a directed graph that start from one
// person stay side by side, and whether he is tied to somebody is read off them. They lie near the
// edge that is swapped, where a hash table is another random place in memory. With 500,000 edges
// this takes a third of the time. Mutual ties, and edges of people who have more than fewToScan,
// are found in a hash table.
type swapper struct {
	pairs  []pair
	ties   []bothTies // nil: all 1
	starts []uint32   // the edges of a are pairs[starts[a]:starts[a+1]]; nil if mutual
	set    *tieSet    // nil: no edge is in it
	mutual bool
}

// fewToScan is the number of edges that are searched one by one as fast as in a hash table.
const fewToScan = 64

// bothTies are the two weights of a tie: the weight that a gives b and, if the tie is mutual, the
// weight that b gives a.
type bothTies struct{ here, there float32 }

func newSwapper(g *Graph) *swapper {
	s := &swapper{mutual: g.matched(false)}
	count := g.EdgeCount()
	if s.mutual {
		count /= 2
	}
	s.pairs = make([]pair, 0, count)
	if !s.mutual {
		s.starts = g.starts
	}
	for e := range g.Edges() {
		if !s.mutual || e.From < e.To {
			s.pairs = append(s.pairs, pair{e.From, e.To})
		}
	}
	s.hash()
	if g.ties != nil {
		s.weigh(g)
	}
	return s
}

// hash adds to a hash table those edges that are not searched one by one.
func (s *swapper) hash() {
	count := 0
	for _, p := range s.pairs {
		if !s.scans(p.a) {
			count++
		}
	}
	if count == 0 {
		return
	}
	s.set = newTieSet(len(s.pairs), slotsToRemove, func(i int) uint64 {
		return s.key(s.pairs[i].a, s.pairs[i].b)
	})
	for i, p := range s.pairs {
		s.add(p, i)
	}
}

// scans reports whether the edges of a are searched one by one.
func (s *swapper) scans(a int32) bool {
	return !s.mutual && s.starts[a+1]-s.starts[a] <= fewToScan
}

// tied reports whether there is an edge a->b.
func (s *swapper) tied(a, b int32) bool {
	if !s.scans(a) {
		return s.set.has(s.key(a, b))
	}
	for _, p := range s.pairs[s.starts[a]:s.starts[a+1]] {
		if p.b == b {
			return true
		}
	}
	return false
}

// add adds an edge and its number to the hash table if it belongs there.
func (s *swapper) add(p pair, i int) {
	if s.set != nil && !s.scans(p.a) {
		s.set.add(s.key(p.a, p.b), i)
	}
}

// remove takes an edge out of the hash table if it is there.
func (s *swapper) remove(p pair, i int) {
	if s.set != nil && !s.scans(p.a) {
		s.set.remove(s.key(p.a, p.b), i)
	}
}

// weigh finds the weights of the edges.
func (s *swapper) weigh(g *Graph) {
	s.ties = make([]bothTies, len(s.pairs))
	for i, p := range s.pairs {
		here, _ := g.find(int(p.a), int(p.b))
		s.ties[i].here = g.tie(here)
		if s.mutual {
			there, _ := g.find(int(p.b), int(p.a))
			s.ties[i].there = g.tie(there)
		}
	}
}

func (s *swapper) key(u, v int32) uint64 {
	if s.mutual {
		return tieKey(u, v)
	}
	return edgeKey(u, v)
}

// turn exchanges the two ends of a mutual tie.
func (s *swapper) turn(i int) {
	s.pairs[i] = pair{s.pairs[i].b, s.pairs[i].a}
	if s.ties != nil {
		s.ties[i] = bothTies{s.ties[i].there, s.ties[i].here}
	}
}

// swap exchanges the far ends of two edges if that makes no loop and no double edge, and reports
// whether it did. A second swap undoes it. Whoever gets a new contact gives him the weight that he
// gave the old one.
func (s *swapper) swap(i, j int) bool {
	x, y := &s.pairs[i], &s.pairs[j]
	if x.a == y.b || y.a == x.b || s.tied(x.a, y.b) || s.tied(y.a, x.b) {
		return false
	}
	s.remove(*x, i)
	s.remove(*y, j)
	x.b, y.b = y.b, x.b
	if s.ties != nil {
		s.ties[i].there, s.ties[j].there = s.ties[j].there, s.ties[i].there
	}
	s.add(*x, i)
	s.add(*y, j)
	return true
}

// edges are all directed edges: one of each pair, or both if the ties are mutual.
func (s *swapper) edges(yield func(Edge) bool) {
	tie := bothTies{1, 1}
	for i, p := range s.pairs {
		if s.ties != nil {
			tie = s.ties[i]
		}
		here, there := Edge{From: p.a, To: p.b, Weight: tie.here},
			Edge{From: p.b, To: p.a, Weight: tie.there}
		if !yield(here) || s.mutual && !yield(there) {
			return
		}
	}
}

func (s *swapper) graph(n int) *Graph {
	g, err := newGraph(n, int64(len(s.pairs)), s.edges)
	if err != nil {
		panic(err) // a swap has made a loop or a double edge
	}
	return g
}
