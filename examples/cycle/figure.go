package main

import (
	"fmt"

	"orglearn/examples/internal/study"
	"orglearn/metrics"
	"orglearn/metrics/chart"
)

const maxConditions = 4

// figure draws what people and norms know over time, a row of panels for each condition.
func (c *cycle) figure() chart.Panel {
	var rows [][]chart.Panel
	var all []*chart.Curves
	omitted := 0
	for range c.Combinations(c.others()...) {
		if len(rows) == maxConditions {
			omitted++
			continue
		}
		people := c.curves("What people know", metrics.Score)
		norms := c.curves("What units know", metrics.NormScore)
		all = append(all, people, norms)
		rows = append(rows, []chart.Panel{people, norms})
	}
	chart.ShareY(all...)
	f := chart.Figure{
		Title: "Gathering, asking, creating", Rows: rows,
		Caption: fmt.Sprintf("Means of %s runs. Names are sixteenths of gathering, asking, "+
			"creating and doing nothing. People are replaced once, at random.",
			chart.Thousands(c.Replicates)),
	}
	if omitted > 0 {
		f.Caption += fmt.Sprintf(" %d more conditions are left out.", omitted)
	}
	return f
}

// curves draws a metric over time in all arms.
func (c *cycle) curves(title string, m metrics.Metric) *chart.Curves {
	p := &chart.Curves{
		Title: title, X: chart.Axis{Label: "tick", Zero: true},
		Y: chart.Axis{Label: "score", Zero: true},
	}
	if c.conditions > 1 {
		p.Title += ", " + c.brief()
	}
	for _, shares := range c.shares.All() {
		p.Series = append(p.Series, c.measured.Series(shares, c.organization(shares).String(), m,
			c.ticks.Value()))
	}
	return p
}

// brief names the parameters that have several values.
func (c *cycle) brief() string {
	text := ""
	for _, l := range []*study.List[int]{c.load, c.every, c.leave} {
		if len(l.All()) > 1 {
			text += fmt.Sprint(" ", l.Value())
		}
	}
	for _, l := range []*study.List[float64]{c.absorb, c.reuse, c.turnover} {
		if len(l.All()) > 1 {
			text += fmt.Sprint(" ", l.Value())
		}
	}
	return c.structure.Value() + ", " + c.respondent.Value() + text
}
