package sim_test

import (
	"math"
	"testing"

	"orglearn/agents"
	"orglearn/metrics"
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/simtest"
)

// endowed is teams of 10 among many people, whose beliefs differ between teams.
func endowed(contrast float64, structure network.Structure) sim.Scenario {
	return sim.Scenario{
		Name: "endowed", People: 1000, Dimensions: 70, Ticks: 1,
		Channels: []sim.Channel{{Name: "work", Structure: structure,
			Externalize: agents.Say{Rate: 1}, Objectify: agents.Superior{Rate: .5},
			Internalize: agents.Absorb{Rate: .5}}},
		Events: []sim.Event{sim.Endowment{Channel: "work", Contrast: contrast}},
	}
}

// An endowment exchanges beliefs: in each dimension as many people believe +1 and -1 as before. Who
// is rich, one of two, gains c 2/9 of the dimensions (the bound is 5 standard errors of 35,000
// beliefs). What all people know stays.
func TestEndowment(t *testing.T) {
	for _, structure := range []network.Structure{network.Isolated{Size: 10},
		network.Communities{Team: 10, Size: 10}} {
		before := built(t, endowed(0, structure), 1, 0)
		for _, contrast := range []float64{.3, 1} {
			m := built(t, endowed(contrast, structure), 1, 0)
			for d := range m.Dimensions() {
				if count(m, d) != count(before, d) {
					t.Errorf("dimension %d: %v believe -1, 0, +1, want %v", d, count(m, d),
						count(before, d))
				}
			}
			gained := 0
			for p := range m.People() {
				gained += max(0, m.Beliefs(p).Known()-before.Beliefs(p).Known())
			}
			got, want := float64(gained)/(500*70), contrast*2/9
			if math.Abs(got-want) > 5*.5/math.Sqrt(35000) {
				t.Errorf("contrast %v: 500 rich people gain %v, want %v", contrast, got, want)
			}
			if metrics.Knowledge.Of(m) != metrics.Knowledge.Of(before) {
				t.Error("people know more or less than before")
			}
		}
	}
}

// count returns how many people believe -1, 0 and +1.
func count(m *sim.Model, d int) (n [3]int) {
	for p := range m.People() {
		n[m.Beliefs(p).Get(d)+1]++
	}
	return n
}

// The share of variance between teams rises with the contrast. Without one it is (k-1)/(N-1) on
// average, .099 for 100 teams of 10; the bound is 5 standard deviations of F(99, 900).
func TestContrastIsMeasured(t *testing.T) {
	of := metrics.BetweenShare("work")
	var got []float64
	for _, contrast := range []float64{0, .5, 1} {
		got = append(got, of.Of(built(t, endowed(contrast, network.Isolated{Size: 10}), 1, 0)))
	}
	if want := 99. / 999; math.Abs(got[0]-want) > 5*.0133 || got[1] < got[0]+.1 ||
		got[2] < got[1]+.1 {
		t.Errorf("shares between teams %v, want %v first and rising", got, want)
	}
}

func TestEndowmentIsSound(t *testing.T) {
	simtest.Event(t, plainStart(), sim.Endowment{Channel: "work", Contrast: .5},
		sim.Endowment{Channel: "work"})
	s := plainStart()
	s.Name, s.Events = "sound", []sim.Event{sim.Endowment{Channel: "work", Contrast: 1.5}}
	refused(t, s, "Endowment.Contrast is 1.5, want 0 to 1")
	s.Events = []sim.Event{sim.Endowment{Channel: "gone"}}
	refused(t, s, `sim.Endowment.Channel is "gone", want the name of a channel`)
}
