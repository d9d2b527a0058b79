package chart

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// Curves draws series over a common axis, each with its band and with its name at the end of its
// line.
type Curves struct {
	Title  string
	X, Y   Axis
	Series []Series
	// the series are levels of one thing, in order: their colours go from light to dark
	Ordered bool
	Bands   string // what Low and High are; "": pointwise 95 % intervals
	Note    string // for the caption
}

// Validate returns an error that names the first series with a value that cannot be drawn.
func (p Curves) Validate() error {
	return inPanel(p.Title, "curves", p.X.validate("horizontal"), p.Y.validate("vertical"),
		validateSeries(p.Series), validateLog(p.X, p.Y, p.Series))
}

// inPanel returns the first error, with the kind and the title of its panel.
func inPanel(title, kind string, errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return fmt.Errorf("chart: %s %q: %w", kind, title, err)
		}
	}
	return nil
}

// heading returns the title and the notes. The notes say what the bands are and which series are
// empty.
func (p Curves) heading() (string, []string) {
	return p.Title, seriesNotes(p.Note, p.Bands, p.Series)
}

func seriesNotes(note, bands string, all []Series) []string {
	var empty []string
	banded := false
	for _, s := range all {
		banded = banded || len(s.Low) > 0
		if len(s.X) == 0 {
			empty = append(empty, s.Name)
		}
	}
	notes := sentences(note)
	if banded {
		if bands == "" {
			bands = "pointwise 95 % intervals"
		}
		notes = append(notes, "Bands: "+strings.TrimSuffix(bands, ".")+".")
	}
	if 0 < len(empty) && len(empty) < len(all) {
		notes = append(notes, "No data: "+strings.Join(empty, ", ")+".")
	}
	return notes
}

func sentences(note string) []string {
	if note = clean(note); note == "" {
		return nil
	}
	return []string{note}
}

// margins returns the room for the axes and for the names at the line ends.
func (p Curves) margins(size vg.Point) margins {
	_, y := p.scales()
	return seriesMargins(p.X, p.Y, y, p.Series, size)
}

func seriesMargins(x, y Axis, ys scale, all []Series, size vg.Point) margins {
	return margins{
		Left: tickRoom(ys), Right: max(10, endRoom(all, size.X)),
		Bottom: xRoom(x, size.X), Top: topRoom(y.Label, size.X),
	}
}

func (p Curves) scales() (x, y scale) {
	xs, ys := spans(p.Series)
	return p.X.exact(xs), p.Y.padded(ys)
}

// Draw draws the panel alone.
func (p Curves) Draw(c draw.Canvas) { drawAlone(p, c) }

// drawFrame draws the panel with its lines in the frame.
func (p Curves) drawFrame(c draw.Canvas, r vg.Rectangle) {
	xs, _ := spans(p.Series)
	if !xs.filled {
		apologize(c, c.Rectangle, "Nothing to draw: no values.")
		return
	}
	x, y := p.scales()
	f := newFrame(c, r, x, y)
	f.gridY()
	inks := inksOf(p.Series, p.Ordered)
	f.drawSeries(p.Series, inks)
	f.drawX(p.X, wholeX(p.Series))
	f.drawY(p.Y.Label, tickRoom(y))
	f.nameEnds(p.Series, inks)
}

// wholeX reports whether all values of X are integers, as ticks are. Then the axis has integers
// only.
func wholeX(all []Series) bool {
	for _, s := range all {
		for _, x := range s.X {
			if x != math.Trunc(x) {
				return false
			}
		}
	}
	return true
}

const (
	endGap   = vg.Length(12)   // between the frame and the names, for the lines that join them
	endMark  = vg.Length(15)   // length of the line sample before a name, with its gap
	endWidth = vg.Length(92)   // a longer name is broken into lines
	endShare = vg.Length(0.36) // largest share of the panel for names
)

// endLines returns the names broken into lines, for a panel of the given width.
func endLines(all []Series, width vg.Length) [][]string {
	names := make([][]string, len(all))
	for i, s := range all {
		if len(s.X) > 0 {
			names[i] = textPen.wrap(s.Name, min(endWidth, endShare*width))
		}
	}
	return names
}

// endRoom returns the room for the names to the right of the frame.
func endRoom(all []Series, width vg.Length) (w vg.Length) {
	for _, lines := range endLines(all, width) {
		if len(lines) > 0 {
			w = max(w, endGap+endMark+textPen.widest(lines))
		}
	}
	return w
}

// nameEnds writes the names beside the line ends, moved apart where they would overlap, each with
// its mark and a leader.
func (f frame) nameEnds(all []Series, inks []ink) {
	names := endLines(all, f.cell.Size().X)
	var which []int
	var want, height []vg.Length
	for i, lines := range names {
		if len(lines) > 0 {
			which = append(which, i)
			want = append(want, f.end(all[i]).Y)
			height = append(height, textPen.height(len(lines))+1)
		}
	}
	middles := spread(want, height, f.Min.Y-8, f.Max.Y+4)
	for k, i := range which {
		at := vg.Point{X: f.Max.X + endGap, Y: middles[k]}
		f.lead(f.end(all[i]), at)
		nameSeries(f.Canvas, at, all[i], inks[i], names[i])
	}
}

// end returns the point where a line ends, or the point of the frame next to it.
func (f frame) end(s Series) vg.Point {
	n := len(s.X) - 1
	return f.at(f.x.clamp(s.X[n]), f.y.clamp(s.Y[n]))
}

// lead draws the thin line from a line end to its name.
func (f frame) lead(end, at vg.Point) {
	f.StrokeLines(ruleLine, []vg.Point{
		{X: end.X + 1.5, Y: end.Y}, {X: max(f.Max.X+2, end.X+1.5), Y: end.Y},
		{X: at.X - 1, Y: at.Y},
	})
}

// nameSeries writes the mark and the name of a series in its colour, their middle at the given
// height.
func nameSeries(c draw.Canvas, at vg.Point, s Series, k ink, lines []string) {
	at.X += 6
	c.StrokeLine2(lineOf(s, k.color), at.X-6, at.Y, at.X+6, at.Y)
	words := softColor
	if !s.Guide {
		mark(c, k.shape, at, dotRadius, k.color, s.Dashed)
		words = readable(k.color)
	}
	top := at.Y + textPen.height(len(lines))/2
	textPen.in(words).block(c, vg.Point{X: at.X - 6 + endMark, Y: top - 0.4}, 0, lines)
}

// ShareY gives all panels the same vertical axis, wide enough for each of them, so that readers can
// compare them. It ignores panels that are nil.
func ShareY(panels ...*Curves) {
	panels = slices.DeleteFunc(slices.Clone(panels), func(p *Curves) bool { return p == nil })
	var all span
	for _, p := range panels {
		_, y := p.scales()
		all.add(y.lo, y.hi)
	}
	for _, p := range panels {
		p.Y.From, p.Y.To = all.lo, all.hi
	}
}
