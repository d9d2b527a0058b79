package chart

import (
	"cmp"
	"slices"

	"gonum.org/v1/plot/vg"
)

// spread places labels of the given heights and returns their middles. No label overlaps another,
// and all stay between lo and hi. Each middle is as near as possible to its wanted place. Where the
// labels do not all fit they are spaced evenly and overlap. Labels keep the order of their wanted
// places, and then of their index.
//
// After subtracting the heights this is the least-squares monotone regression. Labels that push
// each other form a pool and share the mean of their wishes (pool adjacent violators: Ayer et al.
// 1955, Ann. Math. Stat. 26, 641).
func spread(want, height []vg.Length, lo, hi vg.Length) []vg.Length {
	order := make([]int, len(want))
	total := vg.Length(0)
	for i := range order {
		order[i] = i
		total += height[i]
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(want[a], want[b]) })
	tight := min(1, (hi-lo)/max(total, 1e-9)) // below 1: they cannot all fit
	middles := make([]vg.Length, len(want))
	below, wishes := vg.Length(0), make([]vg.Length, len(want))
	// measure each wish from the place where the labels below it would put it
	for k, i := range order {
		middles[i] = below + tight*height[i]/2
		wishes[k] = want[i] - middles[i]
		below += tight * height[i]
	}
	for k, v := range monotone(wishes) {
		middles[order[k]] += min(max(v, lo), max(lo, hi-below))
	}
	return middles
}

// monotone returns the least-squares non-decreasing fit.
func monotone(v []vg.Length) []vg.Length {
	type pool struct {
		sum vg.Length
		n   int
	}
	mean := func(p pool) vg.Length { return p.sum / vg.Length(p.n) }
	var pools []pool
	for _, x := range v {
		pools = append(pools, pool{x, 1})
		for n := len(pools); n > 1 && mean(pools[n-2]) > mean(pools[n-1]); n = len(pools) {
			pools[n-2].sum += pools[n-1].sum
			pools[n-2].n += pools[n-1].n
			pools = pools[:n-1]
		}
	}
	fit := make([]vg.Length, 0, len(v))
	for _, p := range pools {
		for range p.n {
			fit = append(fit, mean(p))
		}
	}
	return fit
}
