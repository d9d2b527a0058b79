package layout

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// layouts holds all ways to place n nodes.
func layouts(n int) map[string]func() (x, y []float64) {
	r := rand.New(rand.NewPCG(5, uint64(n)))
	group, parent := make([]int, n), make([]int, n)
	var edges [][2]int
	for i := range n {
		group[i] = r.IntN(1 + n/5)
		parent[i] = r.IntN(i+1) - 1
		edges = append(edges, [2]int{r.IntN(n), r.IntN(n)}, [2]int{i, max(0, i-1)})
	}
	one := make([]int, n)
	return map[string]func() (x, y []float64){
		"circle":   func() (x, y []float64) { return Circle(n) },
		"rings":    func() (x, y []float64) { return Rings(group) },
		"one ring": func() (x, y []float64) { return Rings(one) },
		"spring":   func() (x, y []float64) { return Spring(n, edges) },
		"alone":    func() (x, y []float64) { return Spring(n, nil) },
		"odd ties": func() (x, y []float64) { return Spring(n, [][2]int{{-1, 0}, {0, n}, {0, 0}}) },
		"tree": func() (x, y []float64) {
			x, y, _ = Tree(parent)
			return x, y
		},
	}
}

func TestLayoutsAreGoodPlaces(t *testing.T) {
	for _, n := range []int{0, 1, 2, 3, 7, 40, 200, 400} {
		for name, layout := range layouts(n) {
			x, y := layout()
			again, too := layout()
			if !slices.Equal(x, again) || !slices.Equal(y, too) {
				t.Errorf("%s of %d differs from one time to the next", name, n)
			}
			if len(x) != n || len(y) != n {
				t.Fatalf("%s of %d has %d and %d places", name, n, len(x), len(y))
			}
			checkPlaces(t, name, x, y)
		}
	}
}

func checkPlaces(t *testing.T, name string, x, y []float64) {
	t.Helper()
	taken := map[[2]float64]bool{}
	for i := range x {
		if !(x[i] >= 0 && x[i] <= 1 && y[i] >= 0 && y[i] <= 1) {
			t.Fatalf("%s of %d: node %d at %v, %v", name, len(x), i, x[i], y[i])
		}
		at := [2]float64{math.Round(x[i] * 1e9), math.Round(y[i] * 1e9)}
		if taken[at] {
			t.Fatalf("%s of %d: two nodes at %v, %v", name, len(x), x[i], y[i])
		}
		taken[at] = true
	}
}

func TestRingsLieApart(t *testing.T) {
	for _, sizes := range [][]int{{5, 5, 5}, {1, 1}, {3, 50}, {40, 2, 2, 2, 2},
		{7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7}} {
		var group []int
		for g, size := range sizes {
			group = append(group, slices.Repeat([]int{g}, size)...)
		}
		x, y := Rings(group)
		within, between := 0.0, math.Inf(1)
		for g := range sizes {
			cx, cy, r := middle(x, y, group, g)
			within = max(within, r)
			for i, h := range group {
				if h != g {
					between = min(between, math.Hypot(x[i]-cx, y[i]-cy)-r)
				}
			}
		}
		if between <= 0 {
			t.Errorf("groups of %v: a node lies %v inside the ring of another group", sizes,
				-between)
		}
	}
}

// middle returns the centre of a group and the distance of its farthest member.
func middle(x, y []float64, group []int, g int) (cx, cy, r float64) {
	n := 0.0
	for i, h := range group {
		if h == g {
			cx, cy, n = cx+x[i], cy+y[i], n+1
		}
	}
	cx, cy = cx/n, cy/n
	for i, h := range group {
		if h == g {
			r = max(r, math.Hypot(x[i]-cx, y[i]-cy))
		}
	}
	return cx, cy, r
}

func TestTreeStandsOnLevels(t *testing.T) {
	parent := []int{-1, 0, 0, 1, 1, 2}
	x, y, err := Tree(parent)
	if err != nil {
		t.Fatal(err)
	}
	for i, p := range parent {
		if p >= 0 && y[p]-y[i] != 0.5 {
			t.Errorf("node %d stands at %v under %v, want half a square below", i, y[i], y[p])
		}
	}
	if want := (x[3] + x[4]) / 2; x[1] != want || !(x[3] < x[4] && x[4] < x[5]) {
		t.Errorf("places across %v, want node 1 at %v and the leaves in order", x, want)
	}
}

func TestTreeRefusesWhatIsNone(t *testing.T) {
	for _, parent := range [][]int{{0}, {1, 0}, {-1, 2, 1}, {-2}, {1}, {-1, 7}} {
		if _, _, err := Tree(parent); err == nil {
			t.Errorf("%v was drawn as a tree", parent)
		}
	}
}

// Ties attract: on average the members of one subgroup lie much closer to each other than to
// others.
func TestSpringShowsSubgroups(t *testing.T) {
	const size = 10
	r := rand.New(rand.NewPCG(1, 2))
	var edges [][2]int
	for i := range 6 * size {
		for j := range i {
			if i/size == j/size || r.Float64() < .01 {
				edges = append(edges, [2]int{i, j})
			}
		}
	}
	x, y := Spring(6*size, edges)
	var in, out, ins, outs float64
	for i := range x {
		for j := range i {
			d := math.Hypot(x[i]-x[j], y[i]-y[j])
			if i/size == j/size {
				in, ins = in+d, ins+1
			} else {
				out, outs = out+d, outs+1
			}
		}
	}
	if ratio := (out / outs) / (in / ins); ratio < 2 {
		t.Errorf("others are %.2f times as far as members, want at least 2", ratio)
	}
}

func BenchmarkSpring(b *testing.B) {
	r := rand.New(rand.NewPCG(3, 4))
	var edges [][2]int
	for len(edges) < 25_000 {
		edges = append(edges, [2]int{r.IntN(1000), r.IntN(1000)})
	}
	for b.Loop() {
		Spring(1000, edges)
	}
}
