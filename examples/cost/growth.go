package main

import (
	"math"
	"slices"

	"orglearn/metrics/stats"
)

// cost is one of the two costs that are measured: time and memory.
type cost struct {
	name string // time or memory
	per  string // format of its label; %s is person or voice
	of   func(measurement) float64
}

var (
	inTime = cost{"time", "ns per %s and tick", func(m measurement) float64 {
		return m.nanoseconds
	}}
	inMemory = cost{"memory", "bytes per %s", func(m measurement) float64 { return m.bytes }}
)

// curve is a cost against the thing that a job varies.
type curve struct {
	x                 []float64
	median, low, high []float64
}

// curve returns the cost of a job per person or voice: the median and the range of its
// measurements.
func (r *result) curve(i int, c cost) (v curve) {
	for k, p := range r.jobs[i].points {
		var values []float64
		for _, m := range r.all[i][k] {
			values = append(values, c.of(m))
		}
		v.x = append(v.x, float64(p.x))
		v.median = append(v.median, stats.Median(values))
		v.low, v.high = append(v.low, slices.Min(values)), append(v.high, slices.Max(values))
	}
	return v
}

// growth is the power by which a cost grows, over the whole range and over the last tenfold.
type growth struct{ whole, last float64 }

// growth returns the powers by which the total cost of a job grows with the thing that it varies.
// If theory says that the cost per person or voice is constant, the total is this cost times the
// people, or times the voices of a unit.
func (r *result) growth(i int, c cost) growth {
	v := r.curve(i, c)
	ys := slices.Clone(v.median)
	if r.jobs[i].share {
		for k := range ys {
			ys[k] *= v.x[k]
		}
	}
	last, n := v.x[len(v.x)-1], 0
	for n < len(v.x)-2 && v.x[n] < last/10 {
		n++
	}
	return growth{exponent(v.x, ys), exponent(v.x[n:], ys[n:])}
}

// exponent returns b of the power law y = a x^b, by least squares of the logarithms: sum (u-U)(v-V)
// / sum (u-U)^2 with u = log x, v = log y and their means U, V. It is 0 if all x are the same.
func exponent(xs, ys []float64) float64 {
	us, vs := logs(xs), logs(ys)
	u, v := stats.Mean(us), stats.Mean(vs)
	var above, below float64
	for i := range us {
		above += (us[i] - u) * (vs[i] - v)
		below += (us[i] - u) * (us[i] - u)
	}
	if below == 0 {
		return 0
	}
	return above / below
}

func logs(vs []float64) []float64 {
	ls := make([]float64, len(vs))
	for i, v := range vs {
		ls[i] = math.Log(v)
	}
	return ls
}
