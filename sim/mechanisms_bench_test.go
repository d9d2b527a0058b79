package sim_test

import (
	"testing"

	"orglearn/agents"
	"orglearn/sim"
	"orglearn/sim/setups"
)

// apprentices are heard from their third tick on.
type apprentices struct{}

func (apprentices) Part(p *agents.Person, _ *agents.Unit, _ agents.Rank) agents.Part {
	if p.Founder || p.Tenure >= 3 {
		return agents.Both
	}
	return agents.Hears
}

// halves are agendas of half of the dimensions, by turns.
type halves struct{}

func (halves) About(u *agents.Unit, about []uint64) {
	for i := range about {
		about[i] = 0xffffffff << (32 * (uint(u.ID+u.Tick) & 1))
	}
}

// BenchmarkMechanisms is the default communities with and without what says who takes part and what
// units are about.
func BenchmarkMechanisms(b *testing.B) {
	for _, c := range []struct {
		name string
		set  func(c *sim.Channel)
	}{
		{"none", func(*sim.Channel) {}},
		{"participant", func(c *sim.Channel) { c.Participate = apprentices{} }},
		{"agenda", func(c *sim.Channel) { c.Agenda = halves{} }},
		{"both", func(c *sim.Channel) { c.Participate, c.Agenda = apprentices{}, halves{} }},
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
