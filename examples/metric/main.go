// Metric measures organizations with metrics of your own. Misled says in how many dimensions most
// people are wrong. Mended says how much of the worst moment is gone at the end of the run.
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

// Misled is the share of dimensions, 0 to 1, in which more than half of the people are wrong.
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

// wrong counts the people who believe the opposite of the truth in a dimension.
func wrong(m *sim.Model, dimension int) int {
	n := 0
	for p := range m.People() {
		if m.Beliefs(p).Get(dimension) == -m.Landscape().Truth().Get(dimension) {
			n++
		}
	}
	return n
}

// Worst is the highest value of a metric in a run.
var Worst = metrics.Outcome{Name: "worst", Of: func(c metrics.Curve) float64 {
	return slices.Max(c.Values)
}}

// Mended is the share of a run's worst value that is gone at the end: 1 - last/worst, from 0 to 1.
// It is NaN if the worst value is 0.
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
		fmt.Println(program.Wrap(fmt.Sprintf("%s: at worst, most people are wrong in %s of all "+
			"dimensions; by tick %s, %s of that is mended.",
			s, program.Interval(table.OutcomeEstimate(s, Misled, Worst)),
			chart.Thousands(communities.Ticks),
			program.Interval(table.OutcomeEstimate(s, Misled, Mended)))))
	}
	figure := chart.Figure{
		Title: "Where most people are wrong, and how much is mended",
		Rows: [][]chart.Panel{{chart.Learning(table, Misled),
			chart.Outcomes(table, Misled, Mended)}},
	}
	return o.Write(os.Stdout, table, figure)
}
