package stats

import (
	"math"

	"orglearn/agents/kernel"
)

// The functions in this file and in student.go replace math.Exp, math.Log and gonum's
// distributions. Those differ in the last bits between processors, because of assembly and of fused
// multiply-add. Here every product is rounded before it is added, so intervals have the same bits
// everywhere. The functions are accurate to about 1e-14.

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

// factorials holds reciprocal factorials: enough of the Taylor series of exp for arguments up to
// log(2)/2.
var factorials = [...]float64{
	1, 1, 1. / 2, 1. / 6, 1. / 24, 1. / 120, 1. / 720, 1. / 5040, 1. / 40320, 1. / 362880,
	1. / 3628800, 1. / 39916800, 1. / 479001600, 1. / 6227020800, 1. / 87178291200,
}

// exp returns e**x. It splits x into whole multiples of log 2 and a remainder, and sums the series
// for the remainder.
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

// log1p returns log(1+x) for x ≥ 0. The quotient corrects the rounding of 1+x (Goldberg 1991,
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

// normalTail returns P(Z > z) of a standard normal Z to nearly full relative precision. For small
// |z| it uses the series Φ(z) = 1/2 + φ(z)(z + z³/3 + z⁵/15 + ...). For larger ones it uses
// Laplace's continued fraction (Marsaglia 2004).
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

// laplace returns z + 1/(z + 2/(z + 3/(z + ...))) for z ≥ 2.5. It starts at a depth beyond which
// nothing is left to add: at depth k the error is about exp(-1.8z√k).
func laplace(z float64) float64 {
	fraction := z
	for k := 20 + math.Floor(500/float64(z*z)); k > 0; k-- {
		fraction = z + k/fraction
	}
	return fraction
}

// normalUpper returns the z with P(Z > z) = p, 0 < p < 1, to 12 digits. It uses Newton's method on
// log P(Z > z). The method always converges: the function is concave and falls, so steps from the
// right of the root stay there. The bound P(Z > z) < exp(-z²/2)/2 gives the first step.
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
