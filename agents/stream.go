package agents

import "orglearn/agents/kernel"

// StreamVersion names how chance is drawn and used. Results are the same to the last byte within
// one version. Another version gives another sample.
const StreamVersion = "3"

// Stream is the chance of one person or unit at one tick, for one purpose. It is a pure function of
// its key, tick and id, whatever was drawn before or beside it.
//
// Its words are those of the counter-based generator Philox2x64 with 6 rounds (Salmon, Moraes, Dror
// and Shaw, Parallel random numbers: as easy as 1, 2, 3, SC 2011). It is a Source of math/rand/v2.
//
// A Stream is not safe for use by several goroutines at once. The streams of different ids are.
type Stream kernel.Stream

// NewStream returns a stream for tests of rules. Different seeds give different chance. In a model
// the engine gives everybody his.
func NewStream(seed uint64) *Stream {
	return (*Stream)(kernel.NewStream(kernel.NewKey(seed, 0, "", ""), 0, 0))
}

// Coins returns independent coins, one a lane, decided in the given lanes only: a lane that is not
// given is 0, and the others are 1 with probability p.
//
// p is taken down to a multiple of 2^-63. At less than that, or NaN, no lane is heads; at 1 or more
// every lane is. The fewer lanes are given the less it costs: give those that matter.
func (s *Stream) Coins(p float64, lanes uint64) uint64 {
	return s.engine().Coins(p, lanes)
}

// Flip is Coins in several words at once. Each word comes as the lanes asked and goes as those that
// are heads. It costs less than Coins for each, because words share what is drawn.
//
// Coins and Flip number their calls. The coins of a call depend on its number, the word and the
// lane, and where lanes are replicates (see Lanewise) on nothing else: what other calls ask does
// not matter.
func (s *Stream) Flip(p float64, lanes []uint64) { s.engine().Flip(p, lanes) }

// Skip counts so many calls of Coins or Flip as made. It draws nothing. A rule that makes several
// calls, but sometimes not all of them, skips the rest: then later calls give the same coins either
// way.
func (s *Stream) Skip(calls int) { s.engine().Skip(calls) }

// Open returns room for the lanes of so many words, for a rule to pass to Flip. It is valid until
// the next call.
func (s *Stream) Open(words int) []uint64 { return s.engine().Open(words) }

// Coin is one coin: true with probability p, which is taken down to a multiple of 2^-63.
func (s *Stream) Coin(p float64) bool { return s.engine().Coin(p) }

// Binomial returns how many of n independent coins are heads, each with probability p. It is
// exactly the binomial distribution, and takes about 2n/64 + 7 random words. It panics, as Perm and
// Shuffle do, where n is above 2^31-1.
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

// engine is s as the engine has it.
func (s *Stream) engine() *kernel.Stream { return (*kernel.Stream)(s) }
