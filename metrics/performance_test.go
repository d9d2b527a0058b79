package metrics_test

import (
	"math"
	"testing"

	"orglearn/agents"
	"orglearn/metrics"
	"orglearn/sim"
)

func TestPerformance(t *testing.T) {
	for _, reality := range []sim.Reality{sim.NK{K: 2}, sim.Additive{}, sim.Blocks{Size: 2}} {
		m, err := sim.New(sim.Scenario{People: 40, Dimensions: 8, Reality: reality,
			Beliefs: agents.Mixed{}}, 1, 0)
		if err != nil {
			t.Fatal(err)
		}
		want := 0.
		for p := range m.People() {
			share := float64(m.Landscape().Score(m.Beliefs(p))) / float64(m.Landscape().Max())
			want += math.Pow(max(share, 0), 8) / 40
		}
		if got := metrics.Performance.Of(m); math.Abs(got-want) > 1e-12 || got <= 0 || got > 1 {
			t.Errorf("%+v: performance is %v, want %v", reality, got, want)
		}
		for p := range m.People() {
			copy(m.Beliefs(p), m.Landscape().Truth())
		}
		if got := metrics.Performance.Of(m); got != 1 {
			t.Errorf("%+v: everybody is right, and performance is %v", reality, got)
		}
	}
}
