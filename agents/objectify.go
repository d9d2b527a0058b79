package agents

import "orglearn/agents/kernel"

// Superior lets the voices decide who stand strictly above the unit. The vote in a dimension is the
// sign of the sum of their claims; a claim of 0 is no vote. Where the vote is not 0 and not the
// norm, it becomes the norm with probability Rate. If PerVote is set, the probability is
// 1-(1-Rate)^k, where k is the absolute value of the sum (March 1991).
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

// Majority lets every voice decide, whatever his standing. The vote in a dimension is the sign of
// the sum of the claims. Where the vote is not 0 and not the norm, it becomes the norm with
// probability Rate.
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

// Best makes the claims of the voice with the highest standing the norm, zeros included. It does so
// only if that voice stands strictly above the unit. If several voices share the highest standing,
// one of them is drawn.
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

// Monotone is false: the draw between voices of equal standing is not a coin.
func (Best) Monotone() bool { return false }
