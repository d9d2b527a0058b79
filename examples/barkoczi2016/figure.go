package main

import (
	"fmt"

	"orglearn/examples/internal/study"
	"orglearn/metrics"
	"orglearn/metrics/chart"
)

// figure draws performance over time with the published points, in a panel for each network.
func (b *barkoczi) figure(measured *study.Measured) chart.Panel {
	var panels []*chart.Curves
	var row []chart.Panel
	for _, name := range b.network.All() {
		p := b.panel(measured, name)
		panels, row = append(panels, p), append(row, p)
	}
	chart.ShareY(panels...)
	return chart.Figure{
		Title: "Barkoczi and Galesic (2016): performance of strategies of social learning",
		Caption: fmt.Sprintf("Filled: simulated, %s runs. Hollow: published, "+
			"step %d. The lattice is directed: each hears the "+
			"19 who come next.", chart.Thousands(b.Replicates), publishedStep),
		Rows: [][]chart.Panel{row},
	}
}

func (b *barkoczi) panel(measured *study.Measured, network string) *chart.Curves {
	p := &chart.Curves{
		Title: network + " network",
		X:     chart.Axis{Label: "step"}, Y: chart.Axis{Label: metrics.Performance.Name},
	}
	for i, name := range b.strategy.All() {
		line := measured.Series(name, scenarioName(network, name), metrics.Performance, b.last())
		line.Color = i + 1
		p.Series = append(p.Series, line)
		if mean, there := published[network][name]; there && b.last() >= publishedStep {
			p.Series = append(p.Series, chart.Series{X: []float64{publishedStep},
				Y: []float64{mean}, Dashed: true, Color: i + 1})
		}
	}
	return p
}
