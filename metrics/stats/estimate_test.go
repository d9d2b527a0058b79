package stats

import (
	"errors"
	"math"
	"math/rand/v2"
	"testing"
)

func TestDescribe(t *testing.T) {
	near(t, "Mean", Mean(x), 0.572, 1e-15)     // R: mean(x)
	near(t, "Median", Median(x), 0.565, 1e-15) // R: median(x)
	near(t, "Median", Median(x[1:]), 0.58, 0)  // R: median(x[-1])
	for _, c := range []struct {
		name string
		of   func([]float64) (float64, error)
		want float64
	}{
		{"Variance", Variance, 0.00568444444444444}, // R: var(x)
		{"SD", SD, 0.075395254787317},               // R: sd(x)
		{"SE", SE, 0.0238420729896635},              // R: sd(x)/sqrt(10)
	} {
		got, err := c.of(x)
		near(t, c.name, got, c.want, 1e-14)
		if _, short := c.of(x[:1]); err != nil || !errors.Is(short, ErrTooFew) {
			t.Errorf("%s: %v, and of one value %v", c.name, err, short)
		}
		if _, err := c.of([]float64{1, math.NaN()}); !errors.Is(err, ErrNotFinite) {
			t.Errorf("%s of NaN: %v", c.name, err)
		}
	}
}

func TestQuantile(t *testing.T) {
	// R: quantile(x, p)
	for p, want := range map[float64]float64{0: 0.47, 0.1: 0.488, 0.333: 0.52997, 0.5: 0.565,
		1: 0.71} {
		got, err := Quantile(x, p)
		near(t, "Quantile", got, want, 1e-14)
		if err != nil {
			t.Error(err)
		}
	}
	if one, err := Quantile([]float64{3}, 0.7); one != 3 || err != nil {
		t.Errorf("Quantile of one value is %v, %v", one, err)
	}
	for _, p := range []float64{-0.1, 1.1, math.NaN()} {
		if _, err := Quantile(x, p); err == nil {
			t.Errorf("Quantile(x, %v) is no error", p)
		}
	}
	if _, err := Quantile(nil, 0.5); !errors.Is(err, ErrTooFew) {
		t.Errorf("Quantile of nothing: %v", err)
	}
}

func TestTInterval(t *testing.T) {
	e := TInterval(x, 0.95) // R: t.test(x)$conf.int
	near(t, "Low", e.Low, 0.518065483810475, 1e-12)
	near(t, "High", e.High, 0.625934516189525, 1e-12)
	e = TInterval(x, 0.99) // R: t.test(x, conf.level = .99)$conf.int
	near(t, "Low", e.Low, 0.494517183812958, 1e-12)
	near(t, "High", e.High, 0.649482816187042, 1e-12)
}

func TestTIntervalNotes(t *testing.T) {
	for _, c := range []struct {
		xs    []float64
		level float64
		want  Estimate
	}{
		{nil, 0.95, Estimate{Note: "no values"}},
		{[]float64{2}, 0.95, Estimate{Mean: 2, Low: 2, High: 2, N: 1, Note: "one replicate"}},
		{[]float64{2, 2, 2}, 0.95, Estimate{Mean: 2, Low: 2, High: 2, N: 3, Note: "no variance"}},
		{[]float64{1, 3}, 1, Estimate{Mean: 2, Low: 2, High: 2, N: 2, Note: "level 1 is not " +
			"between 0 and 1"}},
		{[]float64{1, math.NaN()}, 0.95, Estimate{N: 2, Note: "value 1 is NaN"}},
		{[]float64{math.Inf(-1)}, 0.95, Estimate{N: 1, Note: "value 0 is -Inf"}},
		{[]float64{0, 1e101}, 0.95, Estimate{N: 2, Note: "value 1 is 1e+101"}},
		{[]float64{0, 1e-200}, 0.95, Estimate{Mean: 5e-201, Low: 5e-201, High: 5e-201, N: 2,
			Note: "no variance"}},
	} {
		if got := TInterval(c.xs, c.level); got != c.want || got.HasInterval() {
			t.Errorf("TInterval(%v, %v) is %+v, want %+v", c.xs, c.level, got, c.want)
		}
	}
}

func TestPaired(t *testing.T) {
	e, err := Paired(x, y, 0.95)
	if err != nil {
		t.Fatal(err)
	}
	near(t, "Mean", e.Mean, 0.04, 1e-13)             // R: mean(x-y)
	near(t, "Low", e.Low, 0.0163944264382441, 1e-11) // R: t.test(x, y, paired = TRUE)$conf.int
	near(t, "High", e.High, 0.0636055735617559, 1e-11)
	if _, err := Paired(x, y[1:], 0.95); !errors.Is(err, ErrUnpaired) {
		t.Errorf("samples of different lengths: %v", err)
	}
	if _, err := Paired(x, y, 0); err == nil {
		t.Error("level 0 is no error")
	}
	if _, err := Paired([]float64{1, 2}, []float64{math.Inf(1), 2}, 0.95); !errors.Is(err,
		ErrNotFinite) {
		t.Errorf("an infinite value: %v", err)
	}
}

// A constant difference must not look like a tiny variance, though its floating-point values
// differ.
func TestPairedConstant(t *testing.T) {
	a, b := []float64{0.52, 0.72, 0.92, 0.12}, []float64{0.5, 0.7, 0.9, 0.1}
	if e, err := Paired(a, b, 0.95); err != nil || e.Note != "no variance" || e.SE != 0 {
		t.Errorf("%+v, %v", e, err)
	}
	if _, err := PairedT(a, b); !errors.Is(err, ErrNoVariance) {
		t.Errorf("PairedT: %v", err)
	}
	if e, err := Paired(nil, nil, 0.95); err != nil || e.Note != "no values" {
		t.Errorf("%+v, %v", e, err)
	}
	if e, err := Paired(a[:1], b[:1], 0.95); err != nil || e.Note != "one replicate" {
		t.Errorf("%+v, %v", e, err)
	}
}

// Student's interval is exact for normal samples: of 10,000 intervals 95 % hold the mean, give or
// take 0.2 %.
func TestTIntervalCoverage(t *testing.T) {
	for _, n := range []int{10, 30, 100} {
		r := rand.New(rand.NewPCG(1, uint64(n)))
		covered := coverage(10_000, func() Estimate {
			xs := make([]float64, n)
			for i := range xs {
				xs[i] = 3 + 2*r.NormFloat64()
			}
			return TInterval(xs, 0.95)
		}, 3)
		t.Logf("n = %d: %.4f", n, covered)
		if covered < 0.94 || covered > 0.96 {
			t.Errorf("t intervals of %d values cover in %.4f, want 0.94 to 0.96", n, covered)
		}
	}
}

// coverage is the share of estimates whose interval holds the truth.
func coverage(samples int, estimate func() Estimate, truth float64) float64 {
	covered := 0
	for range samples {
		if e := estimate(); e.HasInterval() && e.Low <= truth && truth <= e.High {
			covered++
		}
	}
	return float64(covered) / float64(samples)
}

func TestString(t *testing.T) {
	for want, e := range map[string]Estimate{
		"0.5 [0.4, 0.6123] (n = 30)": {Mean: 0.5, Low: 0.4, High: 0.61234, N: 30},
		"0.5 (n = 1, one replicate)": {Mean: 0.5, N: 1, Note: "one replicate"},
		"no values":                  {Note: "no values"},
	} {
		if got := e.String(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
