// Package practice holds rules about communities of practice. Each is a rule of package agents: a
// value whose fields are its parameters. A field of 0 is off. A rule with all its fields off gives,
// bit for bit, the run without it.
//
// # Units in units
//
//	Levels      an Objectifier: parents objectify by another rule, or more slowly
//	Visibility  a Relay: what of a unit's norm its parent hears, and its children
//
// # Words of levels
//
//	parent  a unit that hears other units, its children, and no people (network.Nested)
//	level   how far a unit is above those of people, which have level 0
//	top     the unit without a parent
//	hidden  a dimension of a norm is hidden in a tick if whoever hears the unit does not hear it
package practice
