package sim

import (
	"fmt"
	"slices"

	"orglearn/agents"
	"orglearn/agents/kernel"
	"orglearn/network"
)

// forum is what a channel of beliefs and one of opinions have in common: the units in which people
// meet, who is heard and who hears, what rules remember, and the keys of their chance.
type forum struct {
	name         string
	number       int // among the model's forums
	structure    network.Structure
	units        *network.Units
	room         *network.Units  // those before the last Revise: storage for the next
	rewirer      network.Rewirer // nil: it does not change by itself
	identities   []int           // of units: see Model.UnitID
	identified   int             // how many were given
	formerly     []int           // the identities before: storage for the next
	largest      int             // voices of the largest unit when the units were built
	mostSeats    int             // largest number of seats of a person
	participate  agents.Participant
	agenda       agents.Agenda
	heed         int
	every        int
	simultaneous bool
	due          bool    // units objectify in this cycle
	drawn        bool    // building the structure used chance
	lasting      bool    // units keep norms: they are not circles
	nested       bool    // some units hear others
	levels       []int   // of units, where some hear others: how many levels are below each,
	above        []int   // and how many parents are above it
	leaders      []int32 // see kernel.Questions; nil: not known yet
	hearing      hearing
	parts        parts
	subjects     subjects
	says, takes  memory // of the rules of speaking and of learning
	makes        memory // of the rule of objectifying
	takesPart    memory // of the Participant
	plans        memory // of the Agenda
	asks, reuses memory // of the Asker, and of how people learn from answers
	asking       bool   // people may ask
	keys         forumKeys
	of           matter
	review       *reviewing // nil: no rule looks back
	channel      *channel   // of beliefs, or nil
}

// matter is what people share in a forum: beliefs or opinions. Its methods let people or units act,
// with the chance of a turn.
type matter interface {
	// say lets a person say what he holds.
	say(m *Model, sc *scratch, p int, t turn)
	// decide lets a unit make a norm of what is said.
	decide(m *Model, sc *scratch, unit int, t turn)
	// adopt lets a person learn from a unit. A circle must have decided just before.
	adopt(m *Model, sc *scratch, p, unit int, t turn)
	// relay lets a unit say what it passes on of its norm.
	relay(m *Model, sc *scratch, unit int)
	// decideBlock is decide for the units from..to-1, at most batch of them.
	decideBlock(m *Model, sc *scratch, from, to int)
	// adoptBlock lets each person from..to-1 learn from his unit in units: -1 for none. All act in
	// the given part of their turns.
	adoptBlock(m *Model, sc *scratch, from, to int, units []int32, part int)
	// hearsSelf reports whether, in a circle, the person's own claim counts too.
	hearsSelf() bool
	// standingOf is the standing of a unit's norm, or 0 where norms have none.
	standingOf(m *Model, unit int) int32
	// settle makes room for new units.
	settle(m *Model, from origins) error
}

// build builds a forum's units.
func (f *forum) build(m *Model) error {
	chance := kernel.NewStream(f.keys.structure, m.tick, 0)
	units, err := f.structure.Build(m.scenario.People, ruleStream(chance))
	if err != nil {
		return err
	}
	f.drawn = chance.Drew()
	f.rewirer, _ = network.RewirerOf(f.structure)
	if err := f.accept(m, units, f.structure); err != nil {
		return err
	}
	return f.settle(m, units.Clone(f.rewirer != nil), nil)
}

// accept reports units that do not fit the model.
func (f *forum) accept(m *Model, units *network.Units, from any) error {
	circles := units != nil && units.Circles() != nil
	switch {
	case units == nil:
		return fmt.Errorf("%T gave no units", from)
	case units.Copied():
		return fmt.Errorf("%T gave units that were copied by assignment, and share their lists: "+
			"use network.Units.Clone", from)
	case units.People() != m.scenario.People:
		return fmt.Errorf("%T built units of %d people, want %d", from, units.People(),
			m.scenario.People)
	case f.simultaneous && circles:
		return fmt.Errorf("the channel of circles is Simultaneous, but what is objective in a " +
			"circle lasts one tick: nothing would ever be learned")
	case m.scenario.Asynchronous && !circles:
		return fmt.Errorf("%T gives units with norms that last, want implicit circles in an "+
			"asynchronous scenario", from)
	}
	return nil
}

// origins says which old unit each new one continues, or -1. It is nil for the first units.
type origins []int

// runs calls found for runs of new units that continue old units which follow each other too.
func (o origins) runs(found func(old, first, end int)) {
	for u := 0; u < len(o); {
		first := u
		for u++; u < len(o) && o[first] >= 0 && o[u] == o[u-1]+1; {
			u++
		}
		if o[first] >= 0 {
			found(o[first], first, u)
		}
	}
}

