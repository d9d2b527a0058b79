package stats

import (
	"errors"
	"fmt"
	"math"
	"strconv"
)

// Faults of a sample. Every error of this package that is caused by the data wraps one of these
// four, so a program can tell them apart with errors.Is. The text around it names the function, the
// sample, the value and the allowed range.
var (
	ErrTooFew     = errors.New("too few values")
	ErrNotFinite  = errors.New("not a finite value")
	ErrNoVariance = errors.New("no variance")
	ErrUnpaired   = errors.New("samples of different lengths")
)

// Limit is the largest magnitude of a value in a sample. Cubes of such values still fit in a
// float64.
const Limit = 1e100

// noise is the largest spread, relative to the values, that counts as rounding errors: 45 units in
// the last place. Replicates that all end at 0.7 must not seem to vary because 0.72 - 0.02 is not
// quite 0.7.
const noise = 1e-14

// check returns an error for a sample with fewer than least values, or with a value that is NaN,
// infinite or beyond Limit.
func check(function, name string, xs []float64, least int) error {
	if len(xs) < least {
		return fmt.Errorf("stats: %s: %s has %d, want at least %d: %w", function, name, len(xs),
			least, ErrTooFew)
	}
	if i := bad(xs); i >= 0 {
		return fmt.Errorf("stats: %s: %s[%d] is %v, want a number up to %g: %w", function, name, i,
			xs[i], Limit, ErrNotFinite)
	}
	return nil
}

// checkPairs returns an error for samples of different lengths, and the errors of check.
func checkPairs(function string, a, b []float64, least int) error {
	if len(a) != len(b) {
		return fmt.Errorf("stats: %s: %d values beside %d, want as many: %w", function, len(a),
			len(b), ErrUnpaired)
	}
	return errors.Join(check(function, "a", a, least), check(function, "b", b, least))
}

// checkShare returns an error for a parameter that is not between 0 and below, both excluded.
func checkShare(function, name string, share, below float64) error {
	if share > 0 && share < below {
		return nil
	}
	return fmt.Errorf("stats: %s: %s is %v, want more than 0 and less than %v", function, name,
		share, below)
}

// bad returns the index of the first value that is NaN, infinite or beyond Limit, or -1.
func bad(xs []float64) int {
	for i, x := range xs {
		if !(math.Abs(x) <= Limit) {
			return i
		}
	}
	return -1
}

// magnitude returns the largest absolute value of the samples, or 0 where they are empty.
func magnitude(samples ...[]float64) float64 {
	largest := 0.0
	for _, xs := range samples {
		for _, x := range xs {
			largest = max(largest, math.Abs(x))
		}
	}
	return largest
}

// flat reports whether xs has no variance beyond the rounding of numbers as large as scale.
func flat(xs []float64, scale float64) bool {
	if len(xs) == 0 {
		return true
	}
	low, high := xs[0], xs[0]
	for _, x := range xs {
		low, high = min(low, x), max(high, x)
	}
	return high-low <= float64(noise*scale)
}

// round12 rounds to 12 significant digits.
func round12(x float64) float64 {
	y, err := strconv.ParseFloat(strconv.FormatFloat(x, 'e', 11, 64), 64)
	if err != nil {
		return x // rounding the largest float64 up overflows
	}
	return y
}
