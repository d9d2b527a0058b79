package main

import (
	"orglearn/agents"
	"orglearn/agents/practice"
	"orglearn/sim"
	"orglearn/sim/setups"
)

// mechanism is one thing that writers on communities of practice say, switched on in all
// organizations alike, or one of the three moments switched off.
type mechanism struct {
	name   string
	change func(on *setups.Conditions) // of what the organizations have in common
	set    func(s *sim.Scenario)       // of a scenario
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
