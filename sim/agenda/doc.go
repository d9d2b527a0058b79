// Package agenda says what the attention of units is on, and who has the floor there. The event
// [Attention] raises issues in a channel whose Agenda is practice.Attend, ranks them, and works on
// them:
//
//	sim.Scenario{
//		Channels: []sim.Channel{{Name: "work", Agenda: practice.Attend{Open: 16}, ...}},
//		Events: []sim.Event{
//			sim.Turbulence{Rate: .002},
//			agenda.Attention{Channel: "work", Look: 4, Work: 1, By: agenda.Disagreement},
//		},
//	}
//
// The event [Animate] says who has the floor in units, and seats an animator in each, who passes on
// what nobody heard and invites who was silent:
//
//	sim.Scenario{
//		Channels: []sim.Channel{{
//			Name: "work", Participate: practice.Floor{},
//			Externalize: practice.PassOn{Of: say}, ...
//		}},
//		Events: []sim.Event{agenda.Animate{Channel: "work", Voices: 3, Pass: .5, Invite: .5}},
//	}
//
// # Words
//
//	issue     a dimension that is on a unit's agenda (practice.Issues)
//	change    reality in a dimension is another than when the unit began, or last noticed
//	look      a unit looks at some dimensions a tick, and may notice a change in them
//	contest   people of a unit say opposite things of a dimension
//	solution  the opposite of the norm, tried in the dimension of an issue
//	floor     who has it in a tick is heard in the unit then; a member without it is silent
//	animator  the member who holds the seat of that name in a unit
package agenda
