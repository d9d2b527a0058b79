package stats

import (
	"errors"
	"math"
	"math/rand/v2"
	"testing"
)

func TestCorrection(t *testing.T) {
	// R: gamma(m/2) / (sqrt(m/2) * gamma((m-1)/2))
	for m, want := range map[float64]float64{2: 0.564189583547756, 10: 0.922745608053087,
		18: 0.95764642702372, 198: 0.996206532385168} {
		near(t, "J", correction(m), want, 1e-13)
	}
}

// The limits against R: uniroot of pt(t, m, ncp) = .975 and .025, times J sqrt(1/n+1/k). R's pt is
// right to 1e-12 or so.
func TestHedgesG(t *testing.T) {
	shifted := make([]float64, len(x))
	for i := range x {
		shifted[i] = x[i] + 0.1
	}
	for _, c := range []struct {
		a, b         []float64
		g, low, high float64
	}{
		{x, y, 0.572729500275399, -0.294509820155508, 1.424900509680263},
		{shifted, y, 2.004553250963900, 0.925498872897818, 3.048711493040250},
		{x, []float64{0.1, 0.2, 0.3}, 4.30115895556373, 2.13093176191138, 6.41226610700372},
	} {
		e, err := HedgesG(c.a, c.b, 0.95)
		if err != nil {
			t.Fatal(err)
		}
		near(t, "g", e.Mean, c.g, 1e-12)
		near(t, "Low", e.Low, c.low, 1e-9)
		near(t, "High", e.High, c.high, 1e-9)
	}
}

// For a large t the limits are proportional to t: those at half the t must be half as large.
func TestHedgesGFar(t *testing.T) {
	for _, df := range []float64{2, 198} {
		out := proportionalFrom * math.Sqrt(2*df)
		low, high := noncentralities(out, df, 0.025)
		lowHalf, highHalf := noncentralities(out/2, df, 0.025)
		near(t, "lower limit", 2*lowHalf, low, 3e-4)
		near(t, "upper limit", 2*highHalf, high, 3e-4)
		lowBeyond, highBeyond := noncentralities(1e6*out, df, 0.025)
		near(t, "lower limit", lowBeyond/1e6, low, 1e-11)
		near(t, "upper limit", highBeyond/1e6, high, 1e-11)
	}
	e, err := HedgesG([]float64{1e6, 1e6 + 1}, []float64{0, 1}, 0.95)
	if err != nil || !(e.Low > 0 && e.Low < e.Mean && e.Mean < e.High) {
		t.Errorf("%v, %v", e, err)
	}
}

// An exact interval covers 95 % at an effect of 1 and ten values; the standard error over 1000
// samples is 0.7 %.
func TestHedgesGCoverage(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 3))
	draw := func(mean float64) []float64 {
		xs := make([]float64, 10)
		for i := range xs {
			xs[i] = mean + r.NormFloat64()
		}
		return xs
	}
	// The interval is one for J times the true effect: both are multiplied by the same J.
	covered := coverage(1000, func() Estimate {
		e, err := HedgesG(draw(1), draw(0), 0.95)
		if err != nil {
			t.Fatal(err)
		}
		return e
	}, correction(18))
	t.Logf("%.4f", covered)
	if covered < 0.93 || covered > 0.97 {
		t.Errorf("intervals of g cover in %.4f, want 0.95 +- 0.02", covered)
	}
}

func TestCliffsDelta(t *testing.T) {
	a, b := []float64{0.3, 0.5, 0.5, 0.7}, []float64{0.5, 0.6, 0.4, 0.5, 0.2, 0.1}
	// R: D <- sign(outer(a, b, "-")) and the formulas of the comment over all pairs
	for _, c := range []struct {
		a, b []float64
		want [4]float64
	}{
		{x, y, [4]float64{0.29, 0.251712652163651, -0.213603045075450, 0.671832728978361}},
		{a, b, [4]float64{0.333333333333333, 0.349602949390050, -0.348010560384857,
			0.784253467218558}},
	} {
		e, err := CliffsDelta(c.a, c.b, 0.95)
		if err != nil {
			t.Fatal(err)
		}
		for i, got := range []float64{e.Mean, e.SE, e.Low, e.High} {
			near(t, "CliffsDelta", got, c.want[i], 5e-12)
		}
	}
}

func TestCliffsDeltaApart(t *testing.T) {
	low, high := []float64{1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, []float64{11, 12, 13, 14, 15, 16, 17, 18,
		19, 20, 21}
	e, err := CliffsDelta(high, low, 0.95)
	if err != nil || e.Mean != 1 || e.SE != 0 || e.High != 1 {
		t.Errorf("%+v, %v", e, err)
	}
	near(t, "Low", e.Low, 0.444934400274222, 1e-11) // R: q <- qnorm(.975); (10-q^2)/(10+q^2)
	if o, _ := CliffsDelta(low, high, 0.95); o.Mean != -1 || o.Low != -1 || o.High != -e.Low {
		t.Errorf("turned round: %+v", o)
	}
}

func TestEffectErrors(t *testing.T) {
	for name, effect := range map[string]func(a, b []float64, level float64) (Estimate, error){
		"HedgesG": HedgesG, "CliffsDelta": CliffsDelta,
	} {
		for _, c := range []struct {
			a, b  []float64
			level float64
			is    error
		}{
			{nil, y, 0.95, ErrTooFew},
			{x, y[:1], 0.95, ErrTooFew},
			{x, []float64{1, math.NaN()}, 0.95, ErrNotFinite},
			{[]float64{1, math.Inf(1)}, y, 0.95, ErrNotFinite},
			{x, y, math.NaN(), nil},
		} {
			e, err := effect(c.a, c.b, c.level)
			if err == nil || c.is != nil && !errors.Is(err, c.is) || e != (Estimate{}) {
				t.Errorf("%s(%v, %v, %v): %+v, %v", name, c.a, c.b, c.level, e, err)
			}
		}
	}
	for _, b := range [][]float64{{1, 1}, {2, 2}} {
		if _, err := HedgesG([]float64{1, 1, 1}, b, 0.95); !errors.Is(err, ErrNoVariance) {
			t.Errorf("HedgesG without variance: %v", err)
		}
	}
	if e, err := CliffsDelta([]float64{1, 1}, []float64{1, 1}, 0.95); err != nil ||
		e.Note != "no variance" {
		t.Errorf("CliffsDelta without variance: %+v, %v", e, err)
	}
}
