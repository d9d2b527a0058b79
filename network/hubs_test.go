package network

import (
	"fmt"
	"math"
	"slices"
	"testing"
)

// The density does not depend on the hubbiness. People are ordered by their ties. With more
// hubbiness the first person has more ties.
func TestHubs(t *testing.T) {
	const n, ties = 280, 3
	before := 0
	for _, hubbiness := range []float64{0, .25, .5, .75, 1, 1.5, 2, 4} {
		first := 0
		for seed := range uint64(20) {
			g := mustDraw(t, Hubs{ties, hubbiness}, n, seed)
			degrees := OutDegrees(g)
			if g.EdgeCount() != 2*ties*n || !g.Symmetric() || slices.Min(degrees) < ties {
				t.Errorf("hubbiness %v: %d edges, least degree %d", hubbiness, g.EdgeCount(),
					slices.Min(degrees))
			}
			slices.Reverse(degrees)
			if !slices.IsSorted(degrees) {
				t.Errorf("hubbiness %v: the first have not the most ties: %v", hubbiness, degrees)
			}
			first += degrees[n-1]
		}
		if first <= before {
			t.Errorf("hubbiness %v: the first has %d ties in 20 networks, and %d where there is "+
				"less of it", hubbiness, first, before)
		}
		t.Logf("hubbiness %v: the first has %d ties in 20 networks", hubbiness, first)
		before = first
	}
	if before != 20*(n-1) {
		t.Errorf("hubbiness 4: the first has %d ties in 20 networks, want all %d", before, 20*(n-1))
	}
}

// Without hubs, a person's degree is Ties plus the ties that n-1 others make with him, each with
// probability about Ties/(n-1). So its variance is about Ties.
func TestHubsDemocratic(t *testing.T) {
	const n, ties, seeds = 1000, 3, 10
	sum := 0.
	for seed := range uint64(seeds) {
		for _, d := range OutDegrees(mustDraw(t, Hubs{Ties: ties}, n, seed)) {
			sum += float64((d - 2*ties) * (d - 2*ties))
		}
	}
	if got := sum / (n * seeds); math.Abs(got-ties) > .15 {
		t.Errorf("the variance of degrees is %.3f, want about %d", got, ties)
	}
}

// The first tie goes to rank r with a probability in proportion to r^-Hubbiness.
func TestHubsPreference(t *testing.T) {
	const n, draws = 10, 100_000
	for _, hubbiness := range []float64{0, .5, 1, 3} {
		count, sum := [n]float64{}, 0.
		src := drawing(5)
		for range draws {
			d := newHubDraw(n, 1, hubbiness)
			d.tie(n-1, src)
			count[d.pairs[0].b]++
		}
		for r := 1; r < n; r++ {
			sum += math.Pow(float64(r), -hubbiness)
		}
		for r := 1; r < n; r++ {
			p := math.Pow(float64(r), -hubbiness) / sum
			if got := count[r-1] / draws; math.Abs(got-p) > 4*math.Sqrt(p*(1-p)/draws) {
				t.Errorf("hubbiness %v, rank %d: %.4f, want %.4f", hubbiness, r, got, p)
			}
		}
	}
}

// All ties are made whenever there is room for them, even if a person is tied to everybody before
// his turn ends.
func TestHubsDense(t *testing.T) {
	for n := 1; n < 12; n++ {
		for ties := range (n-1)/2 + 1 {
			for _, hubbiness := range []float64{0, 1, MaxHubbiness} {
				for seed := range uint64(20) {
					if got := mustDraw(t, Hubs{ties, hubbiness}, n,
						seed).EdgeCount(); got != 2*n*ties {
						t.Errorf("%d ties each among %d people: %d edges", ties, n, got)
					}
				}
			}
		}
	}
}

func TestHubsRefuses(t *testing.T) {
	for _, c := range []struct {
		hubs Hubs
		want string
	}{
		{Hubs{-1, 0}, "network: Hubs.Ties is -1, want at least 0"},
		{Hubs{5, 0}, "network: Hubs.Ties is 5, want at most 4 among 10 people"},
		{Hubs{2, -.1}, "network: Hubs.Hubbiness is -0.1, want 0 to 4"},
		{Hubs{2, 4.5}, "network: Hubs.Hubbiness is 4.5, want 0 to 4"},
		{Hubs{2, math.NaN()}, "network: Hubs.Hubbiness is NaN, want 0 to 4"},
	} {
		_, err := c.hubs.Graph(10, drawing(1))
		wantError(t, err, c.want)
	}
	_, err := Hubs{}.Graph(0, drawing(1))
	wantError(t, err, "0 people")
}

// The laws of the family of generators, for both of this file's neighbours too.
func TestHubsAndTreesHoldTheLaws(t *testing.T) {
	for _, c := range []struct {
		Generator
		n []int
	}{
		{Hubs{}, []int{1, 2, 9}},
		{Hubs{1, 1}, []int{3, 4, 30}},
		{Hubs{3, 2}, []int{7, 8, 50}},
		{DoddsWattsSabel{Branching: 2}, []int{1, 2, 3, 20}},
		{DoddsWattsSabel{5, 20, .5, .5}, []int{31, 50, 156}},
		{DoddsWattsSabel{1 << 30, 2, 1, 1}, []int{4, 9}},
	} {
		for _, n := range c.n {
			name := fmt.Sprintf("%T%+v of %d", c.Generator, c.Generator, n)
			g := mustDraw(t, c, n, 1)
			if _, err := NewGraph(n, edgesOf(g)); err != nil || g.People() != n || !g.Symmetric() {
				t.Errorf("%s: %d people: %v", name, g.People(), err)
			}
			ascending(t, name, g)
			measuresInRange(t, name, g)
			if again := mustDraw(t, c, n, 1); !slices.Equal(edgesOf(g), edgesOf(again)) {
				t.Errorf("%s: the same chance gives another graph", name)
			}
		}
	}
}

func BenchmarkHubs(b *testing.B) {
	for _, hubbiness := range []float64{0, 1, 4} {
		b.Run(fmt.Sprint(hubbiness), func(b *testing.B) {
			for b.Loop() {
				if _, err := (Hubs{3, hubbiness}).Graph(280, drawing(1)); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
