package main

import (
	"fmt"

	"orglearn/agents"
	"orglearn/network"
	"orglearn/sim"
)

// Each measurement runs so many ticks from uniform beliefs. These are the values that a job uses
// for everything that it does not vary.
const (
	ticks      = 10
	dimensions = 100
	contacts   = 6
	rewired    = .1 // share of the ties, in a Watts-Strogatz network
)

// plan lists the values of the four things that are varied, one at a time.
type plan struct {
	people, dimensions, contacts, units []int
	crowd                               int // people where dimensions or contacts vary
	staff                               int // people where units vary; more if one unit needs them
}

// The plans. Fang, Lee and Schilling (2010, Organization Science 21:625-642) have 280 people.
var (
	small = plan{
		people:     []int{280, 1000, 3000, 10_000},
		dimensions: []int{32, 64, 128, 256, 512, 1024},
		contacts:   []int{2, 6, 20, 60, 200},
		units:      []int{5, 20, 100, 1000, 10_000},
		crowd:      1000, staff: 10_000,
	}
	usual = plan{
		people:     []int{280, 1000, 3000, 10_000, 30_000, 100_000, 300_000, 1_000_000},
		dimensions: []int{32, 64, 128, 256, 512, 1024, 2048, 4096},
		contacts:   []int{2, 6, 20, 50, 100, 200, 500, 1000},
		units:      []int{5, 20, 100, 1000, 10_000, 100_000},
		crowd:      10_000, staff: 100_000,
	}
	large = plan{
		people: []int{
			280, 1000, 3000, 10_000, 30_000, 100_000, 300_000, 1_000_000, 3_000_000, 10_000_000,
		},
		dimensions: usual.dimensions,
		contacts:   usual.contacts,
		units:      []int{5, 20, 100, 1000, 10_000, 100_000, 1_000_000},
		crowd:      usual.crowd, staff: usual.staff,
	}
)

// job is a series of measurements in which one thing varies.
type job struct {
	name     string              // of the thing that varies, in the table and the file
	title    string              // of its panels
	axis     string              // label of the thing that varies
	each     string              // the costs are per person or per voice
	share    bool                // theory: the cost per person or voice is constant
	expected func(x int) float64 // theory: the cost is proportional to this
	points   []point
}

// point is one scenario of a job.
type point struct {
	x                  int // value of the thing that varies
	people, dimensions int
	contacts           int // of each person, in circles; 0: there are units
	unit               int // people in a unit; 0: there are circles
}

func constant(int) float64       { return 1 }
func proportional(x int) float64 { return float64(x) }

// words returns the number of words that hold x dimensions, 64 in each.
func words(x int) float64 { return float64(agents.Width(x)) }

// jobs returns the four jobs of a plan.
func (p plan) jobs() []job {
	all := []job{
		{
			name:     "people",
			title:    "More people",
			axis:     "people",
			each:     "person",
			share:    true,
			expected: constant,
		},
		{
			name:     "dimensions",
			title:    "More dimensions",
			axis:     "dimensions",
			each:     "person",
			expected: words,
		},
		{
			name:     "contacts",
			title:    "More contacts",
			axis:     "contacts of a person",
			each:     "person",
			expected: proportional,
		},
		{
			name:     "unit size",
			title:    "Larger units",
			axis:     "voices in a unit",
			each:     "voice",
			share:    true,
			expected: constant,
		},
	}
	for _, n := range p.people {
		all[0].points = append(all[0].points,
			point{x: n, people: n, dimensions: dimensions, contacts: contacts})
	}
	for _, m := range p.dimensions {
		all[1].points = append(all[1].points,
			point{x: m, people: p.crowd, dimensions: m, contacts: contacts})
	}
	for _, k := range p.contacts {
		all[2].points = append(all[2].points,
			point{x: k, people: p.crowd, dimensions: dimensions, contacts: k})
	}
	for _, s := range p.units {
		all[3].points = append(all[3].points,
			point{x: s, people: max(p.staff, s), dimensions: dimensions, unit: s})
	}
	return all
}

// scenario returns the organization of a point. In circles the better contacts decide. In units
// every voice decides, so that none is skipped.
func (p point) scenario() sim.Scenario {
	c := sim.Channel{
		Name: "work", Externalize: agents.Say{Rate: 1}, Internalize: agents.Absorb{Rate: .3},
	}
	if p.unit > 0 {
		c.Structure, c.Objectify = network.Isolated{Size: p.unit}, agents.Majority{Rate: .5}
	} else {
		c.Structure = network.Circles{Of: network.WattsStrogatz{Neighbours: p.contacts,
			Rewire: rewired}}
		c.Objectify = agents.Superior{Rate: 1}
	}
	return sim.Scenario{
		Name: "cost", People: p.people, Dimensions: p.dimensions, Ticks: ticks,
		Channels: []sim.Channel{c},
	}
}

// scenarios returns the organizations of all jobs. Each is named by the thing that varies and its
// value.
func (p plan) scenarios() []sim.Scenario {
	var all []sim.Scenario
	for _, j := range p.jobs() {
		for _, point := range j.points {
			s := point.scenario()
			s.Name = fmt.Sprintf("%s %d", j.name, point.x)
			all = append(all, s)
		}
	}
	return all
}

// work returns roughly how long a point takes, in arbitrary units. Only the progress display uses
// it.
func (p point) work() float64 {
	return float64(p.people) * float64(12+p.contacts) * (2 + words(p.dimensions))
}
