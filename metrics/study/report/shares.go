package report

import (
	"fmt"
	"math"

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
// interaction.
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
	parts := in.portions(cells, column)
	if parts == nil {
		return s, false
	}
	texts := make([]string, len(parts))
	for i, p := range parts {
		texts[i] = percent(p.share)
		if p.interval != nil {
			texts[i] += fmt.Sprintf(" [%.0f, %.0f]", 100*p.interval[0], 100*p.interval[1])
		}
	}
	n := len(parts) - 2
	for _, f := range in.Data.Plan.Cells[cells[0]].Factors {
		s.Axes = append(s.Axes, f.Name)
	}
	s.Main, s.Together, s.Replicates = texts[:n], texts[n], texts[n+1]
	return s, true
}

// A portion is a share of variance with its 95 % interval, all within 0 to 1. The interval is nil
// where runs are too few.
type portion struct {
	share    float64
	interval *[2]float64
}

// portions returns the share of each axis, of the axes together and of the replicates. It returns
// nil where nothing varies.
//
// The sampling error of the means raises the shares of axes, which the jackknife corrects: each
// replicate is left out once, of all cells, because a replicate has the same chance in all. The
// interval is the jackknife's too, with Student's t (Tukey 1958, Annals of Mathematical Statistics
// 29:614), of the arcsine of the share's root, whose variance depends little on the share. With 40
// replicates of normal numbers such intervals held the truth in 91 to 97 of 100 studies.
func (in Input) portions(cells []int, column int) []portion {
	sums := make([]moments, len(cells))
	for i, cell := range cells {
		sums[i] = momentsOf(in.Data.Values(cell, column))
	}
	all := in.decompose(cells, sums)
	without := make([][]float64, len(all))
	left := make([]moments, len(cells))
	for r := range in.Data.Plan.Replicates {
		for i, cell := range cells {
			left[i] = sums[i].without(in.Data.Values(cell, column)[r])
		}
		for i, share := range in.decompose(cells, left) {
			without[i] = append(without[i], share)
		}
	}
	portions := make([]portion, len(all))
	for i, share := range all {
		portions[i] = portion{share: share}
		if len(without[i]) == in.Data.Plan.Replicates {
			portions[i] = jackknife(share, without[i])
		}
	}
	return portions
}

// jackknife corrects a share by what it is without each replicate.
func jackknife(share float64, without []float64) portion {
	n := float64(len(without))
	pseudo, angles := make([]float64, len(without)), make([]float64, len(without))
	for r, other := range without {
		pseudo[r] = float64(n*share) - float64((n-1)*other)
		angles[r] = float64(n*angle(share)) - float64((n-1)*angle(other))
	}
	of := stats.TInterval(angles, .95)
	reach := of.High - of.Mean
	low, high := shareAt(angle(share)-reach), shareAt(angle(share)+reach)
	return portion{max(low, min(high, stats.Mean(pseudo))), &[2]float64{low, high}}
}

// angle is the arcsine of the root of a share, and shareAt the share of an angle.
func angle(share float64) float64 { return math.Asin(math.Sqrt(max(0, min(1, share)))) }

func shareAt(angle float64) float64 {
	sine := math.Sin(max(0, min(math.Pi/2, angle)))
	return float64(sine * sine)
}

// decompose returns the share of each axis, of the axes together and of the replicates. Together
// they are 1. It returns nil where a cell has fewer than 2 runs or nothing varies.
func (in Input) decompose(cells []int, sums []moments) []float64 {
	means, within := make([]float64, len(cells)), 0.0
	for i, sum := range sums {
		mean, variance, ok := sum.of()
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

// moments are the number of values that are there, and the sums of their differences from the first
// and of the squares of these. Sums of differences lose fewer digits.
type moments struct{ n, origin, sum, squares float64 }

func momentsOf(values []float64) (m moments) {
	for _, v := range values {
		if math.IsNaN(v) {
			continue
		}
		if m.n == 0 {
			m.origin = v
		}
		m.n++
		m.sum += v - m.origin
		m.squares += float64((v - m.origin) * (v - m.origin))
	}
	return m
}

// without leaves one of the values out.
func (m moments) without(v float64) moments {
	if math.IsNaN(v) {
		return m
	}
	m.n--
	m.sum -= v - m.origin
	m.squares -= float64((v - m.origin) * (v - m.origin))
	return m
}

// of returns the mean and the variance (n - 1) of the values, of which there must be 2 or more.
func (m moments) of() (mean, variance float64, ok bool) {
	if m.n < 2 {
		return 0, 0, false
	}
	variance = (m.squares - float64(m.sum/m.n)*m.sum) / (m.n - 1)
	return m.origin + m.sum/m.n, max(0, variance), true
}

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
