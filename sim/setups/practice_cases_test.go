package setups_test

import (
	"orglearn/agents"
	"orglearn/agents/practice"
	"orglearn/sim"
	"orglearn/sim/agenda"
	"orglearn/sim/culture"
	"orglearn/sim/flows"
	"orglearn/sim/formation"
	"orglearn/sim/power"
	"orglearn/sim/setups"
	"orglearn/sim/tasks"
)

// mechanism is one field of a Practice that is on.
type mechanism struct {
	name  string // of the field
	given func(*setups.Practice)
	set   func(*setups.Practice)
	needs func(*sim.Scenario) // in the organization without the mechanism, too
	with  func(*sim.Scenario) // what goes with the mechanism
}

// without returns an organization without the mechanism, under conditions.
func (m mechanism) without(on setups.Conditions) sim.Scenario {
	if m.given != nil {
		m.given(&on.Practice)
	}
	s := setups.Communities{On: &on}.Scenario()
	if m.needs != nil {
		m.needs(&s)
	}
	return s
}

// in returns the organization with the mechanism.
func (m mechanism) in(on setups.Conditions) sim.Scenario {
	given := m
	given.given = func(p *setups.Practice) {
		if m.given != nil {
			m.given(p)
		}
		m.set(p)
	}
	s := given.without(on)
	if m.with != nil {
		m.with(&s)
	}
	return s
}

func trying(s *sim.Scenario) { s.Experience = agents.Flip{} }

func leaving(s *sim.Scenario) { s.Events = append(s.Events, sim.Turnover{Rate: .02}) }

func turning(s *sim.Scenario) { s.Events = append(s.Events, sim.Turbulence{Rate: .01}) }

func onward(s *sim.Scenario) {
	s.Events = append(s.Events, flows.Progress{Channel: setups.Channel, Limit: 20, Mastery: 12,
		Share: 8})
}

func asking(p *setups.Practice) { p.Shares.Ask = 5 }

func topped(p *setups.Practice) { p.Nested.Top = true }

func nestedIn4(p *setups.Practice) { p.Nested = setups.Nested{Top: true, Fan: 4} }

