package metrics_test

import (
	"math"
	"strings"
	"testing"

	"orglearn/agents"
	"orglearn/agents/practice"
	"orglearn/metrics"
	"orglearn/network"
	"orglearn/sim"
)

// By hand: one unit of three who score 2, 0 and -2, trusted with 12, 6 and 3, and to answer with
// 15, 14 and 13.
func TestTrustByHand(t *testing.T) {
	s := sim.Scenario{
		Name: "trust", People: 3, Dimensions: 2, Ticks: 1, Reality: sim.Additive{},
		Channels: []sim.Channel{{
			Name: "work", Structure: network.Organization{}, Externalize: agents.Say{},
			Objectify: practice.Vote{TrustRate: 1}, Internalize: agents.Absorb{},
		}},
	}
	m, err := sim.New(s, 1, 0)
	if err != nil {
		t.Fatal(err)
	}
	x, _ := m.Remembered("work")
	for p, trust := range []int{12, 6, 3} {
		practice.Tie(x.Tie(0, p)).SetTrust(trust)
		practice.Tie(x.Tie(0, p)).SetHelp(15 - p)
		for d := range 2 {
			m.Beliefs(p).Set(d, m.Landscape().Truth().Get(d)*agents.Belief(1-p))
		}
	}
	// covariance (5·2 + 1·0 + 4·2)/3 = 6; variances 42/3 = 14 and 8/3
	for _, c := range []struct {
		of   metrics.Metric
		want float64
	}{
		{metrics.Trust("work"), 7}, {metrics.TrustSpread("work"), math.Sqrt(14)},
		{metrics.TrustInMerit("work"), 6 / math.Sqrt(14*8/3.)},
		{metrics.TrustToAnswer("work"), 14},
	} {
		if got := c.of.Of(m); math.Abs(got-c.want) > 1e-12 {
			t.Errorf("%s is %v, want %v", c.of.Name, got, c.want)
		}
	}
	m.Leave(2)
	if got := metrics.Trust("work").Of(m); got != 9 {
		t.Errorf("without the third trust is %v, want 9", got)
	}
}

// By hand: founders have no tenure in their first vote, and one more after each. Who is replaced
// after two votes begins anew, so three voices have 3, 3 and 1 after three.
func TestVoiceTenure(t *testing.T) {
	s := sim.Scenario{
		Name: "tenure", People: 3, Dimensions: 2, Ticks: 4,
		Channels: []sim.Channel{{
			Name: "work", Structure: network.Organization{}, Externalize: agents.Say{Rate: 1},
			Objectify: practice.Vote{Rate: 1, Tenure: 1}, Internalize: agents.Absorb{},
		}},
		Events: []sim.Event{sim.EventFunc(func(m *sim.Model, _ *agents.Stream) {
			if m.Tick() == 2 {
				m.Replace(1)
			}
		})},
	}
	m, err := sim.New(s, 1, 0)
	if err != nil {
		t.Fatal(err)
	}
	metric := metrics.VoiceTenure("work")
	for _, want := range []float64{0, 1, 4 / 3., 7 / 3., 10 / 3.} {
		if got := metric.Of(m); math.Abs(got-want) > 1e-12 {
			t.Errorf("tick %d: %v, want %v", m.Tick(), got, want)
		}
		if !m.Done() {
			if err := m.Step(); err != nil {
				t.Fatal(err)
			}
		}
	}
	s.Channels[0].Objectify = practice.Vote{TrustRate: 1}
	want := `channel "work" has the rule practice.Vote, want a practice.Vote with a Tenure`
	if err := metric.Fits(s); err == nil || err.Error() != want {
		t.Errorf("%v, want %s", err, want)
	}
}

// Before anything has happened all are trusted alike, and trust goes with no merit.
func TestTrustAtFirst(t *testing.T) {
	s := sim.Scenario{
		Name: "trust", People: 9, Dimensions: 4, Ticks: 1,
		Channels: []sim.Channel{{
			Name: "work", Structure: network.Isolated{Size: 3}, Externalize: agents.Say{Rate: 1},
			Objectify: practice.Vote{Rate: 1, HelpRate: 1}, Internalize: agents.Absorb{Rate: 1},
		}},
	}
	m, err := sim.New(s, 1, 0)
	if err != nil {
		t.Fatal(err)
	}
	if a, b := metrics.Trust("work").Of(m), metrics.TrustSpread("work").Of(m); a != 8 || b != 0 {
		t.Errorf("trust %v and spread %v, want 8 and 0", a, b)
	}
	if r := metrics.TrustInMerit("work").Of(m); !math.IsNaN(r) {
		t.Errorf("a correlation of %v where all are trusted alike, want none", r)
	}
	s.Channels[0].Objectify = practice.Vote{Rate: 1}
	for _, of := range []metrics.Metric{
		metrics.Trust("work"), metrics.TrustSpread("work"), metrics.TrustInMerit("work"),
		metrics.TrustToAnswer("work"),
	} {
		if err := of.Fits(s); err == nil || !strings.Contains(err.Error(), "remembers trust") {
			t.Errorf("%s: error %v", of.Name, err)
		}
	}
	if err := metrics.Trust("x").Fits(s); err == nil {
		t.Error("a channel that is not there is no error")
	}
}
