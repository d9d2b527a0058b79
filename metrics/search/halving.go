package search

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"

	"orglearn/metrics/stats"
)

// Halving is a search for the candidate with the highest mean, by successive halving: all
// candidates get a few replicates, the better half gets as many again, and so on until one is left.
// All candidates of a round have the same replicates (Karnin, Koren and Somekh 2013, ICML,
// 1238-1246).
type Halving struct {
	Begin int // replicates in the first round, 1 or more
	Most  int // replicates that a candidate gets at most, Begin or more
}

// Trial gives the values of some candidates, a list for each in their order, in n replicates from
// the first on. A candidate has one value in each replicate.
type Trial func(ctx context.Context, candidates []int, first, n int) ([][]float64, error)

// MaxCandidates is the largest number of candidates.
const MaxCandidates = 1_000_000

// Best returns the best of candidates 0 to n-1 and its values in all replicates that it got. Their
// mean is too high on average, as it was chosen for it. Of equal means the lower number is better.
// Errors are those of the trial, parameters out of their ranges, a value that is not finite, and a
// list of another length.
func (h Halving) Best(ctx context.Context, n int, trial Trial) (int, []float64, error) {
	if err := h.check(n); err != nil {
		return 0, nil, err
	}
	left, all := make([]int, n), make(map[int][]float64)
	for i := range left {
		left[i] = i
	}
	for _, r := range h.rounds(n) {
		left = left[:r.candidates]
		values, err := trial(ctx, left, r.first, r.replicates)
		if err == nil {
			err = checkValues(left, values, r.replicates)
		}
		if err != nil {
			return 0, nil, err
		}
		for i, c := range left {
			all[c] = append(all[c], values[i]...)
		}
		slices.SortFunc(left, func(a, b int) int {
			return cmp.Or(cmp.Compare(stats.Mean(all[b]), stats.Mean(all[a])), a-b)
		})
	}
	return left[0], all[left[0]], nil
}

// round is what one round runs.
type round struct{ candidates, first, replicates int }

// rounds are the rounds for n candidates.
func (h Halving) rounds(n int) (all []round) {
	done, next := 0, h.Begin
	for {
		all = append(all, round{n, done, next - done})
		if n = (n + 1) / 2; n == 1 || next == h.Most {
			return all
		}
		done, next = next, min(2*next, h.Most)
	}
}

// Runs is the number of values that a search among n candidates takes.
func (h Halving) Runs(n int) (runs int) {
	for _, r := range h.rounds(n) {
		runs += r.candidates * r.replicates
	}
	return runs
}

func (h Halving) check(n int) error {
	switch {
	case n < 1 || n > MaxCandidates:
		return fmt.Errorf("search: %d candidates, want 1 to %d", n, MaxCandidates)
	case h.Begin < 1:
		return fmt.Errorf("search: Halving.Begin is %d, want 1 or more", h.Begin)
	case h.Most < h.Begin || h.Most > stats.MaxReplicates:
		return fmt.Errorf("search: Halving.Most is %d, want %d (Begin) to %d", h.Most, h.Begin,
			stats.MaxReplicates)
	}
	return nil
}

// checkValues reports lists of wrong lengths and values that are not finite.
func checkValues(candidates []int, values [][]float64, replicates int) error {
	if len(values) != len(candidates) {
		return fmt.Errorf("search: a trial of %d candidates gave %d lists", len(candidates),
			len(values))
	}
	for i, list := range values {
		if len(list) != replicates {
			return fmt.Errorf("search: candidate %d has %d values, want %d", candidates[i],
				len(list), replicates)
		}
		for _, v := range list {
			if math.IsNaN(v) || math.IsInf(v, 0) {
				return fmt.Errorf("search: candidate %d has the value %v, want a finite one",
					candidates[i], v)
			}
		}
	}
	return nil
}