// mechanisms are all fields of a Practice, one at a time.
var mechanisms = []mechanism{
	{name: "Shares.Ask", set: asking},
	{name: "Shares.Create", set: func(p *setups.Practice) { p.Shares.Create = 6 }, needs: trying},
	{name: "Shares.Idle", set: func(p *setups.Practice) { p.Shares.Idle = 4 }},
	{name: "Respondent", given: asking, set: func(p *setups.Practice) {
		p.Respondent.By = practice.ByStanding
	}},
	{name: "Load", given: asking, set: func(p *setups.Practice) { p.Load = 1 }},
	{name: "Reuse", given: asking, set: func(p *setups.Practice) { p.Reuse = .9 }},
	{name: "Apprenticeship.Wait", set: func(p *setups.Practice) {
		p.Apprenticeship.Wait = 10
	}, needs: leaving},
	{name: "Apprenticeship.Master", given: func(p *setups.Practice) {
		p.Apprenticeship.Wait = 10
	}, set: func(p *setups.Practice) {
		p.Apprenticeship.Master = practice.BestStanding
	}, needs: leaving},
	{name: "Apprenticeship.PerSeat", given: func(p *setups.Practice) {
		p.Apprenticeship.Wait = 10
	}, set: func(p *setups.Practice) {
		p.Apprenticeship.PerSeat = true
	}, needs: func(s *sim.Scenario) {
		leaving(s)
		s.Events = append(s.Events, sim.Reshuffle{Channel: setups.Channel, Every: 4})
	}},
	{name: "Apprenticeship.Slope", set: func(p *setups.Practice) {
		p.Apprenticeship.Slope = 1
	}, needs: leaving},
	{name: "Hold", set: func(p *setups.Practice) { p.Hold = .5 }},
	{name: "Pull", set: func(p *setups.Practice) { p.Pull = 1 }},
	{name: "Calendar", set: func(p *setups.Practice) {
		p.Calendar = practice.Calendar{Every: 4, For: 3}
	}},
	{name: "Stages", set: func(p *setups.Practice) {
		p.Stages = practice.Stages{Stages: 4, Ticks: 200, Block: 4}
	}},
	{name: "Stages, own pace", set: func(p *setups.Practice) {
		p.Stages = practice.Stages{Stages: 4, Block: 4}
	}, with: onward},
	{name: "Led", set: func(p *setups.Practice) { p.Led.Share = 8 }},
	{name: "Nested.Top", set: topped},
	{name: "Nested.Fan", given: topped, set: func(p *setups.Practice) { p.Nested.Fan = 4 }},
	{name: "Nested.Down", given: nestedIn4, set: func(p *setups.Practice) {
		p.Nested.Down = true
	}},
	{name: "Nested.Formal", given: nestedIn4, set: func(p *setups.Practice) {
		p.Nested.Formal = true
	}},
	{name: "Nested.Hidden", given: nestedIn4, set: func(p *setups.Practice) {
		p.Nested.Hidden = .5
	}},
	{name: "Nested.Every", given: nestedIn4, set: func(p *setups.Practice) {
		p.Nested.Every = 3
	}},
	{name: "Consult", given: topped, set: func(p *setups.Practice) { p.Consult = .5 }},
	{name: "Trust", set: func(p *setups.Practice) { p.Trust, p.TrustRate = 1, .5 }},
	{name: "TrustRate", given: func(p *setups.Practice) { p.Trust = 1 },
		set: func(p *setups.Practice) { p.TrustRate = .5 }},
	{name: "HelpRate", given: func(p *setups.Practice) {
		asking(p)
		p.Load, p.Respondent.By = 1, practice.MostHelpful
	}, set: func(p *setups.Practice) { p.HelpRate = .5 }},
	{name: "Attendance", set: func(p *setups.Practice) {
		p.Attendance = practice.Attendance{Away: 4, Own: 1, Compel: .2, Crowd: -1, ShortTerm: .5}
	}},
	{name: "Commitment", set: func(p *setups.Practice) {
		p.Commitment = practice.Commitment{Slope: 1, Quiet: .3}
	}},
	{name: "Expectations", set: func(p *setups.Practice) {
		p.Expectations = practice.Expectations{Every: 4, Learn: 1, Energy: 1, Quiet: .3}
	}},
	{name: "Culture.Drift", given: func(p *setups.Practice) {
		p.Culture.Narrow = 1
	}, set: func(p *setups.Practice) { p.Culture.Drift = culture.Drift{Contact: .3} }},
	{name: "Culture.Withhold", set: func(p *setups.Practice) { p.Culture.Withhold = 1 }},
	{name: "Culture.Narrow", set: func(p *setups.Practice) { p.Culture.Narrow = 1 }},
	{name: "Time", set: func(p *setups.Practice) {
		p.Time = setups.Time{Every: 8, Allot: power.Allot{Ticks: 5, Skew: 16, By: power.Merit}}
	}},
	{name: "Attention", set: func(p *setups.Practice) {
		p.Attention = setups.Attention{
			Attention: agenda.Attention{Look: 8, Contest: .3, Work: 1}, Open: 32, Talk: 1,
		}
	}},
	{name: "Attention, as in examples/claim", set: func(p *setups.Practice) {
		p.Attention.Attention = agenda.Attention{Look: 4, Work: 1}
	}, needs: turning},
	{name: "Tasks", given: func(p *setups.Practice) {
		asking(p)
		p.Respondent.By = practice.ByDirectory
	}, set: func(p *setups.Practice) { p.Tasks = tasks.Work{Size: 2, By: tasks.Someone} }},
	{name: "Animator", set: func(p *setups.Practice) {
		p.Animator = agenda.Animate{Voices: 2, Pass: .5, Invite: .5}
	}},
	{name: "Contrast", set: func(p *setups.Practice) { p.Contrast = 1 }},
	{name: "Formation", set: func(p *setups.Practice) {
		p.Formation = setups.Formation{
			Formation: formation.Formation{Every: 1, Join: .5, Patience: 20, Life: 30},
			Topics:    4, Each: 2, Incidental: 2,
		}
	}},
	{name: "Formation, as in examples/claim", set: func(p *setups.Practice) {
		p.Formation = setups.Formation{
			Formation: formation.Formation{Every: 5, Join: .5}, Topics: 8, Each: 2,
		}
	}},
	{name: "Repository", set: func(p *setups.Practice) { p.Repository.On = true }},
}
