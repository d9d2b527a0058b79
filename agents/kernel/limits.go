package kernel

import (
	"fmt"
	"math"
)

// MaxDraws is the largest n of Binomial, Perm and Shuffle.
const MaxDraws = math.MaxInt32

// mustDraw panics if n is negative or above MaxDraws.
func mustDraw(what string, n int) {
	if n < 0 || n > MaxDraws {
		panic(fmt.Sprintf("agents: %s of %d, want 0 to %d", what, n, MaxDraws))
	}
}

// MaxWords is the largest number of words of a layer, of 16 bytes in a Layer and of 8 in a
// RealLayer, and no more than memory can address.
const MaxWords = min(1<<33, math.MaxInt/16)

// mustHold panics if a layer of these sizes is impossible or too large, before memory is allocated.
func mustHold(rows, size, words int) {
	if rows < 0 || size < 0 || int64(size) > 64*MaxWords ||
		words > 0 && int64(rows) > MaxWords/int64(words) {
		panic(fmt.Sprintf("kernel: a layer of %d rows of %d, want 0 or more of each, and at most "+
			"%d words together", rows, size, int64(MaxWords)))
	}
}
