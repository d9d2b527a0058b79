// Package power holds the events by which a firm gives time to its units. Who may decide is apart
// from that: see agents.Authority, agents.Screen and agents.Decree, practice.Decreed, and
// network.Headed.
//
// Time is what practice.Allotment remembers of each unit: in which ticks of a period it meets. The
// events write it at the beginning of every period.
//
//	sim.Scenario{
//		Channels: []sim.Channel{{Name: "work", Agenda: practice.Allotment{Every: 16}, ...}},
//		Events: []sim.Event{
//			power.Allot{Channel: "work", Ticks: 8, Skew: 16, By: power.Agreement, Manager: 0},
//		},
//	}
//
// [Allot] deals the same total of meeting ticks in any case: equally, or more to some units than to
// others. [Sponsor] releases people from their teams for their communities.
//
// # Words
//
//	period       the ticks between two allotments (practice.Allotment.Every)
//	meeting tick a tick in which one unit meets
//	team         a unit that is no community of practice (network.Units.IsCommunity)
//	parent       a unit that hears units and no people; it always meets, and takes nobody's time
package power
