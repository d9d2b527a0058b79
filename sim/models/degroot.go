package models

import (
	"fmt"
	"math"

	"orglearn/agents"
	"orglearn/agents/kernel"
	"orglearn/agents/opinion"
	"orglearn/sim"
)

// DeGroot1974 is the model of DeGroot, Reaching a consensus, Journal of the American Statistical
// Association 69(345):118-121 (1974). In each tick everybody's opinion becomes, at once, the
// weighted mean of all opinions as they stood. With x the opinions and W the matrix of weights,
//
//	x(t+1) = W x(t),  x(t) = W^t x(0)
//
// If W has one closed, aperiodic class of people who trust each other, everybody comes to agree on
// w x(0). Here w is the stationary distribution of W. The model reproduces both formulas to 1e-9.
//
// A run ends when no opinion moves by more than 1e-12 in a tick.
type DeGroot1974 struct {
	// Weights holds in row i how much person i trusts each person, himself included. Each weight is
	// 0 to 1 and a row sums to 1 (nil: all weights are equal).
	Weights [][]float64
	First   []float64 // first opinions (nil: uniform from 0 to 1)
	People  int       // number of people, 1 to 4096 (0: the length of Weights or First, else 10)
	Ticks   int       // largest number of ticks (0: 10,000)
}

// OpinionChannel is the name of the channel of the models of opinions.
const OpinionChannel = "opinions"

// Scenario returns the organization.
func (d DeGroot1974) Scenario() sim.Scenario {
	s := opinionScenario(d.String(), d.people(), orElse(d.Ticks, 10_000), given(d.First))
	w := d.weights()
	s.RealChannels = []sim.RealChannel{{
		Name:        OpinionChannel,
		Structure:   w.circles(),
		Externalize: opinion.Candid{},
		Objectify:   w,
		Internalize: opinion.Approach{Rate: 1},
	}}
	return s
}

// opinionScenario is a scenario of one topic. Every scenario must have a dimension; nobody learns
// about the one here.
func opinionScenario(name string, people, ticks int, first opinion.Beginner) sim.Scenario {
	return sim.Scenario{
		Name: name, People: people, Dimensions: 1, Ticks: ticks, Topics: 1, Opinions: first,
		Stop: atRest,
	}
}

// atRest reports whether no opinion moved in the last tick.
func atRest(m *sim.Model) bool {
	if m.Tick() == 0 {
		return false
	}
	for p := range m.People() {
		if math.Abs(m.Opinion(p)[0]-m.RealClaims(0, p)[0]) > stillness {
			return false
		}
	}
	return true
}

func (d DeGroot1974) people() int {
	return orElse(d.People, orElse(len(d.Weights), orElse(len(d.First), 10)))
}

func (d DeGroot1974) weights() weights {
	if d.Weights == nil {
		return alike(min(max(d.people(), 0), 1<<12))
	}
	return d.Weights
}

// Validate returns an error where a parameter is out of its range, or where parameters are for
// different numbers of people.
func (d DeGroot1974) Validate() error { return validWeights("DeGroot1974", d, d.Scenario) }

// validWeights returns an error where parts of d contradict each other, and the errors of the
// scenario.
func validWeights(name string, d DeGroot1974, scenario func() sim.Scenario) error {
	n := d.people()
	switch {
	case n < 1 || n > 1<<12:
		return fmt.Errorf("models: %s.People is %d, want 1 to %d", name, n, 1<<12)
	case d.Weights != nil && len(d.Weights) != n:
		return fmt.Errorf("models: %s.Weights has %d rows, want %d (the people)", name,
			len(d.Weights), n)
	case d.First != nil && len(d.First) != n:
		return fmt.Errorf("models: %s.First has %d opinions, want %d (the people)", name,
			len(d.First), n)
	}
	return scenario().Validate()
}

// String names the organization by its size.
func (d DeGroot1974) String() string { return fmt.Sprintf("degroot1974 people=%d", d.people()) }

// FriedkinJohnsen1990 is the model of Friedkin and Johnsen, Social influence and opinions, Journal
// of Mathematical Sociology 15(3-4):193-206 (1990). People average as in DeGroot1974, but hold on
// to their first opinions:
//
//	x(t+1) = A W x(t) + (I - A) x(0)
//
// A is a diagonal matrix of everybody's susceptibility. A person of susceptibility 0 never moves.
// One of susceptibility 1 learns as in DeGroot1974. Where powers of A W shrink to 0, opinions end
// at (I - A W)^-1 (I - A) x(0). The model reproduces this to 1e-9. A run ends when no opinion moves
// by more than 1e-12 in a tick.
type FriedkinJohnsen1990 struct {
	Weights [][]float64 // as in DeGroot1974
	// Susceptibility holds one number per person, 0 to 1 (nil: 1 less his weight on himself, as in
	// the authors' applications).
	Susceptibility []float64
	First          []float64 // first opinions (nil: uniform from 0 to 1)
	People         int       // number of people (0: the length of Weights or First, else 10)
	Ticks          int       // largest number of ticks (0: 10,000)
}

func (f FriedkinJohnsen1990) base() DeGroot1974 {
	return DeGroot1974{Weights: f.Weights, First: f.First, People: f.People, Ticks: f.Ticks}
}

// Scenario returns the organization.
func (f FriedkinJohnsen1990) Scenario() sim.Scenario {
	s := f.base().Scenario()
	s.Name = f.String()
	s.RealChannels[0].Internalize = anchored(f.susceptibility())
	return s
}

func (f FriedkinJohnsen1990) susceptibility() []float64 {
	if f.Susceptibility != nil {
		return f.Susceptibility
	}
	w := f.base().weights()
	all := make([]float64, len(w))
	for i := range w {
		if i < len(w[i]) {
			all[i] = 1 - w[i][i]
		}
	}
	return all
}

// Validate returns an error where a parameter is out of its range, or where parameters are for
// different numbers of people.
func (f FriedkinJohnsen1990) Validate() error {
	if n := f.base().people(); f.Susceptibility != nil && len(f.Susceptibility) != n {
		return fmt.Errorf("models: FriedkinJohnsen1990.Susceptibility has %d values, want %d (the "+
			"people)", len(f.Susceptibility), n)
	}
	return validWeights("FriedkinJohnsen1990", f.base(), f.Scenario)
}

// String names the organization by its size.
func (f FriedkinJohnsen1990) String() string {
	return fmt.Sprintf("friedkinjohnsen1990 people=%d", f.base().people())
}

// anchored is opinion.Anchored with a separate rate for each person.
type anchored []float64

// Internalize implements opinion.Internalizer.
func (r anchored) Internalize(p *agents.Person, norm, held opinion.Opinion) {
	opinion.Anchored{Rate: r[p.ID]}.Internalize(p, norm, held)
}

// Memory implements agents.Rememberer.
func (anchored) Memory(topics int) agents.Memory { return opinion.Anchored{}.Memory(topics) }

// Validate returns an error where a susceptibility is outside 0 to 1.
func (r anchored) Validate() error {
	for p, v := range r {
		if err := kernel.CheckRate(fmt.Sprintf("Susceptibility[%d]", p), v); err != nil {
			return err
		}
	}
	return nil
}
