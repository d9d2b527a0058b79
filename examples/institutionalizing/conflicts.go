package main

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strings"

	"orglearn/examples/internal/study"
	"orglearn/examples/program"
	"orglearn/metrics"
	"orglearn/metrics/stats"
	"orglearn/sim"
	"orglearn/sim/setups"
)

// sides say whose norm a person takes over where two of his units contradict each other.
var sides = []metrics.Metric{
	metrics.SideTaken(setups.Channel, metrics.ByLeader),
	metrics.SideTaken(setups.Channel, metrics.ByMerit),
}

// powerful are the rows in which somebody has power, and the first.
func (f *firms) powerful() (rows []row) {
	for i, r := range f.rows {
		if i == 0 || r.power != none {
			rows = append(rows, r)
		}
	}
	return rows
}

// measureSides measures whose side people take. Where nobody has power, leaders are appointed all
// the same, as the mark to compare with: a unit hears them as it hears all others.
func (f *firms) measureSides(ctx context.Context) (err error) {
	var scenarios []sim.Scenario
	for _, r := range f.powerful() {
		s := r.scenario()
		if r.power == none {
			appoint(&s)
		}
		scenarios = append(scenarios, s)
	}
	f.sides, err = f.MeasureOver(ctx, scenarios, sides...)
	return err
}

// sideFields are the mean and standard error of each of the sides, or empty.
func (f *firms) sideFields(r row) (fields []string) {
	measured := slices.ContainsFunc(f.powerful(), func(x row) bool { return x.firm == r.firm })
	for _, m := range sides {
		if !measured {
			fields = append(fields, "", "")
			continue
		}
		e := f.sides.Estimate(r.String(), m, study.End)
		fields = append(fields, study.Mean(e), study.SE(e))
	}
	return fields
}

// ofConflicts says whose side people take where their units contradict each other.
func (f *firms) ofConflicts() string {
	var parts [2]string
	for k, m := range sides {
		parts[k] = f.taken(m)
	}
	return fmt.Sprintf("Conflicts: two units of a person contradict each other in %s of "+
		"dimensions. Of his changes to one of their norms, so many led to the norm in which more "+
		"of their leaders believe: %s. And to the norm that is worth more: %s. Half is not the "+
		"mark to compare with: units hear their leaders also where these have no power, and who "+
		"believes the better norm already does not change.%s", f.span(torn), parts[0], parts[1],
		f.together())
}

// taken is how often a side is taken in each row, and by how much more often than in the first.
func (f *firms) taken(m metrics.Metric) string {
	var parts []string
	rows := f.powerful()
	for i, r := range rows {
		values := f.told(r, m)
		if len(values) == 0 {
			continue
		}
		text := r.name + " " + program.Decimal(stats.Mean(values))
		if i > 0 {
			text += ", " + program.Interval(f.oftener(r, rows[0], m)) + " more"
		}
		parts = append(parts, text)
	}
	if parts == nil {
		return "no change to compare"
	}
	return strings.Join(parts, "; ")
}

// told is how often a side is taken in the runs in which that is told: somebody leads there, and
// norms oppose each other.
func (f *firms) told(r row, m metrics.Metric) []float64 {
	return slices.DeleteFunc(slices.Clone(f.sides.Values(r.String(), m, study.End)), math.IsNaN)
}

// oftener is by how much more often a side is taken in one row than in another, over the runs in
// which it is told of both.
func (f *firms) oftener(of, over row, m metrics.Metric) stats.Estimate {
	a, b := f.sides.Values(of.String(), m, study.End), f.sides.Values(over.String(), m, study.End)
	var both [2][]float64
	for i := range min(len(a), len(b)) {
		if !math.IsNaN(a[i]) && !math.IsNaN(b[i]) {
			both[0], both[1] = append(both[0], a[i]), append(both[1], b[i])
		}
	}
	e, err := stats.Paired(both[0], both[1], 1-.05/float64(f.conflicts()))
	if err != nil {
		return stats.Estimate{Note: "none"}
	}
	return e
}

// conflicts is the number of differences between sides taken.
func (f *firms) conflicts() (n int) {
	for _, m := range sides {
		for _, r := range f.powerful()[1:] {
			if len(f.told(r, m)) > 0 {
				n++
			}
		}
	}
	return max(n, 1)
}

// together says what the differences have in common, if there are any.
func (f *firms) together() string {
	if len(f.powerful()) == 1 {
		return ""
	}
	return fmt.Sprintf(" More is than in the first, paired by run; these %d intervals hold "+
		"together at 95 %%.", f.conflicts())
}
