package stats

import (
	"fmt"
	"math"
	"slices"
)

// HedgesG returns Hedges' g: the difference of the means of a and b in units of their pooled
// standard deviation, corrected for its small-sample bias. For n values in a and k in b,
//
//	g = J(m) (mean a - mean b) / SD,  SD² = ((n-1) SDa² + (k-1) SDb²) / m,  m = n+k-2,
//	J(m) = Γ(m/2) / (√(m/2) Γ((m-1)/2)).
//
// J is the exact one of Hedges 1981. g is unbounded; by custom 0.2, 0.5 and 0.8 are small, medium
// and large.
//
// The interval at a level such as 0.95 is exact for independent normal samples of equal variance.
// Its limits are the noncentralities that leave (1-level)/2 beyond the observed t, in units of g
// (Steiger and Fouladi 1997). SE is the approximate √((n+k)/nk + g²/2(n+k)) of Hedges and Olkin
// (1985, p. 86). N is n+k. Swapping a and b changes signs only.
//
// Among simulated runs, g is in units of the chance that differs between runs. It grows without
// bound as that chance is taken away, so it says nothing of how much a difference matters: report
// the difference itself, and the share of paired runs in which one is ahead. For replicates paired
// by common random numbers the interval of g is wider than it need be.
//
// It is an error with fewer than two values in a or b, with values that are not finite, and with a
// level not between 0 and 1. It is also an error (ErrNoVariance) where neither sample varies,
// because the effect is then undefined.
func HedgesG(a, b []float64, level float64) (Estimate, error) {
	if err := checkTwo("HedgesG", a, b, 2); err != nil {
		return Estimate{}, err
	}
	if err := checkShare("HedgesG", "level", level, 1); err != nil {
		return Estimate{}, err
	}
	if scale := magnitude(a, b); flat(a, scale) && flat(b, scale) {
		return Estimate{}, fmt.Errorf("stats: HedgesG: neither sample varies: %w", ErrNoVariance)
	}
	n, k := float64(len(a)), float64(len(b))
	df := n + k - 2
	pooled := math.Sqrt((float64((n-1)*variance(a)) + float64((k-1)*variance(b))) / df)
	unit := math.Sqrt(1/n + 1/k)
	t := (Mean(a) - Mean(b)) / float64(pooled*unit)
	if !finite(t) {
		return Estimate{}, fmt.Errorf("stats: HedgesG: the variance is too small to divide by: %w",
			ErrNoVariance)
	}
	low, high := symmetricLimits(t, df, (1-level)/2)
	scale := float64(unit * correction(df))
	g := float64(t * scale)
	se := math.Sqrt((n+k)/float64(n*k) + float64(g*g)/(2*(n+k)))
	return Estimate{Mean: g, SE: se, Low: float64(low * scale), High: float64(high * scale),
		N: len(a) + len(b)}, nil
}

// correction is Hedges' J(m), below 1 and nearly 1 - 3/(4m-1).
func correction(m float64) float64 { return gammaRatio((m-1)/2) / math.Sqrt(m/2) }

// symmetricLimits returns the limits of the noncentrality. It computes them for |t| and reverses
// them for a negative t. So swapping the samples changes nothing but signs, to the last bit.
func symmetricLimits(t, df, tail float64) (low, high float64) {
	low, high = noncentralities(math.Abs(t), df, tail)
	if t < 0 {
		return -high, -low
	}
	return low, high
}

