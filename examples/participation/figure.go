package main

import (
	"fmt"

	"orglearn/metrics"
	"orglearn/metrics/chart"
)

// figure draws what people know, who has left, what is left of a change of culture, and the
// differences of the table.
func (p *participation) figure() chart.Panel {
	return chart.Figure{
		Title: "Who comes, who speaks, and culture",
		Caption: fmt.Sprintf("Means of %s runs. A change of culture is made at tick %d.",
			chart.Thousands(p.Replicates), spentAt),
		Rows: [][]chart.Panel{
			{
				p.curves("What people know", "score", metrics.Score, func(a arm) bool {
					return a.group == attending
				}),
				p.curves("Seats whose people have left", "share of seats", left, func(a arm) bool {
					return a.name == byGain || a.name == byBoth
				}),
			},
			{
				p.curves("Individualism", "steps of 15", trait, func(a arm) bool {
					return a.group == cultured && a.name != noEffect
				}),
				p.differences(),
			},
		},
	}
}

// curves draws a metric over time for some arms.
func (p *participation) curves(title, label string, m metrics.Metric, wanted func(arm) bool,
) *chart.Curves {
	c := &chart.Curves{
		Title: title, X: chart.Axis{Label: "tick", Zero: true}, Y: chart.Axis{Label: label},
	}
	for i, a := range p.arms {
		if wanted(a) {
			s := p.measured.Series(a.name, a.name, m, a.ticks)
			s.Color = 1 + i // beyond the palette, a colour comes again with another mark
			c.Series = append(c.Series, s)
		}
	}
	return c
}

// differences draws those of the table.
func (p *participation) differences() chart.Panel {
	d := &chart.Differences{
		Title: "At the end, compared with the control", Interval: "intervals that hold together",
		Note: "Controls are those of the table.",
		X:    chart.Axis{Label: "difference of score", Zero: true},
	}
	for i, a := range p.arms {
		if a.control == "" {
			continue
		}
		if e := p.more(a.name, a.control, metrics.Score); e.HasInterval() {
			d.Rows = append(d.Rows, chart.Difference{
				Name: a.name, Value: e.Mean, Low: e.Low, High: e.High, Color: 1 + i,
			})
		}
	}
	return d
}
