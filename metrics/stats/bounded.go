package stats

import "fmt"

// Bounded returns the mean of values that lie between two bounds, low and high, with an interval
// that also lies between them. Where every value is at one of the bounds, and some are at each, it
// is the score interval of Wilson (1927) for the share at the upper bound. Otherwise it is
// Student's t interval, cut at the bounds. The cut does not change the coverage, because the true
// mean lies between the bounds.
//
// It has a Note where TInterval has one, and where a value is out of bounds. Where all values are
// equal the Note is "no variance".
//
// Coverage at level .95, measured over 20,000 samples of each kind (TestBoundedCoverage):
//
//	                               n =     5     10     20     30     50
//	normal, mean .5, SD .1              .949   .949   .950   .949   .952
//	uniform on 0 to 1                   .935   .945   .949   .949   .949
//	near a ceiling: beta(9.5, .5)       .841   .875   .903   .915   .926
//	0 or 1, 1 with probability .5      1.000   .980   .960   .957   .935
//	0 or 1, 1 with probability .9       .804   .891   .948   .975   .976
//
// Samples in which nothing varies are left out of the table, because they have no interval.
func Bounded(xs []float64, low, high, level float64) Estimate {
	ends, upper := true, 0
	for i, x := range xs {
		if x < low || x > high {
			return point(0, len(xs), fmt.Sprintf("value %d is %v, out of %v to %v", i, x, low,
				high))
		}
		ends = ends && (x == low || x == high)
		if x == high {
			upper++
		}
	}
	e := TInterval(xs, level)
	if !e.HasInterval() {
		return e
	}
	if ends {
		w := wilson(upper, len(xs), level)
		e.Low, e.High = low+float64(w.Low*(high-low)), low+float64(w.High*(high-low))
	}
	e.Low, e.High = max(e.Low, low), min(e.High, high)
	return e
}
