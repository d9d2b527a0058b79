package models_test

import (
	"fmt"
	"testing"

	"orglearn/agents"
	"orglearn/metrics"
	"orglearn/metrics/stats"
	"orglearn/sim"
	"orglearn/sim/models"
)

// fang returns the values of a metric at the ends of runs, one row per beta.
func fang(
	t *testing.T, replicates int, m metrics.Metric, base models.Fang2010, betas ...float64,
) [][]float64 {
	t.Helper()
	var all []sim.Scenario
	for _, beta := range betas {
		model := base
		model.Beta = beta
		all = append(all, model.Scenario())
	}
	return ends(t, replicates, m, all...)
}

// Fang, Lee and Schilling (2010), s = 5: the optimum lies inside, at beta .1 to .3, and isolation
// is far below randomness.
func TestFangInteriorOptimum(t *testing.T) {
	n := replicates(60, 200)
	for _, base := range []models.Base{models.Isolated, models.Caveman} {
		v := fang(t, n, metrics.Score, models.Fang2010{Base: base}, .1, .2, .3, .7, 1)
		for i, beta := range []float64{.1, .2, .3} {
			above(t, fmt.Sprintf("%v: payoff at beta %v less that at 1", base, beta), v[i], v[4])
			above(t, fmt.Sprintf("%v: payoff at beta %v less that at .7", base, beta), v[i], v[3])
		}
	}
	v := fang(t, n, metrics.Score, models.Fang2010{}, 0, .05, .2, 1)
	above(t, "payoff at beta .2 less that at .05", v[2], v[1])
	above(t, "payoff at beta 1 less that at 0", v[3], v[0])
	if far := stats.Mean(v[3]) - stats.Mean(v[0]); far < .5 {
		t.Errorf("payoff at beta 1 less that at 0 is %.3f, want it far above 0", far)
	}
}

// Distinct bodies of beliefs fall with beta, from nearly the number of people. From beta .2 on they
// do not fall; that is logged and not tested.
func TestFangDistinct(t *testing.T) {
	v := fang(t, replicates(20, 200), metrics.Distinct, models.Fang2010{}, 0, .05, .1, .2, 1)
	if most := stats.Mean(v[0]); most < .98 {
		t.Errorf("distinct at beta 0: %.3f per person, want nearly 1", most)
	}
	above(t, "distinct at beta 0 less those at .05", v[0], v[1])
	above(t, "distinct at beta .05 less those at .1", v[1], v[2])
	above(t, "distinct at beta 0 less those at 1", v[0], v[4])
	if e, err := stats.Paired(v[3], v[4], .99); err == nil {
		t.Logf("distinct at beta .2 less those at 1: %v", e)
	}
}

// s = 1: payoff is near 1 at every beta except 0. "Near" means within .03 here, because no number
// is sourced.
func TestFangSinglesAreFlat(t *testing.T) {
	v := fang(t, replicates(20, 200), metrics.Score, models.Fang2010{Block: 1}, 0, .1, .3,
		.5, .7, 1)
	for i, beta := range []float64{.1, .3, .5, .7, 1} {
		near(t, fmt.Sprintf("payoff at beta %v, s = 1", beta), stats.TInterval(v[i+1], .95), 1, .03)
	}
	above(t, "payoff at beta 1 less that at 0, s = 1", v[5], v[0])
}

// The caveman's ties between subgroups change beta 0 a great deal.
func TestFangCaveman(t *testing.T) {
	isolated := fang(t, 20, metrics.Score, models.Fang2010{}, 0)
	caveman := fang(t, 20, metrics.Score, models.Fang2010{Base: models.Caveman}, 0)
	above(t, "payoff at beta 0, caveman less isolated", caveman[0], isolated[0])
}

// After a run is absorbed nothing changes any more.
func TestFangAbsorption(t *testing.T) {
	for replicate := range uint64(10) {
		s := models.Fang2010{Beta: .2, People: 56}.Scenario()
		if m := final(t, s, replicate, 50, beliefs); m.Tick() == 3000 {
			t.Errorf("%v: not absorbed", m)
		}
	}
}

// A rate of 0 is 0. A rate that is left out is the baseline.
func TestFangRates(t *testing.T) {
	if got, want := (models.Fang2010{P: models.At(0)}).Scenario().Channels[0].Internalize,
		(agents.Absorb{Rate: 0}); got != want {
		t.Errorf("P is At(0): people learn by %v, want %v", got, want)
	}
	if got, want := (models.Fang2010{}).Scenario().Channels[0].Internalize,
		(agents.Absorb{Rate: .3}); got != want {
		t.Errorf("P is left out: people learn by %v, want %v", got, want)
	}
}
