package agents

import "orglearn/agents/kernel"

// StreamVersion names the way in which random numbers are drawn and used. Within one version
// results are the same to the last byte. Another version gives another random sample.
const StreamVersion = "3"

// Stream holds the random numbers of one person or unit at one tick, for one purpose. They depend
// only on the stream's key, tick and id, not on what other streams draw.
//
// Its words are those of the counter-based generator Philox2x64 with 6 rounds (Salmon, Moraes, Dror
// and Shaw, Parallel random numbers: as easy as 1, 2, 3, SC 2011). It is a Source of math/rand/v2.
//
// Several goroutines must not use one Stream at once. They may use the streams of different ids.
type Stream kernel.Stream

// NewStream returns a stream for tests of rules. Different seeds give different numbers. In a model
// the engine makes the streams.
func NewStream(seed uint64) *Stream {
	return (*Stream)(kernel.NewStream(kernel.NewKey(seed, 0, "", ""), 0, 0))
}

// Coins throws an independent coin in each of the given lanes. It returns the lanes that are heads.
// A given lane is heads with probability p, and other lanes are 0.
//
// p is rounded down to a multiple of 2^-63. Below that, or for NaN, no lane is heads. At 1 or more
// every given lane is heads. Fewer given lanes cost less, so give only those that matter.
func (s *Stream) Coins(p float64, lanes uint64) uint64 {
	return s.engine().Coins(p, lanes)
}

// Flip throws coins, as Coins does, in several words at once. It replaces each word, the lanes
// asked for, by the lanes that are heads. It costs less than a call of Coins per word, because
// words share random numbers.
//
// Calls of Coins and Flip are numbered. The coins of a call depend on its number, the word and the
// lane, not on what other calls ask for. Where lanes are replicates (see Lanewise), they depend on
// nothing else.
func (s *Stream) Flip(p float64, lanes []uint64) { s.engine().Flip(p, lanes) }

// Skip counts a number of calls of Coins or Flip as made, without drawing. A rule that sometimes
// makes fewer calls skips the rest. Then its later calls have the same numbers, and give the same
// coins.
func (s *Stream) Skip(calls int) { s.engine().Skip(calls) }

// Open returns scratch space of a number of words, in which a rule can pass lanes to Flip. It is
// valid until the next call of Open.
func (s *Stream) Open(words int) []uint64 { return s.engine().Open(words) }

// Coin throws one coin. It is true with probability p, which is rounded down to a multiple of
// 2^-63.
func (s *Stream) Coin(p float64) bool { return s.engine().Coin(p) }

// Binomial returns how many of n independent coins are heads, each with probability p. The
// distribution is exactly binomial. A call takes about 2n/64 + 7 random words. Like Perm and
// Shuffle it panics if n is above 2^31-1.
func (s *Stream) Binomial(n int, p float64) int { return s.engine().Binomial(n, p) }

// IntN returns a uniform integer in [0, n). It panics if n < 1.
func (s *Stream) IntN(n int) int { return s.engine().IntN(n) }

// Uint64 returns the next random word: 64 fair bits.
func (s *Stream) Uint64() uint64 { return s.engine().Uint64() }

// Float64 returns a uniform multiple of 2^-53 in [0, 1).
func (s *Stream) Float64() float64 { return s.engine().Float64() }

// NormFloat64 returns a standard normal number, rounded to a multiple of 2^-40.
func (s *Stream) NormFloat64() float64 { return s.engine().NormFloat64() }

// Perm returns a uniform permutation of 0..n-1.
func (s *Stream) Perm(n int) []int { return s.engine().Perm(n) }

// Shuffle puts n items into a uniform order by swapping them.
func (s *Stream) Shuffle(n int, swap func(i, j int)) { s.engine().Shuffle(n, swap) }

// engine returns s as the type of package kernel.
func (s *Stream) engine() *kernel.Stream { return (*kernel.Stream)(s) }
