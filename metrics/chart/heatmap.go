package chart

import (
	"fmt"
	"image/color"
	"math"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// HeatMap draws the value of each cell as a colour. Where there is room it writes the number, or
// another text, in the cell. The first row is the lowest, as on an axis.
type HeatMap struct {
	Title         string
	X, Y          string      // names of the horizontal and the vertical axis
	Columns, Rows []string    // names of columns and rows, such as values of a parameter
	Values        [][]float64 // Values[row][column]
	Text          [][]string  // Text[row][column], written in the cells; nil: the values
	Scale         Axis        // axis of the colours
	Diverging     bool        // colours for differences: light at zero, symmetric around it
	Note          string      // a sentence for the caption
}

// Validate returns an error that names the first cell with a value that cannot be drawn.
func (p HeatMap) Validate() error {
	return inPanel(p.Title, "heat map", p.Scale.linear("colour"), p.validateCells())
}

func (p HeatMap) validateCells() error {
	if len(p.Rows) > MaxRows || len(p.Columns) > MaxRows {
		return fmt.Errorf("%d rows of %d columns, want at most %d", len(p.Rows), len(p.Columns),
			MaxRows)
	}
	if len(p.Values) != len(p.Rows) {
		return fmt.Errorf("%d rows of values, want %d", len(p.Values), len(p.Rows))
	}
	for i, row := range p.Values {
		if len(row) != len(p.Columns) {
			return fmt.Errorf("row %q has %d values, want %d", p.Rows[i], len(row), len(p.Columns))
		}
		for k, v := range row {
			if !finite(v) {
				return fmt.Errorf("row %q, column %q is %v, want a finite number", p.Rows[i],
					p.Columns[k], v)
			}
		}
	}
	return p.validateText()
}

func (p HeatMap) validateText() error {
	if p.Text == nil {
		return nil
	}
	if len(p.Text) != len(p.Rows) {
		return fmt.Errorf("%d rows of text, want %d", len(p.Text), len(p.Rows))
	}
	for i, row := range p.Text {
		if len(row) != len(p.Columns) {
			return fmt.Errorf("row %q has %d texts, want %d", p.Rows[i], len(row), len(p.Columns))
		}
	}
	return nil
}

// heading returns the title and the note.
func (p HeatMap) heading() (string, []string) { return p.Title, sentences(p.Note) }

// height returns the height of all rows of cells, within limits.
func (p HeatMap) height(width vg.Length) vg.Length {
	return min(max(panelHeight, 14*vg.Length(len(p.Rows))+60), max(panelHeight, 1.2*width))
}

// colors returns the scale of the colours.
func (p HeatMap) colors() scale {
	var s span
	for _, row := range p.Values {
		s.add(row...)
	}
	c := p.Scale.exact(s)
	if p.Diverging && !p.Scale.fixed() {
		end := max(math.Abs(c.lo), math.Abs(c.hi))
		c = scale{-end, end, false}
	}
	return c
}

const (
	barGap   = vg.Length(9)
	barWidth = vg.Length(8)
)

// margins returns the room for the names of rows and columns and for the colour bar.
func (p HeatMap) margins(size vg.Point) margins {
	left := min(textPen.widest(p.Rows), 0.3*size.X) + 5
	return margins{
		Left: left, Right: barGap + barWidth + tickRoom(p.colors()),
		Bottom: 4 + softPen.skip() + textPen.height(len(textPen.wrap(p.X, size.X))),
		Top:    max(topRoom(p.Y, 0.48*size.X), topRoom(p.Scale.Label, 0.48*size.X)),
	}
}

// Draw draws the panel alone.
func (p HeatMap) Draw(c draw.Canvas) { drawAlone(p, c) }

// drawFrame draws the panel with its cells in the frame.
func (p HeatMap) drawFrame(c draw.Canvas, r vg.Rectangle) {
	if len(p.Rows) == 0 || len(p.Columns) == 0 {
		apologize(c, c.Rectangle, "Nothing to draw: no cells.")
		return
	}
	f := newFrame(c, r, scale{0, float64(len(p.Columns)), false},
		scale{0, float64(len(p.Rows)), false})
	colors := p.colors()
	for i, row := range p.Values {
		for k, v := range row {
			fillCell(f.Canvas, f.Rectangle, p.shade(colors, v), f.cellAt(k, i))
		}
	}
	f.rim()
	p.drawTexts(f, colors)
	p.drawNames(f)
	p.drawBar(f, colors)
}

// rim draws a line around the frame. It covers the edges of the cells, which are rough in a PNG.
func (f frame) rim() {
	f.StrokeLines(axisLine, []vg.Point{f.Min, {X: f.Max.X, Y: f.Min.Y}, f.Max,
		{X: f.Min.X, Y: f.Max.Y}, f.Min})
}

func (f frame) cellAt(column, row int) vg.Rectangle {
	return vg.Rectangle{Min: f.at(float64(column), float64(row)),
		Max: f.at(float64(column+1), float64(row+1))}
}

// fillCell paints a cell a little beyond its upper and right edges, but within the bounds. Viewers
// show a seam between shapes that only touch. The next cell covers the excess.
func fillCell(c draw.Canvas, bounds vg.Rectangle, clr color.Color, r vg.Rectangle) {
	const excess = 0.6 // in points: more than one dot of a PNG, through which white would show
	r.Max.X, r.Max.Y = min(r.Max.X+excess, bounds.Max.X), min(r.Max.Y+excess, bounds.Max.Y)
	fillRect(c, clr, r)
}

func (p HeatMap) shade(colors scale, v float64) color.NRGBA {
	if p.Diverging {
		return shade(diverging, colors.at(v))
	}
	return shade(viridis, colors.at(v))
}

// drawTexts writes the texts of all cells, or of none where one does not fit.
func (p HeatMap) drawTexts(f frame, colors scale) {
	texts := p.texts(colors)
	cell := f.cellAt(0, 0).Size()
	for _, row := range texts {
		if tinyPen.widest(row) > 0.85*cell.X || tinyPen.size > 0.75*cell.Y {
			return
		}
	}
	for i, row := range texts {
		for k, text := range row {
			r := f.cellAt(k, i)
			at := vg.Point{X: (r.Min.X + r.Max.X) / 2, Y: (r.Min.Y+r.Max.Y)/2 - tinyPen.middle()}
			tinyPen.in(over(p.shade(colors, p.Values[i][k]))).write(f.Canvas, at, 0.5, text)
		}
	}
}

// texts returns the texts of the cells: Text, or else the values.
func (p HeatMap) texts(colors scale) [][]string {
	if p.Text != nil {
		return p.Text
	}
	step := roundStep((colors.hi - colors.lo) / 200)
	all := make([][]string, len(p.Values))
	for i, row := range p.Values {
		for _, v := range row {
			all[i] = append(all[i], number(v, step))
		}
	}
	return all
}

// drawNames writes the names of rows and columns. Where they are too close it writes every second
// or third name.
func (p HeatMap) drawNames(f frame) {
	cell := f.cellAt(0, 0).Size()
	names := softPen.widest(p.Columns) + 6
	every := max(1, int(math.Ceil(float64(min(names, f.width()/2)/cell.X))))
	for k := 0; k < len(p.Columns); k += every {
		at := vg.Point{X: f.at(float64(k)+0.5, 0).X, Y: f.Min.Y - 4 - 0.75*softPen.size}
		softPen.write(f.Canvas, at, 0.5, softPen.fit(p.Columns[k], vg.Length(every)*cell.X-2))
	}
	every = max(1, int(math.Ceil(float64(softPen.size/cell.Y))))
	for i := 0; i < len(p.Rows); i += every {
		at := vg.Point{X: f.Min.X - 4, Y: f.at(0, float64(i)+0.5).Y - softPen.middle()}
		softPen.write(f.Canvas, at, 1, softPen.fit(p.Rows[i], f.Min.X-f.cell.Min.X-4))
	}
	under := vg.Point{X: (f.Min.X + f.Max.X) / 2, Y: f.Min.Y - 4 - softPen.skip()}
	textPen.block(f.Canvas, under, 0.5, textPen.wrap(p.X, f.cell.Size().X))
	lines := textPen.wrap(p.Y, 0.48*f.cell.Size().X)
	left := max(f.cell.Min.X, f.Min.X-5-softPen.widest(p.Rows))
	textPen.block(f.Canvas, vg.Point{X: left, Y: f.Max.Y + textPen.height(len(lines)) + 4},
		0, lines)
}

// barSteps is the number of rectangles in a colour bar.
const barSteps = 128

// drawBar draws the colour bar, with its numbers, and its name over it.
func (p HeatMap) drawBar(f frame, colors scale) {
	r := vg.Rectangle{
		Min: vg.Point{X: f.Max.X + barGap, Y: f.Min.Y},
		Max: vg.Point{X: f.Max.X + barGap + barWidth, Y: f.Max.Y},
	}
	bar := newFrame(draw.Canvas{Canvas: f.Canvas.Canvas, Rectangle: f.cell}, r, scale{0, 1, false},
		colors)
	for i := range barSteps {
		lo := colors.lo + (colors.hi-colors.lo)*float64(i)/barSteps
		hi := colors.lo + (colors.hi-colors.lo)*float64(i+1)/barSteps
		fillCell(bar.Canvas, r, p.shade(colors, (lo+hi)/2), vg.Rectangle{Min: bar.at(0, lo),
			Max: bar.at(1, hi)})
	}
	bar.rim()
	for _, t := range yTicks(colors, bar.height()) {
		y := bar.at(0, t.value).Y
		bar.StrokeLine2(axisLine, r.Max.X, y, r.Max.X+tickLength, y)
		softPen.write(bar.Canvas, vg.Point{X: r.Max.X + tickLength + tickGap,
			Y: y - softPen.middle()}, 0, t.text)
	}
	lines := textPen.wrap(p.Scale.Label, 0.48*f.cell.Size().X)
	right := min(f.cell.Max.X, r.Max.X+tickRoom(colors))
	textPen.block(f.Canvas, vg.Point{X: right, Y: f.Max.Y + textPen.height(len(lines)) + 4},
		1, lines)
}
