package setups

import (
	"fmt"

	"orglearn/agents"
	"orglearn/agents/practice"
	"orglearn/sim"
	"orglearn/sim/culture"
)

// Culture is what people are beside their beliefs, and what that does. Zero is off: nobody has
// traits. People also have traits if Attendance.ShortTerm is not 0.
type Culture struct {
	Drift    culture.Drift // how traits move. Its Channel is ignored.
	Withhold float64       // slope of keeping back what sets one apart (practice.Withhold)
	// Narrow: slope of not listening to contradiction (practice.Narrow). It does not go with Pull.
	Narrow float64
}

// participate sets who hears and is heard. A newcomer waits first; then the floor, energy,
// commitment and the will to come decide, each apart from the others.
func (p Practice) participate(c *sim.Channel) {
	if a := p.Apprenticeship; a.Wait != 0 {
		a.Of = nil
		c.Participate = a
	}
	if p.Animator.Voices != 0 {
		c.Participate = practice.Floor{Of: c.Participate}
	}
	e := p.Expectations
	if e.Of = nil; e != (practice.Expectations{}) {
		e.Of = c.Participate
		c.Participate = e
	}
	k := p.Commitment
	if k.Of = nil; k != (practice.Commitment{}) {
		k.Of = c.Participate
		c.Participate = k
	}
	a := p.Attendance
	if a.Of = nil; a != (practice.Attendance{}) {
		a.Of = c.Participate
		c.Participate = a
	}
	if p.Formation.Every != 0 && p.Formation.Patience != 0 {
		c.Participate = practice.Tally{Of: c.Participate}
	}
}

// talk sets how people speak, and how they learn from norms.
func (p Practice) talk(s *sim.Scenario, c *sim.Channel, on Conditions) {
	say := p.Attendance.Say(1)
	if p.Attendance.Crowd != 0 {
		c.Externalize = say
	}
	if p.Culture.Withhold != 0 {
		c.Externalize = practice.Withhold{Rate: say.Rate, Slope: p.Culture.Withhold}
	}
	if p.Animator.Voices != 0 {
		c.Externalize = practice.PassOn{Of: c.Externalize}
	}
	switch {
	case p.Pull != 0 && p.Culture.Narrow != 0:
		c.Internalize = twice{"Practice.Pull", "Practice.Culture.Narrow"}
	case p.Pull != 0:
		c.Internalize = practice.Take{Rate: on.Absorb, Pull: p.Pull}
	case p.Culture.Narrow != 0:
		c.Internalize = practice.Narrow{Rate: on.Absorb, Slope: p.Culture.Narrow}
	}
	if p.Culture != (Culture{}) || p.Attendance.ShortTerm != 0 {
		s.Self = culture.Selves{Of: s.Self}
	}
}

// grow sets the events of culture.
func (p Practice) grow(s *sim.Scenario, c *sim.Channel) {
	drift := p.Culture.Drift
	if drift.Channel = ""; drift != (culture.Drift{}) {
		drift.Channel = c.Name
		s.Events = append(s.Events, drift)
	}
	if p.Culture.Withhold != 0 {
		s.Events = append(s.Events, culture.Notice{Channel: c.Name})
	}
}

// twice stands for two mechanisms that set one rule of a channel in two ways. A scenario with it is
// not valid.
type twice struct{ one, other string }

// Validate reports both.
func (r twice) Validate() error {
	return fmt.Errorf("%s and %s are both on, want one of them: each is the whole rule", r.one,
		r.other)
}

// Internalize does nothing: the rule is never valid.
func (twice) Internalize(*agents.Person, agents.Knowledge, agents.Knowledge) {}

// About does nothing: the rule is never valid.
func (twice) About(*agents.Unit, []uint64) {}
