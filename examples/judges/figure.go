package main

import (
	"fmt"
	"slices"

	"orglearn/metrics"
	"orglearn/metrics/chart"
)

// figure draws each outcome against how much of merit is seen: a row for what people know and one
// for what the top unit knows, a column for each authority, a line for each structure.
func (j *judges) figure() chart.Panel {
	var rows [][]chart.Panel
	for i, o := range outcomes[:len(holders)] {
		var panels []*chart.Curves
		var row []chart.Panel
		for _, authority := range j.authority.All() {
			p := j.panel(authority+": "+holders[i], authority, o.metric)
			panels, row = append(panels, p), append(row, p)
		}
		chart.ShareY(panels...)
		rows = append(rows, row)
	}
	return chart.Figure{
		Title: "Judges: what people and top unit know when merit is hard to see",
		Caption: fmt.Sprintf("Tick %d, %s runs. Leaders are voices like others (none), may veto "+
			"(screens), or decide alone (decides).", j.ticks.Value(),
			chart.Thousands(j.Replicates)),
		Rows: rows,
	}
}

// panel draws one outcome under one authority.
func (j *judges) panel(title, authority string, m metrics.Metric) *chart.Curves {
	seen := j.seenInOrder()
	p := &chart.Curves{
		Title: title,
		X:     chart.Axis{Label: "dimensions seen", Log: true},
		Y:     chart.Axis{Label: "score", Zero: true},
	}
	for _, s := range seen {
		p.X.Ticks = append(p.X.Ticks, j.dimensionsSeen(s))
	}
	for _, structure := range j.structure.All() {
		line := chart.Series{Name: structure,
			Color: 1 + slices.Index(structures, structure)}
		for _, s := range seen {
			e := j.measured.Estimate(j.at(structure, authority, s), m, j.ticks.Value())
			if !e.HasInterval() {
				e.Low, e.High = e.Mean, e.Mean
			}
			line.X, line.Y = append(line.X, j.dimensionsSeen(s)), append(line.Y, e.Mean)
			line.Low, line.High = append(line.Low, e.Low), append(line.High, e.High)
		}
		p.Series = append(p.Series, line)
	}
	return p
}

// dimensionsSeen is a number of dimensions, of which 0 stands for all.
func (j *judges) dimensionsSeen(seen int) float64 {
	if seen == 0 {
		seen = j.dimensions.Value()
	}
	return float64(seen)
}

// seenInOrder are the entries of -seen, the least first and each number of dimensions once.
func (j *judges) seenInOrder() []int {
	seen := j.seen.All()
	slices.SortFunc(seen, func(a, b int) int {
		return int(j.dimensionsSeen(a) - j.dimensionsSeen(b))
	})
	return slices.CompactFunc(seen, func(a, b int) bool {
		return j.dimensionsSeen(a) == j.dimensionsSeen(b)
	})
}
