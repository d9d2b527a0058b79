package chart

import (
	"fmt"
	"math"
	"slices"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// Difference is an estimated difference with its interval.
type Difference struct {
	Name             string
	Value, Low, High float64 // Low at most Value, Value at most High
	Color            int     // number of the palette, from 1; 0: black
}

// Differences draws one row per difference, from the top: a dot with its interval, and the numbers.
// A line marks zero. The shaded equivalence band holds the differences that count as none.
type Differences struct {
	Title    string
	X        Axis // axis of the differences
	Rows     []Difference
	Margin   float64 // half the width of the equivalence band, fixed before the data; 0: no band
	Interval string  // what Low and High are; "": 95 % intervals
	Note     string  // a sentence for the caption
}

// Validate returns an error that names the first row with a value that cannot be drawn.
func (p Differences) Validate() error {
	return inPanel(p.Title, "differences", p.X.linear("horizontal"), p.validateRows())
}

func (p Differences) validateRows() error {
	if len(p.Rows) > MaxRows {
		return fmt.Errorf("%d rows, want at most %d", len(p.Rows), MaxRows)
	}
	if !finite(p.Margin) || p.Margin < 0 {
		return fmt.Errorf("equivalence Margin is %v, want at least 0", p.Margin)
	}
	for i, d := range p.Rows {
		if err := allFinite([]field{{"Value, Low, High",
			[]float64{d.Value, d.Low, d.High}}}); err != nil {
			return fmt.Errorf("row %s: %w", called(d.Name, i), err)
		}
		if d.Low > d.Value || d.Value > d.High {
			return fmt.Errorf("row %s: %v with an interval from %v to %v, want it inside",
				called(d.Name, i), d.Value, d.Low, d.High)
		}
	}
	return nil
}

// heading returns the title and the notes. The notes say what the intervals and the band are.
func (p Differences) heading() (string, []string) {
	notes := sentences(p.Note)
	if len(p.Rows) > 0 {
		kind := p.Interval
		if kind == "" {
			kind = "95 % intervals"
		}
		notes = append(notes, "Dots with "+kind+".")
	}
	if p.Margin > 0 {
		notes = append(notes, fmt.Sprintf("Shaded: differences within ±%v count as none.",
			p.Margin))
	}
	return p.Title, notes
}

// height returns the height of all rows and of the axis. All rows are as high as the highest name.
func (p Differences) height(width vg.Length) vg.Length {
	names, _ := p.words(width)
	lines := 1
	for _, d := range p.Rows {
		lines = max(lines, len(nameLines(d.Name, names)))
	}
	row := max(0.75*rowHeight, textPen.height(lines)+1)
	return max(panelHeight/2, row*vg.Length(len(p.Rows))+xRoom(p.X, width)+10)
}

// margins returns the room for the names, the numbers and the axis.
func (p Differences) margins(size vg.Point) margins {
	names := make([]string, len(p.Rows))
	for i, d := range p.Rows {
		names[i] = d.Name
	}
	width, right := p.words(size.X)
	return margins{Left: nameRoom(names, width), Right: right, Bottom: xRoom(p.X, size.X), Top: 4}
}

var numberPen = pen{7.5, false, inkColor}

// noNumbers is the right margin of a panel that is too narrow for numbers.
const noNumbers = vg.Length(10)

// words divides the room for words. It returns the largest width of names and the right margin. The
// numbers stand in the right margin if there is room.
func (p Differences) words(width vg.Length) (names, right vg.Length) {
	right = 8 + numberPen.widest(p.numbers())
	if right > 0.4*width {
		right = noNumbers
	}
	return min(rowNameShare*width, 0.68*width-right-rowNameGap), right
}

// numbers returns the text of each row. The precision is two digits of the width of the widest
// interval, or up to three more where a bound that is not 0 would read as 0.
func (p Differences) numbers() []string {
	widest := 0.0
	for _, d := range p.Rows {
		widest = max(widest, d.High-d.Low)
	}
	step := 0.001
	if widest > 0 {
		step = math.Pow(10, math.Floor(math.Log10(widest))-1)
	}
	for range 3 {
		if slices.ContainsFunc(p.Rows, func(d Difference) bool { return d.touches(step) }) {
			step /= 10
		}
	}
	texts := make([]string, len(p.Rows))
	for i, d := range p.Rows {
		texts[i] = fmt.Sprintf("%s [%s, %s]", number(d.Value, step), number(d.Low, step),
			number(d.High, step))
	}
	return texts
}

// touches reports whether an interval that does not hold 0 would read as if it did.
func (d Difference) touches(step float64) bool {
	return d.Low*d.High > 0 && min(math.Abs(d.Low), math.Abs(d.High)) <= step/2
}

func (p Differences) scale() scale {
	var s span
	s.add(0, -p.Margin, p.Margin)
	for _, d := range p.Rows {
		s.add(d.Low, d.High)
	}
	air := 0.06 * (s.hi - s.lo)
	if s.lo == s.hi {
		air = 1
	}
	return p.X.exact(span{s.lo - air, s.hi + air, true})
}

// Draw draws the panel alone.
func (p Differences) Draw(c draw.Canvas) { drawAlone(p, c) }

// drawFrame draws the panel with its rows in the frame.
func (p Differences) drawFrame(c draw.Canvas, r vg.Rectangle) {
	if len(p.Rows) == 0 {
		apologize(c, c.Rectangle, "Nothing to draw: no differences.")
		return
	}
	f := newFrame(c, r, p.scale(), scale{0, float64(len(p.Rows)), false})
	if p.Margin > 0 {
		fillRect(f.Canvas, bandColor, vg.Rectangle{
			Min: f.at(f.x.clamp(-p.Margin), 0), Max: f.at(f.x.clamp(p.Margin), f.y.hi),
		})
	}
	if f.x.clamp(0) == 0 {
		x := f.at(0, 0).X
		f.StrokeLine2(ruleLine, x, f.Min.Y, x, f.Max.Y)
	}
	f.drawX(p.X, false)
	numbers := p.numbers()
	names, right := p.words(c.Size().X)
	for i, d := range p.Rows {
		y := f.at(0, float64(len(p.Rows)-i)-0.5).Y
		f.nameRow(y, nameLines(d.Name, names), "")
		f.drawDifference(d, y)
		if right > noNumbers {
			numberPen.write(f.Canvas, vg.Point{X: f.Max.X + 8, Y: y - numberPen.middle()}, 0,
				numbers[i])
		}
	}
}

func (f frame) drawDifference(d Difference, y vg.Length) {
	c := inkColor
	if d.Color != 0 {
		c = Color(d.Color)
	}
	low, high := f.at(f.x.clamp(d.Low), 0).X, f.at(f.x.clamp(d.High), 0).X
	f.StrokeLine2(draw.LineStyle{Color: c, Width: lineWidth}, low, y, high, y)
	for _, x := range []vg.Length{low, high} {
		f.StrokeLine2(draw.LineStyle{Color: c, Width: lineWidth}, x, y-2.2, x, y+2.2)
	}
	if d.Value == f.x.clamp(d.Value) {
		mark(f.Canvas, max(d.Color, 1), vg.Point{X: f.at(d.Value, 0).X, Y: y}, 1.25*dotRadius,
			c, false)
	}
}
