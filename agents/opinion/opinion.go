package opinion

import "orglearn/agents"

// Opinion is what is held of topics where knowledge is a number and not a yes or no: how likely
// something is, how much is right, how strong the evidence. Entry t is that of topic t. It is the
// second kind of knowledge beside the bit planes of Knowledge, with rules of its own around the
// same ring:
//
//	Opinions --externalize--> Claims --objectify--> Norms --internalize--> Opinions
//
// Results are the same on every machine where products are rounded explicitly, float64(x*y) + z, or
// else the compiler may fuse the two, where sums are taken in the order of the voices, and where
// nothing is made of math.Exp, math.Log and their like, whose last bits differ (see Logit). An
// opinion, a claim or a norm that is not finite ends a run with an error.
type Opinion []float64

// Beginner gives a person his first opinions: at the start, and to a newcomer. The opinion
// comes as zeros.
type Beginner interface {
	Begin(p *agents.Person, held Opinion)
}

// Externalizer is the rule by which a person says aloud what he holds: the opinion itself, or
// what he has seen. It writes the claim, which comes as zeros, from the opinion, which it must not
// change.
type Externalizer interface {
	Externalize(p *agents.Person, held, claim Opinion)
}

// Objectifier is the rule by which what is said becomes what counts as knowledge in a unit. The
// norm of a unit comes as it stood, zeros at first. That of a circle comes as what its person
// himself says: he is not among the voices, but he hears himself too.
type Objectifier interface {
	Objectify(u *agents.Unit, said *Voices, norm Opinion)
}

// Internalizer is the rule by which a person makes what counts as knowledge in a unit his own.
// It changes the opinion, never the norm.
type Internalizer interface {
	Internalize(p *agents.Person, norm, held Opinion)
}

// The Func types make a rule about opinions of a function. Such rules may be a Validator and a
// Rememberer, whose Memory is asked with the number of topics for that of dimensions.
type (
	BeginFunc       func(p *agents.Person, held Opinion)
	ExternalizeFunc func(p *agents.Person, held, claim Opinion)
	ObjectifyFunc   func(u *agents.Unit, said *Voices, norm Opinion)
	InternalizeFunc func(p *agents.Person, norm, held Opinion)
)

// Begin calls f.
func (f BeginFunc) Begin(p *agents.Person, held Opinion) { f(p, held) }

// Externalize calls f.
func (f ExternalizeFunc) Externalize(p *agents.Person, held, claim Opinion) { f(p, held, claim) }

// Objectify calls f.
func (f ObjectifyFunc) Objectify(u *agents.Unit, said *Voices, norm Opinion) { f(u, said, norm) }

// Internalize calls f.
func (f InternalizeFunc) Internalize(p *agents.Person, norm, held Opinion) { f(p, norm, held) }
