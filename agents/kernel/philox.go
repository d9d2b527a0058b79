package kernel

import "math/bits"

const (
	philoxMultiplier = 0xD2B74407B1CE6E93
	philoxWeyl       = 0x9E3779B97F4A7C15
)

// philox is Philox2x64 with any number of rounds. Tests compare it with published test vectors, and
// the faster functions below with it.
func philox(rounds int, c0, c1, key uint64) (uint64, uint64) {
	for range rounds {
		hi, lo := bits.Mul64(philoxMultiplier, c0)
		c0, c1 = hi^key^c1, lo
		key += philoxWeyl
	}
	return c0, c1
}

// firstRound is the first round of a block without key and counter. The caller xors these into the
// first half.
func firstRound(place uint64) (hi, lo uint64) { return bits.Mul64(philoxMultiplier, place) }

// philox6 is philox(6, ...) without the loop: 6 multiplications, 12 exclusive-ors.
func philox6(c0, c1, key uint64) (uint64, uint64) {
	hi, lo := bits.Mul64(philoxMultiplier, c0)
	return philox5(hi^key^c1, lo, key+philoxWeyl)
}

// philox6Twice is philox6 of c0 and of c0+1. It returns the two words of c0, then those of c0+1. A
// processor computes both at the same time.
func philox6Twice(c0, c1, key uint64) (a, b, c, d uint64) {
	hx, lx := bits.Mul64(philoxMultiplier, c0)
	hy, ly := bits.Mul64(philoxMultiplier, c0+1)
	return philox5Twice(hx^key^c1, lx, hy^key^c1, ly, key+philoxWeyl)
}

// philox5 is the last 5 of 6 rounds. Each round is written out, here and below. With a function per
// round the compiler makes it a tenth slower.
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
