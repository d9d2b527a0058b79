// Package agenda says what the attention of units is on. The event [Attention] raises issues in a
// channel whose Agenda is practice.Attend, ranks them, and works on them:
//
//	sim.Scenario{
//		Channels: []sim.Channel{{Name: "work", Agenda: practice.Attend{Open: 16}, ...}},
//		Events: []sim.Event{
//			sim.Turbulence{Rate: .002},
//			agenda.Attention{Channel: "work", Look: 4, Work: 1, By: agenda.Disagreement},
//		},
//	}
//
// # Words
//
//	issue     a dimension that is on a unit's agenda (practice.Issues)
//	change    reality in a dimension is another than when the unit began, or last noticed
//	look      a unit looks at some dimensions a tick, and may notice a change in them
//	contest   people of a unit say opposite things of a dimension
//	solution  the opposite of the norm, tried in the dimension of an issue
package agenda
