// Package practice holds rules about communities of practice: who is a full member, whose voice
// counts, when people meet and what they talk about. Each is a rule of package agents, and goes
// into a channel of package sim as any other. A field of 0 is off. A rule with all its fields off
// gives, bit for bit, the run without it.
//
// # Words of newcomers
//
//	tenure       ticks since a person came, to the organization or to one unit; 0 in his first
//	founder      a person who is there from tick 0; he is a full member at once
//	full member  a person who is heard; an apprentice is one who is not yet
//	wait         the tenure at which an apprentice becomes a full member
//	master       the full member whom an apprentice heeds instead of the norm
//
// # Words of the calendar
//
//	open    a unit is open in a tick in which it meets
//	phase   the first tick of an opening, of those that a calendar repeats
package practice
