package sim_test

import (
	"testing"

	"orglearn/agents"
	"orglearn/network"
	"orglearn/sim"
)

// A tick allocates nothing, once the workers' storage has grown to the largest unit. If workers
// share the people, it allocates for goroutines only, whatever the number of people.
func TestStepDoesNotAllocate(t *testing.T) {
	circles := network.Circles{Of: network.RingLattice{Neighbours: 10}}
	for _, c := range []struct {
		name  string
		spoil func(s *sim.Scenario, c *sim.Channel)
	}{
		{"units", func(*sim.Scenario, *sim.Channel) {}},
		{"circles", func(_ *sim.Scenario, c *sim.Channel) { c.Structure = circles }},
		{"lasting circles", func(_ *sim.Scenario, c *sim.Channel) {
			c.Structure = network.Circles{Of: circles.Of, Lasting: true}
		}},
		{"two seats", func(s *sim.Scenario, c *sim.Channel) {
			c.Structure, s.Attention = network.Hierarchy{Span: 4}, 1
		}},
		{"pairs", func(_ *sim.Scenario, c *sim.Channel) { c.Structure = network.Pairs{} }},
		{"seen", func(s *sim.Scenario, _ *sim.Channel) {
			s.Reality = sim.Blocks{Size: 4, Seen: 16}
		}},
		{"heed", func(_ *sim.Scenario, c *sim.Channel) { c.Heed = 3 }},
		{"heed in ranks", func(_ *sim.Scenario, c *sim.Channel) {
			c.Structure, c.Heed = network.Hierarchy{Span: 8}, 3
		}},
		{"by claims", func(_ *sim.Scenario, c *sim.Channel) {
			c.Externalize, c.ByClaims = agents.Act{}, true
		}},
		{"simultaneous", func(_ *sim.Scenario, c *sim.Channel) { c.Simultaneous = true }},
		{"experience", func(s *sim.Scenario, _ *sim.Channel) { s.Experience = agents.Flip{} }},
		{"memory", func(_ *sim.Scenario, c *sim.Channel) {
			c.Objectify, c.Internalize = agents.Consensus{Share: .6, Ticks: 2}, insistent{}
		}},
		{"asking", func(_ *sim.Scenario, c *sim.Channel) { c.Ask, c.Load = askAny{Share: .5}, 1 }},
		{"turnover", func(s *sim.Scenario, _ *sim.Channel) {
			s.Events = []sim.Event{sim.Turnover{Rate: .1}}
		}},
		{"user's rule", func(_ *sim.Scenario, c *sim.Channel) {
			c.Internalize = agents.InternalizeFunc(oneByOne)
		}},
	} {
		s := ring(network.Isolated{Size: 10}, agents.Absorb{Rate: .1})
		s.People = 200
		c.spoil(&s, &s.Channels[0])
		m := built(t, s, 1, 0)
		for range 10 {
			step(t, m)
		}
		if n := testing.AllocsPerRun(20, func() { step(t, m) }); n != 0 {
			t.Errorf("%s: %v allocations a tick", c.name, n)
		}
	}
	for _, people := range []int{2000, 20000} {
		s := ring(network.Isolated{Size: 10}, agents.Absorb{Rate: .1})
		s.People = people
		m := built(t, s, 1, 0)
		m.SetWorkers(2)
		step(t, m)
		if n := testing.AllocsPerRun(20, func() { step(t, m) }); n > 40 {
			t.Errorf("%d people: %v allocations a tick of two workers, want 40 at most", people, n)
		}
	}
}
