package chart_test

import (
	"context"
	"fmt"

	"orglearn/agents"
	"orglearn/metrics"
	"orglearn/metrics/chart"
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/setups"
)

// measured runs a small experiment.
func measured(scenarios ...sim.Scenario) *metrics.Table {
	table, err := metrics.Measure(context.Background(),
		sim.Experiment{Scenarios: scenarios, Replicates: 5, Seed: 1991}, metrics.Score)
	if err != nil {
		panic(err)
	}
	return table
}

// small is a set of conditions under which a run is quick.
var small = setups.Conditions{
	People: 20, Dimensions: 16, Block: 4, Superior: .5, Absorb: .3, Attention: 1, Ticks: 30,
}

// Learning has a line per scenario, and a dashed one for its randomization.
func ExampleLearning() {
	teams := setups.Isolated{On: &small}.Scenario()
	p := chart.Learning(measured(teams, setups.Randomized(teams)), metrics.Score)
	for _, s := range p.Series {
		fmt.Printf("%s: %d ticks, dashed %v\n", s.Name, len(s.X), s.Dashed)
	}
	fmt.Println(p.Y.Label)
	// Output:
	// isolated: 31 ticks, dashed false
	// isolated randomized: 31 ticks, dashed true
	// score (share of the most)
}

// Sweep draws a heat map over the two axes of a sweep.
func ExampleSweep() {
	absorb := sim.Vary("absorb", func(s *sim.Scenario, rate float64) {
		s.Channels[0].Internalize = agents.Absorb{Rate: rate}
	}, .1, .3, .9)
	turnover := sim.Vary("turnover", func(s *sim.Scenario, rate float64) {
		s.Events = append(s.Events, sim.Turnover{Rate: rate})
	}, 0, .05)
	communities := setups.Communities{On: &small, Team: 4, Size: 4}.Scenario()
	table := measured(sim.Sweep(communities, absorb, turnover)...)
	p, err := chart.Sweep(table, metrics.Score, 30, "absorb", "turnover")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(p.Title, p.Columns, p.Rows)
	fmt.Printf("%.2f\n", p.Values)
	// Output:
	// Score at tick 30 [0.1 0.3 0.9] [0 0.05]
	// [[0.06 0.20 0.25] [0.09 0.34 0.58]]
}

// An organization with leaders is drawn as a tree.
func ExampleOrganization() {
	units, err := network.Hierarchy{Span: 2}.Build(7, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	p := chart.Organization("A hierarchy of seven", units)
	fmt.Println(p.Nodes, "people,", len(p.Edges), "ties, the chief at", p.X[0], p.Y[0])
	// Output:
	// 7 people, 9 ties, the chief at 0.5 1
}
