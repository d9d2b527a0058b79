package network

import (
	"fmt"
	"testing"
)

// A grid of 3 by 2 is written out. The number of ties is Width(Height-1) + Height(Width-1), which
// is 180 on 10 by 10.
func TestGrid(t *testing.T) {
	g, err := Grid{Width: 3}.Graph(6, nil)
	if err != nil {
		t.Fatal(err)
	}
	want := [][]int32{{1, 3}, {0, 2, 4}, {1, 5}, {0, 4}, {1, 3, 5}, {2, 4}}
	for u, row := range want {
		if fmt.Sprint(g.Heard(u)) != fmt.Sprint(row) {
			t.Errorf("%d hears %v, want %v", u, g.Heard(u), row)
		}
	}
	for _, c := range []struct{ width, n, ties int }{{1, 1, 0}, {1, 5, 4}, {5, 5, 4}, {2, 4, 4},
		{10, 100, 180}} {
		g, err := Grid{Width: c.width}.Graph(c.n, nil)
		if err != nil {
			t.Fatal(err)
		}
		if g.EdgeCount() != 2*c.ties || !g.Symmetric() {
			t.Errorf("%d by %d: %d edges, want %d both ways", c.width, c.n/c.width, g.EdgeCount(),
				2*c.ties)
		}
	}
}

func TestGridRefuses(t *testing.T) {
	for _, c := range []struct {
		grid Grid
		n    int
		want string
	}{
		{Grid{}, 4, "network: Grid.Width is 0, want at least 1"},
		{Grid{2, -1}, 4, "network: Grid.Height is -1, want at least 0"},
		{Grid{3, 0}, 4, "network: 4 people on a Grid with Width 3 and Height 0, want Width " +
			"times Height"},
	} {
		if _, err := c.grid.Graph(c.n, nil); err == nil || err.Error() != c.want {
			t.Errorf("%v, want %s", err, c.want)
		}
	}
}
