package metrics

import (
	"fmt"
	"math"

	"orglearn/metrics/stats"
)

// Outcome is one number computed from one run's curve. Of returns NaN where there is none, as for a
// height never reached; an infinity counts as none too.
type Outcome struct {
	Name string
	Unit string // "": that of the metric
	Of   func(Curve) float64
}

// TimeTo is the first recorded tick at which a metric is at least a threshold; missing where it
// never is. The ticks that are recorded are its resolution.
func TimeTo(threshold float64) Outcome {
	return Outcome{fmt.Sprintf("time to %v", threshold), "ticks", func(c Curve) float64 {
		return c.first(func(v float64) bool { return v >= threshold })
	}}
}

// TimeToShare is the first recorded tick at which a metric has come a share, 0 to 1, of the way up
// from its first recorded value to its last: at least first + share (last - first). Every curve
// that ends higher than it began gets there, by its last tick at the latest. For one that does not
// the time is missing: there is no way up (of what falls, as Diversity does, measure what rises).
// The way is each run's own: a run that ends low can be quick.
func TimeToShare(share float64) Outcome {
	return Outcome{fmt.Sprintf("time to %v of the way", share), "ticks", func(c Curve) float64 {
		from, to := c.Values[0], c.Values[len(c.Values)-1]
		if !(to > from) {
			return math.NaN()
		}
		goal := from + float64((share-rounding)*(to-from))
		return c.first(func(v float64) bool { return v >= goal })
	}}
}

// rounding is the share of the way by which a value may fall short: it may be rounded, as may the
// goal.
const rounding = 1e-12

// first is the first tick whose value is as asked, or NaN.
func (c Curve) first(is func(float64) bool) float64 {
	for i, v := range c.Values {
		if is(v) {
			return float64(c.Ticks[i])
		}
	}
	return math.NaN()
}

// AreaUnder is the area under a curve from its first to its last recorded tick, by trapezia,
// divided by their distance: its mean height, in the metric's own unit and range; of one tick its
// value. It is missing where a value is.
func AreaUnder() Outcome {
	return Outcome{"mean height", "", func(c Curve) float64 {
		last := len(c.Ticks) - 1
		if last == 0 {
			return c.Values[0]
		}
		area := 0.
		for i := range last {
			area += float64(float64(c.Ticks[i+1]-c.Ticks[i]) * (c.Values[i] + c.Values[i+1]))
		}
		return area / 2 / float64(c.Ticks[last]-c.Ticks[0])
	}}
}

// Retention is what is left at one recorded tick of what there was at another: the ratio of the
// metric's values, at least 0 for a metric that is, 1 where all is left, above 1 where more came.
// Turnover between the two shows in it what an organization keeps when people leave. It is missing
// where there was nothing to keep (0 or less), or a tick is not recorded.
func Retention(from, to int) Outcome {
	return Outcome{fmt.Sprintf("retention from %d to %d", from, to), "share",
		func(c Curve) float64 {
			was, is := c.At(from), c.At(to)
			if !(was > 0) {
				return math.NaN()
			}
			return is / was
		}}
}

// Outcomes are an outcome of a metric in every replicate, in their order; NaN where it is missing,
// as it is everywhere of an outcome without Of.
func (t *Table) Outcomes(scenario string, m Metric, o Outcome) []float64 {
	values := make([]float64, t.Replicates())
	for r := range values {
		if values[r] = math.NaN(); o.Of != nil {
			values[r] = known(o.Of(t.Curve(scenario, r, m)))
		}
	}
	return values
}

// OutcomeEstimate is the mean over replicates of an outcome, with Student's t interval at Level.
// Where it is missing in some there is no mean, which would be over the quick or the lucky ones,
// but a Note: see Arrival.
func (t *Table) OutcomeEstimate(scenario string, m Metric, o Outcome) stats.Estimate {
	values := t.Outcomes(scenario, m, o)
	if note := incomparable(values); note != "" && note != "one replicate" {
		return stats.Estimate{Note: note}
	}
	return estimate(values)
}

// Arrival is the share of runs that reached an outcome, and its median over all: an outcome never
// reached is censored, and so a mean over those that did would mislead. It is for times; without a
// replicate it is an error.
func (t *Table) Arrival(scenario string, m Metric, o Outcome) (stats.Arrival, error) {
	all := t.Outcomes(scenario, m, o)
	return stats.Censored(there(all), len(all), Level)
}
