package agents

import (
	"testing"

	"orglearn/agents/internal/chitest"
)

// These are the obvious versions. A body is a list of -1, 0 and +1, and a rule gives the chances of
// one dimension.

// plain is a body, one dimension at a time.
func plain(k Knowledge, dimensions int) []int8 {
	list := make([]int8, dimensions)
	for d := range list {
		list[d] = int8(k.Get(d))
	}
	return list
}

// chances holds the probabilities that a dimension becomes -1, 0 and +1.
type chances [3]float64

// surely returns the chances of a certain outcome.
func surely(b int8) chances {
	var c chances
	c[b+1] = 1
	return c
}

// either returns the chances of the outcome to with probability p, else the outcome from.
func either(p float64, to, from int8) chances {
	var c chances
	c[to+1] += p
	c[from+1] += 1 - p
	return c
}

// sound reports whether k is a valid body with the given number of dimensions.
func sound(k Knowledge, dimensions int) bool {
	if len(k) != Width(dimensions) {
		return false
	}
	for i, w := range k {
		if w.Yes&w.No != 0 || w.Known()&^Lanes(dimensions, i) != 0 {
			return false
		}
	}
	return true
}

// agree calls a rule many times and compares the outcomes with the chances of each dimension.
// Chances of 0 and 1 must hold exactly. Others are compared by chi-square, gathered in c.
func agree(
	t *testing.T, c *chitest.Tally, dimensions, trials int,
	try func(trial int) Knowledge, want func(d int) chances,
) {
	t.Helper()
	outcomes := make([][3]int, dimensions)
	for trial := range trials {
		k := try(trial)
		if !sound(k, dimensions) {
			t.Fatalf("%d dimensions, trial %d: not a sound body: %x", dimensions, trial, k)
		}
		for d := range outcomes {
			outcomes[d][k.Get(d)+1]++
		}
	}
	for d := range outcomes {
		p := want(d)
		if !c.Cells(outcomes[d][:], p[:]) {
			t.Fatalf("%d dimensions: dimension %d became -1, 0 and +1 %v times of %d, with "+
				"chances %v",
				dimensions, d, outcomes[d], trials, p)
		}
		c.Together(p, outcomes[d])
	}
}

// sizes are the numbers of dimensions with which rules are tried.
var sizes = []int{1, 2, 17, 63, 64, 65, 100, 127, 128, 129, 191, 192, 193, 200}

// numbers are the numbers of voices with which rules are tried.
var numbers = []int{0, 1, 2, 3, 7, 14, 15, 16, 29, 30, 31, 32, 63, 100, 127, 128, 200}

// tried are the rates with which rules are tried. For a rate of 0 or 1, one trial is enough.
var tried = []struct {
	rate   float64
	trials int
}{{0, 2}, {1, 2}, {.1, 150}, {.5, 150}, {.83, 150}}