// settle gives the forum new units, which belong to it, and keeps what is remembered of units and
// of people in them.
func (f *forum) settle(m *Model, units *network.Units, from origins) error {
	f.identify(units.Len(), from)
	old := f.units
	f.units = units
	f.lasting = f.units.Circles() == nil
	f.survey()
	f.largest = f.units.Largest()
	width := m.widthOf(f)
	for _, r := range f.memories() {
		r.carry(old, f.units, from, width)
	}
	f.countSeats()
	f.hearing.settle(m, f)
	f.parts.settle(f)
	f.subjects.carry(f, width, from)
	f.review.settle(m, f)
	return f.of.settle(m, from)
}

// rewire lets the structure change, and checks that the changed units fit the storage of the built
// ones.
func (f *forum) rewire(m *Model) {
	if f.rewirer == nil {
		return
	}
	defer m.rescue("Rewire of the channel ", f.name)
	before := f.recall()
	units := f.units.Len()
	m.start(streamOf(m.chance), f.keys.rewire, turn{})
	f.rewirer.Rewire(f.units, m.tick, m.chance)
	if err := f.checkRewired(m, units); err != nil {
		m.fail(fmt.Sprintf("Rewire of the channel %s: %v", f.name, err))
		return
	}
	if before != nil {
		same := make(origins, units)
		for u := range same {
			same[u] = u
		}
		for _, r := range f.memories() {
			r.carry(before, f.units, same, m.widthOf(f))
		}
	}
	f.survey()
	f.countSeats()
	f.hearing.settle(m, f)
	f.parts.settle(f)
	f.review.settle(m, f)
}

// survey notes which units hear others, and at what level each is.
func (f *forum) survey() {
	f.nested, f.levels, f.above, f.leaders = f.units.Nested(), nil, nil, nil
	if !f.nested {
		return
	}
	parents := f.units.Parents()
	f.levels, f.above = f.units.Levels(), make([]int, len(parents))
	for u := range parents {
		for at := parents[u]; at >= 0; at = parents[at] {
			f.above[u]++
		}
	}
}

// countSeats finds the largest number of seats that a person has.
func (f *forum) countSeats() {
	f.mostSeats = 1
	if starts, _ := f.units.Seats(); f.lasting {
		for p := range f.units.People() {
			f.mostSeats = max(f.mostSeats, int(starts[p+1]-starts[p]))
		}
	}
}

// checkRewired reports changed units that do not fit. It takes the same time for any number of
// people, because it does not visit the units.
func (f *forum) checkRewired(m *Model, units int) error {
	u := f.units
	switch {
	case u.Copied():
		return fmt.Errorf("the units were copied by assignment, *u = *v, and share the lists " +
			"of v: use network.Units.Set")
	case u.People() != m.scenario.People:
		return fmt.Errorf("the units have %d people, want %d as before", u.People(),
			m.scenario.People)
	case u.Len() != units:
		return fmt.Errorf("there are %d units, want %d as before", u.Len(), units)
	case (u.Circles() == nil) != f.lasting:
		return fmt.Errorf("units have become circles, or circles units")
	case u.Nested() != f.nested:
		return fmt.Errorf("units begin, or cease, to hear other units")
	case u.Largest() > f.largest:
		return fmt.Errorf("a unit has %d voices, want at most %d: the voices of the "+
			"largest unit when the units were built", u.Largest(), f.largest)
	}
	return nil
}

// place returns the rank of a person among the voices of a unit, and the weight of his tie. A
// person who is not a voice is a member with a weight of 1.
func (f *forum) place(person, unit int) (network.Rank, float64) {
	ranks, ties := f.units.Ranks(unit), f.units.Weights(unit)
	if ranks == nil && ties == nil {
		return 0, 1
	}
	rank, tie := network.Rank(0), 1.
	if k := slices.Index(f.units.Voices(unit), int32(person)); k >= 0 {
		if ranks != nil {
			rank = ranks[k]
		}
		if ties != nil {
			tie = float64(ties[k])
		}
	}
	return rank, tie
}

// at returns the stage at which people learn from the forum.
func (f *forum) at() stage {
	switch {
	case f.channel == nil:
		return afterward
	case f.simultaneous:
		return early
	}
	return late
}

// forget clears what is remembered of a person who has left.
func (f *forum) forget(person int) {
	for _, r := range f.memories() {
		r.forget(f.units, person)
	}
}

// memories lists what each rule remembers.
func (f *forum) memories() [7]*memory {
	return [...]*memory{
		&f.says, &f.takes, &f.makes, &f.takesPart, &f.asks, &f.reuses, &f.plans,
	}
}

// recall returns a copy of the units if something is remembered of seats or ties, else nil. After
// the units have changed by themselves, the copy serves to find these memories again by person.
func (f *forum) recall() *network.Units {
	for _, r := range f.memories() {
		if r.need.Seat|r.need.Tie != 0 {
			return f.units.Clone(true)
		}
	}
	return nil
}
