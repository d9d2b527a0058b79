package sim_test

import (
	"testing"

	"orglearn/agents"
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/setups"
)

// apprentices are heard from their third tick on.
type apprentices struct{}

func (apprentices) Part(p *agents.Person, _ *agents.Unit, _ network.Rank) agents.Part {
	if p.Founder || p.Tenure >= 3 {
		return agents.Both
	}
	return agents.Hears
}

// anything is an agenda of all dimensions, so that people learn as they do without an agenda.
type anything struct{}

func (anything) About(_ *agents.Unit, about []uint64) {
	for i := range about {
		about[i] = ^uint64(0)
	}
}

// BenchmarkMechanisms times the default communities with and without a Participant and an Agenda.
func BenchmarkMechanisms(b *testing.B) {
	for _, c := range []struct {
		name string
		set  func(c *sim.Channel)
	}{
		{"none", func(*sim.Channel) {}},
		{"participant", func(c *sim.Channel) { c.Participate = apprentices{} }},
		{"agenda", func(c *sim.Channel) { c.Agenda = anything{} }},
		{"both", func(c *sim.Channel) { c.Participate, c.Agenda = apprentices{}, anything{} }},
	} {
		b.Run(c.name, func(b *testing.B) {
			s := setups.Communities{}.Scenario()
			c.set(&s.Channels[0])
			for b.Loop() {
				m := built(b, s, 1991, 0)
				for range s.Ticks {
					step(b, m)
				}
			}
			ticks := float64(s.Ticks) * float64(s.People) * float64(b.N)
			b.ReportMetric(ticks/b.Elapsed().Seconds(), "agent-ticks/s")
		})
	}
}
