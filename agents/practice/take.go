package practice

import (
	"fmt"

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
// It is a rule of norms. An answer has no strength of its own: give a channel with an Asker another
// rule for answers (sim.Channel.Reuse).
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
	if r.Pull != 0 && p.From != nil {
		if s := atStart(p.From.Memory, p.From.Planes, p.From.Tick, p.From.Dimensions); s != nil {
			r.pull(s, (*kernel.Stream)(p.Stream), norm, belief)
			return
		}
	}
	if r.Gradual {
		agents.Gradual{Rate: r.Rate}.Internalize(p, norm, belief)
	} else {
		agents.Absorb{Rate: r.Rate}.Internalize(p, norm, belief)
	}
}

// pull learns the dimensions of each strength at their rate. Those of strength 0 use the coins that
// they would use without Pull. A dimension meets one coin at most: it is of one strength.
func (r Take) pull(of started, s *kernel.Stream, norm, belief agents.Knowledge) {
	for g := 0; g <= MostStrength; g++ {
		open, any := s.Open(len(norm)), uint64(0)
		for i, n := range norm {
			open[i] = belief[i].Differs(n) & n.Known() & of.at(i).is(g)
			any |= open[i]
		}
		if any == 0 {
			s.Skip(1)
			continue
		}
		s.Flip(r.rate(g), open)
		for i, n := range norm {
			belief[i] = r.move(belief[i], n, open[i])
		}
	}
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
