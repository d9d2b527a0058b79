package models

import (
	"fmt"

	"orglearn/agents"
	"orglearn/network"
	"orglearn/sim"
)

// Fang2010 is the organization of Fang, Lee and Schilling, Balancing exploration and exploitation
// through structural design: the isolation of subgroups and organizational learning, Organization
// Science 21(3):625-642 (2010): people learn from those they are tied to, in subgroups of whose
// ties a share leads to other subgroups.
//
// Reality is -1 or +1 in each dimension with probability 1/2; beliefs are -1, 0 and +1 alike. Block
// consecutive dimensions pay Block points if a person is right in all of them, else nothing. The
// subgroups are complete graphs; each tie within one is visited once, and with probability Beta
// rewired: a fair coin says which of the two keeps it, and his new contact is drawn from the other
// subgroups' people to whom he is not tied yet. In every period everybody, at once:
//
//  1. looks at the neighbours with a strictly higher payoff than his own;
//  2. takes, per dimension, the sign of the sum of their beliefs;
//  3. where it is not 0 and differs from his belief, adopts it with probability P, independently
//     per dimension.
//
// A run ends when no later period can change a belief (sim.Absorbed, asked every few periods), or
// at the Cap: learning from several who do better can cost a block, so payoffs may fall, and
// nothing keeps a run from cycling for ever. In the baseline none of thousands did.
//
// The paper gives its results as figures, of which no number is sourced here. Their order is met,
// in paired differences: for Block 5 the payoff has its optimum at a Beta of .1 to .3, far above
// Beta 1, which is far above Beta 0; for Block 1 it is near 1 at every Beta from .1 on. Distinct
// bodies of beliefs fall with Beta from nearly one per person to a fifth at Beta .2; what is not
// met is that they fall on from there: for Block 5 they rise again, to a third at Beta 1.
//
// Where the paper is silent: a tie that is rewired leads to anybody outside the subgroup of who
// keeps it, with the same probability; where nobody is left it stays. Caveman, the other base graph
// in use, joins the subgroups in a ring. It changes Beta 0 a great deal, and little else.
//
// metrics.Score is the payoff, as a share of the most, and metrics.Distinct the number of different
// bodies of beliefs per person.
type Fang2010 struct {
	Base       Base
	Beta       float64 // probability that a tie within a subgroup is rewired, 0 to 1
	P          Rate    // probability of learning, per dimension and period (baseline .3)
	Block      int     // dimensions that pay only together, the paper's s (0: 5)
	People     int     // a multiple of Size (0: 280)
	Size       int     // people in a subgroup (0: 7)
	Dimensions int     // a multiple of Block (0: 100)
	Cap        int     // periods (0: 3,000)
}

// Base is the graph whose ties Fang2010 rewires.
type Base uint8

const (
	Isolated Base = iota // subgroups that are not tied to each other
	// the connected caveman: a tie in each subgroup leads to the one before it, and stays
	Caveman
)

// String names the graph.
func (b Base) String() string {
	if b == Caveman {
		return "caveman"
	}
	return "isolated"
}

// FangChannel is the name of the channel of Fang2010.
const FangChannel = "contacts"

// fangCheck is how many periods lie between two tests for absorption, each of which costs a period:
// a run goes on for half as many beyond its end, in the mean.
const fangCheck = 10

// Scenario returns the organization.
func (m Fang2010) Scenario() sim.Scenario {
	return sim.Scenario{
		Name:       m.String(),
		People:     orElse(m.People, 280),
		Dimensions: orElse(m.Dimensions, 100),
		Ticks:      orElse(m.Cap, 3000),
		Reality:    sim.Blocks{Size: orElse(m.Block, 5)},
		Channels: []sim.Channel{{
			Name: FangChannel,
			Structure: network.Circles{Of: network.RewiredCaveman{
				Size: orElse(m.Size, 7), Rewire: m.Beta, Connected: m.Base == Caveman,
			}},
			Externalize: agents.Say{Rate: 1},
			Objectify:   agents.Superior{Rate: 1},
			Internalize: agents.Absorb{Rate: m.P.or(.3)},
		}},
		Stop: absorbed,
	}
}

// absorbed asks every few periods whether a run is over.
func absorbed(m *sim.Model) bool {
	if m.Tick()%fangCheck != 0 {
		return false
	}
	over, err := sim.Absorbed(m)
	return err == nil && over // where it cannot be told the run goes on to its cap
}

// Validate reports a base that is none, and what the scenario's own Validate reports.
func (m Fang2010) Validate() error {
	if m.Base > Caveman {
		return fmt.Errorf("models: Fang2010.Base is %d, want %d to %d", uint8(m.Base), Isolated,
			Caveman)
	}
	return m.Scenario().Validate()
}

// String names the organization by its parameters.
func (m Fang2010) String() string {
	return fmt.Sprintf("fang2010 %v beta=%v s=%d p=%v people=%d size=%d dimensions=%d cap=%d",
		m.Base, m.Beta, orElse(m.Block, 5), m.P.or(.3),
		orElse(m.People, 280), orElse(m.Size, 7), orElse(m.Dimensions, 100), orElse(m.Cap, 3000))
}
