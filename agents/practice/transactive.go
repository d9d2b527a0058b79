package practice

import (
	"fmt"

	"orglearn/agents"
	"orglearn/agents/kernel"
)

// Transactive lets each unit of a channel remember, beside what Of remembers, who is known there
// for what: its Directory. This is the transactive memory of a team (Wegner 1987). Norms are made
// by Of, with the same coins. What the directory says has no effect on them. tasks.Work of package
// sim/tasks writes the directory, and Respondent reads it.
//
// Liang, Moreland and Argote (1995) train people as one team or alone. Those of one team know who
// is good at what, and do better. Ren, Carley and Argote (2006) find in a simulation that such a
// memory helps teams, and loses worth where members, tasks or the world change.
//
// What was found here is said at tasks.Work.
//
// A channel of at most 48 dimensions draws other random numbers than without this rule, as it does
// with Vote. The rule goes outside Vote and inside or outside Levels.
type Transactive struct{ Of agents.Objectifier }

// Objectify implements agents.Objectifier. It hides the directory from Of.
func (r Transactive) Objectify(u *agents.Unit, said *agents.Voices, norm agents.Knowledge) {
	memory := u.Memory
	u.Memory = hidden(memory, directoryWords(u.Dimensions))
	r.Of.Objectify(u, said, norm)
	u.Memory = memory
}

// RuleAt implements kernel.Leveled: the work is left to Of.
func (r Transactive) RuleAt(level, tick int) (rule any, due bool) {
	if of := kernel.Own[kernel.Leveled](r.Of); of != nil {
		return of.RuleAt(level, tick)
	}
	return r.Of, true
}

// Memory implements agents.Rememberer: what Of remembers, and then a Directory of each unit.
func (r Transactive) Memory(dimensions int) agents.Memory {
	need := memoryOf(r.Of, dimensions)
	need.Unit += directoryWords(dimensions)
	return need
}

// Monotone reports whether Of is.
func (r Transactive) Monotone() bool {
	of, ok := r.Of.(agents.Monotone)
	return ok && of.Monotone()
}

// Validate reports a missing Of, and what Of reports.
func (r Transactive) Validate() error {
	if r.Of == nil {
		return fmt.Errorf("Transactive.Of is nil, want a rule")
	}
	return validOf(r.Of)
}

// Fits reports what Of cannot serve.
func (r Transactive) Fits(dimensions, people int) error { return fitsOf(r.Of, dimensions, people) }

// KeepsDirectory reports whether units with a rule keep a Directory: it is Transactive, or Levels,
// a Repository or Decreed of that.
func KeepsDirectory(rule agents.Objectifier) bool {
	switch r := rule.(type) {
	case Transactive:
		return true
	case Levels:
		return KeepsDirectory(r.Of)
	case Repository:
		return KeepsDirectory(r.Of)
	case Decreed:
		return KeepsDirectory(r.Of)
	}
	return false
}
