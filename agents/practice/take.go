package practice

import (
	"fmt"
	"math/bits"

	"orglearn/agents"
	"orglearn/agents/kernel"
)

// MaxPull is the largest Take.Pull.
const MaxPull = 100

// Take learns a norm more readily, or less, the more it is taken for granted. In a dimension where
// the norm differs from the belief, the person learns with probability
//
//	Rate (1 + Pull g/7), at most 1
//
// where g is the strength of the norm when the tick began (see Vote). He takes the norm over, or,
// if Gradual is set, moves one step towards it. In a unit whose rule is no Vote g is 0. An empty
// norm teaches nothing.
//
// With Pull 0 the rule is agents.Absorb, or agents.Gradual, with the same coins.
type Take struct {
	Rate    float64 // 0 to 1
	Gradual bool
	// -1 to MaxPull. At -1 a norm that is wholly taken for granted is not learned at all; at 1 it
	// is learned at twice the rate.
	Pull float64
}

// Internalize implements agents.Internalizer.
func (r Take) Internalize(p *agents.Person, norm, belief agents.Knowledge) {
	strengths := strengthsFor(p.From, len(norm))
	switch {
	case r.Pull != 0 && strengths != nil:
		r.pull(p, strengths, norm, belief)
	case r.Gradual:
		agents.Gradual{Rate: r.Rate}.Internalize(p, norm, belief)
	default:
		agents.Absorb{Rate: r.Rate}.Internalize(p, norm, belief)
	}
}

// pull learns the dimensions of each strength at their rate. Those of strength 0 use the coins that
// they would use without Pull. A dimension meets one coin at most, because it is of one strength.
func (r Take) pull(p *agents.Person, s Strengths, norm, belief agents.Knowledge) {
	open, met := p.Open(len(norm)), occurring(p, s, norm, belief)
	for g := range met {
		if !met[g] {
			p.Skip(1)
			continue
		}
		for i, n := range norm {
			open[i] = belief[i].Differs(n) & n.Known() & s.atStart(p.From, i).is(g)
		}
		p.Flip(r.rate(g), open)
		for i, n := range norm {
			belief[i] = r.move(belief[i], n, open[i])
		}
	}
}

// occurring tells of each strength whether the norm has it where it differs from the belief.
func occurring(
	p *agents.Person, s Strengths, norm, belief agents.Knowledge,
) (met [MostStrength + 1]bool) {
	for i, n := range norm {
		g := s.atStart(p.From, i)
		for open := belief[i].Differs(n) & n.Known(); open != 0; {
			one := g.at(bits.TrailingZeros64(open))
			met[one] = true
			open &^= g.is(one)
		}
	}
	return met
}

// rate returns the probability with which a norm of strength g is learned.
func (r Take) rate(g int) float64 {
	factor := 1 + float64(r.Pull*float64(g))/MostStrength
	return min(float64(r.Rate*factor), 1)
}

// move takes a norm over in the given lanes, or moves a step towards it.
func (r Take) move(belief, norm agents.Word, lanes uint64) agents.Word {
	if r.Gradual {
		return belief.Step(norm, lanes)
	}
	return belief.Take(norm, lanes)
}

// Validate reports a Rate outside 0 to 1, and a Pull outside -1 to MaxPull.
func (r Take) Validate() error {
	if !(r.Pull >= -1 && r.Pull <= MaxPull) {
		return fmt.Errorf("Take.Pull is %v, want -1 to %d", r.Pull, MaxPull)
	}
	return kernel.CheckRate("Take.Rate", r.Rate)
}

// Monotone is true.
func (Take) Monotone() bool { return true }

// Lanewise is true if Pull is 0: else the rule reads what the unit remembers.
func (r Take) Lanewise() bool { return r.Pull == 0 }
