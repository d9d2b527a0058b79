package main

import (
	"fmt"
	"slices"

	"orglearn/examples/internal/study"
	"orglearn/metrics"
	"orglearn/metrics/chart"
)

const (
	maxPanels = 12
	beginning = 60 // periods; in these the paper's networks overtake each other
)

// figure draws performance over time, with a panel for each landscape and number of people.
func (l *lazer) figure(measured *study.Measured) chart.Panel {
	var panels []*chart.Curves
	omitted := 0
	for range l.Combinations(l.n, l.k, l.people) {
		if len(panels) == maxPanels {
			omitted++
			continue
		}
		panels = append(panels, l.panel(measured, fmt.Sprintf("N = %d, K = %d, %s people",
			l.n.Value(), l.k.Value(), chart.Thousands(l.people.Value())), l.last(), same))
	}
	if l.asInThePaper() {
		panels = []*chart.Curves{
			l.panel(measured, "N = 20, K = 5", beginning, same),
			l.panel(measured, "N = 20, K = 5, to the end", l.last(), same),
			l.panel(measured, "N = 20, K = 0", beginning, simple),
		}
	}
	chart.ShareY(panels...)
	f := chart.Figure{
		Title: "Lazer and Friedman (2007): performance of networks",
		Caption: fmt.Sprintf("%s runs. Performance: (payoff / most)^8, the mean over people. "+
			"Small worlds and random networks have four ties a person, in the mean.",
			chart.Thousands(l.Replicates)),
	}
	if omitted > 0 {
		f.Caption += fmt.Sprintf(" %d more panels are left out.", omitted)
	}
	for pair := range slices.Chunk(panels, 2) {
		var row []chart.Panel
		for _, p := range pair {
			row = append(row, p)
		}
		if len(row) == 1 && len(f.Rows) > 0 {
			row = append(row, nil)
		}
		f.Rows = append(f.Rows, row)
	}
	return f
}

func same(name string) string { return name }

// panel draws a curve for each network, up to a period. n, k and people are the combination's. The
// function of maps the name of a scenario to the one that is drawn.
func (l *lazer) panel(measured *study.Measured, title string, last int,
	of func(string) string) *chart.Curves {
	p := &chart.Curves{Title: title, X: chart.Axis{Label: "period"},
		Y: chart.Axis{Label: metrics.Performance.Name}}
	for i, name := range l.network.All() {
		scenario := fmt.Sprintf("network=%s n=%d k=%d people=%d", name, l.n.Value(), l.k.Value(),
			l.people.Value())
		line := measured.Series(name, of(scenario), metrics.Performance, last)
		line.Color = i + 1
		p.Series = append(p.Series, line)
	}
	return p
}
