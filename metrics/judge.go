package metrics

import (
	"fmt"
	"math"

	"orglearn/metrics/stats"
)

// A Horizon is the quantity in which runs are compared: a metric at a tick, or one number for the
// whole run.
type Horizon struct {
	Name   string
	values func(t *Table, scenario string) []float64
	bounds [2]float64 // lower and upper bound of the values; equal: unknown
}

// Within returns the horizon with bounds for its values. Intervals of differences then respect
// these bounds.
func (h Horizon) Within(low, high float64) Horizon {
	h.bounds = [2]float64{low, high}
	return h
}

// AtTick returns the horizon of a metric at a recorded tick.
func AtTick(m Metric, tick int) Horizon {
	return Horizon{
		Name:   fmt.Sprintf("%s at tick %d", m.Name, tick),
		values: func(t *Table, s string) []float64 { return t.Values(s, m, tick) },
	}
}

// OverRun returns the horizon of an outcome of a metric. The outcome is in the metric's unit, as
// AreaUnder is.
func OverRun(m Metric, o Outcome) Horizon {
	return Horizon{
		Name:   fmt.Sprintf("%s, %s", m.Name, o.Name),
		values: func(t *Table, s string) []float64 { return t.Outcomes(s, m, o) },
	}
}

// A Contrast is the difference A - B of two scenarios, run by run.
type Contrast struct {
	A, B string
	At   Horizon
}

// Limits are the error rate and the margins, fixed before the runs are seen.
type Limits struct {
	Alpha    float64 // chance of any wrong claim in the family, above 0 and below .5
	Margin   float64 // difference that does not matter, in units of the metric, above 0
	Relative float64 // difference that does not matter, as a share of the level, 0 to 2 exclusive
}

// A Finding is the result for one contrast.
type Finding struct {
	Contrast
	Means      [2]float64     // means of A and of B
	Difference stats.Estimate // mean of A - B; its interval at Level is for this contrast alone
	Ahead      float64        // share of runs in which A is above B
	Tied       float64        // share of runs in which both are the same
	// P and PEqual are p-values adjusted for the whole family. The hypothesis of P is that A and B
	// do not differ; that of PEqual is that they differ by Margin, or Relative, or more.
	P, PEqual float64
	Claim     Claim
	Note      string // why there is nothing to compare, or empty
}

// A Claim is the one statement made about a contrast.
type Claim int

// The claims.
const (
	Unclear   Claim = iota // too few runs to tell
	Higher                 // A is above B
	Lower                  // A is below B
	Alike                  // the two differ by less than the margins
	Identical              // both are the same in every run
	Missing                // there is nothing to compare: see Note
)

// Judge tests all contrasts as one family and makes one claim about each. It can be wrong in two
// ways. It may claim a difference that does not exist. Or it may call two scenarios Alike that
// differ by Margin, Relative or more. The chance of any wrong claim in the family is at most Alpha,
// for normal differences.
//
// Each contrast has two hypotheses, of which at most one is true. The first is that the mean
// difference is 0 (tested by the paired t test). The second is that it is Margin or more, or
// Relative of the level or more (tested by stats.TOST and stats.RelativeTOST; both must reject).
// All p-values are adjusted by stats.HolmExclusive.
//
// Where a difference is shown, and also shown to be below the margins, the claim is Alike. Where
// two scenarios are the same in every run, the claim is Identical, without a test. A difference
// that has one same value in every one of n runs has the p-value of a sign test, 2^(1-n).
//
// Measured error, the share of 1,000 experiments in which any difference was claimed among three
// equal organizations with chance of their own, at three ticks and over the run (TestJudgeError
// -full). It is .042 at n = 5, .039 at 10, .033 at 20, .036 at 50.
func (t *Table) Judge(contrasts []Contrast, l Limits) ([]Finding, error) {
	if err := l.check(); err != nil {
		return nil, err
	}
	all := make([]Finding, len(contrasts))
	var ps [][2]float64
	var of []int
	for i, c := range contrasts {
		p := all[i].fill(t, c, l)
		if all[i].Claim == Unclear {
			ps, of = append(ps, p), append(of, i)
		}
	}
	adjusted, err := stats.HolmExclusive(ps)
	if err != nil {
		return nil, err
	}
	for k, p := range adjusted {
		all[of[k]].judge(p, l.Alpha)
	}
	return all, nil
}

