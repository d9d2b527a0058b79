package layout

import (
	"math"
	"slices"
)

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
