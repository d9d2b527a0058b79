// Metric measures organizations in a way of your own. Here it is in how much most people are wrong
// together, and how much of that an organization mends.
//
//	go run ./examples/metric
package main

import (
	"context"
	"fmt"
	"os"
	"slices"

	"orglearn/examples/program"
	"orglearn/metrics"
	"orglearn/metrics/chart"
	"orglearn/sim"
	"orglearn/sim/setups"
)

// Misled is the share of dimensions in which most people are wrong: 0 to 1.
var Misled = metrics.Metric{
	Name: "misled", Unit: "share of dimensions",
	Of: func(m *sim.Model) float64 {
		misled := 0
		for d := range m.Dimensions() {
			if 2*wrong(m, d) > m.People() {
				misled++
			}
		}
		return float64(misled) / float64(m.Dimensions())
	},
}

// wrong counts the people who believe the opposite of what is true.
func wrong(m *sim.Model, dimension int) int {
	n := 0
	for p := range m.People() {
		if m.Beliefs(p).Get(dimension) == -m.Landscape().Truth().Get(dimension) {
			n++
		}
	}
	return n
}

// Worst is the highest value in a run.
var Worst = metrics.Outcome{Name: "worst", Of: func(c metrics.Curve) float64 {
	return slices.Max(c.Values)
}}

// Mended is the share of a run's worst that is over in the end: 0 to 1, and missing where nothing
// was ever wrong.
var Mended = metrics.Outcome{
	Name: "mended", Unit: "share of the worst",
	Of: func(c metrics.Curve) float64 { return 1 - c.Values[len(c.Values)-1]/Worst.Of(c) },
}

func main() { program.Main("metric", run) }

func run(ctx context.Context, args []string) error {
	o, err := program.Begin("metric", 100, args)
	if err != nil {
		return err
	}
	communities := setups.Communities{}.Scenario()
	hierarchy, isolated := setups.Hierarchy{}.Scenario(), setups.Isolated{}.Scenario()
	table, err := o.Measure(ctx, sim.Experiment{
		Scenarios: []sim.Scenario{communities, hierarchy, isolated},
	}, Misled)
	if err != nil {
		return err
	}
	for _, s := range table.Scenarios() {
		fmt.Println(program.Wrap(fmt.Sprintf("%s: most people are wrong in %s of all "+
			"dimensions at worst; by tick %d %s of that is mended.",
			s, program.Interval(table.OutcomeEstimate(s, Misled, Worst)), communities.Ticks,
			program.Interval(table.OutcomeEstimate(s, Misled, Mended)))))
	}
	figure := chart.Figure{
		Title: "Where most people are wrong together, and what is mended",
		Rows: [][]chart.Panel{{chart.Learning(table, Misled),
			chart.Outcomes(table, Misled, Mended)}},
	}
	return o.Write(os.Stdout, table, figure)
}
