package stats

import (
	"fmt"
	"math"
)

// An Estimate is a number computed from a sample, with an interval. None of its numbers is ever NaN
// or infinite.
//
// Where there is no interval, Note says why in words, such as "one replicate" or "no variance".
// Then Low and High are not limits. Unless a function's comment says otherwise they equal Mean, and
// SE is 0.
type Estimate struct {
	Mean float64 // the mean, or the effect size, share or statistic that is estimated
	SE   float64 // its standard error; 0 where none is known
	Low  float64 // lower limit of the interval
	High float64 // upper limit of the interval
	N    int     // number of values, or of pairs
	Note string  // why there is no interval; empty if there is one
}

// HasInterval reports whether Low and High are the limits of an interval.
func (e Estimate) HasInterval() bool { return e.Note == "" }

// String returns the estimate with four digits, such as "0.5 [0.4, 0.6] (n = 30)" or "0.5 (n = 1,
// one replicate)".
func (e Estimate) String() string {
	switch {
	case e.HasInterval():
		return fmt.Sprintf("%.4g [%.4g, %.4g] (n = %d)", e.Mean, e.Low, e.High, e.N)
	case e.N == 0:
		return e.Note
	}
	return fmt.Sprintf("%.4g (n = %d, %s)", e.Mean, e.N, e.Note)
}

// point is an estimate without an interval.
func point(value float64, n int, note string) Estimate {
	return Estimate{Mean: value, Low: value, High: value, N: n, Note: note}
}

// TInterval returns the mean with Student's t interval at a level such as 0.95,
//
//	mean ± t(1-(1-level)/2; n-1) SD/√n.
//
// It is exact for normal samples (Student 1908) and good for samples of 30 or more. It returns no
// error but leaves a Note: "no values", "one replicate", "no variance", the value that is not
// finite, or the level that is not between 0 and 1. Where values are not finite, Mean is 0.
func TInterval(xs []float64, level float64) Estimate {
	if i := bad(xs); i >= 0 {
		return point(0, len(xs), fmt.Sprintf("value %d is %v", i, xs[i]))
	}
	return tInterval(xs, magnitude(xs), level)
}

// Paired returns the mean of the differences a[i]-b[i] with Student's t interval (see TInterval).
// Samples on common random numbers pair replicate by replicate, so the effect of the shared chance
// cancels.
//
// It is an error where the samples differ in length or hold values that are not finite, and where
// level is not between 0 and 1. Differences that are all equal, or one pair, give a Note.
func Paired(a, b []float64, level float64) (Estimate, error) {
	if err := checkPairs("Paired", a, b, 0); err != nil {
		return Estimate{}, err
	}
	if err := checkShare("Paired", "level", level, 1); err != nil {
		return Estimate{}, err
	}
	return tInterval(differences(a, b), magnitude(a, b), level), nil
}

// tInterval is TInterval for finite values that were computed from numbers as large as scale.
func tInterval(xs []float64, scale, level float64) Estimate {
	n := len(xs)
	switch {
	case n == 0:
		return point(0, 0, "no values")
	case !(level > 0 && level < 1):
		return point(Mean(xs), n, fmt.Sprintf("level %v is not between 0 and 1", level))
	case n == 1:
		return point(xs[0], 1, "one replicate")
	case flat(xs, scale) || variance(xs) == 0:
		return point(Mean(xs), n, "no variance")
	}
	return around(xs, studentUpper((1-level)/2, float64(n-1)))
}

// around returns the mean with an interval of the given number of standard errors on each side.
func around(xs []float64, times float64) Estimate {
	mean, se := Mean(xs), standardError(xs)
	reach := float64(times * se)
	return Estimate{Mean: mean, SE: se, Low: mean - reach, High: mean + reach, N: len(xs)}
}

// differences returns a[i]-b[i].
func differences(a, b []float64) []float64 {
	ds := make([]float64, len(a))
	for i := range a {
		ds[i] = a[i] - b[i]
	}
	return ds
}

// wilson returns the score interval of the share of reached in n (Wilson 1927), which is valid at 0
// and at n too:
//
//	(p + z²/2n ± z √(p(1-p)/n + z²/4n²)) / (1 + z²/n).
func wilson(reached, n int, level float64) Estimate {
	z, size := normalUpper((1-level)/2), float64(n)
	p, square := float64(reached)/size, float64(z*z)/size
	spread := float64(p*(1-p)) / size
	reach := float64(z * math.Sqrt(spread+square/(4*size)))
	low, high := (p+square/2-reach)/(1+square), (p+square/2+reach)/(1+square)
	if reached == 0 {
		low = 0 // exactly, whatever rounding leaves
	}
	if reached == n {
		high = 1
	}
	return Estimate{Mean: p, SE: math.Sqrt(spread), Low: low, High: high, N: n}
}
