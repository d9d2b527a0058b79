package stats

import (
	"math"

	"orglearn/agents/kernel"
)

// The functions in this file and in student.go stand in for math.Exp, math.Log and gonum's
// distributions because those differ in the last bits between processors: by assembly, and by fused
// multiply-add. Here every product is rounded before it is added, so intervals are the same bits
// everywhere. They are right to about 1e-14.

const (
	ln2High = 6.93147180369123816490e-01 // leading bits of log 2: small multiples are exact
	ln2Low  = 1.90821492927058770002e-10
	root2Pi = 2.50662827463100050242
	rootPi  = 1.77245385090551602730
)

// horner evaluates c[0] + c[1] x + c[2] x² + ...
func horner(x float64, c []float64) float64 {
	sum := 0.0
	for i := len(c) - 1; i >= 0; i-- {
		sum = float64(sum*x) + c[i]
	}
	return sum
}

// reciprocal factorials: the Taylor series of exp, enough of it for arguments up to log(2)/2.
var factorials = [...]float64{
	1, 1, 1. / 2, 1. / 6, 1. / 24, 1. / 120, 1. / 720, 1. / 5040, 1. / 40320, 1. / 362880,
	1. / 3628800, 1. / 39916800, 1. / 479001600, 1. / 6227020800, 1. / 87178291200,
}

// exp returns e**x, by the series for the remainder of x after whole multiples of log 2.
func exp(x float64) float64 {
	switch {
	case x < -745.2:
		return 0
	case x > 709.7:
		return math.Inf(1)
	}
	k := math.Floor(float64(x/math.Ln2) + 0.5)
	r := (x - float64(k*ln2High)) - float64(k*ln2Low)
	return math.Ldexp(horner(r, factorials[:]), int(k))
}

// log returns the natural logarithm of x > 0.
func log(x float64) float64 {
	k, rest := kernel.LogParts(x)
	return float64(k*ln2High) + (float64(k*ln2Low) + rest)
}

// log1p returns log(1+x) for x ≥ 0; the quotient corrects the rounding of 1+x (Goldberg 1991,
// theorem 4).
func log1p(x float64) float64 {
	u := 1 + x
	if u == 1 {
		return x
	}
	return float64(log(u)*x) / (u - 1)
}

// normalDensity is the standard normal density.
func normalDensity(z float64) float64 { return exp(-float64(z*z)/2) / root2Pi }

// normalTail returns P(Z > z) of a standard normal Z to nearly full relative precision: for small
// |z| by the series Φ(z) = 1/2 + φ(z)(z + z³/3 + z⁵/15 + ...), beyond by Laplace's continued
// fraction (Marsaglia 2004).
func normalTail(z float64) float64 {
	if z < 0 {
		return 1 - normalTail(-z)
	}
	if z > 38.6 {
		return 0
	}
	if z > 2.5 {
		return normalDensity(z) / laplace(z)
	}
	term, sum, square := z, z, float64(z*z)
	for k := 3.0; term > 1e-17*sum; k += 2 {
		term = float64(term*square) / k
		sum += term
	}
	return 0.5 - float64(normalDensity(z)*sum)
}

// normalTails returns P(Z ≤ z) and P(Z > z).
func normalTails(z float64) (below, above float64) {
	tail := normalTail(math.Abs(z))
	if z < 0 {
		return tail, 1 - tail
	}
	return 1 - tail, tail
}

// laplace returns z + 1/(z + 2/(z + 3/(z + ...))), from a depth at which z ≥ 2.5 leaves nothing
// to add: at depth k it errs by about exp(-1.8z√k).
func laplace(z float64) float64 {
	fraction := z
	for k := 20 + math.Floor(500/float64(z*z)); k > 0; k-- {
		fraction = z + k/fraction
	}
	return fraction
}

// normalUpper returns the z with P(Z > z) = p, 0 < p < 1, to 12 digits. Newton's method on log P(Z
// > z) cannot miss: the function is concave and falls, so that steps from the right of the root
// stay there, and P(Z > z) < exp(-z²/2)/2 begins them.
func normalUpper(p float64) float64 {
	if p > 0.5 {
		return -normalUpper(1 - p)
	}
	z := math.Sqrt(-2 * log(2*p))
	for range 100 {
		tail := normalTail(z)
		step := float64(log(tail/p)*tail) / normalDensity(z)
		z += step
		if math.Abs(step) < 1e-14 {
			break
		}
	}
	return round12(z)
}
