package report

import (
	"fmt"
	"iter"
	"math"
	"testing"

	"orglearn/agents"
	"orglearn/metrics/study"
)

// made is a study of two axes of two values. The effect of the first is a, that of both together b,
// and the standard deviation of runs s; half of their variance is common to all cells, as chance
// is.
func made(t *testing.T, replicates int, a, b, s float64, seed uint64) (Input, []int) {
	t.Helper()
	p := study.Plan{Seed: seed, Replicates: replicates,
		Columns: []study.Column{{Metric: "score", Tick: 1}}}
	cells := []int{0, 1, 2, 3}
	for i := range cells {
		p.Cells = append(p.Cells, study.Cell{Organization: "a", Factors: []study.Factor{
			{Name: "x", Value: fmt.Sprint(i / 2)}, {Name: "y", Value: fmt.Sprint(i % 2)}}})
	}
	stream := agents.NewStream(seed)
	d, err := study.Gather(p, iter.Seq2[study.Result, error](func(
		yield func(study.Result, error) bool,
	) {
		for r := range replicates {
			common := normal(stream)
			for i := range cells {
				x, y := float64(2*(i/2)-1), float64(2*(i%2)-1)
				v := a*x + b*x*y + s*(common+normal(stream))/math.Sqrt2
				if !yield(study.Result{Cell: i, Replicate: uint64(r), Values: []float64{v}}, nil) {
					return
				}
			}
		}
	}))
	if err != nil {
		t.Fatal(err)
	}
	return Input{Data: d}, cells
}

// normal draws from a normal distribution, nearly (a sum of twelve uniform numbers).
func normal(s *agents.Stream) float64 {
	sum := -6.0
	for range 12 {
		sum += s.Float64()
	}
	return sum
}

// The intervals hold the true shares in 95 of 100 studies, but for chance and small numbers. The
// shares are 1/6, 0, 1/3 and 1/2.
func TestIntervalsCover(t *testing.T) {
	const studies = 200
	b := math.Sqrt2
	want := []float64{1. / 6, 0, 1. / 3, 1. / 2}
	hits := make([]int, len(want))
	for seed := range uint64(studies) {
		in, cells := made(t, 40, 1, b, math.Sqrt(3), seed)
		parts := in.decompose(cells, 0, nil)
		for i, bound := range in.intervals(cells, 0, parts) {
			if bound[0] <= want[i] && want[i] <= bound[1] {
				hits[i]++
			}
		}
	}
	for i, n := range hits {
		if n < studies*88/100 {
			t.Errorf("share %d: %d of %d intervals hold %v", i, n, studies, want[i])
		}
	}
	t.Logf("coverage in %d studies: %v", studies, hits)
}

// Shares sum to 1, are as made where runs are many, and come again the same.
func TestShares(t *testing.T) {
	in, cells := made(t, 4000, 1, math.Sqrt2, math.Sqrt(3), 1)
	parts := in.decompose(cells, 0, nil)
	sum := 0.0
	for i, want := range []float64{1. / 6, 0, 1. / 3, 1. / 2} {
		sum += parts[i]
		if math.Abs(parts[i]-want) > .02 {
			t.Errorf("share %d is %v, want %v", i, parts[i], want)
		}
	}
	if math.Abs(sum-1) > 1e-12 {
		t.Errorf("the shares sum to %v", sum)
	}
	first := in.intervals(cells, 0, parts)
	for i, bound := range in.intervals(cells, 0, parts) {
		if bound != first[i] || bound[0] > parts[i] || bound[1] < parts[i] {
			t.Errorf("interval %d is %v, and was %v, of %v", i, bound, first[i], parts[i])
		}
	}
}

// With two replicates, half of the samples have one only twice, but that is a share too.
func TestFewReplicates(t *testing.T) {
	in, cells := made(t, 2, 1, 0, 1, 3)
	parts := in.decompose(cells, 0, nil)
	if bounds := in.intervals(cells, 0, parts); bounds == nil {
		t.Error("two replicates have no interval")
	}
}
