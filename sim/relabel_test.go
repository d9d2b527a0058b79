package sim_test

import (
	"math"
	"slices"
	"testing"

	"orglearn/agents"
	"orglearn/agents/practice"
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/agenda"
	"orglearn/sim/culture"
	"orglearn/sim/flows"
	"orglearn/sim/formation"
	"orglearn/sim/power"
	"orglearn/sim/signals"
	"orglearn/sim/tasks"
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
		{"repository", network.Led{Of: network.Communities{Team: 5, Size: 5}},
			practice.Repository{Of: agents.Superior{Rate: .5}, Until: 9, Fade: .05}, 1,
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
		sameRelabelled(t, c.name, s)
	}
}

// So it is with each mechanism of communities of practice.
func TestNumbersMeanNothingInPractice(t *testing.T) {
	if testing.Short() {
		t.Skip("many replicates")
	}
	leaves := sim.Turnover{Rate: .05}
	stages := practice.Stages{Stages: 4}
	byClock := stages
	byClock.Ticks = 20
	for name, set := range map[string]func(s *sim.Scenario, c *sim.Channel){
		"shares, load": func(s *sim.Scenario, c *sim.Channel) {
			s.Activity, s.Experience = practice.Shares{Ask: 5, Create: 5, Idle: 2}, agents.Flip{}
			c.Ask, c.Load = practice.Respondent{By: practice.ByStanding}, 1
		},
		"respondent": func(_ *sim.Scenario, c *sim.Channel) { c.Ask = practice.Respondent{} },
		"apprentices": func(s *sim.Scenario, c *sim.Channel) {
			c.Participate = practice.Apprenticeship{Wait: 5}
			s.Events = []sim.Event{leaves}
		},
		"apprentices by seat": func(s *sim.Scenario, c *sim.Channel) {
			c.Participate = practice.Apprenticeship{Wait: 5, PerSeat: true}
			s.Events = []sim.Event{leaves, sim.Reshuffle{Channel: c.Name, Every: 5}}
		},
		"masters": func(s *sim.Scenario, c *sim.Channel) {
			c.Ask = masters{practice.Apprenticeship{Wait: 9, Master: practice.LongestTenure}}
			s.Events = []sim.Event{leaves}
		},
		"calendar": func(_ *sim.Scenario, c *sim.Channel) {
			c.Agenda = practice.Calendar{Every: 3, For: 2}
		},
		"stages": func(_ *sim.Scenario, c *sim.Channel) { c.Agenda = byClock },
		"own pace": func(s *sim.Scenario, c *sim.Channel) {
			c.Agenda = stages
			s.Experience = practice.Within{Of: agents.Flip{}}
			s.Events = []sim.Event{flows.Progress{Channel: c.Name, Mastery: 9, Share: 8, Limit: 6},
				sim.Reshuffle{Channel: c.Name, Every: 1, Among: flows.PhaseEnd{}}}
		},
		"leaders": func(_ *sim.Scenario, c *sim.Channel) {
			c.Structure, c.Ask = network.Led{Of: c.Structure}, practice.Led{Share: 9}
		},
		"tasks": func(s *sim.Scenario, c *sim.Channel) {
			c.Objectify = practice.Transactive{Of: c.Objectify}
			c.Ask = practice.Respondent{By: practice.ByDirectory}
			s.Events = []sim.Event{leaves, tasks.Work{Channel: c.Name, Size: 2}}
		},
		"attention": func(s *sim.Scenario, c *sim.Channel) {
			c.Structure, c.Agenda = network.Led{Of: c.Structure}, practice.Attend{Open: 32,
				Talk: .5}
			s.Events = []sim.Event{sim.Turbulence{Rate: .01}, agenda.Attention{Channel: c.Name,
				Look: 8, Work: 1, By: agenda.Manager, Contest: .1}}
		},
		"animator": func(s *sim.Scenario, c *sim.Channel) {
			c.Participate, c.Externalize = practice.Floor{}, practice.PassOn{Of: c.Externalize}
			s.Events = []sim.Event{leaves, agenda.Animate{Channel: c.Name, Voices: 2, Pass: .5,
				Invite: .5}}
		},
		"vote and take": func(_ *sim.Scenario, c *sim.Channel) {
			c.Objectify = practice.Vote{Rate: .5, Hold: .3, Tenure: -.5}
			c.Internalize = practice.Take{Rate: .3, Pull: 2}
		},
		"trust": func(s *sim.Scenario, c *sim.Channel) {
			c.Objectify = practice.Vote{Rate: .5, Trust: 1, TrustRate: .5, HelpRate: .5}
			c.Ask, c.Load = practice.Respondent{By: practice.MostTrusted}, 2
			s.Events = []sim.Event{signals.Signals{Each: .2, Right: .7},
				sim.PermuteTrust{Channel: c.Name, Every: 4}}
		},
		"levels that hide": func(_ *sim.Scenario, c *sim.Channel) {
			c.Structure = network.Nested{Of: c.Structure, Fan: 3, Down: true}
			c.Objectify = practice.Levels{Of: practice.Vote{Rate: .5, Consult: .5}, Every: 2}
			c.Relay = practice.Visibility{HideUp: .3, HideDown: .3}
		},
		"will and commitment": func(s *sim.Scenario, c *sim.Channel) {
			c.Participate = practice.Attendance{Away: 8, Own: .5, Heard: .2, Cost: .3,
				Compel: .2, Of: practice.Commitment{Slope: 1, Quiet: .3}}
			s.Events = []sim.Event{leaves}
		},
		"expectations": func(s *sim.Scenario, c *sim.Channel) {
			c.Participate = practice.Expectations{Every: 3, Learn: 1, Visible: .5, Shown: .5,
				Energy: 1, Quiet: .3}
			s.Events = []sim.Event{leaves}
		},
		"culture": func(s *sim.Scenario, c *sim.Channel) {
			s.Self = culture.Selves{}
			c.Externalize = practice.Withhold{Rate: .8, Slope: 1}
			c.Internalize = practice.Narrow{Rate: .3, Slope: 1}
			s.Events = []sim.Event{leaves, culture.Drift{Channel: c.Name, Contact: .3, Firm: .2},
				culture.Seeded{Channel: c.Name, At: 3, Dose: 90, Depth: 5},
				culture.Notice{Channel: c.Name}}
		},
		"time": func(s *sim.Scenario, c *sim.Channel) {
			c.Agenda = practice.Allotment{Every: 4}
			s.Events = []sim.Event{power.Allot{Channel: c.Name, Ticks: 2, Skew: 16,
				By: power.Merit}}
		},
		"goals and sponsors": func(s *sim.Scenario, c *sim.Channel) {
			c.Structure = network.Headed{Of: network.Assigned{Of: c.Structure, Share: .5,
				Department: 15}, Up: .5, Down: true}
			c.Objectify = practice.Decreed{Of: c.Objectify, Rate: .5}
			c.Relay, c.Agenda = practice.Goals{Share: .5}, practice.Allotment{Every: 4}
			s.Events = []sim.Event{power.Sponsor{Channel: c.Name, Time: .5}}
		},
		"formation": func(s *sim.Scenario, c *sim.Channel) {
			c.Structure, c.Agenda = network.Isolated{Size: 5}, practice.Domain{Topics: 4}
			s.Self, c.Participate = practice.Interests{Topics: 4, Each: 2}, practice.Tally{}
			s.Events = []sim.Event{leaves, formation.Formation{Channel: c.Name, Every: 1,
				Join: .3, Contact: 2, Patience: 5, Life: 6, Heir: true}}
		},
		"curators": func(s *sim.Scenario, c *sim.Channel) {
			shelf := *c
			shelf.Name, shelf.Structure = "shelf", network.Organization{}
			shelf.Objectify = practice.Repository{Of: c.Objectify, Fade: .05}
			s.Channels = append(s.Channels, shelf)
			s.Events = []sim.Event{leaves, sim.Curate{Channel: shelf.Name, By: c.Name}}
		},
		"endowment": func(s *sim.Scenario, c *sim.Channel) {
			c.Structure = network.Isolated{Size: 5} // a person belongs to one unit
			s.Events = []sim.Event{sim.Endowment{Channel: c.Name, Contrast: 1}}
		},
	} {
		s := ring(network.Communities{Team: 5, Size: 5}, agents.Absorb{Rate: .3})
		s.People, s.Ticks, s.Attention, s.Events = 60, 20, 1, nil
		s.Reality = sim.Additive{Seen: 16}
		set(&s, &s.Channels[0])
		sameRelabelled(t, name, s)
	}
}

// sameRelabelled compares a scenario with the same one in which people and units have other
// numbers.
func sameRelabelled(t *testing.T, name string, s sim.Scenario) {
	t.Helper()
	other := s
	other.Name, other.Channels = "relabelled", slices.Clone(s.Channels)
	other.Channels[0].Structure = relabelled{s.Channels[0].Structure}
	v := values(t, 150, payoff, s, other)
	apart := estimated(minus(v[0], v[1]))
	if math.Abs(apart.mean) > 4*apart.se {
		t.Errorf("%s: with other numbers the payoff is lower by %.4f (se %.4f)", name, apart.mean,
			apart.se)
	}
}
