package models_test

import (
	"context"
	"flag"
	"math"
	"testing"

	"orglearn/metrics"
	"orglearn/metrics/stats"
	"orglearn/sim"
)

// full runs the tests of published numbers with the replicates and tolerances at which they are
// stated. This takes minutes.
var full = flag.Bool("full", false, "test the published numbers with all replicates")

// replicates returns few, or with -full many.
func replicates(few, many int) int {
	if *full {
		return many
	}
	return few
}

// slack widens a tolerance by three standard errors where there are few replicates.
func slack(e stats.Estimate) float64 {
	if *full {
		return 0
	}
	return 3 * e.SE
}

// ends runs scenarios on the same chance. It returns the values of a metric at their ends, one row
// per scenario.
func ends(t *testing.T, replicates int, m metrics.Metric, scenarios ...sim.Scenario) [][]float64 {
	t.Helper()
	table, err := metrics.Measure(context.Background(), sim.Experiment{
		Scenarios: scenarios, Replicates: replicates, Seed: 1991, At: []int{scenarios[0].Ticks},
	}, m)
	if err != nil {
		t.Fatal(err)
	}
	all := make([][]float64, len(scenarios))
	for i, s := range scenarios {
		all[i] = table.Values(s.Name, m, s.Ticks)
	}
	return all
}

// above fails unless a lies above b: the 99 % interval of the paired difference excludes 0.
func above(t *testing.T, what string, a, b []float64) {
	t.Helper()
	e, err := stats.Paired(a, b, .99)
	if err != nil {
		t.Fatal(err)
	}
	if e.Low <= 0 {
		t.Errorf("%s: the difference is %v, want its 99 %% interval above 0", what, e)
	}
}

// near fails unless an estimate is within a tolerance of a published number.
func near(t *testing.T, what string, e stats.Estimate, published, tolerance float64) {
	t.Helper()
	if math.Abs(e.Mean-published) > tolerance {
		t.Errorf("%s: %v (se %.4f), want %v within %.3f", what, e, e.SE, published, tolerance)
	}
}
