package network

import (
	"fmt"
	"testing"
)

// Everybody has exactly as many contacts, and as many outside his group, as said, at every share of
// outside ties that fits.
func TestOutsidersAreCounted(t *testing.T) {
	for _, size := range []int{1, 2, 5, 10, 17, 20} {
		for _, groups := range []int{1, 2, 3, 5} {
			n, fitting := size*groups, 0
			for ties := range 17 {
				for outside := range ties + 1 {
					c := Outsiders{Size: size, Ties: ties, Outside: outside}
					g, err := c.Graph(n, drawing(uint64(ties)))
					if err != nil {
						continue
					}
					fitting++
					countOutsiders(t, g, c)
				}
			}
			if fitting < min(size, 17)/2 {
				t.Errorf("%d groups of %d: only %d numbers of ties fit", groups, size, fitting)
			}
		}
	}
}

func countOutsiders(t *testing.T, g *Graph, c Outsiders) {
	t.Helper()
	for u := range g.People() {
		outside := 0
		for _, v := range g.Heard(u) {
			if int(v)/c.Size != u/c.Size {
				outside++
			}
		}
		if len(g.Heard(u)) != c.Ties || outside != c.Outside {
			t.Fatalf("%+v among %d: person %d has %d contacts, %d outside", c, g.People(), u,
				len(g.Heard(u)), outside)
		}
	}
}

// All sixteen shares of 16 ties fit the groups that programs use, and ties are drawn: clustering
// outside is that of chance, not of a lattice.
func TestOutsidersAreDrawn(t *testing.T) {
	for outside := range 17 {
		mustDraw(t, Outsiders{Size: 20, Ties: 16, Outside: outside}, 100, 1)
	}
	g := mustDraw(t, Outsiders{Size: 40, Ties: 16, Outside: 16}, 400, 1)
	// A random graph of 400 people of degree 16 has a clustering near 15/400, a little more here
	// because 40 people are out of reach.
	if c := Clustering(g); c > .06 {
		t.Errorf("clustering %.3f, want that of chance", c)
	}
	a, b := mustDraw(t, Outsiders{Size: 20, Ties: 6}, 40, 1), mustDraw(t,
		Outsiders{Size: 20, Ties: 6}, 40, 2)
	if fmt.Sprint(a.Heard(0), a.Heard(1)) == fmt.Sprint(b.Heard(0), b.Heard(1)) {
		t.Error("two sources give the same graph")
	}
}
