// Package agentstest checks that a rule keeps the contract of package agents. The engine relies on
// the contract. Any number of goroutines must give the same run, and no rule may spoil other data.
// Blocks must give the same results as people one by one. Tests of absorption must be right. Call
// the package from your own tests:
//
//	func TestDeference(t *testing.T) {
//		agentstest.Externalizer(t, Deference{Bold: .9, Meek: .1})
//	}
//
// There is one function for each kind of rule: [Beginner], [Externalizer], [Objectifier],
// [Internalizer], [Asker], [Experiencer], [Doer], [Participant], [Agenda] and [Reflector]. Each
// tries the rule on many random scenes. A scene is a person, a unit and its voices, with 1 to 200
// dimensions and 0 to 200 voices, over several ticks. If the rule is an agents.Fitter, all sizes
// fit it. The functions whose names begin with Real check rules of package opinion.
//
// A test fails with the law that the rule breaks, and with a scene that shows it. These are the
// laws:
//
//   - The rule changes only what it is to write. It never changes the belief that it says aloud,
//     the norm that it learns from, or the claims that it hears. Nor does it change the fields of
//     the person and the unit. An Agenda writes its mask and its own memory only. Only a Reflector
//     changes Person.Self.
//   - What it writes is sound. No dimension is both +1 and -1, lanes past the last dimension stay
//     0, a Part is one of the four, and so is an Activity. An Asker names a voice other than the
//     person himself, or none.
//   - It is a function of its arguments and its stream. A repeated call gives the same and leaves
//     the stream at the same place. Calls for other people between do not matter, nor do calls in
//     other goroutines. (Run the tests with -race too.)
//   - It holds no state. It treats a person that it has met before like one that it meets first.
//   - It uses no more memory than Memory says, and Memory is never negative.
//   - Fits always says the same, in one line.
//   - A rule that says it is Monotone is so. If all heads change nothing, no other coins do. What
//     other coins make of an empty norm is a part of what all heads make of it. A rule that learns
//     nothing from a norm with all heads learns nothing from any part of it.
//   - A rule that says it is Lanewise, and does not remember, is so. It does to up to 64
//     replicates at once what it does to each by itself, bit for bit. In lanes where no coin was
//     thrown it does the same at any later tick. Only an Externalizer, an Objectifier and an
//     Internalizer are tried.
//   - A rule that works on blocks (kernel.BlockExternalizer and the like), and does not remember,
//     does to a block what it does to its people or units one by one. Or it reports false and
//     changes nothing.
//   - Validate accepts the rule's own parameters, and no call panics.
//
// Allocations are only logged. A [Suite] can make them failures. It also sets two things that a
// rule reads but does not make: what people are (Self), and what units remember. [Refuses] checks
// what Validate says of wrong parameters.
package agentstest

import (
	"testing"

	"orglearn/agents"
	"orglearn/agents/kernel"
)

// Suite says how thoroughly a rule is tried. The functions of this package use the zero value.
type Suite struct {
	Scenes   int    // number of scenes per rule (0: 120)
	Seed     uint64 // of the scenes
	NoAllocs bool   // an allocation fails the test; false: it is logged

	// Self says what people are beside their beliefs (nil: four numbers from 0 to 15).
	Self Selves

	// Objectify is the rule of the units whose memory the tried rule can read. It makes their
	// Memory and Planes. If it is nil and the tried rule is itself an Objectifier, that one is
	// used. Otherwise a unit remembers four numbers from 0 to 15, and four random words for each
	// word of its norm.
	Objectify agents.Objectifier
}

// Selves says what people are beside their beliefs, as sim.Selves does.
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

// Asker checks a rule that chooses whom a person asks.
func Asker(t testing.TB, r agents.Asker) { t.Helper(); Suite{}.Asker(t, r) }

// Doer checks a rule that chooses what a person does.
func Doer(t testing.TB, r agents.Doer) { t.Helper(); Suite{}.Doer(t, r) }

// Experiencer checks a rule that learns by itself.
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

// Asker checks a rule that chooses whom a person asks. In half of the scenes the person is himself
// among the voices.
func (s Suite) Asker(t testing.TB, r agents.Asker) {
	t.Helper()
	s.check(t, &rule{
		value: r, hears: true, asks: true, remembers: ofSeat, sits: true,
		call: func(c *scene) {
			c.asked = r.Ask(&c.person, &c.unit, (*agents.Voices)(&c.voices))
		},
	})
}

// Doer checks a rule that chooses what a person does.
func (s Suite) Doer(t testing.TB, r agents.Doer) {
	t.Helper()
	s.check(t, &rule{value: r, remembers: ofPerson, call: func(c *scene) {
		c.does = r.Do(&c.person)
	}})
}

// Experiencer checks a rule that learns by itself.
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
	s.check(t, &rule{value: r, plans: true, remembers: ofPlan, call: func(c *scene) {
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
