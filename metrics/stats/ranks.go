package stats

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"github.com/aclements/go-moremath/stats"
)

// exactBelow is the sample size from which rank tests use the normal approximation even without
// ties, as in R.
const exactBelow = 50

// MannWhitney tests whether the values of one of two independent samples tend to be larger (Mann
// and Whitney 1947; Wilcoxon's rank-sum test). Statistic is U of a: the number of pairs in which
// a's value is the larger, where ties count half. It is 0 to nk. P is exact for fewer than 50
// values in each sample and no ties. Otherwise it is the normal approximation with corrections for
// ties and continuity, as in R's wilcox.test.
//
// It is an error with no values in a or b, with values that are not finite, and (ErrNoVariance)
// where all values are equal.
func MannWhitney(a, b []float64) (Test, error) {
	if err := checkTwo("MannWhitney", a, b, 1); err != nil {
		return Test{}, err
	}
	all := slices.Concat(a, b)
	r := rank(all)
	n, k := float64(len(a)), float64(len(b))
	u := sum(r.of[:len(a)]) - float64(n*(n+1))/2
	test := Test{Statistic: u, N: len(all)}
	if r.groups == 1 {
		return Test{}, fmt.Errorf("stats: MannWhitney: all values equal %.4g: %w", all[0],
			ErrNoVariance)
	}
	if r.ties == 0 && len(a) < exactBelow && len(b) < exactBelow {
		exact := stats.UDist{N1: len(a), N2: len(b)}
		test.P = round12(min(1, 2*exact.CDF(min(u, float64(n*k)-u))))
		return test, nil
	}
	size := n + k
	square := float64(n*k) / 12 * (size + 1 - r.ties/float64(size*(size-1)))
	test.P = normalP(u-float64(n*k)/2, square)
	return test, nil
}

// SignedRank tests whether a[i]-b[i] lies symmetrically about 0 (Wilcoxon 1945). Statistic is V,
// the sum of the ranks of the positive differences. Differences of 0 are left out, and N counts the
// others. P is exact for fewer than 50 differences without zeros and ties. Otherwise it is the
// normal approximation with corrections for ties and continuity, as in R's wilcox.test(paired =
// TRUE). Differences that agree in 12 digits are ties.
//
// It is an error with no pairs, with samples of different lengths, with values that are not finite,
// and (ErrNoVariance) where all differences are 0.
func SignedRank(a, b []float64) (Test, error) {
	if err := checkPairs("SignedRank", a, b, 1); err != nil {
		return Test{}, err
	}
	sizes, positive := nonzero(differences(a, b), float64(noise*magnitude(a, b)))
	if len(sizes) == 0 {
		return Test{}, fmt.Errorf("stats: SignedRank: all differences are 0: %w", ErrNoVariance)
	}
	r, v := rank(sizes), 0.0
	for i, up := range positive {
		if up {
			v += r.of[i]
		}
	}
	n := float64(len(sizes))
	test := Test{Statistic: v, N: len(sizes)}
	if r.ties == 0 && len(sizes) == len(a) && len(sizes) < exactBelow {
		test.P = signedRankP(v, len(sizes))
		return test, nil
	}
	square := float64(n*(n+1))*(2*n+1)/24 - r.ties/48
	test.P = normalP(v-float64(n*(n+1))/4, square)
	return test, nil
}

// nonzero returns the absolute values of the differences larger than zero, and which of these
// differences are positive.
func nonzero(ds []float64, zero float64) (sizes []float64, positive []bool) {
	for _, d := range ds {
		if math.Abs(d) > zero {
			sizes = append(sizes, round12(math.Abs(d)))
			positive = append(positive, d > 0)
		}
	}
	return sizes, positive
}

// signedRankP is the exact two-sided p-value of V. Among all 2^n ways to give signs to the ranks,
// it is the share with a V at least as far from the middle. Counts up to 2^49 are exact in a
// float64.
func signedRankP(v float64, n int) float64 {
	most := n * (n + 1) / 2
	ways := make([]float64, most+1)
	ways[0] = 1
	for r := 1; r <= n; r++ {
		for total := most; total >= r; total-- {
			ways[total] += ways[total-r]
		}
	}
	tail := sum(ways[:int(min(v, float64(most)-v))+1])
	return min(1, math.Ldexp(tail, 1-n))
}

// KruskalWallis tests whether the values of some of several independent samples tend to be larger
// (Kruskal and Wallis 1952). Statistic is H with the correction for ties, and DF is the number of
// samples less one. P is its chi-square approximation, which is good for five values or more in
// each sample.
//
// It is an error with fewer than two samples, with an empty one, with values that are not finite,
// and (ErrNoVariance) where all values are equal.
func KruskalWallis(samples ...[]float64) (Test, error) {
	if len(samples) < 2 {
		return Test{}, fmt.Errorf("stats: KruskalWallis: %d samples, want at least 2: %w",
			len(samples), ErrTooFew)
	}
	for i, xs := range samples {
		if err := check("KruskalWallis", fmt.Sprintf("samples[%d]", i), xs, 1); err != nil {
			return Test{}, err
		}
	}
	all := slices.Concat(samples...)
	r, n := rank(all), float64(len(all))
	if r.groups == 1 {
		return Test{}, fmt.Errorf("stats: KruskalWallis: all values equal %.4g: %w", all[0],
			ErrNoVariance)
	}
	between, from := 0.0, 0
	for _, xs := range samples {
		size, mean := float64(len(xs)), (n+1)/2
		off := Mean(r.of[from:from+len(xs)]) - mean
		between += float64(size * float64(off*off))
		from += len(xs)
	}
	h := 12 * between / float64(n*(n+1)) / (1 - r.ties/(float64(n*float64(n*n))-n))
	df := len(samples) - 1
	return Test{Statistic: h, DF: float64(df), P: round12(chiSquareTail(h, df)), N: len(all)}, nil
}

// ranking holds the ranks of a sample.
type ranking struct {
	of     []float64 // rank of each value, from 1; equal values share their mean rank
	ties   float64   // Σ(t³-t) over groups of t equal values
	groups int       // number of different values
}

func rank(xs []float64) ranking {
	order := make([]int, len(xs))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int { return cmp.Compare(xs[i], xs[j]) })
	r := ranking{of: make([]float64, len(xs))}
	for from, to := 0, 0; from < len(order); from = to {
		for to = from; to < len(order) && xs[order[to]] == xs[order[from]]; to++ {
		}
		for _, i := range order[from:to] {
			r.of[i] = float64(from+1+to) / 2
		}
		t := float64(to - from)
		r.ties += float64(t*float64(t*t)) - t
		r.groups++
	}
	return r
}
