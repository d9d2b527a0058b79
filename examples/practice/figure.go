package main

import (
	"fmt"
	"slices"

	"orglearn/metrics"
	"orglearn/metrics/chart"
)

const maxConditions = 4 // of a study

// panels are the titles of a study's panels.
var panels = map[string]string{
	ofSignals: "Practitioners and experts", ofTrust: "Trust", ofOther: "The other",
}

// figure draws two panels a row, one for each condition of a study.
func (c *practising) figure() chart.Panel {
	f := chart.Figure{
		Title: title,
		Caption: fmt.Sprintf("Means of %s runs. Practitioners and experts are told as much. Trust "+
			"that is permuted is dealt anew each tick.", chart.Thousands(c.Replicates)),
	}
	omitted := 0
	var all []*chart.Curves
	for _, of := range c.studies.All() {
		conditions := slices.Collect(slices.Chunk(c.all(of), len(c.arms(of))))
		omitted += max(len(conditions)-maxConditions, 0)
		for _, arms := range conditions[:min(len(conditions), maxConditions)] {
			all = append(all, c.panel(of, arms))
		}
	}
	chart.ShareY(all...)
	for pair := range slices.Chunk(all, 2) {
		var row []chart.Panel
		for _, p := range pair {
			row = append(row, p)
		}
		f.Rows = append(f.Rows, row)
	}
	if omitted > 0 {
		f.Caption += fmt.Sprintf(" %d more conditions are left out.", omitted)
	}
	return f
}

// panel draws the arms of one condition: over time, or by the share of ties outside.
func (c *practising) panel(of string, arms []organization) *chart.Curves {
	p := &chart.Curves{
		Title: panels[of], X: chart.Axis{Label: "tick", Zero: true},
		Y: chart.Axis{Label: "score", Zero: true},
	}
	if label := c.label(arms[0]); label != "" {
		p.Title += ", " + label
	}
	if of == ofOther {
		p.X = chart.Axis{Label: fmt.Sprintf("ties outside, of %d", ties), Zero: true}
		p.Series = []chart.Series{
			c.byOutside("after a quarter", arms, arms[0].early()),
			c.byOutside("at the end", arms, arms[0].ticks),
		}
		return p
	}
	for _, o := range arms {
		p.Series = append(p.Series,
			c.measured.Series(o.arm, o.String(), metrics.Score, o.ticks))
	}
	return p
}

// byOutside is the score by the share of ties outside, at a tick.
func (c *practising) byOutside(name string, arms []organization, tick int) chart.Series {
	s := chart.Series{Name: name}
	arms = slices.Clone(arms)
	slices.SortFunc(arms, func(a, b organization) int { return a.outside - b.outside })
	for _, o := range arms {
		e := c.measured.Estimate(o.String(), metrics.Score, tick)
		if !e.HasInterval() {
			e.Low, e.High = e.Mean, e.Mean
		}
		s.X, s.Y = append(s.X, float64(o.outside)), append(s.Y, e.Mean)
		s.Low, s.High = append(s.Low, e.Low), append(s.High, e.High)
	}
	return s
}
