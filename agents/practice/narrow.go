package practice

import (
	"orglearn/agents"
	"orglearn/agents/kernel"
)

// Narrow learns what a person does not know with probability Rate per dimension. Where the norm
// contradicts what he believes he learns it with probability
//
//	Rate (1 - Slope (2c-15)/15), at most 1
//
// where c is his competition, 0 to 15 (see Traits). So with a Slope above 0 those who see rivals in
// others listen narrowly. With Slope 0 the rule is agents.Absorb.
type Narrow struct {
	Rate  float64 // 0 to 1
	Slope float64 // of not listening to contradiction by competition, -1 to 1
}

// Internalize implements agents.Internalizer.
func (r Narrow) Internalize(p *agents.Person, norm, belief agents.Knowledge) {
	by := tilt(p, Competition)
	if r.Slope == 0 || by == 0 {
		agents.Absorb{Rate: r.Rate}.Internalize(p, norm, belief)
		return
	}
	rate := min(float64(r.Rate*(1-float64(r.Slope*by))), 1)
	r.take(p, norm, belief, r.Rate, func(b agents.Word) uint64 { return ^b.Known() })
	r.take(p, norm, belief, rate, agents.Word.Known)
}

// take takes a norm over in the lanes of a belief that differ from it.
func (Narrow) take(p *agents.Person, norm, belief agents.Knowledge, rate float64,
	lanes func(agents.Word) uint64,
) {
	open := p.Open(len(norm))
	for i, n := range norm {
		open[i] = belief[i].Differs(n) & n.Known() & lanes(belief[i])
	}
	p.Flip(rate, open)
	for i, n := range norm {
		belief[i] = belief[i].Take(n, open[i])
	}
}

// Lanewise is true if Slope is 0: else the rule reads what a person is.
func (r Narrow) Lanewise() bool { return r.Slope == 0 }

// Monotone is true unless some people never take a contradiction over, and else would.
func (Narrow) Monotone() bool { return true }

// Validate reports a Rate outside 0 to 1 and a Slope outside -1 to 1.
func (r Narrow) Validate() error {
	if err := checkSlope("Narrow.Slope", r.Slope); err != nil {
		return err
	}
	return kernel.CheckRate("Narrow.Rate", r.Rate)
}
