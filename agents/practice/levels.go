package practice

import (
	"fmt"
	"math"

	"orglearn/agents"
)

// Levels lets what is known in units of people rise into their parents (network.Nested) by a rule
// of its own, and more slowly. Huysman and de Wit (Knowledge Sharing in Practice, 2002) find that
// knowledge becomes organizational at a much slower pace than it is exchanged.
//
// A unit of level 0 objectifies by Of, at every turn of the channel. A parent objectifies by Above.
// A unit of level l does so only in ticks whose number, counted from 1, is a multiple of Every^l.
// So each level is Every times as slow as the one below. In other ticks its norm stays as it is,
// and its rule is not asked. If the channel has an Every of its own, both must be due.
//
// Of and Above share what they remember of a unit, because a unit has one rule. They may remember
// only the same number of words in each scope, or one of them nothing.
type Levels struct {
	Of    agents.Objectifier
	Above agents.Objectifier // of parents (nil: Of)
	Every int                // 0 to MaxInt32 (0: 1, parents are as fast)
}

// Objectify implements agents.Objectifier.
func (r Levels) Objectify(u *agents.Unit, said *agents.Voices, norm agents.Knowledge) {
	if r.due(u.Level, u.Tick) {
		r.rule(u.Level).Objectify(u, said, norm)
	}
}

// RuleAt implements kernel.Leveled.
func (r Levels) RuleAt(level, tick int) (rule any, due bool) {
	return r.rule(level), r.due(level, tick)
}

// rule returns the rule of a level.
func (r Levels) rule(level int) agents.Objectifier {
	if level > 0 && r.Above != nil {
		return r.Above
	}
	return r.Of
}

// due reports whether it is the turn of units of a level.
func (r Levels) due(level, tick int) bool {
	rest := int64(tick) + 1
	for range level {
		if r.Every > 1 && rest%int64(r.Every) != 0 {
			return false
		}
		rest /= int64(max(r.Every, 1))
	}
	return true
}

// Memory implements agents.Rememberer: what Of and Above remember.
func (r Levels) Memory(dimensions int) agents.Memory {
	if of := memoryOf(r.Of, dimensions); of != (agents.Memory{}) {
		return of
	}
	return memoryOf(r.Above, dimensions)
}

// Validate reports a missing Of, an Every outside 0 to MaxInt32, and what Of and Above report.
func (r Levels) Validate() error {
	if r.Of == nil {
		return fmt.Errorf("Levels.Of is nil, want a rule")
	}
	if r.Every < 0 || r.Every > math.MaxInt32 {
		return fmt.Errorf("Levels.Every is %d, want 0 to %d", r.Every, math.MaxInt32)
	}
	if err := validOf(r.Of); err != nil {
		return err
	}
	return validOf(r.Above)
}

// Fits reports what Of and Above report, and rules that remember different amounts.
func (r Levels) Fits(dimensions, people int) error {
	of, above := memoryOf(r.Of, dimensions), memoryOf(r.Above, dimensions)
	if none := (agents.Memory{}); of != above && of != none && above != none {
		return fmt.Errorf("Levels.Of remembers %+v and Levels.Above %+v, want the same or nothing",
			of, above)
	}
	if err := fitsOf(r.Of, dimensions, people); err != nil {
		return err
	}
	return fitsOf(r.Above, dimensions, people)
}
