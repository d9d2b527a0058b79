package stats

import (
	"cmp"
	"fmt"
	"slices"
)

// HolmExclusive returns p-values adjusted for their number, in their order, where they come in
// pairs of hypotheses of which at most one can be true: that two means are the same, and that they
// differ by a margin or more. The hypotheses whose adjusted value is at most alpha can be rejected
// together, with a chance of at most alpha to reject any that is true, however they depend on one
// another. It is Holm's method with the largest number of hypotheses that can still be true in
// place of the number that is left (Shaffer 1986): the number of pairs of which not both are
// rejected. No pairs give none. It is an error where a value is not between 0 and 1.
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
