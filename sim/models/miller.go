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
// 49(4):709-722 (2006). People learn from March's code, and from each other; and some of what they
// know cannot be put into a code.
//
// Reality, first beliefs and the code are those of March1991, Original. People sit on a square grid
// whose opposite borders meet. In every period, in this order:
//
//  1. turnover: each person is replaced with probability Turnover by a newcomer with first beliefs
//     of his own;
//  2. knowledge is recorded;
//  3. people act on their beliefs, and where they have none on a fresh fair coin. What they do in
//     the last Tacit dimensions is seen by those who are near enough to watch, but it never enters
//     the code;
//  4. people learn from the code, with P1, and the code from those who did better in what is
//     codified, with P2, as in March1991;
//  5. each watches his four neighbours and looks to the best of them. If that one did strictly
//     better than himself, he moves one step towards his action with probability Interpersonal, in
//     every dimension, tacit or not;
//  6. with probability Distant he watches, too, somebody drawn from the whole organization, and
//     learns from him by the same rule.
//
// In equilibrium (Periods 0) nothing can change any more.
//
// No number of the paper is sourced here. Both of its claims come out. The table has paired
// differences with 99 % intervals, of knowledge counted as in March1991 (-1 to 1). They are of the
// baseline but for P1, over 500 replicates in equilibrium and 300 in period 100:
//
//	                                     P1 = .1            .5                   .9
//	interpersonal learning raises equilibrium knowledge: with it less without (Interpersonal 0)
//	    all can be codified (Tacit 0)    .008 [.006, .011]  .087 [.079, .095]    .091 [.083, .099]
//	    half is tacit, what is codified  0 (all know it)    .006 [.003, .010]    .030 [.022, .038]
//	    half is tacit, what is tacit                        1.000 [.998, 1.002]
//	turnover hurts tacit knowledge more than codified: loss of the one less that of the other,
//	period 100
//	    Turnover .02                     .006 [.005, .007]  .020 [.018, .022]    .034 [.029, .039]
//	    Turnover .1                      .024 [.022, .027]  .082 [.079, .085]    .121 [.116, .127]
//
// The difference in loss is that of two ways to learn and one. Newcomers learn what is codified
// from the code, too, and the faster the higher P1 is. At Turnover .1 and P1 = .5 the losses are
// .232 and .150.
//
// The paper leaves open here:
//
//   - its rates;
//   - how often the distant are met (a tenth of the people in a period, in pairs, each of whom may
//     learn or not);
//   - whether who meets somebody distant also watches his neighbours (he does);
//   - what is seen of those who have no belief (an action, as the code sees it);
//   - the share of tacit dimensions (half).
//
// A person judges neighbours by all that they do, tacit or not.
type Miller2006 struct {
	P1            Rate // rate at which people learn from the code (baseline .5)
	P2            Rate // rate at which the code learns, per vote (baseline .5)
	Interpersonal Rate // rate at which people learn from each other, per dimension (baseline .5)
	// Distant is the probability of watching somebody distant, per person and period (baseline .1).
	Distant Rate
	// Tacit is the number of dimensions of tacit knowledge, the last ones: 0 to Dimensions
	// (baseline 15).
	Tacit      Count
	Turnover   float64 // per person and period
	Dimensions int     // (0: 30)
	Side       int     // people in a row of the grid, and rows (0: 10)
	Periods    int     // 0: to equilibrium, which turnover leaves none of
}

// The names of the channels of Miller2006 beside that of the code, which is MarchChannel.
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

// code is March's channel, in which nothing tacit is said.
func (m Miller2006) code() sim.Channel {
	c := marchCode(m.P1, m.P2)
	if tacit := m.Tacit.or(15); tacit != 0 {
		c.Externalize = explicit{dimensions: m.dimensions(), tacit: tacit}
	}
	return c
}

// marchCode is the channel of March1991, Original.
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

// distant is the channel in which a few people watch somebody anywhere.
func (m Miller2006) distant() sim.Channel {
	c := m.neighbours()
	c.Name, c.Structure = MillerDistant, network.Pairs{}
	c.Internalize = seldom{share: m.Distant.or(.1),
		rule: agents.Gradual{Rate: m.Interpersonal.or(.5)}}
	return c
}

// Codified is people's knowledge of what can be codified: the mean over people and dimensions of
// belief times reality. It is -1 to 1, and a belief of 0 counts 0. It is the Of of a metric.
func (m Miller2006) Codified(model *sim.Model) float64 { return meanScore(model, 0, m.codified()) }

// Untold is people's knowledge of what is tacit, as Codified is of the rest.
func (m Miller2006) Untold(model *sim.Model) float64 {
	return meanScore(model, m.codified(), m.dimensions())
}

// Validate reports parameters that do not go together, and those that the scenario's own Validate
// reports.
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

// meanScore is the mean over people and the dimensions from..to-1 of belief times reality.
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

// scoreIn is the sum of belief times truth over the dimensions from..to-1.
func scoreIn(k, truth agents.Knowledge, from, to int) int {
	n := 0
	for i, t := range truth {
		w := k[i].Keep(agents.Lanes(to, i) &^ agents.Lanes(from, i))
		n += bits.OnesCount64(w.Yes&t.Yes|w.No&t.No) - bits.OnesCount64(w.Opposes(t))
	}
	return n
}
