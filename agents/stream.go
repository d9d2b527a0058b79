package agents

import "math/bits"

// StreamVersion names how chance is drawn and used. Output of another version is another sample: results are the same to the
// last byte only within one version.
const StreamVersion = "2"

// Key stands for the chance of one purpose in one replicate: of a first belief, say, or of a channel's internalizing.
type Key uint64

// NewKey returns the key of a purpose, and of a name within it (a channel's), in one replicate of a seed. Different arguments give
// keys that are different but for chance, with probability 2^-64 for two of them.
func NewKey(seed, replicate uint64, purpose, name string) Key {
	k, _ := philox(10, seed, replicate, fnv1a(fnv1a(fnvOffset, purpose)*fnvPrime, name))
	return Key(k)
}

const fnvOffset, fnvPrime = 0xcbf29ce484222325, 0x100000001b3

// fnv1a is the hash FNV-1a of Fowler, Noll and Vo, continued by a text. Multiplied once more it has read a byte of 0.
func fnv1a(hash uint64, text string) uint64 {
	for i := range len(text) {
		hash = (hash ^ uint64(text[i])) * fnvPrime
	}
	return hash
}

// Stream is chance that is a pure function of (key, tick, id), whatever was drawn before or beside it: random words of the counter-based
// generator Philox2x64 with 6 rounds (Salmon, Moraes, Dror and Shaw, Parallel random numbers: as easy as 1, 2, 3, SC 2011). Tick and id
// are one half of its counter; the other is where in the stream a word stands, so that no two words of a key are drawn from one place. It
// is a Source of math/rand/v2, and of golang.org/x/exp/rand.
//
// A Stream is not safe for use by several goroutines at once; the streams of different ids are.
type Stream struct {
	key, at uint64
	calls   uint64 // for coins
	words   uint64 // drawn one by one, in pairs
	spare   uint64
	asked   uint64 // see Asked
	open    []uint64
	flips   *wideFlips   // scratch
	first   [4][2]uint64 // scratch: see rounds
	held    bool
	heads   bool
	layout  layout
	lane    uint8 // of the replicate, where it is Apart
}

// layout is what the lanes of a word are, as far as chance goes.
type layout uint8

const (
	dimensions layout = iota // of one replicate: words may share what is drawn
	apart                    // dimensions of one replicate, which has the chance that it would have among replicates
	replicates               // of one dimension
)

// NewStream returns the stream of an id (a person or a unit, 0 to 2^32-1) at a tick (0 to 2^32-1).
func NewStream(k Key, tick, id int) *Stream {
	s := new(Stream)
	s.Reset(k, tick, id)
	return s
}

// Reset makes s the stream of an id at a tick, from its beginning.
func (s *Stream) Reset(k Key, tick, id int) {
	s.key, s.at, s.calls, s.words, s.held = uint64(k), counter(tick, id), 0, 0, false
}

// counter is the half of the counter that a tick and an id fill.
func counter(tick, id int) uint64 { return uint64(tick)<<32 | uint64(uint32(id)) }

// Drew reports whether s has given anything since its beginning.
func (s *Stream) Drew() bool { return s.calls != 0 || s.words != 0 }

// AllHeads makes every later coin of s that can come up heads do so, or ends this; Reset leaves it as it is. It serves tests of
// absorption: if a tick with every coin heads changes nothing, no tick can.
func (s *Stream) AllHeads(on bool) { s.heads = on }

// Uint64 returns the next random word. It takes half a Philox block: 6 multiplications every second call.
func (s *Stream) Uint64() uint64 {
	if s.held {
		s.held = false
		return s.spare
	}
	a, b := philox6(s.words, s.at, s.key)
	s.words++
	s.spare, s.held = b, true
	return a
}

// place is where the blocks for coins stand in a stream: the call that they serve, the word of its lanes, and what of it. They never meet
// those of words drawn one by one, which stand from 0 on. A key has 2^35 calls, of 2^20 words each.
func place(call, word, part uint64) uint64 { return 1<<63 | call<<28 | word<<8 | part }

