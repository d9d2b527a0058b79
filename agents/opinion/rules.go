package opinion

import (
	"fmt"
	"math"

	"orglearn/agents"
	"orglearn/agents/kernel"
)

// Uniform gives first opinions that are uniform between Low and High, independently per topic, in
// multiples of 2^-53 of the distance.
type Uniform struct{ Low, High float64 }

// Begin implements Beginner: one random word a topic.
func (r Uniform) Begin(p *agents.Person, opinion Opinion) {
	for t := range opinion {
		opinion[t] = r.Low + float64(p.Float64()*(r.High-r.Low))
	}
}

// Validate reports bounds that are not finite, or a High below Low.
func (r Uniform) Validate() error {
	if !finite(r.Low) || !finite(r.High) || r.High < r.Low || !finite(r.High-r.Low) {
		return fmt.Errorf("Uniform is %v to %v, want finite numbers, the second at least the first",
			r.Low, r.High)
	}
	return nil
}

// Candid says one's opinion as it is.
type Candid struct{}

// Externalize implements Externalizer: 16 bytes a topic.
func (Candid) Externalize(_ *agents.Person, opinion, claim Opinion) { copy(claim, opinion) }

// Average makes the weighted mean of what is said the norm: a voice weighs its tie, and what the
// norm was, in a circle what its person himself says, weighs Self. Where all weights are 0 the norm
// stays.
//
// It is the averaging of DeGroot (1974, Journal of the American Statistical Association
// 69:118-121).
type Average struct{ Self float64 } // 0 or more

// Objectify implements Objectifier: 8 bytes, a product and a sum a voice and topic. It adds
// voice by voice, in their order.
func (r Average) Objectify(_ *agents.Unit, said *Voices, norm Opinion) {
	all := r.Self
	for k := range said.Len() {
		all += said.Weight(k)
	}
	if all == 0 {
		return
	}
	for t := range norm {
		norm[t] = float64(r.Self * norm[t])
	}
	for k := range said.Len() {
		tie := said.Weight(k)
		for t, claim := range said.At(k) {
			norm[t] += float64(tie * claim)
		}
	}
	for t := range norm {
		norm[t] /= all
	}
}

// Validate reports a Self that is not finite, or below 0.
func (r Average) Validate() error {
	if !(r.Self >= 0) || !finite(r.Self) {
		return fmt.Errorf("Average.Self is %v, want a finite number of at least 0", r.Self)
	}
	return nil
}

// Similar makes the mean of what is said the norm, but only of those claims that differ from the
// norm as it was, in a circle from what its person himself says, by at most Confidence; that itself
// counts as one of them. Topics are judged each for itself; ties do not count.
//
// It is the bounded confidence of Hegselmann and Krause (2002, Journal of Artificial Societies and
// Social Simulation 5(3):2).
type Similar struct{ Confidence float64 } // 0 or more

// Objectify implements Objectifier: 8 bytes a voice and topic. It adds voice by voice, in their
// order.
func (r Similar) Objectify(_ *agents.Unit, said *Voices, norm Opinion) {
	for t, own := range norm {
		sum, n := own, 1
		for k := range said.Len() {
			if claim := said.At(k)[t]; math.Abs(claim-own) <= r.Confidence {
				sum += claim
				n++
			}
		}
		norm[t] = sum / float64(n)
	}
}

// Validate reports a Confidence that is not a number, or below 0.
func (r Similar) Validate() error { return confidence("Similar.Confidence", r.Confidence) }

// Total makes the sum of what is said the norm, and adds what the norm was: in a circle what its
// person himself says. It pools evidence that was gathered independently: counts, or weights of
// evidence, which are logarithms of likelihood ratios (Good 1950, Probability and the Weighing of
// Evidence).
type Total struct{}

// Objectify implements Objectifier: 8 bytes a voice and topic. It adds voice by voice, in their
// order.
func (Total) Objectify(_ *agents.Unit, said *Voices, norm Opinion) {
	for k := range said.Len() {
		for t, claim := range said.At(k) {
			norm[t] += claim
		}
	}
}

// Approach moves the share Rate of the way to the norm: 1 takes it over.
type Approach struct{ Rate float64 } // 0 to 1

// Internalize implements Internalizer.
func (r Approach) Internalize(_ *agents.Person, norm, opinion Opinion) {
	if r.Rate == 1 { // x + (y - x) need not be y
		copy(opinion, norm)
		return
	}
	for t, n := range norm {
		opinion[t] += float64(r.Rate * (n - opinion[t]))
	}
}

// Validate reports a Rate outside 0 to 1.
func (r Approach) Validate() error { return kernel.CheckRate("Approach.Rate", r.Rate) }

// Compromise moves the share Rate of the way to the norm, but only where that is at most Confidence
// away. With one voice heard at a time it is the compromise of Deffuant, Neau, Amblard and Weisbuch
// (2000, Advances in Complex Systems 3:87-98).
type Compromise struct {
	Rate       float64 // 0 to 1
	Confidence float64 // 0 or more
}

// Internalize implements Internalizer.
func (r Compromise) Internalize(_ *agents.Person, norm, opinion Opinion) {
	for t, n := range norm {
		if far := n - opinion[t]; math.Abs(far) <= r.Confidence {
			opinion[t] += float64(r.Rate * far)
		}
	}
}

// Validate reports a Rate outside 0 to 1, and a Confidence that is not a number, or below 0.
func (r Compromise) Validate() error {
	if err := confidence("Compromise.Confidence", r.Confidence); err != nil {
		return err
	}
	return kernel.CheckRate("Compromise.Rate", r.Rate)
}

// Accumulate adds the norm to what one holds: evidence to evidence.
type Accumulate struct{}

// Internalize implements Internalizer.
func (Accumulate) Internalize(_ *agents.Person, norm, opinion Opinion) {
	for t, n := range norm {
		opinion[t] += n
	}
}

// Anchored takes the share Rate of the norm, and the rest of the opinion that one had when one
// first learned by this rule. It is the susceptibility of Friedkin and Johnsen (1990, Journal of
// Mathematical Sociology 15:193-206).
type Anchored struct{ Rate float64 } // 0 to 1

// Internalize implements Internalizer.
func (r Anchored) Internalize(p *agents.Person, norm, opinion Opinion) {
	if p.Memory[0] == 0 {
		p.Memory[0] = 1
		for t, o := range opinion {
			p.Memory[1+t] = math.Float64bits(o)
		}
	}
	for t, n := range norm {
		opinion[t] = float64(r.Rate*n) + float64((1-r.Rate)*math.Float64frombits(p.Memory[1+t]))
	}
}

// Validate reports a Rate outside 0 to 1.
func (r Anchored) Validate() error { return kernel.CheckRate("Anchored.Rate", r.Rate) }

// Memory implements Rememberer: the first opinion, and whether there was one.
func (r Anchored) Memory(topics int) agents.Memory { return agents.Memory{Person: 1 + topics} }

// Logit is the logarithm of the odds of a probability, ln(p/(1-p)): the same bits on every machine,
// unlike math.Log.
func Logit(p float64) float64 { return kernel.Log(p / (1 - p)) }

func confidence(field string, c float64) error {
	if c >= 0 {
		return nil
	}
	return fmt.Errorf("%s is %v, want at least 0", field, c)
}

func finite(v float64) bool { return !math.IsNaN(v) && !math.IsInf(v, 0) }
