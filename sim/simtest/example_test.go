package simtest_test

import (
	"testing"

	"orglearn/agents"
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/simtest"
)

// Mentors lets a unit's leader have the last word, in Weight of 16 ticks.
type Mentors struct{ Weight int }

func (r Mentors) Objectify(u *agents.Unit, said *agents.Voices, norm agents.Knowledge) {
	agents.Superior{Rate: .5}.Objectify(u, said, norm)
	if u.Tick%16 >= r.Weight {
		return
	}
	for k := range said.Len() {
		for i, claim := range said.At(k) {
			if said.Rank(k) == network.Leader {
				norm[i] = norm[i].Take(claim, claim.Known())
			}
		}
	}
}

func TestMentors(t *testing.T) {
	s := sim.Scenario{
		Name: "mentors", People: 13, Dimensions: 64, Ticks: 6,
		Channels: []sim.Channel{{
			Name: "work", Structure: network.Hierarchy{Span: 3},
			Externalize: agents.Say{Rate: .8}, Objectify: agents.Superior{Rate: .5},
			Internalize: agents.Absorb{Rate: .3},
		}},
	}
	simtest.Off(t, s, func(s *sim.Scenario) { s.Channels[0].Objectify = Mentors{Weight: 0} })
	s.Channels[0].Objectify = Mentors{Weight: 2}
	simtest.Same(t, s)
	simtest.Clone(t, s)
	simtest.Rearranged(t, s, "work")
}
