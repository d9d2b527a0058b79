// Package tasks gives teams tasks, and lets them learn who is good at what. The event [Work] does
// so in a channel whose units keep a directory (practice.Transactive). People who ask by
// practice.ByDirectory then turn to whom the directory names for what the task needs:
//
//	sim.Scenario{
//		Channels: []sim.Channel{{
//			Name: "work", Objectify: practice.Transactive{Of: vote},
//			Ask: practice.Respondent{By: practice.ByDirectory}, ...
//		}},
//		Events: []sim.Event{tasks.Work{Channel: "work", Size: 4, By: tasks.Named}},
//	}
//
// # Words
//
//	task       some dimensions that a team must get right in a cycle
//	team       a unit; its members are those who learn from it, vacant places left out
//	done       a task is done if each of its dimensions is right, in one of three senses: By
//	directory  whom a team knows for each dimension: a person or none (practice.Directory)
package tasks
