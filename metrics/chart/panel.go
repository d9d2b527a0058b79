package chart

import (
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// A Panel is one picture of a figure. It draws itself inside the rectangle of the canvas. A
// *plot.Plot of gonum is a Panel.
//
// The panels of this package also give a Figure their title, their notes and the place of their
// frames. If a panel has a method Validate() error, it is called before anything is drawn.
type Panel interface {
	Draw(c draw.Canvas)
}

// PanelFunc makes a Panel of a function.
type PanelFunc func(c draw.Canvas)

// Draw calls f.
func (f PanelFunc) Draw(c draw.Canvas) { f(c) }

// checked is a panel whose data may be wrong. Save and Encode call Validate before they draw.
type checked interface {
	Validate() error
}

// titled is a panel with words of its own. The Figure puts the title over it and the notes into the
// caption.
type titled interface {
	heading() (title string, notes []string)
}

// framed is a panel with a frame for its data and margins for its words. The Figure aligns the
// frames of a row and of a column.
type framed interface {
	// margins returns the spaces that a panel of the given size needs around its frame.
	margins(size vg.Point) margins
	// drawFrame draws the data in the frame and the words around it, within the rectangle of the
	// canvas.
	drawFrame(c draw.Canvas, frame vg.Rectangle)
}

// sized is a panel that chooses its height for a given width. Other panels are 62 mm high.
type sized interface {
	height(width vg.Length) vg.Length
}

// margins are the spaces around a panel's frame.
type margins struct{ Left, Right, Bottom, Top vg.Length }

// max returns the larger margin on each side.
func (m margins) max(o margins) margins {
	return margins{max(m.Left, o.Left), max(m.Right, o.Right), max(m.Bottom, o.Bottom),
		max(m.Top, o.Top)}
}

// smallestFrame is the share of a panel that is always left for the data, however wide the words
// are. Panels limit their own words to the rest.
const smallestFrame = 0.28

// inside returns the rectangle within the margins. Margins that would leave less than smallestFrame
// are shrunk in proportion.
func (m margins) inside(r vg.Rectangle) vg.Rectangle {
	size := r.Size()
	m.Left, m.Right = shrink(m.Left, m.Right, size.X)
	m.Bottom, m.Top = shrink(m.Bottom, m.Top, size.Y)
	return vg.Rectangle{
		Min: vg.Point{X: r.Min.X + m.Left, Y: r.Min.Y + m.Bottom},
		Max: vg.Point{X: r.Max.X - m.Right, Y: r.Max.Y - m.Top},
	}
}

// shrink scales two margins so that smallestFrame of the whole is left.
func shrink(a, b, whole vg.Length) (vg.Length, vg.Length) {
	room := whole * (1 - smallestFrame)
	if a+b <= room {
		return a, b
	}
	return a * room / (a + b), b * room / (a + b)
}

// drawAlone draws a framed panel that no Figure aligns.
func drawAlone(p framed, c draw.Canvas) {
	p.drawFrame(c, p.margins(c.Size()).inside(c.Rectangle))
}

// within returns the canvas restricted to the rectangle. It clips nothing.
func within(c draw.Canvas, r vg.Rectangle) draw.Canvas {
	return draw.Canvas{Canvas: c.Canvas, Rectangle: r}
}
