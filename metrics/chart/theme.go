package chart

import (
	"image/color"
	"math"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// okabeIto holds the colours of Okabe and Ito, "Color Universal Design" (2008). They are ordered so
// that neighbours differ in grey too. Yellow is left out, because a yellow line cannot be seen on
// white.
var okabeIto = [...]color.NRGBA{
	{0x00, 0x72, 0xB2, 0xFF}, // blue
	{0xE6, 0x9F, 0x00, 0xFF}, // orange
	{0x00, 0x9E, 0x73, 0xFF}, // bluish green
	{0xCC, 0x79, 0xA7, 0xFF}, // reddish purple
	{0x00, 0x00, 0x00, 0xFF}, // black
	{0xD5, 0x5E, 0x00, 0xFF}, // vermillion
	{0x56, 0xB4, 0xE9, 0xFF}, // sky blue
}

// Colors is the number of colours in the palette.
const Colors = len(okabeIto)

// Color returns the k-th colour of the palette, counted from 1. After Colors it begins again.
func Color(k int) color.NRGBA {
	k = (k - 1) % Colors
	if k < 0 {
		k += Colors
	}
	return okabeIto[k]
}

var (
	inkColor  = color.NRGBA{0x1F, 0x1F, 0x1F, 0xFF} // words
	softColor = color.NRGBA{0x55, 0x55, 0x55, 0xFF} // less important words and axes
	gridColor = color.NRGBA{0xE8, 0xE8, 0xE8, 0xFF}
	ruleColor = color.NRGBA{0x99, 0x99, 0x99, 0xFF} // lines to names, and reference lines
	bandColor = color.NRGBA{0xEE, 0xEE, 0xEE, 0xFF} // an equivalence band
)

const (
	axisWidth = vg.Length(0.6)
	lineWidth = vg.Length(1.3)
	dotRadius = vg.Length(2.3)

	ringRadius = vg.Length(3.6) // of a mark around another
)

// faded returns the colour with the given opacity.
func faded(c color.NRGBA, alpha uint8) color.NRGBA {
	c.A = alpha
	return c
}

// luminance is the relative luminance of WCAG 2.1, 0 (black) to 1 (white).
func luminance(c color.NRGBA) float64 {
	linear := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}

// readable darkens a colour until words in it have a contrast of 4.5 to white, as WCAG asks.
func readable(c color.NRGBA) color.NRGBA {
	for 1.05/(luminance(c)+0.05) < 4.5 {
		c.R, c.G, c.B = uint8(float64(c.R)*.95), uint8(float64(c.G)*.95), uint8(float64(c.B)*.95)
	}
	return c
}

// markers holds the outlines of the marks on lines. Each has about the area of a disc of radius 1.
// nil is the disc.
var markers = [...][]vg.Point{
	nil,
	{{X: -.9, Y: -.9}, {X: .9, Y: -.9}, {X: .9, Y: .9}, {X: -.9, Y: .9}},     // square
	{{X: 0, Y: 1.3}, {X: -1.2, Y: -.8}, {X: 1.2, Y: -.8}},                    // triangle
	{{X: 0, Y: -1.35}, {X: 1.2, Y: 0}, {X: 0, Y: 1.35}, {X: -1.2, Y: 0}},     // diamond
	{{X: 0, Y: -1.3}, {X: 1.2, Y: .8}, {X: -1.2, Y: .8}},                     // triangle on its tip
	{{X: -.5, Y: -1.3}, {X: .5, Y: -1.3}, {X: .5, Y: 1.3}, {X: -.5, Y: 1.3}}, // upright bar
}

// outline returns the k-th marker, counted from 1, as a closed path around a point.
func outline(k int, at vg.Point, r vg.Length) (p vg.Path) {
	shape := markers[max(k-1, 0)%len(markers)]
	if shape == nil {
		p.Move(vg.Point{X: at.X + r, Y: at.Y})
		p.Arc(at, r, 0, 2*math.Pi)
		p.Close()
		return p
	}
	for i, q := range shape {
		q = at.Add(q.Scale(r))
		if i == 0 {
			p.Move(q)
		} else {
			p.Line(q)
		}
	}
	p.Close()
	return p
}

// mark draws the k-th marker, either filled with a white rim or hollow.
func mark(c draw.Canvas, k int, at vg.Point, r vg.Length, clr color.NRGBA, hollow bool) {
	fill, rim := clr, color.NRGBA{0xFF, 0xFF, 0xFF, 0xFF}
	if hollow {
		fill, rim = rim, clr
	}
	path := outline(k, at, r)
	c.SetColor(fill)
	c.Fill(path)
	c.SetLineStyle(draw.LineStyle{Color: rim, Width: r * 0.35})
	c.Stroke(path)
}

// fillRect paints a rectangle.
func fillRect(c draw.Canvas, clr color.Color, r vg.Rectangle) {
	c.SetColor(clr)
	c.Fill(r.Path())
}
