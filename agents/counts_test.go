package agents

import (
	"fmt"
	"testing"
)

// Counting 8 voices at a time gives the same as one at a time, for any number of voices.
func TestCount(t *testing.T) {
	for _, voices := range append([]int{4095, 5000}, numbers...) {
		t.Run(fmt.Sprintf("voices=%d", voices), func(t *testing.T) {
			const dimensions = 70
			c := newScene(voices, dimensions, voices)
			for i := range c.norm {
				var yes, no [64]int
				for k := range c.ids {
					w := c.said.Row(int(c.ids[k]))[i]
					for lane := range 64 {
						yes[lane] += int(w.Yes >> lane & 1)
						no[lane] += int(w.No >> lane & 1)
					}
				}
				vote := c.voices.Votes(c.voices.All(), i)
				yeses, noes := c.voices.engine().Counted()
				for lane := range 64 {
					y, n := yeses.At(lane), noes.At(lane)
					if y != yes[lane] || n != no[lane] {
						t.Fatalf("lane %d: %d, %d, want %d, %d", lane, y, n, yes[lane], no[lane])
					}
					if got := at(vote, lane); got != sign(int64(yes[lane]-no[lane])) {
						t.Fatalf("lane %d: %d of %d against %d", lane, got, yes[lane], no[lane])
					}
				}
			}
		})
	}
}

func sign(n int64) Belief {
	switch {
	case n > 0:
		return 1
	case n < 0:
		return -1
	}
	return 0
}
