package main

import (
	"fmt"

	"orglearn/examples/internal/study"
	"orglearn/metrics"
	"orglearn/metrics/chart"
)

// figures draws payoff and the number of distinct bodies of beliefs against beta. It draws nothing
// if there is only one beta, or if there are more lines than colors.
func (f *fang) figures() []study.Figure {
	lines := len(f.models) / len(f.beta.All())
	if len(f.beta.All()) < 2 || lines > chart.Colors {
		return nil
	}
	return []study.Figure{{Name: "fang2010", Panel: chart.Figure{
		Title: "Fang, Lee and Schilling (2010): subgroups between isolated and random",
		Caption: fmt.Sprintf("%s runs a point. s: dimensions that pay only together. The paper "+
			"publishes no number here, but the shape: for s = 5 an optimum at beta .1 to .3.",
			chart.Thousands(f.Replicates)),
		Rows: [][]chart.Panel{{f.panel("Payoff", "share of the most", metrics.Score),
			f.panel("Distinct beliefs", "bodies per person", metrics.Distinct)}},
	}}}
}

func (f *fang) panel(title, unit string, m metrics.Metric) chart.Panel {
	c := &chart.Curves{Title: title, X: chart.Axis{Label: "beta, share of ties rewired"},
		Y: chart.Axis{Label: unit, From: 0, To: 1.02}}
	for line := range f.Combinations(f.base, f.s, f.p, f.people, f.size, f.dimensions, f.cap) {
		s := chart.Series{Name: line.Words()}
		for range f.Combinations(f.beta) {
			e := f.measured.Estimate(f.model().String(), m, study.End)
			s.X, s.Y = append(s.X, f.beta.Value()), append(s.Y, e.Mean)
			s.Low, s.High = append(s.Low, e.Low), append(s.High, e.High)
		}
		c.Series = append(c.Series, s)
	}
	return c
}
