package chart

import (
	"fmt"
	"math"
	"slices"
)

// All layouts return places in the unit square. They return the same ones each time, and a separate
// place for each node. For a number of nodes outside 0 to MaxNodes they return no places.

// drawable reports whether n nodes can be drawn.
func drawable(n int) bool { return n >= 0 && n <= MaxNodes }

// Circle places nodes, 0 to MaxNodes, on a circle, clockwise from the top.
func Circle(n int) (x, y []float64) {
	if !drawable(n) {
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

const (
	ringShare = 0.86 // share of the large circle for the rings; the rest keeps them apart
	fullRing  = 30   // a larger group fills a disc
)

// Rings places each group on a small ring, and the rings on a large circle in the order of the
// groups' numbers. A group of more than 30 nodes fills a disc instead.
func Rings(group []int) (x, y []float64) {
	members := map[int][]int{}
	for i, g := range group {
		members[g] = append(members[g], i)
	}
	var order []int
	for g := range members {
		order = append(order, g)
	}
	slices.Sort(order)
	weights := make([]float64, len(order))
	for k, g := range order {
		weights[k] = math.Sqrt(float64(len(members[g])))
	}
	x, y = make([]float64, len(group)), make([]float64, len(group))
	radii, angle := ringRadii(weights), 0.0
	gap := 2 * math.Pi
	for _, r := range radii {
		gap -= 2 * math.Asin(r)
	}
	for k, g := range order {
		half := math.Asin(radii[k]) + gap/float64(2*len(order))
		if k > 0 {
			angle += half
		}
		cx, cy := onCircle(0, 0, 1, angle)
		if len(order) == 1 {
			cx, cy = 0, 0
		}
		placeGroup(members[g], cx, cy, radii[k], x, y)
		angle += half
	}
	fitSquare(x, y)
	return x, y
}

// ringRadii scales the weights to radii of rings, which leave room between them on a large circle
// of radius 1.
func ringRadii(weights []float64) []float64 {
	lo, hi := 0.0, 0.45/max(1e-9, slices.Max(append(weights, 0)))
	taken := func(s float64) (sum float64) {
		for _, w := range weights {
			sum += 2 * math.Asin(s*w)
		}
		return sum
	}
	s := hi
	for range 60 {
		if taken(s) <= ringShare*2*math.Pi {
			lo = s
		} else {
			hi = s
		}
		s = (lo + hi) / 2
	}
	radii := make([]float64, len(weights))
	for k, w := range weights {
		radii[k] = lo * w
	}
	return radii
}

// placeGroup places nodes on a ring, or over a disc like the seeds of a sunflower (Vogel 1979,
// Math. Biosci. 44, 179).
func placeGroup(nodes []int, cx, cy, r float64, x, y []float64) {
	n := len(nodes)
	for k, i := range nodes {
		switch {
		case n == 1:
			x[i], y[i] = cx, cy
		case n <= fullRing:
			x[i], y[i] = onCircle(cx, cy, 0.8*r, turn(k, n))
		default:
			golden := math.Pi * (3 - math.Sqrt(5))
			x[i], y[i] = onCircle(cx, cy, 0.95*r*math.Sqrt((float64(k)+0.5)/float64(n)),
				float64(k)*golden)
		}
	}
}

// teamGap is how much further apart leaves of different superiors stand in a tree than leaves of
// one.
const teamGap = 0.8

// Tree places a hierarchy: parent[i] is the superior of i, -1 at the top. Superiors stand over the
// middle of those below them, and levels on lines. Several tops stand side by side. Between those
// below different superiors there is a gap. A superior who is no node, and a circle of superiors,
// are errors.
func Tree(parent []int) (x, y []float64, err error) {
	order, below, err := descend(parent)
	if err != nil {
		return nil, nil, err
	}
	x, y = make([]float64, len(parent)), make([]float64, len(parent))
	last, width, depth := -1, 0.0, 0.0 // of the leaves
	for _, i := range order {          // superiors come first: depths and the places of leaves
		if p := parent[i]; p >= 0 {
			y[i] = y[p] + 1
		}
		if depth = max(depth, y[i]); len(below[i]) > 0 {
			continue
		}
		if last >= 0 {
			width++
			if parent[last] != parent[i] {
				width += teamGap
			}
		}
		x[i], last = width, i
	}
	for _, i := range slices.Backward(order) { // subordinates first: set the middles above
		if b := below[i]; len(b) > 0 {
			x[i] = (x[b[0]] + x[b[len(b)-1]]) / 2
		}
	}
	for i := range x {
		x[i], y[i] = inUnit(x[i], width), 1-y[i]/max(depth, 1)
	}
	return x, y, nil
}

// inUnit returns v as a share of whole, or a half where whole is 0.
func inUnit(v, whole float64) float64 {
	if whole <= 0 {
		return 0.5
	}
	return v / whole
}

// descend lists the nodes of a hierarchy, each after its superior and from left to right. It also
// returns the nodes directly below each.
func descend(parent []int) (order []int, below [][]int, err error) {
	below = make([][]int, len(parent))
	var stack []int
	for i, p := range slices.Backward(parent) {
		switch {
		case p < -1 || p >= len(parent):
			return nil, nil, fmt.Errorf("chart: tree: the superior of %d is %d, want -1 to %d", i,
				p, len(parent)-1)
		case p == -1:
			stack = append(stack, i)
		default:
			below[p] = append(below[p], i)
		}
	}
	for len(stack) > 0 {
		i := stack[len(stack)-1]
		order = append(order, i)
		stack = append(stack[:len(stack)-1], below[i]...)
		slices.Reverse(below[i])
	}
	if len(order) < len(parent) {
		return nil, nil, fmt.Errorf("chart: tree: %d of %d nodes are not below any top",
			len(parent)-len(order), len(parent))
	}
	return order, below, nil
}

// fitSquare moves and scales places into the unit square, with the same scale in both directions.
func fitSquare(x, y []float64) {
	var xs, ys span
	xs.add(x...)
	ys.add(y...)
	size := max(xs.hi-xs.lo, ys.hi-ys.lo)
	if size == 0 {
		size = 1
	}
	for i := range x {
		x[i] = min(max(.5+(x[i]-(xs.lo+xs.hi)/2)/size, 0), 1)
		y[i] = min(max(.5+(y[i]-(ys.lo+ys.hi)/2)/size, 0), 1)
	}
}
