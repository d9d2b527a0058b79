package sim_test

import (
	"testing"

	"orglearn/agents"
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/models"
)

// BenchmarkAlone times whole runs, one by one with sim.New and Run. The organizations are small
// enough for replicates to be lanes, but do not run so here.
func BenchmarkAlone(b *testing.B) {
	seen := marchJob(models.Original, .1)
	seen.Reality = sim.Additive{Seen: 15}
	half := sim.Scenario{
		Name: "half", People: 200, Dimensions: 48, Ticks: 50,
		Channels: []sim.Channel{{
			Name: "code", Structure: network.Organization{},
			Externalize: agents.Say{Rate: .5}, Objectify: agents.Superior{Rate: .1},
			Internalize: agents.Absorb{Rate: .1},
		}},
	}
	for _, c := range []struct {
		name     string
		scenario sim.Scenario
	}{
		{"march/p=.5", marchJob(models.Original, .5)},
		{"march/p=.1", marchJob(models.Original, .1)},
		{"seen", seen},
		{"half", half},
	} {
		b.Run(c.name, func(b *testing.B) {
			for i := range b.N {
				if err := built(b, c.scenario, 1, uint64(i)).Run(); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "replicates/s")
		})
	}
}
