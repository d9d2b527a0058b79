package models

import (
	"fmt"

	"orglearn/agents"
	"orglearn/network"
	"orglearn/sim"
)

// Axelrod1997 is the model of Axelrod, The dissemination of culture: a model with local convergence
// and global polarization, Journal of Conflict Resolution 41(2):203-226 (1997). People become more
// alike by talking, and they talk more the more alike they are. In the end neighbours are the same
// or have nothing to say to each other.
//
// People sit on a square grid whose opposite borders are not joined: 4 neighbours inside, 3 at a
// side, 2 in a corner. Each person has Features features. The value of a feature is one of Traits
// traits, drawn with equal probability at the start. In each event, one after the other:
//
//  1. a person is drawn, and one of his neighbours;
//  2. the two interact with a probability equal to the share of features in which they agree;
//  3. if they do, one feature in which they differ is drawn. The person takes the neighbour's trait
//     in it.
//
// The number of events in a tick is the number of people. A run ends when nothing can change: each
// pair of neighbours agrees in everything or in nothing. Regions counts the connected regions of
// one culture that are left.
//
// On the engine this is an asynchronous scenario of circles with Heed 1. A person hears one
// neighbour, whose claim is the whole norm of the circle. A feature is a block of dimensions that
// hold the number of its trait in binary (agents.Traits). Nobody is without a belief.
//
// Two values of the paper's Table 2 are reproduced, on a grid of 10 by 10 with 15 traits. They are
// the number of regions: 20.0 for 5 features, within 3, and 1.4 for 10 features, within .4. All
// means in the table are of some ten runs only. The program examples/axelrod1997 shows the others
// beside ours.
type Axelrod1997 struct {
	Features int // number of features, 1 to 1000 (0: 5)
	Traits   int // number of traits of a feature, 1 to agents.MaxTraits (0: 10)
	Side     int // people in a row, and number of rows, 1 to 10,000 (0: 10)
}

// axelrodCap ends a run that has not ended by itself. None of the paper's runs needs a hundredth of
// it.
const axelrodCap = 1_000_000

// AxelrodChannel is the name of the channel of Axelrod1997.
const AxelrodChannel = "neighbours"

// Scenario returns the organization.
func (a Axelrod1997) Scenario() sim.Scenario {
	a = a.filled()
	size := agents.TraitBits(a.Traits)
	return sim.Scenario{
		Name:         a.String(),
		People:       a.Side * a.Side,
		Dimensions:   a.Features * size,
		Ticks:        axelrodCap,
		Asynchronous: true,
		Beliefs:      agents.Traits{Features: a.Features, Values: a.Traits},
		Stop:         a.absorbed,
		Channels: []sim.Channel{{
			Name:        AxelrodChannel,
			Structure:   network.Circles{Of: network.Grid{Width: a.Side}},
			Externalize: agents.Say{Rate: 1},
			Objectify:   agents.Majority{Rate: 1}, // of one voice
			Internalize: agents.Interact{Size: size},
			Heed:        1,
		}},
	}
}

func (a Axelrod1997) filled() Axelrod1997 {
	return Axelrod1997{Features: orElse(a.Features, 5), Traits: orElse(a.Traits, 10),
		Side: orElse(a.Side, 10)}
}

// Validate returns an error where a parameter is out of its range.
func (a Axelrod1997) Validate() error {
	f := a.filled()
	if f.Side < 1 || f.Side > 10_000 {
		return fmt.Errorf("models: Axelrod1997.Side is %d, want 1 to 10000 (0: 10)", a.Side)
	}
	if f.Features < 1 || f.Features > 1000 {
		return fmt.Errorf("models: Axelrod1997.Features is %d, want 1 to 1000 (0: 5)", a.Features)
	}
	if f.Traits < 1 || f.Traits > agents.MaxTraits {
		return fmt.Errorf("models: Axelrod1997.Traits is %d, want 1 to %d (0: 10)", a.Traits,
			agents.MaxTraits)
	}
	return a.Scenario().Validate()
}

// String names the organization by its parameters.
func (a Axelrod1997) String() string {
	a = a.filled()
	return fmt.Sprintf("axelrod1997 features=%d traits=%d side=%d", a.Features, a.Traits, a.Side)
}

// absorbed reports whether each pair of neighbours agrees in all features or in none.
func (a Axelrod1997) absorbed(m *sim.Model) bool {
	a = a.filled()
	size, units := agents.TraitBits(a.Traits), m.Units(0)
	for p := range m.People() {
		for _, q := range units.Voices(p) {
			if int(q) > p && !a.settled(m.Beliefs(p), m.Beliefs(int(q)), size) {
				return false
			}
		}
	}
	return true
}

func (a Axelrod1997) settled(p, q agents.Knowledge, size int) bool {
	if p.Equal(q) {
		return true
	}
	for f := range a.Features {
		if p.Trait(f, size) == q.Trait(f, size) {
			return false
		}
	}
	return true
}

// Regions returns the number of connected regions of people who agree in everything: 1 to the
// number of people. It can be the Of of a metrics.Metric.
func (Axelrod1997) Regions(m *sim.Model) float64 {
	seen := make([]bool, m.People())
	regions := 0
	for p := range seen {
		if !seen[p] {
			regions++
			spread(m, p, seen)
		}
	}
	return float64(regions)
}

// spread marks everybody in the region of a person as seen.
func spread(m *sim.Model, person int, seen []bool) {
	seen[person] = true
	for edge := []int{person}; len(edge) > 0; {
		p := edge[len(edge)-1]
		edge = edge[:len(edge)-1]
		for _, q := range m.Units(0).Voices(p) {
			if !seen[q] && m.Beliefs(p).Equal(m.Beliefs(int(q))) {
				seen[q] = true
				edge = append(edge, int(q))
			}
		}
	}
}
