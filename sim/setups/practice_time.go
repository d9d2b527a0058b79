package setups

import (
	"orglearn/agents/practice"
	"orglearn/sim"
	"orglearn/sim/agenda"
	"orglearn/sim/formation"
	"orglearn/sim/power"
	"orglearn/sim/tasks"
)

// Time is how the firm allots meeting ticks to units (practice.Allotment, power.Allot).
type Time struct {
	Every int         // ticks of a period (0: units always meet, and the other fields do nothing)
	Allot power.Allot // Its Channel is ignored.
}

// Attention is what units attend to (agenda.Attention), and how far they talk of it
// (practice.Attend).
type Attention struct {
	agenda.Attention         // Its Channel is ignored. Look and Contest at 0: no event.
	Open             int     // dimensions talked of in a tick, a multiple of Block (0: all)
	Talk             float64 // slope of talking of issues first, -1 to 1
}

func (a Attention) on() bool {
	return a.Look != 0 || a.Contest != 0 || a.Work != 0 || a.Open != 0
}

// Formation lets people found and join communities beside the units that are there
// (formation.Formation), each about the topics that interest its members (practice.Domain).
type Formation struct {
	formation.Formation     // Its Channel is ignored. Every at 0: off.
	Topics              int // into which the dimensions are divided
	Each                int // topics that interest a person
	Incidental          int // sixteenths of talk outside a community's topics
}

// about sets what units are about, and when they meet.
func (p Practice) about(s *sim.Scenario, c *sim.Channel, on Conditions) {
	f := p.Formation
	switch {
	case p.Stages.Stages != 0 && f.Every != 0:
		c.Agenda = twice{"Practice.Stages", "Practice.Formation"}
	case p.Stages.Stages != 0:
		c.Agenda = p.Stages
	case f.Every != 0:
		c.Agenda = practice.Domain{
			Topics: f.Topics, Incidental: f.Incidental, Block: on.Block,
		}
		s.Self = practice.Interests{Topics: f.Topics, Each: f.Each}
	}
	if p.Attention.on() {
		c.Agenda = practice.Attend{
			Open: p.Attention.Open, Block: on.Block, Talk: p.Attention.Talk, Of: c.Agenda,
		}
	}
	if p.Time.Every != 0 {
		c.Agenda = practice.Allotment{Every: p.Time.Every, Of: c.Agenda}
	}
	calendar := p.Calendar
	if calendar.Of = nil; calendar != (practice.Calendar{}) {
		calendar.Of = c.Agenda
		c.Agenda = calendar
	}
}

// happen sets the events of what units are about.
func (p Practice) happen(s *sim.Scenario, c *sim.Channel) {
	if f := p.Formation.Formation; f.Every != 0 {
		f.Channel = c.Name
		s.Events = append(s.Events, f)
	}
	if p.Time.Every != 0 {
		allot := p.Time.Allot
		allot.Channel = c.Name
		s.Events = append(s.Events, allot)
	}
	if a := p.Attention.Attention; p.Attention.on() {
		a.Channel = c.Name
		s.Events = append(s.Events, a)
	}
	if work := p.Tasks; work.Size != 0 {
		work.Channel = c.Name
		c.Objectify = practice.Transactive{Of: c.Objectify}
		s.Events = append(s.Events, tasks.Work(work))
	}
	if a := p.Animator; a.Voices != 0 {
		a.Channel = c.Name
		s.Events = append(s.Events, a)
	}
	if p.Contrast != 0 {
		s.Events = append(s.Events, sim.Endowment{Channel: c.Name, Contrast: p.Contrast})
	}
}
