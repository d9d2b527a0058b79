package main

import (
	"orglearn/agents/practice"
	"orglearn/sim"
	"orglearn/sim/culture"
	"orglearn/sim/setups"
)

// organization is the library's communities of practice under the conditions of a comparison, with
// turnover.
type organization struct {
	name     string
	attend   practice.Attendance
	expect   practice.Expectations
	culture  setups.Culture
	dose     int // person-steps of a change towards less individualism; 0: none
	depth    int // steps a person where it is seeded; 0: a programme for all
	miss     int // sixteenths of people whom a programme does not reach
	at       int // the tick of the change
	open     int // dimensions that a unit is about at a time; 0: all
	turnover float64
	ticks    int
}

// scenario returns the organization. All rules that are measured are there also where they are off,
// and all people have traits: neither changes a bit of what they learn.
func (o organization) scenario() sim.Scenario {
	on := setups.Default()
	on.Ticks = o.ticks
	on.Practice.Attendance, on.Practice.Culture = o.attend, o.culture
	s := setups.Communities{On: &on}.Scenario()
	s.Name, s.Self = o.name, culture.Selves{}
	attend := o.attend
	attend.Of = o.expect
	s.Channels[0].Participate = attend
	if o.open > 0 {
		s.Channels[0].Agenda = practice.Attend{Open: o.open, Block: on.Block}
	}
	if o.turnover > 0 {
		s.Events = append(s.Events, sim.Turnover{Rate: o.turnover})
	}
	if o.dose > 0 {
		s.Events = append(s.Events, o.change())
	}
	return s
}

// change is that of culture.
func (o organization) change() sim.Event {
	if o.depth == 0 {
		return culture.Programme{
			At: o.at, Trait: practice.Individualism, Dose: o.dose, Miss: o.miss,
		}
	}
	return culture.Seeded{
		Channel: setups.Channel, At: o.at, Trait: practice.Individualism, Dose: o.dose,
		Depth: o.depth,
	}
}
