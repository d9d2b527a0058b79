package report

import (
	"fmt"
	"iter"
	"math"
	"slices"
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

// The intervals hold the true shares in 95 of 100 studies, but for chance and small numbers: where
// axes matter, and where nearly all is the replicates.
func TestIntervalsCover(t *testing.T) {
	const studies = 1000
	for _, c := range []struct {
		replicates int
		a, b, s    float64
	}{
		{40, 1, math.Sqrt2, math.Sqrt(3)}, {40, .3, .3, 2}, {40, .1, 0, 2}, {40, 1, .3, .5},
		{10, 1, math.Sqrt2, math.Sqrt(3)},
	} {
		want := madeOf(c.a, c.b, c.s)
		hits := make([]int, len(want))
		for seed := range uint64(studies) {
			in, cells := made(t, c.replicates, c.a, c.b, c.s, seed)
			for i, p := range in.portions(cells, 0) {
				if p.interval[0] <= want[i]+1e-12 && want[i]-1e-12 <= p.interval[1] {
					hits[i]++
				}
			}
		}
		for i, n := range hits {
			if n < studies*91/100 {
				t.Errorf("%v: %d of %d intervals of share %d hold %v", c, n, studies, i, want[i])
			}
		}
		t.Logf("coverage in %d studies of %v: %v", studies, c, hits)
	}
}

// madeOf returns the true shares of made.
func madeOf(a, b, s float64) []float64 {
	all := a*a + b*b + s*s
	return []float64{a * a / all, 0, b * b / all, s * s / all}
}

// Shares sum to 1, and are as made, without bias where runs are few too.
func TestShares(t *testing.T) {
	in, cells := made(t, 4000, 1, math.Sqrt2, math.Sqrt(3), 1)
	sum := 0.0
	for i, want := range []float64{1. / 6, 0, 1. / 3, 1. / 2} {
		p := in.portions(cells, 0)[i]
		sum += p.share
		if math.Abs(p.share-want) > .02 || p.interval[0] > p.share || p.interval[1] < p.share {
			t.Errorf("share %d is %v in %v, want %v", i, p.share, *p.interval, want)
		}
	}
	if math.Abs(sum-1) > 1e-3 {
		t.Errorf("the shares sum to %v", sum)
	}
	const studies = 400
	for _, s := range []float64{.3, 1, 2} {
		want, means := madeOf(.3, .3, s), make([]float64, 4)
		for seed := range uint64(studies) {
			in, cells := made(t, 10, .3, .3, s, seed)
			for i, p := range in.portions(cells, 0) {
				means[i] += p.share / studies
			}
		}
		t.Logf("mean shares %.3f, true ones %.3f", means, want)
		for i := range want {
			if math.Abs(means[i]-want[i]) > .02 {
				t.Errorf("share %d is %v in the mean, want %v", i, means[i], want[i])
			}
		}
	}
}

// Leaving a replicate out one by one is the same as computing without it.
func TestWithout(t *testing.T) {
	values := []float64{3, math.NaN(), 5, 11, 4}
	for r := range values {
		rest := slices.Delete(slices.Clone(values), r, r+1)
		mean, variance, _ := momentsOf(values).without(values[r]).of()
		wantMean, wantVariance, _ := momentsOf(rest).of()
		if math.Abs(mean-wantMean) > 1e-12 || math.Abs(variance-wantVariance) > 1e-12 {
			t.Errorf("without %v: %v, %v; want %v, %v", values[r], mean, variance, wantMean,
				wantVariance)
		}
	}
}

// With two replicates shares have no interval, with three they have one.
func TestFewReplicates(t *testing.T) {
	for replicates, has := range map[int]bool{2: false, 3: true} {
		in, cells := made(t, replicates, 1, 0, 1, 3)
		for i, p := range in.portions(cells, 0) {
			if (p.interval != nil) != has {
				t.Errorf("%d replicates: share %d is %v", replicates, i, p)
			}
		}
	}
}