func (l Limits) check() error {
	switch {
	case !(l.Alpha > 0 && l.Alpha < .5):
		return fmt.Errorf("metrics: Limits.Alpha is %v, want more than 0 and less than .5", l.Alpha)
	case !(l.Margin > 0 && l.Margin <= stats.Limit):
		return fmt.Errorf("metrics: Limits.Margin is %v, want more than 0", l.Margin)
	case !(l.Relative > 0 && l.Relative < 2):
		return fmt.Errorf("metrics: Limits.Relative is %v, want more than 0 and less than 2",
			l.Relative)
	}
	return nil
}

// fill describes a contrast. It returns the two p-values, not adjusted.
func (f *Finding) fill(t *Table, c Contrast, l Limits) (p [2]float64) {
	f.Contrast, f.P, f.PEqual = c, 1, 1
	x, y := c.At.values(t, c.A), c.At.values(t, c.B)
	if f.Note = incomparable(x, y); f.Note != "" && f.Note != "one replicate" {
		f.Claim = Missing
		return p
	}
	d := minus(x, y)
	f.Means = [2]float64{stats.Mean(x), stats.Mean(y)}
	f.Difference = c.At.within(d)
	f.Ahead, f.Tied = shareOf(d, func(v float64) bool { return v > 0 }),
		shareOf(d, func(v float64) bool { return v == 0 })
	switch {
	case f.Note != "":
		f.Claim = Missing
	case f.Tied == 1:
		f.Claim = Identical
	default:
		return c.At.test(x, y, l)
	}
	return p
}

// within returns the mean difference, with an interval that stays in the range of differences.
func (h Horizon) within(d []float64) stats.Estimate {
	width := h.bounds[1] - h.bounds[0]
	if !(width > 0) {
		return estimate(d)
	}
	return stats.Bounded(d, -width, width, Level)
}

// test returns the p-values of a difference and of its absence.
func (h Horizon) test(x, y []float64, l Limits) [2]float64 {
	margin, err := stats.TOST(x, y, l.Margin, l.Alpha)
	if err != nil {
		return [2]float64{1, 1}
	}
	share, err := stats.RelativeTOST(x, y, l.Relative)
	if err != nil {
		return [2]float64{1, 1}
	}
	differ, err := stats.PairedT(x, y)
	if err != nil { // the difference is the same in every run
		return [2]float64{math.Pow(2, float64(1-len(x))), 1}
	}
	return [2]float64{differ.P, max(margin.P, share)}
}

// judge sets the claim from the adjusted p-values.
func (f *Finding) judge(p [2]float64, alpha float64) {
	f.P, f.PEqual = p[0], p[1]
	switch {
	case f.PEqual <= alpha:
		f.Claim = Alike
	case f.P > alpha:
		f.Claim = Unclear
	case f.Difference.Mean > 0:
		f.Claim = Higher
	default:
		f.Claim = Lower
	}
}

// shareOf returns the share of values for which is returns true.
func shareOf(values []float64, is func(float64) bool) float64 {
	n := 0
	for _, v := range values {
		if is(v) {
			n++
		}
	}
	return float64(n) / float64(len(values))
}

// Turned returns the finding for B - A.
func (f Finding) Turned() Finding {
	f.A, f.B = f.B, f.A
	f.Means[0], f.Means[1] = f.Means[1], f.Means[0]
	d := &f.Difference
	d.Mean, d.Low, d.High = -d.Mean, -d.High, -d.Low
	f.Ahead = max(0, 1-f.Ahead-f.Tied)
	switch f.Claim {
	case Higher:
		f.Claim = Lower
	case Lower:
		f.Claim = Higher
	}
	return f
}
