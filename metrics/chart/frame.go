package chart

import (
	"math"
	"slices"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// frame is the rectangle of the data, with the scales of its two axes.
type frame struct {
	draw.Canvas              // its rectangle is the frame
	cell        vg.Rectangle // the whole panel
	x, y        scale
}

func newFrame(c draw.Canvas, r vg.Rectangle, x, y scale) frame {
	return frame{within(c, r), c.Rectangle, x, y}
}

// at returns the point of a pair of values.
func (f frame) at(x, y float64) vg.Point {
	return vg.Point{X: f.X(f.x.at(x)), Y: f.Y(f.y.at(y))}
}

func (f frame) width() vg.Length  { return f.Max.X - f.Min.X }
func (f frame) height() vg.Length { return f.Max.Y - f.Min.Y }

const (
	tickLength  = vg.Length(3)
	minorLength = vg.Length(1.6)
	tickGap     = vg.Length(2.5) // between a tick and its number
	tickSkip    = vg.Length(13)  // least distance between the numbers of a vertical axis
	mostTicks   = 6              // largest number of ticks on a vertical axis
)

// yTicks returns the ticks of a vertical axis for a frame of the given height.
func yTicks(s scale, height vg.Length) []tick {
	return s.atMost(min(max(int(height/tickSkip), 2), mostTicks))
}

// tickRoom returns the margin for the numbers of a vertical axis, for any height of the frame.
func tickRoom(s scale) (w vg.Length) {
	for k := 2; k <= mostTicks; k++ {
		for _, t := range s.atMost(k) {
			w = max(w, softPen.width(t.text))
		}
	}
	return w + tickLength + tickGap + 1
}

// xRoom returns the margin for a horizontal axis.
func xRoom(a Axis, width vg.Length) vg.Length {
	return tickLength + tickGap + softPen.skip() + textPen.height(len(textPen.wrap(a.Label, width)))
}

// topRoom returns the margin for the name of the vertical axis. The name is horizontal and stands
// over the axis.
func topRoom(label string, width vg.Length) vg.Length {
	lines := len(textPen.wrap(label, width))
	if lines == 0 {
		return 4
	}
	return textPen.height(lines) + 5
}

// drawX draws the horizontal axis; whole asks for integers.
func (f frame) drawX(a Axis, whole bool) {
	f.StrokeLine2(axisLine, f.Min.X, f.Min.Y, f.Max.X, f.Min.Y)
	base := f.Min.Y - tickLength - tickGap - 0.75*softPen.size
	for _, t := range f.x.minor(f.fitsMinor(f.x, f.width())) {
		x := f.at(t.value, f.y.lo).X
		f.StrokeLine2(axisLine, x, f.Min.Y, x, f.Min.Y-minorLength)
	}
	for _, t := range f.xTicks(a, whole) {
		x := f.at(t.value, f.y.lo).X
		f.StrokeLine2(axisLine, x, f.Min.Y, x, f.Min.Y-tickLength)
		softPen.write(f.Canvas, vg.Point{X: x, Y: base}, 0.5, t.text)
	}
	f.nameX(a.Label)
}

// nameX writes the label under the middle of the axis. It moves the label sideways where it would
// leave the panel.
func (f frame) nameX(label string) {
	lines := textPen.wrap(label, f.cell.Size().X)
	half := textPen.widest(lines) / 2
	middle := min(max((f.Min.X+f.Max.X)/2, f.cell.Min.X+half), f.cell.Max.X-half)
	textPen.block(f.Canvas, vg.Point{X: middle, Y: f.Min.Y - tickLength - tickGap - softPen.skip()},
		0.5, lines)
}

// xTicks are the values that the axis marks, or as many round ones as stand well apart. Where these
// would be one, there are more, and only those are written that stand well apart.
func (f frame) xTicks(a Axis, whole bool) []tick {
	if a.Ticks != nil {
		return f.marks(a.Ticks)
	}
	for n := 8; n > 0; n-- {
		ts := f.x.ticks(n, whole)
		if (len(ts) > 1 || f.x.log && len(ts) > 0) && f.apart(ts) {
			return ts
		}
	}
	if f.x.log {
		return f.marks(f.x.oneTwoFive())
	}
	var all []float64
	for _, t := range f.x.ticks(4, whole) {
		all = append(all, t.value)
	}
	return f.marks(all)
}

// marks are the given values on the axis, in order. Only those are written that stand well apart
// from the one written before.
func (f frame) marks(values []float64) (ts []tick) {
	last := -1
	for _, v := range slices.Sorted(slices.Values(values)) {
		if v != f.x.clamp(v) {
			continue
		}
		ts = append(ts, tick{v, number(v, math.Abs(v))})
		if n := len(ts) - 1; last >= 0 && !f.apart([]tick{ts[last], ts[n]}) {
			ts[n].text = ""
		} else {
			last = n
		}
	}
	return ts
}

// apart says whether a clear gap is left between neighbouring numbers.
func (f frame) apart(ts []tick) bool {
	for i := 1; i < len(ts); i++ {
		gap := f.at(ts[i].value, f.y.lo).X - f.at(ts[i-1].value, f.y.lo).X
		if gap < (softPen.width(ts[i].text)+softPen.width(ts[i-1].text))/2+8 {
			return false
		}
	}
	return true
}

// fitsMinor reports whether a logarithmic axis of the given length has room for marks at the
// multiples of powers of ten.
func (f frame) fitsMinor(s scale, length vg.Length) bool {
	return s.log && float64(length) >= 24*math.Log10(s.hi/s.lo)
}

// drawY draws the vertical axis. Its name stands over it and begins room to the left of it, where
// the numbers begin.
func (f frame) drawY(label string, room vg.Length) {
	f.StrokeLine2(axisLine, f.Min.X, f.Min.Y, f.Min.X, f.Max.Y)
	for _, t := range f.y.minor(f.fitsMinor(f.y, f.height())) {
		y := f.at(f.x.lo, t.value).Y
		f.StrokeLine2(axisLine, f.Min.X, y, f.Min.X-minorLength, y)
	}
	for _, t := range yTicks(f.y, f.height()) {
		y := f.at(f.x.lo, t.value).Y
		f.StrokeLine2(axisLine, f.Min.X, y, f.Min.X-tickLength, y)
		softPen.write(f.Canvas, vg.Point{X: f.Min.X - tickLength - tickGap,
			Y: y - softPen.middle()}, 1, t.text)
	}
	f.nameY(label, room)
}

// nameY writes the label of the vertical axis horizontally over it. It begins room to the left of
// the axis.
func (f frame) nameY(label string, room vg.Length) {
	lines := textPen.wrap(label, f.cell.Size().X)
	left := max(f.cell.Min.X, min(f.Min.X-room, f.cell.Max.X-textPen.widest(lines)))
	textPen.block(f.Canvas, vg.Point{X: left, Y: f.Max.Y + textPen.height(len(lines)) + 4},
		0, lines)
}

// gridY draws faint horizontal lines, and gridX faint vertical ones.
func (f frame) gridY() {
	for _, t := range yTicks(f.y, f.height()) {
		y := f.at(f.x.lo, t.value).Y
		f.StrokeLine2(gridLine, f.Min.X, y, f.Max.X, y)
	}
}

func (f frame) gridX(a Axis) {
	for _, t := range f.xTicks(a, false) {
		x := f.at(t.value, f.y.lo).X
		f.StrokeLine2(gridLine, x, f.Min.Y, x, f.Max.Y)
	}
}

var (
	axisLine = draw.LineStyle{Color: softColor, Width: axisWidth}
	gridLine = draw.LineStyle{Color: gridColor, Width: axisWidth}
	ruleLine = draw.LineStyle{Color: ruleColor, Width: axisWidth}
)
