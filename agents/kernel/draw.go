package kernel

import (
	"math"
	randv2 "math/rand/v2"

	"golang.org/x/exp/rand" //lint:ignore SA1019 the one place that uses it
)

var (
	_ rand.Source   = (*Stream)(nil)
	_ randv2.Source = (*Stream)(nil)
)

// Seed moves s to the seed-th pair of its words, 0 to 2^36-1. The interface Source of
// golang.org/x/exp/rand needs it.
func (s *Stream) Seed(seed uint64) { s.words, s.left = seed, 0 }

// Perm returns a uniform permutation of 0..n-1. It panics unless n is 0 to MaxDraws.
func (s *Stream) Perm(n int) []int {
	mustDraw("Perm", n)
	return rand.New(s).Perm(n)
}

// Shuffle puts n items into a uniform order by swapping them. It panics unless n is 0 to MaxDraws.
func (s *Stream) Shuffle(n int, swap func(i, j int)) {
	mustDraw("Shuffle", n)
	rand.New(s).Shuffle(n, swap)
}

// NormFloat64 returns a standard normal number, rounded to a multiple of 2^-40. The rounding is
// needed because its tails use a logarithm, whose last bits differ between platforms.
func (s *Stream) NormFloat64() float64 {
	return math.Round(rand.New(s).NormFloat64()*(1<<40)) / (1 << 40)
}
