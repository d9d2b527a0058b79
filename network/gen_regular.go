package network

import "iter"

// Complete ties everyone to everyone.
type Complete struct{}

// Graph ties all n(n-1)/2 pairs.
func (c Complete) Graph(n int, _ Source) (*Graph, error) {
	if err := c.Fits(0, n); err != nil {
		return nil, err
	}
	g := &Graph{starts: make([]uint32, n+1), heard: make([]int32, 0, n*(n-1))}
	for u := range n {
		for v := range n {
			if v != u {
				g.heard = append(g.heard, int32(v))
			}
		}
		g.starts[u+1] = uint32(len(g.heard))
	}
	return g, nil
}

// RingLattice places people on a circle. Each is tied to the nearest Neighbours people, half of
// them on each side. With k = Neighbours and more than 3k/2 people the clustering is
// 3(k-2)/(4(k-1)). The mean path length is about n/(2k) (Watts and Strogatz 1998, Nature
// 393:440-442).
type RingLattice struct {
	Neighbours int // contacts of each person: even, 0 to n-1
}

// Validate reports an odd or negative number of neighbours.
func (l RingLattice) Validate() error { return checkEven("RingLattice.Neighbours", l.Neighbours) }

// Graph ties each person to Neighbours/2 people on each side.
func (l RingLattice) Graph(n int, _ Source) (*Graph, error) {
	if err := l.Fits(0, n); err != nil {
		return nil, err
	}
	return mutualGraph(n, ring(n, l.Neighbours/2)), nil
}

// ring are the pairs of a ring lattice.
func ring(n, reach int) iter.Seq[pair] {
	return func(yield func(pair) bool) {
		for u := range n {
			for d := 1; d <= reach; d++ {
				if !yield(pair{int32(u), int32((u + d) % n)}) {
					return
				}
			}
		}
	}
}

// DirectedRing places people on a circle. Each listens to the next Ahead people. It is the lattice
// of Barkoczi and Galesic (2016, Nature Communications 7:13109), who use Ahead 19.
type DirectedRing struct {
	Ahead int // people whom each listens to: 0 to n-1
}

// Validate reports a negative Ahead.
func (r DirectedRing) Validate() error { return checkLeast("DirectedRing.Ahead", r.Ahead, 0) }

// Graph lets each person listen to the Ahead people who come next.
func (r DirectedRing) Graph(n int, _ Source) (*Graph, error) {
	if err := r.Fits(0, n); err != nil {
		return nil, err
	}
	g := &Graph{starts: make([]uint32, n+1), heard: make([]int32, 0, n*r.Ahead)}
	for u := range n {
		beyond := max(0, u+r.Ahead-(n-1)) // how many of them lie past the last person: 0, 1, ...
		for v := range beyond {
			g.heard = append(g.heard, int32(v))
		}
		for v := u + 1; v <= min(u+r.Ahead, n-1); v++ {
			g.heard = append(g.heard, int32(v))
		}
		g.starts[u+1] = uint32(len(g.heard))
	}
	return g, nil
}

// Line ties each person to the person before and the person after. The first and the last person
// have one tie. The mean path length is (n+1)/3.
type Line struct{}

// Graph ties the n-1 pairs of consecutive people.
func (Line) Graph(n int, _ Source) (*Graph, error) {
	if err := checkSize(n, 2*int64(n-1)); err != nil {
		return nil, err
	}
	return mutualGraph(n, superiors(n, func(i int) int { return i - 1 })), nil
}

// Torus is a grid whose opposite borders meet. Each person is tied to the four people above, below,
// left and right (the von Neumann neighbourhood). Person u sits in row u/Width and column u%Width.
// Along a side of 2 people, a person has one tie instead of two. Along a side of 1 he has none.
type Torus struct {
	Width  int // people in a row, at least 1
	Height int // rows, at least 1; 0 stands for n/Width
}

// Validate reports a Width below 1 and a Height below 0.
func (t Torus) Validate() error {
	return firstError(checkLeast("Torus.Width", t.Width, 1),
		checkLeast("Torus.Height", t.Height, 0))
}

// Graph needs n = Width times Height.
func (t Torus) Graph(n int, _ Source) (*Graph, error) {
	if err := t.Fits(0, n); err != nil {
		return nil, err
	}
	return mutualGraph(n, torus(t.Width, n/t.Width)), nil
}

// torus are the pairs of a torus.
func torus(width, height int) iter.Seq[pair] {
	return func(yield func(pair) bool) {
		for u := range width * height {
			row, col := u/width, u%width
			right := pair{int32(u), int32(row*width + (col+1)%width)}
			under := pair{int32(u), int32((row+1)%height*width + col)}
			if (col+1 < width || width > 2) && !yield(right) || (row+1 < height || height > 2) &&
				!yield(under) {
				return
			}
		}
	}
}
