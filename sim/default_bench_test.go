package sim_test

import (
	"math/rand/v2"
	"testing"

	"orglearn/metrics"
	"orglearn/sim"
	"orglearn/sim/setups"
)

// defaultReplicates is the number of replicates of each organization in the default comparison.
const defaultReplicates = 200

// defaultRead are the ticks that the tables of the default comparison show.
var defaultRead = []int{20, 50, defaultTicks}

// defaultJob holds six organizations of the default comparison: a setup, its randomization, the
// next setup, and so on.
func defaultJob() []sim.Scenario {
	var all []sim.Scenario
	for _, s := range []sim.Scenario{
		setups.Communities{}.Scenario(), setups.Hierarchy{}.Scenario(),
		setups.Isolated{}.Scenario(),
	} {
		all = append(all, s, setups.Randomized(s))
	}
	return all
}

// BenchmarkDefault times six organizations of the default comparison on one core: 200
// replicates of each, 200 ticks. It also times a plain Go program of the same rules. Both read the
// score at three ticks. The case everytick reads score, consensus and diversity at each tick.
func BenchmarkDefault(b *testing.B) {
	b.Run("engine", func(b *testing.B) { defaultEngine(b, defaultRead, metrics.Score) })
	b.Run("engine/everytick", func(b *testing.B) {
		defaultEngine(b, nil, metrics.Score, metrics.Consensus, metrics.Diversity)
	})
	b.Run("plain", defaultPlain)
}

func defaultEngine(b *testing.B, at []int, ms ...metrics.Metric) {
	e := sim.Experiment{
		Scenarios: defaultJob(), Replicates: defaultReplicates, Seed: 1991, At: at, Workers: 1,
	}
	for b.Loop() {
		table, err := metrics.Measure(b.Context(), e, ms...)
		if err != nil {
			b.Fatal(err)
		}
		if len(table.Values(e.Scenarios[0].Name, metrics.Score,
			defaultTicks)) != defaultReplicates {
			b.Fatal("replicates are missing")
		}
	}
	defaultSpeed(b)
}

func defaultPlain(b *testing.B) {
	sum, scores := 0., make([]float64, 0, len(defaultRead))
	for b.Loop() {
		for i, s := range plainStructures() {
			for r := range defaultReplicates {
				rng := rand.New(rand.NewPCG(1991, uint64(i*defaultReplicates+r)))
				var err error
				if scores, err = plainScores(s.of, rng, scores[:0]); err != nil {
					b.Fatal(err)
				}
				sum += scores[len(scores)-1]
			}
		}
	}
	if sum <= 0 {
		b.Fatalf("a sum of scores of %v", sum)
	}
	defaultSpeed(b)
}

// defaultSpeed reports ticks times people per second for the comparison.
func defaultSpeed(b *testing.B) {
	const each = 6 * defaultReplicates * defaultPeople * defaultTicks
	b.ReportMetric(each*float64(b.N)/b.Elapsed().Seconds(), "agent-ticks/s")
}
