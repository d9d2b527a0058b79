// Package setups holds the organizations that the library compares, with matched defaults, and the
// controls for them.
//
// All of them are scenarios under the same Conditions: the same people, reality, rules, rates and
// attention. Only the arrangement of people differs.
//
//	Communities  teams, and overlapping communities of practice across teams: two seats each
//	Brokered     teams, and communities across them for a few people
//	Hierarchy    overlapping teams joined by their managers (Likert's linking pins)
//	Matrix       two hierarchies over the same people, the second in random order
//	Isolated     teams with no person in common
//	Institution  Communities that a firm sponsors, fills, compels, directs and hears
//
// The controls are
//
//	Randomized   any of them: units and seats per person as they are, members drawn
//	Connected    the same, drawn among connected arrangements: everybody can reach everybody
//	Pairs        everybody meets one other person a tick, drawn anew
//	SelfTaught   nobody meets anybody; each tries changes by himself
//
// The organizations differ in contact, which is how much people meet. Communities give two seats a
// person, and a hierarchy of teams of five gives 1.24. To see the effect of arrangement alone,
// compare organizations of equal contact. Matched returns one of them with the seats per person and
// the sizes of units of another. OfSize returns all of them with units of one size. Mixed returns
// one with the seats of one organization and the sizes of another.
package setups

import (
	"orglearn/agents"
	"orglearn/network"
	"orglearn/sim"
)

// Channel is the name of the one channel of each setup. All setups use the same name, so that they
// use the same chance.
const Channel = "work"

// Conditions are what compared organizations have in common. A field of 0 does not stand for a
// default: begin with Default.
type Conditions struct {
	People     int     // 1 or more
	Dimensions int     // a multiple of Block
	Block      int     // consecutive dimensions that pay only together, 1 or more
	Seen       int     // dimensions on which a unit judges merit, a multiple of Block (0: all)
	Superior   float64 // rate at which the vote of the better voices becomes the norm, 0 to 1
	Absorb     float64 // rate at which a person takes over a norm, 0 to 1
	Attention  int     // seats that a person heeds per tick (0: all)
	Ticks      int
	Practice   Practice // what makes communities of practice (zero: nothing)
}

// Default returns the conditions of the library's own comparison.
func Default() Conditions {
	return Conditions{People: 100, Dimensions: 64, Block: 4, Seen: 16, Superior: .5, Absorb: .1,
		Attention: 1, Ticks: 200}
}

// Scenario returns an organization of the given structure under these conditions. First beliefs are
// -1, 0 and +1 with probability 1/3 each, and everyone says all he believes.
func (c Conditions) Scenario(name string, s network.Structure) sim.Scenario {
	scenario := c.withoutChannels(name)
	scenario.Channels = []sim.Channel{{
		Name:        Channel,
		Structure:   s,
		Externalize: agents.Say{Rate: 1},
		Objectify:   agents.Superior{Rate: c.Superior},
		Internalize: agents.Absorb{Rate: c.Absorb},
	}}
	c.Practice.into(&scenario, c)
	return scenario
}

func (c Conditions) withoutChannels(name string) sim.Scenario {
	return sim.Scenario{
		Name: name, People: c.People, Dimensions: c.Dimensions, Ticks: c.Ticks,
		Attention: c.Attention, Reality: sim.Blocks{Size: c.Block, Seen: c.Seen},
	}
}

// under returns the given conditions, or the default.
func under(c *Conditions) Conditions {
	if c == nil {
		return Default()
	}
	return *c
}

func orElse(n, other int) int {
	if n == 0 {
		return other
	}
	return n
}

// Communities is an organization of teams and, across them, communities of practice (Lave and
// Wenger 1991; Brown and Duguid 1991). No two people of a team are in the same community.
type Communities struct {
	On        *Conditions // nil: Default()
	Team      int         // people in a team (0: 5)
	Size      int         // people in a community (0: 5)
	Periphery int         // members of each community who listen only
}

// Scenario returns the organization.
func (s Communities) Scenario() sim.Scenario {
	return under(s.On).Scenario("communities", network.Communities{
		Team: orElse(s.Team, 5), Size: orElse(s.Size, 5), Periphery: s.Periphery,
	})
}

// Hierarchy is an organization of linking pins (Likert 1961): each manager sits in the team he
// leads and in his superior's. A manager's voice counts no more than another's.
type Hierarchy struct {
	On   *Conditions // nil: Default()
	Span int         // people who report to a manager (0: 4)
}

// Scenario returns the organization.
func (s Hierarchy) Scenario() sim.Scenario {
	return under(s.On).Scenario("hierarchy", network.Hierarchy{Span: orElse(s.Span, 4)})
}

// Isolated is an organization of teams. No two teams have a person in common.
type Isolated struct {
	On   *Conditions // nil: Default()
	Size int         // people in a team (0: 5)
}

// Scenario returns the organization.
func (s Isolated) Scenario() sim.Scenario {
	return under(s.On).Scenario("isolated", network.Isolated{Size: orElse(s.Size, 5)})
}

// Pairs is a control in which everybody meets one other person a tick, drawn anew. It gives contact
// without a lasting structure.
type Pairs struct {
	On *Conditions // nil: Default()
}

// Scenario returns the organization.
func (s Pairs) Scenario() sim.Scenario { return under(s.On).Scenario("pairs", network.Pairs{}) }

// SelfTaught is a control in which nobody meets anybody. Each person tries one change a tick, and
// keeps it if reality pays more for it.
type SelfTaught struct {
	On *Conditions // nil: Default()
}

// Scenario returns the organization.
func (s SelfTaught) Scenario() sim.Scenario {
	scenario := under(s.On).withoutChannels("self-taught")
	scenario.Experience = agents.Flip{}
	return scenario
}
