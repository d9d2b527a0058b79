package stats

import (
	"fmt"
	"math"
	"slices"
)

// Mean returns the arithmetic mean, Σx/n, summed in the order of xs.
//
// It has the form of a statistic, func([]float64) float64, so it returns no error. The mean of no
// values is NaN, and so is the mean of values that hold NaN. Everything else in this package that
// takes a sample refuses both.
func Mean(xs []float64) float64 {
	sum := 0.0
	for _, x := range xs {
		sum += x
	}
	return sum / float64(len(xs))
}

// Median returns the middle value, or the mean of the two middle values for an even number of
// values. Like Mean it has no error: the median of no values is NaN. It does not reorder xs.
func Median(xs []float64) float64 {
	n := len(xs)
	if n == 0 {
		return math.NaN()
	}
	sorted := slices.Sorted(slices.Values(xs))
	return float64(sorted[(n-1)/2]/2) + float64(sorted[n/2]/2)
}

// Variance returns the unbiased sample variance, Σ(x-mean)²/(n-1), 0 or more, in squared units of
// xs. It is an error with fewer than two values. The sum is corrected for the rounding of the mean
// (Chan, Golub and LeVeque 1983, equation 1.7).
func Variance(xs []float64) (float64, error) {
	if err := check("Variance", "xs", xs, 2); err != nil {
		return 0, err
	}
	return variance(xs), nil
}

// SD returns the sample standard deviation, the square root of Variance, in units of xs. It is an
// error with fewer than two values.
func SD(xs []float64) (float64, error) {
	if err := check("SD", "xs", xs, 2); err != nil {
		return 0, err
	}
	return math.Sqrt(variance(xs)), nil
}

// SE returns the standard error of the mean, SD/√n, in units of xs. It is an error with fewer than
// two values.
func SE(xs []float64) (float64, error) {
	if err := check("SE", "xs", xs, 2); err != nil {
		return 0, err
	}
	return standardError(xs), nil
}

// Quantile returns the p-quantile by linear interpolation between order statistics. This is type 7
// of Hyndman and Fan (1996), the default of R. With the sorted values x counted from 0 and h =
// (n-1)p, it is x[⌊h⌋] + (h-⌊h⌋)(x[⌊h⌋+1]-x[⌊h⌋]). Quantile(xs, 0) is the smallest value and
// Quantile(xs, 1) the largest. It is an error with no values, or with p outside 0 to 1.
func Quantile(xs []float64, p float64) (float64, error) {
	if err := check("Quantile", "xs", xs, 1); err != nil {
		return 0, err
	}
	if !(p >= 0 && p <= 1) {
		return 0, fmt.Errorf("stats: Quantile: p is %v, want 0 to 1", p)
	}
	sorted := slices.Sorted(slices.Values(xs))
	return interpolate(sorted, float64(float64(len(xs)-1)*p)), nil
}

// interpolate reads a sorted sample at a fractional index, limited to its ends.
func interpolate(sorted []float64, at float64) float64 {
	last := len(sorted) - 1
	below := int(math.Floor(min(max(at, 0), float64(last))))
	if below >= last {
		return sorted[last]
	}
	share := max(at, 0) - float64(below)
	return sorted[below] + float64(share*(sorted[below+1]-sorted[below]))
}

func variance(xs []float64) float64 {
	mean, n := Mean(xs), float64(len(xs))
	squares, drift := 0.0, 0.0
	for _, x := range xs {
		d := x - mean
		squares += float64(d * d)
		drift += d
	}
	return max(0, squares-float64(drift*drift)/n) / (n - 1)
}

func standardError(xs []float64) float64 {
	return math.Sqrt(variance(xs) / float64(len(xs)))
}
