package main

import (
	"fmt"

	"orglearn/examples/internal/study"
	"orglearn/metrics"
	"orglearn/metrics/chart"
)

// figures draws how the arms learn, and by how much each ends higher than the first. It draws
// nothing if there are more arms than colors.
func (s *stream) figures(arms []arm, c study.Contrasts) []study.Figure {
	if len(arms) > chart.Colors {
		return nil
	}
	rows := [][]chart.Panel{{s.curves(arms)}}
	if len(arms) > 1 {
		rows = append(rows, []chart.Panel{c.Drawn()})
	}
	return []study.Figure{{Name: "flows", Panel: chart.Figure{
		Title: "One linear flow, or small units in parallel",
		Caption: fmt.Sprintf("%s runs of each. Payoff: share of blocks that are right, mean over "+
			"people. A stage that is open is learned; what is closed stays as it is.",
			chart.Thousands(s.Replicates)),
		Rows: rows,
	}}}
}

func (s *stream) curves(arms []arm) chart.Panel {
	c := &chart.Curves{
		Title: "Learning", X: chart.Axis{Label: "tick"},
		Y: chart.Axis{Label: "payoff", From: 0, To: 1.02},
	}
	for _, a := range arms {
		c.Series = append(c.Series, s.measured.Series(a.name, a.String(), metrics.Score, a.ticks))
	}
	return c
}
