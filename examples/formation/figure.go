package main

import (
	"fmt"

	"orglearn/metrics"
	"orglearn/metrics/chart"
)

const maxConditions = 4

// figure draws what people know and the communities over time, a row of panels for each condition.
func (f *forms) figure() chart.Panel {
	var rows [][]chart.Panel
	var scores, numbers, sizes []*chart.Curves
	omitted := 0
	for c := range f.Combinations(f.axes()...) {
		if len(rows) == maxConditions {
			omitted++
			continue
		}
		name := ""
		if f.conditions > 1 {
			name = ", " + c.Words()
		}
		score := f.curves("What people know"+name, "score", metrics.Score, arms...)
		count := f.curves("Communities", "communities", number, arms[0])
		members := f.curves("Members of one", "members", size, arms[0])
		scores, numbers = append(scores, score), append(numbers, count)
		sizes = append(sizes, members)
		rows = append(rows, []chart.Panel{score, count, members})
	}
	chart.ShareY(scores...)
	chart.ShareY(numbers...)
	chart.ShareY(sizes...)
	figure := chart.Figure{
		Title: "Communities that come and go", Rows: rows,
		Caption: fmt.Sprintf("Means of %s runs. Number and sizes are the same where members or "+
			"domains are drawn.", chart.Thousands(f.Replicates)),
	}
	if omitted > 0 {
		figure.Caption += fmt.Sprintf(" %d more conditions are left out.", omitted)
	}
	return figure
}

// curves draws a metric over time in some arms.
func (f *forms) curves(title, label string, m metrics.Metric, of ...string) *chart.Curves {
	p := &chart.Curves{
		Title: title, X: chart.Axis{Label: "tick", Zero: true},
		Y: chart.Axis{Label: label, Zero: true},
	}
	for _, arm := range of {
		p.Series = append(p.Series, f.measured.Series(arm, f.organization().name(arm), m,
			f.ticks.Value()))
	}
	return p
}
