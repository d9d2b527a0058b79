// Sweep runs an organization under every combination of two parameters: the rate at which people
// take over norms (absorb), and the rate at which they leave (turnover).
//
//	go run ./examples/sweep
package main

import (
	"context"
	"fmt"
	"os"

	"orglearn/agents"
	"orglearn/examples/program"
	"orglearn/metrics"
	"orglearn/metrics/chart"
	"orglearn/sim"
	"orglearn/sim/setups"
)

// The axes of the sweep. Each function sets its value in a copy of the scenario. It replaces the
// rule of the copy, and does not change the rule that the copies share.
var (
	absorb = sim.Vary("absorb", func(s *sim.Scenario, rate float64) {
		s.Channels[0].Internalize = agents.Absorb{Rate: rate}
	}, .02, .05, .1, .2, .5)
	turnover = sim.Vary("turnover", func(s *sim.Scenario, rate float64) {
		s.Events = append(s.Events, sim.Turnover{Rate: rate})
	}, 0, .002, .005, .01, .02)
)

func main() { program.Main("sweep", run) }

func run(ctx context.Context, args []string) error {
	o, err := program.Begin("sweep", 40, args)
	if err != nil {
		return err
	}
	base := setups.Communities{}.Scenario()
	table, err := o.Measure(ctx, sim.Experiment{
		Scenarios: sim.Sweep(base, turnover, absorb), At: []int{0, 10, 20, 50, 100, 150, 200},
	}, metrics.Score)
	if err != nil {
		return err
	}
	for _, leave := range []string{"0", "0.02"} {
		slow := "communities turnover=" + leave + " absorb=0.2"
		fast := "communities turnover=" + leave + " absorb=0.5"
		c := table.Compare(slow, fast, metrics.Score, base.Ticks, .02)
		fmt.Println(program.Wrap(program.Sentence(c)))
	}
	cells, err := chart.Sweep(table, metrics.Score, base.Ticks, "absorb", "turnover")
	if err != nil {
		return err
	}
	cells.X = "absorb: rate at which people take over norms"
	cells.Y = "turnover: share of people who leave, per tick"
	facets, err := chart.Facets(table, metrics.Score, "turnover", "0", "0.005", "0.02")
	if err != nil {
		return err
	}
	return o.Write(os.Stdout, table, chart.Figure{
		Title: "Learning fast, and losing people", Rows: [][]chart.Panel{{cells}, {facets}},
	})
}
