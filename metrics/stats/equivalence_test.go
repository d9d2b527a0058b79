package stats

import (
	"errors"
	"math"
	"testing"
)

func TestTOST(t *testing.T) {
	e, err := TOST(x, y, 0.06, 0.05)
	if err != nil {
		t.Fatal(err)
	}
	// R: t.test(x, y, paired = TRUE, mu = -.06, alternative = "greater")
	near(t, "PAbove", e.PAbove, 2.54716174681431e-06, 1e-11)
	// R: t.test(x, y, paired = TRUE, mu = .06, alternative = "less")
	near(t, "PBelow", e.PBelow, 0.0437638437987976, 1e-11)
	near(t, "Low", e.Difference.Low, 0.0208714960700178, 1e-11)
	// R: t.test(x, y, paired = TRUE, conf.level = .9)
	near(t, "High", e.Difference.High, 0.0591285039299822, 1e-11)
	if e.P != e.PBelow || e.Verdict != Equivalent {
		t.Errorf("%+v", e)
	}
}

func TestTOSTVerdicts(t *testing.T) {
	for _, c := range []struct {
		a, b   []float64
		margin float64
		want   Verdict
	}{
		{x, y, 0.06, Equivalent},
		{x, y, 0.05, Open},
		{x, y, 0.02, Beyond},
		{y, x, 0.02, Beyond},
		{x, x, 0.02, Undecided},
	} {
		e, err := TOST(c.a, c.b, c.margin, 0.05)
		if err != nil || e.Verdict != c.want {
			t.Errorf("margin %v: %+v, %v, want %q", c.margin, e, err, c.want)
		}
		inside := e.Difference.HasInterval() && e.Difference.Low >= -c.margin &&
			e.Difference.High <= c.margin
		if inside != (e.Verdict == Equivalent) {
			t.Errorf("interval and verdict disagree: %+v", e)
		}
	}
}

func TestTOSTErrors(t *testing.T) {
	for _, c := range []struct {
		a, b          []float64
		margin, alpha float64
		is            error
	}{
		{x, y[1:], 0.02, 0.05, ErrUnpaired},
		{x[:1], y[:1], 0.02, 0.05, ErrTooFew},
		{[]float64{1, math.NaN()}, []float64{1, 2}, 0.02, 0.05, ErrNotFinite},
		{x, y, 0, 0.05, nil},
		{x, y, math.NaN(), 0.05, nil},
		{x, y, 0.02, 0.5, nil},
	} {
		if e, err := TOST(c.a, c.b, c.margin, c.alpha); err == nil || c.is != nil &&
			!errors.Is(err, c.is) || e != (Equivalence{}) {
			t.Errorf("TOST(%v, %v): %+v, %v", c.margin, c.alpha, e, err)
		}
	}
}

func TestPairsNeeded(t *testing.T) {
	// R: power.t.test(delta = , sd = , sig.level = , power = , type = "paired", strict = TRUE, tol
	// = 1e-12)$n
	for _, c := range [][5]float64{
		{0.02, 0.05, 0.01, 0.95, 114.680148847127},
		{-0.02, 0.05, 0.01, 0.95, 114.680148847127},
		{0.5, 1, 0.05, 0.8, 33.3671289533192},
		{0.02, 0.1, 0.05, 0.9, 264.613685379028},
		{1, 1, 0.05, 0.9, 12.5854602772255},
		{2, 1, 0.05, 0.8, 4.22071919324573},
		{0.001, 0.05, 0.05, 0.8, 19624.072089725},
		{1e9, 1, 0.05, 0.8, 2},
		{1e50, 1e-50, 1e-9, 0.8, 2},
	} {
		got, err := PairsNeeded(c[0], c[1], c[2], c[3])
		near(t, "PairsNeeded", got, c[4], 1e-9)
		if err != nil {
			t.Error(err)
		}
	}
	for _, c := range [][4]float64{{0, 1, 0.05, 0.8}, {1, 0, 0.05, 0.8}, {1, math.NaN(), 0.05, 0.8},
		{1, 1, 0, 0.8},
		{1, 1, 0.05, 1}, {1, 1, 0.05, 0.04}, {math.Inf(1), 1, 0.05, 0.8}, {1e-9, 1, 0.05, 0.8}} {
		if n, err := PairsNeeded(c[0], c[1], c[2], c[3]); err == nil || n != 0 {
			t.Errorf("PairsNeeded(%v) is %v, want an error", c, n)
		}
	}
}
