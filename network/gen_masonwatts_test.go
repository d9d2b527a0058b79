package network

import (
	"fmt"
	"slices"
	"testing"
)

// The swaps of each optimum by default are those that its comment names.
func TestMasonWattsDefault(t *testing.T) {
	for optimum, want := range map[Optimum]int{MaxMeanClustering: 2_000_000,
		MinMeanBetweenness: 5000, MaxMaxBetweenness: 20_000} {
		if got := (MasonWatts{Optimum: optimum}).swaps(); got != want {
			t.Errorf("%v: %d swaps, want %d", optimum, got, want)
		}
	}
}

// Everybody has as many contacts, and the network hangs together.
func TestMasonWattsDegrees(t *testing.T) {
	for _, c := range []struct{ n, neighbours int }{{3, 2}, {8, 2}, {16, 3}, {70, 5}, {9, 4},
		{20, 19}, {101, 4}} {
		for optimum := range MaxMaxBetweenness + 1 {
			m := MasonWatts{c.neighbours, optimum, 200}
			for seed := range uint64(3) {
				g := mustDraw(t, m, c.n, seed)
				for _, d := range OutDegrees(g) {
					if d != c.neighbours || !g.Symmetric() || !whole(g) {
						t.Fatalf("%+v of %d: degrees %v, whole %v", m, c.n, OutDegrees(g),
							whole(g))
					}
				}
			}
		}
	}
}

// Mason and Watts (2012) had 16 people with 3 contacts. The most clustering that there can be is
// four groups of four, of each of which a tie is missing where it is joined with others: two
// triangles each, and a clustering of 1/2: two people have 2/3 and two have 1/3. A person has 3
// contacts and these at most 6 others, so that the mean distance is at least that at which the 6
// who are left are 3 away: (1*3 + 2*6 + 3*6)/15, 2.2.
func TestMasonWattsOptima(t *testing.T) {
	for seed := range uint64(5) {
		g := mustDraw(t, MasonWatts{3, MaxMeanClustering, 20_000}, 16, seed)
		if c := Clustering(g); c < .4 || c > .5+1e-9 {
			t.Errorf("seed %d: clustering is %.3f, want up to .5, and close to it", seed, c)
		}
		g = mustDraw(t, MasonWatts{3, MinMeanBetweenness, 5000}, 16, seed)
		if d := PathsOf(g).Mean; d < 2.2-1e-9 || d > 2.25 {
			t.Errorf("seed %d: the mean distance is %.3f, want 2.2 or little more", seed, d)
		}
		g = mustDraw(t, MasonWatts{3, MaxMaxBetweenness, 5000}, 16, seed)
		// one person whose three groups of 5 reach each other by him alone
		if b := slices.Max(Betweenness(g)); b < 100 || b > 150+1e-9 {
			t.Errorf("seed %d: the largest betweenness is %.1f, want up to 150", seed, b)
		}
	}
}

// A swap kept is a better one, so that more swaps from the same chance never end worse.
func TestMasonWattsClimbs(t *testing.T) {
	of := map[Optimum]func(*Graph) float64{MaxMeanClustering: Clustering,
		MinMeanBetweenness: shortness, MaxMaxBetweenness: most}
	for optimum, value := range of {
		last := -1e9
		for _, swaps := range []int{1, 10, 100, 1000} {
			v := value(mustDraw(t, MasonWatts{5, optimum, swaps}, 40, 1))
			if v < last {
				t.Errorf("%v: %d swaps end at %v, fewer at %v", optimum, swaps, v, last)
			}
			last = v
		}
	}
}

// What is counted swap by swap is what Clustering measures.
func TestMasonWattsTriangles(t *testing.T) {
	g := mustDraw(t, MasonWatts{6, MaxMeanClustering, 1}, 90, 1)
	counted, s, src := newTriangles(g), newSwapper(g), drawing(2)
	for range 300 {
		before := Clustering(s.graph(90))
		i, j := src.IntN(len(s.pairs)), src.IntN(len(s.pairs))
		x, y := s.pairs[i], s.pairs[j]
		if i == j || !s.swap(i, j) {
			continue
		}
		// each triangle is one closed pair of 15 for three of 90 people
		want := (Clustering(s.graph(90)) - before) * 90 * 15 / 3
		if got := float64(counted.swap(x, y)); got-want > 1e-6 || want-got > 1e-6 {
			t.Fatalf("ties %v and %v: %v triangles more, want %v", x, y, got, want)
		}
	}
}

func TestMasonWattsRefuses(t *testing.T) {
	for _, c := range []struct {
		m    MasonWatts
		n    int
		want string
	}{
		{MasonWatts{Neighbours: 1}, 10, "network: MasonWatts.Neighbours is 1, want at least 2"},
		{MasonWatts{Neighbours: 10}, 10, "network: MasonWatts.Neighbours is 10, want at most 9 " +
			"among 10 people"},
		{MasonWatts{Neighbours: 3}, 9, "network: MasonWatts.Neighbours is 3, want an even number " +
			"among 9 people: a tie has two ends"},
		{MasonWatts{Neighbours: 2}, 10_001, "network: MasonWatts of 10001 people, want at most " +
			"10000: a search takes a bit a pair"},
		{MasonWatts{3, 3, 0}, 10, "network: MasonWatts.Optimum is 3, want 0 to 2"},
		{MasonWatts{3, 0, -1}, 10, "network: MasonWatts.Swaps is -1, want 0 to 10000000"},
	} {
		_, err := c.m.Graph(c.n, drawing(1))
		if fmt.Sprint(err) != c.want {
			t.Errorf("the error is %v, want %s", err, c.want)
		}
	}
}
