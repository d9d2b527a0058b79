package main

import (
	"fmt"

	"orglearn/agents"
	"orglearn/agents/practice"
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/setups"
)

// The kinds of repository.
const (
	none       = "none"
	open       = "open"       // all write
	curated    = "curated"    // one community writes
	unattended = "unattended" // all write, and after some time nobody does
	// forum is a control: all write, and what is written is gone in the next tick. It has the reach
	// of an open repository without the memory.
	forum = "forum"
)

var kinds = []string{none, open, curated, unattended, forum}

// threes is the setting of Bernstein, Shore and Lazer (2018).
const threes = "threes"

var settings = []string{"communities", "hierarchy", "isolated", threes}

// organization is one combination of the parameters.
type organization struct {
	kind, setting        string
	asking, every        int
	turbulence, turnover float64
	until                int
	fade                 float64
	ticks                int
}

// String names the organization.
func (o organization) String() string {
	return fmt.Sprintf("%s %s asking %d every %d rates %v %v until %d fade %v of %d",
		o.kind, o.setting, o.asking, o.every, o.turbulence, o.turnover, o.until, o.fade, o.ticks)
}

// scenario is the organization with its repository. Everybody tries one change alone in each tick,
// and heeds one seat.
func (o organization) scenario() sim.Scenario {
	s := o.units()
	s.Name, s.Experience = o.String(), agents.Flip{}
	s.Events = []sim.Event{
		sim.Turbulence{Rate: o.turbulence}, sim.Turnover{Rate: o.turnover},
	}
	r := setups.Repository{On: o.kind != none, Curated: o.kind == curated, Fade: o.fade}
	switch o.kind {
	case unattended:
		r.Until = o.until
	case forum:
		r.Fade = 1
	}
	r.AddTo(&s)
	return s
}

// units is the organization without a repository.
func (o organization) units() sim.Scenario {
	on := setups.Default()
	on.Ticks = o.ticks
	on.Practice.Shares.Ask = o.asking
	on.Practice.Load = 1
	on.Practice.Calendar = o.calendar()
	switch o.setting {
	case "hierarchy":
		return setups.Hierarchy{On: &on}.Scenario()
	case "isolated":
		return setups.Isolated{On: &on}.Scenario()
	case threes:
		return o.rugged()
	}
	return setups.Communities{On: &on}.Scenario()
}

// calendar opens units in one tick of every so many.
func (o organization) calendar() practice.Calendar {
	if o.every == 1 {
		return practice.Calendar{}
	}
	return practice.Calendar{Every: o.every, For: 1}
}

// rugged is 30 people in groups of three who copy the best of their group, on a rugged landscape.
func (o organization) rugged() sim.Scenario {
	s := sim.Scenario{
		People: 30, Dimensions: 16, Ticks: o.ticks, Attention: 1, Reality: sim.NK{K: 5},
		Beliefs: agents.Mixed{},
		Channels: []sim.Channel{{
			Name: setups.Channel, Structure: network.Circles{Of: network.Caveman{Size: 3}},
			Externalize: agents.Say{Rate: 1}, Objectify: agents.Best{},
			Internalize: agents.Absorb{Rate: .3}, Agenda: o.calendar().Agenda(),
		}},
	}
	if o.asking > 0 {
		s.Activity = practice.Shares{Ask: o.asking}
		s.Channels[0].Ask, s.Channels[0].Load = practice.Respondent{}, 1
	}
	return s
}

// built is the organization at its beginning.
func built(o organization) *sim.Model {
	m, err := sim.New(o.scenario(), 1, 0)
	if err != nil {
		panic(err) // it has run
	}
	return m
}
