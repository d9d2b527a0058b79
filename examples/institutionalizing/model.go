package main

import (
	"fmt"

	"orglearn/agents"
	"orglearn/agents/practice"
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/power"
	"orglearn/sim/setups"
)

// dialNames are the dials of an institution, in the order of firm.dials.
var dialNames = []string{"sponsored", "assigned", "compelled", "goals", "wayup"}

// The forms of power beside the dials.
const (
	none      = "none"
	authority = "authority" // a leader's vote counts five times
	screening = "screening" // a leader blocks every second change against what he believes
	chance    = "chance"    // half of all meeting ticks, more to some units: drawn
	agreement = "agreement" // the same, to those that agree with the manager
	merit     = "merit"     // the same, to those that know more, as far as is seen
)

var powers = []string{none, authority, screening, chance, agreement, merit}

// firm is an organization.
type firm struct {
	dials    [5]float64
	power    string
	turnover float64
	ticks    int
}

// String names the organization.
func (f firm) String() string {
	d := f.dials
	return fmt.Sprintf("dials %v %v %v %v %v power %s turnover %v ticks %d", d[0], d[1], d[2],
		d[3], d[4], f.power, f.turnover, f.ticks)
}

// scenario is the institution, with its power and turnover.
func (f firm) scenario() sim.Scenario {
	on := setups.Default()
	on.Ticks = f.ticks
	if by, ok := grounds[f.power]; ok {
		on.Practice.Time = setups.Time{Every: 16, Allot: power.Allot{Ticks: 8, Skew: 16, By: by}}
	}
	s := setups.Institution{
		On: &on, Sponsored: f.dials[0], Assigned: f.dials[1], Compelled: f.dials[2],
		Goals: f.dials[3], WayUp: f.dials[4],
	}.Scenario()
	s.Name = f.String()
	s.Events = append(s.Events, sim.Turnover{Rate: f.turnover})
	f.lead(&s)
	return s
}

var grounds = map[string]power.Ground{
	chance: power.Chance, agreement: power.Agreement, merit: power.Merit,
}

// lead lets a unit's leader have power.
func (f firm) lead(s *sim.Scenario) {
	var rule agents.Objectifier
	switch rate := setups.Default().Superior; f.power {
	case authority:
		rule = agents.Authority{Rate: rate, Weight: 5}
	case screening:
		rule = agents.Screen{Rate: rate, Veto: .5}
	default:
		return
	}
	appoint(s)
	s.Channels[0].Objectify = f.decreed(rule)
}

// appoint gives each unit of the firm a leader, who has no power by that: nobody learns otherwise.
func appoint(s *sim.Scenario) {
	c := &s.Channels[0]
	head := c.Structure.(network.Headed)
	head.Of = network.Led{Of: head.Of}
	c.Structure = head
}

// decreed lets the head set goals beside a rule, if it has any.
func (f firm) decreed(rule agents.Objectifier) agents.Objectifier {
	if f.dials[3] == 0 {
		return rule
	}
	return practice.Decreed{Of: rule, Rate: 1}
}
