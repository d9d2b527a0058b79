package network

import (
	"math"
	"slices"
	"testing"
)

// TestGnm checks the number of ties, and that every pair is equally likely, below and above half of
// all pairs.
func TestGnm(t *testing.T) {
	const n, draws = 6, 6000 // 15 pairs
	for _, m := range []int{0, 4, 7, 8, 11, 15} {
		var tied [n][n]int
		for seed := range uint64(draws) {
			g := mustDraw(t, Gnm{m}, n, seed)
			if g.EdgeCount() != 2*m {
				t.Fatalf("%d edges, want twice %d", g.EdgeCount(), m)
			}
			for e := range g.Edges() {
				tied[e.From][e.To]++
			}
		}
		p := float64(m) / 15
		for u := range n {
			for v := u + 1; v < n; v++ {
				// 5 standard errors: by chance one of the 90 pairs fails for 1 in 10^5 seeds
				wantNear(t, "share of graphs with a pair", float64(tied[u][v])/draws, p,
					5*math.Sqrt(p*(1-p)/draws))
			}
		}
	}
}

// TestGnp checks the number of ties and the degrees. They are binomial, and the tolerance is 5
// standard errors.
func TestGnp(t *testing.T) {
	for _, c := range []struct {
		n int
		p float64
	}{{2000, 0}, {2000, 1e-4}, {2000, 0.01}, {500, 0.5}, {300, 0.97}, {200, 1}} {
		g := mustDraw(t, Gnp{c.p}, c.n, 3)
		pairs := float64(c.n) * float64(c.n-1) / 2
		wantNear(t, "ties", float64(g.EdgeCount())/2, pairs*c.p, 5*math.Sqrt(pairs*c.p*(1-c.p)))
		squares, mean := 0.0, c.p*float64(c.n-1)
		for _, d := range OutDegrees(g) {
			squares += (float64(d) - mean) * (float64(d) - mean)
		}
		variance := mean * (1 - c.p)
		// The variance of a variance over n people is about 2v^2/n, plus v/n if v is small.
		wantNear(t, "variance of degrees", squares/float64(c.n), variance,
			5*math.Sqrt((2*variance*variance+variance)/float64(c.n)))
		wantNear(t, "clustering", Clustering(g), c.p, .01+.03*float64(min(1, int(mean))))
	}
}

// TestGnpPairs checks that every pair is equally likely, including the first and the last of a row.
func TestGnpPairs(t *testing.T) {
	const n, draws, p = 7, 20000, 0.3
	var tied [n][n]int
	src := drawing(5)
	for range draws {
		g, _ := Gnp{p}.Graph(n, src)
		for e := range g.Edges() {
			tied[e.From][e.To]++
		}
	}
	for u := range n {
		for v := u + 1; v < n; v++ {
			wantNear(t, "share of graphs with a pair", float64(tied[u][v])/draws, p,
				5*math.Sqrt(p*(1-p)/draws))
		}
	}
}

// TestGeometric compares with the textbook inverse, floor(ln u/ln q), which takes 1-u instead of u.
func TestGeometric(t *testing.T) {
	for _, q := range []float64{0.01, 0.5, 0.9, 0.999999} {
		g := newGeometric(q)
		for range 2000 {
			u := drawing(uint64(g.draw(drawing(9)))).Float64()
			k := g.draw(fixed{u: u})
			want := math.Floor(math.Log(u) / math.Log(q))
			if math.Abs(float64(k)-want) > 1e-9*want {
				t.Fatalf("q %v, u %v: %d failures, want %v", q, u, k, want)
			}
		}
	}
	if k := newGeometric(1).draw(drawing(1)); k != 1<<62-1 {
		t.Errorf("%d failures where no success can come", k)
	}
	if k := newGeometric(0).draw(fixed{}); k != 0 {
		t.Errorf("%d failures where every try succeeds", k)
	}
}

// TestGeometricSkips checks that the powers which draw skips would not change the result.
func TestGeometricSkips(t *testing.T) {
	src := drawing(3)
	for _, q := range []float64{0, 1e-300, .01, .5, .9, .999999, 1 - 0x1p-53, 1} {
		g := newGeometric(q)
		us := []float64{0, 0x1p-1074, 0x1p-60, 0x1p-54, 0x1p-53, 0x1p-52, .5, 1 - 0x1p-53}
		for range 1000 {
			us = append(us, src.Float64())
		}
		for _, u := range us {
			k, reached := int64(0), 1.0
			for i := 61; i >= 0; i-- {
				if next := reached * g.powers[i]; u < next {
					k, reached = k|1<<i, next
				}
			}
			if got := g.draw(fixed{u: u}); got != k {
				t.Errorf("q %v, u %v: %d failures, want %d", q, u, got, k)
			}
		}
	}
}

// fixed is a Source that always gives the same number.
type fixed struct {
	Source
	u float64
}

func (f fixed) Float64() float64 { return f.u }

// TestPreferentialAttachment compares the degrees of 100,000 people with the limit of Bollobás and
// others (2001).
func TestPreferentialAttachment(t *testing.T) {
	const n = 100000
	for _, m := range []int{1, 2, 5} {
		g := mustDraw(t, PreferentialAttachment{m}, n, 7)
		if g.EdgeCount() != 2*m*(n-m) {
			t.Errorf("%d edges, want 2m(n-m)", g.EdgeCount())
		}
		degrees := OutDegrees(g)
		count := map[int]int{}
		for _, d := range degrees {
			count[d]++
		}
		if low := slices.Min(degrees[m:]); low != m {
			t.Errorf("the least degree of a newcomer is %d, want %d", low, m)
		}
		for k := m; k < 4*m; k++ {
			limit := 2 * float64(m) * float64(m+1) / float64(k*(k+1)*(k+2))
			wantNear(t, "share of a degree", float64(count[k])/n, limit, 5*math.Sqrt(limit/n)+.002)
		}
		tail := 0 // above k the share m(m+1)/((k+1)(k+2)), here at k = 30m
		for _, d := range degrees {
			if d > 30*m {
				tail++
			}
		}
		above := float64(m*(m+1)) / float64((30*m+1)*(30*m+2))
		wantNear(t, "tail", float64(tail)/n, above, 5*math.Sqrt(above/n))
		if _, parts := Components(g); parts != 1 {
			t.Errorf("%d components", parts)
		}
	}
}
