package agents

import "orglearn/agents/kernel"

// Superior lets the voices decide who stand strictly above the unit: per dimension, the sign of the
// sum of their claims, where it is not 0 and not the norm's, becomes the norm with probability
// Rate; or, PerVote, with probability 1-(1-Rate)^k where k is the absolute sum (March 1991). A
// claim of 0 is no vote.
type Superior struct {
	Rate    float64
	PerVote bool
}

// Objectify implements Objectifier.
func (r Superior) Objectify(u *Unit, said *Voices, norm Knowledge) {
	above := said.Above(u)
	switch {
	case r.PerVote && above.Empty():
		u.Skip(kernel.MostDigits)
	case above.Empty():
		u.Skip(1)
	case r.PerVote:
		said.engine().AdoptPerVote(u.engine(), kernel.Strip(norm), (*kernel.Group)(above), r.Rate)
	default:
		said.adopt(u, norm, above, r.Rate)
	}
}

// Validate reports a Rate outside 0 to 1.
func (r Superior) Validate() error { return kernel.CheckRate("Superior.Rate", r.Rate) }

// Monotone is true.
func (Superior) Monotone() bool { return true }

// Lanewise is true.
func (Superior) Lanewise() bool { return true }

// Majority lets every voice decide, whatever his standing: per dimension, the sign of the sum of
// the claims, where it is not 0 and not the norm's, becomes the norm with probability Rate.
type Majority struct{ Rate float64 }

// Objectify implements Objectifier.
func (r Majority) Objectify(u *Unit, said *Voices, norm Knowledge) {
	said.adopt(u, norm, said.All(), r.Rate)
}

// Validate reports a Rate outside 0 to 1.
func (r Majority) Validate() error { return kernel.CheckRate("Majority.Rate", r.Rate) }

// Monotone is true.
func (Majority) Monotone() bool { return true }

// Lanewise is true.
func (Majority) Lanewise() bool { return true }

// Best makes the claims of the voice who stands highest the norm, whole, the zeros too, if he
// stands strictly above the unit. Of several who stand alike one is drawn.
type Best struct{}

// Objectify implements Objectifier.
func (Best) Objectify(u *Unit, said *Voices, norm Knowledge) {
	best, most, alike := -1, u.Standing, 0
	for k := range said.Len() {
		switch s := said.Standing(k); {
		case s > most:
			best, most, alike = k, s, 1
		case s == most && best >= 0:
			alike++
			if u.IntN(alike) == 0 {
				best = k
			}
		}
	}
	if best >= 0 {
		copy(norm, said.At(best))
	}
}

// Monotone is false: a draw between voices who stand alike is no coin.
func (Best) Monotone() bool { return false }
