package stats

import "math"

// noncentral returns P(T ≤ t) and P(T > t) of the noncentral t distribution with df degrees of
// freedom and noncentrality ncp. With T = (Z+ncp)/S, where S² is a chi-square divided by df,
//
//	P(T ≤ t) = E Φ(tS - ncp).
//
// This is an integral over u = log S, whose integrand falls to zero on both sides. So the
// trapezoidal rule on equal steps of u is exact to rounding (Trefethen and Weideman 2014). Dividing
// by the total weight makes the constant of the density unnecessary. The method also works at an
// ncp beyond 37, where the series of AS 243 (Lenth 1989) fails.
func noncentral(t, df, ncp float64) (lower, upper float64) {
	// The steps must be finer than the density of u, about 1/√2df wide, and than the rise of Φ,
	// about 1/|ncp| wide where tS passes ncp.
	step := min(0.12, 0.5/math.Sqrt(float64(2*df)+float64(ncp*ncp)))
	total := 0.0
	add := func(u float64) bool {
		s := exp(u)
		weight := exp(float64(df * (u - float64(s*s)/2 + 0.5)))
		z := float64(t*s) - ncp
		below, above := normalTails(z)
		total += weight
		lower += float64(weight * below)
		upper += float64(weight * above)
		return weight > 1e-20
	}
	add(0)
	for k := 1.0; add(float64(k * step)); k++ {
	}
	for k := -1.0; add(float64(k * step)); k-- {
	}
	return lower / total, upper / total
}

// proportionalFrom times √(2 df) is the t from which the limits of the noncentrality are
// proportional to t, to a relative error below 1e-4.
const proportionalFrom = 300

// noncentralities returns the limits of the noncentrality after t was observed. Under the lower
// limit a larger T has probability tail. Under the upper limit a smaller T has probability tail
// (Steiger and Fouladi 1997).
func noncentralities(t, df, tail float64) (low, high float64) {
	if scale := math.Abs(t) / (proportionalFrom * math.Sqrt(2*df)); scale > 1 {
		low, high = noncentralities(t/scale, df, tail)
		return float64(low * scale), float64(high * scale)
	}
	width := 2 * math.Sqrt(1+float64(t*t)/(2*df)) // two standard errors of t
	low = root(t-width, width/2, func(ncp float64) float64 {
		_, upper := noncentral(t, df, ncp)
		return upper - tail
	})
	high = root(t+width, width/2, func(ncp float64) float64 {
		lower, _ := noncentral(t, df, ncp)
		return tail - lower
	})
	return round12(low), round12(high)
}

// root returns where an increasing function is 0. It uses the Illinois variant of false position
// (Dowell and Jarratt 1971). It starts from a bracket around guess, which doubles until it holds
// the root.
func root(guess, width float64, f func(float64) float64) float64 {
	low, high := guess-width, guess+width
	fLow, fHigh := f(low), f(high)
	for ; fLow > 0; width *= 2 {
		low -= width
		fLow = f(low)
	}
	for ; fHigh < 0; width *= 2 {
		high += width
		fHigh = f(high)
	}
	at := low
	for range 200 {
		before := at
		at = low + float64((high-low)*(fLow/(fLow-fHigh)))
		if math.Abs(at-before) < 1e-14*max(1, math.Abs(at)) {
			break
		}
		value := f(at)
		switch {
		case value == 0:
			return at
		case value < 0:
			low, fLow, fHigh = at, value, fHigh/2
		default:
			high, fHigh, fLow = at, value, fLow/2
		}
	}
	return at
}
