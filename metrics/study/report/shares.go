package report

import (
	"fmt"
	"math"

	"orglearn/agents"
	"orglearn/metrics/stats"
	"orglearn/metrics/study"
)

// shares says where the variance of single runs comes from, in one organization and column.
type shares struct {
	Organization, Column string
	Axes                 []string
	Main                 []string // the share of each axis alone
	Together, Replicates string   // interactions of axes; the replicates
}

// shares decomposes the variance over the grid of the axes, whose points count equally. The share
// of an axis is the variance of the means at its values. What the cell means vary beyond that is
// interaction. Sampling error of the means is in these shares.
func (in Input) shares() (all []shares) {
	if len(in.Data.Plan.Cells[0].Factors) == 0 {
		return nil
	}
	for _, name := range in.plain() {
		for k, column := range in.Data.Plan.Columns {
			if s, ok := in.sharesOf(name, k); ok {
				s.Organization, s.Column = name, column.String()
				all = append(all, s)
			}
		}
	}
	return all
}

func (in Input) sharesOf(name string, column int) (s shares, ok bool) {
	cells := in.cells[name]
	for _, cell := range cells {
		if in.Data.Estimate(cell, column, study.Level).N < 2 {
			return s, false
		}
	}
	parts := in.decompose(cells, column, nil)
	if parts == nil {
		return s, false
	}
	texts, bounds := make([]string, len(parts)), in.intervals(cells, column, parts)
	for i, share := range parts {
		texts[i] = percent(share)
		if bounds != nil {
			texts[i] += fmt.Sprintf(" [%.0f, %.0f]", 100*bounds[i][0], 100*bounds[i][1])
		}
	}
	n := len(parts) - 2
	for _, f := range in.Data.Plan.Cells[cells[0]].Factors {
		s.Axes = append(s.Axes, f.Name)
	}
	s.Main, s.Together, s.Replicates = texts[:n], texts[n], texts[n+1]
	return s, true
}

// decompose returns the share of each axis, of the axes together and of the replicates. Together
// they are 1. Replicate r counts weights[r] times, or once if there are no weights. It returns nil
// where a cell has fewer than 2 runs or nothing varies.
func (in Input) decompose(cells []int, column int, weights []int) []float64 {
	means, within := make([]float64, len(cells)), 0.0
	for i, cell := range cells {
		mean, variance, ok := moments(in.Data.Values(cell, column), weights)
		if !ok {
			return nil
		}
		means[i] = mean
		within += variance / float64(len(cells))
	}
	between := spread(means)
	total := between + within
	if total == 0 {
		return nil
	}
	var parts []float64
	rest := between
	for a := range in.Data.Plan.Cells[cells[0]].Factors {
		main := spread(in.marginal(cells, means, a))
		rest -= main
		parts = append(parts, main/total)
	}
	return append(parts, max(0, rest)/total, within/total)
}

// moments returns the mean and the variance (n - 1) of values that are there, of which there must
// be 2 or more.
func moments(values []float64, weights []int) (mean, variance float64, ok bool) {
	n, sum, squares, origin := 0.0, 0.0, 0.0, math.NaN()
	for r, v := range values {
		w := 1.0
		if weights != nil {
			w = float64(weights[r])
		}
		if math.IsNaN(v) || w == 0 {
			continue
		}
		if math.IsNaN(origin) {
			origin = v // sums of differences lose fewer digits
		}
		n += w
		sum += float64(w * (v - origin))
		squares += float64(float64(w*(v-origin)) * (v - origin))
	}
	if n < 2 {
		return 0, 0, false
	}
	return origin + sum/n, max(0, (squares-float64(sum/n)*sum)/(n-1)), true
}

const (
	// resamples is the number of bootstrap samples for an interval, unless runs are many.
	resamples = 1000
	// leastResamples leaves five samples beyond each end of an interval.
	leastResamples = 200
	// mostResampled bounds the values that are read for the intervals of one row: a second.
	mostResampled = 1 << 26
)

// intervals returns the 95 % intervals of shares. They come from bootstrap samples of the
// replicates, the same in all cells, because a replicate has the same chance in all. The sampling
// error of the means raises a share, and a sample of the replicates raises it as much again. So the
// interval is that of the samples mirrored at the share (basic bootstrap), within 0 to 1. It
// returns nil where most samples have no share, because runs are too few.
func (in Input) intervals(cells []int, column int, parts []float64) [][2]float64 {
	n := in.Data.Plan.Replicates
	stream, weights := agents.NewStream(in.Data.Plan.Seed), make([]int, n)
	samples := make([][]float64, len(parts))
	draws := max(leastResamples, min(resamples, mostResampled/(n*len(cells))))
	for range draws {
		clear(weights)
		for range n {
			weights[stream.IntN(n)]++
		}
		for i, share := range in.decompose(cells, column, weights) {
			samples[i] = append(samples[i], share)
		}
	}
	if 2*len(samples[0]) < draws {
		return nil
	}
	bounds := make([][2]float64, len(parts))
	for i, share := range parts {
		low, _ := stats.Quantile(samples[i], .025)
		high, _ := stats.Quantile(samples[i], .975)
		bounds[i] = [2]float64{within(2*share - high), within(2*share - low)}
	}
	return bounds
}

// within is a share in 0 to 1.
func within(share float64) float64 { return max(0, min(1, share)) }

// marginal returns, for each cell, the mean of all cells with the same value of an axis.
func (in Input) marginal(cells []int, means []float64, axis int) []float64 {
	sum, n := map[string]float64{}, map[string]float64{}
	for i, cell := range cells {
		v := in.Data.Plan.Cells[cell].Factors[axis].Value
		sum[v] += means[i]
		n[v]++
	}
	all := make([]float64, len(cells))
	for i, cell := range cells {
		v := in.Data.Plan.Cells[cell].Factors[axis].Value
		all[i] = sum[v] / n[v]
	}
	return all
}

// spread is the variance of numbers that are all there is.
func spread(xs []float64) float64 {
	mean, sum := stats.Mean(xs), 0.0
	for _, x := range xs {
		sum += float64((x - mean) * (x - mean))
	}
	return sum / float64(len(xs))
}

func percent(share float64) string { return fmt.Sprintf("%.0f %%", math.Abs(100*share)) }
