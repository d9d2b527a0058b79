package kernel

import (
	"fmt"
	"math"
)

// CheckRate returns an error that names the field if p is not from 0 to 1.
func CheckRate(field string, p float64) error {
	if p >= 0 && p <= 1 {
		return nil
	}
	return fmt.Errorf("%s is %v, want 0 to 1", field, p)
}

// CountOf returns the smallest whole number that is at least share times n. For .55 of 20 it is 11.
// In floating point that product is 11.000000000000002, so it is reduced by a factor before
// rounding up.
func CountOf(share float64, n int) int {
	return int(math.Ceil(float64(share*float64(n)) * (1 - 1e-15)))
}

// Log returns the natural logarithm of a positive number, to 2 units in the last place. It gives
// the same bits on every machine, unlike math.Log.
func Log(x float64) float64 {
	twos, rest := LogParts(x)
	return rest + float64(twos*math.Ln2)
}

// LogParts splits the natural logarithm of a positive number into twos times ln 2 plus rest. twos
// is whole and rest at most ln(2)/2. A caller that needs more precision than Log multiplies with a
// more precise ln 2.
//
// With x = f 2^twos and s = (f-1)/(f+1), of at most .172, rest is 2(s + s^3/3 + s^5/5 + ...).
func LogParts(x float64) (twos, rest float64) {
	f, e := math.Frexp(x)
	if f < math.Sqrt2/2 {
		f, e = 2*f, e-1
	}
	s := (f - 1) / (f + 1)
	square, sum := float64(s*s), 0.
	for k := 21; k > 0; k -= 2 {
		sum = float64(sum*square) + 1/float64(k)
	}
	return float64(e), float64(2 * s * sum)
}

// Exp returns e to the power x, for x from -700 to 700, to 2 units in the last place. It gives the
// same bits on every machine, unlike math.Exp.
//
// With x = k ln 2 + r and r at most ln(2)/2, it is 2^k (1 + r + r^2/2! + ... + r^17/17!). ln 2 is
// taken in two parts, of which the first has zeros at its end, so that k times it is exact.
func Exp(x float64) float64 {
	const high, low = 6.93147180369123816490e-01, 1.90821492927058770002e-10
	k := math.Round(x / math.Ln2)
	r := x - float64(k*high) - float64(k*low)
	sum := 1.
	for n := 17; n > 0; n-- {
		sum = 1 + float64(r*sum)/float64(n)
	}
	return math.Ldexp(sum, int(k))
}
