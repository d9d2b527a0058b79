package main

import (
	"fmt"
	"runtime"
	"slices"

	"orglearn/metrics/chart"
	"orglearn/metrics/stats"
)

// height is that of the figure, in points: panels a little higher than wide.
const height = 410

// figure draws time and memory, a row each, over what the four jobs vary.
func (r *result) figure() chart.Figure {
	return chart.Figure{
		Title:   "What a simulation costs",
		Caption: r.caption(),
		Rows:    [][]chart.Panel{r.row(inTime, 1), r.row(inMemory, 3)},
		Height:  height,
	}
}

// row is the panels of a cost, on one scale.
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
			Bands:  fmt.Sprintf("the range of %d measurements", r.replicates),
		}
		if c.name == inTime.name {
			p.Title = j.title
		}
		p.Y.Label = fmt.Sprintf(c.per, j.each)
		row = append(row, p)
	}
	return row
}

// scale is the axis of a cost over all jobs.
func (r *result) scale(c cost) chart.Axis {
	var all []float64
	for i := range r.jobs {
		v := r.curve(i, c)
		all = append(all, append(v.low, v.high...)...)
	}
	return chart.Axis{From: slices.Min(all) / 1.5, To: slices.Max(all) * 1.5, Log: true}
}

// guide is what theory expects: a constant at the middle of the points, or what is proportional
// through the last of them.
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
		"contacts in a small world; (b, c, f, g) the same, %s people; "+
		"(d, h) %s people in units, or as many as one needs. Memory is what is alive after the "+
		"ticks, the network included. Points: the median. "+
		"Dashed: theory, a constant at the middle of the points, or what is proportional to "+
		"contacts, or to words of 64 dimensions, through the last. %s",
		ticks, count(r.workers, "goroutine", "goroutines"), runtime.GOOS, runtime.GOARCH,
		dimensions, contacts, grouped(r.crowd),
		grouped(r.staff), r.powers(inTime))
}
