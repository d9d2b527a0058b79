package network

import (
	"fmt"
	"testing"
)

// Wheels of 1 to 5 people, each written out.
func TestWheel(t *testing.T) {
	for _, want := range [][][]int32{
		{{}},
		{{1}, {0}},
		{{1, 2}, {0, 2}, {0, 1}},
		{{1, 2, 3}, {0, 2, 3}, {0, 1, 3}, {0, 1, 2}},
		{{1, 2, 3, 4}, {0, 2, 4}, {0, 1, 3}, {0, 2, 4}, {0, 1, 3}},
	} {
		g, err := Wheel{}.Graph(len(want), nil)
		if err != nil {
			t.Fatal(err)
		}
		for u, row := range want {
			if fmt.Sprint(g.Heard(u)) != fmt.Sprint(row) {
				t.Errorf("%d people: %d hears %v, want %v", len(want), u, g.Heard(u), row)
			}
		}
	}
}
