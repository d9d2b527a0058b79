package metrics

import (
	"fmt"
	"math"

	"orglearn/metrics/stats"
)

// Outcome is one number computed from one run's curve. Of returns NaN where it was not reached.
type Outcome struct {
	Name string
	Unit string
	Of   func(Curve) float64
}

// TimeTo is the first recorded tick at which a metric is at least a threshold.
func TimeTo(threshold float64) Outcome {
	return Outcome{fmt.Sprintf("time to %v", threshold), "ticks", func(c Curve) float64 { return c.firstAtLeast(threshold) }}
}

// TimeToShare is the first recorded tick at which a metric has come so far, 0 to 1, of the way from its first value to its last. A curve
// that ends no higher than it began never gets there.
func TimeToShare(share float64) Outcome {
	return Outcome{fmt.Sprintf("time to %v of the end", share), "ticks", func(c Curve) float64 {
		from, to := c.Values[0], c.Values[len(c.Values)-1]
		if !(to > from) {
			return math.NaN()
		}
		return c.firstAtLeast(from + float64(share*(to-from)))
	}}
}

func (c Curve) firstAtLeast(threshold float64) float64 {
	for i, v := range c.Values {
		if v >= threshold {
			return float64(c.Ticks[i])
		}
	}
	return math.NaN()
}

// AreaUnder is the mean height of a curve between its first and last tick, by trapezia: in the metric's own unit, and for one tick its
// value.
func AreaUnder() Outcome {
	return Outcome{"mean height", "of the metric", func(c Curve) float64 {
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

// Retention is what is left at one recorded tick of what there was at another: the ratio of the metric's values. Turnover between the two
// shows in it what an organization keeps when people leave. It is missing where there was nothing to keep, or a tick is not recorded.
func Retention(from, to int) Outcome {
	return Outcome{fmt.Sprintf("retention from %d to %d", from, to), "share", func(c Curve) float64 {
		was, is := c.at(from), c.at(to)
		if !(was > 0) {
			return math.NaN()
		}
		return is / was
	}}
}

func (c Curve) at(tick int) float64 {
	for i, t := range c.Ticks {
		if t == tick {
			return c.Values[i]
		}
	}
	return math.NaN()
}

// Outcomes are an outcome of a metric in every replicate, in their order; NaN where it was not reached.
func (t *Table) Outcomes(scenario string, m Metric, o Outcome) []float64 {
	values := make([]float64, t.Replicates())
	for r := range values {
		values[r] = o.Of(t.Curve(scenario, r, m))
	}
	return values
}

// Arrival is the share of runs that reached an outcome, and its median over all: an outcome never reached is censored, and so a mean over
// those that did would mislead.
func (t *Table) Arrival(scenario string, m Metric, o Outcome) (stats.Arrival, error) {
	var reached []float64
	all := t.Outcomes(scenario, m, o)
	for _, v := range all {
		if !math.IsNaN(v) {
			reached = append(reached, v)
		}
	}
	return stats.Censored(reached, len(all), Level)
}
