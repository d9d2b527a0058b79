package network

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"
)

// matrices goes through all arrangements of people with given seats in units of given sizes. It
// counts them, and those that are connected.
func matrices(seats, sizes []int) (all, together int) {
	in := make([][]int32, len(seats))
	left := append([]int{}, sizes...)
	var put func(p, unit int)
	put = func(p, unit int) {
		switch {
		case p == len(seats):
			all++
			if (&exchange{units: rowsOf(in)}).parts(len(sizes)) == 1 {
				together++
			}
		case len(in[p]) == seats[p]:
			put(p+1, 0)
		case unit < len(sizes):
			put(p, unit+1)
			if left[unit] > 0 {
				left[unit]--
				in[p] = append(in[p], int32(unit))
				put(p, unit+1)
				in[p] = in[p][:len(in[p])-1]
				left[unit]++
			}
		}
	}
	put(0, 0)
	return all, together
}

func rowsOf(lists [][]int32) rows {
	r := emptyRows()
	for _, list := range lists {
		r.items = append(r.items, list...)
		r.end()
	}
	return r
}

// Exchanges alone, without the draws that come before them, make every connected arrangement
// equally likely. So do trees, where they apply. The test counts the arrangements by going through
// all.
//
// A tree has no seat to spare, and there are (2!/1!1!)(6!/2!2!2!) = 180 (J. W. Moon, Counting
// Labelled Trees, 1970, on bipartite trees of given degrees). A circle has one seat to spare.
// Twelve seats of six people in four units have three to spare, and start in two components. If
// each of six people in three units of four has two seats, every arrangement is connected.
//
// A chi-square of f degrees of freedom is above f+5*sqrt(2f) in less than one of ten thousand
// samples, and the seed is fixed.
func TestJoinerIsUniform(t *testing.T) {
	for name, c := range map[string]struct {
		units    [][]int32
		seats    []int
		together int
	}{
		"tree": {[][]int32{{0, 1, 2}, {1, 3, 4}, {2, 5, 6}}, []int{1, 2, 2, 1, 1, 1, 1}, 180},
		"parted": {[][]int32{{0, 1, 2}, {0, 1, 2}, {3, 4, 5}, {3, 4, 5}}, []int{2, 2, 2, 2, 2, 2},
			1800},
		"circle": {[][]int32{{0, 1, 2}, {1, 3, 4}, {2, 4, 5}}, []int{1, 2, 2, 1, 2, 1}, 90},
		"always": {[][]int32{{0, 1, 2, 3}, {2, 3, 4, 5}, {0, 1, 4, 5}}, []int{2, 2, 2, 2, 2, 2},
			90},
	} {
		t.Run(name, func(t *testing.T) {
			members := rowsOf(c.units)
			sizes := make([]int, len(c.units))
			for k := range sizes {
				sizes[k] = len(c.units[k])
			}
			all, together := matrices(c.seats, sizes)
			if together != c.together {
				t.Fatalf("%d of %d arrangements hang together, want %d", together, all, c.together)
			}
			ways := map[string]func(*exchange, Source) bool{
				"exchanges": func(x *exchange, src Source) bool { return newJoiner(x).draw(src) },
			}
			if name == "tree" || name == "circle" {
				ways["trees"] = func(x *exchange, src Source) bool {
					return x.drawTree(len(sizes), src)
				}
			}
			for way, draw := range ways {
				drawAll(t, way, members, len(c.seats), together, draw)
			}
		})
	}
}

// drawAll draws 20 times the number of connected arrangements, and at least 10,000 times.
func drawAll(t *testing.T, way string, members rows, people, together int,
	draw func(*exchange, Source) bool) {
	each := max(20, 10000/together)
	seen, src := map[string]int{}, rand.New(rand.NewPCG(3, 1991))
	for range each * together {
		u := assembleTogether(people, members.clone(), nil)
		x := newExchange(u)
		if !draw(x, src) || x.parts(u.Len()) != 1 {
			t.Fatalf("%s: an arrangement does not hang together", way)
		}
		u.take(x)
		seen[fmt.Sprint(u.seats.items)]++
	}
	chi := 0.0
	for _, n := range seen {
		chi += float64((n-each)*(n-each)) / float64(each)
	}
	freedom := float64(together - 1)
	if len(seen) != together || chi > freedom+5*math.Sqrt(2*freedom) {
		t.Errorf("%s: %d arrangements, want %d; chi-square %.0f, want about %.0f", way, len(seen),
			together, chi, freedom)
	}
}

// A person drawn into a unit gets each of its places equally often, so chance decides who leads.
func TestTreesDrawLeaders(t *testing.T) {
	led, src := make([]int, 7), rand.New(rand.NewPCG(4, 1991))
	for range 7000 {
		u, err := Randomized{Of: Hierarchy{Span: 2}, Connected: true}.Build(7, src)
		if err != nil {
			t.Fatal(err)
		}
		for k := range u.Len() {
			for i, p := range u.Voices(k) {
				if u.Ranks(k)[i] == Leader {
					led[p]++
				}
			}
		}
	}
	for p, n := range led { // a seat leads one time in three
		want := 7000. / 3 * float64([]int{1, 2, 2, 1, 1, 1, 1}[p])
		if math.Abs(float64(n)-want) > 5*math.Sqrt(want) {
			t.Errorf("person %d led %d times, want about %.0f", p, n, want)
		}
	}
}

// A joiner knows at every step the number of components, and whether two units are connected.
func TestJoinerKnowsTheParts(t *testing.T) {
	src := rand.New(rand.NewPCG(5, 1991))
	u, err := Hierarchy{Span: 3}.Build(40, nil)
	if err != nil {
		t.Fatal(err)
	}
	x := newExchange(u)
	x.reshuffle(src)
	j, most := newJoiner(x), 0
	for i := range 20000 {
		j.step(src)
		if want := x.parts(u.Len()); j.parts != want {
			t.Fatalf("step %d: %d parts, want %d", i, j.parts, want)
		}
		most = max(most, j.parts)
	}
	if most == 1 {
		t.Error("nothing ever fell apart")
	}
}
