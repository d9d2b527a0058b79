package kernel

import (
	"fmt"
	"math"
)

// MaxDraws is the most that one call of Binomial, Perm or Shuffle draws for.
const MaxDraws = math.MaxInt32

// mustDraw panics where a call asks for fewer than none, or for more than ends.
func mustDraw(what string, n int) {
	if n < 0 || n > MaxDraws {
		panic(fmt.Sprintf("agents: %s of %d, want 0 to %d", what, n, MaxDraws))
	}
}

// MaxWords is the largest number of words of a layer, of 16 bytes each, and of numbers, of 8.
const MaxWords = 1 << 33

// mustHold panics where so many rows of so many words, or numbers, are none, or too many: before
// memory is asked for.
func mustHold(rows, size, words int) {
	if rows < 0 || size < 0 || int64(size) > 64*MaxWords ||
		words > 0 && int64(rows) > MaxWords/int64(words) {
		panic(fmt.Sprintf("kernel: a layer of %d rows of %d, want 0 or more of each, and at most "+
			"%d words together", rows, size, int64(MaxWords)))
	}
}