// fairPart is the part of the fair coins of two words; the digits of others have parts from 0, and never more than 64.
const fairPart = 0xff

// Coin is one coin, heads with probability p, which is taken down to a multiple of 2^-63: half a Philox block.
func (s *Stream) Coin(p float64) bool {
	if !(p >= 0x1p-63) {
		return false
	}
	if p >= 1 || s.heads {
		return true
	}
	return s.Uint64()>>1 < uint64(int64(p*(1<<63)))
}

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

// firstRound is the first round of a block, but for key and counter, which come in with its first half.
func firstRound(place uint64) (hi, lo uint64) { return bits.Mul64(philoxMultiplier, place) }

// philox6 is philox(6, ...) without the loop: 6 multiplications, 12 exclusive ors.
func philox6(c0, c1, key uint64) (uint64, uint64) {
	hi, lo := bits.Mul64(philoxMultiplier, c0)
	return philox5(hi^key^c1, lo, key+philoxWeyl)
}

// philox6Twice is philox6 of c0 and of c0+1, which a processor works on side by side: their first words, and their second.
func philox6Twice(c0, c1, key uint64) (a, b, c, d uint64) {
	hx, lx := bits.Mul64(philoxMultiplier, c0)
	hy, ly := bits.Mul64(philoxMultiplier, c0+1)
	return philox5Twice(hx^key^c1, lx, hy^key^c1, ly, key+philoxWeyl)
}

// philox5 is the last 5 rounds. Each is written out, here and below: with a function for a round the compiler makes it a tenth slower.
func philox5(c0, c1, key uint64) (uint64, uint64) {
	hi, lo := bits.Mul64(philoxMultiplier, c0)
	c0, c1, key = hi^(key^c1), lo, key+philoxWeyl
	hi, lo = bits.Mul64(philoxMultiplier, c0)
	c0, c1, key = hi^(key^c1), lo, key+philoxWeyl
	hi, lo = bits.Mul64(philoxMultiplier, c0)
	c0, c1, key = hi^(key^c1), lo, key+philoxWeyl
	hi, lo = bits.Mul64(philoxMultiplier, c0)
	c0, c1, key = hi^(key^c1), lo, key+philoxWeyl
	hi, lo = bits.Mul64(philoxMultiplier, c0)
	return hi ^ (key ^ c1), lo
}

// philox5Twice is philox5 of two blocks.
func philox5Twice(x0, x1, y0, y1, key uint64) (a, b, c, d uint64) {
	hx, lx := bits.Mul64(philoxMultiplier, x0)
	hy, ly := bits.Mul64(philoxMultiplier, y0)
	x0, x1, y0, y1 = hx^(key^x1), lx, hy^(key^y1), ly
	key += philoxWeyl
	hx, lx = bits.Mul64(philoxMultiplier, x0)
	hy, ly = bits.Mul64(philoxMultiplier, y0)
	x0, x1, y0, y1 = hx^(key^x1), lx, hy^(key^y1), ly
	key += philoxWeyl
	hx, lx = bits.Mul64(philoxMultiplier, x0)
	hy, ly = bits.Mul64(philoxMultiplier, y0)
	x0, x1, y0, y1 = hx^(key^x1), lx, hy^(key^y1), ly
	key += philoxWeyl
	hx, lx = bits.Mul64(philoxMultiplier, x0)
	hy, ly = bits.Mul64(philoxMultiplier, y0)
	x0, x1, y0, y1 = hx^(key^x1), lx, hy^(key^y1), ly
	key += philoxWeyl
	hx, lx = bits.Mul64(philoxMultiplier, x0)
	hy, ly = bits.Mul64(philoxMultiplier, y0)
	return hx ^ (key ^ x1), lx, hy ^ (key ^ y1), ly
}
