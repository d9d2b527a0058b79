package metrics_test

import (
	"context"
	"fmt"
	"math"

	"orglearn/metrics"
	"orglearn/sim"
	"orglearn/sim/setups"
)

// Example compares two organizations of the same people, run by run: their scores, the difference,
// and the parts that the difference is made of.
func Example() {
	under := setups.Default()
	under.Ticks = 100
	communities := setups.Communities{On: &under}.Scenario()
	isolated := setups.Isolated{On: &under}.Scenario()
	table, err := metrics.Measure(context.Background(), sim.Experiment{
		Scenarios: []sim.Scenario{
			communities, setups.Randomized(communities), isolated, setups.Randomized(isolated),
		},
		Replicates: 20, Seed: 1991, At: []int{0, 50, 100},
	}, metrics.Score)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, scenario := range table.Scenarios() {
		fmt.Printf("%-23s %.2f\n", scenario, table.Estimate(scenario, metrics.Score, 100).Mean)
	}
	c := table.Compare("communities", "isolated", metrics.Score, 100, .02)
	fmt.Printf("difference %.2f, %s\n", c.Difference.Mean, c.Equal.Verdict)
	p := table.Parts(
		metrics.Controlled{Scenario: "communities", Randomized: "communities randomized"},
		metrics.Controlled{Scenario: "isolated", Randomized: "isolated randomized"}, metrics.Score,
		100)
	fmt.Printf("contact budget %.3f, arrangement %.3f\n", p.Budget.Mean, p.Arrangement.Mean)
	// Output:
	// communities             0.35
	// communities randomized  0.34
	// isolated                0.11
	// isolated randomized     0.10
	// difference 0.24, different by more than the margin
	// contact budget 0.242, arrangement -0.002
}

// Your own metric is a name, a unit and a function of the model.
func ExampleMetric() {
	silent := metrics.Metric{Name: "silent", Unit: "share of people",
		Of: func(m *sim.Model) float64 {
			n := 0
			for p := range m.People() {
				if m.Claims(0, p).Known() == 0 {
					n++
				}
			}
			return float64(n) / float64(m.People())
		}}
	m, err := sim.New(setups.Hierarchy{}.Scenario(), 1991, 0)
	if err != nil {
		fmt.Println(err)
		return
	}
	before := silent.Of(m)
	if err := m.Step(); err != nil {
		fmt.Println(err)
	}
	fmt.Println(before, silent.Of(m))
	// Output: 1 0
}

// Your own outcome is one number computed from a run's curve. Here it is the largest loss from one
// recorded tick to the next.
func ExampleOutcome() {
	setback := metrics.Outcome{Name: "setback", Of: func(c metrics.Curve) float64 {
		worst := 0.
		for i := range len(c.Values) - 1 {
			worst = math.Max(worst, c.Values[i]-c.Values[i+1])
		}
		return worst
	}}
	fmt.Println(setback.Of(metrics.Curve{
		Ticks: []int{0, 10, 20, 30}, Values: []float64{0, .5, .25, .75},
	}))
	// Output: 0.25
}
