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
type swapper struct {
	pairs  []pair
	ties   []bothTies // nil: all 1
	set    *tieSet
	mutual bool
}

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
	s.set = newTieSet(count, slotsToRemove, func(i int) uint64 {
		return s.key(s.pairs[i].a, s.pairs[i].b)
	})
	for e := range g.Edges() {
		if !s.mutual || e.From < e.To {
			s.set.add(s.key(e.From, e.To), len(s.pairs))
			s.pairs = append(s.pairs, pair{e.From, e.To})
		}
	}
	if g.ties != nil {
		s.weigh(g)
	}
	return s
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
	if x.a == y.b || y.a == x.b || s.set.has(s.key(x.a, y.b)) || s.set.has(s.key(y.a, x.b)) {
		return false
	}
	s.set.remove(s.key(x.a, x.b), i)
	s.set.remove(s.key(y.a, y.b), j)
	x.b, y.b = y.b, x.b
	if s.ties != nil {
		s.ties[i].there, s.ties[j].there = s.ties[j].there, s.ties[i].there
	}
	s.set.add(s.key(x.a, x.b), i)
	s.set.add(s.key(y.a, y.b), j)
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
