package network

import "iter"

// Star ties person 0 to everyone. There are no other ties.
type Star struct{}

// Graph ties n-1 pairs.
func (Star) Graph(n int, _ Source) (*Graph, error) {
	if err := checkSize(n, 2*int64(n-1)); err != nil {
		return nil, err
	}
	return mutualGraph(n, superiors(n, func(int) int { return 0 })), nil
}

// superiors are the pairs of each person i except 0 with the person of(i), who has a lower number.
func superiors(n int, of func(i int) int) iter.Seq[pair] {
	return func(yield func(pair) bool) {
		for i := 1; i < n; i++ {
			if !yield(pair{int32(of(i)), int32(i)}) {
				return
			}
		}
	}
}

// Tree is a balanced tree with person 0 at its root. The superior of person i is (i-1)/Span, so
// each person has Span people directly below him until the people run out. The last level need not
// be full.
type Tree struct {
	Span int // people directly below each, at least 1
}

// Validate reports a span below 1.
func (t Tree) Validate() error { return checkLeast("Tree.Span", t.Span, 1) }

// Graph ties everyone but the root to his superior: n-1 pairs.
func (t Tree) Graph(n int, _ Source) (*Graph, error) {
	if err := firstError(t.Validate(), checkSize(n, 2*int64(n-1))); err != nil {
		return nil, err
	}
	return mutualGraph(n, t.ties(n)), nil
}

func (t Tree) ties(n int) iter.Seq[pair] {
	return superiors(n, func(i int) int { return (i - 1) / t.Span })
}

// PreferentialAttachment lets people join one by one (Barabási and Albert 1999, Science
// 286:509-512). Each newcomer is tied to Edges different people who are there already. They are
// drawn with probabilities in proportion to their degrees, so a few become hubs. The first Edges
// people start without ties, and the next person is tied to all of them.
//
// There are Edges(n-Edges) ties. Among many people, the share of those with degree k is
// 2m(m+1)/(k(k+1)(k+2)), where m = Edges (Bollobás, Riordan, Spencer and Tusnády 2001, Random
// Structures and Algorithms 18:279-290).
type PreferentialAttachment struct {
	Edges int // ties that a newcomer makes: 1 to n-1
}

// Validate reports a number of ties below 1.
func (a PreferentialAttachment) Validate() error {
	return checkLeast("PreferentialAttachment.Edges", a.Edges, 1)
}

// Graph takes time in proportion to the ties. Beside the graph it takes 4 bytes for each tie and
// each person.
func (a PreferentialAttachment) Graph(n int, src Source) (*Graph, error) {
	if err := a.Fits(0, n); err != nil {
		return nil, err
	}
	m := a.Edges
	j := joiners{each: m, chose: make([]int32, 0, m*(n-m))}
	for v := range m {
		j.chose = append(j.chose, int32(v))
	}
	last := make([]int32, n) // the last newcomer who chose a person
	for u := int32(m + 1); int(u) < n; u++ {
		before := len(j.chose)
		for len(j.chose) < before+m {
			v := j.draw(before, src)
			if last[v] != u {
				last[v] = u
				j.chose = append(j.chose, v)
			}
		}
	}
	return mutualGraph(n, j.ties), nil
}

// joiners are people who join one by one. Each chooses the same number of others. The people who
// are there at first choose nobody.
type joiners struct {
	each  int
	chose []int32 // the people chosen, in the order of the choices
}

// joiner is the person who made the i-th choice.
func (j *joiners) joiner(i int) int32 { return int32(j.each + i/j.each) }

// draw draws a person in proportion to his degree among the first ties: it draws one end of one
// tie, and a person of degree k is the end of k ties.
func (j *joiners) draw(ties int, src Source) int32 {
	i := src.IntN(2 * ties)
	if i%2 == 0 {
		return j.joiner(i / 2)
	}
	return j.chose[i/2]
}

func (j *joiners) ties(yield func(pair) bool) {
	for i, v := range j.chose {
		if !yield(pair{j.joiner(i), v}) {
			return
		}
	}
}
