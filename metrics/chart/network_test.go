package chart

import (
	"math"
	"testing"
	"time"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/recorder"

	"orglearn/network"
)

// actions are what a panel alone in a figure draws.
func actions(p Panel) []recorder.Action {
	var rec recorder.Canvas
	f := figureOf(p)
	f.Draw(draw.NewCanvas(&rec, f.size().X, f.size().Y))
	return rec.Actions
}

// discs counts the filled discs, which are nodes.
func discs(all []recorder.Action) (n int) {
	for _, a := range all {
		if f, ok := a.(*recorder.Fill); ok && len(f.Path) == 3 && f.Path[1].Type == vg.ArcComp {
			n++
		}
	}
	return n
}

// heads are the tips of the filled triangles.
func heads(all []recorder.Action) (tips []vg.Point) {
	for _, a := range all {
		f, ok := a.(*recorder.Fill)
		if !ok {
			continue
		}
		for i := 0; len(f.Path)%4 == 0 && i < len(f.Path); i += 4 {
			if f.Path[i+2].Type == vg.LineComp && f.Path[i+3].Type == vg.CloseComp {
				tips = append(tips, f.Path[i].Pos)
			}
		}
	}
	return tips
}

// Heads are drawn at the second nodes of the edges that are to have them, and at no others.
func TestArrowHeads(t *testing.T) {
	n := Network{Nodes: 3, Edges: [][2]int{{0, 1}, {1, 2}, {0, 2}}, Arrows: []bool{false, true,
		false}, X: []float64{0, 0, 1}, Y: []float64{0, 1, 1}}
	tips := heads(actions(n))
	if len(tips) != 1 {
		t.Fatalf("%d heads, want 1", len(tips))
	}
	var nodes []vg.Point
	for _, a := range actions(n) {
		if f, ok := a.(*recorder.Fill); ok && len(f.Path) == 3 && f.Path[1].Type == vg.ArcComp {
			nodes = append(nodes, f.Path[1].Pos)
		}
	}
	if d := nodes[2].Sub(tips[0]); d.X < 1 || d.X > maxRadius+.1 || math.Abs(float64(d.Y)) > .01 {
		t.Errorf("the tip is at %v, want it left of node 2 at %v", tips[0], nodes[2])
	}
	n.Arrows = nil
	if tips := heads(actions(n)); len(tips) != 0 {
		t.Errorf("%d heads, want none", len(tips))
	}
}

// Who hears each other has no heads; of a ring in which each hears the next, each has one.
func TestArrowsOfOneSidedHearing(t *testing.T) {
	for _, c := range []struct {
		structure network.Structure
		want      int
	}{
		{network.Isolated{Size: 5}, 0}, {network.Hierarchy{Span: 3}, 0},
		{network.Circles{Of: network.RingLattice{Neighbours: 2}}, 0},
		{network.Circles{Of: network.DirectedRing{Ahead: 1}}, 30},
	} {
		if got := len(heads(actions(Organization("", built(t, c.structure, 30))))); got != c.want {
			t.Errorf("%T: %d heads, want %d", c.structure, got, c.want)
		}
	}
}

// No tie of a hierarchy lies along a level, where a team would look like a chain: ties of siblings
// are arcs, below them.
func TestSiblingsAreArcs(t *testing.T) {
	n := Organization("", built(t, network.Hierarchy{Span: 3}, 13))
	arcs := 0
	for _, a := range actions(n) {
		s, ok := a.(*recorder.Stroke)
		for i := 1; ok && i < len(s.Path); i++ {
			from, c := s.Path[i-1].Pos, s.Path[i]
			switch {
			case c.Type == vg.LineComp && c.Pos.Y == from.Y:
				t.Errorf("a tie lies along a level, from %v to %v", from, c.Pos)
			case c.Type == vg.CurveComp:
				arcs++
				if c.Control[0].Y >= from.Y || c.Pos.Y != from.Y {
					t.Errorf("an arc from %v by %v to %v, want it below", from, c.Control, c.Pos)
				}
			}
		}
	}
	if arcs != 12 { // three ties in each of four teams
		t.Errorf("%d arcs, want 12", arcs)
	}
}

// The areas of nodes are as their sizes.
func TestSizesOfNodes(t *testing.T) {
	r := Network{Nodes: 3, Size: []float64{1, 1, 4}}.radii(3)
	if ratio := r[2] / r[0]; r[0] != r[1] || math.Abs(float64(ratio)-2) > 1e-9 {
		t.Errorf("radii %v, want the third twice the others", r)
	}
}

// A thousand nodes and 25,000 edges are laid out and drawn in about a second. The limit is longer,
// for slow machines.
func TestLargeNetworkIsDrawnSoon(t *testing.T) {
	if testing.Short() {
		t.Skip("slow")
	}
	start := time.Now()
	size := len(encode(t, "svg", dense(1000, 25000)))
	if took := time.Since(start); took > 20*time.Second {
		t.Errorf("it took %v", took)
	}
	if size > 1<<20 {
		t.Errorf("%d bytes, want a file under 1 MB", size)
	}
}
