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
// Simulation 5(3):2 (2002). In each tick everybody's opinion becomes, at once, the mean of all
// opinions that differ from it by at most Confidence, itself included.
//
// First opinions are evenly spaced from 0 to 1: person i starts at i/(People-1). So the model has
// no chance. With Random they are drawn uniformly from 0 to 1 instead. A run ends when no opinion
// moves by more than 1e-12 in a tick. The model reproduces the number of clusters left of 100
// evenly spaced people: 5, 3, 2 and 1 at Confidence .10, .15, .20 and .25.
type HegselmannKrause2002 struct {
	Confidence Rate // largest difference of opinions that are heard (baseline .25)
	People     int  // number of people, 2 or more (0: 100)
	Random     bool // draw first opinions uniformly from 0 to 1
	Ticks      int  // largest number of ticks (0: 10,000)
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

// Validate returns an error where a parameter is out of its range.
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

// Clusters returns the number of groups of opinions with gaps of more than Confidence between them:
// 1 to the number of people. It can be the Of of a metrics.Metric.
func (h HegselmannKrause2002) Clusters(m *sim.Model) float64 {
	return float64(len(groups(m, h.Confidence.or(.25))))
}

// groups returns the sizes of the groups of opinions, the lowest opinions first. Neighbouring
// groups are more than gap apart.
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

// Deffuant2000 is the model of Deffuant, Neau, Amblard and Weisbuch, Mixing beliefs among
// interacting agents, Advances in Complex Systems 3:87-98 (2000). Two people, drawn from all, meet,
// one pair after the other. If their opinions are at most Confidence apart, each moves the share
// Rate of the way to the other's. First opinions are uniform from 0 to 1.
//
// The number of meetings in a tick is the number of people. In the end there are about 1/(2
// Confidence) large clusters, and some people in between. The model reproduces one cluster at
// Confidence .5 and two at .2. The mean opinion never changes, except for rounding.
//
// On the engine this is an asynchronous scenario of circles with Heed 1 and Mutual.
type Deffuant2000 struct {
	Network    network.Generator // who meets whom (nil: network.Complete)
	Confidence Rate              // largest difference that allows a compromise (baseline .2)
	Rate       Rate              // share of the way that each moves, 0 to .5 (baseline .5)
	People     int               // number of people (0: 1,000)
	Ticks      int               // number of ticks (0: 50)
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

// Validate returns an error where a parameter is out of its range.
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

// Clusters returns the number of large groups of opinions. Groups have gaps of more than .02
// between them, and a large one holds at least a twentieth of the people. It can be the Of of a
// metrics.Metric.
func (d Deffuant2000) Clusters(m *sim.Model) float64 {
	n := 0
	for _, size := range groups(m, .02) {
		if 20*size >= m.People() {
			n++
		}
	}
	return float64(n)
}
