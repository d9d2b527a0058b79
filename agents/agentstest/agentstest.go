// Package agentstest checks that a rule keeps the contract of package agents, which the engine relies on: that any number of
// goroutines gives the same run, that no row spoils another, and that absorption is told rightly. Call it from a test of your own:
//
//	func TestDeference(t *testing.T) {
//		agentstest.Externalizer(t, Deference{Bold: .9, Meek: .1})
//	}
//
// There is one function for each kind of rule: [Beginner], [Externalizer], [Objectifier], [Internalizer] and [Experiencer]. Each tries
// the rule on many random scenes, of 1 to 200 dimensions and 0 to 200 voices, over several ticks, and reports which of these laws it
// breaks, each at most once, with the scene that shows it:
//
//   - it changes only what it is to write: never the belief that it says aloud, the norm that it learns from, the claims that it hears,
//     or what it is told of the person or unit;
//   - what it writes is sound: nothing is held both +1 and -1, and lanes past the last dimension stay 0;
//   - it is a function of its arguments and its stream: once more gives the same, and so does another person between, or beside it in
//     another goroutine (run the tests with -race, too);
//   - it keeps within its memory, and Memory is never negative;
//   - if it says that it is Monotone, then where all heads change nothing, no other coins do; what other coins make of an empty norm is
//     a part of what all heads make of it; and who learns nothing from a norm with all heads learns nothing from any part of it;
//   - if it says that it is Lanewise, and does not remember, then it does to each of up to 64 replicates at once what it does to that
//     one alone, bit for bit; and where no coin was turned it does the same at any later tick (an Experiencer is not asked);
//   - it accepts its own parameters (Validate), and does not panic.
//
// Allocations are logged; a [Suite] makes them failures. [Refuses] checks what Validate says of wrong parameters.
package agentstest

import (
	"testing"

	"orglearn/agents"
)

// Suite is how thoroughly a rule is tried. The zero value is what the functions of this package use.
type Suite struct {
	Scenes   int    // tried on each rule (0: 120)
	Seed     uint64 // of the scenes
	NoAllocs bool   // an allocation fails the test, and is not only logged
}

// Beginner checks a rule that gives first beliefs.
func Beginner(t testing.TB, r agents.Beginner) { t.Helper(); Suite{}.Beginner(t, r) }

// Externalizer checks a rule that says beliefs aloud.
func Externalizer(t testing.TB, r agents.Externalizer) { t.Helper(); Suite{}.Externalizer(t, r) }

// Objectifier checks a rule that makes norms of claims.
func Objectifier(t testing.TB, r agents.Objectifier) { t.Helper(); Suite{}.Objectifier(t, r) }

// Internalizer checks a rule that learns from norms.
func Internalizer(t testing.TB, r agents.Internalizer) { t.Helper(); Suite{}.Internalizer(t, r) }

// Experiencer checks a rule that learns alone.
func Experiencer(t testing.TB, r agents.Experiencer) { t.Helper(); Suite{}.Experiencer(t, r) }

// Beginner checks a rule that gives first beliefs.
func (s Suite) Beginner(t testing.TB, r agents.Beginner) {
	t.Helper()
	s.check(t, &rule{value: r, writes: "belief", from: nothing, call: func(c *scene) {
		r.Begin(&c.person, c.writes)
	}})
}

// Externalizer checks a rule that says beliefs aloud.
func (s Suite) Externalizer(t testing.TB, r agents.Externalizer) {
	t.Helper()
	s.check(t, &rule{value: r, reads: "belief", writes: "claim", from: nothing, call: func(c *scene) {
		r.Externalize(&c.person, c.reads, c.writes)
	}})
}

// Objectifier checks a rule that makes norms of claims.
func (s Suite) Objectifier(t testing.TB, r agents.Objectifier) {
	t.Helper()
	s.check(t, &rule{value: r, hears: true, writes: "norm", from: before, call: func(c *scene) {
		r.Objectify(&c.unit, &c.voices, c.writes)
	}})
}

// Internalizer checks a rule that learns from norms.
func (s Suite) Internalizer(t testing.TB, r agents.Internalizer) {
	t.Helper()
	s.check(t, &rule{value: r, reads: "norm", writes: "belief", from: before, call: func(c *scene) {
		r.Internalize(&c.person, c.reads, c.writes)
	}})
}

// Experiencer checks a rule that learns alone.
func (s Suite) Experiencer(t testing.TB, r agents.Experiencer) {
	t.Helper()
	s.check(t, &rule{value: r, reads: "belief", writes: "trial", from: read, call: func(c *scene) {
		c.tried = r.Try(&c.person, c.reads, c.writes)
	}})
}
