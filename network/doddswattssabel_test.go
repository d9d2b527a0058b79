package network

import (
	"fmt"
	"math"
	"strings"
	"testing"
)

// Dodds, Watts and Sabel (2003) have a pure tree of 781 people with 5 below each. The root lies on
// a share .8015 of all paths from a source to a target, ends included. By hand: 10 pairs of
// branches of 156 people each, and 780 paths from or to the root itself, of 304,590.
func TestDoddsWattsSabelPureTree(t *testing.T) {
	const n = 781
	g := mustDraw(t, DoddsWattsSabel{Branching: 5}, n, 1)
	if got, want := rootShare(g), float64(10*156*156+780)/304590; math.Abs(got-want) > 1e-12 ||
		math.Abs(want-.8015) > .00005 {
		t.Errorf("the root lies on %.6f of all paths, want %.6f, which is .8015", got, want)
	}
	if tree := mustDraw(t, Tree{5}, n, 1); fmt.Sprint(edgesOf(tree)) != fmt.Sprint(edgesOf(g)) {
		t.Error("without extra ties it is not the tree")
	}
}

// rootShare is the share of pairs of people between whom the root lies, or who include the root. If
// a pair has several shortest paths, the share of those through the root counts.
func rootShare(g *Graph) float64 {
	n := float64(g.People())
	return (Betweenness(g)[0] + 2*(n-1)) / (n * (n - 1))
}

// Multiscale ties and core ties relieve the root more than the same number of random ties. Local
// ties hardly relieve it at all.
func TestDoddsWattsSabelRelievesTheRoot(t *testing.T) {
	share := map[string]float64{}
	for name, d := range dwsCorners(200) {
		for seed := range uint64(4) {
			share[name] += rootShare(mustDraw(t, d, 781, seed)) / 4
		}
	}
	if max(share["multiscale"], share["core-periphery"]) > share["random"]-.1 ||
		share["random"] > share["local team"]-.3 {
		t.Errorf("the root lies on %v of the paths", share)
	}
}

// dwsCorners are the paper's five kinds of network, as in the table at DoddsWattsSabel.
func dwsCorners(extra int) map[string]DoddsWattsSabel {
	return map[string]DoddsWattsSabel{
		"random":          {5, extra, 1e9, 1e9},
		"local team":      {5, extra, 1e9, 0},
		"interdivisional": {5, extra, 0, 1e9},
		"core-periphery":  {5, extra, 0, 0},
		"multiscale":      {5, extra, .5, .5},
		"milder":          {5, extra, 2, 1},
	}
}

// plainKind finds D, d and e by walking up the tree.
func plainKind(branching, u, v int) (top, near, far int) {
	level := func(p int) int {
		l := 0
		for ; p > 0; p = (p - 1) / branching {
			l++
		}
		return l
	}
	lu, lv := level(u), level(v)
	a, b := u, v
	for a != b {
		if a > b {
			a = (a - 1) / branching
		} else {
			b = (b - 1) / branching
		}
	}
	top = level(a)
	near, far = min(lu, lv)-top, max(lu, lv)-top
	return top, near, far
}

// The kinds equal those counted pair by pair, in trees whose last level is full, is not full, or
// has one person.
func TestDoddsWattsSabelKinds(t *testing.T) {
	for _, b := range []int{2, 3, 5} {
		for n := 1; n < 70; n++ {
			want := map[[3]int]int64{}
			for u := range n {
				for v := range u {
					if top, near, far := plainKind(b, u, v); near+far > 1 {
						want[[3]int{top, near, far}]++
					}
				}
			}
			got := map[[3]int]int64{}
			for _, k := range newLevels(n, b).kinds() {
				got[[3]int{k.top, k.near, k.far}] = k.pairs
			}
			if fmt.Sprint(got) != fmt.Sprint(want) {
				t.Fatalf("%d below each, %d people: %v, want %v", b, n, got, want)
			}
		}
	}
}

