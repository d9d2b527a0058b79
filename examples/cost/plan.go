package main

import (
	"fmt"

	"orglearn/agents"
	"orglearn/network"
	"orglearn/sim"
)

// What is measured: so many ticks from uniform beliefs. What a job does not vary stays as it is
// here.
const (
	ticks      = 10
	dimensions = 100
	contacts   = 6
	rewired    = .1 // of the ties, by Watts and Strogatz
)

// plan says over which values each of the four is varied, everything else held still.
type plan struct {
	people, dimensions, contacts, units []int
	crowd                               int // people whose dimensions and contacts are varied
	// people whose units are varied, or as many as one unit needs
	staff int
}

// The plans: 280 people are those of Fang, Lee and Schilling (2010, Organization Science
// 21:625-642).
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

// job varies one thing.
type job struct {
	name     string // in the file: what is varied
	title    string // of its panels
	axis     string // what is varied, as an axis says it
	each     string // what a cost is told per
	share    bool   // theory: a person's cost stays as it is; else it is proportional to expected
	expected func(x int) float64
	points   []point
}

// point is one scenario of a job.
type point struct {
	x                  int // what the job varies
	people, dimensions int
	contacts           int // of everybody, in circles; 0: there are units
	unit               int // people in a unit; 0: there are circles
}

func constant(int) float64       { return 1 }
func proportional(x int) float64 { return float64(x) }

// words are what 64 dimensions at a time are kept in.
func words(x int) float64 { return float64(agents.Width(x)) }

// jobs are the four of a plan.
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

// scenario is what a point measures. In circles the better contacts decide; in units every voice
// does, so that none is passed over.
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

// scenarios are those of all jobs, each named by what its job varies.
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

// work is about how long a point takes, in units of its own: for the progress alone.
func (p point) work() float64 {
	return float64(p.people) * float64(12+p.contacts) * (2 + words(p.dimensions))
}
