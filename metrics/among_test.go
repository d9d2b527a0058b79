package metrics_test

import (
	"math"
	"strings"
	"testing"

	"orglearn/agents"
	"orglearn/metrics"
	"orglearn/network"
	"orglearn/sim"
)

// Over all people ScoreAmong is Score. Over some, it leaves out the others and vacant places.
func TestScoreAmong(t *testing.T) {
	m := believing(t, nil, []int8{1, 1, 1, 1}, []int8{1, 1, 0, 0}, []int8{-1, 0, 0, 0})
	of := func(people ...int) float64 { return metrics.ScoreAmong("some", people).Of(m) }
	if got := of(0, 1, 2); got != metrics.Score.Of(m) || got != 5./12 {
		t.Errorf("over all %v, want 5/12 as Score", got)
	}
	if got := of(1, 2); got != 1./8 {
		t.Errorf("over two %v, want 1/8", got)
	}
	m.Leave(1)
	if got := of(1, 2); got != -1./4 {
		t.Errorf("with one of two gone %v, want -1/4", got)
	}
	if got := of(1); !math.IsNaN(got) {
		t.Errorf("with all gone %v, want it missing", got)
	}
}

// A person's norms are those of his units: of two, their mean. Who has no seat does not count.
func TestNormScoreAmong(t *testing.T) {
	seats := func(people ...int32) (u network.Membership) {
		for _, p := range people {
			u.Voices = append(u.Voices, network.Voice{Person: p, Weight: 1})
		}
		return u
	}
	m := believing(t, []network.Membership{seats(0, 1), seats(1)}, []int8{0, 0, 0, 0},
		[]int8{0, 0, 0, 0}, []int8{0, 0, 0, 0})
	for d := range 2 {
		m.Norm(0, 0).Set(d, m.Landscape().Truth().Get(d))
	}
	m.Norm(0, 1).Set(0, -m.Landscape().Truth().Get(0))
	channel := m.Scenario().Channels[0].Name
	of := func(people ...int) float64 {
		return metrics.NormScoreAmong("some", people, channel).Of(m)
	}
	if got := of(0, 1, 2); got != (.5+.125)/2 {
		t.Errorf("%v, want .3125: norms of .5 and -.25, seats 1 and 2", got)
	}
	m.Leave(0)
	if got := of(0, 1); got != .125 {
		t.Errorf("%v without person 0, want .125", got)
	}
	if got := of(2); !math.IsNaN(got) {
		t.Errorf("%v without a seat, want it missing", got)
	}
	s := sim.Scenario{People: 3, Channels: []sim.Channel{{Name: channel,
		Externalize: agents.Say{Rate: 1}}}}
	for _, c := range []struct {
		metric metrics.Metric
		want   string
	}{
		{metrics.ScoreAmong("x", []int{3}), "person 3, want 0 to 2"},
		{metrics.NormScoreAmong("x", []int{-1}, channel), "person -1, want 0 to 2"},
		{metrics.NormScoreAmong("x", nil, "play"), `no channel "play"`},
	} {
		if err := c.metric.Fits(s); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%v, want %q", err, c.want)
		}
	}
}
