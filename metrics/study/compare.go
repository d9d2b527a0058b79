package study

import (
	"fmt"
	"slices"

	"orglearn/metrics/stats"
)

// Level is the level at which all intervals of a family hold together (Bonferroni).
const Level = .95

// Verdict is what an interval says of a difference, in words.
type Verdict string

// The verdicts. All of a family hold together at Level.
const (
	Higher  Verdict = "higher"                  // the interval lies above the margin
	Lower   Verdict = "lower"                   // it lies below minus the margin
	Same    Verdict = "the same, by the margin" // it lies within the margin
	Slight  Verdict = "different, perhaps within the margin"
	Open    Verdict = "not shown"   // it holds 0 and goes beyond the margin
	Unknown Verdict = "no interval" // there are too few pairs
)

// Difference is a comparison at one point of the axes.
type Difference struct {
	Compare
	Factors []Factor // the point
	Cells   [2]int   // those of the two organizations
	stats.Estimate
	Verdict Verdict
}

// Differences returns each comparison of a study at each point of the axes. Their intervals hold
// together at Level: each is at 1 - .05/n for n of them, or 1 - .05/(looks × n) if the study runs
// Until. It is an error where an organization or a column is not in the plan.
func (s Study) Differences(d *Data) ([]Difference, error) {
	var all []Difference
	for _, c := range s.Compare {
		pairs, err := d.Plan.pairs(c)
		if err != nil {
			return nil, err
		}
		for _, cells := range pairs {
			all = append(all, Difference{Compare: c, Cells: cells,
				Factors: d.Plan.Cells[cells[0]].Factors})
		}
	}
	level := s.level(len(all))
	for i := range all {
		e := &all[i]
		e.Estimate = d.Difference(e.Cells[0], e.Cells[1], d.Plan.Column(e.Metric, e.Tick), level)
		e.Verdict = verdict(e.Estimate, e.Margin)
	}
	return all, nil
}

// level is that of each of so many intervals that hold together. A study that may end at several
// looks has as many chances to be wrong.
func (s Study) level(intervals int) float64 {
	n := max(1, intervals)
	if s.Until != nil {
		n *= len(Looks)
	}
	return 1 - (1-Level)/float64(n)
}

func verdict(e stats.Estimate, margin float64) Verdict {
	switch {
	case !e.HasInterval() && !(e.Note == "no variance" && e.N > 1):
		return Unknown
	case e.Low > margin:
		return Higher
	case e.High < -margin:
		return Lower
	case e.Low >= -margin && e.High <= margin:
		return Same
	case e.Low > 0 || e.High < 0:
		return Slight
	}
	return Open
}

// pairs returns the cells of the two organizations of a comparison at each point of the axes.
func (p Plan) pairs(c Compare) ([][2]int, error) {
	if p.Column(c.Metric, c.Tick) < 0 {
		return nil, fmt.Errorf("study: %s is not recorded at tick %d", c.Metric, c.Tick)
	}
	var cells [2][]int
	for i, cell := range p.Cells {
		for side, name := range c.Between {
			if cell.Organization == name {
				cells[side] = append(cells[side], i)
			}
		}
	}
	if len(cells[0]) == 0 || len(cells[0]) != len(cells[1]) {
		return nil, fmt.Errorf("study: %q has %d cells and %q has %d, want as many", c.Between[0],
			len(cells[0]), c.Between[1], len(cells[1]))
	}
	pairs := make([][2]int, len(cells[0]))
	for i, a := range cells[0] {
		pairs[i] = [2]int{a, cells[1][i]}
		if !slices.Equal(p.Cells[a].Factors, p.Cells[cells[1][i]].Factors) {
			return nil, fmt.Errorf("study: cells %d and %d are at different points", a, cells[1][i])
		}
	}
	return pairs, nil
}

// Widest returns the largest half-width of the difference over the points of the axes, and whether
// all are at most HalfWidth. Each interval is at 1 - .05/(looks × points), because each of the
// Looks could end the study. With this the intervals at the end hold together at 95 % or more;
// plain intervals at each look would not.
func (u Until) Widest(d *Data) (widest float64, enough bool, err error) {
	pairs, err := d.Plan.pairs(u.Compare)
	if err != nil {
		return 0, false, err
	}
	level := Study{Until: &u}.level(len(pairs))
	enough = true
	for _, cells := range pairs {
		e := d.Difference(cells[0], cells[1], d.Plan.Column(u.Metric, u.Tick), level)
		if !e.HasInterval() && e.Note != "no variance" {
			enough = false
			continue
		}
		widest = max(widest, (e.High-e.Low)/2)
	}
	return widest, enough && widest <= u.HalfWidth, nil
}

// Next returns the first of the Looks above a number of replicates, or Most if there is none.
func (u Until) Next(replicates int) int {
	for _, look := range Looks {
		if look > replicates {
			return min(look, u.Most)
		}
	}
	return u.Most
}
