package models

import (
	"fmt"
	"math"

	"orglearn/agents"
	"orglearn/agents/opinion"
	"orglearn/network"
	"orglearn/sim"
)

// Zollman2007 is the epistemic community of Zollman, The communication structure of epistemic
// communities, Philosophy of Science 74(5):574-587 (2007), after Bala and Goyal, Learning from
// neighbours, Review of Economic Studies 65:595-621 (1998): people choose between a method that is
// known to work half of the time and a new one that is, in truth, a little better, and learn about
// it only from those who try it.
//
// The new method works with probability Better, or else, as far as people know, with 1 - Better:
// they believe the first with a probability that is uniform from 0 to 1 at the start,
// independently. In every round everybody at once:
//
//  1. who believes the new method more likely the better one uses it Pulls times, and others see
//     how often it works; who does not learns nothing new by what he does;
//  2. everybody revises his belief by Bayes' rule, on his own results and those of his neighbours.
//
// A run ends when nobody tries the new method any more, which is a failure for ever, or when
// everybody believes in it with more than .9999, which is a success. Success is the share of runs
// that end so.
//
// The opinion is the logarithm of the odds that the new method is the better one; results are
// weights of evidence, which add up. What is met: success .89 on the complete network and .97 on
// the cycle (network.RingLattice{Neighbours: 2}), within .02 over 10,000 runs; the wheel
// (network.Wheel) lies between, at .96. The model with a prior on the new method's chance itself
// (Beta) does not give these numbers: 1,000 results outweigh a prior of 0 to 4 successes and
// failures at once, and success is .55 on the complete network, .61 on the cycle.
//
// When belief is certain enough to end a run hardly matters: at .99 success is the same within
// .001.
type Zollman2007 struct {
	Network network.Generator // whose results one sees (nil: network.Complete)
	People  int               // (0: 10)
	Pulls   int               // tries per person and round (0: 1,000)
	Better  float64           // the new method's chance, above .5 and below 1 (0: .501)

	// Beta: opinions are the parameters of a beta distribution of the new method's chance, uniform
	// from 0 to 4 at the start, to which successes and failures are added. Who expects more than .5
	// tries it. A run ends when all do, which is a success, or nobody does.
	Beta bool
}

// zollmanCap ends a run that has not ended by itself; the slowest of 10,000 takes some thousand
// rounds.
const zollmanCap = 100_000

// zollmanCertain is the logarithm of the odds of .9999.
const zollmanCertain = 9.2102

// Scenario returns the organization.
func (z Zollman2007) Scenario() sim.Scenario {
	contacts := z.Network
	if contacts == nil {
		contacts = network.Complete{}
	}
	trial := trying{pulls: orElse(z.Pulls, 1000), better: z.better(),
		weight: opinion.Logit(z.better()), beta: z.Beta}
	s := sim.Scenario{
		Name:       z.String(),
		People:     orElse(z.People, 10),
		Dimensions: 1, // of which nobody speaks
		Ticks:      zollmanCap,
		Topics:     1,
		Opinions:   opinion.BeginFunc(beginCredence),
		Stop:       z.settled,
		RealChannels: []sim.RealChannel{{
			Name:        OpinionChannel,
			Structure:   network.Circles{Of: contacts},
			Externalize: trial,
			Objectify:   opinion.Total{},
			Internalize: opinion.Accumulate{},
		}},
	}
	if z.Beta {
		s.Topics, s.Opinions = 2, opinion.Uniform{Low: 0, High: 4}
	}
	return s
}

func (z Zollman2007) better() float64 {
	if z.Better == 0 {
		return .501
	}
	return z.Better
}

// beginCredence draws the probability uniformly, never 0 or 1.
func beginCredence(p *agents.Person, held opinion.Opinion) {
	held[0] = opinion.Logit(p.Float64() + 0x1p-54)
}

// trying says what came of using the new method, where one believes in it.
type trying struct {
	pulls  int
	better float64
	// ln(better/(1-better)): what a success says for the new method, and a failure against it
	weight float64
	beta   bool
}

// Externalize implements opinion.Externalizer.
func (r trying) Externalize(p *agents.Person, held, claim opinion.Opinion) {
	if !r.tries(held) {
		return
	}
	worked := p.Binomial(r.pulls, r.better)
	if r.beta {
		claim[0], claim[1] = float64(worked), float64(r.pulls-worked)
		return
	}
	claim[0] = float64(2*worked-r.pulls) * r.weight
}

// tries reports whether somebody of an opinion tries the new method.
func (r trying) tries(held opinion.Opinion) bool {
	if r.beta {
		return held[0] > held[1]
	}
	return held[0] > 0
}

// Validate reports parameters out of their ranges.
func (r trying) Validate() error {
	if r.pulls < 1 || r.pulls > math.MaxInt32 {
		return fmt.Errorf("Pulls is %d, want 1 to %d", r.pulls, math.MaxInt32)
	}
	if !(r.better > .5 && r.better < 1) {
		return fmt.Errorf("Better is %v, want above 0.5 and below 1", r.better)
	}
	return nil
}

// settled reports whether the community has made up its mind.
func (z Zollman2007) settled(m *sim.Model) bool {
	tries, certain := z.count(m)
	return tries == 0 || certain == m.People()
}

// count counts those who try the new method, and those who will for good.
func (z Zollman2007) count(m *sim.Model) (tries, certain int) {
	r := trying{beta: z.Beta}
	for p := range m.People() {
		o := m.Opinion(p)
		if !r.tries(o) {
			continue
		}
		tries++
		if z.Beta || o[0] > zollmanCertain {
			certain++
		}
	}
	return tries, certain
}

// Success is 1 if everybody has come to believe in the new method for good, else 0, as the Of of a
// metric.
func (z Zollman2007) Success(m *sim.Model) float64 {
	if _, certain := z.count(m); certain == m.People() {
		return 1
	}
	return 0
}

// Validate reports parameters out of their ranges.
func (z Zollman2007) Validate() error { return z.Scenario().Validate() }

// String names the organization by its parameters.
func (z Zollman2007) String() string {
	name := networkName(z.Network)
	if _, ok := z.Network.(network.Wheel); ok {
		name = "wheel"
	}
	text := fmt.Sprintf("zollman2007 network=%s people=%d pulls=%d better=%v", name,
		orElse(z.People, 10), orElse(z.Pulls, 1000), z.better())
	if z.Beta {
		text += " beta"
	}
	return text
}
