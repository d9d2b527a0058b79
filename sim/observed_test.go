package sim_test

import (
	"context"
	"testing"

	"orglearn/metrics"
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/setups"
)

// An observer's questions change no run, not even a question about scores, which the next tick
// uses.
func TestWhoAsksForScores(t *testing.T) {
	turning := setups.Communities{}.Scenario()
	turning.Name, turning.Ticks = "turning", 30
	turning.Events = []sim.Event{
		sim.Turbulence{Rate: .02}, sim.Turnover{Rate: .02},
		sim.Reshuffle{Channel: setups.Channel, Every: 4},
		sim.Reorganize{Channel: setups.Channel, At: 11, Structure: network.Isolated{Size: 5}},
	}
	additive := setups.Hierarchy{}.Scenario()
	additive.Name, additive.Ticks, additive.Reality = "additive", 30, sim.Additive{Seen: 9}
	for _, s := range []sim.Scenario{turning, additive} {
		var states [2][5]uint64
		for asks := range 2 {
			e := sim.Experiment{Scenarios: []sim.Scenario{s}, Replicates: 5, Seed: 3}
			err := e.Run(context.Background(), func(_, r int) sim.Observer {
				return func(m *sim.Model, tick int) {
					want := 0.
					for p := range m.People() {
						want += float64(m.Landscape().Score(m.Beliefs(p)))
					}
					if want /= float64(m.People()) * float64(m.Landscape().Max()); asks == 1 {
						if got := metrics.Score.Of(m); got != want {
							t.Errorf("%s, tick %d: score %v, want %v", s.Name, tick, got, want)
						}
						if c := m.Clone(); tick == 7 && c.Step() != nil {
							t.Error("a clone fails")
						}
					}
					states[asks][r] = state(m)
				}
			})
			if err != nil {
				t.Fatal(err)
			}
		}
		if states[0] != states[1] {
			t.Errorf("%s: who asks for scores gets another run", s.Name)
		}
	}
}
