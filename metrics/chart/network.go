package chart

import (
	"fmt"
	"image/color"
	"math"
	"orglearn/network/layout"
	"slices"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

const (
	// MaxNodes is the largest number of nodes that is drawn.
	MaxNodes = layout.MaxNodes
	// MaxEdges is the largest number of edges of a Network.
	MaxEdges = 5_000_000
	// EdgesDrawn is about how many edges a drawing shows. Of more edges an even sample is drawn,
	// because all of them would be a grey area.
	EdgesDrawn = 6_000
)

// Network draws nodes and the edges between them. Nodes have no labels.
type Network struct {
	Title  string
	Nodes  int
	Edges  [][2]int
	Arrows []bool    // whether an edge has a head at its second node; nil: none has
	Width  []float64 // widths of the edges relative to each other, above 0; nil: all the same
	Size   []float64 // areas of the nodes relative to each other, above 0; nil: all the same
	Group  []int     // of each node, from 0, as its colour and mark; nil: all the same
	Groups []string  // names of the groups, for the key; nil: no key
	X, Y   []float64 // places of the nodes in any unit, drawn to one scale; nil: layout.Spring
	// stretch the places over the panel, as suits a layout.Tree, instead of one scale both ways,
	// and bend edges within a level below it
	Fill bool
	Note string // a sentence for the caption
}

// Validate returns an error for the first node, edge or place that cannot be drawn.
func (p Network) Validate() error {
	if p.Nodes < 0 || p.Nodes > MaxNodes || len(p.Edges) > MaxEdges {
		return fmt.Errorf("chart: network %q: %d nodes and %d edges, want at most %d and %d",
			p.Title, p.Nodes, len(p.Edges), MaxNodes, MaxEdges)
	}
	return inPanel(p.Title, "network", p.validateEdges(), p.validateSizes(),
		p.validateGroups(), p.validatePlaces())
}

func (p Network) validateEdges() error {
	if p.Arrows != nil && len(p.Arrows) != len(p.Edges) {
		return fmt.Errorf("%d arrows, want one for each of %d edges", len(p.Arrows), len(p.Edges))
	}
	if p.Width != nil && len(p.Width) != len(p.Edges) {
		return fmt.Errorf("%d widths, want one for each of %d edges", len(p.Width), len(p.Edges))
	}
	for i, v := range p.Width {
		if !finite(v) || v <= 0 {
			return fmt.Errorf("Width[%d] is %v, want more than 0", i, v)
		}
	}
	for i, e := range p.Edges {
		if min(e[0], e[1]) < 0 || max(e[0], e[1]) >= p.Nodes {
			return fmt.Errorf("edge %d from %d to %d, want nodes 0 to %d", i, e[0], e[1], p.Nodes-1)
		}
	}
	return nil
}

func (p Network) validateSizes() error {
	if p.Size != nil && len(p.Size) != p.Nodes {
		return fmt.Errorf("%d sizes, want one for each of %d nodes", len(p.Size), p.Nodes)
	}
	for i, v := range p.Size {
		if !finite(v) || v <= 0 {
			return fmt.Errorf("Size[%d] is %v, want more than 0", i, v)
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
		notes = append(notes, fmt.Sprintf("One tie in %s of %s is drawn.",
			Thousands(k), Thousands(len(p.Edges))))
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
	radii := p.radii(max(minRadius, min(p.radius(r), 0.42*nearestNode(pts))))
	if p.Width != nil {
		p.drawWide(c, pts)
	} else {
		p.drawEdges(c, pts, radii)
	}
	for i, at := range pts {
		mark(c, p.mark(i), at, radii[i], p.color(i), false)
	}
}

// places scales the layout into the rectangle and centres it.
func (p Network) places(r vg.Rectangle) []vg.Point {
	xs, ys := p.X, p.Y
	if xs == nil {
		xs, ys = layout.Spring(p.Nodes, p.Edges)
	}
	var x, y span
	x.add(xs...)
	y.add(ys...)
	air := 2 * p.radius(r)
	if p.Fill {
		r.Min.Y += arcDepth
	}
	room := r.Size()
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

const (
	minRadius = vg.Length(0.9) // of nodes
	maxRadius = vg.Length(4.5)
)

// radius of the nodes: together they cover a share of the panel, within limits.
func (p Network) radius(r vg.Rectangle) vg.Length {
	area := float64(r.Size().X * r.Size().Y)
	share := vg.Length(math.Sqrt(0.035 * area / (math.Pi * float64(p.Nodes))))
	return min(max(share, minRadius), maxRadius)
}

// radii are those of the nodes, of which one of mean size has the given radius.
func (p Network) radii(mean vg.Length) []vg.Length {
	all, whole := make([]vg.Length, p.Nodes), 0.0
	for _, v := range p.Size {
		whole += v / float64(p.Nodes)
	}
	for i := range all {
		all[i] = mean
		if p.Size != nil {
			relative := vg.Length(math.Sqrt(p.Size[i] / whole))
			all[i] = min(max(mean*relative, minRadius/2), 2*maxRadius)
		}
	}
	return all
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
