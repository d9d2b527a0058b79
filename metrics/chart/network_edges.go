package chart

import (
	"image/color"
	"math"
	"slices"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

const (
	// edgesPerPath is how many edges share a path. Those within one path do not darken each other,
	// and the file is smaller.
	edgesPerPath = 24
	arcDepth     = vg.Length(9) // of an edge that bends below a level, at most
	maxHead      = vg.Length(5) // the length of an arrow head
)

// drawEdges draws thin translucent lines, thinner and fainter the more there are, and their arrow
// heads.
func (p Network) drawEdges(c draw.Canvas, pts []vg.Point, radii []vg.Length) {
	drawn := float64(len(p.Edges) / p.every())
	faint := min(max(math.Sqrt(300/max(drawn, 1)), 0.22), 1)
	grey := faded(color.NRGBA{0x40, 0x40, 0x40, 0xFF}, uint8(0xA0*faint))
	line := draw.LineStyle{Color: grey, Width: vg.Length(0.25 + 0.4*faint)}
	largest := maxHead * vg.Length(max(faint, 0.4))
	head := faded(grey, uint8(0x60+0x80*faint))
	var lines, heads vg.Path
	every := p.every()
	for i := 0; i < len(p.Edges); i += every {
		from, to := pts[p.Edges[i][0]], pts[p.Edges[i][1]]
		via, bent := p.bend(from, to)
		lines.Move(from)
		if bent {
			lines.QuadTo(via, to)
		} else {
			lines.Line(to)
		}
		if p.Arrows != nil && p.Arrows[i] {
			addHead(&heads, via, to, radii[p.Edges[i][1]], largest)
		}
		if i/every%edgesPerPath == edgesPerPath-1 || i+every >= len(p.Edges) {
			c.SetLineStyle(line)
			c.Stroke(lines)
			if len(heads) > 0 {
				c.SetColor(head)
				c.Fill(heads)
			}
			lines, heads = nil, nil // a canvas may keep what it was given
		}
	}
}

const (
	thinnest  = vg.Length(0.15) // an edge with a width
	widest    = vg.Length(2.5)
	inkAcross = 0.4 // all widths together, at most, as a share of the panel's width
)

// drawWide draws edges with widths, without arrow heads, the thinner the fainter. Many are all
// thinner, so that they are not one dark area.
func (p Network) drawWide(c draw.Canvas, pts []vg.Point) {
	most, sum, every := slices.Max(append(slices.Clone(p.Width), 0)), 0.0, p.every()
	for i := 0; i < len(p.Edges); i += every {
		sum += p.Width[i] / most
	}
	full := min(widest, inkAcross*c.Size().X/vg.Length(max(sum, 1e-9)))
	for i := 0; i < len(p.Edges); i += every {
		share := p.Width[i] / most
		from, to := pts[p.Edges[i][0]], pts[p.Edges[i][1]]
		c.StrokeLine2(draw.LineStyle{
			Color: faded(color.NRGBA{0x40, 0x40, 0x40, 0xFF}, uint8(0x30+0x70*share)),
			Width: max(thinnest, full*vg.Length(share)),
		}, from.X, from.Y, to.X, to.Y)
	}
}

// bend returns the point towards which an edge leaves and from which it arrives. Edges between
// nodes of one level of a tree bend below it: on it they would look like a chain.
func (p Network) bend(from, to vg.Point) (via vg.Point, bent bool) {
	if !p.Fill || from.Y != to.Y || from.X == to.X {
		return from, false
	}
	across := to.X - from.X
	depth := min(max(across, -across)/2, arcDepth)
	return vg.Point{X: from.X + across/2, Y: from.Y - 2*depth}, true
}

// addHead adds an arrow head whose tip touches a node, coming from a point. Where there is no room
// for it between the two it is smaller.
func addHead(path *vg.Path, from, to vg.Point, radius, largest vg.Length) {
	d := to.Sub(from)
	length := vg.Length(math.Hypot(float64(d.X), float64(d.Y)))
	if length == 0 {
		return
	}
	unit := d.Scale(1 / length)
	size := min(max(1.8*radius, 2.2), largest, max(length-radius, 0.2*length))
	tip := to.Sub(unit.Scale(min(radius, length-size)))
	back := tip.Sub(unit.Scale(size))
	aside := vg.Point{X: -unit.Y, Y: unit.X}.Scale(0.38 * size)
	path.Move(tip)
	path.Line(back.Add(aside))
	path.Line(back.Sub(aside))
	path.Close()
}
