package stats_test

import (
	"fmt"
	"math"
	"testing"

	"orglearn/metrics/internal/hostile"
	"orglearn/metrics/stats"
)

var nan, inf = math.NaN(), math.Inf(1)

// Hostile samples and parameters are errors that say what is wrong, or have a documented result.
func TestHostile(t *testing.T) {
	var all []hostile.Case
	add := func(name, want string, call func() error) {
		all = append(all, hostile.Case{Name: name, Want: want, Call: call})
	}
	good := []float64{1, 2, 3.5}
	for _, x := range []struct {
		name, want string
		xs         []float64
	}{
		{"nil", "too few", nil}, {"NaN", "is NaN", []float64{1, nan, 2}},
		{"infinite", "is +Inf", []float64{inf, 1, 2}}, {"huge", "1e+101", []float64{1, 2, 1e101}},
	} {
		for f, call := range ofOne(x.xs) {
			add(f+" of "+x.name, x.want, call)
		}
		want := x.want
		if x.xs == nil {
			want = "values"
		}
		for f, call := range ofTwo(good, x.xs) {
			add(f+" beside "+x.name, want, call)
		}
	}
	for _, p := range []float64{nan, -1, 0, 1, 2, inf, -inf} {
		for f, call := range levels(good, p) {
			add(fmt.Sprint(f, " of ", p), fmt.Sprint(" ", p), call)
		}
	}
	for _, m := range []float64{nan, -1, 0, inf, -inf} {
		add(fmt.Sprint("margin ", m), fmt.Sprint("margin is ", m), func() error {
			_, err := stats.TOST(good, good, m, .05)
			return err
		})
	}
	for _, n := range []int{math.MinInt, -1, 0, 2, stats.MaxReplicates + 1, math.MaxInt} {
		add(fmt.Sprint("replicates ", n), fmt.Sprint("replicates is ", n), func() error {
			_, err := stats.Censored(good, n, .95)
			return err
		})
	}
	for _, n := range []int{math.MinInt, -1, 0, 79, stats.MaxResamples + 1, math.MaxInt} {
		add(fmt.Sprint("resamples ", n), fmt.Sprint("resamples is ", n), func() error {
			_, err := stats.BCa(good, nil, .95, n, 1)
			return err
		})
	}
	add("a statistic that is NaN", "the statistic is NaN", func() error {
		_, err := stats.BCa(good, func([]float64) float64 { return nan }, .95, 2000, 1)
		return err
	})
	hostile.Run(t, append(all, power()...))
}

// ofOne holds the functions of one sample. Each refuses values that no sample may hold.
func ofOne(xs []float64) map[string]func() error {
	return map[string]func() error{
		"Variance": func() error { _, err := stats.Variance(xs); return err },
		"SD":       func() error { _, err := stats.SD(xs); return err },
		"SE":       func() error { _, err := stats.SE(xs); return err },
		"Quantile": func() error { _, err := stats.Quantile(xs, .5); return err },
		"BCa":      func() error { _, err := stats.BCa(xs, nil, .95, 2000, 1); return err },
	}
}

func ofTwo(a, b []float64) map[string]func() error {
	return map[string]func() error{
		"Paired":        func() error { _, err := stats.Paired(a, b, .95); return err },
		"PairedT":       func() error { _, err := stats.PairedT(a, b); return err },
		"TOST":          func() error { _, err := stats.TOST(a, b, 1, .05); return err },
		"HedgesG":       func() error { _, err := stats.HedgesG(a, b, .95); return err },
		"CliffsDelta":   func() error { _, err := stats.CliffsDelta(a, b, .95); return err },
		"MannWhitney":   func() error { _, err := stats.MannWhitney(a, b); return err },
		"SignedRank":    func() error { _, err := stats.SignedRank(a, b); return err },
		"KruskalWallis": func() error { _, err := stats.KruskalWallis(a, b); return err },
		"Welch":         func() error { _, err := stats.Welch(a, b); return err },
		"AheadOf":       func() error { _, err := stats.AheadOf(a, b, 3, .95); return err },
	}
}

// levels holds the functions with a level, or with another share between 0 and 1.
func levels(xs []float64, p float64) map[string]func() error {
	all := map[string]func() error{
		"Paired":      func() error { _, err := stats.Paired(xs, xs, p); return err },
		"HedgesG":     func() error { _, err := stats.HedgesG(xs, []float64{1, 2}, p); return err },
		"CliffsDelta": func() error { _, err := stats.CliffsDelta(xs, xs, p); return err },
		"BCa":         func() error { _, err := stats.BCa(xs, nil, p, 2000, 1); return err },
		"Censored":    func() error { _, err := stats.Censored(xs, 3, p); return err },
		"TOST":        func() error { _, err := stats.TOST(xs, xs, 1, p); return err },
		"AheadOf":     func() error { _, err := stats.AheadOf(xs, xs, 3, p); return err },
	}
	if p != 0 && p != 1 {
		all["Quantile"] = func() error { _, err := stats.Quantile(xs, p); return err }
		all["Holm"] = func() error { _, err := stats.Holm([]float64{.5, p}); return err }
	}
	return all
}

// power holds PairsNeeded with each parameter out of its range, and TInterval, which returns no
// error.
func power() (all []hostile.Case) {
	for _, c := range []struct {
		difference, sd, alpha, power float64
		want                         string
	}{
		{0, 1, .05, .8, "difference is 0"}, {nan, 1, .05, .8, "difference is NaN"},
		{inf, 1, .05, .8, "difference is +Inf"}, {1, 0, .05, .8, "sd is 0"},
		{1, nan, .05, .8, "sd is NaN"}, {1, -1, .05, .8, "sd is -1"},
		{1, inf, .05, .8, "sd is +Inf"}, {1, 1, 0, .8, "alpha is 0"},
		{1, 1, nan, .8, "alpha is NaN"},
		{1, 1, .05, .05, "power is 0.05"}, {1, 1, .05, 1, "power is 1"},
		{1, 1, .05, nan, "power is NaN"}, {1e-90, 1e90, .05, .8, "more than 1e+07 pairs"},
		{1e-5, 1, .05, .8, "more than 1e+07 pairs"}, {1e99, 1e-99, .05, .8, ""},
	} {
		all = append(all, hostile.Case{Name: fmt.Sprint("power of ", c.difference, c.sd, c.alpha,
			c.power), Want: c.want, Call: func() error {
			_, err := stats.PairsNeeded(c.difference, c.sd, c.alpha, c.power)
			return err
		}})
	}
	for _, xs := range [][]float64{nil, {nan}, {inf, 1}, {1e101, 1}, {1, 2}} {
		for _, level := range []float64{nan, 0, 1, -1, 2} {
			all = append(all, hostile.Case{Name: fmt.Sprint("TInterval of ", xs, level),
				Call: func() error {
					e := stats.TInterval(xs, level)
					if e.HasInterval() || math.IsNaN(e.Mean+e.SE+e.Low+e.High) {
						return fmt.Errorf("it gives %+v", e)
					}
					return nil
				}})
		}
	}
	return all
}
