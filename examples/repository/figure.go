package main

import (
	"fmt"
	"slices"

	"orglearn/metrics"
	"orglearn/metrics/chart"
)

const maxConditions = 4

// figure draws what people know and how wrong the repository is over time, a row of panels for each
// condition.
func (r *repositories) figure() chart.Panel {
	var rows [][]chart.Panel
	var known []*chart.Curves
	omitted := 0
	for range r.Combinations(r.conditions()...) {
		if !r.drawn() {
			continue
		}
		if len(rows) == maxConditions {
			omitted++
			continue
		}
		people := r.curves("What people know", "score", metrics.Score, kinds)
		known = append(known, people)
		row := []chart.Panel{people}
		shelf := r.curves("Entries that are wrong", "share of entries", wrong, kinds[1:])
		if len(shelf.Series) > 0 {
			shelf.Y.From, shelf.Y.To = 0, 1
			row = append(row, shelf)
		}
		rows = append(rows, row)
	}
	chart.ShareY(known...)
	f := chart.Figure{
		Title: "What is written down", Rows: rows,
		Caption: fmt.Sprintf("Means of %s runs. Entries that are guessed are wrong in one half.",
			chart.Thousands(r.Replicates)),
	}
	if omitted > 0 {
		f.Caption += fmt.Sprintf(" %d more conditions are left out.", omitted)
	}
	return f
}

// drawn reports whether the combination is in the figure: by default, nobody asks.
func (r *repositories) drawn() bool {
	return r.wanted() && (!r.chosen || r.asking.Value() == 0 && r.setting.Value() != threes)
}

// curves draws a metric over time for some kinds of repository.
func (r *repositories) curves(title, label string, m metrics.Metric, of []string) *chart.Curves {
	p := &chart.Curves{
		Title: title + ", " + r.condition(), X: chart.Axis{Label: "tick", Zero: true},
		Y: chart.Axis{Label: label, Zero: true},
	}
	for i, kind := range kinds {
		if !r.has(kind) || !slices.Contains(of, kind) {
			continue
		}
		o := r.organization(kind)
		s := r.measured(o).Series(kind, o.String(), m, o.ticks)
		s.Color = 1 + i
		p.Series = append(p.Series, s)
	}
	return p
}
