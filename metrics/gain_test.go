package metrics_test

import (
	"math"
	"strings"
	"testing"

	"orglearn/agents"
	"orglearn/agents/practice"
	"orglearn/metrics"
	"orglearn/sim"
)

// readers is a scenario in which people know nothing, learn at once, and nobody writes.
func readers() sim.Scenario {
	s := shelved(practice.Repository{Of: agents.Superior{}})
	s.Beliefs = agents.Mixed{Unknown: 1}
	for i := range s.Channels {
		s.Channels[i].Externalize, s.Channels[i].Objectify = agents.Say{Rate: 1}, agents.Superior{}
		s.Channels[i].Internalize = agents.Absorb{Rate: 1}
	}
	return s
}

// By hand: the repository has 7 right entries and 3 wrong ones of 70. One who knows nothing gains 4
// of the most, 70. One who knows all of these rightly loses 6: only the wrong ones are news to him.
// Who heeds his team, which has no norm, gains nothing. The model stays as it is.
func TestGain(t *testing.T) {
	m := modelOf(t, readers(), 0)
	write(m, 1, 1, 1, 1, 1, 1, 1, -1, -1, -1)
	for p := range 6 {
		know(m, m.Beliefs(p), 10)
	}
	for _, c := range []struct {
		gain metrics.Metric
		want float64
	}{
		{metrics.Gain("shelf", metrics.BelowMean), 4. / 70},
		{metrics.Gain("shelf", metrics.AboveMean), -6. / 70},
		{metrics.Gain("shelf", metrics.Everybody), -1. / 70},
		{metrics.Gain(channel, metrics.Everybody), 0},
	} {
		for range 2 {
			if got := c.gain.Of(m); math.Abs(got-c.want) > 1e-15 {
				t.Errorf("%s: %v, want %v", c.gain.Name, got, c.want)
			}
		}
	}
	if got := metrics.Score.Of(m); got != .5*10/70 {
		t.Errorf("the score is %v: the model has changed", got)
	}
}

// Groups by tenure: who came at tick 2 is a novice for 3 ticks, and a founder is a veteran then.
func TestGroupsByTenure(t *testing.T) {
	s := readers()
	s.Events = []sim.Event{sim.EventFunc(func(m *sim.Model, _ *agents.Stream) {
		if m.Tick() == 2 {
			m.Replace(0)
		}
	})}
	m := modelOf(t, s, 0)
	for tick, want := range [][2]int{{12, 0}, {12, 0}, {12, 0}, {1, 11}, {1, 11}, {0, 12}} {
		var got [2]int
		for i, g := range []metrics.Group{metrics.Novices(3), metrics.Veterans(3)} {
			for p := range m.People() {
				if g.Of(m)(p) {
					got[i]++
				}
			}
		}
		if got != want {
			t.Errorf("tick %d: %v novices and veterans, want %v", tick, got, want)
		}
		if err := m.Step(); err != nil {
			t.Fatal(err)
		}
	}
	if v := metrics.Gain("shelf", metrics.Novices(1)).Of(m); !math.IsNaN(v) {
		t.Errorf("nobody is a novice, and gains %v", v)
	}
}

// The gain of a channel in the tick to come is what people gain there if it is the only one that
// they heed: the same chance, the same learning.
func TestGainIsWhatHappensNext(t *testing.T) {
	s := shelved(practice.Repository{Fade: .1})
	s.Experience = agents.Flip{}
	s.Activity, s.Channels[1].Ask = practice.Shares{Ask: 4, Idle: 4}, practice.Respondent{}
	s.Channels[0].Ask = practice.Respondent{}
	m := modelOf(t, s, 3)
	for range 4 {
		if err := m.Step(); err != nil {
			t.Fatal(err)
		}
	}
	alone, next := m.Clone(), m.Scenario()
	next.Experience, next.Activity, next.Channels = nil, nil, append([]sim.Channel(nil),
		next.Channels...)
	next.Channels[1].Ask = nil
	next.Channels[0].Ask = nil
	next.Channels[0].Participate = agents.PartFunc(
		func(*agents.Person, *agents.Unit, uint8) agents.Part { return agents.Heard })
	if err := alone.Follow(next); err != nil {
		t.Fatal(err)
	}
	before, gain := metrics.Score.Of(m), metrics.Gain("shelf", metrics.Everybody).Of(m)
	if err := alone.Step(); err != nil {
		t.Fatal(err)
	}
	if want := metrics.Score.Of(alone) - before; math.Abs(gain-want) > 1e-12 || gain == 0 {
		t.Errorf("the gain is %v, want %v", gain, want)
	}
}

// A scenario that cannot have the metric is an error.
func TestGainRefuses(t *testing.T) {
	s := shelved(practice.Repository{})
	for _, c := range []struct {
		set     func(s *sim.Scenario)
		channel string
		want    string
	}{
		{func(*sim.Scenario) {}, "rest", `no channel "rest"`},
		{func(s *sim.Scenario) { s.Asynchronous = true }, "shelf", "asynchronous"},
		{func(s *sim.Scenario) { s.Ticks = sim.MaxTicks }, "shelf", "want at most"},
	} {
		s := s
		c.set(&s)
		err := metrics.Gain(c.channel, metrics.Everybody).Fits(s)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %s", c.channel, err, c.want)
		}
	}
}
