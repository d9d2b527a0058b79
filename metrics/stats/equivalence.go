package stats

import (
	"fmt"
	"math"
)

// A Verdict says what an equivalence test has shown about a difference and its margin.
type Verdict string

// The verdicts of TOST.
const (
	Equivalent Verdict = "equivalent within the margin"
	Beyond     Verdict = "different by more than the margin"
	Open       Verdict = "not shown either way"
	Undecided  Verdict = "undecided: no variance"
)

// An Equivalence is the outcome of TOST.
type Equivalence struct {
	Difference Estimate // mean of the differences, with the interval at level 1-2 alpha
	Margin     float64  // in units of the values
	Alpha      float64  // level of the two tests
	// PAbove is the p-value of the hypothesis that the difference is -Margin or less. Where it is
	// small the difference lies above -Margin.
	PAbove float64
	// PBelow is the p-value of the hypothesis that the difference is Margin or more. Where it is
	// small the difference lies below Margin.
	PBelow  float64
	P       float64 // the larger of both; at most Alpha where the difference is equivalent to 0
	Verdict Verdict
}

// TOST tests whether the mean of the paired differences a[i]-b[i] is equivalent to 0: whether it
// lies within a margin, in units of the values. The margin must be fixed before the data are seen.
// TOST makes two one-sided t tests at level alpha,
//
//	t = (mean + margin) √n / SD  and  t = (mean - margin) √n / SD,
//
// with n-1 degrees of freedom (Schuirmann 1987). The verdict follows from the interval at level 1-2
// alpha. It is Equivalent where the interval lies within the margins, which is where both tests
// reject. It is Beyond where the interval lies wholly outside the margins, and else Open.
// Differences that are all equal have no p-value: the verdict is Undecided, and the three p-values
// are 1.
//
// It is an error with fewer than two pairs, with samples of different lengths, and with values that
// are not finite. It is also an error with a margin that is not positive and finite, and with an
// alpha not between 0 and 0.5.
func TOST(a, b []float64, margin, alpha float64) (Equivalence, error) {
	if err := checkPairs("TOST", a, b, 2); err != nil {
		return Equivalence{}, err
	}
	if err := checkShare("TOST", "alpha", alpha, 0.5); err != nil {
		return Equivalence{}, err
	}
	if !(margin > 0 && margin <= Limit) {
		return Equivalence{}, fmt.Errorf("stats: TOST: margin is %v, want more than 0 up to %g",
			margin, Limit)
	}
	d := tInterval(differences(a, b), magnitude(a, b), 1-2*alpha)
	e := Equivalence{Difference: d, Margin: margin, Alpha: alpha, PAbove: 1, PBelow: 1, P: 1,
		Verdict: Undecided}
	if !d.HasInterval() {
		return e, nil
	}
	df := float64(len(a) - 1)
	e.PAbove = round12(studentTail((d.Mean+margin)/d.SE, df))
	e.PBelow = round12(studentTail((margin-d.Mean)/d.SE, df))
	e.P = max(e.PAbove, e.PBelow)
	e.Verdict = e.verdict()
	return e, nil
}

func (e Equivalence) verdict() Verdict {
	switch {
	case e.P <= e.Alpha:
		return Equivalent
	case e.Difference.Low > e.Margin || e.Difference.High < -e.Margin:
		return Beyond
	}
	return Open
}

// MaxPairs is the largest number of pairs that PairsNeeded returns.
const MaxPairs = 1e7

// PairsNeeded returns how many pairs a two-sided paired t test needs. The test is at level alpha.
// It must find a mean difference with probability power, where the differences have standard
// deviation sd. The number is fractional, as from R's power.t.test(type = "paired", strict = TRUE);
// round it up. It is the n that solves
//
//	P(|T| > t(1-alpha/2; n-1)) = power
//
// for T noncentral t with n-1 degrees of freedom and noncentrality √n difference/sd. It is at least
// 2, the smallest number for a t test.
//
// It is an error where difference is 0 or not finite, sd is not positive and finite, alpha is not
// between 0 and 1, or power is not between alpha and 1. It is also an error where more than
// MaxPairs are needed.
func PairsNeeded(difference, sd, alpha, power float64) (float64, error) {
	if err := checkPower(difference, sd, alpha, power); err != nil {
		return 0, err
	}
	effect := math.Abs(difference) / sd
	enough := func(n float64) bool { return pairedPower(n, effect, alpha) >= power }
	if effect > 1000 {
		return 2, nil
	}
	n, ok := smallest(enough)
	if !ok {
		return 0, fmt.Errorf("stats: PairsNeeded: difference/sd is %.4g, which needs more "+
			"than %g pairs", effect, float64(MaxPairs))
	}
	return n, nil
}

func checkPower(difference, sd, alpha, power float64) error {
	if difference == 0 || !finite(difference) {
		return fmt.Errorf("stats: PairsNeeded: difference is %v, want a finite value other than 0",
			difference)
	}
	if !(sd > 0 && sd <= Limit) {
		return fmt.Errorf("stats: PairsNeeded: sd is %v, want more than 0 up to %g", sd, Limit)
	}
	if err := checkShare("PairsNeeded", "alpha", alpha, 1); err != nil {
		return err
	}
	if !(power > alpha && power < 1) {
		return fmt.Errorf("stats: PairsNeeded: power is %v, want more than alpha (%v) and less "+
			"than 1", power, alpha)
	}
	return nil
}

// pairedPower is the power of a two-sided paired t test with n pairs.
func pairedPower(n, effect, alpha float64) float64 {
	df, ncp := n-1, float64(math.Sqrt(n)*effect)
	critical := studentUpper(alpha/2, df)
	_, above := noncentral(critical, df, ncp)
	below, _ := noncentral(-critical, df, ncp)
	return above + below
}
