package sim_test

import (
	"slices"
	"testing"

	"orglearn/agents"
	"orglearn/agents/kernel"
	"orglearn/network"
	"orglearn/sim"
)

type (
	person    = agents.Person
	unit      = agents.Unit
	voices    = agents.Voices
	knowledge = agents.Knowledge
)

// byHand returns a scenario of few people whose course can be found by hand: everything is said,
// decided and taken over at once.
func byHand(people, dimensions int, channels ...sim.Channel) sim.Scenario {
	return sim.Scenario{
		Name: "by hand", People: people, Dimensions: dimensions, Ticks: 20, Channels: channels,
	}
}

// among returns a channel without chance, of units with the given people.
func among(name string, units ...[]int32) sim.Channel {
	var all []network.Membership
	for _, people := range units {
		var u network.Membership
		for _, p := range people {
			u.Voices = append(u.Voices, network.Voice{Person: p, Weight: 1})
		}
		all = append(all, u)
	}
	return certain(name, network.Explicit{Units: all})
}

// certain is a channel without chance.
func certain(name string, structure network.Structure) sim.Channel {
	return sim.Channel{
		Name: name, Structure: structure, Externalize: agents.Say{Rate: 1},
		Objectify: agents.Superior{Rate: 1}, Internalize: agents.Absorb{Rate: 1},
	}
}

// circle is a ring: everybody hears his two neighbours.
var circle = network.Circles{Of: network.RingLattice{Neighbours: 2}}

// believe sets what people believe, person 0 first: 1 is right, -1 wrong, 0 nothing.
func believe(m *sim.Model, bodies ...[]int8) {
	for p, body := range bodies {
		hold(m, m.Beliefs(p), body)
	}
}

// hold sets a body of beliefs to right (1), wrong (-1) or empty (0), dimension by dimension.
func hold(m *sim.Model, k knowledge, body []int8) {
	clear(k)
	for d, b := range body {
		k.Set(d, agents.Belief(b)*m.Landscape().Truth().Get(d))
	}
}

// bodyHeld returns a body of beliefs in the form that hold takes.
func bodyHeld(m *sim.Model, k knowledge) []int8 {
	body := make([]int8, m.Dimensions())
	for d := range body {
		body[d] = int8(k.Get(d) * m.Landscape().Truth().Get(d))
	}
	return body
}

// holds fails if a body of beliefs is not the one wanted.
func holds(t *testing.T, m *sim.Model, what string, k knowledge, want ...int8) {
	t.Helper()
	if got := bodyHeld(m, k); !slices.Equal(got, want) {
		t.Errorf("tick %d: %s is %v, want %v (1: right)", m.Tick(), what, got, want)
	}
}

// at is an event that happens at one tick.
func at(tick int, what func(m *sim.Model)) sim.Event {
	return sim.EventFunc(func(m *sim.Model, _ *agents.Stream) {
		if m.Tick() == tick {
			what(m)
		}
	})
}

// advance runs some ticks.
func advance(t testing.TB, m *sim.Model, n int) {
	t.Helper()
	for range n {
		step(t, m)
	}
}

// newStream returns the stream of an id at a tick.
func newStream(k kernel.Key, tick, id int) *agents.Stream {
	return (*agents.Stream)(kernel.NewStream(k, tick, id))
}
