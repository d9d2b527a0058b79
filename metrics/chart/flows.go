package chart

import (
	"fmt"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// Strip is one low panel of Flows: the axis of a quantity and its series.
type Strip struct {
	Y      Axis
	Series []Series
}

// Flows stacks strips over one horizontal axis, such as what is said, objectified and taken to
// heart in each tick. The name of a series stands at the end of its line.
type Flows struct {
	Title  string
	X      Axis
	Strips []Strip // from the top
	Bands  string  // what Low and High are; "": pointwise 95 % intervals
	Note   string  // a sentence for the caption
}

// Validate returns an error that names the strip and the series of the first value that cannot be
// drawn.
func (p Flows) Validate() error {
	if len(p.Strips) > MaxPanels {
		return inPanel(p.Title, "flows", fmt.Errorf("%d strips, want at most %d", len(p.Strips),
			MaxPanels))
	}
	errs := []error{p.X.validate("horizontal")}
	for i, s := range p.Strips {
		for _, err := range []error{s.Y.validate("vertical"), validateSeries(s.Series),
			validateLog(p.X, s.Y, s.Series)} {
			if err != nil {
				errs = append(errs, fmt.Errorf("strip %s: %w", called(s.Y.Label, i), err))
			}
		}
	}
	return inPanel(p.Title, "flows", errs...)
}

// heading returns the title and the notes. The notes say what the bands are.
func (p Flows) heading() (string, []string) {
	return p.Title, seriesNotes(p.Note, p.Bands, p.series())
}

// series returns the series of all strips.
func (p Flows) series() (all []Series) {
	for _, s := range p.Strips {
		all = append(all, s.Series...)
	}
	return all
}

const (
	stripHeight = vg.Length(52)
	stripGap    = vg.Length(8) // between a strip and the name of the next one
)

// height returns the height of the strips and of the axis.
func (p Flows) height(width vg.Length) vg.Length {
	h := xRoom(p.X, width) + stripHeight*vg.Length(len(p.Strips))
	for _, s := range p.Strips {
		h += stripGap + topRoom(s.Y.Label, width)
	}
	return max(panelHeight, h)
}

// margins returns the room for the axes and for the names at the line ends.
func (p Flows) margins(size vg.Point) (m margins) {
	for _, s := range p.Strips {
		_, y := spans(s.Series)
		m = m.max(seriesMargins(p.X, s.Y, s.Y.padded(y), s.Series, size))
	}
	if len(p.Strips) > 0 {
		m.Top = topRoom(p.Strips[0].Y.Label, size.X)
	}
	return m
}

// Draw draws the panel alone.
func (p Flows) Draw(c draw.Canvas) { drawAlone(p, c) }

// drawFrame draws the panel with its strips in the frame.
func (p Flows) drawFrame(c draw.Canvas, r vg.Rectangle) {
	xs, _ := spans(p.series())
	if !xs.filled {
		apologize(c, c.Rectangle, "Nothing to draw: no values.")
		return
	}
	x, whole := p.X.exact(xs), wholeX(p.series())
	room := p.margins(c.Size()).Left
	for i, part := range p.parts(c, r) {
		s := p.Strips[i]
		_, ys := spans(s.Series)
		f := newFrame(c, part, x, s.Y.padded(ys))
		f.gridY()
		inks := inksOf(s.Series, false)
		f.drawSeries(s.Series, inks)
		f.drawY(s.Y.Label, room)
		f.nameEnds(s.Series, inks)
		if i == len(p.Strips)-1 {
			f.drawX(p.X, whole)
		} else {
			f.StrokeLine2(axisLine, f.Min.X, f.Min.Y, f.Max.X, f.Min.Y)
		}
	}
}

// parts divides the frame into the frames of the strips.
func (p Flows) parts(c draw.Canvas, r vg.Rectangle) []vg.Rectangle {
	// the space over each strip; that over the first is the margin of the panel
	gaps := make([]vg.Length, len(p.Strips))
	room := r.Size().Y
	for i := 1; i < len(p.Strips); i++ {
		gaps[i] = stripGap + topRoom(p.Strips[i].Y.Label, c.Size().X)
		room -= gaps[i]
	}
	each := max(room, 1) / vg.Length(len(p.Strips))
	parts, top := make([]vg.Rectangle, len(p.Strips)), r.Max.Y
	for i := range parts {
		top -= gaps[i]
		parts[i] = vg.Rectangle{Min: vg.Point{X: r.Min.X, Y: top - each},
			Max: vg.Point{X: r.Max.X, Y: top}}
		top -= each
	}
	return parts
}
