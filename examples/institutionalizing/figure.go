package main

import (
	"orglearn/metrics"
	"orglearn/metrics/chart"
)

// mostRows is the largest number of rows whose differences one figure shows.
const mostRows = 40

// figure draws the differences of the table: people on the left, the organization on the right.
func (f *firms) figure() chart.Panel {
	return chart.Figure{
		Title: "Communities that a firm makes its own",
		Caption: "All but one is compared with all at 1, time by agreement and by merit with " +
			"time by chance, and all else with the first row of the table. " +
			chart.Thousands(f.Replicates) + " runs of each.",
		Rows: [][]chart.Panel{{
			f.differences("What people know", people), f.differences("What the top knows", top),
		}},
	}
}

func (f *firms) differences(title string, m metrics.Metric) chart.Panel {
	d := &chart.Differences{
		Title: title, X: chart.Axis{Label: "difference", Zero: true},
		Interval: "intervals that hold together at 95 %",
	}
	for i, r := range f.rows[1:] {
		e := f.more(i+1, m)
		if !e.HasInterval() && (e.N < 2 || e.SE != 0) {
			continue
		}
		if !e.HasInterval() { // the same difference in all runs
			e.Low, e.High = e.Mean, e.Mean
		}
		d.Rows = append(d.Rows, chart.Difference{
			Name: r.name, Value: e.Mean, Low: e.Low, High: e.High, Color: 2 + r.against%5,
		})
	}
	return d
}
