package main

import (
	"fmt"

	"orglearn/examples/internal/study"
	"orglearn/metrics"
	"orglearn/metrics/chart"
)

// figures draws how the arms learn, and by how much each ends higher than the first. It draws
// nothing if there is one arm, or if there are more than colors.
func (s *stream) figures(arms []arm) []study.Figure {
	if len(arms) < 2 || len(arms) > chart.Colors {
		return nil
	}
	return []study.Figure{{Name: "flows", Panel: chart.Figure{
		Title: "One linear flow, or small units in parallel",
		Caption: fmt.Sprintf("%s runs of each. Payoff: share of blocks that are right, mean over "+
			"people. A stage that is open is learned; what is closed stays as it is.",
			chart.Thousands(s.Replicates)),
		Rows: [][]chart.Panel{{s.curves(arms)}, {s.differences(arms)}},
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

func (s *stream) differences(arms []arm) chart.Panel {
	d := &chart.Differences{
		Title:    "At the end, compared with " + arms[0].name,
		X:        chart.Axis{Label: "difference of payoff", Zero: true},
		Interval: "intervals that hold together at 95 %",
	}
	for i, a := range arms[1:] {
		e := s.more(a, arms)
		if !e.HasInterval() {
			continue
		}
		d.Rows = append(d.Rows, chart.Difference{
			Name: a.name, Value: e.Mean, Low: e.Low, High: e.High, Color: i + 2,
		})
	}
	return d
}
