package search_test

import (
	"context"
	"errors"
	"math"
	"slices"
	"strings"
	"testing"

	"orglearn/metrics/search"
	"orglearn/metrics/stats"
)

// Nine candidates of which number 6 is best: rounds of 9, 5, 3 and 2, on replicates that follow
// each other, and Runs counts them.
func TestHalvingRounds(t *testing.T) {
	var sizes, first, counts []int
	runs := 0
	trial := func(_ context.Context, some []int, from, n int) (all [][]float64, err error) {
		sizes, first, counts = append(sizes, len(some)), append(first, from), append(counts, n)
		runs += n * len(some)
		for _, c := range some {
			all = append(all, slices.Repeat([]float64{-math.Abs(float64(c - 6))}, n))
		}
		return all, nil
	}
	h := search.Halving{Begin: 4, Most: 64}
	best, values, err := h.Best(context.Background(), 9, trial)
	if err != nil || best != 6 || len(values) != 32 || stats.Mean(values) != 0 {
		t.Errorf("best %d with %d values, %v", best, len(values), err)
	}
	if !slices.Equal(sizes, []int{9, 5, 3, 2}) || !slices.Equal(first, []int{0, 4, 8, 16}) ||
		!slices.Equal(counts, []int{4, 4, 8, 16}) {
		t.Errorf("rounds of %v from %v, %v replicates", sizes, first, counts)
	}
	if h.Runs(9) != runs {
		t.Errorf("Runs is %d, and there were %d", h.Runs(9), runs)
	}
	h.Most = 6 // ends early, and the best mean of those left counts
	if best, values, _ = h.Best(context.Background(), 9, trial); best != 6 || len(values) != 6 {
		t.Errorf("best %d with %d values, want 6 with 6", best, len(values))
	}
}

func TestHalvingRefuses(t *testing.T) {
	give := func(values ...[]float64) search.Trial {
		return func(context.Context, []int, int, int) ([][]float64, error) { return values, nil }
	}
	one := search.Halving{Begin: 1, Most: 1}
	for _, c := range []struct {
		h     search.Halving
		n     int
		trial search.Trial
		want  string
	}{
		{one, 0, nil, "0 candidates, want 1"},
		{search.Halving{Most: 1}, 2, nil, "Begin is 0, want 1 or more"},
		{search.Halving{Begin: 3, Most: 2}, 2, nil, "Most is 2, want 3 (Begin)"},
		{one, 2, give([]float64{1}), "a trial of 2 candidates gave 1 lists"},
		{one, 1, give([]float64{1, 2}), "candidate 0 has 2 values, want 1"},
		{one, 2, give([]float64{1}, []float64{math.NaN()}), "candidate 1 has the value NaN"},
		{one, 1, func(context.Context, []int, int, int) ([][]float64, error) {
			return nil, errors.New("broken")
		}, "broken"},
	} {
		_, _, err := c.h.Best(context.Background(), c.n, c.trial)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%v, want %q", err, c.want)
		}
	}
}
