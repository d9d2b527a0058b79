package culture

import (
	"fmt"

	"orglearn/agents"
	"orglearn/agents/kernel"
	"orglearn/agents/practice"
	"orglearn/sim"
)

// Drift moves the traits of people of themselves. After every cycle each trait of each person goes
// one step, or none, towards one value:
//
//	Contact  that of a person who is heard in one of his units, drawn: first the unit, then the
//	         person among the others
//	Firm     that of the firm: the mean over all people, rounded to a whole number, halves up
//	First    the value with which he came
//
// The three fields are the probabilities of these. What is left of 1 is the probability that
// nothing pulls at the trait. All look at the values before the drift of the tick, so nobody is
// first. Harrison and Carroll (1991, Administrative Science Quarterly 36:552-582) let the culture
// of a person move by the pull of management, by that of the others, and by decay towards his own.
// Here nobody pulls for management: see Programme.
//
// With all three 0 the event is off.
type Drift struct {
	Channel string // of the units in which people have contacts
	Contact float64
	Firm    float64
	First   float64
}

// Happen implements sim.Event.
func (e Drift) Happen(m *sim.Model, s *agents.Stream) {
	if m.Tick() == 0 {
		return
	}
	x := drifting{Drift: e, model: m, channel: m.Channel(e.Channel), chance: s}
	x.read()
	for p := range m.People() {
		if m.Vacant(p) {
			continue
		}
		for trait := range practice.AllTraits {
			now := x.before[p].At(trait)
			if to, ok := x.target(p, trait); ok {
				traits(m, p).Set(trait, now+step(now, to))
			}
		}
	}
}

// drifting is the drift of one tick.
type drifting struct {
	Drift
	model   *sim.Model
	channel int
	chance  *agents.Stream
	before  []practice.Traits // of each person, before the drift; nil: vacant
	firm    [practice.AllTraits]int
	others  []int // scratch
}

// read keeps the traits as they are, and finds those of the firm.
func (x *drifting) read() {
	m := x.model
	x.before = make([]practice.Traits, m.People())
	words := make(practice.Traits, m.People())
	var sums [practice.AllTraits]int
	for p := range m.People() {
		if m.Vacant(p) {
			continue
		}
		words[p] = traits(m, p)[0]
		x.before[p] = words[p : p+1]
		for trait := range practice.AllTraits {
			sums[trait] += x.before[p].At(trait)
		}
	}
	if n := m.Present(); n > 0 {
		for trait, sum := range sums {
			x.firm[trait] = (2*sum + n) / (2 * n)
		}
	}
}

// target draws the value to which a trait of a person is pulled, if any.
func (x *drifting) target(p int, trait practice.Trait) (to int, ok bool) {
	switch at := x.chance.Float64(); {
	case at < x.Contact:
		q, ok := x.contact(p)
		if !ok {
			return 0, false
		}
		return x.before[q].At(trait), true
	case at < x.Contact+x.Firm:
		return x.firm[trait], true
	case at < x.Contact+x.Firm+x.First:
		return x.before[p].First(trait), true
	}
	return 0, false
}

// contact draws a person who is heard in one of a person's units.
func (x *drifting) contact(p int) (other int, ok bool) {
	units := x.model.Units(x.channel)
	of := units.Of(p)
	if len(of) == 0 {
		return 0, false
	}
	x.others = x.others[:0]
	for _, q := range units.Voices(int(of[x.chance.IntN(len(of))])) {
		if int(q) != p && !x.model.Vacant(int(q)) {
			x.others = append(x.others, int(q))
		}
	}
	if len(x.others) == 0 {
		return 0, false
	}
	return x.others[x.chance.IntN(len(x.others))], true
}

// step is the step of a value towards another: -1, 0 or 1.
func step(from, to int) int { return min(max(to-from, -1), 1) }

// Name implements sim.Named.
func (Drift) Name() string { return "drift" }

// Off implements sim.Switched.
func (e Drift) Off() bool { return e.Contact == 0 && e.Firm == 0 && e.First == 0 }

// Validate reports a probability outside 0 to 1, and probabilities that sum to more than 1.
func (e Drift) Validate() error {
	for _, f := range []struct {
		name  string
		value float64
	}{{"Contact", e.Contact}, {"Firm", e.Firm}, {"First", e.First}} {
		if err := kernel.CheckRate("Drift."+f.name, f.value); err != nil {
			return err
		}
	}
	if sum := e.Contact + e.Firm + e.First; sum > 1 {
		return fmt.Errorf("Drift.Contact, Firm and First sum to %v, want at most 1", sum)
	}
	return nil
}

// Suits reports people without traits, and a Channel that is no channel of beliefs.
func (e Drift) Suits(s sim.Scenario) error { return suits("Drift", s, e.Channel) }
