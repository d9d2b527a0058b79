// Package layout places the people or the units of an organization in the plane, so that they can
// be drawn.
//
//	Circle, Rings   nodes on a circle; groups of them on small rings
//	Tree            a hierarchy
//	Spring          a general graph
//	People, Units   the layout that suits an organization
//	Ties, Overlaps  what lines stand for: who hears whom, and which units share people
//
// All layouts return places in the unit square. They return the same ones each time, and a separate
// place for each node. For a number of nodes outside 0 to MaxNodes they return no places.
package layout

import (
	"math"
	"slices"
)

// MaxNodes is the largest number of nodes that is placed.
const MaxNodes = 20_000

// placeable reports whether n nodes can be placed.
func placeable(n int) bool { return n >= 0 && n <= MaxNodes }

// Circle places nodes, 0 to MaxNodes, on a circle, clockwise from the top.
func Circle(n int) (x, y []float64) {
	if !placeable(n) {
		return nil, nil
	}
	x, y = make([]float64, n), make([]float64, n)
	for i := range n {
		x[i], y[i] = onCircle(.5, .5, .5, turn(i, n))
	}
	return x, y
}

// turn returns the i-th of n angles.
func turn(i, n int) float64 { return 2 * math.Pi * float64(i) / float64(max(n, 1)) }

// onCircle returns the place at an angle, clockwise from the top.
func onCircle(cx, cy, r, angle float64) (x, y float64) {
	s, c := math.Sincos(angle)
	return cx + float64(r*s), cy + float64(r*c)
}

// fitSquare moves and scales places into the unit square, with the same scale in both directions.
func fitSquare(x, y []float64) {
	if len(x) == 0 {
		return
	}
	left, right := slices.Min(x), slices.Max(x)
	low, high := slices.Min(y), slices.Max(y)
	size := max(right-left, high-low)
	if size == 0 {
		size = 1
	}
	for i := range x {
		x[i] = min(max(.5+(x[i]-(left+right)/2)/size, 0), 1)
		y[i] = min(max(.5+(y[i]-(low+high)/2)/size, 0), 1)
	}
}