// One tie is drawn with the probabilities of the paper's formula. The test is a chi-square over all
// pairs of 12 people, of whom the last level holds 5.
func TestDoddsWattsSabelProbabilities(t *testing.T) {
	const n, b, draws = 12, 2, 40_000
	for _, c := range []struct{ depth, distance float64 }{{1e9, 1e9}, {.5, .5}, {2, .7}, {1e9, 1},
		{1, 1e9}} {
		weight, sum := map[pair]float64{}, 0.
		for u := range int32(n) {
			for v := range u {
				top, near, far := plainKind(b, int(u), int(v))
				if near+far < 2 {
					continue
				}
				w := math.Exp(-float64(top)/c.depth) *
					math.Exp(-math.Sqrt(float64(near*near+far*far-2))/c.distance)
				weight[pair{v, u}] = w
				sum += w
			}
		}
		count, src := map[pair]int{}, drawing(7)
		for range draws {
			g, err := DoddsWattsSabel{b, 1, c.depth, c.distance}.Graph(n, src)
			if err != nil {
				t.Fatal(err)
			}
			for e := range g.Edges() {
				if int(e.From) < int(e.To) && (e.To-1)/b != e.From {
					count[pair{e.From, e.To}]++
				}
			}
		}
		chi, cells := 0., 0
		for p, w := range weight {
			if want := w / sum * draws; want >= 5 {
				chi += (float64(count[p]) - want) * (float64(count[p]) - want) / want
				cells++
			}
		}
		if df := float64(cells - 1); chi > df+4.5*math.Sqrt(2*df) {
			t.Errorf("depth %v, distance %v: chi-square %.1f of %d pairs", c.depth, c.distance,
				chi, cells)
		}
	}
}

// A Depth or Distance of 0 is the limit: the pairs of the least value are tied first, then the
// next.
func TestDoddsWattsSabelLimits(t *testing.T) {
	const n = 781
	tops := func(d DoddsWattsSabel) map[[3]int]int {
		kinds := map[[3]int]int{}
		for e := range mustDraw(t, d, n, 3).Edges() {
			if top, near, far := plainKind(5, int(e.From), int(e.To)); near+far > 1 &&
				e.From < e.To {
				kinds[[3]int{top, near, far}]++
			}
		}
		return kinds
	}
	if got := tops(DoddsWattsSabel{5, 10, 0, 0}); got[[3]int{0, 1, 1}] != 10 {
		t.Errorf("core-periphery, 10 ties: %v, want all pairs directly below the root", got)
	}
	if got := tops(DoddsWattsSabel{5, 60, 0, 0}); got[[3]int{0, 1, 1}] != 10 ||
		got[[3]int{1, 1, 1}] != 50 {
		t.Errorf("core-periphery, 60 ties: %v, want 10 pairs below the root "+
			"and those a level below", got)
	}
	for kind := range tops(DoddsWattsSabel{5, 500, 1e9, 0}) {
		if kind[1] != 1 || kind[2] != 1 {
			t.Errorf("local team: a tie of kind %v", kind)
		}
	}
	for kind := range tops(DoddsWattsSabel{5, 500, 0, 1e9}) {
		if kind[0] != 0 {
			t.Errorf("interdivisional: a tie of kind %v", kind)
		}
	}
}

// Every pair can be tied, however full the last level is.
func TestDoddsWattsSabelAllPairs(t *testing.T) {
	for n := 1; n < 30; n++ {
		for _, d := range []DoddsWattsSabel{{Branching: 2}, {3, 0, 1, .3}, {4, 0, 1e9, 1e9},
			{5, 0, 0, 1}} {
			d.Extra = (n - 1) * (n - 2) / 2
			if got := mustDraw(t, d, n, 1).EdgeCount(); got != n*(n-1) {
				t.Errorf("%+v among %d people: %d edges", d, n, got)
			}
		}
	}
}

func TestDoddsWattsSabelRefuses(t *testing.T) {
	for want, d := range map[string]DoddsWattsSabel{
		"DoddsWattsSabel.Branching is 1, want at least 2":                   {1, 0, 1, 1},
		"DoddsWattsSabel.Extra is -1, want at least 0":                      {5, -1, 1, 1},
		"DoddsWattsSabel.Extra is 7, want at most 6 among 5 people":         {2, 7, 1, 1},
		"DoddsWattsSabel.Depth is -0.5, want a finite number of at least 0": {5, 1, -.5, 1},
		"DoddsWattsSabel.Depth is NaN, want a finite number of at least 0": {5, 1, math.NaN(),
			1},
		"DoddsWattsSabel.Distance is +Inf, want a finite number of at least 0": {5, 1, 1,
			math.Inf(1)},
	} {
		if _, err := d.Graph(5, drawing(1)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%+v: the error is %v, want %q", d, err, want)
		}
	}
	many := DoddsWattsSabel{5, 1<<30 - 1, 1, 1}
	const edges = "2147614716 edges, want at most 2147483647" // 2 (65535 + 2^30 - 1)
	if err := many.Fits(0, 1<<16); err == nil || !strings.Contains(err.Error(), edges) {
		t.Errorf("%+v: the error is %v, want %q", many, err, edges)
	}
	if _, err := (DoddsWattsSabel{Branching: 5}).Graph(0, nil); err == nil {
		t.Error("nobody is no error")
	}
}

func BenchmarkDoddsWattsSabel(b *testing.B) {
	for b.Loop() {
		if _, err := (DoddsWattsSabel{5, 500, .5, .5}).Graph(781, drawing(1)); err != nil {
			b.Fatal(err)
		}
	}
}
