package sim_test

import (
	"testing"

	"orglearn/agents"
	"orglearn/network"
	"orglearn/sim"
)

// oneByOne absorbs one dimension at a time, as a user may write it.
func oneByOne(p *agents.Person, norm, belief agents.Knowledge) {
	for d := range p.Dimensions {
		if n := norm.Get(d); n != 0 && n != belief.Get(d) && p.Coin(.1) {
			belief.Set(d, n)
		}
	}
}

func ring(s network.Structure, r agents.Internalizer) sim.Scenario {
	return sim.Scenario{
		Name: "ring", People: 1000, Dimensions: 64, Ticks: sim.MaxTicks,
		Reality: sim.Blocks{Size: 4},
		Channels: []sim.Channel{{
			Name: "ring", Structure: s,
			Externalize: agents.Say{Rate: 1}, Objectify: agents.Superior{Rate: .5},
			Internalize: r,
		}},
		// without turnover everybody would soon agree, and there would be nothing to do
		Events: []sim.Event{sim.Turnover{Rate: .02}},
	}
}

// BenchmarkRing times one channel of 1,000 people and 64 dimensions on one core, per person and
// tick.
func BenchmarkRing(b *testing.B) {
	for _, c := range []struct {
		name     string
		scenario sim.Scenario
	}{
		{"units", ring(network.Isolated{Size: 10}, agents.Absorb{Rate: .1})},
		{"circles", ring(network.Circles{Of: network.RingLattice{Neighbours: 10}},
			agents.Absorb{Rate: .1})},
		{"user-rule", ring(network.Isolated{Size: 10}, agents.InternalizeFunc(oneByOne))},
	} {
		b.Run(c.name, func(b *testing.B) { steps(b, c.scenario) })
	}
}

func steps(b *testing.B, s sim.Scenario) {
	m, err := sim.New(s, 1, 0)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if err := m.Step(); err != nil {
			b.Fatal(err)
		}
	}
	people := float64(b.N) * float64(s.People)
	b.ReportMetric(people/b.Elapsed().Seconds(), "agent-ticks/s")
	b.ReportMetric(b.Elapsed().Seconds()*1e9/people, "ns/agent-tick")
}
