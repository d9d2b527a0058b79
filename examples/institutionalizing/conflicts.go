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

func (f *firms) measureSides(ctx context.Context) (err error) {
	var scenarios []sim.Scenario
	for _, r := range f.powerful() {
		scenarios = append(scenarios, r.scenario())
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
	rows := f.powerful()
	level := 1 - .05/float64(len(sides)*len(rows))
	var parts [2][]string
	for k, m := range sides {
		for _, r := range rows {
			values := slices.DeleteFunc(f.sides.Values(r.String(), m, study.End), math.IsNaN)
			if len(values) > 0 { // otherwise nobody leads there, or no norm opposes another
				parts[k] = append(parts[k], r.name+" "+
					program.Interval(stats.TInterval(values, level)))
			}
		}
		if parts[k] == nil {
			parts[k] = []string{"no change to compare"}
		}
	}
	return fmt.Sprintf("Conflicts: two units of a person contradict each other in %s of "+
		"dimensions. Of his changes to one of their norms, so many led to the norm in which more "+
		"of their leaders believe: %s. And to the norm that is worth more: %s. Half is a side "+
		"that does not matter; but who believes the better norm already does not change. The "+
		"intervals hold together at 95 %%.", f.span(torn),
		strings.Join(parts[0], "; "), strings.Join(parts[1], "; "))
}
