package network

// Star ties person 0 to everyone and nobody else to anyone.
type Star struct{}

// Graph ties n-1 pairs.
func (Star) Graph(n int, _ Source) (*Graph, error) {
	if err := checkSize(n, 2*int64(n-1)); err != nil {
		return nil, err
	}
	pairs := make([]pair, n-1)
	for i := range pairs {
		pairs[i] = pair{0, int32(i + 1)}
	}
	return mutual(n, pairs), nil
}

// Tree is a balanced tree with person 0 at its root: each person has Span people below him as long as there are any, and
// person i's superior is (i-1)/Span. The last level need not be full.
type Tree struct {
	Span int // people directly below each, at least 1
}

// Validate reports a span below 1.
func (t Tree) Validate() error { return atLeast("Tree.Span", t.Span, 1) }

// Graph ties everyone but the root to his superior: n-1 pairs.
func (t Tree) Graph(n int, _ Source) (*Graph, error) {
	if err := firstError(t.Validate(), checkSize(n, 2*int64(n-1))); err != nil {
		return nil, err
	}
	pairs := make([]pair, n-1)
	for i := range pairs {
		pairs[i] = pair{int32(i / t.Span), int32(i + 1)}
	}
	return mutual(n, pairs), nil
}

// PreferentialAttachment lets people join one by one, each of them tied to Edges different people who are there already, drawn
// with probabilities in proportion to their numbers of ties: a few become hubs (Barabási and Albert 1999, Science 286:509-512).
// The first Edges people begin without ties, and the next one is tied to all of them. There are Edges(n-Edges) ties, and
// among many people the share 2m(m+1)/(k(k+1)(k+2)) has k of them, m = Edges (Bollobás, Riordan, Spencer and Tusnády 2001,
// Random Structures and Algorithms 18:279-290).
type PreferentialAttachment struct {
	Edges int // ties that a newcomer makes: 1 to n-1
}

// Validate reports a number of ties below 1.
func (a PreferentialAttachment) Validate() error {
	return atLeast("PreferentialAttachment.Edges", a.Edges, 1)
}

// Graph takes time in proportion to the ties.
func (a PreferentialAttachment) Graph(n int, src Source) (*Graph, error) {
	const field = "PreferentialAttachment.Edges"
	m := a.Edges
	err := firstError(a.Validate(), checkSize(n, 2*int64(m)*int64(n-m)), below(field, m, n))
	if err != nil {
		return nil, err
	}
	ends := make([]pair, 0, m*(n-m)) // who stands in k ties is k times among their ends
	for v := range m {
		ends = append(ends, pair{int32(m), int32(v)})
	}
	chosen := make([]int32, n) // the last newcomer who chose a person
	for u := int32(m + 1); int(u) < n; u++ {
		before := len(ends)
		for len(ends) < before+m {
			v := drawEnd(ends[:before], src)
			if chosen[v] != u {
				chosen[v] = u
				ends = append(ends, pair{u, v})
			}
		}
	}
	return mutual(n, ends), nil
}

// drawEnd draws a person in proportion to the ties in which he stands.
func drawEnd(ties []pair, src Source) int32 {
	i := src.IntN(2 * len(ties))
	if i%2 == 0 {
		return ties[i/2].a
	}
	return ties[i/2].b
}
