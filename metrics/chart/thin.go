package chart

import (
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// A line with very many points is thinned to the visible ones. In each column of pixels only its
// first, lowest, highest and last point are drawn. This leaves the picture the same (Jugel, Jerzak,
// Hackenbroich and Markl 2014, "M4"). SVG uses the columns of a PNG.

// A line of more than wholeLength points is drawn in pieces of pieceLength. If points swing up and
// down, a rasterizer's time for one path grows with the square of their number.
const (
	wholeLength = 512
	pieceLength = 64
)

// column returns the column of pixels of a point. All points outside the frame are in one column
// beside it.
func (f frame) column(at vg.Point) int {
	share := (at.X - f.Min.X) / vg.Inch * dpi
	return int(max(-1, min(float64(share), float64(f.columns()))))
}

// columns returns the number of columns of pixels in the frame.
func (f frame) columns() int { return int(f.width()/vg.Inch*dpi) + 1 }

// eachColumn calls take for each column, with the index of its first point and the index after its
// last.
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

// thinned returns the visible points of a line.
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

// envelope returns the visible outer points of a band: in each column the highest of its upper edge
// and the lowest of its lower edge.
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

// strokeLine draws the visible points of a line. It draws a long line in pieces.
func (f frame) strokeLine(style draw.LineStyle, pts []vg.Point) {
	for _, line := range f.ClipLinesXY(f.thinned(pts)) {
		for len(line) > wholeLength {
			f.StrokeLines(style, line[:pieceLength+1])
			line = line[pieceLength:]
		}
		f.StrokeLines(style, line)
	}
}
