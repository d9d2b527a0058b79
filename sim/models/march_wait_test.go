package models_test

import (
	"context"
	"math"
	"math/rand/v2"
	"testing"

	"orglearn/agents/practice"
	"orglearn/metrics"
	"orglearn/metrics/stats"
	"orglearn/sim"
	"orglearn/sim/models"
	"orglearn/sim/simtest"
)

// marchWithWait runs March's organization in plain Go, one belief at a time. A period is turnover
// (none before the first), acting, and code and people learning at once. A newcomer has tenure 0 in
// his first period. He is among the superior only from tenure wait on, and founders always are. It
// returns the knowledge of the code after the last period, and that of the people after the
// turnover which begins the next, as models.March1991 records it.
func marchWithWait(p1, p2, p3 float64, wait, periods int, rng *rand.Rand) (code, people float64) {
	const n, m = 50, 30
	var reality, norm [m]int
	var belief [n][m]int
	var tenure [n]int
	for d := range reality {
		reality[d] = 2*rng.IntN(2) - 1
	}
	for i := range belief {
		tenure[i] = 1 << 30 // a founder
		for d := range m {
			belief[i][d] = rng.IntN(3) - 1
		}
	}
	score := func(body [m]int) (sum int) {
		for d := range body {
			sum += body[d] * reality[d]
		}
		return sum
	}
	turnover := func() {
		for i := range belief {
			if tenure[i]++; rng.Float64() < p3 {
				tenure[i] = 0
				for d := range m {
					belief[i][d] = rng.IntN(3) - 1
				}
			}
		}
	}
	for t := range periods {
		if t > 0 {
			turnover()
		}
		var votes [m]int
		for i := range belief {
			action := belief[i]
			for d := range action {
				if action[d] == 0 {
					action[d] = 2*rng.IntN(2) - 1
				}
			}
			if tenure[i] >= wait && score(action) > score(norm) {
				for d := range action {
					votes[d] += action[d]
				}
			}
		}
		old := norm
		for d, v := range votes {
			k := max(v, -v)
			if k > 0 && v/k != norm[d] && rng.Float64() < 1-math.Pow(1-p2, float64(k)) {
				norm[d] = v / k
			}
		}
		for i := range belief {
			for d, c := range old {
				if c != 0 && belief[i][d] != c && rng.Float64() < p1 {
					if belief[i][d] == 0 {
						belief[i][d] = c
					} else {
						belief[i][d] = 0
					}
				}
			}
		}
	}
	turnover()
	sum := 0
	for i := range belief {
		sum += score(belief[i])
	}
	return float64(score(norm)) / m, float64(sum) / n / m
}

// The model agrees with the plain program over a grid of learning rates, turnover, waits and
// periods. Of the 144 differences none is above 4 standard errors; that has a chance of 1 in 100.
func TestMarchWaitAgainstAPlainLoop(t *testing.T) {
	rates, turnovers, waits, periods := []float64{.1, .5, .9}, []float64{0, .1, .3},
		[]int{0, 1, 3, 10}, []int{18, 60}
	const replicates = 100
	if testing.Short() {
		rates, turnovers, periods = []float64{.9}, []float64{.1}, []int{18}
	}
	rng := rand.New(rand.NewPCG(1991, 14))
	worst := 0.
	for _, p1 := range rates {
		for _, p3 := range turnovers {
			for _, wait := range waits {
				for _, last := range periods {
					m := models.March1991{P1: models.At(p1), P3: p3, Wait: wait, Periods: last}
					worst = max(worst, againstPlain(t, m, p1, replicates, rng))
				}
			}
		}
	}
	t.Logf("the largest difference is %.2f standard errors", worst)
}

// againstPlain fails if the model and the plain program differ by more than 4 standard errors. It
// returns the larger difference of the two numbers, in standard errors.
func againstPlain(
	t *testing.T, m models.March1991, p1 float64, replicates int, rng *rand.Rand,
) (worst float64) {
	t.Helper()
	code, people := make([]float64, replicates), make([]float64, replicates)
	for r := range code {
		code[r], people[r] = marchWithWait(p1, .5, m.P3, m.Wait, m.Periods, rng)
	}
	table, err := metrics.Measure(context.Background(), sim.Experiment{
		Scenarios: []sim.Scenario{m.Scenario()}, Replicates: replicates, Seed: 1991,
		At: []int{m.Periods},
	}, metrics.NormScore, metrics.Score)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		metric metrics.Metric
		plain  []float64
	}{{metrics.NormScore, code}, {metrics.Score, people}} {
		got := table.Estimate(m.String(), c.metric, m.Periods)
		se, err := stats.SE(c.plain)
		if err != nil {
			t.Fatal(err)
		}
		want := stats.Mean(c.plain)
		z := math.Abs(got.Mean-want) / math.Hypot(got.SE, se)
		if worst = max(worst, z); z > 4 {
			t.Errorf("%v: %s is %.4f (se %.4f), the plain program's %.4f (se %.4f)", m,
				c.metric.Name, got.Mean, got.SE, want, se)
		}
	}
	return worst
}

// A wait that is off, or that nobody has to wait for, changes no bit of March's organization.
func TestMarchWaitOff(t *testing.T) {
	s := models.March1991{P3: .1, P4: .02, Periods: 19}.Scenario()
	simtest.Off(t, s, func(s *sim.Scenario) {
		s.Channels[0].Participate = practice.Apprenticeship{}
	})
	alone := models.March1991{Periods: 19}.Scenario()
	simtest.Off(t, alone, func(s *sim.Scenario) {
		s.Channels[0].Participate = practice.Apprenticeship{Wait: 3}
	})
	simtest.Same(t, models.March1991{P3: .1, Wait: 3, Periods: 6}.Scenario())
}

// Nobody new is heard before his time: with a wait longer than the run the code ends as if those
// who stay were alone to speak. With everybody replaced after the first period it never changes
// again.
func TestMarchWaitForEver(t *testing.T) {
	m, err := sim.New(models.March1991{P3: 1, Wait: 30, Periods: 30}.Scenario(), 1, 0)
	if err != nil {
		t.Fatal(err)
	}
	if err := m.Step(); err != nil {
		t.Fatal(err)
	}
	first := m.Norm(0, 0).Clone()
	if err := m.Run(); err != nil {
		t.Fatal(err)
	}
	if first.Known() == 0 || !first.Equal(m.Norm(0, 0)) {
		t.Error("the code changed after nobody was left who is heard")
	}
}