// CliffsDelta returns Cliff's delta, P(x > y) - P(x < y) for a value x of a and a value y of b,
// between -1 and 1. It says how far one sample lies above the other, whatever the scale and the
// shape. It sorts and searches in O(n log n), and does not visit all pairs.
//
// SE is Cliff's unbiased estimate, with his floor (1-d²)/(nk-1) of the variance (Cliff 1993, 1996):
//
//	s² = (k² Σ(d_i-d)² + n² Σ(d_j-d)² - ΣΣ(d_ij-d)²) / (nk(n-1)(k-1)),
//
// where d_ij is the sign of a[i]-b[j], and d_i and d_j are its means over j and i. The interval is
// the asymmetric one of Feng and Cliff (2004), which stays within -1 and 1. With z of the normal
// distribution it is
//
//	(d - d³ ± z s √((1-d²)² + z²s²)) / (1 - d² + z²s²).
//
// Where every value of one sample lies above all of the other, s is 0. The inner limit is then
// ±(m-z²)/(m+z²), which is Wilson's limit for m of m, with m the size of the smaller sample. N is
// n+k.
//
// It is an error with fewer than two values in a or b, with values that are not finite, and with a
// level not between 0 and 1. Samples whose values are all equal give 0 and the Note "no variance".
func CliffsDelta(a, b []float64, level float64) (Estimate, error) {
	if err := checkTwo("CliffsDelta", a, b, 2); err != nil {
		return Estimate{}, err
	}
	if err := checkShare("CliffsDelta", "level", level, 1); err != nil {
		return Estimate{}, err
	}
	if slices.Min(a) == slices.Max(b) && slices.Max(a) == slices.Min(b) {
		return point(0, len(a)+len(b), "no variance"), nil
	}
	d, se := dominance(a, b)
	z := normalUpper((1 - level) / 2)
	low, high := fengCliff(d, se, z, min(len(a), len(b)))
	return Estimate{Mean: d, SE: se, Low: low, High: high, N: len(a) + len(b)}, nil
}

// dominance returns Cliff's delta and its standard error.
func dominance(a, b []float64) (d, se float64) {
	above, untied := dominances(a, b)
	below, _ := dominances(b, a)
	n, k := float64(len(a)), float64(len(b))
	sum := int64(0)
	for _, s := range above {
		sum += s
	}
	d = float64(sum) / float64(n*k)
	rows, columns := spread(above, k, d), spread(below, n, -d)
	cells := float64(untied) - float64(float64(sum)*d)
	square := (float64(float64(k*k)*rows) + float64(float64(n*n)*columns) -
		cells) / float64(float64(n*k)*float64((n-1)*(k-1)))
	floor := float64((1-d)*(1+d)) / (float64(n*k) - 1)
	return d, math.Sqrt(max(square, floor))
}

// dominances returns, for each value of a, the number of values of b below it less the number above
// it. It also returns how many pairs are not tied.
func dominances(a, b []float64) (above []int64, untied int64) {
	sorted := slices.Sorted(slices.Values(b))
	above = make([]int64, len(a))
	for i, x := range a {
		below, _ := slices.BinarySearch(sorted, x)
		upTo, _ := slices.BinarySearch(sorted, math.Nextafter(x, math.Inf(1)))
		over := len(b) - upTo
		above[i] = int64(below - over)
		untied += int64(below + over)
	}
	return above, untied
}

// spread returns Σ(s/size - d)². It sums over the sorted dominances, so that the order of the
// sample does not matter.
func spread(dominances []int64, size, d float64) float64 {
	sum := 0.0
	for _, s := range slices.Sorted(slices.Values(dominances)) {
		e := float64(s)/size - d
		sum += float64(e * e)
	}
	return sum
}

// fengCliff returns the limits of delta. m is the size of the smaller sample.
func fengCliff(d, se, z float64, m int) (low, high float64) {
	square := float64(z * z)
	if math.Abs(d) == 1 {
		inner := (float64(m) - square) / (float64(m) + square)
		return min(d, float64(d*inner)), max(d, float64(d*inner))
	}
	rest := float64((1 - d) * (1 + d))
	zs := float64(z * se)
	reach := float64(zs * math.Sqrt(float64(rest*rest)+float64(zs*zs)))
	middle, width := float64(d*rest), rest+float64(zs*zs)
	return (middle - reach) / width, (middle + reach) / width
}
