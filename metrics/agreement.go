package metrics

import (
	"orglearn/agents"
	"orglearn/sim"
)

// agreement counts the pairs of people who believe the same, over all dimensions. Consensus and
// Diversity are both computed from it.
type agreement struct {
	tally tally
	same  wide // pairs in which both hold the same belief
	held  wide // pairs in which at least one holds a belief
}

// count reads everybody's beliefs once.
//
// Of N people, k = y+n hold a belief in a dimension: y hold +1 and n hold -1. Then y(y-1) + n(n-1)
// ordered pairs hold the same belief. In k(N-1) + k(N-1) - k(k-1) ordered pairs at least one person
// holds a belief.
func (a *agreement) count(m *sim.Model) {
	t := &a.tally
	a.same, a.held = wide{}, wide{}
	others := uint64(max(m.Present()-1, 0))
	for word := range agents.Width(m.Dimensions()) {
		t.count(m, word)
		same, both := t.pairs()
		a.same = a.same.plus(same)
		a.held = a.held.plus(product(2*sumOf(&t.known), others)).minus(both)
	}
}

func (a *agreement) consensus(m *sim.Model) float64 { return share(a.same, pairs(m)) }
func (a *agreement) diversity(m *sim.Model) float64 { return share(a.held.minus(a.same), pairs(m)) }
