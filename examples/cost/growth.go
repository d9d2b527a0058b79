package main

import (
	"math"
	"slices"

	"orglearn/metrics/stats"
)

// cost is one of the two that are measured.
type cost struct {
	name string // time or memory
	per  string // what it is told per, after the unit
	of   func(measurement) float64
}

var (
	inTime = cost{"time", "ns per %s and tick", func(m measurement) float64 {
		return m.nanoseconds
	}}
	inMemory = cost{"memory", "bytes per %s", func(m measurement) float64 { return m.bytes }}
)

// curve is a cost over what a job varies.
type curve struct {
	x                 []float64
	median, low, high []float64
}

// curve is the cost of a job, of a person or voice: the median and the range of what was measured.
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

// growth is the power by which a cost grows.
type growth struct{ whole, last float64 }

// growth is the power by which the whole cost of a job grows with what it varies, over all of its
// range and over the last tenfold. Where theory gives everybody a constant share, the whole cost is
// the shares times people, or times the voices of a unit.
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

// exponent is b of the power law y = a x^b, by least squares of the logarithms: sum (u-U)(v-V) /
// sum (u-U)^2 with u = log x, v = log y and their means U, V. It is 0 where there are no two x.
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
