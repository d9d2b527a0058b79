package stats

import "math"

// normalP returns the two-sided p-value of an integer-valued statistic by the normal approximation.
// distance is how far it lies from its mean; half a step is subtracted because the statistic is
// discrete.
func normalP(distance, variance float64) float64 {
	z := max(0, math.Abs(distance)-0.5) / math.Sqrt(variance)
	return round12(min(1, 2*normalTail(z)))
}

// chiSquareTail returns P(X > x) of a chi-square with df degrees of freedom. Each two more degrees
// add a term
//
//	exp(-x/2) (x/2)^(df/2-1) / Γ(df/2).
//
// The sum begins with exp(-x/2) for 2 degrees and with 2Φ(-√x) for 1 (Abramowitz and Stegun 1964,
// 26.4.4 and 26.4.5). The terms are kept as logarithms, because the first ones underflow where
// there are many.
func chiSquareTail(x float64, df int) float64 {
	if x <= 0 {
		return 1
	}
	half := x / 2
	tail, logTerm, k := exp(-half), -half, 2
	if df%2 == 1 {
		// Γ(1/2) = √π. The tail for 1 degree has no such term; the recurrence begins with it.
		tail, logTerm, k = 2*normalTail(math.Sqrt(x)), -half-float64(log(half)/2)-log(rootPi), 1
	}
	for ; k < df; k += 2 {
		logTerm += log(half / (float64(k) / 2))
		tail += exp(logTerm)
	}
	return min(1, tail)
}

// binomialCut returns the largest r such that P(X < r) ≤ tail, where X is the number of heads of n
// fair coins. It returns 0 if there is none. Weights are relative to the middle one, so that none
// overflows.
func binomialCut(n int, tail float64) int {
	weights := make([]float64, n+1) // weights far from the middle may underflow to 0
	weights[n/2] = 1
	for k := n / 2; k > 0; k-- {
		weights[k-1] = float64(weights[k]*float64(k)) / float64(n-k+1)
	}
	for k := n / 2; k < n; k++ {
		weights[k+1] = float64(weights[k]*float64(n-k)) / float64(k+1)
	}
	total, below := sum(weights), 0.0
	for r, w := range weights {
		below += w
		if below > float64(tail*total) {
			return r
		}
	}
	return n
}

// sum adds in order.
func sum(xs []float64) float64 {
	total := 0.0
	for _, x := range xs {
		total += x
	}
	return total
}
