package stats

import (
	"cmp"
	"fmt"
	"slices"
)

// HolmExclusive returns p-values adjusted for their number, in their order. They come in pairs of
// hypotheses of which at most one can be true: that two means are the same, and that they differ by
// a margin or more. Reject all hypotheses whose adjusted value is at most alpha. The chance to
// reject any true one is then at most alpha, however they depend on one another.
//
// This is Holm's method with a smaller factor (Shaffer 1986). Holm's factor is the number of
// hypotheses that are left. Here it is the largest number of hypotheses that can still be true: the
// number of pairs that are not rejected in both parts. Without pairs the result is empty. It is an
// error where a value is not between 0 and 1.
func HolmExclusive(ps [][2]float64) ([][2]float64, error) {
	var order []int // of hypotheses: 2i and 2i+1 are pair i
	for i, pair := range ps {
		for k, p := range pair {
			if !(p >= 0 && p <= 1) {
				return nil, fmt.Errorf("stats: HolmExclusive: ps[%d][%d] is %v, want 0 to 1", i, k,
					p)
			}
			order = append(order, 2*i+k)
		}
	}
	at := func(h int) float64 { return ps[h/2][h%2] }
	slices.SortStableFunc(order, func(g, h int) int { return cmp.Compare(at(g), at(h)) })
	adjusted, highest := make([][2]float64, len(ps)), 0.0
	rejected, open := make([]int, len(ps)), len(ps)
	for _, h := range order {
		highest = max(highest, min(1, float64(float64(open)*at(h))))
		adjusted[h/2][h%2] = highest
		if rejected[h/2]++; rejected[h/2] == 2 {
			open--
		}
	}
	return adjusted, nil
}
