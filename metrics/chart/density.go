package chart

import (
	"cmp"
	"math"
	"slices"

	"gonum.org/v1/plot/vg"
)

// quantile returns the sample quantile as R and NumPy do: linear between order statistics, type 7
// of Hyndman and Fan 1996, The American Statistician 50, 361. The values must be sorted and not
// empty.
func quantile(sorted []float64, p float64) float64 {
	h := p * float64(len(sorted)-1)
	i := min(int(h), len(sorted)-1)
	j := min(i+1, len(sorted)-1)
	return sorted[i] + float64((h-float64(i))*(sorted[j]-sorted[i]))
}

// bandwidth is Silverman's rule of thumb, .9 min(sd, IQR/1.34) n^(-1/5) (Silverman 1986, Density
// Estimation, eq. 3.31). Where the middle half of the values are equal, it uses the standard
// deviation alone.
func bandwidth(sorted []float64) float64 {
	n, mean, sq := float64(len(sorted)), 0.0, 0.0
	for _, v := range sorted {
		mean += v / n
	}
	for _, v := range sorted {
		sq += float64((v - mean) * (v - mean))
	}
	width := math.Sqrt(sq / max(n-1, 1))
	if iqr := quantile(sorted, .75) - quantile(sorted, .25); iqr > 0 {
		width = min(width, iqr/1.34)
	}
	return 0.9 * width * math.Pow(n, -0.2)
}

// densityPoints is the number of points at which a density is drawn.
const densityPoints = 72

// density estimates the density of sorted values between the smallest and the largest of them. It
// uses Gaussian kernels and scales the peak to 1. It ends where the values end, because a longer
// violin would suggest values that nobody saw.
func density(sorted []float64) (at, height []float64) {
	lo, hi, width := sorted[0], sorted[len(sorted)-1], bandwidth(sorted)
	peak := 0.0
	for i := range densityPoints {
		x := lo + float64((hi-lo)*float64(i))/(densityPoints-1)
		sum := 0.0
		for _, v := range sorted {
			z := (x - v) / width
			sum += math.Exp(-z * z / 2)
		}
		at, height, peak = append(at, x), append(height, sum), max(peak, sum)
	}
	for i := range height {
		height[i] /= peak
	}
	return at, height
}

// swarm places dots of a diameter beside each other without overlap. along holds their sorted
// places on an axis. Each dot lies as close to the axis as the dots before it allow. There is no
// jitter, so the same values give the same picture.
func swarm(along []vg.Length, diameter vg.Length) []vg.Length {
	aside := make([]vg.Length, len(along))
	for i, x := range along {
		free := []vg.Length{0}
		var neighbours []int
		for j := i - 1; j >= 0 && x-along[j] < diameter; j-- {
			dx := float64((x - along[j]) / diameter)
			dy := diameter * vg.Length(math.Sqrt(max(0, 1-dx*dx))) * 1.0001
			free, neighbours = append(free, aside[j]+dy, aside[j]-dy), append(neighbours, j)
		}
		slices.SortStableFunc(free, func(a, b vg.Length) int {
			return cmp.Compare(math.Abs(float64(a)), math.Abs(float64(b)))
		})
		for _, y := range free {
			if placeFree(along, aside, neighbours, x, y, diameter) {
				aside[i] = y
				break
			}
		}
	}
	return aside
}

// placeFree reports whether a dot at x and y overlaps none of its neighbours.
func placeFree(along, aside []vg.Length, neighbours []int, x, y, diameter vg.Length) bool {
	for _, j := range neighbours {
		if math.Hypot(float64(x-along[j]), float64(y-aside[j])) < float64(diameter)*0.9999 {
			return false
		}
	}
	return true
}
