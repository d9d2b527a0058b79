package practice

import (
	"orglearn/agents"
	"orglearn/agents/kernel"
)

// Withhold says each belief aloud with probability Rate, and what sets a person apart less or more
// readily by his individualism. A belief sets him apart if the norm of none of the units from which
// he learns says the same. In these dimensions he speaks with probability
//
//	Rate (1 - Slope (2i-15)/15), at most 1
//
// where i is his individualism, 0 to 15 (see Traits). So half of all people speak less and half
// more, if all values are as frequent. At a Rate of 1 there is only less.
//
// A person does not see norms when he speaks. So what sets him apart is what he noticed after the
// last cycle: the event culture.Notice writes it into what the rule remembers of him. Without it
// nothing sets anybody apart.
//
// With Slope 0 the rule is agents.Say, and so it is for people without a self. A self must begin
// with Traits, as culture.Selves of package sim/culture writes them. Withholding less is the
// wished-for result of a change of culture. So report the trait and this effect apart.
//
// Found here (go run ./examples/participation -withhold -1,0,1): people with a Slope of 1 score
// -.010 [-.027, .007] more than with -1, so no difference is shown. With 0, where all say all, they
// score .021 [.004, .038] less than with -1. There is no published number.
type Withhold struct {
	Rate  float64 // 0 to 1
	Slope float64 // of keeping back what sets one apart by individualism, -1 to 1
}

// Externalize implements agents.Externalizer.
func (r Withhold) Externalize(p *agents.Person, belief, claim agents.Knowledge) {
	t := TraitsOf(p.Self)
	if r.Slope == 0 || len(t) == 0 || len(p.Memory) != len(belief) {
		agents.Say{Rate: r.Rate}.Externalize(p, belief, claim)
		return
	}
	r.speak((*kernel.Stream)(p.Stream), r.rate(t.At(Individualism)), p.Memory, belief, claim)
}

// rate is the probability with which one of some individualism says what sets him apart.
func (r Withhold) rate(individualism int) float64 {
	return min(float64(r.Rate*(1-float64(r.Slope*tiltOf(individualism)))), 1)
}

// speak writes a claim. What sets the person apart is said at a rate of its own.
func (r Withhold) speak(
	s *kernel.Stream, rate float64, apart []uint64, belief, claim agents.Knowledge,
) {
	open := s.Open(len(belief))
	for i, b := range belief {
		open[i] = b.Known() &^ apart[i]
	}
	s.Flip(r.Rate, open)
	for i, b := range belief {
		claim[i] = b.Keep(open[i])
		open[i] = b.Known() & apart[i]
	}
	s.Flip(rate, open)
	for i, b := range belief {
		claim[i] = claim[i].Take(b, open[i])
	}
}

// Memory implements agents.Rememberer: a bit for each dimension, if Slope is not 0.
func (r Withhold) Memory(dimensions int) agents.Memory {
	if r.Slope == 0 {
		return agents.Memory{}
	}
	return agents.Memory{Person: agents.Width(dimensions)}
}

// WithholdIn finds the Withhold in an Externalizer: the rule itself, or one that PassOn holds. It
// also finds what the rule itself remembers of a person, by what the Externalizer remembers of him
// (sim.Remembered.Speaking): a bit for each dimension in which his belief sets him apart.
func WithholdIn(rule agents.Externalizer, memory []uint64) (r Withhold, apart []uint64, ok bool) {
	if passes, holds := rule.(PassOn); holds {
		rule, memory = passes.Of, hidden(memory, 1)
	}
	r, ok = rule.(Withhold)
	return r, memory, ok
}

// Lanewise is true if Slope is 0: else the rule reads what a person noticed.
func (r Withhold) Lanewise() bool { return r.Slope == 0 }

// Monotone is true if the rule is agents.Say and that is.
func (r Withhold) Monotone() bool { return r.Slope == 0 && agents.Say{Rate: r.Rate}.Monotone() }

// Validate reports a Rate outside 0 to 1 and a Slope outside -1 to 1.
func (r Withhold) Validate() error {
	if err := checkSlope("Withhold.Slope", r.Slope); err != nil {
		return err
	}
	return kernel.CheckRate("Withhold.Rate", r.Rate)
}
