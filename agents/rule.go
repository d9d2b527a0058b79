package agents

// Externalizer is the rule by which a person says aloud what he knows. It writes the claim, which
// starts empty. It reads the belief and must not change it.
type Externalizer interface {
	Externalize(p *Person, belief, claim Knowledge)
}

// Objectifier is the rule by which claims become what counts as knowledge in a unit. It changes the
// norm, which starts as the last tick left it. The norm of a circle starts empty.
type Objectifier interface {
	Objectify(u *Unit, said *Voices, norm Knowledge)
}

// Internalizer is the rule by which a person learns the norm of a unit. It changes the belief. It
// reads the norm and must not change it.
type Internalizer interface {
	Internalize(p *Person, norm, belief Knowledge)
}

// Asker is the rule by which a person, in a unit whose seat he heeds, learns from the claim of one
// voice instead of the norm. Ask returns the place of that voice among those heard this tick, or
// -1: he learns from the norm.
//
// The voices may include the person himself. Ask must pass over him by his ID: it is a bug to
// return his place, or a number that is no voice's. The unit, its memory and its voices are read
// only. The unit's stream is the same for all who ask in the unit at the tick.
type Asker interface {
	Ask(p *Person, u *Unit, said *Voices) int
}

// Experiencer is the rule by which a person learns by himself. The trial starts as a copy of the
// belief. Try changes the trial and reports whether the person tries it. The engine makes it his
// belief if reality pays strictly more for it.
type Experiencer interface {
	Try(p *Person, belief, trial Knowledge) bool
}

// Beginner writes the first beliefs of a person: of everybody at the start, and of each newcomer.
// The belief starts empty.
type Beginner interface {
	Begin(p *Person, belief Knowledge)
}

// The Func types make a rule from a function.
type (
	ExternalizeFunc func(p *Person, belief, claim Knowledge)
	ObjectifyFunc   func(u *Unit, said *Voices, norm Knowledge)
	InternalizeFunc func(p *Person, norm, belief Knowledge)
	AskFunc         func(p *Person, u *Unit, said *Voices) int
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

// Ask calls f.
func (f AskFunc) Ask(p *Person, u *Unit, said *Voices) int { return f(p, u, said) }

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
// its value and the permitted range. Every rule may be a Validator. The engine calls Validate when
// it builds a model.
type Validator interface{ Validate() error }

// Memory says how much a rule remembers, in words of 64 bits. All words are 0 at first. Each field
// is a scope: it says whose memory it is, and so when it is forgotten.
//
// When a person leaves, his memory is forgotten, and that of his seats. So is the memory of the
// ties in all units in which he is a voice. When people change seats (sim.Model.Rearrange), memory
// of a person in a unit stays with the two of them. When another unit continues a unit, the memory
// goes to that unit. The memory of a unit outlives its people. But a circle belongs to its person,
// and its memory is forgotten when he leaves.
type Memory struct {
	Person int // of each person: Person.Memory
	Seat   int // of each person in each unit that he learns from: Person.Seat
	Tie    int // of each person who is a voice of a unit, in that unit: Voices.Memory
	Unit   int // of each unit: Unit.Memory
	// of each unit and dimension, in bits: Unit.Planes has so many words for each word of the norm
	Planes int
}

// Rememberer is a rule that remembers. Memory returns how much, for a number of dimensions. The
// engine keeps the memory and passes it to the rule. The kind of rule decides which scopes it can
// use:
//
//	Externalizer, Experiencer, Reflector  Person
//	Internalizer, Participant, Asker      Person and Seat
//	Objectifier                           Tie, Unit and Planes
//	Agenda                                Unit
//
// A Relay (see package sim) and a Beginner have no memory.
type Rememberer interface{ Memory(dimensions int) Memory }

// Participant is the rule by which a person takes part in the units of a channel. The engine asks
// it once a tick, before anybody speaks. It asks for each unit that hears the person or from which
// he learns. The answer holds for the tick. It may depend on the person, the unit, his rank in it
// (a network.Rank) and the tick. A person who does not hear does not heed that seat. He keeps his
// attention for other seats.
type Participant interface {
	Part(p *Person, u *Unit, rank uint8) Part
}

// Agenda is the rule that says which dimensions a unit is about at a tick. It sets the bits of
// those dimensions in a mask of one word per 64 dimensions. The mask starts empty. The engine asks
// once a tick, before anybody speaks. A unit's norm changes only in those dimensions. People learn
// only in those, and standing in the unit is judged on those. A unit about no dimension does not
// meet: nobody heeds his seat in it. Unit.Memory is what the Agenda remembers of the unit, if it is
// a Rememberer; else it is what the Objectifier remembers. An event may change what an Agenda
// remembers (sim.Remembered.Agenda).
type Agenda interface {
	About(u *Unit, about []uint64)
}

// Reflector is the rule by which people change what they are beside their beliefs (Person.Self and
// Person.Memory). The engine calls it at the end of a tick. It may use what they gained in the tick
// (Person.Gained and Person.Took).
type Reflector interface {
	Reflect(p *Person)
}

// Monotone is a rule that can say whether it is monotone in its coins. Monotone means: if the rule
// changes nothing when every coin is heads, it changes nothing however the coins fall. Some rules
// write a body that starts empty, and more is asked of those:
//
//   - The claim of an Externalizer must not depend on coins at all.
//   - An Objectifier of a circle starts from an empty norm. What it makes of that must always be
//     a part of what it makes when all coins are heads.
//   - An Internalizer that learns nothing from a norm when all coins are heads must learn nothing
//     from any part of that norm.
//
// The engine can test a model for absorption only if all its rules say true.
type Monotone interface{ Monotone() bool }

// Lanewise is a rule that treats all lanes of a word alike. Lanes are usually dimensions, 64 to a
// word. In a small organization most lanes of a word would be empty. If all its rules are Lanewise,
// an Experiment lets the lanes be replicates instead. Then up to 64 replicates run as one, with a
// word per dimension. No result changes.
//
// What the rule does in a lane may depend only on
//
//   - what that lane holds;
//   - the coins thrown in that lane;
//   - which voices stand above the unit in that lane (Voices.Above).
//
// The rule must not read Tenure, Founder, Took or Tick, nor Standing, of the person, the unit or
// From. It throws coins with Flip only, one call for all words of a body. The number and order of
// these calls must not depend on what is believed or said. Coins is not permitted: called once per
// word, its number of calls would depend on the number of words. The rule may change a lane only if
// a coin was thrown in it or if what it read there has changed. Person.Lanes and Unit.Lanes return
// the lanes in use. Package agentstest checks all of this.
//
// A rule that embeds a Lanewise rule inherits the method, but the engine ignores an inherited
// method. To reuse a Lanewise rule, hold it in a field.
type Lanewise interface{ Lanewise() bool }
