package practice

import (
	"fmt"

	"orglearn/agents"
)

// MostStrength is the strength of a norm that is wholly taken for granted.
const MostStrength = 7

// A Vote remembers two strengths of each dimension, as three words of binary digits each: what it
// is now, and what it was before the last vote. A word of the unit's memory says at which tick that
// vote was, counted from 1.
const (
	digits  = 3
	perWord = 2 * digits
)

// KeepsStrengths reports whether units with a rule keep the strength of their norms: it is a Vote,
// or Levels, a Repository, Transactive or Decreed of one.
func KeepsStrengths(rule agents.Objectifier) bool {
	return votes(rule, func(Vote) bool { return true })
}

// votes reports whether a rule is a Vote of some kind, or holds one.
func votes(rule agents.Objectifier, kind func(Vote) bool) bool {
	switch r := rule.(type) {
	case Vote:
		return kind(r)
	case Levels:
		return votes(r.Of, kind) || votes(r.Above, kind)
	case Repository:
		return votes(r.Of, kind)
	case Transactive:
		return votes(r.Of, kind)
	case Decreed:
		return votes(r.Of, kind)
	}
	return false
}

// Strengths are the strengths of the norm of one unit: how much each dimension is taken for
// granted. They are the Planes that a Vote remembers of the unit (agents.Unit.Planes,
// sim.Remembered.Planes).
type Strengths []uint64

// At returns the strength in dimension d, 0 to MostStrength.
func (s Strengths) At(d int) int { return s.now(d >> 6).at(d & 63) }

// Set sets the strength in dimension d, for an event between two ticks. It panics if g is not 0 to
// MostStrength. Where a unit has no norm, its next vote sets the strength to 0.
func (s Strengths) Set(d, g int) {
	if g < 0 || g > MostStrength {
		panic(fmt.Sprintf("practice: a strength of %d, want 0 to %d", g, MostStrength))
	}
	lane := uint64(1) << (d & 63)
	for j := range digits {
		at := &s[d>>6*perWord+j]
		*at = *at&^lane | lane*uint64(g>>j&1)
	}
}

// Is returns the lanes of word i whose strength is g, 0 to MostStrength.
func (s Strengths) Is(i, g int) uint64 { return s.now(i).is(g) }

// keepStart keeps the strengths of a unit as those when the tick began, unless its vote has done so
// in this tick.
func (s Strengths) keepStart(u *agents.Unit) {
	if u.Memory[0] == uint64(u.Tick)+1 {
		return
	}
	for i := range len(s) / perWord {
		*s.before(i) = *s.now(i)
	}
	u.Memory[0] = uint64(u.Tick) + 1
}

func (s Strengths) now(i int) *grades {
	return (*grades)(s[i*perWord : i*perWord+digits])
}

func (s Strengths) before(i int) *grades {
	return (*grades)(s[i*perWord+digits : (i+1)*perWord])
}

// started are the strengths of a unit when the tick began. The unit may have voted since.
type started []uint64

// atStart returns the strengths when a tick began of a unit with a norm of a number of dimensions,
// by what its rule remembers. It is nil if that rule is no Vote.
func atStart(memory, planes []uint64, tick, dimensions int) started {
	switch {
	case !ofVote(len(memory), len(planes), dimensions):
		return nil
	case memory[0] == uint64(tick)+1:
		return started(planes[digits:])
	}
	return started(planes)
}

// ofVote reports whether a rule that remembers a number of words of a unit and of its dimensions is
// a Vote, alone or in Transactive.
func ofVote(unit, planes, dimensions int) bool {
	return (unit == 1 || unit == 1+directoryWords(dimensions)) &&
		planes == agents.Width(dimensions)*perWord
}

func (s started) at(i int) *grades { return (*grades)(s[i*perWord : i*perWord+digits]) }

// grades are 64 strengths, one a lane: word j holds binary digit j of each.
type grades [digits]uint64

func (g *grades) at(lane int) int {
	n := 0
	for j, plane := range g {
		n |= int(plane>>lane&1) << j
	}
	return n
}

// is returns the lanes whose strength is n.
func (g *grades) is(n int) uint64 {
	lanes := ^uint64(0)
	for j, plane := range g {
		lanes &= ^(plane ^ -uint64(n>>j&1))
	}
	return lanes
}

// from returns the lanes whose strength is at least n, 1 to MostStrength.
func (g *grades) from(n int) uint64 {
	more, same := uint64(0), ^uint64(0)
	for j := digits - 1; j >= 0; j-- {
		if n>>j&1 == 0 {
			more |= same & g[j]
			same &^= g[j]
		} else {
			same &= g[j]
		}
	}
	return more | same
}

// after returns the strengths after a vote, by the lanes that a unit is about, those with a norm,
// those in which the vote opposes it, and those in which it yields. About 35 operations. The
// digits have names because Go keeps arrays in memory.
func (g *grades) after(about, known, opposed, yields uint64) (a, b, c uint64) {
	a, b, c = g[0], g[1], g[2]
	up := about & known &^ opposed &^ (a & b & c)
	down := about & known & opposed & (a | b | c)
	keep := ^about | known&^yields
	a, up = a^up, a&up
	b, up = b^up, b&up
	c ^= up
	a, down = a^down, down&^a
	b, down = b^down, down&^b
	c ^= down
	return a & keep, b & keep, c & keep
}

// differ reports whether any strength differs from those with the given digits.
func (g *grades) differ(a, b, c uint64) bool { return (g[0]^a)|(g[1]^b)|(g[2]^c) != 0 }

// keep returns g in the given lanes, and 0 in the others.
func (g grades) keep(lanes uint64) grades {
	return grades{g[0] & lanes, g[1] & lanes, g[2] & lanes}
}
