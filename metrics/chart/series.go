package chart

import (
	"fmt"
	"image/color"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// MaxSeries is the largest number of series in a panel. MaxPoints is the largest number of points
// in all of them.
const (
	MaxSeries = 64
	MaxPoints = 1_000_000
)

// Series is one line: Y over ascending X, with intervals from Low to High.
type Series struct {
	Name      string // written at the end of the line; "": nothing is written
	X, Y      []float64
	Low, High []float64 // ends of the intervals, Low at most High; nil: no band
	Dashed    bool      // a companion of the series before it, such as its randomized control
	// Guide is for a line that was not measured, such as what theory expects. It is thin, dashed
	// and grey, without marks.
	Guide bool
	// Color is a number of the palette, from 1. 0: the next colour; for a dashed series the colour
	// of the series before it.
	Color int
}

// validate returns an error for the first value that cannot be drawn.
func (s Series) validate() error {
	if len(s.Y) != len(s.X) {
		return fmt.Errorf("%d values of Y over %d of X", len(s.Y), len(s.X))
	}
	if len(s.Low) != len(s.High) || s.Low != nil && len(s.Low) != len(s.X) {
		return fmt.Errorf("%d values of Low and %d of High, want %d of both or none", len(s.Low),
			len(s.High), len(s.X))
	}
	if err := allFinite([]field{{"X", s.X}, {"Y", s.Y}, {"Low", s.Low},
		{"High", s.High}}); err != nil {
		return err
	}
	for i := range s.X {
		if i > 0 && s.X[i] <= s.X[i-1] {
			return fmt.Errorf("value X[%d] is %v after %v, want ascending values", i, s.X[i],
				s.X[i-1])
		}
		if s.Low != nil && s.Low[i] > s.High[i] {
			return fmt.Errorf("interval %d from %v to %v, want Low at most High", i, s.Low[i],
				s.High[i])
		}
	}
	return nil
}

// field is a named slice of values.
type field struct {
	name   string
	values []float64
}

func allFinite(fields []field) error {
	for _, f := range fields {
		for i, v := range f.values {
			if !finite(v) {
				return fmt.Errorf("%s[%d] is %v, want a finite number", f.name, i, v)
			}
		}
	}
	return nil
}

// validateSeries checks all the series of a panel.
func validateSeries(all []Series) error {
	if len(all) > MaxSeries {
		return fmt.Errorf("%d series, want at most %d", len(all), MaxSeries)
	}
	points := 0
	for _, s := range all {
		if points += len(s.X); points > MaxPoints {
			return fmt.Errorf("more than %d points in all series, want at most that", MaxPoints)
		}
	}
	for i, s := range all {
		if err := s.validate(); err != nil {
			return fmt.Errorf("series %s: %w", called(s.Name, i), err)
		}
	}
	return nil
}

// called returns how errors name a series or a group.
func called(name string, i int) string {
	if name == "" {
		return fmt.Sprintf("%d", i)
	}
	return fmt.Sprintf("%q", name)
}

// colors returns the palette numbers of the series.
func colors(all []Series) []int {
	next, last, ks := 1, 1, make([]int, len(all))
	for i, s := range all {
		switch {
		case s.Guide:
		case s.Color != 0:
			last = s.Color
		case !s.Dashed:
			last = next
			next++
		}
		ks[i] = last
	}
	return ks
}

// spans returns the ranges of all values of the series.
func spans(all []Series) (x, y span) {
	for _, s := range all {
		x.add(s.X...)
		y.add(s.Y...)
		y.add(s.Low...)
		y.add(s.High...)
	}
	return x, y
}

// points returns the points of a line on the canvas.
func (f frame) points(xs, ys []float64) []vg.Point {
	pts := make([]vg.Point, len(xs))
	for i := range xs {
		pts[i] = f.at(xs[i], ys[i])
	}
	return pts
}

// ink is the shape and the colour of a series.
type ink struct {
	shape int // of its marks, from 1
	color color.NRGBA
}

// inksOf are those of series in order: of the palette, or where they are levels of one thing from
// light to dark.
func inksOf(all []Series, ordered bool) []ink {
	inks, most := make([]ink, len(all)), 1
	for i, k := range colors(all) {
		inks[i] = ink{k, Color(k)}
		most = max(most, k)
	}
	for i, k := range inks {
		if ordered {
			inks[i].color = levelColor(k.shape-1, most)
		}
	}
	return inks
}

// drawSeries draws bands first, so that no band lies over a line; then lines, dashed ones below;
// then marks.
func (f frame) drawSeries(all []Series, inks []ink) {
	alpha := bandAlpha(all)
	for i, s := range all {
		f.drawBand(s, faded(inks[i].color, alpha))
	}
	for _, dashed := range []bool{true, false} {
		for i, s := range all {
			if (s.Dashed || s.Guide) == dashed {
				f.strokeLine(lineOf(s, inks[i].color), f.points(s.X, s.Y))
			}
		}
	}
	f.drawMarks(all, inks)
}

func lineOf(s Series, c color.NRGBA) draw.LineStyle {
	if s.Guide {
		return draw.LineStyle{Color: softColor, Width: axisWidth, Dashes: []vg.Length{3, 2}}
	}
	if s.Dashed {
		return draw.LineStyle{Color: c, Width: 0.8 * lineWidth, Dashes: []vg.Length{4, 2.2}}
	}
	return draw.LineStyle{Color: c, Width: lineWidth}
}

// bandAlpha is the opacity of bands. It is less for many bands, which would add up to a dark area.
func bandAlpha(all []Series) uint8 {
	banded := 0
	for _, s := range all {
		if len(s.Low) > 0 {
			banded++
		}
	}
	return uint8(max(0x12, min(0x36, 0x36*4/max(banded, 1))))
}

func (f frame) drawBand(s Series, c color.NRGBA) {
	switch {
	case len(s.Low) == 0:
	case len(s.Low) == 1:
		whisker := []vg.Point{f.at(s.X[0], s.Low[0]), f.at(s.X[0], s.High[0])}
		f.StrokeLines(draw.LineStyle{Color: faded(c, 0xFF), Width: axisWidth},
			f.ClipLinesXY(whisker)...)
	default:
		edge, low := f.envelope(f.points(s.X, s.High), f.points(s.X, s.Low))
		for i := len(low) - 1; i >= 0; i-- {
			edge = append(edge, low[i])
		}
		if s.Dashed {
			c.A /= 2
		}
		f.FillPolygon(c, f.ClipPolygonXY(edge))
	}
}

const (
	marksPerLine = 5
	fewPoints    = 16 // a line with as many points or fewer has a mark on each, unless there are
	fewLines     = 6  // more lines than this
)

// drawMarks puts some marks on each line, at other places than those on its neighbours. A dashed
// series of one point, such as a published number, is a ring: what lies under it can be seen.
func (f frame) drawMarks(all []Series, inks []ink) {
	lines := 0
	for _, s := range all {
		if s.line() {
			lines++
		}
	}
	at := 0
	for i, s := range all {
		switch {
		case s.Guide:
		case s.line():
			f.markPoints(s, inks[i], marked(s.X, at, lines))
			at++
		case s.Dashed && len(s.X) == 1:
			f.ring(f.at(s.X[0], s.Y[0]), inks[i])
		default:
			f.markPoints(s, inks[i], marked(s.X, 0, 1))
		}
	}
}

// line reports whether the series is a measured one of several points.
func (s Series) line() bool { return !s.Guide && len(s.X) > 1 }

// markPoints marks the points with the given indices.
func (f frame) markPoints(s Series, k ink, js []int) {
	r := dotRadius
	if s.Dashed {
		r *= 0.85
	}
	for _, j := range js {
		if pt := f.at(s.X[j], s.Y[j]); f.Contains(pt) {
			mark(f.Canvas, k.shape, pt, r, k.color, s.Dashed)
		}
	}
}

// ring draws the outline of a mark, so large that a mark has room in it.
func (f frame) ring(at vg.Point, k ink) {
	if f.Contains(at) {
		f.SetLineStyle(draw.LineStyle{Color: k.color, Width: 1})
		f.Stroke(outline(k.shape, at, ringRadius))
	}
}

// marked returns the indices of the points with marks on the i-th of n lines.
func marked(xs []float64, i, n int) (js []int) {
	if len(xs) <= marksPerLine || len(xs) <= fewPoints && n <= fewLines {
		for j := range xs {
			js = append(js, j)
		}
		return js
	}
	// lines often begin at the same point, so the first marks stand a little after it
	shift := 0.3 + 0.65*(float64(i)+0.5)/float64(n)
	step := float64(len(xs)-1) / marksPerLine
	for k := range marksPerLine {
		js = append(js, int((float64(k)+shift)*step))
	}
	return js
}
