package metrics_test

import (
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"orglearn/agents"
	"orglearn/agents/practice"
	"orglearn/metrics"
	"orglearn/network"
	"orglearn/sim"
)

// granting is a scenario of teams whose norms come to be taken for granted.
func granting(hold float64) sim.Scenario {
	return sim.Scenario{
		Name: "granting", People: 12, Dimensions: 70, Ticks: 8,
		Channels: []sim.Channel{{
			Name: "work", Structure: network.Isolated{Size: 4},
			Externalize: agents.Say{Rate: .7},
			Objectify:   practice.Vote{Rate: .5, Hold: hold},
			Internalize: practice.Take{Rate: .3, Pull: 1},
		}, {
			Name: "talk", Structure: network.Isolated{Size: 4},
			Externalize: agents.Say{Rate: .7}, Objectify: agents.Superior{Rate: .5},
			Internalize: agents.Absorb{Rate: .3},
		}},
	}
}

// By hand: of four norms two are wholly taken for granted, and the others have strengths 3 and 0.
func TestStrength(t *testing.T) {
	s := granting(0)
	s.People = 4
	m, err := sim.New(s, 1, 0)
	if err != nil {
		t.Fatal(err)
	}
	strength, granted := metrics.Strength("work"), metrics.Granted("work")
	if v, w := strength.Of(m), granted.Of(m); !math.IsNaN(v) || !math.IsNaN(w) {
		t.Errorf("without norms the metrics are %v and %v, want missing", v, w)
	}
	x, err := m.Remembered("work")
	if err != nil {
		t.Fatal(err)
	}
	of := practice.Strengths(x.Planes(0))
	for d, g := range map[int]int{0: 7, 1: 3, 2: 0, 64: 7} {
		m.Norm(0, 0).Set(d, 1)
		of.Set(d, g)
	}
	of.Set(3, 5) // there is no norm
	if v, w := strength.Of(m), granted.Of(m); v != 17./4 || w != .5 {
		t.Errorf("strength is %v and taken for granted %v, want 4.25 and .5", v, w)
	}
}

// In any run strength is 0 to 7 and the share 0 to 1, as a plain count has them.
func TestStrengthInRange(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for seed := range uint64(20) {
		m, err := sim.New(granting(r.Float64()*3), seed, 0)
		if err != nil {
			t.Fatal(err)
		}
		for !m.Done() {
			if err := m.Step(); err != nil {
				t.Fatal(err)
			}
			v, w := metrics.Strength("work").Of(m), metrics.Granted("work").Of(m)
			sum, granted, norms := plainStrengths(t, m)
			if norms > 0 && (v != sum/norms || w != granted/norms || v < 0 || v > 7 || w > 1) {
				t.Errorf("strength %v and taken for granted %v, want %v and %v", v, w, sum/norms,
					granted/norms)
			}
		}
	}
}

func plainStrengths(t *testing.T, m *sim.Model) (sum, granted, norms float64) {
	t.Helper()
	x, err := m.Remembered("work")
	if err != nil {
		t.Fatal(err)
	}
	for u := range m.Norms(0) {
		for d := range m.Dimensions() {
			if m.Norm(0, u).Get(d) == 0 {
				continue
			}
			g := practice.Strengths(x.Planes(u)).At(d)
			norms, sum = norms+1, sum+float64(g)
			if g == 7 {
				granted++
			}
		}
	}
	return sum, granted, norms
}

// A channel that does not exist, or whose units have another rule, is an error.
func TestStrengthFits(t *testing.T) {
	for channel, want := range map[string]string{
		"work": "", "gone": `there is no channel "gone"`,
		"talk": `channel "talk" has the rule agents.Superior, want a practice.Vote`,
	} {
		for _, m := range []metrics.Metric{metrics.Strength(channel), metrics.Granted(channel)} {
			err := m.Fits(granting(1))
			if (err == nil) != (want == "") || err != nil && !strings.Contains(err.Error(), want) {
				t.Errorf("%s: the error is %v, want %q", m.Name, err, want)
			}
		}
	}
}

// Units of several levels keep strengths if the rule of one of them does, from a tradition on.
func TestStrengthOfLevels(t *testing.T) {
	for _, c := range []struct {
		rule practice.Levels
		want float64
	}{
		{practice.Levels{Of: practice.Vote{Rate: .5}}, 5},
		{practice.Levels{Of: agents.Superior{}, Above: practice.Vote{Rate: .5}}, 5},
	} {
		s := granting(0)
		s.Channels[0].Structure = network.Nested{Of: s.Channels[0].Structure}
		s.Channels[0].Objectify = c.rule
		s.Events = []sim.Event{sim.Tradition{Channel: "work", Strength: 5}}
		m, err := sim.New(s, 1, 0)
		if err != nil {
			t.Fatal(err)
		}
		if v := metrics.Strength("work").Of(m); v != c.want {
			t.Errorf("%+v: strength %v, want %v", c.rule, v, c.want)
		}
	}
}
