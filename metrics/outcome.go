package metrics

import (
	"fmt"
	"math"

	"orglearn/metrics/stats"
)

// Outcome is one number computed from one run's curve. Of returns NaN where the number does not
// exist, as for a threshold never reached. An infinity counts as missing too.
type Outcome struct {
	Name string
	Unit string // "": the unit of the metric
	Of   func(Curve) float64
}

// TimeTo is the first recorded tick at which a metric is at least a threshold. It is missing where
// the metric never is. Its resolution is that of the recorded ticks.
func TimeTo(threshold float64) Outcome {
	return Outcome{fmt.Sprintf("time to %v", threshold), "ticks", func(c Curve) float64 {
		return c.first(func(v float64) bool { return v >= threshold })
	}}
}

// TimeToShare is the first recorded tick at which a metric has come a share, 0 to 1, of its way.
// The way leads from its first recorded value to its last. So the metric is at least first + share
// (last - first). Every curve that ends higher than it began gets there, by its last tick at the
// latest. For other curves the time is missing, because there is no way up. For a metric that
// falls, as Diversity does, use one that rises instead. Each run has its own way, so a run that
// ends low can be quick.
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

// rounding is the share of the way by which a value may fall short, because the value and the goal
// may both be rounded.
const rounding = 1e-12

// first returns the first tick for whose value is returns true, or NaN.
func (c Curve) first(is func(float64) bool) float64 {
	for i, v := range c.Values {
		if is(v) {
			return float64(c.Ticks[i])
		}
	}
	return math.NaN()
}

// AreaUnder is the mean height of a curve, in the metric's own unit and range. It is the area under
// the curve from its first to its last recorded tick, by trapezia, divided by the distance of these
// ticks. For one tick it is the value there. It is missing where any value is.
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

// Retention is the value of a metric at one recorded tick divided by its value at another: 1 where
// all is kept, above 1 where more was gained. It is at least 0 for a metric that is at least 0.
// With turnover between the two ticks it shows what an organization keeps when people leave. It is
// missing where the first value is 0 or less, or a tick is not recorded.
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

// Outcomes returns the outcome of a metric in every replicate, in their order. It is NaN where it
// is missing, and everywhere for an outcome without Of.
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
// Where the outcome is missing in some replicates there is a Note instead of a mean, because a mean
// over the successful replicates would mislead: see Arrival.
func (t *Table) OutcomeEstimate(scenario string, m Metric, o Outcome) stats.Estimate {
	values := t.Outcomes(scenario, m, o)
	if note := incomparable(values); note != "" && note != "one replicate" {
		return stats.Estimate{Note: note}
	}
	return estimate(values)
}

// Arrival returns the share of runs that reached an outcome, and the median time over all runs. A
// run that never reached it is censored: its time is only known to be later than its end. It is for
// outcomes that are times. It is an error without a replicate.
func (t *Table) Arrival(scenario string, m Metric, o Outcome) (stats.Arrival, error) {
	all := t.Outcomes(scenario, m, o)
	return stats.Censored(there(all), len(all), Level)
}
