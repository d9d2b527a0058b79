package stats

import (
	"errors"
	"math"
	"testing"
)

func TestPairedT(t *testing.T) {
	r, err := PairedT(x, y) // R: t.test(x, y, paired = TRUE)
	near(t, "t", r.Statistic, 3.83325938999964, 1e-13)
	near(t, "P", r.P, 0.0040076684706935, 1e-11)
	if err != nil || r.DF != 9 || r.N != 10 {
		t.Errorf("%+v, %v", r, err)
	}
}

func TestWelch(t *testing.T) {
	r, err := Welch(x, y) // R: t.test(x, y)
	near(t, "t", r.Statistic, 1.33730159607598, 1e-13)
	near(t, "DF", r.DF, 16.7707032613399, 1e-13)
	near(t, "P", r.P, 0.198980412081504, 1e-11)
	if err != nil || r.N != 20 {
		t.Errorf("%+v, %v", r, err)
	}
}

func TestMannWhitney(t *testing.T) {
	raised := make([]float64, len(y))
	for i := range y {
		raised[i] = y[i] + 0.001
	}
	r, err := MannWhitney(x, raised) // R: wilcox.test(x, y + .001), exact
	near(t, "P", r.P, 0.352681374353201, 1e-11)
	if err != nil || r.Statistic != 63 || r.N != 20 {
		t.Errorf("%+v, %v", r, err)
	}
	// R: wilcox.test, ties
	r, err = MannWhitney([]float64{0.3, 0.5, 0.5, 0.7}, []float64{0.5, 0.6, 0.4, 0.5, 0.2, 0.1})
	near(t, "P", r.P, 0.441360783703738, 1e-11)
	if err != nil || r.Statistic != 16 {
		t.Errorf("%+v, %v", r, err)
	}
	var a, b []float64
	for range 8 {
		a, b = append(a, x...), append(b, y...)
	}
	r, _ = MannWhitney(a, b) // R: wilcox.test(rep(x, 8), rep(y, 8))
	near(t, "P", r.P, 0.00151035973898621, 1e-11)
}

func TestSignedRank(t *testing.T) {
	r, err := SignedRank(before, after) // R: wilcox.test(before, after, paired = TRUE), exact
	if err != nil || r.Statistic != 40 || r.P != 0.0390625 || r.N != 9 {
		t.Errorf("%+v, %v", r, err)
	}
	// R: of round(100*x), with ties and a zero
	r, err = SignedRank(append([]float64{0.3}, x...), append([]float64{0.3}, y...))
	near(t, "P", r.P, 0.0143058784354296, 1e-11)
	if err != nil || r.Statistic != 52 || r.N != 10 {
		t.Errorf("%+v, %v", r, err)
	}
}

func TestKruskalWallis(t *testing.T) {
	lowered, raised, high := make([]float64, 10), make([]float64, 9), make([]float64, 9)
	for i := range x {
		lowered[i] = x[i] - 0.1
	}
	for i := range before {
		raised[i], high[i] = before[i]+1, after[i]+2
	}
	r, err := KruskalWallis(x, y, lowered) // R: kruskal.test(list(x, y, x - .1))
	near(t, "H", r.Statistic, 7.09843993759751, 1e-13)
	near(t, "P", r.P, 0.0287470545104213, 1e-11)
	if err != nil || r.DF != 2 || r.N != 30 {
		t.Errorf("%+v, %v", r, err)
	}
	// R: kruskal.test(list(before, after, before + 1, after + 2))
	r, _ = KruskalWallis(before, after, raised, high)
	near(t, "H", r.Statistic, 19.1493838292756, 1e-13)
	near(t, "P", r.P, 0.00025462666100441, 1e-11)
	// R: kruskal.test
	r, _ = KruskalWallis([]float64{0.3, 0.5, 0.5, 0.7}, []float64{0.5, 0.6, 0.4, 0.5, 0.2, 0.1})
	near(t, "H", r.Statistic, 0.774193548387096, 1e-12)
	near(t, "P", r.P, 0.378922862869269, 1e-11)
}

// Every test returns an error for samples that it cannot use.
func TestTestErrors(t *testing.T) {
	several := func(a, b []float64) (Test, error) { return KruskalWallis(a, b) }
	for name, test := range map[string]func(a, b []float64) (Test, error){
		"PairedT": PairedT, "Welch": Welch, "MannWhitney": MannWhitney, "SignedRank": SignedRank,
		"KruskalWallis": several,
	} {
		for _, c := range []struct {
			a, b []float64
			is   error
		}{
			{nil, nil, ErrTooFew},
			{[]float64{1, 2}, []float64{2, math.NaN()}, ErrNotFinite},
			{[]float64{1, math.Inf(-1)}, []float64{2, 1}, ErrNotFinite},
			{[]float64{2, 2, 2}, []float64{2, 2, 2}, ErrNoVariance},
		} {
			if r, err := test(c.a, c.b); !errors.Is(err, c.is) || r != (Test{}) {
				t.Errorf("%s(%v, %v): %+v, %v, want: %v", name, c.a, c.b, r, err, c.is)
			}
		}
	}
	for _, test := range []func(a, b []float64) (Test, error){PairedT, SignedRank} {
		if _, err := test(x, y[1:]); !errors.Is(err, ErrUnpaired) {
			t.Errorf("samples of different lengths: %v", err)
		}
	}
	if _, err := KruskalWallis(x); !errors.Is(err, ErrTooFew) {
		t.Errorf("KruskalWallis of one sample: %v", err)
	}
}

func TestHolm(t *testing.T) {
	ps := []float64{0.01, 0.04, 0.03, 0.005, 0.8, 0.5}
	want := []float64{0.05, 0.12, 0.12, 0.03, 1, 1} // R: p.adjust(ps, "holm")
	got, err := Holm(ps)
	if err != nil {
		t.Fatal(err)
	}
	for i := range want {
		near(t, "Holm", got[i], want[i], 1e-15)
	}
	if none, err := Holm(nil); len(none) != 0 || err != nil {
		t.Errorf("of nothing: %v, %v", none, err)
	}
	for _, p := range []float64{-0.1, 1.1, math.NaN()} {
		if _, err := Holm([]float64{0.5, p}); err == nil {
			t.Errorf("Holm takes %v", p)
		}
	}
}
