package stats

import "fmt"

// RelativeTOST tests whether the means of paired samples differ by less than a share of their
// level: |A - B| < share (A + B) / 2, where A and B are above 0. The share must be fixed before the
// data are seen. It makes two one-sided t tests of the means of
//
//	(1 + share/2) a - (1 - share/2) b  and  (1 + share/2) b - (1 - share/2) a.
//
// Both means are above 0 exactly where A and B differ by less than the share. So the test allows
// for the level being estimated from the same sample (Fieller 1954). It returns the larger p-value.
// Where that is at most alpha, the means differ by less than the share. Where nothing varies there
// is no p-value, and it returns 1.
//
// It is an error with fewer than two pairs, with samples of different lengths, with values that are
// not finite, and with a share not between 0 and 2.
func RelativeTOST(a, b []float64, share float64) (float64, error) {
	if err := checkPairs("RelativeTOST", a, b, 2); err != nil {
		return 1, err
	}
	if !(share > 0 && share < 2) {
		return 1, fmt.Errorf("stats: RelativeTOST: share is %v, want more than 0 and less than 2",
			share)
	}
	more, less := 1+share/2, 1-share/2
	x, y := make([]float64, len(a)), make([]float64, len(a))
	for i := range a {
		x[i] = float64(more*a[i]) - float64(less*b[i])
		y[i] = float64(more*b[i]) - float64(less*a[i])
	}
	return max(aboveZero(x, magnitude(a, b)), aboveZero(y, magnitude(a, b))), nil
}

// aboveZero returns the p-value of the hypothesis that the mean of xs is 0 or less. The values of
// xs must be finite and computed from numbers as large as scale. It returns 1 where nothing varies.
func aboveZero(xs []float64, scale float64) float64 {
	if flat(xs, scale) {
		return 1
	}
	return round12(studentTail(Mean(xs)/standardError(xs), float64(len(xs)-1)))
}
