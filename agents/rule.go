package agents

// Externalizer is the rule by which a person says aloud what he knows. It writes the claim, which
// comes empty, from the belief, which it must not change.
type Externalizer interface {
	Externalize(p *Person, belief, claim Knowledge)
}

// Objectifier is the rule by which what is said becomes what counts as knowledge in a unit. The
// norm comes as it stood; that of a circle comes empty.
type Objectifier interface {
	Objectify(u *Unit, said *Voices, norm Knowledge)
}

// Internalizer is the rule by which a person makes what counts as knowledge in a unit his own. It
// changes the belief, never the norm.
type Internalizer interface {
	Internalize(p *Person, norm, belief Knowledge)
}

// Experiencer is the rule by which a person learns alone. The trial comes as a copy of the belief;
// Try changes it and reports whether it is to be tried. The engine keeps a trial that reality pays
// strictly more for.
type Experiencer interface {
	Try(p *Person, belief, trial Knowledge) bool
}

// Beginner gives a person his first beliefs: at the start, and to a newcomer. The belief comes
// empty.
type Beginner interface {
	Begin(p *Person, belief Knowledge)
}

// The Func types make a rule of a function.
type (
	ExternalizeFunc func(p *Person, belief, claim Knowledge)
	ObjectifyFunc   func(u *Unit, said *Voices, norm Knowledge)
	InternalizeFunc func(p *Person, norm, belief Knowledge)
	TryFunc         func(p *Person, belief, trial Knowledge) bool
	BeginFunc       func(p *Person, belief Knowledge)
	PartFunc        func(p *Person, u *Unit, rank uint8) Part
	AboutFunc       func(u *Unit, about []uint64)
	ReflectFunc     func(p *Person)
)

// Externalize calls f.
func (f ExternalizeFunc) Externalize(p *Person, belief, claim Knowledge) { f(p, belief, claim) }

// Objectify calls f.
func (f ObjectifyFunc) Objectify(u *Unit, said *Voices, norm Knowledge) { f(u, said, norm) }

// Internalize calls f.
func (f InternalizeFunc) Internalize(p *Person, norm, belief Knowledge) { f(p, norm, belief) }

// Try calls f.
func (f TryFunc) Try(p *Person, belief, trial Knowledge) bool { return f(p, belief, trial) }

// Begin calls f.
func (f BeginFunc) Begin(p *Person, belief Knowledge) { f(p, belief) }

// Part calls f.
func (f PartFunc) Part(p *Person, u *Unit, rank uint8) Part { return f(p, u, rank) }

// About calls f.
func (f AboutFunc) About(u *Unit, about []uint64) { f(u, about) }

// Reflect calls f.
func (f ReflectFunc) Reflect(p *Person) { f(p) }

// Validator is a rule that can say what is wrong with its parameters. The error names the field,
// its value and the range that it may have. Every rule may be one; the engine asks when a model is
// built.
type Validator interface{ Validate() error }

// Memory is how much a rule remembers, in words of 64 bits that are 0 at first. Each field is a
// scope: whose memory it is, and so when it is forgotten.
//
// What is remembered of a person ends when he leaves. So does what is remembered of his seats, and
// of the ties to him, wherever he is heard. What belongs to a person and a unit stays with the two
// when people change seats (sim.Model.Rearrange), and goes with the unit to the one that continues
// it. What is remembered of a unit outlives its people; but a circle is its person's, and forgets
// with him.
type Memory struct {
	Person int // of each person: Person.Memory
	Seat   int // of each person in each unit that he learns from: Person.Seat
	Tie    int // of each person who is a voice of a unit, in that unit: Voices.Memory
	Unit   int // of each unit: Unit.Memory
	Planes int // of each unit and dimension, in bits: Unit.Planes, so many words a word of the norm
}

// Rememberer is a rule that remembers. Memory tells how much, given the number of dimensions; the
// engine keeps it. A rule is given what it can use: one that speaks Person; one that learns, or
// decides who takes part, Person and Seat; one of a unit Tie, Unit and Planes; one that tries or
// reflects Person. Of an Agenda, a Relay and a Beginner nothing is remembered.
type Rememberer interface{ Memory(dimensions int) Memory }

// Participant is the rule by which a person takes part in the units of a channel. It is asked once
// a tick for each unit that hears him or that he learns from, before anybody speaks, and the answer
// holds for the tick. It may depend on the person, the unit, his rank in it (a network.Rank) and
// the tick. Whoever does not hear does not heed that seat, and has his attention for others.
type Participant interface {
	Part(p *Person, u *Unit, rank uint8) Part
}

// Agenda is the rule that says what a unit is about at a tick: it sets the bits of those dimensions
// in a mask that comes empty, with a word per 64. It is asked once a tick, before anybody speaks. A
// unit's norm changes, and is taken over, only within what it is about, and merit is judged within
// it. A unit that is about nothing does not meet: nobody heeds his seat in it.
type Agenda interface {
	About(u *Unit, about []uint64)
}

// Reflector is the rule by which people change what they are (Person.Self, Person.Memory) at the
// end of a tick, by what they gained in it (Person.Gained, Person.Took).
type Reflector interface {
	Reflect(p *Person)
}

// Monotone is a rule that can say whether it is monotone in its coins: if it changes nothing when
// every coin is heads, then it changes nothing however they fall. What is said comes empty, so a
// claim must not depend on coins at all. So does the norm of a circle: what an Objectifier makes of
// an empty norm must be, however coins fall, a part of what all heads make of it; and an
// Internalizer that learns nothing from a norm with all heads must learn nothing from any part of
// it. Only models whose rules all say so can be tested for absorption.
type Monotone interface{ Monotone() bool }

// Lanewise is a rule that does in each lane of a word what it would do in any other: by what the
// lane holds, by the coins turned in it, by who stands Above (not by Standing, his own or that of
// From, nor by Tenure, Founder, Took or Tick). Coins it turns by Flip, once for all words of a
// body, in calls whose number and order never depend on what is believed or said: Coins, word by
// word, would number its calls by the words that there are. It changes something only where such a
// coin was turned or what it read has changed. Person.Lanes and Unit.Lanes say which lanes there
// are. Package agentstest tries all of this.
//
// A rule that embeds one that is Lanewise has its method, but is not taken at its word, whatever it
// says: hold the other in a field.
//
// Lanes are dimensions, 64 to a word. In a small organization most of a word would be empty; where
// all rules say so, an Experiment lets lanes be replicates instead, up to 64 that run as one, with
// a word per dimension. It changes no bit of any of them.
type Lanewise interface{ Lanewise() bool }
