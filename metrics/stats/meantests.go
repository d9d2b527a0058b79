package stats

import (
	"errors"
	"fmt"
	"math"
)

// A Test is the result of a two-sided test of the hypothesis that samples do not differ. P alone
// does not say how much they differ. A large P does not say that they are the same. Report an
// interval, and use TOST to show that they are the same.
type Test struct {
	Statistic float64 // t, U, V or H, as the function's comment says
	DF        float64 // degrees of freedom; 0 for a test that has none
	P         float64 // p-value, 0 to 1
	N         int     // number of values, or of pairs, that the test used
}

// PairedT tests whether the mean of a[i]-b[i] is 0, by t = mean √n / SD with n-1 degrees of freedom
// (Student 1908). It is an error with fewer than two pairs, with samples of different lengths, with
// values that are not finite, and (ErrNoVariance) where all differences are equal.
func PairedT(a, b []float64) (Test, error) {
	ds, err := varyingDifferences("PairedT", a, b)
	if err != nil {
		return Test{}, err
	}
	t := Mean(ds) / standardError(ds)
	return studentTest(t, float64(len(ds)-1), len(ds)), nil
}

// Welch tests whether the means of two independent samples differ, without assuming equal variances
// (Welch 1947). With n values in a and k in b, t is the difference of the means over √(SDa²/n +
// SDb²/k). DF is Satterthwaite's number,
//
//	(SDa²/n + SDb²/k)² / ((SDa²/n)²/(n-1) + (SDb²/k)²/(k-1)).
//
// It is an error with fewer than two values in a or b, with values that are not finite, and
// (ErrNoVariance) where neither sample varies.
func Welch(a, b []float64) (Test, error) {
	if err := checkTwo("Welch", a, b, 2); err != nil {
		return Test{}, err
	}
	if scale := magnitude(a, b); flat(a, scale) && flat(b, scale) {
		return Test{}, fmt.Errorf("stats: Welch: neither sample varies: %w", ErrNoVariance)
	}
	n, k := float64(len(a)), float64(len(b))
	squareA, squareB := variance(a)/n, variance(b)/k
	square := squareA + squareB
	t := (Mean(a) - Mean(b)) / math.Sqrt(square)
	if square == 0 || !finite(t) {
		return Test{}, fmt.Errorf("stats: Welch: the variance is too small to divide by: %w",
			ErrNoVariance)
	}
	shareA, shareB := squareA/square, squareB/square
	df := 1 / (float64(shareA*shareA)/(n-1) + float64(shareB*shareB)/(k-1))
	return studentTest(t, df, len(a)+len(b)), nil
}

// studentTest computes P from the tail itself, not as 1 less the rest, so that small p-values are
// accurate.
func studentTest(t, df float64, n int) Test {
	return Test{Statistic: t, DF: df, P: round12(2 * studentTail(math.Abs(t), df)), N: n}
}

// checkTwo returns the errors of check for two samples.
func checkTwo(function string, a, b []float64, least int) error {
	return errors.Join(check(function, "a", a, least), check(function, "b", b, least))
}

// varyingDifferences returns the differences of paired samples. There must be at least two, and
// they must not all be equal.
func varyingDifferences(function string, a, b []float64) ([]float64, error) {
	if err := checkPairs(function, a, b, 2); err != nil {
		return nil, err
	}
	ds := differences(a, b)
	if flat(ds, magnitude(a, b)) || variance(ds) == 0 {
		return nil, fmt.Errorf("stats: %s: all differences equal %.4g: %w", function, ds[0],
			ErrNoVariance)
	}
	return ds, nil
}
