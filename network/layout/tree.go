package layout

import (
	"fmt"
	"slices"
)

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
			return nil, nil, fmt.Errorf("layout: tree: the superior of %d is %d, want -1 to %d", i,
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
		return nil, nil, fmt.Errorf("layout: tree: %d of %d nodes are not below any top",
			len(parent)-len(order), len(parent))
	}
	return order, below, nil
}
