package main

import (
	"cmp"
	"slices"

	"orglearn/agents"
	"orglearn/agents/practice"
	"orglearn/sim"
	"orglearn/sim/agenda"
	"orglearn/sim/culture"
	"orglearn/sim/formation"
	"orglearn/sim/power"
	"orglearn/sim/setups"
	"orglearn/sim/signals"
	"orglearn/sim/tasks"
)

// mechanism is one thing that writers on communities of practice say, switched on in all
// organizations alike, or one of the three moments switched off.
type mechanism struct {
	name   string
	change func(on *setups.Conditions) // of what the organizations have in common
	set    func(s *sim.Scenario)       // of a scenario
	// where is the condition in which the table shows it ("": the plain one): some do nothing where
	// reality stays as it is
	where string
}

// label names the mechanism in the table.
func (x mechanism) label() string {
	if x.where != "" {
		return x.name + ", " + x.where
	}
	return x.name
}

// shown is the name of the condition in which the table shows the mechanism.
func (x mechanism) shown() string { return cmp.Or(x.where, plain().name) }

// looking is a unit that looks for what has changed. So it is set beside none where reality turns.
var looking = mechanism{
	name: "units look for change", where: turns, change: func(on *setups.Conditions) {
		on.Practice.Attention.Attention = agenda.Attention{Look: 4, Work: 1}
	},
}

const (
	none      = "none"
	searching = "everybody searches too"
)

// moments are searching alone, and the same with one of the three moments switched off.
var moments = []mechanism{
	{name: searching, set: search},
	{name: "no externalizing", set: func(s *sim.Scenario) {
		search(s)
		s.Channels[0].Externalize = agents.Say{Rate: 0}
	}},
	{name: "no objectifying", set: func(s *sim.Scenario) {
		search(s)
		s.Channels[0].Objectify = agents.Superior{Rate: 0}
	}},
	{name: "no internalizing", set: func(s *sim.Scenario) {
		search(s)
		s.Channels[0].Internalize = agents.Absorb{Rate: 0}
	}},
}

