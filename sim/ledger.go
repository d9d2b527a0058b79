package sim

import (
	"math/bits"

	"orglearn/agents"
)

// Ledger accounts for what all people know, in a channel or not, over the last step: a cycle and
// the events after it. What they know is their beliefs that are not 0, whether right or wrong. The
// change over the step is
//
//	Gathered + Reused + Created + Experienced - Forgotten - Turnover
//
// Each of these is net: it may be negative where a rule takes beliefs away.
type Ledger struct {
	Gathered    int64 // by internalizing norms
	Reused      int64 // by answers (Channel.Ask)
	Created     int64 // in meetings (agents.Create)
	Experienced int64 // by own trials
	Forgotten   int64 // lost by events other than Turnover
	Turnover    int64 // lost by people who left, less what newcomers bring
	Known       int64 // what people know now
}

// Net returns the change over the step.
func (l Ledger) Net() int64 {
	return l.Gathered + l.Reused + l.Created + l.Experienced - l.Forgotten - l.Turnover
}

func (l *Ledger) add(g Ledger) {
	l.Gathered += g.Gathered
	l.Reused += g.Reused
	l.Created += g.Created
	l.Experienced += g.Experienced
}

// Moment is something that happens for the first time to a claim: a belief in one dimension.
type Moment uint8

const (
	Claimed     Moment = iota // somebody says it
	Objectified               // it is in the norm of some unit
	Reused                    // somebody believes it by an answer (Channel.Ask)
	moments
)

// ledger is what a model keeps if its scenario has a Ledger.
type ledger struct {
	Ledger
	// of each dimension, its no and its yes: the first cycle, from 1; 0: never
	first [moments][]int32
}

// openLedger makes room for a ledger, or drops it.
func (m *Model) openLedger() {
	switch {
	case !m.scenario.Ledger:
		m.ledger = nil
	case m.ledger == nil:
		m.ledger = new(ledger)
		for i := range m.ledger.first {
			m.ledger.first[i] = make([]int32, 2*m.scenario.Dimensions)
		}
	}
}

func (l *ledger) clone() *ledger {
	if l == nil {
		return nil
	}
	c := &ledger{Ledger: l.Ledger}
	for i, first := range l.first {
		c.first[i] = append([]int32(nil), first...)
	}
	return c
}

// Ledger returns the account of the last step. It panics if the scenario keeps none.
func (m *Model) Ledger() Ledger {
	m.mustKeepLedger("Ledger")
	l := m.ledger.Ledger
	l.Known = m.known()
	return l
}

// First returns the number of the first cycle, counted from 1, in which a moment came for a claim.
// It is 0 if it has not come. The claim is belief b, -1 or 1, in dimension d. It panics if the
// scenario keeps no Ledger.
func (m *Model) First(of Moment, d int, b agents.Belief) int {
	m.mustKeepLedger("First")
	if of >= moments || uint(d) >= uint(m.scenario.Dimensions) || b*b != 1 {
		m.misused("First", "there is no moment %d of belief %d in dimension %d", of, b, d)
	}
	return int(m.ledger.first[of][2*d+(1+int(b))/2])
}

func (m *Model) mustKeepLedger(method string) {
	if m.ledger == nil {
		m.misused(method, "no ledger is kept: Scenario.Ledger is false")
	}
}

func (m *Model) known() int64 { return int64(m.beliefs.Known(0, m.scenario.People)) }

// note keeps that a moment came for what is known in a body.
func (sc *scratch) note(of Moment, body agents.Knowledge) {
	to := sc.noted[of]
	for i, w := range body {
		to[i].Yes |= w.Yes
		to[i].No |= w.No
	}
}

// noteNew is note for what a person believes that he did not believe before.
func (sc *scratch) noteNew(of Moment, before, belief agents.Knowledge) {
	to := sc.noted[of]
	for i, w := range belief {
		to[i].Yes |= w.Yes &^ before[i].Yes
		to[i].No |= w.No &^ before[i].No
	}
}

// gatherLedger adds up what all workers have counted in the cycle.
func (m *Model) gatherLedger() {
	if m.ledger == nil {
		return
	}
	m.ledger.Ledger = Ledger{}
	for _, sc := range m.workers.scratch {
		m.ledger.add(sc.ledger)
		sc.ledger = Ledger{}
		for of, body := range sc.noted {
			date(m.ledger.first[of], body, int32(m.tick+1))
			clear(body)
		}
	}
}

// date notes a cycle as the first for what is known in a body, except where there was an earlier
// one.
func date(first []int32, body agents.Knowledge, cycle int32) {
	for i, w := range body {
		for b, lanes := range [2]uint64{w.No, w.Yes} {
			for ; lanes != 0; lanes &= lanes - 1 {
				at := &first[2*(64*i+bits.TrailingZeros64(lanes))+b]
				if *at == 0 {
					*at = cycle
				}
			}
		}
	}
}

// turnOver returns a function that accounts for what a person knows before and after he leaves or
// is replaced.
func (m *Model) turnOver(person int) func() {
	if m.ledger == nil {
		return func() {}
	}
	before := m.beliefs.Row(person).Known()
	return func() { m.ledger.Turnover += int64(before - m.beliefs.Row(person).Known()) }
}
