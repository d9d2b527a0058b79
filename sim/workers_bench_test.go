package sim_test

import (
	"fmt"
	"testing"

	"orglearn/agents"
	"orglearn/network"
	"orglearn/sim"
)

// BenchmarkWorkers times one large organization whose people workers share, in ns per person and
// tick.
func BenchmarkWorkers(b *testing.B) {
	for _, c := range []struct {
		name      string
		structure network.Structure
	}{{"units", network.Isolated{Size: 10}},
		{"circles", network.Circles{Of: network.RingLattice{Neighbours: 10}}}} {
		for _, workers := range []int{1, 2} {
			b.Run(fmt.Sprintf("%s/workers=%d", c.name, workers), func(b *testing.B) {
				s := ring(c.structure, agents.Absorb{Rate: .1})
				s.People = 20_000
				m := built(b, s, 1, 0)
				m.SetWorkers(workers)
				for b.Loop() {
					step(b, m)
				}
				b.ReportMetric(b.Elapsed().Seconds()*1e9/float64(b.N)/float64(s.People),
					"ns/agent-tick")
			})
		}
	}
}

// BenchmarkExperiment times 3 scenarios with 40 replicates each, of 100 people and 100 ticks.
// Workers share the runs.
func BenchmarkExperiment(b *testing.B) {
	var scenarios []sim.Scenario
	for i, structure := range []network.Structure{network.Isolated{Size: 5},
		network.Hierarchy{Span: 4}, network.Pairs{}} {
		s := ring(structure, agents.Absorb{Rate: .1})
		s.Name, s.People, s.Ticks = fmt.Sprint(i), 100, 100
		scenarios = append(scenarios, s)
	}
	for _, workers := range []int{1, 2} {
		b.Run(fmt.Sprintf("workers=%d", workers), func(b *testing.B) {
			e := sim.Experiment{Scenarios: scenarios, Replicates: 40, Seed: 1, Workers: workers,
				At: []int{0, 50, 100}}
			for b.Loop() {
				if err := e.Run(b.Context(), func(_, _ int) sim.Observer {
					return func(*sim.Model, int) {}
				}); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(b.Elapsed().Seconds()*1e9/float64(b.N)/(3*40*100*100), "ns/agent-tick")
		})
	}
}
