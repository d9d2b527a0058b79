package main

import (
	"fmt"

	"orglearn/examples/program"
	"orglearn/metrics/chart"
	"orglearn/metrics/stats"
)

// figure draws the panel: organizations by condition, with the mean and, of several runs, half the
// width of its interval written in each cell, and the place as its colour.
func (p *panel) figure(runs int) chart.Panel {
	var rows [][]chart.Panel
	for _, tick := range panelTicks {
		rows = append(rows, []chart.Panel{p.heat(tick)})
	}
	shown := fmt.Sprintf("Mean score of %s, and half the width of its 95 %% interval.",
		program.Count(runs, "run", "runs"))
	if runs < 2 {
		shown = "Score of one run, which has no interval."
	}
	return chart.Figure{
		Title: "How far the result carries: organizations under other conditions",
		Caption: shown + " Colour: the place of an organization under a condition, 1 for the " +
			"highest mean.",
		Rows: rows,
	}
}

func (p *panel) columns() (names []string) {
	for _, name := range p.names {
		names = append(names, p.marked(name))
	}
	return names
}

// cellText is a mean and half the width of its interval. One run has no interval.
func (p *panel) cellText(e stats.Estimate) string {
	if p.table.Replicates() < 2 {
		return program.Decimal(e.Mean)
	}
	return fmt.Sprintf("%s ± %s", program.Decimal(e.Mean), program.Decimal((e.High-e.Low)/2))
}

func (p *panel) heat(tick int) chart.HeatMap {
	h := chart.HeatMap{Title: fmt.Sprintf("Tick %s", chart.Thousands(tick)), Columns: p.columns(),
		Scale: chart.Axis{Label: "place", From: 1, To: float64(len(p.names))}}
	for i := len(p.conditions) - 1; i >= 0; i-- { // the first row is the lowest
		c := p.conditions[i]
		h.Rows = append(h.Rows, c)
		var values []float64
		var text []string
		ranks := p.ranks(c, tick)
		for k, name := range p.names {
			e := p.estimate(c, name, tick)
			values = append(values, float64(ranks[k]))
			text = append(text, p.cellText(e))
		}
		h.Values, h.Text = append(h.Values, values), append(h.Text, text)
	}
	return h
}
