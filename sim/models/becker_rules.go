package models

import (
	"errors"
	"fmt"
	"math"

	"orglearn/agents"
	"orglearn/agents/kernel"
	"orglearn/agents/opinion"
)

// truth is what the people of Becker2017 estimate.
const truth = 1

// skewed draws first estimates that are lognormal. Their logarithms have the standard deviation
// spread, and the mean -spread times below.
type skewed struct{ spread, below float64 }

// Begin implements opinion.Beginner.
func (s skewed) Begin(p *agents.Person, held opinion.Opinion) {
	held[0] = kernel.Exp(float64(s.spread * (p.NormFloat64() - s.below)))
}

// deviation returns the standard deviation of an estimate, not of its logarithm.
func (s skewed) deviation() float64 {
	square := float64(s.spread * s.spread)
	return kernel.Exp(square/2-float64(s.spread*s.below)) * math.Sqrt(kernel.Exp(square)-1)
}

// error returns the square of the error of an estimate's logarithm, standardized. In deviations of
// the logarithm the error is z - below, with z standard normal. Its square has the mean 1 + below²
// and the variance 2 + 4 below².
func (s skewed) error(estimate float64) float64 {
	err, square := kernel.Log(estimate)/s.spread, float64(s.below*s.below)
	return (float64(err*err) - 1 - square) / math.Sqrt(2+float64(4*square))
}

// Validate returns an error where a parameter is out of its range.
func (s skewed) Validate() error {
	if s.spread == 0 {
		return errors.New("Spread is 0, want above 0, to 1")
	}
	if err := kernel.CheckRate("Spread", s.spread); err != nil {
		return err
	}
	return kernel.CheckRate("Below", s.below)
}

// stubborn is the rule by which a person gives his own estimate a weight, which he keeps.
type stubborn struct {
	first                     skewed
	correlation, mean, spread float64
}

// What stubborn remembers of a person: whether it remembers, his self-weight and first estimate.
const (
	hasBegun = iota
	selfWeight
	firstEstimate
	stubbornWords
)

// Memory implements agents.Rememberer.
func (stubborn) Memory(int) agents.Memory { return agents.Memory{Person: stubbornWords} }

// Internalize implements opinion.Internalizer. The norm is what the person's neighbours say.
func (r stubborn) Internalize(p *agents.Person, norm, held opinion.Opinion) {
	if p.Memory[hasBegun] == 0 {
		p.Memory[hasBegun] = 1
		p.Memory[firstEstimate] = math.Float64bits(held[0])
		p.Memory[selfWeight] = math.Float64bits(r.weigh(p, held[0]))
	}
	w := math.Float64frombits(p.Memory[selfWeight])
	held[0] += float64((1 - w) * (norm[0] - held[0]))
}

// weigh draws the self-weight of a person with this first estimate.
func (r stubborn) weigh(p *agents.Person, estimate float64) float64 {
	free := math.Sqrt(1 - float64(r.correlation*r.correlation))
	deviation := float64(free*p.NormFloat64()) - float64(r.correlation*r.first.error(estimate))
	return min(max(r.mean+float64(r.spread*deviation), 0), 1)
}

// Validate returns an error where a parameter is out of its range.
func (r stubborn) Validate() error {
	for _, f := range []struct {
		name  string
		value float64
	}{{"Correlation", r.correlation}, {"SelfWeight", r.mean}, {"SelfSpread", r.spread}} {
		if err := kernel.CheckRate(f.name, f.value); err != nil {
			return err
		}
	}
	return nil
}

// Fits implements agents.Fitter: an estimate is one number.
func (stubborn) Fits(topics, _ int) error {
	if topics != 1 {
		return fmt.Errorf("Topics is %d, want 1: an estimate is one number", topics)
	}
	return nil
}
