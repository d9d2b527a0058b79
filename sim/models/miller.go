package models

import (
	"fmt"
	"math/bits"

	"orglearn/agents"
	"orglearn/network"
	"orglearn/sim"
)

// Miller2006 is the organization of Miller, Zhao and Calantone, Adding interpersonal learning and
// tacit knowledge to March's exploration-exploitation model, Academy of Management Journal
// 49(4):709-722 (2006). People learn from March's code and from each other. Part of what they know
// is tacit: it cannot be put into the code. The other part is codified.
//
// Reality, first beliefs and the code are those of March1991, reading Original. People sit on a
// square grid whose opposite borders are joined. In every period, in this order:
//
//  1. turnover: each person is replaced with probability Turnover by a newcomer with new first
//     beliefs;
//  2. knowledge is recorded;
//  3. people act on their beliefs. Where they have none they act on a fair coin, tossed anew. The
//     last Tacit dimensions are tacit: those who watch a person see his action in them, but it
//     never enters the code;
//  4. people learn from the code with P1. The code learns with P2, as in March1991, from the people
//     who did better in the codified dimensions;
//  5. each person watches his four neighbours and picks the best of them. If that one did strictly
//     better than he, he moves one step towards that one's action, with probability Interpersonal
//     in every dimension, tacit or not;
//  6. with probability Distant he also watches somebody drawn from the whole organization, and
//     learns from him by the same rule.
//
// With Periods 0 a run ends in equilibrium, when nothing can change any more.
//
// No number of the paper is sourced here. Both of its claims hold. The table has paired differences
// with 99 % intervals, of knowledge counted as in March1991 (-1 to 1). All parameters but P1 and
// those named are at the baseline. There are 500 replicates in equilibrium and 300 in period 100:
//
//	                                     P1 = .1            .5                   .9
//	interpersonal learning raises equilibrium knowledge: with it less without (Interpersonal 0)
//	    all can be codified (Tacit 0)    .008 [.006, .011]  .087 [.079, .095]    .091 [.083, .099]
//	    half is tacit, what is codified  0 (all know it)    .006 [.003, .010]    .030 [.022, .038]
//	    half is tacit, what is tacit                        1.000 [.998, 1.002]
//	turnover hurts tacit knowledge more than codified: loss of tacit less loss of codified
//	knowledge, period 100
//	    Turnover .02                     .006 [.005, .007]  .020 [.018, .022]    .034 [.029, .039]
//	    Turnover .1                      .024 [.022, .027]  .082 [.079, .085]    .121 [.116, .127]
//
// The losses differ because newcomers can learn codified knowledge in two ways, and tacit knowledge
// in one. They learn codified knowledge from the code too, and faster the higher P1 is. At Turnover
// .1 and P1 = .5 the losses are .232 and .150.
//
// The paper leaves these points open here:
//
//   - its rates;
//   - how often people watch somebody distant (here a tenth of the people in a period, in pairs,
//     each of whom may learn or not);
//   - whether a person who watches somebody distant also watches his neighbours (here he does);
//   - what others see of people who have no belief (here an action, as the code sees it);
//   - the share of tacit dimensions (here half).
//
// A person judges neighbours by all that they do, tacit or not.
//
// Sizes and rates are reconstructed; none of them, nor a period, is known to have been chosen after
// looking at results. A CoMSES entry of the model is said to have 100 dimensions. With 100, of
// which half are tacit, both claims come out in period 300 at P1 = .5, over 200 replicates.
// Interpersonal learning adds .085 [.071, .099] to codified knowledge and 1.000 [.998, 1.002] to
// tacit knowledge. At Turnover .02 the loss of tacit knowledge is .156 [.142, .171] more.
type Miller2006 struct {
	P1            Rate // rate at which people learn from the code (baseline .5)
	P2            Rate // rate at which the code learns, per vote (baseline .5)
	Interpersonal Rate // rate at which people learn from each other, per dimension (baseline .5)
	// Distant is the probability of watching somebody distant, per person and period (baseline .1).
	Distant Rate
	// Tacit is the number of tacit dimensions, 0 to Dimensions (baseline 15). They are the last
	// ones.
	Tacit      Count
	Turnover   float64 // probability that a person is replaced, per period
	Dimensions int     // number of dimensions (0: 30)
	Side       int     // people in a row of the grid, and number of rows (0: 10)
	Periods    int     // 0: run to equilibrium, which needs Turnover = 0
}

