package models

import (
	"fmt"

	"orglearn/agents"
	"orglearn/network"
	"orglearn/sim"
)

// Fang2010 is the organization of Fang, Lee and Schilling, Balancing exploration and exploitation
// through structural design: the isolation of subgroups and organizational learning, Organization
// Science 21(3):625-642 (2010). People learn from the people they are tied to. They work in
// subgroups, and a share of their ties leads to other subgroups.
//
// Reality is -1 or +1 in each dimension with probability 1/2. First beliefs are -1, 0 and +1 with
// equal probability. The dimensions form blocks of Block consecutive ones. A block pays Block
// points if a person is right in all of its dimensions, else nothing.
//
// Each subgroup is a complete graph. Each tie within a subgroup is visited once, and rewired with
// probability Beta. A fair coin says which of the two people keeps the tie. His new contact is
// drawn from the people of other subgroups to whom he is not tied yet.
//
// In every period everybody, at once:
//
//  1. looks at the neighbours with a strictly higher payoff than his own;
//  2. takes, per dimension, the sign of the sum of their beliefs;
//  3. adopts this sign with probability P where it is not 0 and differs from his belief,
//     independently per dimension.
//
// A run ends when no later period can change a belief (sim.Absorbed, tested every few periods), or
// after Cap periods. The Cap is needed: learning from several people can cost a block, so payoffs
// may fall and a run could cycle for ever. In the baseline none of thousands of runs did.
//
// The paper gives its results as figures, and no number of them is sourced here. The model
// reproduces their order, in paired differences. For Block 5 the payoff has its optimum at a Beta
// of .1 to .3. It is far lower at Beta 1, and far lower again at Beta 0. For Block 1 the payoff is
// near 1 at every Beta from .1 on. The number of distinct bodies of beliefs falls with Beta, from
// nearly one per person to a fifth at Beta .2. In the paper it falls further from there. Here it
// does not: for Block 5 it rises again, to a third at Beta 1.
//
// The paper is silent on two points. Here a rewired tie leads to anybody outside the subgroup of
// the person who keeps it, with equal probability; where nobody is left the tie stays. The base
// graph may also be Caveman, which joins the subgroups in a ring. It changes the results at Beta 0
// a great deal, and others little.
//
// metrics.Score is the payoff as a share of the largest possible one. metrics.Distinct is the
// number of different bodies of beliefs per person.
type Fang2010 struct {
	Base       Base    // graph before the rewiring
	Beta       float64 // probability that a tie within a subgroup is rewired, 0 to 1
	P          Rate    // probability of learning, per dimension and period (baseline .3)
	Block      int     // dimensions that pay only together, the paper's s (0: 5)
	People     int     // a multiple of Size (0: 280)
	Size       int     // people in a subgroup (0: 7)
	Dimensions int     // a multiple of Block (0: 100)
	Cap        int     // largest number of periods (0: 3,000)
}

// Base is the graph whose ties Fang2010 rewires.
type Base uint8

const (
	// Isolated has no ties between subgroups.
	Isolated Base = iota
	// Caveman is the connected caveman graph: one tie of each subgroup leads to the subgroup before
	// it. This tie is never rewired.
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

// fangCheck is the number of periods between two tests for absorption. A test costs as much as a
// period. On average a run goes on for half of these periods after its end.
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

// absorbed tests every few periods whether a run is over.
func absorbed(m *sim.Model) bool {
	if m.Tick()%fangCheck != 0 {
		return false
	}
	over, err := sim.Absorbed(m)
	return err == nil && over // after an error the run goes on to its cap
}

// Validate returns an error where Base is not one of the two graphs, and the errors of the
// scenario's own Validate.
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
