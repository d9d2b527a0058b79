package main

import (
	"fmt"

	"orglearn/metrics"
	"orglearn/metrics/chart"
)

// maxLines is the most lines of a panel: each network has its colour.
const maxLines = 16

// figure draws what was found over time, in a panel for each search.
func (s *shore) figure() chart.Panel {
	return chart.Figure{
		Title: "Shore, Bernstein and Lazer (2015): facts and theories",
		Caption: fmt.Sprintf("%s runs of each. In the ring everybody has 2 contacts, in the "+
			"caveman network and the rewired one 3. The paper's people: clustered networks find "+
			"facts more efficiently, unclustered ones more theories.",
			chart.Thousands(s.Replicates)),
		Rows: [][]chart.Panel{{s.curves("Search for facts", efficiency),
			s.curves("Search for theories", theories)}},
	}
}

// curves draws a search's result over time, a line for each combination.
func (s *shore) curves(title string, m metrics.Metric) *chart.Curves {
	p := &chart.Curves{Title: title, X: chart.Axis{Label: "period"}, Y: chart.Axis{Label: m.Unit}}
	omitted := 0
	for c := range s.Combinations(s.axes(m)...) {
		if len(p.Series) == maxLines {
			omitted++
			continue
		}
		p.Series = append(p.Series, s.measured.Series(c.Words(), c.Name(), m, s.last()))
	}
	if omitted > 0 {
		p.Note = fmt.Sprintf("%d more lines are left out.", omitted)
	}
	return p
}
