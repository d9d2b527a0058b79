package stats

import (
	"cmp"
	"fmt"
	"slices"
)

// Holm returns p-values adjusted for their number, in their order (Holm 1979). Reject all
// hypotheses whose adjusted value is at most alpha. The chance to reject any true one is then at
// most alpha, however they depend on one another. The i-th smallest of m p-values, counted from 1,
// becomes the largest of (m-j+1) p(j) over j ≤ i, at most 1. Without p-values the result is empty.
// It is an error where a value is not between 0 and 1.
func Holm(ps []float64) ([]float64, error) {
	order := make([]int, len(ps))
	for i, p := range ps {
		if !(p >= 0 && p <= 1) {
			return nil, fmt.Errorf("stats: Holm: ps[%d] is %v, want 0 to 1", i, p)
		}
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(ps[i], ps[j]) })
	adjusted, highest := make([]float64, len(ps)), 0.0
	for i, which := range order {
		highest = max(highest, min(1, float64(float64(len(ps)-i)*ps[which])))
		adjusted[which] = highest
	}
	return adjusted, nil
}
