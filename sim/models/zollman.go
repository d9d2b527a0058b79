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
// communities, Philosophy of Science 74(5):574-587 (2007). It follows Bala and Goyal, Learning from
// neighbours, Review of Economic Studies 65:595-621 (1998). People choose between two methods. One
// is known to work half of the time. The new one is in truth a little better, and people learn
// about it only from those who try it.
//
// The new method works with probability Better. People believe that it works either with
// probability Better or with probability 1 - Better. At the start the probability that each gives
// to the former is uniform from 0 to 1, independently of others. In every round everybody, at once:
//
//  1. uses the new method Pulls times if he believes that it is more likely the better one. Others
//     see how often it works. If he uses the known method, nobody learns anything new from him;
//  2. revises his belief by Bayes' rule, from his own results and those of his neighbours.
//
// A run ends when nobody tries the new method any more, which is a lasting failure. It also ends
// when everybody believes in the new method with more than .9999, which is a success. The mean of
// Success is the share of runs that end so.
//
// The engine's opinion is the logarithm of the odds that the new method is the better one. Results
// are weights of evidence, which add up. The model reproduces success .89 on the complete network
// and .97 on the cycle (network.RingLattice{Neighbours: 2}), within .02 over 10,000 runs. The wheel
// (network.Wheel) lies between, at .96.
//
// With Beta people have a prior on the new method's probability itself. This does not give the
// numbers above. 1,000 results outweigh a prior of 0 to 4 successes and failures at once. Success
// is then .55 on the complete network and .61 on the cycle.
//
// The certainty that ends a run hardly matters: at .99 success is the same within .001.
type Zollman2007 struct {
	Network network.Generator // who sees whose results (nil: network.Complete)
	People  int               // number of people (0: 10)
	Pulls   int               // tries per person and round (0: 1,000)
	Better  float64           // probability that the new method works, .5 to 1 exclusive (0: .501)

	// With Beta an opinion holds the two parameters of a beta distribution of the probability that
	// the new method works. At the start each is uniform from 0 to 4. Successes are added to the
	// first and failures to the second. A person who expects more than .5 tries the method. A run
	// ends when everybody tries it, which is a success, or nobody does.
	Beta bool
}

// zollmanCap ends a run that has not ended by itself. The slowest of 10,000 takes some thousand
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
		Dimensions: 1, // the least; nobody speaks about it
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

// beginCredence draws the first probability uniformly, but never 0 or 1, whose odds are not finite.
func beginCredence(p *agents.Person, held opinion.Opinion) {
	held[0] = opinion.Logit(p.Float64() + 0x1p-54)
}

// trying is the rule by which people who believe in the new method try it and report the results.
type trying struct {
	pulls  int
	better float64
	// weight is ln(better/(1-better)), the evidence of a success for the new method. A failure is
	// the same evidence against it.
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

// tries reports whether a person with this opinion tries the new method.
func (r trying) tries(held opinion.Opinion) bool {
	if r.beta {
		return held[0] > held[1]
	}
	return held[0] > 0
}

// Validate returns an error where a parameter is out of its range.
func (r trying) Validate() error {
	if r.pulls < 1 || r.pulls > math.MaxInt32 {
		return fmt.Errorf("Pulls is %d, want 1 to %d", r.pulls, math.MaxInt32)
	}
	if !(r.better > .5 && r.better < 1) {
		return fmt.Errorf("Better is %v, want above 0.5 and below 1", r.better)
	}
	return nil
}

// settled reports whether the run is over: a failure or a success for good.
func (z Zollman2007) settled(m *sim.Model) bool {
	tries, certain := z.count(m)
	return tries == 0 || certain == m.People()
}

// count returns how many people try the new method, and how many will try it for good.
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

// Success returns 1 if everybody believes in the new method for good, else 0. It can be the Of of a
// metrics.Metric.
func (z Zollman2007) Success(m *sim.Model) float64 {
	if _, certain := z.count(m); certain == m.People() {
		return 1
	}
	return 0
}

// Validate returns an error where a parameter is out of its range.
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
