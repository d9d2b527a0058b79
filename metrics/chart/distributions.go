package chart

import (
	"fmt"
	"image/color"
	"slices"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

const (
	// MaxRows is the largest number of groups, differences, or rows and columns of cells in a
	// panel.
	MaxRows = 500
	// MaxValues is the largest number of values in a group.
	MaxValues = 1_000_000
)

// Group is a set of values under one name, such as the final scores of a scenario's replicates.
type Group struct {
	Name   string
	Values []float64
	Color  int // number of the palette, from 1; 0: by its row
}

// Distributions draws one row per group, from the top. A group with enough values is a violin.
// Other groups are one dot per value. Both show the median and the quartiles.
type Distributions struct {
	Title  string
	X      Axis // axis of the values
	Groups []Group
	Note   string // a sentence for the caption
}

// Validate returns an error that names the first group with a value that cannot be drawn.
func (p Distributions) Validate() error {
	return inPanel(p.Title, "distributions", p.X.linear("horizontal"), p.validateGroups())
}

func (p Distributions) validateGroups() error {
	if len(p.Groups) > MaxRows {
		return fmt.Errorf("%d groups, want at most %d", len(p.Groups), MaxRows)
	}
	for i, g := range p.Groups {
		if len(g.Values) > MaxValues {
			return fmt.Errorf("group %s: %d values, want at most %d", called(g.Name, i),
				len(g.Values), MaxValues)
		}
		if err := allFinite([]field{{"Values", g.Values}}); err != nil {
			return fmt.Errorf("group %s: %w", called(g.Name, i), err)
		}
	}
	return nil
}

// fewValues is the largest number of values drawn as dots. A density of so few values would show
// its bandwidth rather than the values.
const fewValues = 12

// heading returns the title and the notes. The notes say what is drawn.
func (p Distributions) heading() (string, []string) {
	notes := sentences(p.Note)
	violins, dots := false, false
	for _, g := range p.Groups {
		n := len(g.Values)
		violins = violins || n > fewValues && slices.Min(g.Values) < slices.Max(g.Values)
		dots = dots || n > 0 && n <= fewValues
	}
	if violins {
		notes = append(notes, "Violins: density of the values, to the same height; white line: "+
			"median; dark bar: quartiles; or a dot: median of quartiles too close to draw.")
	}
	if dots {
		notes = append(notes, "Dots: single values; upright line: median; bar: quartiles.")
	}
	return p.Title, notes
}

const (
	rowHeight    = vg.Length(30) // height of a group
	rowNameGap   = vg.Length(7)
	rowNameRoom  = vg.Length(110)  // a longer name is broken into lines
	rowNameShare = vg.Length(0.36) // largest share of the panel for names
)

// height returns the height of all rows and of the axis.
func (p Distributions) height(width vg.Length) vg.Length {
	return max(panelHeight*0.75, rowHeight*vg.Length(len(p.Groups))+xRoom(p.X, width)+10)
}

// margins returns the room for the names and the axis.
func (p Distributions) margins(size vg.Point) margins {
	names := make([]string, len(p.Groups))
	for i, g := range p.Groups {
		names[i] = g.Name
	}
	return margins{Left: nameRoom(names, rowNameShare*size.X), Right: 10,
		Bottom: xRoom(p.X, size.X), Top: 4}
}

// nameRoom returns the left margin for names, which are broken into lines at the width.
func nameRoom(names []string, width vg.Length) (w vg.Length) {
	for _, name := range names {
		w = max(w, textPen.widest(nameLines(name, width)))
	}
	return max(w, tinyPen.width("n = 10,000")) + rowNameGap
}

func nameLines(name string, width vg.Length) []string {
	return textPen.wrap(name, min(rowNameRoom, width))
}

// Draw draws the panel alone.
func (p Distributions) Draw(c draw.Canvas) { drawAlone(p, c) }

// drawFrame draws the panel with its groups in the frame.
func (p Distributions) drawFrame(c draw.Canvas, r vg.Rectangle) {
	var values span
	for _, g := range p.Groups {
		values.add(g.Values...)
	}
	if !values.filled {
		apologize(c, c.Rectangle, "Nothing to draw: no values.")
		return
	}
	f := newFrame(c, r, p.X.padded(values), scale{0, float64(len(p.Groups)), false})
	f.gridX(p.X)
	f.drawX(p.X, false)
	counts := p.countsFit(c.Size().X, f.height()/vg.Length(len(p.Groups)))
	for i, g := range p.Groups {
		y, small := f.at(0, float64(len(p.Groups)-i)-0.5).Y, ""
		if counts {
			small = "n = " + Thousands(len(g.Values))
		}
		f.nameRow(y, nameLines(g.Name, rowNameShare*c.Size().X), small)
		k := i + 1
		if g.Color != 0 {
			k = g.Color
		}
		f.drawGroup(g.Values, y, k)
	}
}

// countsFit reports whether all rows of a height have room for the number of values under the name.
func (p Distributions) countsFit(width, row vg.Length) bool {
	lines := 0
	for _, g := range p.Groups {
		lines = max(lines, len(nameLines(g.Name, rowNameShare*width)))
	}
	return textPen.height(lines)+tinyPen.skip() <= row
}

// nameRow writes the name of a row to the left of the frame, and a line of small text under it.
func (f frame) nameRow(y vg.Length, lines []string, small string) {
	h := textPen.height(len(lines))
	if small != "" {
		h += tinyPen.skip()
	}
	top := vg.Point{X: f.Min.X - rowNameGap, Y: y + h/2}
	textPen.block(f.Canvas, top, 1, lines)
	top.Y -= textPen.height(len(lines))
	tinyPen.block(f.Canvas, top, 1, []string{small})
}

// drawGroup draws one row around the height y.
func (f frame) drawGroup(values []float64, y vg.Length, k int) {
	half := 0.4 * f.height() / vg.Length(f.y.hi)
	sorted := slices.Sorted(slices.Values(values))
	sorted = slices.DeleteFunc(sorted, func(v float64) bool { return v != f.x.clamp(v) })
	n := len(sorted)
	switch {
	case n == 0:
		softPen.write(f.Canvas, vg.Point{X: f.Min.X + 6, Y: y - softPen.middle()}, 0, "no values")
	case sorted[0] == sorted[n-1]:
		f.drawEqual(sorted[0], n, y, k)
	case n <= fewValues:
		f.drawBox(sorted, y, 0.75*half, Color(k), Color(k))
		f.drawDots(sorted, y, half, k)
	case f.at(quantile(sorted, .75), 0).X-f.at(quantile(sorted, .25), 0).X < 2*dotRadius:
		// A bar between quartiles this close would be a mere line, so only the median is marked.
		f.drawViolin(sorted, y, half, Color(k))
		mark(f.Canvas, 1, vg.Point{X: f.at(quantile(sorted, .5), 0).X, Y: y}, dotRadius,
			Color(k), false)
	default:
		f.drawViolin(sorted, y, half, Color(k))
		f.drawBox(sorted, y, min(0.2*half, 3), inkColor, color.NRGBA{0xFF, 0xFF, 0xFF, 0xFF})
	}
}

// drawEqual draws values that are all equal, and says so where there are several.
func (f frame) drawEqual(v float64, n int, y vg.Length, k int) {
	at := vg.Point{X: f.at(v, 0).X, Y: y}
	mark(f.Canvas, 1, at, 1.3*dotRadius, Color(k), false)
	if n == 1 {
		return
	}
	at.Y -= softPen.middle()
	if at.X < (f.Min.X+f.Max.X)/2 {
		at.X += 7
		softPen.write(f.Canvas, at, 0, "all equal")
		return
	}
	at.X -= 7
	softPen.write(f.Canvas, at, 1, "all equal")
}

func (f frame) drawViolin(sorted []float64, y, half vg.Length, c color.NRGBA) {
	at, height := density(sorted)
	var edge []vg.Point
	for i := range at {
		edge = append(edge, vg.Point{X: f.at(at[i], 0).X, Y: y + half*vg.Length(height[i])})
	}
	for i := len(at) - 1; i >= 0; i-- {
		edge = append(edge, vg.Point{X: edge[i].X, Y: 2*y - edge[i].Y})
	}
	f.FillPolygon(faded(c, 0x8C), edge)
	f.StrokeLines(draw.LineStyle{Color: c, Width: axisWidth}, append(edge, edge[0]))
}

// drawBox draws the bar from quartile to quartile and the line at the median.
func (f frame) drawBox(sorted []float64, y, half vg.Length, bar, line color.NRGBA) {
	low, mid, high := quantile(sorted, .25), quantile(sorted, .5), quantile(sorted, .75)
	if bar != inkColor {
		bar = faded(bar, 0x40)
	}
	fillRect(f.Canvas, bar, vg.Rectangle{
		Min: vg.Point{X: f.at(low, 0).X, Y: y - half}, Max: vg.Point{X: f.at(high, 0).X,
			Y: y + half},
	})
	x := f.at(mid, 0).X
	f.StrokeLine2(draw.LineStyle{Color: line, Width: lineWidth}, x, y-half-0.4, x, y+half+0.4)
}

// drawDots draws dots beside each other. Where they would leave the row, they overlap instead.
func (f frame) drawDots(sorted []float64, y, half vg.Length, k int) {
	along := make([]vg.Length, len(sorted))
	for i, v := range sorted {
		along[i] = f.at(v, 0).X
	}
	asides, farthest := swarm(along, 1.7*dotRadius), vg.Length(0)
	for _, aside := range asides {
		farthest = max(farthest, aside, -aside)
	}
	room := min(1, max(half-0.85*dotRadius, 0)/max(farthest, 1e-9))
	for i, aside := range asides {
		mark(f.Canvas, 1, vg.Point{X: along[i], Y: y + room*aside}, 0.85*dotRadius, Color(k),
			false)
	}
}
