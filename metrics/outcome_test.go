package metrics_test

import (
	"math"
	"testing"

	"orglearn/metrics"
	"orglearn/sim"
)

var nan = math.NaN()

func curve(values ...float64) metrics.Curve {
	c := metrics.Curve{Values: values}
	for i := range values {
		c.Ticks = append(c.Ticks, 10*i)
	}
	return c
}

func TestOutcomes(t *testing.T) {
	for _, c := range []struct {
		outcome metrics.Outcome
		curve   metrics.Curve
		want    float64
	}{
		{metrics.TimeTo(.5), curve(0, .4, .5, .4, .9), 20},
		{metrics.TimeTo(.5), curve(.6), 0},
		{metrics.TimeTo(.5), curve(0, .4), nan},
		{metrics.TimeTo(.5), curve(nan, nan, .7), 20},

		{metrics.TimeToShare(.5), curve(.2, .5, .6, 1), 20}, // halfway from .2 to 1
		{metrics.TimeToShare(.9), curve(0, .5, .95, 1), 20},
		{metrics.TimeToShare(.9), curve(.9, .91, 1), 20},  // .9 of the end, but a tenth of the way
		{metrics.TimeToShare(.5), curve(0, 2, .1, 1), 10}, // above the goal, then below it
		{metrics.TimeToShare(1), curve(.1, .2, .3), 20},   // .1 + (.3-.1) is more than .3
		{metrics.TimeToShare(0), curve(.1, .2, .3), 0},
		{metrics.TimeToShare(.5), curve(1, .8, .3, 0), nan}, // downwards
		{metrics.TimeToShare(.5), curve(.4, .9, .4), nan},   // ends where it began
		{metrics.TimeToShare(.5), curve(.4), nan},
		{metrics.TimeToShare(.5), curve(nan, .2, .4), nan},

		{metrics.AreaUnder(), curve(.7), .7},
		{metrics.AreaUnder(), curve(.5, .5, .5), .5},
		{metrics.AreaUnder(), curve(0, 1), .5},
		{metrics.AreaUnder(), metrics.Curve{Ticks: []int{0, 1, 10}, Values: []float64{0, 1, 1}},
			.95},
		{metrics.AreaUnder(), curve(0, nan, 1), nan},

		{metrics.Retention(10, 20), curve(0, .8, .6), .75},
		{metrics.Retention(10, 20), curve(0, .5, .6), 1.2},
		{metrics.Retention(10, 20), curve(0, 0, .6), nan},
		{metrics.Retention(10, 15), curve(0, .5, .6), nan},
		{metrics.Retention(10, 20), curve(0, .5, nan), nan},
		{metrics.Retention(10, 20), curve(0, -.5, .5), nan},
	} {
		if got := c.outcome.Of(c.curve); !same(got, c.want, 1e-15) {
			t.Errorf("%s of %v is %v, want %v", c.outcome.Name, c.curve.Values, got, c.want)
		}
	}
}

// A curve that ends higher than it began reaches any share of the way, and never reaches a larger
// share earlier.
func TestTimeToShareIsReached(t *testing.T) {
	for i := range 100 {
		c := curve(float64(i)/7, 3, float64(i*i%11)/3, .1+float64(i)/7+float64(i*13%17)/9)
		last := -1.
		for _, share := range []float64{0, .1, .3, .5, .9, 1} {
			at := metrics.TimeToShare(share).Of(c)
			if !(at >= last) {
				t.Errorf("%v of the way of %v is reached at %v, less of it at %v", share, c.Values,
					at, last)
			}
			last = at
		}
	}
}

func TestOutcomesOfTables(t *testing.T) {
	// The metric rises by replicate + 1 per tick, so replicate 0 never reaches 10.
	rise := metrics.Metric{Name: "rise", Unit: "steps", Of: func(m *sim.Model) float64 {
		return float64(m.Tick() * int(m.Replicate()+1))
	}}
	table := measure(t, sim.Experiment{Scenarios: small()[:1], Replicates: 3}, rise)
	got := table.Outcomes("teams", rise, metrics.TimeTo(10))
	if !math.IsNaN(got[0]) || got[1] != 5 || got[2] != 4 {
		t.Errorf("the times are %v, want none, 5, 4", got)
	}
	a, err := table.Arrival("teams", rise, metrics.TimeTo(10))
	if err != nil || a.Share.Mean != 2./3 || a.Median.Mean != 5 {
		t.Errorf("the arrival is %v (%v), want 2 of 3 and the median 5", a, err)
	}
	if e := table.OutcomeEstimate("teams", rise, metrics.TimeTo(10)); e.N != 0 ||
		e.Note != "missing in 1 of 3 replicates" {
		t.Errorf("the estimate of what one never reached is %v", e)
	}
	// 4, 8, 12
	if e := table.OutcomeEstimate("teams", rise, metrics.AreaUnder()); e.Mean != 8 ||
		!e.HasInterval() {
		t.Errorf("the mean height is %v, want 8", e)
	}
}
