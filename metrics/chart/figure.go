package chart

import (
	"errors"
	"fmt"
	"image/color"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// MaxPanels is the largest number of rows, and of columns, of a Figure. MaxArea is its largest area
// in square points: a square metre, as a poster of the size A0. As PNG that takes 250 MB.
const (
	MaxPanels = 64
	MaxArea   = 1000 * millimetre * 1000 * millimetre
)

// Figure arranges panels in rows and columns. It puts a letter on each panel, a title above and a
// caption below. It is itself a Panel, so a figure can be part of another.
type Figure struct {
	Title   string
	Caption string // text below the panels; their notes follow it

	Rows    [][]Panel // from the top; nil leaves a place empty
	Widths  []float64 // widths of the columns, relative to each other; nil: equal
	Heights []float64 // heights of the rows, relative to each other; nil: what the panels need

	// Width times Height is at most MaxArea. Each is 0 or 1 to 100,000 points.
	Width  vg.Length // 0: 17 cm, as wide as a page; 12 cm for a single panel
	Height vg.Length // 0: what title, panels and caption need

	Unlettered bool // no a, b, c over the panels; a single panel has none anyway

	inner bool // only arranges panels within another figure
	first int  // the number of its first letter, where it is inner
}

const (
	millimetre  = vg.Millimeter
	pageWidth   = 170 * millimetre
	aloneWidth  = 120 * millimetre
	panelHeight = 62 * millimetre // height of panels that do not choose one
	border      = vg.Length(7)    // around everything
	columnGap   = vg.Length(18)
	rowGap      = vg.Length(14)
)

// figureOf returns the panel as a figure.
func figureOf(p Panel) Figure {
	switch f := p.(type) {
	case Figure:
		return f
	case *Figure:
		if f == nil {
			return Figure{}
		}
		return *f
	}
	return Figure{Rows: [][]Panel{{p}}}
}

// Validate returns the first error of the figure, or of the data of its panels.
func (f Figure) Validate() error {
	if panels := MaxPanels * MaxPanels; !f.within(maxDepth, &panels) {
		return fmt.Errorf("chart: figures in each other, want at most %d deep, and %d panels",
			maxDepth, MaxPanels*MaxPanels)
	}
	if len(f.Rows) > MaxPanels || f.columns() > MaxPanels {
		return fmt.Errorf("chart: a figure of %d rows and %d columns, want at most %d", len(f.Rows),
			f.columns(), MaxPanels)
	}
	if f.panels() == 0 {
		return errors.New("chart: a figure without a panel")
	}
	for _, v := range []float64{float64(f.Width), float64(f.Height)} {
		if !finite(v) || v != 0 && v < 1 || v > 1e5 {
			return fmt.Errorf("chart: a figure of %v by %v points, want 1 to 100000, or 0", f.Width,
				f.Height)
		}
	}
	err := errors.Join(validShares("Widths", f.Widths, f.columns()),
		validShares("Heights", f.Heights, len(f.Rows)))
	if err := errors.Join(err, f.validatePanels()); err != nil {
		return err
	}
	return f.validateSize()
}

// maxDepth is how deep figures may be nested. A figure that contains itself has no end.
const maxDepth = 8

// within reports whether figures are nested at most depth deep and have no more panels than panels,
// which it counts down.
func (f Figure) within(depth int, panels *int) bool {
	for _, row := range f.Rows {
		for _, p := range row {
			inner, is := p.(Figure)
			if at, points := p.(*Figure); points && at != nil {
				inner, is = *at, true
			}
			*panels--
			if *panels < 0 || is && (depth == 1 || !inner.within(depth-1, panels)) {
				return false
			}
		}
	}
	return true
}

// validateSize returns an error for a figure that is too large, before its pixels are allocated.
func (f Figure) validateSize() error {
	if size := f.size(); float64(size.X)*float64(size.Y) > float64(MaxArea) {
		return fmt.Errorf("chart: a figure of %.0f by %.0f mm, want at most a square metre",
			size.X/millimetre, size.Y/millimetre)
	}
	return nil
}

func (f Figure) validatePanels() error {
	for _, row := range f.Rows {
		for _, p := range row {
			if c, ok := p.(checked); ok {
				if err := c.Validate(); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

func validShares(name string, shares []float64, n int) error {
	if shares != nil && len(shares) != n {
		return fmt.Errorf("chart: Figure.%s has %d values, want %d", name, len(shares), n)
	}
	for i, v := range shares {
		if !finite(v) || v <= 0 {
			return fmt.Errorf("chart: Figure.%s[%d] is %v, want more than 0", name, i, v)
		}
	}
	return nil
}

// columns is the length of the longest row.
func (f Figure) columns() (n int) {
	for _, row := range f.Rows {
		n = max(n, len(row))
	}
	return n
}

// panels counts the panels that are not nil.
func (f Figure) panels() (n int) {
	for _, row := range f.Rows {
		for _, p := range row {
			if p != nil {
				n++
			}
		}
	}
	return n
}

// size returns the size at which the figure is drawn.
func (f Figure) size() vg.Point {
	w := f.Width
	switch {
	case w > 0:
	case f.panels() == 1 && f.columns() == 1:
		w = aloneWidth
	default:
		w = pageWidth
	}
	if f.Height > 0 {
		return vg.Point{X: w, Y: f.Height}
	}
	g := f.grid(w)
	return vg.Point{X: w, Y: g.height()}
}

// height returns the height that the figure needs at a width.
func (f Figure) height(width vg.Length) vg.Length {
	g := f.grid(width)
	return g.height()
}

// Draw draws the figure in the rectangle of the canvas, on white.
func (f Figure) Draw(c draw.Canvas) {
	fillRect(c, color.White, c.Rectangle)
	if f.panels() == 0 {
		apologize(c, c.Rectangle, "Nothing to draw: no panels.")
		return
	}
	f.grid(c.Size().X).draw(c)
}
