package main

import (
	"fmt"
	"slices"

	"orglearn/examples/internal/study"
	"orglearn/metrics"
	"orglearn/metrics/chart"
	"orglearn/metrics/stats"
)

// figure draws March's organization above, a panel per turnover, and Zucker's measures below.
func (g *grants) figure() chart.Panel {
	var above, below []*chart.Curves
	for range g.Combinations(g.turnover) {
		above = append(above, g.curves())
	}
	for _, m := range measures {
		below = append(below, g.labels(m))
	}
	chart.ShareY(above...)
	chart.ShareY(below...)
	return chart.Figure{
		Title: "What is taken for granted",
		Caption: fmt.Sprintf("Above: March's organization after %d periods, by the votes that "+
			"each step of strength outweighs, and by the dimensions on which merit is judged. "+
			"Below: groups of three with an arbitrary norm, by the strength with which it "+
			"begins, and by what strength does. %s runs a point.", g.periods.Value(),
			chart.Thousands(g.Replicates)),
		Rows: [][]chart.Panel{panels(above), panels(below)},
	}
}

func panels(curves []*chart.Curves) []chart.Panel {
	all := make([]chart.Panel, len(curves))
	for i, c := range curves {
		all[i] = c
	}
	return all
}

// curves draws code knowledge by hold at the combination's turnover.
func (g *grants) curves() *chart.Curves {
	c := &chart.Curves{
		Title: fmt.Sprintf("Turnover %v", g.turnover.Value()), Ordered: true,
		X: chart.Axis{Label: "hold (votes a step)", Ticks: []float64{0, .25, .5, 1}},
		Y: chart.Axis{Label: "code knowledge", Zero: true},
	}
	turnover := g.turnover.Value()
	for range g.Combinations(g.seen) {
		s := chart.Series{Name: "sees " + seen(g.seen.Value())}
		for _, hold := range g.hold.All() {
			model := g.model()
			model.hold, model.turnover = hold, turnover
			add(&s, hold, g.measured.Estimate(model.String(), metrics.NormScore, study.End))
		}
		c.Series = append(c.Series, s)
	}
	return c
}

// labels draws a measure by label.
func (g *grants) labels(m measure) *chart.Curves {
	c := &chart.Curves{
		Title: m.name, X: chart.Axis{Label: "strength at the start", Ticks: study.Floats(labels)},
		Y: chart.Axis{Label: "share left", Zero: true},
	}
	for _, e := range effects {
		s := chart.Series{Name: e.name}
		for _, label := range labels {
			add(&s, float64(label),
				g.measured.Estimate(nameOf(m, e, label), m.metric, study.End))
		}
		c.Series = append(c.Series, s)
	}
	return c
}

// add adds a point. If it has no interval, both ends are the mean.
func add(s *chart.Series, x float64, e stats.Estimate) {
	if !e.HasInterval() {
		e.Low, e.High = e.Mean, e.Mean
	}
	s.X, s.Y = append(s.X, x), append(s.Y, e.Mean)
	s.Low, s.High = slices.Concat(s.Low, []float64{e.Low}), slices.Concat(s.High,
		[]float64{e.High})
}
