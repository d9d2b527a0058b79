package chart

import (
	"fmt"
	"image/color"
	"math"
	"slices"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

const (
	// MaxNodes is the largest number of nodes that is drawn.
	MaxNodes = 20_000
	// MaxEdges is the largest number of edges of a Network.
	MaxEdges = 5_000_000
	// EdgesDrawn is about how many edges a drawing shows. Of more edges an even sample is drawn,
	// because all of them would be a grey area.
	EdgesDrawn = 6_000
)

// Network draws nodes and the edges between them. Nodes have no labels.
type Network struct {
	Title  string
	Nodes  int       // number of nodes, 0 to MaxNodes
	Edges  [][2]int  // pairs of nodes, from 0; at most MaxEdges
	Group  []int     // group of each node, from 0: sets its colour and mark; nil: all the same
	Groups []string  // names of the groups, for the key; nil: no key
	X, Y   []float64 // places of the nodes, in any unit; nil: Spring
	// Fill stretches the places over the panel, as suits a Tree. Without it both directions have
	// the same scale.
	Fill bool
	Note string // a sentence for the caption
}

// Validate returns an error for the first node, edge or place that cannot be drawn.
func (p Network) Validate() error {
	if p.Nodes < 0 || p.Nodes > MaxNodes || len(p.Edges) > MaxEdges {
		return fmt.Errorf("chart: network %q: %d nodes and %d edges, want at most %d and %d",
			p.Title, p.Nodes, len(p.Edges), MaxNodes, MaxEdges)
	}
	return inPanel(p.Title, "network", p.validateEdges(), p.validateGroups(), p.validatePlaces())
}

func (p Network) validateEdges() error {
	for i, e := range p.Edges {
		if min(e[0], e[1]) < 0 || max(e[0], e[1]) >= p.Nodes {
			return fmt.Errorf("edge %d from %d to %d, want nodes 0 to %d", i, e[0], e[1], p.Nodes-1)
		}
	}
	return nil
}

func (p Network) validateGroups() error {
	if p.Group != nil && len(p.Group) != p.Nodes {
		return fmt.Errorf("%d groups, want one for each of %d nodes", len(p.Group), p.Nodes)
	}
	for i, g := range p.Group {
		if g < 0 {
			return fmt.Errorf("node %d is in group %d, want at least 0", i, g)
		}
	}
	return nil
}

func (p Network) validatePlaces() error {
	if p.X == nil && p.Y == nil {
		return nil
	}
	if len(p.X) != p.Nodes || len(p.Y) != p.Nodes {
		return fmt.Errorf("%d places across and %d up, want %d", len(p.X), len(p.Y), p.Nodes)
	}
	return allFinite([]field{{"X", p.X}, {"Y", p.Y}})
}

// every returns k where one edge in k is drawn.
func (p Network) every() int { return max(1, (len(p.Edges)+EdgesDrawn-1)/EdgesDrawn) }

// heading returns the title and the notes. The notes say if edges are left out.
func (p Network) heading() (string, []string) {
	notes := sentences(p.Note)
	if k := p.every(); k > 1 {
		notes = append(notes, fmt.Sprintf("One tie in %d of %s is drawn.", k,
			number(float64(len(p.Edges)), 1)))
	}
	return p.Title, notes
}

// height is 0.8 of the width, but at least that of a panel, plus the height of the key.
func (p Network) height(width vg.Length) vg.Length {
	return max(panelHeight, 0.8*width) + textPen.height(len(p.keyRows(width)))
}

// Draw draws the panel.
func (p Network) Draw(c draw.Canvas) {
	if p.Nodes == 0 {
		apologize(c, c.Rectangle, "Nothing to draw: no nodes.")
		return
	}
	key := p.keyRows(c.Size().X)
	p.drawKey(c, key)
	r := c.Rectangle
	r.Min.Y += textPen.height(len(key)) + 3
	pts := p.places(r)
	radius := max(0.9, min(p.radius(r), 0.42*nearestNode(pts)))
	p.drawEdges(c, pts)
	for i, at := range pts {
		mark(c, p.mark(i), at, radius, p.color(i), false)
	}
}

// places scales the layout into the rectangle and centres it.
func (p Network) places(r vg.Rectangle) []vg.Point {
	xs, ys := p.X, p.Y
	if xs == nil {
		xs, ys = Spring(p.Nodes, p.Edges)
	}
	var x, y span
	x.add(xs...)
	y.add(ys...)
	room, air := r.Size(), 2*p.radius(r)
	across, up := ratio(room.X-2*air, x), ratio(room.Y-2*air, y)
	if !p.Fill {
		across, up = min(across, up), min(across, up)
	}
	pts := make([]vg.Point, p.Nodes)
	for i := range pts {
		pts[i] = vg.Point{
			X: (r.Min.X+r.Max.X)/2 + scaled(across, xs[i], x),
			Y: (r.Min.Y+r.Max.Y)/2 + scaled(up, ys[i], y),
		}
	}
	return pts
}

// ratio returns the length of a unit where the span fills the room. It is infinite where the span
// is a point.
func ratio(room vg.Length, s span) vg.Length {
	if s.hi == s.lo {
		return vg.Length(math.Inf(1))
	}
	return max(room, 1) / vg.Length(s.hi-s.lo)
}

// scaled returns the distance of a value from the middle of its span.
func scaled(unit vg.Length, v float64, s span) vg.Length {
	if s.hi == s.lo {
		return 0
	}
	return unit * vg.Length(v-(s.lo+s.hi)/2)
}

// nearestNode returns a tenth quantile over nodes: the distance to the nearest other node. Larger
// nodes would hide each other. Drawings of more than 2000 nodes have small nodes, so it returns
// infinity for them to save time.
func nearestNode(pts []vg.Point) vg.Length {
	if len(pts) < 2 || len(pts) > 2000 {
		return vg.Length(math.Inf(1))
	}
	nearest := make([]vg.Length, len(pts))
	for i, p := range pts {
		nearest[i] = vg.Length(math.Inf(1))
		for j, q := range pts {
			if d := p.Sub(q); i != j {
				nearest[i] = min(nearest[i], vg.Length(math.Hypot(float64(d.X), float64(d.Y))))
			}
		}
	}
	slices.Sort(nearest)
	return nearest[len(nearest)/10]
}

// radius returns the radius of the nodes. Within limits, all nodes together cover a fixed share of
// the panel.
func (p Network) radius(r vg.Rectangle) vg.Length {
	area := float64(r.Size().X * r.Size().Y)
	return vg.Length(min(max(math.Sqrt(0.035*area/(math.Pi*float64(p.Nodes))), 0.9), 4.5))
}

// edgesPerPath is the number of edges in one path. Edges within one path do not darken each other,
// and the file is smaller.
const edgesPerPath = 24

// drawEdges draws thin translucent lines. The more edges there are, the thinner and fainter they
// are.
func (p Network) drawEdges(c draw.Canvas, pts []vg.Point) {
	drawn := float64(len(p.Edges) / p.every())
	faint := min(max(math.Sqrt(300/max(drawn, 1)), 0.22), 1)
	grey := faded(color.NRGBA{0x40, 0x40, 0x40, 0xFF}, uint8(0xA0*faint))
	c.SetLineStyle(draw.LineStyle{Color: grey, Width: vg.Length(0.25 + 0.4*faint)})
	var path vg.Path
	for i := 0; i < len(p.Edges); i += p.every() {
		path.Move(pts[p.Edges[i][0]])
		path.Line(pts[p.Edges[i][1]])
		if len(path) == 2*edgesPerPath {
			c.Stroke(path)
			path = nil // a canvas may keep what it was given
		}
	}
	if len(path) > 0 {
		c.Stroke(path)
	}
}

func (p Network) group(i int) int {
	if p.Group == nil {
		return 0
	}
	return p.Group[i]
}

func (p Network) color(i int) color.NRGBA { return Color(p.group(i) + 1) }

// mark returns the shape of a node's group. Where there are more groups than shapes all are discs.
func (p Network) mark(i int) int {
	for _, g := range p.Group {
		if g >= len(markers) {
			return 1
		}
	}
	return p.group(i) + 1
}
