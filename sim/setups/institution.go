package setups

import (
	"fmt"

	"orglearn/agents/practice"
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/power"
)

// Institution is Communities that a firm makes its own, by five dials of 0 to 1 each. Each is one
// thing that firms do, so the program can turn them together or one at a time. With all of them 0
// people learn, bit for bit, as in Communities whose Practice.Attendance.Away is 8: people come to
// half of the meetings, so that there is something to compel. There is also a head that hears all
// teams. Nobody hears it, so it tells only what the organization knows (metrics.TopNorm).
//
// Wenger (1998, Communities of Practice) warns that institutions may squelch communities.
// McDermott and Archibald (2010) and Probst and Borzillo (2008) find that those fail which nobody
// sponsors. They do not say which of the dials does it.
//
// Found here (go run ./examples/institutionalizing), each dial alone at 1, beside no dial:
// Compelled adds .132 [.109, .155] to what people know, and Sponsored takes .116 [.100, .132] away.
// Goals take .164 [.089, .239] from what the organization knows. Assigned and WayUp are not shown
// to change either. All five together show no gain at .25, .5, .75 or 1, and at 1 the organization
// knows .180 [.103, .256] less.
type Institution struct {
	On *Conditions // nil: Default(). Sponsored does not go with its Practice.Time.

	Sponsored float64 // share of ticks in which teams are closed for communities (power.Sponsor)
	Assigned  float64 // share of a community's seats that the firm fills (network.Assigned)
	Compelled float64 // probability that who would not come must (practice.Attendance.Compel)
	// Goals: share of dimensions in which the head decides what the norms of all units are
	// (practice.Goals, and practice.Decreed at a rate of 1).
	Goals float64
	WayUp float64 // share of communities that the head hears (network.Headed.Up)
}

// What the dials leave fixed.
const (
	away       = 8  // sixteenths of meetings that one misses unless he must come
	period     = 16 // ticks for which time is given
	department = 25 // people of five teams
)

// Scenario returns the organization. Fields out of their range are errors of sim.New, by the name
// that they have in the mechanism.
func (i Institution) Scenario() sim.Scenario {
	on := under(i.On)
	on.Practice.Attendance.Away = away
	on.Practice.Attendance.Compel = i.Compelled
	s := Communities{On: &on}.Scenario()
	s.Name = "institution"
	c := &s.Channels[0]
	if i.Assigned != 0 {
		c.Structure = network.Assigned{Of: c.Structure, Share: i.Assigned, Department: department}
	}
	c.Structure = network.Headed{Of: c.Structure, Up: i.WayUp, Down: i.Goals != 0}
	if i.Goals != 0 {
		c.Objectify = practice.Decreed{Of: c.Objectify, Rate: 1}
		c.Relay = practice.Goals{Share: i.Goals, Of: c.Relay}
	}
	i.sponsor(&s, c, on)
	return s
}

// sponsor closes teams for the sake of communities.
func (i Institution) sponsor(s *sim.Scenario, c *sim.Channel, on Conditions) {
	switch {
	case i.Sponsored == 0:
	case on.Practice.Time.Every != 0:
		c.Agenda = twice{"Institution.Sponsored", "Practice.Time"}
	default:
		c.Agenda = practice.Allotment{Every: period, Of: c.Agenda}
		s.Events = append(s.Events, power.Sponsor{Channel: c.Name, Time: i.Sponsored})
	}
}

// Validate reports a dial outside 0 to 1.
func (i Institution) Validate() error {
	for _, dial := range []struct {
		name  string
		value float64
	}{
		{"Sponsored", i.Sponsored}, {"Assigned", i.Assigned}, {"Compelled", i.Compelled},
		{"Goals", i.Goals}, {"WayUp", i.WayUp},
	} {
		if !(dial.value >= 0 && dial.value <= 1) {
			return fmt.Errorf("Institution.%s is %v, want 0 to 1", dial.name, dial.value)
		}
	}
	return nil
}
