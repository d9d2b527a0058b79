package sim_test

import (
	"math"
	"slices"
	"testing"

	"orglearn/agents"
	"orglearn/agents/practice"
	"orglearn/network"
	"orglearn/sim"
)

// relabelled gives the people and the units of a structure other numbers, drawn at random.
type relabelled struct{ of network.Structure }

func (s relabelled) Build(n int, src network.Source) (*network.Units, error) {
	u, err := s.of.Build(n, src)
	if err != nil {
		return nil, err
	}
	number := src.Perm(n)
	if g := u.Circles(); g != nil {
		edges := slices.Collect(g.Edges())
		for i, e := range edges {
			edges[i].From, edges[i].To = int32(number[e.From]), int32(number[e.To])
		}
		g, err := network.NewGraph(n, edges)
		return network.NewCircles(g), err
	}
	units := make([]network.Membership, u.Len())
	place := src.Perm(u.Len())
	for old, now := range place {
		unit := u.Membership(old)
		for k, other := range unit.Heard {
			unit.Heard[k] = int32(place[other])
		}
		for k := range unit.Voices {
			unit.Voices[k].Person = int32(number[unit.Voices[k].Person])
		}
		for k := range unit.Audience {
			unit.Audience[k] = int32(number[unit.Audience[k]])
		}
		units[now] = unit
	}
	return network.NewUnits(n, units...)
}

// The numbers of people and units have no effect: with other numbers the means are the same apart
// from chance. The test compares 150 pairs of runs with a bound of 4 standard errors. One seed in
// some 15,000 would fail by chance; the seed is fixed.
func TestNumbersMeanNothing(t *testing.T) {
	if testing.Short() {
		t.Skip("many replicates")
	}
	for _, c := range []struct {
		name      string
		structure network.Structure
		rule      agents.Objectifier
		attention int
		shares    practice.Shares
	}{
		{"teams", network.Isolated{Size: 5}, agents.Superior{Rate: .5}, 0, practice.Shares{}},
		{"communities", network.Communities{Team: 5, Size: 5, Periphery: 1},
			agents.Superior{Rate: .5}, 0, practice.Shares{}},
		{"communities, one seat", network.Communities{Team: 5, Size: 5}, agents.Superior{Rate: .5},
			1, practice.Shares{}},
		{"asking and creating", network.Communities{Team: 5, Size: 5}, agents.Superior{Rate: .5},
			1, practice.Shares{Ask: 6, Create: 4, Idle: 1}},
		{"taken for granted", network.Communities{Team: 5, Size: 5}, practice.Vote{Rate: .5,
			PerVote: true, Hold: .4, Tenure: .5}, 1, practice.Shares{}},
		{"nested", network.Nested{Of: network.Led{Of: network.Isolated{Size: 5}}, Fan: 3,
			Down: true, Leads: true},
			practice.Levels{Of: agents.Authority{Rate: .5, Weight: 3}, Every: 2}, 0,
			practice.Shares{}},
		{"hierarchy", network.Hierarchy{Span: 4}, agents.Authority{Rate: .5, Weight: 10}, 0,
			practice.Shares{}},
		{"circles", network.Circles{Of: network.RingLattice{Neighbours: 4}}, agents.Best{}, 0,
			practice.Shares{}},
		{"lasting circles", network.Circles{Of: network.RingLattice{Neighbours: 4}, Lasting: true},
			agents.Majority{Rate: .5}, 0, practice.Shares{}},
	} {
		s := ring(c.structure, agents.Absorb{Rate: .3})
		s.People, s.Ticks, s.Attention, s.Events = 60, 20, c.attention, nil
		s.Reality = sim.Additive{Seen: 16}
		s.Channels[0].Objectify = c.rule
		if c.shares != (practice.Shares{}) {
			s.Activity, s.Experience = c.shares, agents.Flip{}
			s.Channels[0].Ask, s.Channels[0].Load = practice.Respondent{}, 1
		}
		other := s
		other.Name, other.Channels = "relabelled", slices.Clone(s.Channels)
		other.Channels[0].Structure = relabelled{c.structure}
		v := values(t, 150, payoff, s, other)
		apart := estimated(minus(v[0], v[1]))
		if math.Abs(apart.mean) > 4*apart.se {
			t.Errorf("%s: with other numbers the payoff is lower by %.4f (se %.4f)", c.name,
				apart.mean, apart.se)
		}
	}
}
