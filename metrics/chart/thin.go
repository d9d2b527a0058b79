package chart

import (
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// A line of more points than the picture has pixels is drawn by what can be seen of it: in each
// column of pixels its first, lowest, highest and last point, which leave the picture the same
// (Jugel, Jerzak, Hackenbroich and Markl 2014, "M4"). SVG has the columns that PNG would have.

// A line of more than wholeLength points is drawn in pieces of pieceLength: the time that a
// rasterizer takes for one path grows with the square of the points, if they swing up and down.
const (
	wholeLength = 512
	pieceLength = 64
)

// column is the column of pixels that a place is in, one beside the frame for all that are outside.
func (f frame) column(at vg.Point) int {
	share := (at.X - f.Min.X) / vg.Inch * dpi
	return int(max(-1, min(float64(share), float64(f.columns()))))
}

// columns is the number of columns of pixels in the frame.
func (f frame) columns() int { return int(f.width()/vg.Inch*dpi) + 1 }

// eachColumn calls take with the first and the end of the points in each column.
func (f frame) eachColumn(pts []vg.Point, take func(from, to int)) {
	from := 0
	for i := range pts {
		if i > 0 && f.column(pts[i]) != f.column(pts[from]) {
			take(from, i)
			from = i
		}
	}
	take(from, len(pts))
}

// thinned are the points of a line that can be seen.
func (f frame) thinned(pts []vg.Point) []vg.Point {
	if len(pts) <= 4*f.columns() {
		return pts
	}
	var seen []vg.Point
	f.eachColumn(pts, func(from, to int) {
		low, high := from, from
		for i := from; i < to; i++ {
			if pts[i].Y < pts[low].Y {
				low = i
			}
			if pts[i].Y > pts[high].Y {
				high = i
			}
		}
		last := from - 1
		for _, i := range [4]int{from, min(low, high), max(low, high), to - 1} {
			if i > last {
				seen, last = append(seen, pts[i]), i
			}
		}
	})
	return seen
}

// envelope are the outermost points of a band that can be seen: in each column the highest of its
// upper edge and the lowest of its lower one.
func (f frame) envelope(high, low []vg.Point) (above, below []vg.Point) {
	if len(high) <= f.columns() {
		return high, low
	}
	f.eachColumn(high, func(from, to int) {
		up, down := high[from], low[from]
		for i := from; i < to; i++ {
			up.Y, down.Y = max(up.Y, high[i].Y), min(down.Y, low[i].Y)
		}
		above, below = append(above, up), append(below, down)
	})
	return above, below
}

// strokeLine draws a line, as much of it as can be seen, long ones in pieces.
func (f frame) strokeLine(style draw.LineStyle, pts []vg.Point) {
	for _, line := range f.ClipLinesXY(f.thinned(pts)) {
		for len(line) > wholeLength {
			f.StrokeLines(style, line[:pieceLength+1])
			line = line[pieceLength:]
		}
		f.StrokeLines(style, line)
	}
}
