package sim_test

import (
	"math/rand/v2"
	"slices"

	"orglearn/agents"
	"orglearn/sim"
)

// This is what vacant places do in the obvious engine: nothing. It takes from the model which they
// are.

// drawnVacancies lets people leave and others come into their places in a third of all scenarios,
// before all other events that happen to people.
func drawnVacancies(shape uint64, s *sim.Scenario) {
	r := rand.New(rand.NewPCG(shape, 25))
	if r.IntN(3) > 0 {
		return
	}
	leave, come := rate(r)/2, rate(r)
	s.Events = slices.Concat([]sim.Event{sim.EventFunc(func(m *sim.Model, chance *agents.Stream) {
		for p := range m.People() {
			switch {
			case m.Vacant(p) && chance.Coin(come):
				m.Replace(p)
			case chance.Coin(leave):
				m.Leave(p)
			}
		}
	})}, s.Events)
}

// people are those of some whose places are not vacant.
func (c *slowChannel) people(of []int32) (people []int32) {
	for _, p := range of {
		if !c.vacant[p] {
			people = append(people, p)
		}
	}
	return people
}

// speakers are the people whose voices belong to a unit.
func (c *slowChannel) speakers(u int) []int32 { return c.people(c.units.Voices(u)) }

// change puts newcomers into places in this tick, or leaves the places empty.
func (e *slow) change(was []bool) {
	for p, left := range e.beliefs {
		leaves, comes := e.vacant[p] && !was[p], e.joined[p] == e.tick && !e.vacant[p]
		if !leaves && !comes {
			continue
		}
		e.beliefs[p] = make([]int8, len(left))
		e.traits[p], e.kinds[p] = slowTraits{}, [2]uint64{}
		if comes {
			e.beliefs[p] = e.firstBeliefs(p)
			e.come(p)
		}
		e.beginOpinion(p)
		e.ledger.Turnover += known(left) - known(e.beliefs[p])
		for _, c := range e.channels {
			c.forget(p)
		}
	}
}

// noteVacancies counts the vacant places, and those that are filled again.
func (e *slow) noteVacancies(did map[string]int64) {
	for p, is := range e.vacant {
		if is {
			did["vacant"]++
		}
		if e.vacated[p] && !is {
			did["filled again"]++
		}
		e.vacated[p] = is
	}
}
