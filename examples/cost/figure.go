package main

import (
	"fmt"
	"runtime"
	"slices"

	"orglearn/metrics/chart"
	"orglearn/metrics/stats"
)

// height is the height of the figure in points. Panels are then a little higher than wide.
const height = 410

// figure draws a row of panels for time and one for memory, with a panel for each of the four jobs.
func (r *result) figure() chart.Figure {
	return chart.Figure{
		Title:   "What a simulation costs",
		Caption: r.caption(),
		Rows:    [][]chart.Panel{r.row(inTime, 1), r.row(inMemory, 3)},
		Height:  height,
	}
}

// row returns the panels of a cost, all on the same vertical scale.
func (r *result) row(c cost, color int) (row []chart.Panel) {
	y := r.scale(c)
	for i, j := range r.jobs {
		v := r.curve(i, c)
		measured := chart.Series{X: v.x, Y: v.median, Color: color}
		if r.replicates > 1 {
			measured.Low, measured.High = v.low, v.high
		}
		p := chart.Curves{
			X: chart.Axis{Label: j.axis, From: v.x[0] / 1.5, To: v.x[len(v.x)-1] * 1.5,
				Log: true},
			Y:      y,
			Series: []chart.Series{j.guide(v), measured},
			Bands:  fmt.Sprintf("the range of %s measurements", chart.Thousands(r.replicates)),
		}
		if c.name == inTime.name {
			p.Title = j.title
		}
		p.Y.Label = fmt.Sprintf(c.per, j.each)
		row = append(row, p)
	}
	return row
}

// scale returns the vertical axis of a cost, which covers all jobs.
func (r *result) scale(c cost) chart.Axis {
	var all []float64
	for i := range r.jobs {
		v := r.curve(i, c)
		all = append(all, append(v.low, v.high...)...)
	}
	return chart.Axis{From: slices.Min(all) / 1.5, To: slices.Max(all) * 1.5, Log: true}
}

// guide returns the line that theory expects. It is a constant at the median of the points, or
// a proportional cost through the last point.
func (j job) guide(v curve) chart.Series {
	last := len(j.points) - 1
	height := v.median[last] / j.expected(j.points[last].x)
	if j.share {
		height = stats.Median(v.median)
	}
	s := chart.Series{X: v.x, Guide: true}
	for _, p := range j.points {
		s.Y = append(s.Y, height*j.expected(p.x))
	}
	return s
}

func (r *result) caption() string {
	return fmt.Sprintf("%d ticks from uniform beliefs, %s, %s/%s. (a, e) %d dimensions, %d "+
		"contacts in a small world; (b, c, f, g) the same, with %s people; "+
		"(d, h) %s people in units, or more if one unit needs them. Memory is the memory in use "+
		"after the ticks, including the network. Points: the median. "+
		"Dashed: theory, which is a constant at the median of the points, or proportional to "+
		"contacts or to words of 64 dimensions, through the last point. %s",
		ticks, count(r.workers, "goroutine", "goroutines"), runtime.GOOS, runtime.GOARCH,
		dimensions, contacts, chart.Thousands(r.crowd),
		chart.Thousands(r.staff), r.powers(inTime))
}
