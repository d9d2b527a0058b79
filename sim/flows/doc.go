// Package flows leads units through the stages of a flow (practice.Stages). By the clock a flow
// needs nothing but that Agenda. At its own pace each unit is moved by the event [Progress]. People
// are dealt anew where a phase ends by [PhaseEnd], in sim.Reshuffle:
//
//	sim.Scenario{
//		Channels: []sim.Channel{{Name: "work", Agenda: practice.Stages{Stages: 4}, ...}},
//		Events: []sim.Event{
//			flows.Progress{Channel: "work", Mastery: 13, Share: 8, Limit: 50},
//			sim.Reshuffle{Channel: "work", Every: 1, Among: flows.PhaseEnd{}},
//		},
//	}
//
// # Words
//
// Stage, flow, loop, phase and course are those of package practice.
//
//	exam    a look at each member of a unit: is he right in enough of a stage?
//	master  to pass the exam; a unit masters a stage if enough of its members do
//	decree  a phase that begins although the stage before was not mastered: by the clock, or at
//	        the limit of time
package flows
