package whatif_test

import (
	"context"
	"fmt"
	"log"

	"orglearn/metrics"
	"orglearn/sim"
	"orglearn/sim/setups"
	"orglearn/sim/whatif"
)

// Two of ten isolated teams are merged at tick 20. The runs are the same until then.
func Example() {
	base := setups.Isolated{Size: 10}.Scenario()
	merged := whatif.Scenario(base, "merged", 20, whatif.Merge{Channel: setups.Channel, A: 0, B: 1})
	table, err := metrics.Measure(context.Background(), sim.Experiment{
		Scenarios: []sim.Scenario{base, merged}, Replicates: 30, Seed: 1991,
	}, metrics.Score)
	if err != nil {
		log.Fatal(err)
	}
	for _, tick := range []int{20, 200} {
		c := table.Compare("merged", base.Name, metrics.Score, tick, .02)
		fmt.Printf("tick %d: %.3f\n", tick, c.Difference.Mean)
	}
	// Output:
	// tick 20: 0.000
	// tick 200: 0.024
}
