package stats

import (
	"errors"
	"math"
	"math/rand/v2"
	"testing"
)

func TestCensoredShare(t *testing.T) {
	// R: prop.test(reached, n, conf.level = level, correct = FALSE)$conf.int
	for _, c := range []struct {
		reached, n       int
		level, low, high float64
	}{
		{12, 20, 0.95, 0.386581500762253, 0.781193467627183},
		{0, 20, 0.95, 0, 0.161125158052819},
		{20, 20, 0.95, 0.838874841947181, 1},
		{3, 7, 0.99, 0.116373680516138, 0.810285095911612},
	} {
		a, err := Censored(make([]float64, c.reached), c.n, c.level)
		if err != nil {
			t.Fatal(err)
		}
		near(t, "Low", a.Share.Low, c.low, 1e-11)
		near(t, "High", a.Share.High, c.high, 1e-11)
		near(t, "Mean", a.Share.Mean, float64(c.reached)/float64(c.n), 0)
	}
}

func TestCensoredMedian(t *testing.T) {
	times := func(n int) []float64 { // 10, 20, ... from the last to the first
		ts := make([]float64, n)
		for i := range ts {
			ts[i] = float64(10 * (n - i))
		}
		return ts
	}
	for _, c := range []struct {
		reached, n int
		want       Estimate
	}{
		{20, 20, Estimate{Mean: 105, Low: 60, High: 150, N: 20}}, // R: qbinom(.025, 20, .5) is 6
		{15, 20, Estimate{Mean: 105, Low: 60, High: 150, N: 20}},
		{14, 20, Estimate{Mean: 105, Low: 60, High: 140, N: 20, Note: "no upper limit: 14 of 20 " +
			"reached it"}},
		{11, 20, Estimate{Mean: 105, Low: 60, High: 110, N: 20, Note: "no upper limit: 11 of 20 " +
			"reached it"}},
		{10, 20, Estimate{N: 20, Note: "no median: 10 of 20 reached it"}},
		{11, 21, Estimate{Mean: 110, Low: 60, High: 110, N: 21, Note: "no upper limit: 11 of 21 " +
			"reached it"}},
		{10, 21, Estimate{N: 21, Note: "no median: 10 of 21 reached it"}},
		{0, 20, Estimate{N: 20, Note: "none reached it"}},
		{5, 5, Estimate{Mean: 30, Low: 30, High: 30, N: 5, Note: "too few for level 0.95"}},
		{1, 1, Estimate{Mean: 10, Low: 10, High: 10, N: 1, Note: "one replicate"}},
		{6, 6, Estimate{Mean: 35, Low: 10, High: 60, N: 6}},
	} {
		a, err := Censored(times(c.reached), c.n, 0.95)
		if err != nil || a.Median != c.want {
			t.Errorf("%d of %d: %+v, %v, want %+v", c.reached, c.n, a.Median, err, c.want)
		}
	}
}

// With 99 replicates the limits hold the median in 1 - 2 pbinom(39, 99, .5) = 0.9556 of samples, of
// whatever distribution.
func TestCensoredCoverage(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 4))
	covered := coverage(10_000, func() Estimate {
		var reached []float64
		for range 99 {
			if x := r.ExpFloat64(); x < 2 { // 86 % reach it
				reached = append(reached, x)
			}
		}
		a, err := Censored(reached, 99, 0.95)
		if err != nil {
			t.Fatal(err)
		}
		return a.Median
	}, math.Ln2)
	t.Logf("%.4f", covered)
	if covered < 0.945 || covered > 0.965 {
		t.Errorf("limits of the median cover in %.4f, want 0.945 to 0.965", covered)
	}
}

func TestCensoredErrors(t *testing.T) {
	for _, c := range []struct {
		reached []float64
		n       int
		level   float64
		is      error
	}{
		{nil, 0, 0.95, nil},
		{x, 9, 0.95, nil},
		{x, MaxReplicates + 1, 0.95, nil},
		{[]float64{math.Inf(1)}, 2, 0.95, ErrNotFinite},
		{x, 20, 1, nil},
	} {
		if a, err := Censored(c.reached, c.n, c.level); err == nil || c.is != nil &&
			!errors.Is(err, c.is) || a != (Arrival{}) {
			t.Errorf("Censored(%v, %d, %v): %+v, %v", c.reached, c.n, c.level, a, err)
		}
	}
}
