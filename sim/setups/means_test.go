package setups_test

import (
	"context"
	"math"
	"testing"

	"orglearn/metrics"
	"orglearn/sim"
	"orglearn/sim/setups"
)

// Two independent programs of the same rules agree on these means under the default conditions (the
// design's section on fair comparison, and the issue of the comparison). The bound for means at
// tick 200 is .04. Standard deviations over runs are at most .07 there and .03 at tick 50. So with
// the 60 replicates of -short the standard errors are .009 and .004. The bounds are above three
// standard errors, and below the differences between most of these organizations.
func TestMeansOfOrganizations(t *testing.T) {
	replicates := 400
	if testing.Short() {
		replicates = 60
	}
	bounds := map[int]float64{50: .015, 200: .04}
	isolated9 := setups.Isolated{Size: 9}.Scenario()
	isolated9.Name = "isolated of 9"
	connected := setups.Brokered{Connected: true}.Scenario()
	connected.Name = "brokered connected"
	published := []struct {
		scenario sim.Scenario
		at50     float64 // 0: not stated
		at200    float64
	}{
		{setups.Communities{}.Scenario(), 0, .759}, {setups.Hierarchy{}.Scenario(), 0, .457},
		{setups.Matrix{}.Scenario(), .161, .818}, {setups.Brokered{}.Scenario(), .128, .420},
		{connected, 0, .45}, {setups.Isolated{}.Scenario(), 0, .100}, {isolated9, 0, .17},
	}
	var all []sim.Scenario
	for _, p := range published {
		all = append(all, p.scenario)
	}
	table, err := metrics.Measure(context.Background(), sim.Experiment{
		Scenarios: all, Replicates: replicates, Seed: 2, At: []int{50, 200},
	}, metrics.Score)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range published {
		for tick, want := range map[int]float64{50: p.at50, 200: p.at200} {
			got := table.Estimate(p.scenario.Name, metrics.Score, tick)
			t.Logf("%-18s at %3d: %.3f [%.3f, %.3f], stated %.3f", p.scenario.Name, tick, got.Mean,
				got.Low, got.High, want)
			if want > 0 && math.Abs(got.Mean-want) > bounds[tick] {
				t.Errorf("%s at tick %d: %.3f, want %.3f", p.scenario.Name, tick, got.Mean, want)
			}
		}
	}
}
