package network

import "iter"

// Grid is a rectangle of people. Each is tied to the people directly above, below, left and right
// (the von Neumann neighbourhood). So there are four ties inside, three at a side and two in a
// corner. Opposite borders do not meet, unlike on a Torus. Person u sits in row u/Width and column
// u%Width. There are Width(Height-1) + Height(Width-1) ties.
type Grid struct {
	Width  int // people in a row, at least 1
	Height int // rows, at least 1; 0 stands for n/Width
}

// Validate reports a Width below 1 and a Height below 0.
func (t Grid) Validate() error {
	return firstError(checkLeast("Grid.Width", t.Width, 1), checkLeast("Grid.Height", t.Height, 0))
}

// Graph needs n = Width times Height.
func (t Grid) Graph(n int, _ Source) (*Graph, error) {
	if err := t.Fits(0, n); err != nil {
		return nil, err
	}
	return mutualGraph(n, grid(n, t.Width)), nil
}

// grid are the pairs of a grid.
func grid(n, width int) iter.Seq[pair] {
	return func(yield func(pair) bool) {
		for u := range n {
			if u%width+1 < width && !yield(pair{int32(u), int32(u + 1)}) || u+width < n &&
				!yield(pair{int32(u), int32(u + width)}) {
				return
			}
		}
	}
}
