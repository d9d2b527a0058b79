package stats_test

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"orglearn/metrics/stats"
)

// Among k rivals of the same distribution one comes first with chance 1/(k+1), whatever the ties.
func TestAheadOfEquals(t *testing.T) {
	r := rand.New(rand.NewPCG(1991, 1))
	for _, k := range []int{1, 2, 4, 9, 99} {
		own := make([]float64, 60)
		for i := range own {
			own[i] = float64(r.IntN(20)) / 16
		}
		rivals := slices.Clone(own)
		r.Shuffle(len(rivals), func(i, j int) { rivals[i], rivals[j] = rivals[j], rivals[i] })
		e, err := stats.AheadOf(own, rivals, k, .95)
		if err != nil || math.Abs(e.Mean-1/float64(k+1)) > 1e-11 {
			t.Errorf("ahead of %d equals: %v (%v), want %v", k, e, err, 1/float64(k+1))
		}
		if e, _ := stats.AheadOf(own, own, k, .95); e.SE > 1e-9 || e.HasInterval() {
			t.Errorf("ahead of oneself: %v, want no variance", e)
		}
	}
}

// March (1991, Figure 6): of two organizations with the same mean the more variable one is ahead of
// one rival half of the time, and of many rivals more than its share. Own performance is normal
// with SD 2, that of the rivals with SD 1. The expected chances are sums over the same quantiles of
// Φ(2z)^k.
func TestMoreVariableIsAheadOfMany(t *testing.T) {
	const n = 999
	var own, rivals []float64
	for i := range n {
		z := math.Sqrt2 * math.Erfinv(2*(float64(i)+.5)/n-1)
		own, rivals = append(own, 2*z), append(rivals, z)
	}
	for _, k := range []int{1, 2, 5, 10, 50} {
		want := 0.
		for _, x := range own {
			want += math.Pow(.5*math.Erfc(-x/math.Sqrt2), float64(k)) / n
		}
		e, err := stats.AheadOf(own, rivals, k, .95)
		if err != nil || math.Abs(e.Mean-want) > .002 {
			t.Errorf("ahead of %d: %v (%v), want %v", k, e, err, want)
		}
		if share := 1 / float64(k+1); k > 1 && e.Low <= share || k == 1 && !(e.Low < .5 &&
			e.High > .5) {
			t.Errorf("ahead of %d: %v, the share of an equal is %v", k, e, share)
		}
	}
}

// Where own and rivals are alike, an interval at 95 % misses 1/(k+1) on each side in about 2.5 % of
// samples. The bounds are the nominal share with 1.5 points for the approximation, and 3 standard
// errors of the count. A t interval on the scale of the chance is below it in 6 to 8 % for 20
// rivals.
func TestAheadOfCoverage(t *testing.T) {
	const n, samples, most = 60, 1000, .025 + .015 + 3*.005
	r := rand.New(rand.NewPCG(1991, 3))
	for _, k := range []int{1, 5, 20} {
		above, below := 0, 0
		for range samples {
			own, rivals := make([]float64, n), make([]float64, n)
			for i := range own {
				own[i], rivals[i] = r.NormFloat64(), r.NormFloat64()
			}
			e, err := stats.AheadOf(own, rivals, k, .95)
			if err != nil || !(e.Low > 0 && e.Low < e.Mean && e.Mean < e.High && e.High < 1) {
				t.Fatalf("ahead of %d: %v (%v)", k, e, err)
			}
			// On the scale of -ln(-ln p) the mean is in the middle.
			mean, ends := math.Log(e.Mean), math.Log(e.Low)*math.Log(e.High)
			if math.Abs(mean*mean/ends-1) > 1e-6 {
				t.Fatalf("ahead of %d: %v is not in the middle", k, e)
			}
			switch share := 1 / float64(k+1); {
			case e.Low > share:
				above++
			case e.High < share:
				below++
			}
		}
		if max(above, below) > most*samples {
			t.Errorf("ahead of %d: %d of %d intervals are above, and %d below", k, above, samples,
				below)
		}
	}
}

// With more than a third as many rivals as values there is a chance, and no interval.
func TestAheadOfTooManyRivals(t *testing.T) {
	r := rand.New(rand.NewPCG(1991, 4))
	own, rivals := make([]float64, 60), make([]float64, 60)
	for i := range own {
		own[i], rivals[i] = 1+r.NormFloat64(), r.NormFloat64()
	}
	for k, want := range map[int]string{20: "", 21: "too many rivals", 1000: "too many rivals"} {
		e, err := stats.AheadOf(own, rivals, k, .95)
		if err != nil || e.Note != want || !(e.Mean > 0 && e.Mean < 1) {
			t.Errorf("ahead of %d: %v (%v), want the note %q", k, e, err, want)
		}
	}
}

// The chance is that of a plain count over all draws of two rivals.
func TestAheadOfByCount(t *testing.T) {
	r := rand.New(rand.NewPCG(1991, 2))
	for range 50 {
		n := 2 + r.IntN(6)
		own, rivals := make([]float64, n), make([]float64, n)
		for i := range own {
			own[i], rivals[i] = float64(r.IntN(4)), float64(r.IntN(4))
		}
		want := 0.
		for _, x := range own {
			for _, a := range rivals {
				for _, b := range rivals {
					if x >= a && x >= b {
						ties := 1
						for _, v := range []float64{a, b} {
							if v == x {
								ties++
							}
						}
						want += 1 / float64(ties*n*n*n)
					}
				}
			}
		}
		e, err := stats.AheadOf(own, rivals, 2, .95)
		if err != nil || math.Abs(e.Mean-want) > 1e-11 {
			t.Errorf("%v against %v: %v (%v), want %v", own, rivals, e, err, want)
		}
	}
}

func TestAheadOfErrors(t *testing.T) {
	type estimate = stats.Estimate
	two := []float64{1, 2}
	for name, call := range map[string]func() (estimate, error){
		"lengths": func() (estimate, error) { return stats.AheadOf(two, two[:1], 1, .95) },
		"one":     func() (estimate, error) { return stats.AheadOf(two[:1], two[:1], 1, .95) },
		"k":       func() (estimate, error) { return stats.AheadOf(two, two, 0, .95) },
		"many":    func() (estimate, error) { return stats.AheadOf(two, two, math.MaxInt, .95) },
		"level":   func() (estimate, error) { return stats.AheadOf(two, two, 1, 1) },
		"NaN": func() (estimate, error) {
			return stats.AheadOf([]float64{1, math.NaN()}, two, 1, .95)
		},
		"length": func() (estimate, error) {
			long := make([]float64, stats.MaxAhead+1)
			return stats.AheadOf(long, long, 1, .95)
		},
	} {
		if e, err := call(); err == nil {
			t.Errorf("%s: %v and no error", name, e)
		}
	}
}
