package stats

import (
	"flag"
	"math"
	"math/rand/v2"
	"testing"

	"gonum.org/v1/gonum/stat/distuv"
)

var full = flag.Bool("full", false, "measure coverage and error rates with all their samples")

// samples is the number of samples of a measurement.
func samples(few, many int) int {
	if *full {
		return many
	}
	return few
}

// kinds holds populations of values from 0 to 1, each with its mean.
func kinds(src rand.Source) map[string]struct {
	mean float64
	draw func() float64
} {
	type kind = struct {
		mean float64
		draw func() float64
	}
	r := rand.New(src)
	coin := func(p float64) func() float64 {
		return func() float64 {
			if r.Float64() < p {
				return 1
			}
			return 0
		}
	}
	normal := distuv.Normal{Mu: .5, Sigma: .1, Src: src}
	return map[string]kind{
		"normal":  {.5, func() float64 { return min(1, max(0, normal.Rand())) }},
		"uniform": {.5, r.Float64},
		"ceiling": {.95, distuv.Beta{Alpha: 9.5, Beta: .5, Src: src}.Rand},
		".5":      {.5, coin(.5)},
		".9":      {.9, coin(.9)},
	}
}

// varied returns the estimate of the first sample of n that has an interval.
func varied(n int, draw func() float64) Estimate {
	xs := make([]float64, n)
	for {
		for i := range xs {
			xs[i] = draw()
		}
		if e := Bounded(xs, 0, 1, .95); e.HasInterval() {
			return e
		}
	}
}

// The coverage agrees with the documentation of Bounded.
func TestBoundedCoverage(t *testing.T) {
	sizes := []int{5, 10, 20, 30, 50}
	measured := samples(2000, 20000)
	for name, want := range map[string][]float64{
		"normal":  {.949, .949, .950, .949, .952},
		"uniform": {.935, .945, .949, .949, .949},
		"ceiling": {.841, .875, .903, .915, .926},
		".5":      {1.000, .980, .960, .957, .935},
		".9":      {.804, .891, .948, .975, .976},
	} {
		k := kinds(rand.NewPCG(1, 2))[name]
		for i, n := range sizes {
			got := coverage(measured, func() Estimate { return varied(n, k.draw) }, k.mean)
			// four standard errors of this measurement, and of the one that is documented
			tolerance := 4 * math.Sqrt(want[i]*(1-want[i])*(1/float64(measured)+1./20000))
			t.Logf("%s n=%d: %.3f", name, n, got)
			if math.Abs(got-want[i]) > tolerance+.0005 {
				t.Errorf("%s, n = %d: coverage %.3f, want %.3f +- %.3f", name, n, got, want[i],
					tolerance)
			}
		}
	}
}

func TestBounded(t *testing.T) {
	for _, c := range []struct {
		name      string
		xs        []float64
		low, high float64
		want      Estimate
	}{
		// Wilson (1927): 3 of 4, z = 1.959964
		{"ends", []float64{1, 0, 1, 1}, 0, 1,
			Estimate{Mean: .75, Low: .3006418, High: .9544127, N: 4}},
		{"ends of another range", []float64{3, 1, 3, 3}, 1, 3,
			Estimate{Mean: 2.5, Low: 1.6012836, High: 2.9088254, N: 4}},
		{"cut above", []float64{1, 1, 1, .95}, 0, 1,
			Estimate{Mean: .9875, Low: .9477190, High: 1, N: 4}},
		{"cut below", []float64{0, 0, 0, .05}, 0, 1,
			Estimate{Mean: .0125, Low: 0, High: .0522810, N: 4}},
	} {
		e := Bounded(c.xs, c.low, c.high, .95)
		for _, d := range []float64{e.Mean - c.want.Mean, e.Low - c.want.Low,
			e.High - c.want.High} {
			if math.Abs(d) > 1e-6 || e.N != c.want.N || !e.HasInterval() {
				t.Errorf("%s: %+v, want %+v", c.name, e, c.want)
				break
			}
		}
	}
	for _, xs := range [][]float64{{1, 1}, {2, .5}, {math.NaN(), 1}, {1}, nil} {
		if e := Bounded(xs, 0, 1, .95); e.HasInterval() || math.IsNaN(e.Mean) {
			t.Errorf("%v: %+v, want a note", xs, e)
		}
	}
}
