package search_test

import (
	"context"
	"math"
	"slices"
	"strings"
	"testing"

	"orglearn/agents"
	"orglearn/metrics"
	"orglearn/metrics/search"
	"orglearn/metrics/stats"
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/setups"
)

// fading is an organization of people who know a share of all at first and learn nothing. Newcomers
// know nothing. After T ticks of turnover r a share (1-r)^T of what was known is left.
func fading(name string, knows, turnover float64) sim.Scenario {
	on := setups.Default()
	on.People, on.Block, on.Seen, on.Ticks, on.Absorb = 400, 1, 0, 10, 0
	s := on.Scenario(name, network.Isolated{Size: 4})
	s.Beliefs = nothing{}
	s.Events = []sim.Event{sim.EventFunc(func(m *sim.Model, c *agents.Stream) {
		for p := range m.People() {
			for d := range m.Dimensions() {
				if m.Tick() == 0 && c.Float64() < knows {
					m.Beliefs(p).Set(d, m.Landscape().Truth().Get(d))
				}
			}
		}
	}), sim.Turnover{Rate: turnover}}
	return s
}

// nothing is what people believe at first.
type nothing struct{}

func (nothing) Begin(*agents.Person, agents.Knowledge) {}

// Those who know all and have turnover r end as those who know half and have none where
// (1-r)^10 = 1/2, at r = 1 - 2^(-1/10) = .0670. The score's standard error over 50 runs of 400
// people is .0035, and its slope there is -5.4, so the threshold is within .002 of it (3 standard
// errors).
func TestFlipFindsTheThreshold(t *testing.T) {
	calls := 0
	f := search.Flip{Now: 0, Until: .2, Tries: 4, Within: .0005}
	turn, err := f.Search(context.Background(), func(ctx context.Context, r float64) (
		stats.Estimate, error,
	) {
		calls++
		table, err := metrics.Measure(ctx, sim.Experiment{Replicates: 50, Seed: 5, At: []int{10},
			Scenarios: []sim.Scenario{fading("all", 1, r), fading("half", .5, 0)}}, metrics.Score)
		if err != nil {
			return stats.Estimate{}, err
		}
		return stats.Paired(table.Values("all", metrics.Score, 10),
			table.Values("half", metrics.Score, 10), .95)
	})
	if err != nil {
		t.Fatal(err)
	}
	want := 1 - math.Pow(.5, .1)
	if !turn.Reversed || math.Abs(turn.After-want) > .002 || turn.After-turn.Before > .0005 {
		t.Errorf("%+v, want a reversal at %.4f", turn, want)
	}
	if turn.AtBefore.Mean <= 0 || turn.AtAfter.Mean > 0 || turn.Now.Mean < .45 {
		t.Errorf("%+v, want .5 now, and signs + and -", turn)
	}
	if calls != 1+2+7 { // .05 and .1, then .05 is halved to .0004
		t.Errorf("%d values were tried, want 10", calls)
	}
}

// line is a difference of 3 less the value, and none where there is no organization.
func line(tried *[]float64, without ...float64) search.Difference {
	return func(_ context.Context, v float64) (stats.Estimate, error) {
		*tried = append(*tried, v)
		if slices.Contains(without, v) {
			return stats.Estimate{Note: "no such organization"}, nil
		}
		return stats.Estimate{Mean: 3 - v, N: 2}, nil
	}
}

// Whole numbers, downward, values passed over, and a difference that never turns.
func TestFlipOnSteps(t *testing.T) {
	for _, c := range []struct {
		f             search.Flip
		without       []float64
		reversed      bool
		before, after float64
	}{
		{search.Flip{Now: 1, Until: 9, Tries: 2, Within: .1, Step: 1}, nil, true, 2, 3},
		{search.Flip{Now: 9, Until: 1, Tries: 2, Within: .1, Step: 1}, nil, true, 4, 3},
		{search.Flip{Now: 1, Until: 9, Tries: 2, Within: .1, Step: 1}, []float64{3}, true, 2, 4},
		{search.Flip{Now: 1, Until: 9, Tries: 2, Within: .1, Step: 1}, []float64{5}, true, 2, 3},
		{search.Flip{Now: 1, Until: 2, Tries: 4, Within: .1}, nil, false, 2, 2},
		{search.Flip{Now: 1, Until: 2, Tries: 2, Within: .1}, []float64{2}, false, 1.5, 1.5},
	} {
		var tried []float64
		turn, err := c.f.Search(context.Background(), line(&tried, c.without...))
		if err != nil || turn.Reversed != c.reversed || turn.Before != c.before ||
			turn.After != c.after {
			t.Errorf("%+v without %v: %+v, %v; tried %v", c.f, c.without, turn, err, tried)
		}
	}
}

func TestFlipRefuses(t *testing.T) {
	for _, c := range []struct {
		f    search.Flip
		want string
	}{
		{search.Flip{Now: 1, Until: 1, Tries: 1, Within: 1}, "from 1 until 1"},
		{search.Flip{Now: math.NaN(), Until: 1, Tries: 1, Within: 1}, "from NaN"},
		{search.Flip{Now: 1, Until: 2, Within: 1}, "Tries is 0"},
		{search.Flip{Now: 1, Until: 2, Tries: 1}, "Within is 0"},
		{search.Flip{Now: 1, Until: 2, Tries: 1, Within: 1, Step: -1}, "Step is -1"},
		{search.Flip{Now: 3, Until: 4, Tries: 1, Within: 1}, "the difference at 3"},
	} {
		var tried []float64
		_, err := c.f.Search(context.Background(), line(&tried))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%v, want %q", err, c.want)
		}
	}
}
