package practice

import (
	"math/bits"

	"orglearn/agents"
	"orglearn/agents/kernel"
)

// Narrow learns what a person does not know with probability Rate per dimension. Where the norm
// contradicts what he believes he learns it with probability
//
//	Rate (1 - Slope (2c-15)/15), at most 1
//
// where c is his competition, 0 to 15 (see Traits). So with a Slope above 0 those who see rivals in
// others listen narrowly. With Slope 0 the rule is agents.Absorb, and so it is for people without a
// self. A self must begin with Traits, as culture.Selves of package sim/culture writes them.
//
// Found here (go run ./examples/participation -narrow 0,1): with a Slope of 1 people score .060
// [.041, .078] less than with 0. There is no published number.
type Narrow struct {
	Rate  float64 // 0 to 1
	Slope float64 // of not listening to contradiction by competition, -1 to 1
}

// Internalize implements agents.Internalizer.
func (r Narrow) Internalize(p *agents.Person, norm, belief agents.Knowledge) {
	if t := TraitsOf(p.Self); r.Slope != 0 && len(t) > 0 {
		r.learn((*kernel.Stream)(p.Stream), r.rate(t.At(Competition)), norm, belief)
		return
	}
	agents.Absorb{Rate: r.Rate}.Internalize(p, norm, belief)
}

// rate is the probability with which one of some competition learns what contradicts him.
func (r Narrow) rate(competition int) float64 {
	return min(float64(r.Rate*(1-float64(r.Slope*tiltOf(competition)))), 1)
}

// learn learns a norm, at a rate of its own where it contradicts. It returns how many dimensions
// change.
func (r Narrow) learn(s *kernel.Stream, rate float64, norm, belief agents.Knowledge) (taken int) {
	taken = r.take(s, norm, belief, r.Rate, 0)
	return taken + r.take(s, norm, belief, rate, ^uint64(0))
}

// take takes a norm over in the lanes of a belief that differ from it, and whose beliefs are known
// if known has all bits, and unknown if it has none.
func (Narrow) take(s *kernel.Stream, norm, belief agents.Knowledge, rate float64, known uint64,
) (taken int) {
	open := s.Open(len(norm))
	for i, n := range norm {
		open[i] = belief[i].Differs(n) & n.Known() &^ (belief[i].Known() ^ known)
	}
	s.Flip(rate, open)
	for i, n := range norm {
		belief[i] = belief[i].Take(n, open[i])
		taken += bits.OnesCount64(open[i])
	}
	return taken
}

// Lanewise is true if Slope is 0: else the rule reads what a person is.
func (r Narrow) Lanewise() bool { return r.Slope == 0 }

// Monotone is true: what has a rate of 0 is not learned, however the coins fall.
func (Narrow) Monotone() bool { return true }

// Validate reports a Rate outside 0 to 1 and a Slope outside -1 to 1.
func (r Narrow) Validate() error {
	if err := checkSlope("Narrow.Slope", r.Slope); err != nil {
		return err
	}
	return kernel.CheckRate("Narrow.Rate", r.Rate)
}
