package main

import (
	"fmt"

	"orglearn/examples/internal/study"
	"orglearn/metrics/chart"
)

// mostRows is the largest number of arms that a figure shows.
const mostRows = 40

// figures draws the differences of all arms, in a panel for what is so and one for each judgement.
func (a *attainment) figures() []study.Figure {
	if n := a.compared(); n == 0 || n > mostRows {
		return nil
	}
	var panels [4]chart.Panel
	for l := range panels {
		panels[l] = a.differences(l)
	}
	beside, colors := "the arm after its dash", " Orange: arms with more of what is said to make "+
		"people belong."
	if a.ParametersGiven() {
		beside, colors = "the arm that the table sets it beside", ""
	}
	return []study.Figure{{Name: "attainment", Panel: chart.Figure{
		Title: "Attained, and said to be attained",
		Caption: fmt.Sprintf("By how much the share of seats is higher in an arm than in %s. %s "+
			"runs of each.%s", beside, chart.Thousands(a.Replicates), colors),
		Rows: append([][]chart.Panel{{panels[0], panels[1]}, {panels[2], panels[3]}},
			a.rivalPanels()...),
	}}}
}

// differences draws one line of the table over all arms.
func (a *attainment) differences(l int) *chart.Differences {
	titles := []string{"Attained in fact", "Said, by own gain", "Said, by the circle's standing",
		"Said, by agreement"}
	d := &chart.Differences{
		Title: titles[l], X: chart.Axis{Label: "difference in the share of seats", Zero: true},
		Interval: "intervals that hold together at 95 %",
	}
	for i, x := range a.arms {
		if e := a.more(i, l); x.beside != i && e.HasInterval() {
			row := chart.Difference{Name: x.name, Value: e.Mean, Low: e.Low, High: e.High}
			if x.belongs {
				row.Color = 2
			}
			if !a.ParametersGiven() {
				row.Name += " - " + a.arms[x.beside].name
			}
			d.Rows = append(d.Rows, row)
		}
	}
	return d
}
