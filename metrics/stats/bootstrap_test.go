package stats

import (
	"errors"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// The limits from given resamples and jackknife values, against the formula of Efron and Tibshirani
// written out in R.
func TestBCaLimits(t *testing.T) {
	drawn, left := make([]float64, 999), make([]float64, 20)
	for i := range drawn {
		k := float64(i + 1)
		drawn[i] = -math.Log(1-k/1000) + 0.02*math.Sin(k) // R: qexp((1:999)/1000) + .02*sin(1:999)
	}
	for i := range left {
		left[i] = 1.2 + 0.3*math.Pow(float64(i+1)/20, 3) // R: 1.2 + ((1:20)/20)^3*.3
	}
	near(t, "acceleration", acceleration(left), -0.0379170146896577, 1e-10)
	for value, want := range map[float64][2]float64{
		0.8: {0.0338322243493001, 3.9483114421914456},
		// one resample equals the statistic and counts half
		drawn[499]: {0.0172813213520762, 3.3345857947220221},
	} {
		e := bcaLimits(value, slices.Clone(drawn), left, 0.95)
		near(t, "Low", e.Low, want[0], 1e-10)
		near(t, "High", e.High, want[1], 1e-10)
		near(t, "SE", e.SE, 0.9854302337121751, 1e-12) // R: sd
	}
}

// Against R's boot with 200,000 resamples; ours differ by chance, so three digits agree.
func TestBCaAgainstBoot(t *testing.T) {
	// R: boot.ci(boot(before, function(d, i) mean(d[i]), 200000), type = "bca")
	e, err := BCa(before, nil, 0.95, 200_000, 1)
	if err != nil {
		t.Fatal(err)
	}
	near(t, "Low", e.Low, 1.34, 0.005)
	near(t, "High", e.High, 2.21888888888889, 0.005)
	near(t, "SE", e.SE, 0.224360246455838, 0.01)
	e, err = BCa(before, varianceOf, 0.95, 200_000, 1) // R: the same of var(d[i])
	if err != nil {
		t.Fatal(err)
	}
	near(t, "Low", e.Low, 0.194975, 0.02)
	near(t, "High", e.High, 1.257650, 0.01)
}

func varianceOf(xs []float64) float64 { return variance(xs) }

func TestBCaMeanFastPath(t *testing.T) {
	fast, err1 := BCa(x, nil, 0.95, 1000, 7)
	slow, err2 := BCa(x, Mean, 0.95, 1000, 7)
	if err1 != nil || err2 != nil || fast.Mean != slow.Mean || fast.SE != slow.SE {
		t.Fatalf("%+v, %v beside %+v, %v", fast, err1, slow, err2)
	}
	near(t, "Low", fast.Low, slow.Low, 1e-9)
	near(t, "High", fast.High, slow.High, 1e-9)
	other, _ := BCa(x, nil, 0.95, 1000, 8)
	if again, _ := BCa(x, nil, 0.95, 1000, 7); again != fast || other == fast {
		t.Errorf("seed 7 gives %+v and %+v, seed 8 %+v", fast, again, other)
	}
}

func TestBCaErrors(t *testing.T) {
	infinite := func([]float64) float64 { return math.Inf(1) }
	rarely := func(xs []float64) float64 { return 1 / (slices.Max(xs) - slices.Min(xs)) }
	for name, c := range map[string]struct {
		xs        []float64
		statistic func([]float64) float64
		level     float64
		resamples int
		is        error
	}{
		"empty":             {nil, nil, 0.95, 1000, ErrTooFew},
		"NaN":               {[]float64{1, math.NaN()}, nil, 0.95, 1000, ErrNotFinite},
		"infinite":          {x, infinite, 0.95, 1000, ErrNotFinite},
		"infinite at times": {[]float64{1, 2, 3}, rarely, 0.95, 1000, ErrNotFinite},
		"level":             {x, nil, 1.5, 1000, nil},
		"resamples":         {x, nil, 0.95, 79, nil},
	} {
		e, err := BCa(c.xs, c.statistic, c.level, c.resamples, 1)
		if err == nil || c.is != nil && !errors.Is(err, c.is) || e != (Estimate{}) {
			t.Errorf("%s: %+v, %v", name, e, err)
		}
	}
}

func TestBCaNotes(t *testing.T) {
	constant := func([]float64) float64 { return 4 }
	largest := func(xs []float64) float64 { return slices.Max(xs) + float64(len(xs)-3) }
	first := true
	beyond := func(xs []float64) float64 { // of the sample itself it is larger than of any resample
		if first {
			first = false
			return 100
		}
		return Mean(xs)
	}
	for _, c := range []struct {
		xs        []float64
		statistic func([]float64) float64
		want      string
	}{
		{[]float64{2}, nil, "one replicate"},
		{[]float64{2, 2, 2}, nil, "no variance"},
		{x, constant, "no variance over resamples"},
		{x, beyond, "the statistic lies beyond all its resamples"},
		{x, largest, ""},
	} {
		e, err := BCa(c.xs, c.statistic, 0.95, 1000, 1)
		if err != nil || e.Note != c.want || e.N != len(c.xs) ||
			!(e.Low <= e.Mean && e.Mean <= e.High) {
			t.Errorf("%+v, %v, want the note %q", e, err, c.want)
		}
	}
}

// Exponential samples are skew. The standard error of the share over 10,000 samples is 0.2 %.
func TestBCaCoverage(t *testing.T) {
	samples := 10_000
	if testing.Short() {
		samples = 1000
	}
	r := rand.New(rand.NewPCG(2, 2))
	seed := uint64(0)
	covered := coverage(samples, func() Estimate {
		xs := make([]float64, 200)
		for i := range xs {
			xs[i] = r.ExpFloat64()
		}
		seed++
		e, err := BCa(xs, nil, 0.95, 1000, seed)
		if err != nil {
			t.Fatal(err)
		}
		return e
	}, 1)
	t.Logf("%.4f", covered)
	if covered < 0.935 || covered > 0.965 {
		t.Errorf("BCa intervals cover in %.4f, want 0.935 to 0.965", covered)
	}
}

// The coverage of few values is what the documentation of BCa says.
func TestBCaCoverageOfFew(t *testing.T) {
	const documented = 4000
	measured := samples(400, documented)
	for i, n := range []int{5, 10, 20, 30, 50} {
		for name, c := range map[string]struct {
			draw func(*rand.Rand) float64
			mean float64
			want []float64
		}{
			"normal": {(*rand.Rand).NormFloat64, 0, []float64{.837, .895, .939, .943, .942}},
			"exponential": {(*rand.Rand).ExpFloat64, 1,
				[]float64{.809, .883, .925, .927, .934}},
		} {
			r := rand.New(rand.NewPCG(1, uint64(n)))
			got := coverage(measured, func() Estimate {
				xs := make([]float64, n)
				for i := range xs {
					xs[i] = c.draw(r)
				}
				e, err := BCa(xs, nil, .95, 2000, 1)
				if err != nil {
					t.Fatal(err)
				}
				return e
			}, c.mean)
			want := c.want[i]
			tolerance := 4 * math.Sqrt(want*(1-want)*(1/float64(measured)+1./documented))
			if math.Abs(got-want) > tolerance {
				t.Errorf("%s, n = %d: coverage %.3f, want %.3f +- %.3f", name, n, got, want,
					tolerance)
			}
		}
	}
}

func BenchmarkBCaMean(b *testing.B) {
	xs := make([]float64, 200)
	for i := range xs {
		xs[i] = float64(i * i)
	}
	for b.Loop() {
		if _, err := BCa(xs, nil, 0.95, 2000, 1); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/(200*2000), "ns/draw")
}