// added are the mechanisms that the literature adds to the ring, in the order of the table.
// Parameters whose sign is argued about (Pull and Slope) are 0 in all rows but those that name
// them.
var added = []mechanism{
	with("half the time idle", func(p *setups.Practice) { p.Shares.Idle = 8 }),
	with("half the time asking", func(p *setups.Practice) { p.Shares.Ask = 8 }),
	{name: "a quarter creating", set: search, change: func(on *setups.Conditions) {
		on.Practice.Shares.Create = 4
	}},
	with("newcomers wait 20", func(p *setups.Practice) { p.Apprenticeship.Wait = 20 }),
	with("newcomers heed a master", func(p *setups.Practice) {
		p.Apprenticeship.Wait, p.Apprenticeship.Master = 20, practice.DrawnMaster
	}),
	with("tenure counts more", func(p *setups.Practice) { p.Apprenticeship.Slope = 1 }),
	with("tenure counts less", func(p *setups.Practice) { p.Apprenticeship.Slope = -1 }),
	with("norms are held", func(p *setups.Practice) { p.Hold = .5 }),
	with("strong norms pull", func(p *setups.Practice) { p.Pull = 1 }),
	with("strong norms repel", func(p *setups.Practice) { p.Pull = -.5 }),
	with("the top is heard", func(p *setups.Practice) { p.Nested.Down = true }),
	with("9 of 10 unseen above", func(p *setups.Practice) { p.Nested.Hidden = .9 }),
	with("communities unseen", func(p *setups.Practice) { p.Nested.Formal = true }),
	with("the top may block", func(p *setups.Practice) {
		p.Nested.Down, p.Consult = true, 1
	}),
	with("the top is 5 times slower", func(p *setups.Practice) { p.Nested.Every = 5 }),
	with("units meet 5 ticks of 10", func(p *setups.Practice) {
		p.Calendar = practice.Calendar{Every: 10, For: 5}
	}),
	with("one stage at a time", func(p *setups.Practice) {
		p.Stages = practice.Stages{Stages: 4, Loops: 2, Ticks: lastTick, Block: 4}
	}),
	with("half heed a leader", func(p *setups.Practice) { p.Led.Share = 8 }),
	with("half the meetings missed", func(p *setups.Practice) { p.Attendance.Away = 8 }),
	with("who gains comes more", func(p *setups.Practice) {
		p.Attendance = practice.Attendance{Away: 8, Own: 1}
	}),
	with("who gains comes less", func(p *setups.Practice) {
		p.Attendance = practice.Attendance{Away: 8, Own: -1}
	}),
	with("who is heard comes more", func(p *setups.Practice) {
		p.Attendance = practice.Attendance{Away: 8, Heard: 1}
	}),
	with("half of them must come", func(p *setups.Practice) {
		p.Attendance = practice.Attendance{Away: 8, Own: 1, Compel: .5}
	}),
	with("and who must talks less", func(p *setups.Practice) {
		p.Attendance = practice.Attendance{Away: 8, Own: 1, Compel: .5, Crowd: -.5}
	}),
	with("the committed speak", func(p *setups.Practice) {
		p.Commitment = practice.Commitment{Slope: 1, Quiet: .5}
	}),
	with("content gives energy", func(p *setups.Practice) {
		p.Expectations = practice.Expectations{Every: 10, Learn: 1, Energy: 1, Quiet: .5}
	}),
	with("individualists withhold", withholding),
	with("rivals listen narrowly", func(p *setups.Practice) { p.Culture.Narrow = 1 }),
	with("the better meet more", func(p *setups.Practice) { p.Time = time(power.Merit) }),
	with("who agrees meets more", func(p *setups.Practice) { p.Time = time(power.Agreement) }),
	with("the trusted count more", func(p *setups.Practice) { p.Trust, p.TrustRate = 1, .5 }),
	with("the trusted count less", func(p *setups.Practice) { p.Trust, p.TrustRate = -1, .5 }),
	with("asking who is known for it", func(p *setups.Practice) {
		p.Shares.Ask, p.Respondent.By = 8, practice.ByDirectory
		p.Tasks = tasks.Work{Size: 4, By: tasks.Named}
	}),
	looking,
	with("what is contested comes next", func(p *setups.Practice) {
		p.Attention.Attention = agenda.Attention{Contest: .5}
		p.Attention.Open, p.Attention.Talk = 32, 1
	}),
	with("3 have the floor", func(p *setups.Practice) { p.Animator.Voices = 3 }),
	with("3, with an animator", func(p *setups.Practice) {
		p.Animator = agenda.Animate{Voices: 3, Pass: 1, Invite: 1}
	}),
	with("half the units begin poor", func(p *setups.Practice) { p.Contrast = 1 }),
	with("communities form", func(p *setups.Practice) {
		p.Formation = setups.Formation{
			Formation: formation.Formation{Every: 5, Join: .5}, Topics: 8, Each: 2,
		}
	}),
	with("a repository for all", func(p *setups.Practice) { p.Repository.On = true }),
	with("a curated repository", func(p *setups.Practice) {
		p.Repository.On, p.Repository.Curated = true, true
	}),
	happens("practitioners see a little", nil, func(sim.Scenario) sim.Event {
		return signals.Signals{Each: .05, Right: .6}
	}),
	happens("experts see as much", nil, func(sim.Scenario) sim.Event {
		const one = 5 // person of so many is an expert
		return signals.Signals{Per: one, Right: .9, Each: signals.Match(.05*one, .6, .9)}
	}),
	happens("withholding, and a programme", withholding, func(s sim.Scenario) sim.Event {
		return culture.Programme{Trait: practice.Individualism, Dose: steps * s.People}
	}),
	happens("withholding, and seeding", withholding, func(s sim.Scenario) sim.Event {
		return culture.Seeded{Channel: s.Channels[0].Name, Trait: practice.Individualism,
			Dose: steps * s.People, Depth: 2 * steps}
	}),
}

// steps is by how much people become less individualistic, in the mean.
const steps = 4

func withholding(p *setups.Practice) { p.Culture.Withhold = 1 }

// happens is a mechanism that is an event, beside a field of setups.Practice.
func happens(
	name string, change func(p *setups.Practice), event func(sim.Scenario) sim.Event,
) mechanism {
	x := mechanism{name: name, set: func(s *sim.Scenario) {
		s.Events = append(slices.Clip(s.Events), event(*s))
	}}
	if change != nil {
		x.change = func(on *setups.Conditions) { change(&on.Practice) }
	}
	return x
}

// time gives each unit half of the ticks, and more of them to some than to others.
func time(by power.Ground) setups.Time {
	return setups.Time{Every: 16, Allot: power.Allot{Ticks: 8, Skew: 16, By: by}}
}

// mechanisms are all that is tested: none, the moments, and what is added.
var mechanisms = append(append([]mechanism{{name: none}}, moments...), added...)

// with is a mechanism that is a field of setups.Practice.
func with(name string, change func(p *setups.Practice)) mechanism {
	return mechanism{name: name, change: func(on *setups.Conditions) { change(&on.Practice) }}
}

func search(s *sim.Scenario) { s.Experience = agents.Flip{} }

// apply returns the organizations of a condition with the mechanism.
func (x mechanism) apply(c condition) ([]sim.Scenario, error) {
	if x.change != nil {
		x.change(&c.on)
	}
	all, err := organizations(c)
	for i := range all {
		if x.set != nil {
			all[i] = inChannel(all[i], func(*sim.Channel) {})
			x.set(&all[i])
		}
	}
	return all, err
}
