package stats

import (
	"fmt"
	"math"
)

// MaxGroups is the largest number of groups of GroupsNeeded.
const MaxGroups = 1000

// GroupsNeeded returns how many values each of some groups needs for an analysis of variance (the F
// test) at level alpha to find an effect with probability power. The effect is Cohen's f: the
// standard deviation of the groups' means, divided by the standard deviation within groups. The
// number is fractional, as from R's power.anova.test; round it up. It is the n that solves
//
//	P(F > F(1-alpha; k-1, k(n-1))) = power
//
// for F noncentral with these degrees of freedom and noncentrality k n f². It is at least 2.
//
// It is an error where groups is not 2 to MaxGroups, f is not positive and finite, alpha is not
// between 0 and 1, or power is not between alpha and 1. It is also an error where more than
// MaxPairs are needed.
func GroupsNeeded(groups int, f, alpha, power float64) (float64, error) {
	if groups < 2 || groups > MaxGroups {
		return 0, fmt.Errorf("stats: GroupsNeeded: groups is %d, want 2 to %d", groups, MaxGroups)
	}
	if !(f > 0 && f <= Limit) {
		return 0, fmt.Errorf("stats: GroupsNeeded: f is %v, want more than 0 up to %g", f, Limit)
	}
	if err := checkShare("GroupsNeeded", "alpha", alpha, 1); err != nil {
		return 0, err
	}
	if !(power > alpha && power < 1) {
		return 0, fmt.Errorf("stats: GroupsNeeded: power is %v, want more than alpha (%v) and "+
			"less than 1", power, alpha)
	}
	n, ok := smallest(func(n float64) bool { return groupsPower(groups, n, f, alpha) >= power })
	if !ok {
		return 0, fmt.Errorf("stats: GroupsNeeded: f is %.4g, which needs more than %g values a "+
			"group", f, float64(MaxPairs))
	}
	return n, nil
}

// smallest returns the smallest number from 2 to twice MaxPairs that is enough, to 12 digits, and
// whether there is one.
func smallest(enough func(n float64) bool) (float64, bool) {
	if enough(2) {
		return 2, true
	}
	few, many := 2.0, 4.0
	for !enough(many) {
		if many > MaxPairs {
			return 0, false
		}
		few, many = many, 2*many
	}
	for range 60 {
		middle := few + (many-few)/2
		if enough(middle) {
			many = middle
		} else {
			few = middle
		}
	}
	return round12(many), true
}

// groupsPower is the power of the F test with n values in each group.
func groupsPower(groups int, n, f, alpha float64) float64 {
	k := float64(groups)
	within := k * (n - 1)
	return 1 - noncentralF(quantileF(alpha, groups-1, within), groups-1, within,
		float64(float64(k*n)*float64(f*f)))
}

// quantileF returns the x with P(F > x) = tail.
func quantileF(tail float64, between int, within float64) float64 {
	low, high := 0.0, 1.0
	for 1-noncentralF(high, between, within, 0) > tail {
		low, high = high, 2*high
	}
	for range 100 {
		middle := low + (high-low)/2
		if 1-noncentralF(middle, between, within, 0) > tail {
			low = middle
		} else {
			high = middle
		}
	}
	return high
}

// noncentralF returns P(F ≤ x) of the noncentral F distribution with a whole number of degrees of
// freedom above and any below, and noncentrality ncp. It is the mean of central distributions with
// Poisson weights (DLMF 8.17 for the incomplete beta function and its recurrence):
//
//	Σ exp(-ncp/2) (ncp/2)^j/j! I_y(a+j, b)
//	a = above/2, b = below/2, y = above x/(above x + below)
func noncentralF(x float64, above int, below, ncp float64) float64 {
	if half := ncp / 2; half > 700 {
		return 0 // the first weight underflows; power is 1 long before
	}
	a, b := float64(above)/2, below/2
	q := float64(float64(float64(above)*x) / below) // y/(1-y)
	y := q / (1 + q)
	// front is y^a (1-y)^b / (a B(a,b)). The gamma functions in it are products of steps of 1/2,
	// taken together with those of y^a so that nothing overflows.
	front, root := exp(-float64(b*log1p(q))), math.Sqrt(y)
	for i := range above {
		half := float64(i) / 2
		front = float64(float64(front*root)*gammaRatio(b+half)) / gammaRatio(1+half)
	}
	in := 1 - float64(float64(front*a)/b)*betaFraction(b, a, 1/(1+q))
	if y < (a+1)/(a+b+2) {
		in = front * betaFraction(a, b, y)
	}
	weight, sum, rest := exp(-ncp/2), 0.0, 1.0
	for j := 0.0; rest > 1e-16 && in > 0 && j < 1e5; j++ {
		sum += float64(weight * in)
		rest -= weight
		in -= front
		front = float64(front*y) * (a + b + j) / (a + j + 1)
		weight = float64(weight*ncp/2) / (j + 1)
	}
	return sum
}
