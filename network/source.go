package network

// Source gives the random numbers that a structure is built with. *rand.Rand of math/rand/v2 is a
// Source, and so is the counter-based agents.Stream.
type Source interface {
	Uint64() uint64
	// IntN returns a uniform integer in [0, n) and panics if n < 1.
	IntN(n int) int
	// Float64 returns a uniform number in [0, 1).
	Float64() float64
	// Perm returns a uniform permutation of 0..n-1.
	Perm(n int) []int
	Shuffle(n int, swap func(i, j int))
}
