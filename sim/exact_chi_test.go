package sim_test

import (
	"math"
	"slices"
	"testing"

	"gonum.org/v1/gonum/stat/distuv"
)

// cells joins states until at least 5 runs are expected in each cell: a likely state is a cell by
// itself, and rare states are joined with rare neighbours.
func (x expectation) cells() [][]int {
	const least = 5. / exactReplicates
	var cells [][]int
	var rare []int
	sum := 0.
	for k, p := range x.chances {
		if p >= least {
			cells = append(cells, []int{k})
			continue
		}
		rare = append(rare, k)
		if sum += p; sum >= least {
			cells, rare, sum = append(cells, rare), nil, 0
		}
	}
	switch {
	case len(rare) == 0:
	case len(cells) == 0:
		cells = [][]int{rare}
	default:
		last := len(cells) - 1
		cells[last] = append(cells[last], rare...)
	}
	return cells
}

// pValue returns the probability that chi-square is at least the value of these counts.
func (x expectation) pValue(count []int) float64 {
	cells := x.cells()
	observed, probability := make([]int, len(cells)), make([]float64, len(cells))
	for c, cell := range cells {
		for _, k := range cell {
			observed[c] += count[k]
			probability[c] += x.chances[k]
		}
	}
	return chiSquare(observed, probability)
}

func chiSquare(observed []int, probability []float64) float64 {
	trials, sum := 0, 0.
	for _, n := range observed {
		trials += n
	}
	for k, n := range observed {
		want := float64(trials) * probability[k]
		sum += (float64(n) - want) * (float64(n) - want) / want
	}
	return distuv.ChiSquared{K: float64(len(observed) - 1)}.Survival(sum)
}

// marginals compares each belief, norm and claim by itself, and each two of them, with the
// enumeration. A fault in one of many shows here.
func (x expectation) marginals(t *testing.T, count []int) {
	t.Helper()
	for i := range x.finals[0] {
		for j := range i + 1 {
			var observed [9]int
			var probability [9]float64
			for k, f := range x.finals {
				at := 3*(f[i]+1) + f[j] + 1
				observed[at] += count[k]
				probability[at] += x.chances[k]
			}
			if p := pooled(observed[:], probability[:]); p < 1e-9 {
				t.Errorf("places %d and %d of the final state: p = %.2g, %v, want %.3f\n%v", i, j,
					p, observed, probability, x)
				return
			}
		}
	}
}

// pooled is chiSquare with all rare states in one cell, or in the last cell if that one is rare
// too.
func pooled(observed []int, probability []float64) float64 {
	var o []int
	var p []float64
	rare, rarely := 0, 0.
	for k, n := range observed {
		if probability[k]*exactReplicates >= 5 {
			o, p = append(o, n), append(p, probability[k])
			continue
		}
		rare += n
		rarely += probability[k]
	}
	if rarely*exactReplicates >= 5 {
		o, p = append(o, rare), append(p, rarely)
	} else if last := len(o) - 1; last >= 0 {
		o[last] += rare
		p[last] += rarely
	}
	if len(o) < 2 {
		return 1
	}
	return chiSquare(o, p)
}

// kolmogorov returns the probability that uniform numbers are at least as far from uniform as these
// (Kolmogorov and Smirnov, with the correction of Stephens 1970 for small samples).
func kolmogorov(values []float64) float64 {
	sorted := slices.Sorted(slices.Values(values))
	n, apart := float64(len(sorted)), 0.
	for k, v := range sorted {
		apart = max(apart, v-float64(k)/n, float64(k+1)/n-v)
	}
	l := (math.Sqrt(n) + .12 + .11/math.Sqrt(n)) * apart
	sum, sign := 0., 2.
	for j := 1.; j <= 100; j++ {
		sum += sign * math.Exp(-2*j*j*l*l)
		sign = -sign
	}
	return min(max(sum, 0), 1)
}
