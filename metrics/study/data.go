package study

import (
	"fmt"
	"iter"
	"math"

	"orglearn/metrics/stats"
)

// MaxNumbers is the largest count of numbers in Data: cells times columns times replicates. Each
// takes 8 bytes.
const MaxNumbers = 1 << 28

// Data holds the outcomes of a plan, as far as it was run.
type Data struct {
	Plan   Plan
	Failed []Result      // the runs that failed, in the order in which they were gathered
	values [][][]float64 // by cell, column and replicate; NaN is missing
	done   []int         // by cell, the runs that did not fail
	has    [][]uint64    // by cell, a bit for each replicate that did not fail
}

// Gather puts results of a plan together, in any order. It is an error where the numbers would be
// more than MaxNumbers, where a result does not fit the plan, and where results gives one.
func Gather(p Plan, results iter.Seq2[Result, error]) (*Data, error) {
	numbers := float64(len(p.Cells)) * float64(len(p.Columns)) * float64(p.Replicates)
	if numbers > MaxNumbers {
		return nil, fmt.Errorf("study: %d cells, %d columns and %d replicates are more than %d "+
			"numbers", len(p.Cells), len(p.Columns), p.Replicates, MaxNumbers)
	}
	d := &Data{Plan: p, values: make([][][]float64, len(p.Cells)), done: make([]int, len(p.Cells)),
		has: make([][]uint64, len(p.Cells))}
	for cell := range d.values {
		d.values[cell] = make([][]float64, len(p.Columns))
		d.has[cell] = make([]uint64, (p.Replicates+63)/64)
		for k := range d.values[cell] {
			d.values[cell][k] = missing(p.Replicates)
		}
	}
	for r, err := range results {
		if err != nil {
			return nil, err
		}
		if err := d.add(r); err != nil {
			return nil, err
		}
	}
	return d, nil
}

func (d *Data) add(r Result) error {
	switch {
	case r.Cell < 0 || r.Cell >= len(d.values) || r.Replicate >= uint64(d.Plan.Replicates):
		return fmt.Errorf("study: a result of cell %d, replicate %d, want below %d and %d", r.Cell,
			r.Replicate, len(d.values), d.Plan.Replicates)
	case r.Failed != "":
		d.Failed = append(d.Failed, r)
		return nil
	case len(r.Values) != len(d.Plan.Columns):
		return fmt.Errorf("study: a result of %d values, want %d", len(r.Values),
			len(d.Plan.Columns))
	}
	for k, v := range r.Values {
		d.values[r.Cell][k][r.Replicate] = v
	}
	d.done[r.Cell]++
	d.has[r.Cell][r.Replicate/64] |= 1 << (r.Replicate % 64)
	return nil
}

// Done returns how many runs of a cell went to their end.
func (d *Data) Done(cell int) int { return d.done[cell] }

// Has reports whether a run of a cell went to its end.
func (d *Data) Has(cell, replicate int) bool {
	return d.has[cell][replicate/64]>>(replicate%64)&1 != 0
}

// Values returns the values of a column in a cell, by replicate. NaN is missing: not run, failed,
// or a metric that is not defined there. The slice must not change.
func (d *Data) Values(cell, column int) []float64 { return d.values[cell][column] }

// Estimate returns the mean of a column in a cell, with its interval at a level. Missing values are
// left out.
func (d *Data) Estimate(cell, column int, level float64) stats.Estimate {
	var there []float64
	for _, v := range d.values[cell][column] {
		if !math.IsNaN(v) {
			there = append(there, v)
		}
	}
	if len(there) == 0 {
		return stats.Estimate{Note: "no value"}
	}
	return stats.TInterval(there, level)
}

// Difference returns the mean of a column in cell a less that in cell b, paired by replicate.
// Replicates in which one is missing are left out.
func (d *Data) Difference(a, b, column int, level float64) stats.Estimate {
	var more []float64
	for r, v := range d.values[a][column] {
		if v -= d.values[b][column][r]; !math.IsNaN(v) {
			more = append(more, v)
		}
	}
	if len(more) == 0 {
		return stats.Estimate{Note: "no pair"}
	}
	return stats.TInterval(more, level)
}
