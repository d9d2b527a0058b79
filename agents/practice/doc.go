// Package practice holds the rules of communities of practice. Each is a rule of package agents: a
// value whose fields are its parameters. A field of 0 is off.
//
// # Stages
//
// A flow leads a unit through the dimensions in stages. These rules say what is open, and what that
// binds.
//
//	Stages  an Agenda: one stage of the dimensions after the other, by a clock or at the unit's
//	        own pace
//	Within  an Experiencer: trials within what a person's units are about
//	Led     an Asker: people who learn from what their leader says, instead of the norm
//
// # Words
//
//	stage   some consecutive dimensions; the stages of a flow have every dimension once
//	flow    the way of a unit through the stages, once or several times
//	loop    one way through all stages; a flow has one loop or several
//	phase   one visit of one stage in one loop; phases are numbered through the flow from 0
//	course  what is remembered of a unit that goes at its own pace: see Course
//	open    a dimension is open in a unit if the unit is about it
package practice
