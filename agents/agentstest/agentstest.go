// Package agentstest checks that a rule keeps the contract of package agents, which the engine
// relies on: that any number of goroutines gives the same run, that no row spoils another, that
// blocks of people do what people do one by one, and that absorption is told rightly. Call it from
// a test of your own:
//
//	func TestDeference(t *testing.T) {
//		agentstest.Externalizer(t, Deference{Bold: .9, Meek: .1})
//	}
//
// There is one function for each kind of rule: [Beginner], [Externalizer], [Objectifier],
// [Internalizer], [Experiencer], [Participant], [Agenda] and [Reflector]. Each tries the rule on
// many random scenes, of 1 to 200 dimensions and 0 to 200 voices, over several ticks, and reports
// which of these laws it breaks, each at most once, with the scene that shows it. A rule that is an
// agents.Fitter is tried with sizes that fit it only:
//
//   - it changes only what it is to write: never the belief that it says aloud, the norm that it
//     learns from, the claims that it hears, or what it is told of the person or unit. An Agenda
//     writes its mask only, and only a Reflector changes Person.Self;
//   - what it writes is sound: nothing is held both +1 and -1, lanes past the last dimension stay
//     0, and a Part is one of the four;
//   - it is a function of its arguments and its stream: once more gives the same, and leaves the
//     stream at the same place; so does another person between, or beside it in another goroutine
//     (run the tests with -race, too);
//   - it holds no state: whom it has seen before it treats as whom it sees for the first time;
//   - it keeps within its memory, and Memory is never negative;
//   - what Fits says is always the same, and one line;
//   - if it says that it is Monotone, then where all heads change nothing, no other coins do; what
//     other coins make of an empty norm is a part of what all heads make of it; and who learns
//     nothing from a norm with all heads learns nothing from any part of it;
//   - if it says that it is Lanewise, and does not remember, then it does to each of up to 64
//     replicates at once what it does to that one alone, bit for bit; and where no coin was turned
//     it does the same at any later tick (only one that speaks, decides or learns is asked);
//   - if it works on blocks (kernel.BlockExternalizer and the like), and does not remember, then it
//     does to a whole block what it does one by one, or reports false and changes nothing;
//   - it accepts its own parameters (Validate), and does not panic.
//
// Allocations are logged; a [Suite] makes them failures, and tells what a rule finds that others
// keep: what people are (Self), and what units remember. [Refuses] checks what Validate says of
// wrong parameters.
package agentstest

import (
	"testing"

	"orglearn/agents"
	"orglearn/agents/kernel"
)

// Suite is how thoroughly a rule is tried. The zero value is what the functions of this package
// use.
type Suite struct {
	Scenes   int    // tried on each rule (0: 120)
	Seed     uint64 // of the scenes
	NoAllocs bool   // an allocation fails the test, and is not only logged

	// Self is what people are (nil: four numbers from 0 to 15).
	Self Selves

	// Objectify is the rule of the units that a person learns from or takes part in, and of those
	// that an agenda is of: it makes their Memory and Planes. nil is the rule itself, if it is one
	// for units; else a unit remembers four numbers from 0 to 15, and four words of any bits for
	// each word of its norm.
	Objectify agents.Objectifier
}

// Selves is what people are beside their beliefs, as a scenario has it: see sim.Selves.
type Selves interface {
	Words() int
	Begin(p *agents.Person, self []uint64)
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

// Participant checks a rule that says who takes part in a unit.
func Participant(t testing.TB, r agents.Participant) { t.Helper(); Suite{}.Participant(t, r) }

// Agenda checks a rule that says what a unit is about.
func Agenda(t testing.TB, r agents.Agenda) { t.Helper(); Suite{}.Agenda(t, r) }

// Reflector checks a rule by which people change what they are.
func Reflector(t testing.TB, r agents.Reflector) { t.Helper(); Suite{}.Reflector(t, r) }

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
	speaks := &rule{
		value: r, reads: "belief", writes: "claim", from: nothing, remembers: ofPerson,
		call: func(c *scene) { r.Externalize(&c.person, c.reads, c.writes) },
	}
	if many := kernel.Own[kernel.BlockExternalizer](r); many != nil {
		speaks.block = many.ExternalizeBlock
	}
	s.check(t, speaks)
}

// Objectifier checks a rule that makes norms of claims.
func (s Suite) Objectifier(t testing.TB, r agents.Objectifier) {
	t.Helper()
	s.check(t, objectifier(r))
}

func objectifier(r agents.Objectifier) *rule {
	decides := &rule{
		value: r, hears: true, writes: "norm", from: before, remembers: ofUnit,
		call: func(c *scene) { r.Objectify(&c.unit, (*agents.Voices)(&c.voices), c.writes) },
	}
	if many := kernel.Own[kernel.BlockObjectifier](r); many != nil {
		decides.block = many.ObjectifyBlock
	}
	return decides
}

// Internalizer checks a rule that learns from norms.
func (s Suite) Internalizer(t testing.TB, r agents.Internalizer) {
	t.Helper()
	learns := &rule{
		value: r, reads: "norm", writes: "belief", from: before, remembers: ofSeat, sits: true,
		call: func(c *scene) { r.Internalize(&c.person, c.reads, c.writes) },
	}
	if many := kernel.Own[kernel.BlockInternalizer](r); many != nil {
		learns.block = many.InternalizeBlock
	}
	s.check(t, learns)
}

// Experiencer checks a rule that learns alone.
func (s Suite) Experiencer(t testing.TB, r agents.Experiencer) {
	t.Helper()
	s.check(t, &rule{
		value: r, reads: "belief", writes: "trial", from: read, remembers: ofPerson,
		call: func(c *scene) { c.tried = r.Try(&c.person, c.reads, c.writes) },
	})
}

// Participant checks a rule that says who takes part in a unit.
func (s Suite) Participant(t testing.TB, r agents.Participant) {
	t.Helper()
	s.check(t, &rule{value: r, remembers: ofSeat, sits: true, call: func(c *scene) {
		c.takes = r.Part(&c.person, c.person.From, c.person.Rank)
	}})
}

// Agenda checks a rule that says what a unit is about.
func (s Suite) Agenda(t testing.TB, r agents.Agenda) {
	t.Helper()
	s.check(t, &rule{value: r, plans: true, call: func(c *scene) {
		clear(c.about)
		r.About(&c.unit, c.about)
	}})
}

// Reflector checks a rule by which people change what they are.
func (s Suite) Reflector(t testing.TB, r agents.Reflector) {
	t.Helper()
	s.check(t, &rule{value: r, remembers: ofPerson, reflects: true, call: func(c *scene) {
		r.Reflect(&c.person)
	}})
}
