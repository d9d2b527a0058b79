package chart

import (
	"fmt"
	"math"
	"strings"

	"orglearn/metrics"
	"orglearn/metrics/stats"
	"orglearn/sim/setups"
)

// Learning draws the curve of a metric over the ticks, one line per scenario with its band. It
// shows all scenarios, or the named ones in that order. A randomization (setups.Randomized) is
// dashed, in the colour of the scenario before it. Ticks without a value are left out. A line
// without any interval has no band.
func Learning(t *metrics.Table, m metrics.Metric, scenarios ...string) Curves {
	if len(scenarios) == 0 {
		scenarios = t.Scenarios()
	}
	return Curves{
		Title:  capital(m.Name),
		X:      Axis{Label: "tick"},
		Y:      Axis{Label: label(m)},
		Series: seriesOf(t, m, scenarios),
	}
}

// Ends draws the distribution of a metric over replicates at a recorded tick, one row per scenario.
// Missing values are left out; n is the number of the others.
func Ends(t *metrics.Table, m metrics.Metric, tick int) Distributions {
	d := Distributions{Title: capital(m.Name) + " at tick " + Thousands(tick),
		X: Axis{Label: label(m)}}
	for i, color := range rowColors(t.Scenarios()) {
		name := t.Scenarios()[i]
		d.Groups = append(d.Groups, Group{Name: name, Values: there(t.Values(name, m, tick)),
			Color: color})
	}
	return d
}

// Outcomes draws the distribution of an outcome of a metric over replicates, one row per scenario.
// Where the outcome is missing in some runs, the note says in how many.
func Outcomes(t *metrics.Table, m metrics.Metric, o metrics.Outcome) Distributions {
	unit := o.Unit
	if unit == "" {
		unit = m.Unit
	}
	d := Distributions{Title: capital(o.Name), X: Axis{Label: fmt.Sprintf("%s (%s)", o.Name, unit)}}
	var missing []string
	for i, color := range rowColors(t.Scenarios()) {
		name := t.Scenarios()[i]
		values := there(t.Outcomes(name, m, o))
		d.Groups = append(d.Groups, Group{Name: name, Values: values, Color: color})
		if n := t.Replicates() - len(values); n > 0 {
			missing = append(missing, fmt.Sprintf("%s: none in %s of %s runs.", capital(name),
				Thousands(n), Thousands(t.Replicates())))
		}
	}
	d.Note = strings.Join(missing, " ")
	return d
}

// rowColors returns a colour per scenario. A randomization has the colour of the scenario before
// it.
func rowColors(scenarios []string) []int {
	color, all := 0, make([]int, len(scenarios))
	for i, name := range scenarios {
		if !randomized(name) || color == 0 {
			color++
		}
		all[i] = color
	}
	return all
}

// Streams stacks how several metrics of one kind go over the ticks, such as the flows of a channel,
// for the named scenarios. All axes begin at 0, and so do intervals that would reach below it.
func Streams(t *metrics.Table, scenarios []string, ms ...metrics.Metric) Flows {
	f := Flows{Title: "Per tick", X: Axis{Label: "tick", Zero: true}}
	for _, m := range ms {
		s := Strip{Y: Axis{Label: label(m), Zero: true}, Series: seriesOf(t, m, scenarios)}
		for _, line := range s.Series {
			for i, low := range line.Low {
				line.Low[i] = max(low, min(line.Y[i], 0)) // an amount is not below 0
			}
		}
		f.Strips = append(f.Strips, s)
	}
	return f
}

// Compared draws comparisons as points with their intervals, beside the margin that was fixed
// beforehand. A comparison with a Note is left out, and the note of the panel says so.
func Compared(cs []metrics.Comparison) Differences {
	var d Differences
	var missing []string
	for _, c := range cs {
		if c.Note != "" {
			missing = append(missing, fmt.Sprintf("%s and %s cannot be compared: %s.", capital(c.A),
				c.B, c.Note))
			continue
		}
		name, unit := c.Quantity()
		if d.Title = "Differences in " + name; c.Outcome.Of == nil {
			d.Title += " at tick " + Thousands(c.Tick)
		}
		d.X = Axis{Label: fmt.Sprintf("difference in %s (%s)", name, unit)}
		d.Margin = c.Equal.Margin
		d.Rows = append(d.Rows, Difference{
			Name: c.A + " less " + c.B, Value: c.Difference.Mean, Low: c.Difference.Low,
			High: c.Difference.High,
		})
	}
	d.Note = strings.Join(missing, " ")
	return d
}

func seriesOf(t *metrics.Table, m metrics.Metric, scenarios []string) []Series {
	var all []Series
	for _, name := range scenarios {
		all = append(all, series(name, t.Ticks(), t.Estimates(name, m)))
	}
	return all
}

// series returns a line through the estimates that exist. It has a band if any of them has an
// interval.
func series(name string, ticks []int, estimates []stats.Estimate) Series {
	s := Series{Name: name, Dashed: randomized(name)}
	banded := false
	for i, e := range estimates {
		if e.N == 0 {
			continue
		}
		banded = banded || e.HasInterval()
		s.X = append(s.X, float64(ticks[i]))
		s.Y = append(s.Y, e.Mean)
		s.Low = append(s.Low, e.Low)
		s.High = append(s.High, e.High)
	}
	if !banded {
		s.Low, s.High = nil, nil
	}
	return s
}

func randomized(scenario string) bool {
	return strings.HasSuffix(scenario, setups.RandomizedSuffix) ||
		strings.HasSuffix(scenario, setups.ConnectedSuffix)
}

// there returns the values that are not missing.
func there(values []float64) []float64 {
	var all []float64
	for _, v := range values {
		if !math.IsNaN(v) {
			all = append(all, v)
		}
	}
	return all
}

func label(m metrics.Metric) string { return fmt.Sprintf("%s (%s)", m.Name, m.Unit) }

func capital(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
