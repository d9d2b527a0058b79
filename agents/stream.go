package agents

import (
	"hash/fnv"
	"math/bits"
)

// StreamVersion names how chance is drawn and used. Output of another version is another sample: results are the same to the
// last byte only within one version.
const StreamVersion = "1"

// Key stands for the chance of one purpose in one replicate: of a first belief, say, or of a channel's internalizing.
type Key uint64

// NewKey returns the key of a purpose, and of a name within it (a channel's), in one replicate of a seed. Different arguments give
// keys that are different but for chance, with probability 2^-64 for two of them.
func NewKey(seed, replicate uint64, purpose, name string) Key {
	h := fnv.New64a()
	h.Write([]byte(purpose))
	h.Write([]byte{0})
	h.Write([]byte(name))
	k, _ := philox(10, seed, replicate, h.Sum64())
	return Key(k)
}

// Stream is a sequence of random words that is a pure function of (key, tick, id), whatever was drawn before or beside it: the
// counter-based generator Philox2x64 with 6 rounds (Salmon, Moraes, Dror and Shaw, Parallel random numbers: as easy as 1, 2, 3,
// SC 2011). Its counter holds the number of the block, the tick and the id, so that no two streams of a key overlap. It is a
// Source of math/rand/v2, and of golang.org/x/exp/rand.
//
// A Stream is not safe for use by several goroutines at once; the streams of different ids are.
type Stream struct {
	key, at, block uint64
	spare          uint64
	held, heads    bool
}

// NewStream returns the stream of an id (a person or a unit, 0 to 2^32-1) at a tick (0 to 2^32-1).
func NewStream(k Key, tick, id int) *Stream {
	s := new(Stream)
	s.Reset(k, tick, id)
	return s
}

// Reset makes s the stream of an id at a tick, from its beginning.
func (s *Stream) Reset(k Key, tick, id int) {
	s.key, s.at, s.block, s.held = uint64(k), uint64(tick)<<32|uint64(uint32(id)), 0, false
}

// AllHeads makes every later coin of s that can come up heads do so, or ends this; Reset leaves it as it is. It serves tests of
// absorption: if a tick with every coin heads changes nothing, no tick can.
func (s *Stream) AllHeads(on bool) { s.heads = on }

// Uint64 returns the next random word. It takes half a Philox block: 6 multiplications every second call.
func (s *Stream) Uint64() uint64 {
	if s.held {
		s.held = false
		return s.spare
	}
	a, b := philox6(s.block, s.at, s.key)
	s.block++
	s.spare, s.held = b, true
	return a
}

// Coins returns independent coins, heads with probability p, decided in the given lanes only: a lane that is not given is 0. p is
// taken down to a multiple of 2^-63; at less than that, or NaN, no lane is heads, at 1 or more every lane.
//
// Every word drawn is one binary digit of 64 uniform numbers, which are compared with p from the highest digit on until all lanes
// are decided: about log2(lanes) + 1.3 words, and 1 where p is 1/2.
func (s *Stream) Coins(p float64, lanes uint64) uint64 {
	if lanes == 0 || !(p >= 0x1p-63) {
		return 0
	}
	if p >= 1 || s.heads {
		return lanes
	}
	var heads uint64
	for t := uint64(p*(1<<63)) << 1; t != 0 && lanes != 0; t <<= 1 {
		w := s.Uint64()
		if t>>63 != 0 {
			heads |= lanes &^ w
			lanes &= w
		} else {
			lanes &^= w
		}
	}
	return heads
}

// Coin is one coin, heads with probability p.
func (s *Stream) Coin(p float64) bool { return s.Coins(p, 1) != 0 }

// IntN returns a uniform integer in [0, n). It panics if n < 1.
func (s *Stream) IntN(n int) int {
	if n < 1 {
		panic("agents: IntN of less than 1")
	}
	hi, lo := bits.Mul64(s.Uint64(), uint64(n))
	if lo < uint64(n) {
		for least := -uint64(n) % uint64(n); lo < least; {
			hi, lo = bits.Mul64(s.Uint64(), uint64(n))
		}
	}
	return int(hi)
}

// Float64 returns a uniform multiple of 2^-53 in [0, 1).
func (s *Stream) Float64() float64 { return float64(s.Uint64()>>11) * 0x1p-53 }

const (
	philoxMultiplier = 0xD2B74407B1CE6E93
	philoxWeyl       = 0x9E3779B97F4A7C15
)

// philox is Philox2x64 with any number of rounds: the reference that the published test vectors check.
func philox(rounds int, c0, c1, key uint64) (uint64, uint64) {
	for range rounds {
		hi, lo := bits.Mul64(philoxMultiplier, c0)
		c0, c1 = hi^key^c1, lo
		key += philoxWeyl
	}
	return c0, c1
}

// philox6 is philox(6, ...) without the loop: 6 multiplications, 12 exclusive ors.
func philox6(c0, c1, key uint64) (uint64, uint64) {
	hi, lo := bits.Mul64(philoxMultiplier, c0)
	c0, c1, key = hi^key^c1, lo, key+philoxWeyl
	hi, lo = bits.Mul64(philoxMultiplier, c0)
	c0, c1, key = hi^key^c1, lo, key+philoxWeyl
	hi, lo = bits.Mul64(philoxMultiplier, c0)
	c0, c1, key = hi^key^c1, lo, key+philoxWeyl
	hi, lo = bits.Mul64(philoxMultiplier, c0)
	c0, c1, key = hi^key^c1, lo, key+philoxWeyl
	hi, lo = bits.Mul64(philoxMultiplier, c0)
	c0, c1, key = hi^key^c1, lo, key+philoxWeyl
	hi, lo = bits.Mul64(philoxMultiplier, c0)
	return hi ^ key ^ c1, lo
}
