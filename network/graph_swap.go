package network

// swapsPerEdge is the number of swaps attempted per edge. Milo and others (2003, arXiv cond-mat/0312028) found 100 more than
// enough; at 10 an edge has taken part in 20 attempts.
const swapsPerEdge = 10

// RewireDegrees returns a randomized graph in which everyone listens to as many people, and is heard by as many, as in g. It
// is the control that tells what the arrangement of ties does from what their number does. Two edges drawn at random, a->b
// and c->d, become a->d and c->b, unless that makes a loop or a double edge (Maslov and Sneppen 2002, Science 296:910-913);
// 10 swaps are attempted per edge. If every tie of g holds both ways, so does every tie of the result. Each person's weights
// stay with him. Swaps cannot turn a directed circle of three people round (Rao, Jana and Bandyopadhyay 1996, Sankhya
// A 58:225-242), which matters in tiny directed graphs only.
func RewireDegrees(g *Graph, src Source) *Graph {
	s := newSwapper(g)
	count := len(s.ends)
	if count < 2 {
		return g
	}
	for range swapsPerEdge * count {
		i, j := src.IntN(count), src.IntN(count)
		if s.mutual && src.IntN(2) == 1 {
			s.ends[i] = s.ends[i].turned()
		}
		if i != j {
			s.swap(&s.ends[i], &s.ends[j])
		}
	}
	return s.graph(g.People())
}

// swapper holds the edges that are being swapped: directed ones, or, if mutual, ties that hold both ways.
type swapper struct {
	ends   []ends
	set    *tieSet
	mutual bool
}

// ends are the two ends of an edge. Here and there are the weights that a gives b and, in a mutual tie, that b gives a.
type ends struct {
	pair
	here, there float32
}

func (e ends) turned() ends { return ends{pair{e.b, e.a}, e.there, e.here} }

func newSwapper(g *Graph) *swapper {
	s := &swapper{mutual: g.matched(false), set: newTieSet(g.EdgeCount())}
	for e := range g.Edges() {
		if s.mutual && e.From > e.To {
			continue
		}
		x := ends{pair: pair{e.From, e.To}, here: e.Tie}
		if s.mutual {
			back, _ := g.find(int(e.To), int(e.From))
			x.there = g.tie(back)
		}
		s.ends = append(s.ends, x)
		s.set.add(s.key(e.From, e.To))
	}
	return s
}

func (s *swapper) key(u, v int32) uint64 {
	if s.mutual {
		return between(u, v)
	}
	return towards(u, v)
}

// swap exchanges the far ends of two edges if that makes no loop and no double edge. Whoever gets a new contact gives him the
// weight that he gave the old one.
func (s *swapper) swap(x, y *ends) {
	if x.a == y.b || y.a == x.b || s.set.has(s.key(x.a, y.b)) || s.set.has(s.key(y.a, x.b)) {
		return
	}
	s.set.remove(s.key(x.a, x.b))
	s.set.remove(s.key(y.a, y.b))
	x.b, y.b = y.b, x.b
	x.there, y.there = y.there, x.there
	s.set.add(s.key(x.a, x.b))
	s.set.add(s.key(y.a, y.b))
}

func (s *swapper) graph(n int) *Graph {
	edges := make([]Edge, 0, 2*len(s.ends))
	for _, e := range s.ends {
		edges = append(edges, Edge{From: e.a, To: e.b, Tie: e.here})
		if s.mutual {
			edges = append(edges, Edge{From: e.b, To: e.a, Tie: e.there})
		}
	}
	g, err := NewGraph(n, edges)
	if err != nil {
		panic(err) // a swap has made a loop or a double edge
	}
	return g
}
