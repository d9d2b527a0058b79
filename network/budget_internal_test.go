package network

import (
	"slices"
	"testing"
)

// TestWavesAreWalks: 64 searches at once find what one after the other do, from any people, the
// same one twice included.
func TestWavesAreWalks(t *testing.T) {
	for _, g := range zoo(t) {
		n := g.People()
		for _, from := range [][]int32{{0}, {0, int32(n) - 1, 0}, someOf(n, 5*n/6), someOf(n, n)} {
			steps, reached := wavesFrom(g, from)
			s, r := newWalk(NewCircles(g)).fromAll(from)
			if steps != s || reached != r {
				t.Errorf("%d people, from %v: %d steps to %d, want %d to %d", n, from, steps,
					reached, s, r)
			}
		}
	}
}

func TestSomeOf(t *testing.T) {
	if got := someOf(5, 9); !slices.Equal(got, []int32{0, 1, 2, 3, 4}) {
		t.Errorf("all: %v", got)
	}
	// multiples of .618: 0, .618, 1.236, 1.854
	if got := someOf(1000, 4); !slices.Equal(got, []int32{0, 618, 236, 854}) {
		t.Errorf("four: %v", got)
	}
}
