package opinion

import (
	"fmt"
	"math"

	"orglearn/agents"
	"orglearn/agents/kernel"
)

// Uniform draws first opinions that are uniform from Low to High, independently per topic. They are
// Low plus multiples of 2^-53 of High-Low.
type Uniform struct{ Low, High float64 }

// Begin implements Beginner. It takes one random word a topic.
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

// Candid says the opinion as it is.
type Candid struct{}

// Externalize implements Externalizer: 16 bytes a topic.
func (Candid) Externalize(_ *agents.Person, opinion, claim Opinion) { copy(claim, opinion) }

// Average makes the weighted mean of the claims the norm. A voice counts with the weight of its
// tie. The previous norm counts with the weight Self; in a circle that is the claim of its person.
// If all weights are 0 the norm does not change.
//
// It is the averaging of DeGroot (1974, Journal of the American Statistical Association
// 69:118-121).
type Average struct{ Self float64 } // 0 or more

// Objectify implements Objectifier: 8 bytes, a product and a sum per voice and topic. It adds the
// voices in their order.
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

// Similar makes the mean of the similar claims the norm, for each topic by itself. A claim is
// similar if it differs from the previous norm by at most Confidence. In a circle the previous norm
// is the claim of its person. The previous norm counts as one more claim. Weights of ties do not
// count.
//
// It is the bounded confidence of Hegselmann and Krause (2002, Journal of Artificial Societies and
// Social Simulation 5(3):2).
type Similar struct{ Confidence float64 } // 0 or more

// Objectify implements Objectifier: 8 bytes per voice and topic. It adds the voices in their order.
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

// Total adds all claims to the norm; in a circle, to the claim of its person. It pools evidence
// that was gathered independently. The evidence may be counts, or weights of evidence, which are
// logarithms of likelihood ratios (Good 1950, Probability and the Weighing of Evidence).
type Total struct{}

// Objectify implements Objectifier: 8 bytes per voice and topic. It adds the voices in their order.
func (Total) Objectify(_ *agents.Unit, said *Voices, norm Opinion) {
	for k := range said.Len() {
		for t, claim := range said.At(k) {
			norm[t] += claim
		}
	}
}

// Approach moves the opinion towards the norm by the share Rate of the distance. A Rate of 1 takes
// the norm over.
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

// Compromise moves the opinion towards the norm by the share Rate of the distance, where the
// distance is at most Confidence. If a person hears one voice at a time, it is the compromise of
// Deffuant, Neau, Amblard and Weisbuch (2000, Advances in Complex Systems 3:87-98).
type Compromise struct {
	Rate       float64 // 0 to 1
	Confidence float64 // 0 or more
}

// Internalize implements Internalizer.
func (r Compromise) Internalize(_ *agents.Person, norm, opinion Opinion) {
	for t, n := range norm {
		if distance := n - opinion[t]; math.Abs(distance) <= r.Confidence {
			opinion[t] += float64(r.Rate * distance)
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

// Accumulate adds the norm to the opinion, as one adds evidence to evidence.
type Accumulate struct{}

// Internalize implements Internalizer.
func (Accumulate) Internalize(_ *agents.Person, norm, opinion Opinion) {
	for t, n := range norm {
		opinion[t] += n
	}
}

// Anchored makes the opinion Rate times the norm plus 1-Rate times the anchor. The anchor is the
// person's opinion when he first learned by this rule. It is the susceptibility of Friedkin and
// Johnsen (1990, Journal of Mathematical Sociology 15:193-206).
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

// Memory implements Rememberer: the anchor, and whether there is one.
func (r Anchored) Memory(topics int) agents.Memory { return agents.Memory{Person: 1 + topics} }

// Logit returns the logarithm of the odds of a probability, ln(p/(1-p)). It gives the same bits on
// every machine, unlike math.Log.
func Logit(p float64) float64 { return kernel.Log(p / (1 - p)) }

func confidence(field string, c float64) error {
	if c >= 0 {
		return nil
	}
	return fmt.Errorf("%s is %v, want at least 0", field, c)
}

func finite(v float64) bool { return !math.IsNaN(v) && !math.IsInf(v, 0) }
