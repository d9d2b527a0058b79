package models

import (
	"fmt"

	"orglearn/agents"
	"orglearn/network"
	"orglearn/sim"
)

// BarkocziGalesic2016 is the organization of Barkoczi and Galesic, Social learning strategies
// modify the effect of network structure on group performance, Nature Communications 7:13109
// (2016): people who search a rugged landscape hear a few others in every step, and differ in whom
// of these they copy.
//
// Reality is an NK landscape: each of N dimensions contributes a number that depends on the belief
// in it and on those in K dimensions drawn alike without replacement from all N, so that it may be
// among its own partners; contributions are uniform on 0 to 1 and rounded to one decimal. Everybody
// starts with another solution, drawn from all. In every step everybody, at once:
//
//  1. draws anew a Sample of those whom the Network lets him hear, and looks at the solutions that
//     they had at the start of the step;
//  2. chooses one of these by his Strategy;
//  3. if it pays strictly more than his own takes it, whole;
//  4. else tries his own with one belief turned, drawn from all alike, and keeps that if it pays
//     strictly more; who copies at random does not.
//
// metrics.Performance is what is reported: the payoff over the most there is, to the power 8. What
// is met, on the complete network after 200 steps, within .02: best member of 3 .614, of 9 .543,
// conformity among 3 .829, among 9 .542, random copying .336, individual .383. And their finding,
// in paired differences: the best member does better on an inefficient network, the directed
// lattice in which each hears the 19 who come next (network.DirectedRing), and conformity among 3
// on an efficient one, the complete. What is not: conformity among 9 ends higher on the lattice;
// the paper shows networks for samples of 3 only.
//
// Where the text is silent or open, the program that the authors published with it decides: their
// step 200 counts the start as step 1, for which 200 steps and 199 differ by less than .001; with
// conformity there is no option where all in the sample differ, while of several solutions that as
// many have (3 and 3 and 3 of 9) one is drawn.
type BarkocziGalesic2016 struct {
	Strategy Strategy
	// people heard in a step by BestMember and Conformity; fewer where one has fewer contacts (0:
	// 3)
	Sample  int
	Network network.Generator // who can be heard by whom (nil: network.Complete)
	N       int               // dimensions (0: 15)
	K       Count             // partners of a dimension, 0 to N-1 (baseline 7)
	People  int               // at most 2^N (0: 100)
	Ticks   int               // steps (0: 200)
}

// Strategy is how people choose among the solutions of those whom they hear, in
// BarkocziGalesic2016.
type Strategy uint8

// The strategies.
const (
	BestMember Strategy = iota // the solution that pays most; of several one is drawn
	// the solution that most have; of several one is drawn, and where all differ there is none
	Conformity
	RandomCopying // that of one contact, drawn from all, in place of a sample
	Individual    // none: nobody is heard
)

// String names the strategy.
func (s Strategy) String() string {
	switch s {
	case BestMember:
		return "best member"
	case Conformity:
		return "conformity"
	case RandomCopying:
		return "random copying"
	case Individual:
		return "individual"
	}
	return fmt.Sprintf("Strategy(%d)", uint8(s))
}

// Scenario returns the organization.
func (m BarkocziGalesic2016) Scenario() sim.Scenario {
	s := sim.Scenario{
		Name:       m.String(),
		People:     orElse(m.People, 100),
		Dimensions: orElse(m.N, 15),
		Ticks:      orElse(m.Ticks, 200),
		Reality:    sim.NK{K: m.K.or(7), Partners: sim.DrawnAny, Decimals: 1},
		Beliefs:    agents.Mixed{Unknown: 0},
		Events:     []sim.Event{distinctStarts{}},
	}
	if m.Strategy != Individual {
		s.Channels = []sim.Channel{m.channel()}
	}
	if m.Strategy != RandomCopying {
		s.Experience = agents.Flip{Idle: true}
	}
	return s
}

func (m BarkocziGalesic2016) channel() sim.Channel {
	c := copying(m.Network)
	c.Heed = orElse(m.Sample, 3)
	switch m.Strategy {
	case Conformity:
		c.Objectify = agents.Conformity{}
	case RandomCopying:
		c.Heed = 1 // the best of one is whoever was drawn
	}
	return c
}

// Validate reports a strategy that is none, more people than solutions, and what the scenario's own
// Validate reports.
func (m BarkocziGalesic2016) Validate() error {
	s := m.Scenario()
	switch {
	case m.Strategy > Individual:
		return fmt.Errorf("models: BarkocziGalesic2016: Strategy is %d, want %d to %d", m.Strategy,
			BestMember, Individual)
	case s.Dimensions < 31 && s.People > 1<<max(s.Dimensions, 0):
		return fmt.Errorf("models: BarkocziGalesic2016: People is %d, want at most %d (2^N): "+
			"everybody starts with another solution",
			s.People, 1<<max(s.Dimensions, 0))
	}
	return s.Validate()
}

// String names the organization by its parameters.
func (m BarkocziGalesic2016) String() string {
	text := fmt.Sprintf("barkoczi2016 %v", m.Strategy)
	if m.Strategy == BestMember || m.Strategy == Conformity {
		text += fmt.Sprintf(" sample=%d", orElse(m.Sample, 3))
	}
	return text + fmt.Sprintf(" network=%s n=%d k=%d people=%d ticks=%d", networkName(m.Network),
		orElse(m.N, 15), m.K.or(7),
		orElse(m.People, 100), orElse(m.Ticks, 200))
}

// distinctStarts draws first beliefs anew for whoever holds what somebody before him holds, until
// he does not: all lists of distinct bodies are as likely. Where there are more people than bodies
// it leaves them as they are.
type distinctStarts struct{}

// Happen implements sim.Event.
func (distinctStarts) Happen(m *sim.Model, s *agents.Stream) {
	if m.Tick() > 0 || m.Dimensions() < 31 && m.People() > 1<<m.Dimensions() {
		return
	}
	person := agents.Person{Dimensions: m.Dimensions(), Stream: s}
	for person.ID = range m.People() {
		for heldBefore(m, person.ID) {
			agents.Mixed{Unknown: 0}.Begin(&person, m.Beliefs(person.ID))
		}
	}
}

// heldBefore reports whether somebody with a lower number believes the same.
func heldBefore(m *sim.Model, person int) bool {
	for p := range person {
		if m.Beliefs(p).Equal(m.Beliefs(person)) {
			return true
		}
	}
	return false
}
