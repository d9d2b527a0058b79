package kernel

import (
	"fmt"
	"math"
	"testing"

	"gonum.org/v1/gonum/stat/distuv"
)

// Counts fit the binomial distribution. Cells have at least 20 expected counts, and chi-square is
// below its 99.9 % point.
func TestBinomial(t *testing.T) {
	const draws = 40_000
	for i, c := range []struct {
		n int
		p float64
	}{{1, .3}, {10, .5}, {64, .25}, {65, .9}, {130, .01}, {1000, .501}, {1000, .999}} {
		s, counts := NewStream(Key(i), 0, 0), make([]int, c.n+1)
		for range draws {
			counts[s.Binomial(c.n, c.p)]++
		}
		b := distuv.Binomial{N: float64(c.n), P: c.p}
		chi, cells, seen, want := 0., 0, 0., 0.
		for k := range counts {
			seen += float64(counts[k])
			want += draws * b.Prob(float64(k))
			if want >= 20 {
				chi += (seen - want) * (seen - want) / want
				cells, seen, want = cells+1, 0, 0
			}
		}
		limit := (distuv.ChiSquared{K: float64(max(cells-1, 1))}).Quantile(.999)
		if chi > limit || math.IsNaN(chi) {
			t.Errorf("n = %d, p = %v: chi-square %.1f over %d cells, want at most %.1f",
				c.n, c.p, chi, cells, limit)
		}
	}
}

func TestBinomialEdges(t *testing.T) {
	s := NewStream(1, 0, 0)
	for _, c := range []struct {
		n    int
		p    float64
		want int
	}{
		{0, .5, 0}, {-3, .5, 0}, {70, 0, 0}, {70, -1, 0}, {70, math.NaN(), 0}, {70, 1, 70},
		{70, 2, 70},
	} {
		if got := s.Binomial(c.n, c.p); got != c.want {
			t.Errorf("Binomial(%d, %v) is %d, want %d", c.n, c.p, got, c.want)
		}
	}
	s.AllHeads(true)
	if got := s.Binomial(70, .1); got != 70 {
		t.Errorf("all heads: %d of 70", got)
	}
}

func BenchmarkBinomial(b *testing.B) {
	for _, n := range []int{64, 1000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			s := NewStream(1, 0, 0)
			for b.Loop() {
				s.Binomial(n, .501)
			}
		})
	}
}
