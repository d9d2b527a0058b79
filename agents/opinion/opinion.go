package opinion

import "orglearn/agents"

// Opinion is a person's knowledge, a claim or a norm, where knowledge is a number per topic. The
// number may say how likely something is, how much is right, or how strong the evidence is. Entry t
// is about topic t. It must stay finite: an opinion, a claim or a norm that is not ends a run with
// an error.
//
// A rule gives the same results on every machine if it keeps to three points. It rounds each
// product, float64(x*y) + z, because a compiler may otherwise fuse the product and the sum. It adds
// in the order of the voices. It does not use math.Exp, math.Log and the like, whose last bits
// differ between machines (see Logit).
type Opinion []float64

// Beginner writes the first opinions of a person: of everybody at the start, and of each newcomer.
// The opinion starts as zeros.
type Beginner interface {
	Begin(p *agents.Person, held Opinion)
}

// Externalizer is the rule by which a person says aloud what he holds, or what he has seen. It
// writes the claim, which starts as zeros. It reads the opinion and must not change it.
type Externalizer interface {
	Externalize(p *agents.Person, held, claim Opinion)
}

// Objectifier is the rule by which claims become what counts as knowledge in a unit. The norm of a
// unit starts as the last tick left it, and at first as zeros. The norm of a circle starts as the
// claim of its person. He is not among the voices, but he hears himself too.
type Objectifier interface {
	Objectify(u *agents.Unit, said *Voices, norm Opinion)
}

// Internalizer is the rule by which a person learns the norm of a unit. It changes the opinion. It
// reads the norm and must not change it.
type Internalizer interface {
	Internalize(p *agents.Person, norm, held Opinion)
}

// The Func types make a rule about opinions from a function. To implement Validator, Fitter or
// Rememberer, write a type instead. Memory and Fits are then called with the number of topics.
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
