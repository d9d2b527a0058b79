package culture

import (
	"fmt"
	"sync"

	"orglearn/agents"
	"orglearn/agents/kernel"
	"orglearn/agents/practice"
	"orglearn/network"
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
	x := driftings.Get().(*drifting)
	*x = drifting{Drift: e, model: m, units: m.Units(m.Channel(e.Channel)),
		chance: (*kernel.Stream)(s), vacant: m.Present() < m.People(),
		before: x.before[:0], others: x.others}
	x.drift()
	x.model, x.units, x.chance = nil, nil, nil
	driftings.Put(x)
}

// driftings are those that are not in use. An event is part of a scenario, which many runs share,
// so it keeps no storage itself.
var driftings = sync.Pool{New: func() any { return new(drifting) }}

// drifting is the drift of one tick.
type drifting struct {
	Drift
	model  *sim.Model
	units  *network.Units
	chance *kernel.Stream
	vacant bool            // some places are
	before practice.Traits // of all people, one word each, before the drift
	firm   [practice.AllTraits]int
	others []int32 // scratch
}

// drift moves the traits of all people.
func (x *drifting) drift() {
	x.read()
	selves, each := x.model.Selves()
	pull := x.Contact + x.Firm + x.First
	for p := range x.before {
		if x.vacant && x.model.Vacant(p) {
			continue
		}
		traits := practice.Traits(selves[p*each:][:1])
		for trait := range practice.AllTraits {
			at := float64(x.chance.Uint64()>>11) * 0x1p-53 // Float64, in line
			if at >= pull {
				continue
			}
			if to, ok := x.target(p, trait, at); ok {
				now := x.of(p).At(trait)
				traits.Set(trait, now+step(now, to))
			}
		}
	}
}

// of returns the traits of a person before the drift.
func (x *drifting) of(p int) practice.Traits { return x.before[p : p+1] }

// read keeps the traits as they are, and finds those of the firm if they pull.
func (x *drifting) read() {
	selves, each := x.model.Selves()
	for at := 0; at < len(selves); at += each {
		x.before = append(x.before, selves[at])
	}
	if n := x.model.Present(); n > 0 && x.Firm > 0 {
		for trait := range practice.AllTraits {
			sum := 0
			for p := range x.before {
				if !x.vacant || !x.model.Vacant(p) {
					sum += x.of(p).At(trait)
				}
			}
			x.firm[trait] = (2*sum + n) / (2 * n)
		}
	}
}

// target returns the value to which a trait of a person is pulled, if any. at says by what: it is
// drawn from 0 to the sum of the three probabilities.
func (x *drifting) target(p int, trait practice.Trait, at float64) (to int, ok bool) {
	switch {
	case at < x.Contact:
		q, ok := x.contact(p)
		if !ok {
			return 0, false
		}
		return x.of(q).At(trait), true
	case at < x.Contact+x.Firm:
		return x.firm[trait], true
	default:
		return x.of(p).First(trait), true
	}
}

// contact draws a person who is heard in one of a person's units.
func (x *drifting) contact(p int) (other int, ok bool) {
	of := x.units.Of(p)
	if len(of) == 0 {
		return 0, false
	}
	voices := x.present(x.units.Voices(int(of[x.chance.IntN(len(of))])))
	own, others := placeOf(int32(p), voices), len(voices)
	if own < others {
		others--
	}
	if others == 0 {
		return 0, false
	}
	k := x.chance.IntN(others)
	if k >= own {
		k++
	}
	return int(voices[k]), true
}

// placeOf returns the place of a person among others, or their number. It always looks at all of
// them, because a processor cannot foretell where he is.
func placeOf(p int32, people []int32) int {
	at := len(people)
	for k, q := range people {
		if q == p {
			at = k
		}
	}
	return at
}

// present returns those people whose places are not vacant. They are valid until the next call.
func (x *drifting) present(people []int32) []int32 {
	if !x.vacant {
		return people
	}
	x.others = x.others[:0]
	for _, p := range people {
		if !x.model.Vacant(int(p)) {
			x.others = append(x.others, p)
		}
	}
	return x.others
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
