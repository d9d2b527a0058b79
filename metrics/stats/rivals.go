package stats

import (
	"fmt"
	"math"
	"slices"
)

// MaxRivals is the largest number of rivals of AheadOf, and MaxAhead the largest number of values
// in a sample: its interval takes time proportional to the square of that.
const (
	MaxRivals = 1_000_000
	MaxAhead  = 10_000
)

// valuesARival is how many values there must be for each rival, so that there is an interval.
const valuesARival = 3

// AheadOf returns the chance to be ahead of a number of rivals: the probability that one value
// drawn from own is the largest beside as many values drawn, with replacement, from rivals. A tie
// for the first place of j+1 counts 1/(j+1). It is 0 to 1, and exactly 1/(rivals+1) where the two
// samples hold the same values. With F(x) the share of rivals up to x and f(x) the share at x, it
// is the mean over own of
//
//	(F(x)^(k+1) - (F(x)-f(x))^(k+1)) / ((k+1) f(x)),   or F(x)^k where f(x) is 0.
//
// March (1991, Organization Science 2:71-87, Figure 6) shows with it that among many rivals the
// variable one comes first more often, even with a lower mean.
//
// The samples are paired: value i of both comes from replicate i. SE is that of the jackknife over
// replicates. The interval at a level such as 0.95 is Student's t interval of the pseudo-values on
// the scale of -ln(-ln p), as is usual for survival curves (Kalbfleisch and Prentice 1980, The
// Statistical Analysis of Failure Time Data). p is a mean of k-th powers, so with several rivals it
// is too skewed for an interval on its own scale. It has the Notes of TInterval.
//
// Where two samples of 60 come from one normal distribution, an interval at 0.95 lies wholly above
// 1/(k+1) in 1.5 to 3 % of samples for 1, 5 and 20 rivals, and wholly below in as many. With more
// than a third as many rivals as values there is no interval, but the Note "too many rivals": then
// p rests on the few highest values, and an interval would lie above in 6 % of samples for 60
// rivals, and in 34 % for 1,000.
//
// Errors are samples of different lengths, fewer than two values, more than MaxAhead, or one that
// is not finite, rivals outside 1 to MaxRivals, and a level not between 0 and 1.
func AheadOf(own, rivals []float64, k int, level float64) (Estimate, error) {
	if err := checkPairs("AheadOf", own, rivals, 2); err != nil {
		return Estimate{}, err
	}
	if err := checkShare("AheadOf", "level", level, 1); err != nil {
		return Estimate{}, err
	}
	if k < 1 || k > MaxRivals {
		return Estimate{}, fmt.Errorf("stats: AheadOf: k is %d, want 1 to %d", k, MaxRivals)
	}
	if len(own) > MaxAhead {
		return Estimate{}, fmt.Errorf("stats: AheadOf: own has %d values, want at most %d",
			len(own), MaxAhead)
	}
	n := float64(len(own))
	all := aheadOf(own, rivals, k, -1)
	pseudo := make([]float64, len(own))
	for i := range own {
		pseudo[i] = float64(n*all) - float64((n-1)*aheadOf(own, rivals, k, i))
	}
	e := TInterval(pseudo, level)
	if !e.HasInterval() {
		return point(all, len(own), e.Note), nil
	}
	if all <= 0 || all >= 1 { // to 12 digits
		return point(all, len(own), "no variance"), nil
	}
	if valuesARival*k > len(own) {
		return point(all, len(own), "too many rivals"), nil
	}
	low, high := chanceAround(all, e.High-e.Mean)
	return Estimate{Mean: all, SE: e.SE, Low: low, High: high, N: e.N}, nil
}

// chanceAround is an interval around a chance p on the scale of -ln(-ln p), on which half of one on
// the scale of p is divided by -p ln p.
func chanceAround(p, half float64) (low, high float64) {
	log := math.Log(p)
	wide := math.Exp(-half / float64(p*log))
	return round12(math.Exp(float64(log * wide))), round12(math.Exp(log / wide))
}

// aheadOf is the chance without replicate out, or with all if out is -1.
func aheadOf(own, rivals []float64, k, out int) float64 {
	sorted := slices.Clone(rivals)
	if out >= 0 {
		sorted = slices.Delete(sorted, out, out+1)
	}
	slices.Sort(sorted)
	sum, n := 0.0, 0
	for i, x := range own {
		if i != out {
			sum, n = sum+first(x, sorted, k), n+1
		}
	}
	return round12(sum / float64(n))
}

// first is the chance that x comes first among k values drawn from a sample.
func first(x float64, sorted []float64, k int) float64 {
	below, tied := slices.BinarySearch(sorted, x)
	n := float64(len(sorted))
	if !tied {
		return math.Pow(float64(below)/n, float64(k))
	}
	upTo, _ := slices.BinarySearch(sorted, math.Nextafter(x, math.Inf(1)))
	low, high := float64(below)/n, float64(upTo)/n
	places := float64(k + 1)
	return (math.Pow(high, places) - math.Pow(low, places)) / float64(places*(high-low))
}
