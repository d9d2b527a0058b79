package stats

import (
	"math"
	"sync/atomic"
)

// gammaRatio returns Γ(a+1/2)/Γ(a) for a > 0. It computes neither gamma function, because the
// logarithms of both are huge and their difference is small. It uses the asymptotic series in 1/a
// (Tricomi and Erdélyi 1951). Small a are first raised by the recurrence.
func gammaRatio(a float64) float64 {
	quotient := 1.0
	for a < 16 {
		quotient = float64(quotient*a) / (a + 0.5)
		a++
	}
	r := 1 / a
	series := float64(r * horner(float64(r*r), []float64{-1. / 8, 1. / 192, -1. / 640, 17. / 14336,
		-31. / 18432}))
	return float64(quotient * float64(math.Sqrt(a)*exp(series)))
}

// studentTail returns P(T > t) of Student's t with df > 0 degrees of freedom, not necessarily
// whole. For t > 0 it is half the regularized incomplete beta function I_x(df/2, 1/2) at x =
// df/(df+t²).
func studentTail(t, df float64) float64 {
	if t < 0 {
		return 1 - studentTail(-t, df)
	}
	if t == 0 {
		return 0.5
	}
	q := float64(float64(t/df) * t) // t²/df, which is (1-x)/x
	x, y := 1/(1+q), q/(1+q)
	a := df / 2
	switch {
	case math.IsInf(q, 1):
		return 0
	case df > hillFrom:
		return normalTail(hill(q, df))
	}
	front := float64(float64(exp(-float64(a*log1p(q)))*math.Sqrt(y)) * gammaRatio(a) / rootPi)
	if x < (a+1)/(a+2.5) {
		return float64(front/a) * betaFraction(a, 0.5, x) / 2
	}
	return 0.5 - float64(front*betaFraction(0.5, a, y))
}

// hillFrom is the df above which Hill's expansion replaces the continued fraction. The fraction
// loses as many digits as df has.
const hillFrom = 1000

// hill returns the normal deviate with the tail of Student's t, from q = t²/df (Hill 1970,
// algorithm 395).
func hill(q, df float64) float64 {
	a := df - 0.5
	b := float64(48 * float64(a*a))
	z := math.Sqrt(float64(a * log1p(q)))
	square := float64(z * z)
	third := float64(z * horner(square, []float64{855, 240, 33, 4}))
	far := b + float64(0.8*float64(square*square)) + 100
	return z + float64(z*(square+3))/b - third/float64(10*float64(b*far))
}

// betaFraction evaluates the continued fraction of the incomplete beta function (DLMF 8.17.22) by
// Lentz's method. It converges fast for x below (a+1)/(a+b+2).
func betaFraction(a, b, x float64) float64 {
	c, d := 1.0, 1/(1-float64(float64((a+b)*x)/(a+1)))
	fraction := d
	for m := 1.0; m < 1000; m++ {
		even := float64(float64(m*(b-m))*x) / float64((a+2*m-1)*(a+2*m))
		d = 1 / (1 + float64(even*d))
		c = 1 + even/c
		fraction = float64(float64(fraction*c) * d)
		odd := -float64(float64((a+m)*(a+b+m))*x) / float64((a+2*m)*(a+2*m+1))
		d = 1 / (1 + float64(odd*d))
		c = 1 + odd/c
		change := float64(c * d)
		fraction = float64(fraction * change)
		if math.Abs(change-1) < 1e-16 {
			break
		}
	}
	return fraction
}

// studentDensity is the density of Student's t.
func studentDensity(t, df float64) float64 {
	power := exp(-float64((df + 1) / 2 * log1p(float64(float64(t/df)*t))))
	return float64(gammaRatio(df/2)*power) / float64(math.Sqrt(df)*rootPi)
}

// lastUpper is the quantile found last. A table asks for the same one thousands of times.
var lastUpper atomic.Pointer[upper]

type upper struct{ p, df, t float64 }

// studentUpper returns the t with P(T > t) = p, 0 < p < 1, to 12 digits.
func studentUpper(p, df float64) float64 {
	if last := lastUpper.Load(); last != nil && last.p == p && last.df == df {
		return last.t
	}
	t := studentQuantile(p, df)
	lastUpper.Store(&upper{p, df, t})
	return t
}

// studentQuantile is, like normalUpper, Newton's method on the logarithm of the tail, here in log
// t, in which a power law is straight.
func studentQuantile(p, df float64) float64 {
	if p == 0.5 {
		return 0
	}
	if p > 0.5 {
		return -studentQuantile(1-p, df)
	}
	t := max(normalUpper(p), 1e-6)
	for range 200 {
		tail := studentTail(t, df)
		step := float64(log(tail/p)*tail) / float64(t*studentDensity(t, df))
		t = float64(t * exp(min(max(step, -1), 1)))
		if math.Abs(step) < 1e-14 {
			break
		}
	}
	return round12(t)
}
