package practice

import (
	"fmt"

	"orglearn/agents"
)

// Interests gives each person a set of topics in which he is interested. It is the Self of a
// scenario (sim.Selves). The topics are drawn when the person comes, apart from beliefs and
// reality: otherwise people who share interests would share merit. The set is the last word of the
// self.
type Interests struct {
	Topics int    // T, 1 to MaxTopics
	Each   int    // topics of a person, 1 to Topics
	Of     Selves // what people are besides, in the words before (nil: nothing)
}

// Selves gives each person a number of words. It is sim.Selves, which this package does not know.
type Selves interface {
	Words() int
	Begin(p *agents.Person, self []uint64)
}

// InterestsOf returns the interests in a person's self. Without a self they are empty.
func InterestsOf(self []uint64) TopicSet {
	if len(self) == 0 {
		return 0
	}
	return TopicSet(self[len(self)-1])
}

// Words implements sim.Selves.
func (r Interests) Words() int {
	if r.Of == nil {
		return 1
	}
	return r.Of.Words() + 1
}

// Begin implements sim.Selves.
func (r Interests) Begin(p *agents.Person, self []uint64) {
	last := len(self) - 1
	if r.Of != nil {
		r.Of.Begin(p, self[:last:last])
	}
	self[last] = uint64(TopicSet(agents.Lanes(r.Topics, 0)).Draw(r.Each, p.Stream))
}

// Validate reports Topics outside 1 to MaxTopics, an Each outside 1 to Topics, and the errors of
// Of.
func (r Interests) Validate() error {
	switch {
	case r.Topics < 1 || r.Topics > MaxTopics:
		return fmt.Errorf("Interests.Topics is %d, want 1 to %d", r.Topics, MaxTopics)
	case r.Each < 1 || r.Each > r.Topics:
		return fmt.Errorf("Interests.Each is %d, want 1 to %d (Topics)", r.Each, r.Topics)
	}
	return validOf(r.Of)
}

// Fits reports what Of cannot serve.
func (r Interests) Fits(dimensions, people int) error { return fitsOf(r.Of, dimensions, people) }

// Purpose is a joint goal that draws people to units beyond what interests them (Senge, The Fifth
// Discipline, 1990, on shared vision). The goal is a set of topics.
type Purpose struct {
	Weight int // 0 to MaxPurpose; 0: no purpose
	Goal   TopicSet
}

// Affinity is how much draws a person to a unit:
//
//	a = topics that he shares with the domain + Weight · topics that the goal shares with it
//
// It is 0 to 65·64. The second part is the same for everybody, because the goal is joint: it draws
// also those whom the domain does not interest.
func (p Purpose) Affinity(interests, domain TopicSet) int {
	return (interests & domain).Len() + p.Weight*(p.Goal&domain).Len()
}

// Validate reports a Weight outside 0 to MaxPurpose.
func (p Purpose) Validate() error {
	if p.Weight < 0 || p.Weight > MaxPurpose {
		return fmt.Errorf("Purpose.Weight is %d, want 0 to %d", p.Weight, MaxPurpose)
	}
	return nil
}