// Miller2006 has a channel of each of these names. The channel of the code is MarchChannel.
const (
	MillerNeighbours = "neighbours"
	MillerDistant    = "distant others"
)

// Scenario returns the organization.
func (m Miller2006) Scenario() sim.Scenario {
	s := sim.Scenario{
		Name:       m.String(),
		People:     m.side() * m.side(),
		Dimensions: m.dimensions(),
		Ticks:      orElse(m.Periods, marchCap),
		Reality:    sim.Additive{},
		Channels:   []sim.Channel{m.code(), m.neighbours(), m.distant()},
	}
	if m.Turnover != 0 {
		s.Events = []sim.Event{sim.Turnover{Rate: m.Turnover}}
	}
	if m.Periods == 0 {
		s.Stop = m.equilibrium
	}
	return s
}

func (m Miller2006) side() int       { return orElse(m.Side, 10) }
func (m Miller2006) dimensions() int { return orElse(m.Dimensions, 30) }
func (m Miller2006) codified() int   { return m.dimensions() - m.Tacit.or(15) }

// code is March's channel, except that nothing tacit is said in it.
func (m Miller2006) code() sim.Channel {
	c := marchCode(m.P1, m.P2)
	if tacit := m.Tacit.or(15); tacit != 0 {
		c.Externalize = explicit{dimensions: m.dimensions(), tacit: tacit}
	}
	return c
}

// marchCode is the channel of March1991, reading Original.
func marchCode(p1, p2 Rate) sim.Channel { return March1991{P1: p1, P2: p2}.Scenario().Channels[0] }

// neighbours is the channel in which people watch those next to them.
func (m Miller2006) neighbours() sim.Channel {
	return sim.Channel{
		Name:        MillerNeighbours,
		Structure:   network.Circles{Of: network.Torus{Width: m.side()}},
		Externalize: agents.Act{},
		Objectify:   agents.Best{},
		Internalize: agents.Gradual{Rate: m.Interpersonal.or(.5)},
		ByClaims:    true,
	}
}

// distant is the channel in which some people watch a person drawn from the whole organization.
func (m Miller2006) distant() sim.Channel {
	c := m.neighbours()
	c.Name, c.Structure = MillerDistant, network.Pairs{}
	c.Internalize = seldom{share: m.Distant.or(.1),
		rule: agents.Gradual{Rate: m.Interpersonal.or(.5)}}
	return c
}

// Codified returns people's codified knowledge: the mean over people and codified dimensions of
// belief times reality. It is -1 to 1, and a belief of 0 counts 0. It can be the Of of a
// metrics.Metric.
func (m Miller2006) Codified(model *sim.Model) float64 { return meanScore(model, 0, m.codified()) }

// Untold returns people's tacit knowledge: the same mean over the tacit dimensions.
func (m Miller2006) Untold(model *sim.Model) float64 {
	return meanScore(model, m.codified(), m.dimensions())
}

// Validate returns an error where parameters contradict each other, and the errors of the
// scenario's own Validate.
func (m Miller2006) Validate() error {
	if m.Periods == 0 && m.Turnover != 0 {
		return fmt.Errorf("models: Miller2006: Periods is 0 (to equilibrium), but turnover " +
			"leaves none: want 1 or more")
	}
	return m.Scenario().Validate()
}

// String names the organization by its parameters.
func (m Miller2006) String() string {
	return fmt.Sprintf("miller2006 p1=%v p2=%v interpersonal=%v distant=%v tacit=%d turnover=%v "+
		"dimensions=%d side=%d periods=%d",
		m.P1.or(.5), m.P2.or(.5), m.Interpersonal.or(.5), m.Distant.or(.1), m.Tacit.or(15),
		m.Turnover,
		m.dimensions(), m.side(), m.Periods)
}

// meanScore is the mean of belief times reality over people and over the dimensions from to to-1.
func meanScore(m *sim.Model, from, to int) float64 {
	if from == to {
		return 0
	}
	sum := 0
	for p := range m.People() {
		sum += scoreIn(m.Beliefs(p), m.Landscape().Truth(), from, to)
	}
	return float64(sum) / float64(m.People()*(to-from))
}

// scoreIn is the sum of belief times truth over the dimensions from to to-1.
func scoreIn(k, truth agents.Knowledge, from, to int) int {
	n := 0
	for i, t := range truth {
		w := k[i].Keep(agents.Lanes(to, i) &^ agents.Lanes(from, i))
		n += bits.OnesCount64(w.Yes&t.Yes|w.No&t.No) - bits.OnesCount64(w.Opposes(t))
	}
	return n
}
