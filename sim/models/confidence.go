package models

import (
	"fmt"
	"slices"

	"orglearn/agents"
	"orglearn/agents/opinion"
	"orglearn/network"
	"orglearn/sim"
)

// HegselmannKrause2002 is the bounded confidence of Hegselmann and Krause, Opinion dynamics and
// bounded confidence: models, analysis and simulation, Journal of Artificial Societies and Social
// Simulation 5(3):2 (2002): in each tick everybody's opinion becomes, at once, the mean of all
// opinions, his own included, that differ from his own by at most Confidence.
//
// First opinions are evenly spaced from 0 to 1, person i at i/(People-1), so that there is no
// chance in the model; Random draws them uniformly instead. A run ends when no opinion moves by
// more than 1e-12 in a tick. What is met: of 100 evenly spaced people 5, 3, 2 and 1 clusters are
// left at confidence .10, .15, .20 and .25.
type HegselmannKrause2002 struct {
	Confidence Rate // (baseline .25)
	People     int  // 2 or more (0: 100)
	Random     bool // first opinions uniform from 0 to 1
	Ticks      int  // (0: 10,000)
}

// Scenario returns the organization.
func (h HegselmannKrause2002) Scenario() sim.Scenario {
	people := orElse(h.People, 100)
	var first opinion.Beginner
	if !h.Random {
		first = opinion.BeginFunc(func(p *agents.Person, held opinion.Opinion) {
			held[0] = float64(p.ID) / float64(people-1)
		})
	}
	s := opinionScenario(h.String(), people, orElse(h.Ticks, 10_000), first)
	s.RealChannels = []sim.RealChannel{{
		Name:        OpinionChannel,
		Structure:   network.Circles{Of: network.Complete{}},
		Externalize: opinion.Candid{},
		Objectify:   opinion.Similar{Confidence: h.Confidence.or(.25)},
		Internalize: opinion.Approach{Rate: 1},
	}}
	return s
}

// Validate reports parameters out of their ranges.
func (h HegselmannKrause2002) Validate() error {
	if n := orElse(h.People, 100); n < 2 {
		return fmt.Errorf("models: HegselmannKrause2002.People is %d, want 2 or more (0: 100)", n)
	}
	return h.Scenario().Validate()
}

// String names the organization by its parameters.
func (h HegselmannKrause2002) String() string {
	return fmt.Sprintf("hegselmannkrause2002 confidence=%v people=%d random=%v",
		h.Confidence.or(.25), orElse(h.People, 100), h.Random)
}

// Clusters is the number of groups of opinions that lie farther apart than Confidence, as the Of of
// a metric: 1 to the number of people.
func (h HegselmannKrause2002) Clusters(m *sim.Model) float64 {
	return float64(len(groups(m, h.Confidence.or(.25))))
}

// groups are the sizes of the groups of opinions between which there are gaps of more than so much,
// the lowest first.
func groups(m *sim.Model, gap float64) []int {
	all := make([]float64, m.People())
	for p := range all {
		all[p] = m.Opinion(p)[0]
	}
	slices.Sort(all)
	var sizes []int
	for i, x := range all {
		if i == 0 || x-all[i-1] > gap {
			sizes = append(sizes, 0)
		}
		sizes[len(sizes)-1]++
	}
	return sizes
}

// Deffuant2000 is the compromise of Deffuant, Neau, Amblard and Weisbuch, Mixing beliefs among
// interacting agents, Advances in Complex Systems 3:87-98 (2000): one after the other two people
// meet, drawn from all, and where their opinions are at most Confidence apart both move the share
// Rate of the way to the other's. First opinions are uniform from 0 to 1.
//
// A tick is as many meetings as people. There are about 1/(2 Confidence) large clusters in the end,
// and some people in between: one at .5, two at .2, which is met. The mean opinion never changes,
// but for rounding.
//
// On the engine it is an asynchronous scenario of circles with Heed 1 that are Mutual.
type Deffuant2000 struct {
	Network    network.Generator // who meets whom (nil: network.Complete)
	Confidence Rate              // (baseline .2)
	Rate       Rate              // 0 to .5 (baseline .5)
	People     int               // (0: 1,000)
	Ticks      int               // (0: 50)
}

// Scenario returns the organization.
func (d Deffuant2000) Scenario() sim.Scenario {
	contacts := d.Network
	if contacts == nil {
		contacts = network.Complete{}
	}
	s := opinionScenario(d.String(), orElse(d.People, 1000), orElse(d.Ticks, 50), nil)
	s.Asynchronous, s.Stop = true, nil
	s.RealChannels = []sim.RealChannel{{
		Name:        OpinionChannel,
		Structure:   network.Circles{Of: contacts},
		Externalize: opinion.Candid{},
		Objectify:   opinion.Average{}, // of one voice
		Internalize: opinion.Compromise{Rate: d.Rate.or(.5), Confidence: d.Confidence.or(.2)},
		Heed:        1,
		Mutual:      true,
	}}
	return s
}

// Validate reports parameters out of their ranges.
func (d Deffuant2000) Validate() error {
	if r := d.Rate.or(.5); !(r >= 0 && r <= .5) {
		return fmt.Errorf("models: Deffuant2000.Rate is %v, want 0 to 0.5: beyond, people would "+
			"pass each other by", r)
	}
	return d.Scenario().Validate()
}

// String names the organization by its parameters.
func (d Deffuant2000) String() string {
	return fmt.Sprintf("deffuant2000 network=%s confidence=%v rate=%v people=%d",
		networkName(d.Network), d.Confidence.or(.2), d.Rate.or(.5),
		orElse(d.People, 1000))
}

// Clusters is the number of groups of opinions of at least a twentieth of the people, with gaps of
// more than .02 between them, as the Of of a metric.
func (d Deffuant2000) Clusters(m *sim.Model) float64 {
	n := 0
	for _, size := range groups(m, .02) {
		if 20*size >= m.People() {
			n++
		}
	}
	return float64(n)
}
