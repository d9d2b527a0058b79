package kernel

import "math/bits"

// Stream is a sequence of random numbers. They depend only on the stream's key, tick and id, not on
// what other streams draw.
//
// Its words are those of the counter-based generator Philox2x64 with 6 rounds (Salmon, Moraes, Dror
// and Shaw, Parallel random numbers: as easy as 1, 2, 3, SC 2011). Tick and id are one half of the
// counter. The other half is the position of a block in the stream. So no two words of a key come
// from the same position. A Stream is a Source of math/rand/v2, and of golang.org/x/exp/rand.
//
// Several goroutines must not use one Stream at once. They may use the streams of different ids.
type Stream struct {
	key, at uint64
	calls   uint64 // number of calls of Coins and Flip
	words   uint64 // number of blocks whose words are drawn one by one
	ahead   [3]uint64
	left    int    // the next word is ahead[left-1]
	asked   uint64 // see Asked
	open    []uint64
	flips   *wideFlips   // scratch
	first   [4][2]uint64 // scratch: see rounds
	heads   bool
	layout  layout
	lane    uint8 // of the replicate, in the layout apart
}

// NewStream returns the stream of an id (a person or a unit, 0 to 2^32-1) at a tick
// (0 to 2^32-1).
func NewStream(k Key, tick, id int) *Stream {
	s := new(Stream)
	s.Reset(k, tick, id)
	return s
}

// Reset makes s the stream of an id at a tick, at its beginning.
func (s *Stream) Reset(k Key, tick, id int) {
	s.key, s.at, s.calls, s.words, s.left = uint64(k), counter(tick, id), 0, 0, 0
}

// counter returns the half of the counter that tick and id fill.
func counter(tick, id int) uint64 { return uint64(tick)<<32 | uint64(uint32(id)) }

// Branch makes s its n-th branch, which has other random numbers. Branch 0 is s.
func (s *Stream) Branch(n int) {
	if n != 0 {
		s.key, _ = philox6(uint64(n), ^uint64(0), s.key)
	}
}

// Skip counts a number of calls of Coins or Flip as made. It draws nothing.
func (s *Stream) Skip(calls int) { s.calls += uint64(calls) }

// Drew reports whether s was used since its beginning.
func (s *Stream) Drew() bool { return s.calls != 0 || s.words != 0 }

// AllHeads switches on or off that every coin which can come up heads does. Reset does not change
// it. It serves tests of absorption: if a tick with all heads changes nothing, no tick can.
func (s *Stream) AllHeads(on bool) { s.heads = on }

// Uint64 returns the next random word. The first two are one Philox block. From then on two blocks
// are computed side by side: 12 multiplications every fourth call.
func (s *Stream) Uint64() uint64 {
	if s.left > 0 {
		s.left--
		return s.ahead[s.left]
	}
	return s.more()
}

func (s *Stream) more() (next uint64) {
	if s.words == 0 {
		next, s.ahead[0] = philox6(0, s.at, s.key)
		s.words, s.left = 1, 1
		return next
	}
	next, s.ahead[2], s.ahead[1], s.ahead[0] = philox6Twice(s.words, s.at, s.key)
	s.words, s.left = s.words+2, 3
	return next
}

// IntN returns a uniform integer in [0, n). It panics if n < 1.
func (s *Stream) IntN(n int) int {
	if n < 1 {
		panic("agents: IntN of less than 1")
	}
	hi, lo := bits.Mul64(s.Uint64(), uint64(n))
	if lo < uint64(n) {
		hi = s.again(hi, lo, uint64(n))
	}
	return int(hi)
}

// again draws until the product of a word and n is not one of those that would make some integers
// more likely than others. It returns the upper half of the product.
func (s *Stream) again(hi, lo, n uint64) uint64 {
	for least := -n % n; lo < least; {
		hi, lo = bits.Mul64(s.Uint64(), n)
	}
	return hi
}

// Float64 returns a uniform multiple of 2^-53 in [0, 1).
func (s *Stream) Float64() float64 { return float64(s.Uint64()>>11) * 0x1p-53 }

// Coin throws one coin. It is heads with probability p, which is rounded down to a multiple of
// 2^-63. It takes half a Philox block.
func (s *Stream) Coin(p float64) bool { return s.Toss(OddsOf(p)) }

// Odds is the probability of heads, in units of 2^-63.
type Odds uint64

const sure Odds = 1 << 63

// OddsOf returns the odds of a probability, rounded down. Below 2^-63, or for NaN, they are 0.
func OddsOf(p float64) Odds {
	switch {
	case !(p >= 0x1p-63):
		return 0
	case p >= 1:
		return sure
	}
	return Odds(int64(p * (1 << 63)))
}

// HalfOdds is a probability in units of 2^-32, rounded down. A coin of which half a word decides is
// heads if that half is less. So one word is two coins.
func HalfOdds(p float64) uint64 { return uint64(OddsOf(p) >> 31) }

// Toss throws one coin of the given odds. It draws nothing if the odds are 0 or sure.
func (s *Stream) Toss(odds Odds) bool {
	switch {
	case odds == 0:
		return false
	case odds == sure || s.heads:
		return true
	}
	return Odds(s.Uint64()>>1) < odds
}

// Open returns scratch space of a number of words, in which to pass lanes to Flip. It is valid
// until the next call of Open.
func (s *Stream) Open(words int) []uint64 {
	if uint(cap(s.open)) < uint(words) {
		mustDraw("Open", words)
		s.open = make([]uint64, words)
	}
	return s.open[:words]
}
