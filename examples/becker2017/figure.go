package main

import (
	"fmt"
	"slices"

	"orglearn/examples/internal/study"
	"orglearn/metrics"
	"orglearn/metrics/chart"
	"orglearn/metrics/stats"
)

// figures draws both results against the correlation, people at the one that was measured. It draws
// nothing where other conditions vary too, or where there is only one correlation.
func (b *becker) figures() []study.Figure {
	rows := len(b.spread.All()) * len(b.below.All()) * len(b.people.All())
	if len(b.correlation.All()) < 2 || rows > 1 {
		return nil
	}
	changes := b.curves("Change of the median's error", "standard deviations", change)
	shares := b.curves("Groups whose mean improved", "share of groups", improved)
	return []study.Figure{{Name: "becker2017", Panel: chart.Figure{
		Title: "Becker, Brackbill and Centola (2017): the wisdom of crowds",
		Caption: fmt.Sprintf("Filled: the model, %s runs a point. Hollow: people, in 59 "+
			"decentralized, 59 centralized and 34 solo trials, drawn at the correlation that was "+
			"measured in six of them. Below 0 the median's error has become smaller. Solo people "+
			"of the model never revise.", chart.Thousands(b.Replicates)),
		Rows: [][]chart.Panel{{changes, shares}},
	}}}
}

// curves draws a result against the correlation, a line for each network.
func (b *becker) curves(title, unit string, m metrics.Metric) *chart.Curves {
	x := b.correlation.All()
	slices.Sort(x)
	c := &chart.Curves{Title: title, Y: chart.Axis{Label: unit, Zero: true},
		X: chart.Axis{Label: "correlation of error and self-weight, reversed", Ticks: x}}
	for i, name := range b.network.All() {
		line := chart.Series{Name: name, X: x, Color: i + 1}
		for _, r := range x {
			e := b.at(name, r, m)
			line.Y, line.Low, line.High = append(line.Y, e.Mean), append(line.Low, e.Low),
				append(line.High, e.High)
		}
		people := chart.Series{X: []float64{measuredCorrelation}, Dashed: true,
			Y: []float64{published[name].of(m)}, Color: i + 1}
		c.Series = append(c.Series, line, people)
	}
	return c
}

// at returns a network's result at a correlation. If it has no interval, both ends are the mean.
func (b *becker) at(network string, correlation float64, m metrics.Metric) (e stats.Estimate) {
	for range b.Combinations(b.axes()[1:]...) {
		if b.correlation.Value() == correlation {
			e = b.estimate(network, m)
		}
	}
	if !e.HasInterval() {
		e.Low, e.High = e.Mean, e.Mean
	}
	return e
}
