package network

// swapsPerEdge is the number of swaps attempted per edge. Milo and others (2003, arXiv
// cond-mat/0312028) found 100 more than enough; at 10 an edge has taken part in 20 attempts.
const swapsPerEdge = 10

// RewireDegrees returns a randomized graph in which everyone listens to as many people, and is
// heard by as many, as in g. It is the control that tells what the arrangement of ties does from
// what their number does. Two edges drawn at random, a->b and c->d, become a->d and c->b, unless
// that makes a loop or a double edge (Maslov and Sneppen 2002, Science 296:910-913); 10 swaps are
// attempted per edge. If every tie of g holds both ways, so does every tie of the result. Each
// person's weights stay with him. Swaps cannot turn a directed circle of three people round (Rao,
// Jana and Bandyopadhyay 1996, Sankhya A 58:225-242), which matters in tiny directed graphs only.
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

// swapper holds the edges a->b that are being swapped: directed ones, or, if mutual, ties that hold
// both ways.
type swapper struct {
	pairs  []pair
	ties   []bothTies // nil: all 1
	set    *tieSet
	mutual bool
}

// bothTies are the weights that a gives b and, in a mutual tie, that b gives a.
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
		return between(u, v)
	}
	return towards(u, v)
}

// turn looks at a mutual tie from its other end.
func (s *swapper) turn(i int) {
	s.pairs[i] = pair{s.pairs[i].b, s.pairs[i].a}
	if s.ties != nil {
		s.ties[i] = bothTies{s.ties[i].there, s.ties[i].here}
	}
}

// swap exchanges the far ends of two edges if that makes no loop and no double edge. Whoever gets a
// new contact gives him the weight that he gave the old one.
func (s *swapper) swap(i, j int) {
	x, y := &s.pairs[i], &s.pairs[j]
	if x.a == y.b || y.a == x.b || s.set.has(s.key(x.a, y.b)) || s.set.has(s.key(y.a, x.b)) {
		return
	}
	s.set.remove(s.key(x.a, x.b), i)
	s.set.remove(s.key(y.a, y.b), j)
	x.b, y.b = y.b, x.b
	if s.ties != nil {
		s.ties[i].there, s.ties[j].there = s.ties[j].there, s.ties[i].there
	}
	s.set.add(s.key(x.a, x.b), i)
	s.set.add(s.key(y.a, y.b), j)
}

// edges are all, those of a mutual tie both.
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
