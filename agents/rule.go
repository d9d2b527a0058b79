package agents

import "fmt"

// Externalizer is the rule by which a person says aloud what he knows. It writes the claim, which comes empty, from the belief, which
// it must not change.
type Externalizer interface {
	Externalize(p *Person, belief, claim Knowledge)
}

// Objectifier is the rule by which what is said becomes what counts as knowledge in a unit. The norm comes as it stood; that of a
// circle comes empty.
type Objectifier interface {
	Objectify(u *Unit, said *Voices, norm Knowledge)
}

// Internalizer is the rule by which a person makes what counts as knowledge in a unit his own. It changes the belief, never the norm.
type Internalizer interface {
	Internalize(p *Person, norm, belief Knowledge)
}

// Experiencer is the rule by which a person learns alone. The trial comes as a copy of the belief; Try changes it and reports
// whether it is to be tried. The engine keeps a trial that reality pays strictly more for.
type Experiencer interface {
	Try(p *Person, belief, trial Knowledge) bool
}

// Beginner gives a person his first beliefs: at the start, and to a newcomer. The belief comes empty.
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

// Validator is a rule that can say what is wrong with its parameters. The error names the field, its value and the range that it
// may have. Every rule may be one; the engine asks when a model is built.
type Validator interface{ Validate() error }

// Rememberer is a rule that remembers. Memory tells how many words the engine is to keep for each person, or unit, given the number
// of dimensions and the number of voices in the unit (0 for a person). They are 0 at first; a person's are 0 again when a newcomer takes
// his place. A unit's stay as they are when its people are replaced or reshuffled, and the k-th voice is then another, as it is where only
// some are heeded: a rule that remembers persons must know them by Voices.ID.
type Rememberer interface {
	Memory(dimensions, voices int) int
}

// Monotone is a rule that can say whether it is monotone in its coins: if it changes nothing when every coin is heads, then it changes
// nothing however they fall. What is said comes empty, so a claim must not depend on coins at all. So does the norm of a circle: what an
// Objectifier makes of an empty norm must be, however coins fall, a part of what all heads make of it; and an Internalizer that learns
// nothing from a norm with all heads must learn nothing from any part of it. Only models whose rules all say so can be tested for
// absorption.
type Monotone interface{ Monotone() bool }

// Lanewise is a rule that does in each lane of a word what it would do in any other: by what the lane holds, by the coins turned in it, by
// who stands Above (not by Standing, Took or Tick). Coins it turns by Flip, once for all words of a body, in calls whose number and order never
// depend on what is believed or said: Coins, word by word, would number its calls by the words that there are. It changes something only
// where such a coin was turned or what it read has changed. Person.Lanes and Unit.Lanes say which lanes there are. Package agentstest tries
// all of this.
//
// A rule that embeds one that is Lanewise has its method, but is not taken at its word, whatever it says: hold the other in a field.
//
// Lanes are dimensions, 64 to a word. In a small organization most of a word would be empty; where all rules say so, an Experiment lets
// lanes be replicates instead, up to 64 that run as one, with a word per dimension. It changes no bit of any of them.
type Lanewise interface{ Lanewise() bool }

// rate is the error of a probability that is none.
func rate(field string, p float64) error {
	if p >= 0 && p <= 1 {
		return nil
	}
	return fmt.Errorf("%s is %v, want 0 to 1", field, p)
}
