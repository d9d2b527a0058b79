package stats

import (
	"encoding/binary"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// sample draws n values, either from a few values, with many ties, or from all.
func sample(r *rand.Rand, n int) []float64 {
	xs, ties := make([]float64, n), r.IntN(2) == 0
	for i := range xs {
		xs[i] = r.NormFloat64()
		if ties {
			xs[i] = math.Round(2*xs[i]) / 4
		}
	}
	return xs
}

// families calls law with many pairs of samples of equal size.
func families(t *testing.T, law func(t *testing.T, r *rand.Rand, a, b []float64)) {
	r := rand.New(rand.NewPCG(5, 5))
	for range 60 {
		n := 8 + r.IntN(60)
		law(t, r, sample(r, n), sample(r, n))
	}
}

func must[T any](t *testing.T) func(T, error) T {
	return func(value T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return value
	}
}

func affine(xs []float64, scale, shift float64) []float64 {
	ys := make([]float64, len(xs))
	for i, x := range xs {
		ys[i] = scale*x + shift
	}
	return ys
}

func alike(t *testing.T, what string, got, want Estimate) {
	t.Helper()
	for _, pair := range [][2]float64{{got.Mean, want.Mean}, {got.SE, want.SE}, {got.Low, want.Low},
		{got.High, want.High}} {
		if math.Abs(pair[0]-pair[1]) > 1e-8*max(1, math.Abs(pair[1])) {
			t.Errorf("%s: %+v, want %+v", what, got, want)
		}
	}
}

// Shifted and scaled samples give shifted and scaled intervals, and the same effect sizes.
func TestShiftAndScale(t *testing.T) {
	families(t, func(t *testing.T, _ *rand.Rand, a, b []float64) {
		move := func(e Estimate) Estimate {
			e.Mean, e.SE, e.Low, e.High = 3*e.Mean+7, 3*e.SE, 3*e.Low+7, 3*e.High+7
			return e
		}
		a2, b2, estimate := affine(a, 3, 7), affine(b, 3, 7), must[Estimate](t)
		alike(t, "TInterval", TInterval(a2, 0.95), move(TInterval(a, 0.95)))
		alike(t, "BCa", estimate(BCa(a2, nil, 0.9, 500, 3)),
			move(estimate(BCa(a, nil, 0.9, 500, 3))))
		alike(t, "HedgesG", estimate(HedgesG(a2, b2, 0.95)), estimate(HedgesG(a, b, 0.95)))
		alike(t, "CliffsDelta", estimate(CliffsDelta(a2, b2, 0.95)),
			estimate(CliffsDelta(a, b, 0.95)))
	})
}

// Swapping the samples reverses differences, to the last bit.
func TestAntisymmetry(t *testing.T) {
	turn := func(e Estimate) Estimate {
		e.Mean, e.Low, e.High = -e.Mean, -e.High, -e.Low
		return e
	}
	families(t, func(t *testing.T, _ *rand.Rand, a, b []float64) {
		estimate, test := must[Estimate](t), must[Test](t)
		for name, f := range map[string]func(a, b []float64, level float64) (Estimate, error){
			"Paired": Paired, "HedgesG": HedgesG, "CliffsDelta": CliffsDelta,
		} {
			if got, want := estimate(f(a, b, 0.95)), turn(estimate(f(b, a, 0.95))); got != want {
				t.Errorf("%s(a, b) is %+v, -%s(b, a) %+v", name, got, name, want)
			}
		}
		for name, f := range map[string]func(a, b []float64) (Test, error){
			"PairedT": PairedT, "Welch": Welch, "MannWhitney": MannWhitney,
			"SignedRank": SignedRank,
		} {
			if p, q := test(f(a, b)).P, test(f(b, a)).P; math.Abs(p-q) > 1e-11*p {
				t.Errorf("%s: P is %v, turned round %v", name, p, q)
			}
		}
	})
}

// The order of the values does not matter, and for ranks their scale does not matter either.
func TestOrderDoesNotMatter(t *testing.T) {
	families(t, func(t *testing.T, r *rand.Rand, a, b []float64) {
		estimate, test := must[Estimate](t), must[Test](t)
		p := slices.Clone(a)
		r.Shuffle(len(p), func(i, j int) { p[i], p[j] = p[j], p[i] })
		alike(t, "TInterval", TInterval(p, 0.95), TInterval(a, 0.95))
		alike(t, "HedgesG", estimate(HedgesG(p, b, 0.95)), estimate(HedgesG(a, b, 0.95)))
		e, f := estimate(BCa(p, Median, 0.9, 500, 3)), estimate(BCa(a, Median, 0.9, 500, 3))
		if e != f {
			t.Errorf("BCa: %+v, shuffled %+v", f, e)
		}
		if e, f := estimate(CliffsDelta(p, b, 0.95)), estimate(CliffsDelta(a, b, 0.95)); e != f {
			t.Errorf("CliffsDelta: %+v, shuffled %+v", f, e)
		}
		p, q := affine(a, 8, 0), affine(b, 8, 0)
		if test(MannWhitney(p, q)) != test(MannWhitney(a, b)) ||
			test(KruskalWallis(p, q)) != test(KruskalWallis(a, b)) {
			t.Error("rank tests depend on the scale")
		}
	})
}

// CliffsDelta agrees with a count of all pairs.
func TestCliffsDeltaAllPairs(t *testing.T) {
	families(t, func(t *testing.T, r *rand.Rand, a, b []float64) {
		b = b[:2+r.IntN(len(b)-2)]
		sum := 0
		for _, x := range a {
			for _, y := range b {
				sum += map[bool]int{true: 1}[x > y] - map[bool]int{true: 1}[x < y]
			}
		}
		near(t, "delta", must[Estimate](t)(CliffsDelta(a, b, 0.95)).Mean,
			float64(sum)/float64(len(a)*len(b)), 1e-15)
	})
}

// Functions do not change their inputs.
func TestInputsUntouched(t *testing.T) {
	a, b := slices.Clone(before), slices.Clone(after)
	everything(a, b)
	if !slices.Equal(a, before) || !slices.Equal(b, after) {
		t.Error("a function changed its input")
	}
}

// everything calls every function that takes samples, and returns all numbers of the results.
func everything(a, b []float64) []float64 {
	var all []float64
	estimate := func(e Estimate, _ error) { all = append(all, e.Mean, e.SE, e.Low, e.High) }
	test := func(r Test, _ error) { all = append(all, r.Statistic, r.DF, r.P) }
	number := func(x float64, _ error) { all = append(all, x) }
	number(Variance(a))
	number(SD(a))
	number(SE(a))
	number(Quantile(a, 0.3))
	estimate(TInterval(a, 0.95), nil)
	estimate(BCa(a, nil, 0.9, 100, 1))
	estimate(BCa(a, func(xs []float64) float64 { slices.Sort(xs); return xs[0] }, 0.9, 100, 1))
	estimate(Paired(a, b, 0.95))
	estimate(HedgesG(a, b, 0.95))
	estimate(CliffsDelta(a, b, 0.95))
	test(PairedT(a, b))
	test(Welch(a, b))
	test(MannWhitney(a, b))
	test(SignedRank(a, b))
	test(KruskalWallis(a, b, a))
	e, err := TOST(a, b, 0.02, 0.05)
	estimate(e.Difference, err)
	all = append(all, e.PAbove, e.PBelow, e.P)
	c, err := Censored(a, len(a)+len(b), 0.95)
	estimate(c.Share, err)
	estimate(c.Median, err)
	return all
}

// FuzzNeverNaN feeds every function the same bytes as values: none may panic, and no result may
// hold NaN or an infinity.
func FuzzNeverNaN(f *testing.F) {
	for _, xs := range [][]float64{
		nil, {1}, {1, 1}, {1, 2, 3, 4}, {0, 1e-300, 5e-324, 0}, {1e100, -1e100, 1e100, 1e99},
		{1e200, 1, 2, 3},
		{0.1, 0.2, 0.3, 0.1, 0.2, 0.3}, {1e16, 1e16 + 2, 1e16, 1e16 - 2},
		{math.NaN(), 1, math.Inf(1), 2},
		{1e-60, 2e-60, 1e60, 2e60}, {1, 1 + 3e-14, 1, 1}, {0, 1e-162, 1, 1},
		{1e-160, 0, 1e-160, 1e-161, 3e-160, 1e100},
	} {
		var bytes []byte
		for _, x := range xs {
			bytes = binary.LittleEndian.AppendUint64(bytes, math.Float64bits(x))
		}
		f.Add(bytes)
	}
	f.Fuzz(func(t *testing.T, bytes []byte) {
		var xs []float64
		for ; len(bytes) >= 8 && len(xs) < 100; bytes = bytes[8:] {
			xs = append(xs, math.Float64frombits(binary.LittleEndian.Uint64(bytes)))
		}
		half := len(xs) / 2
		for i, x := range everything(xs[:half], xs[half:2*half]) {
			if math.IsNaN(x) || math.IsInf(x, 0) {
				t.Errorf("number %d of the results of %v is %v", i, xs, x)
			}
		}
	})
}
