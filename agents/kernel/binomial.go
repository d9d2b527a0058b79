package kernel

import "math/bits"

// Binomial returns how many of n independent coins are heads, each with probability p. p is rounded
// down as in Coins. The distribution is exactly binomial. It panics if n is above MaxDraws.
//
// Each coin is a uniform number that is compared with p, digit by digit, as in Coins. Here only the
// number of coins matters that agree with p so far. How many of them have a next digit of 1 is the
// number of heads among as many fair coins. On average half of them stay undecided. That takes
// about 2n/64 + 7 random words, 38 for n of 1,000.
func (s *Stream) Binomial(n int, p float64) int {
	mustDraw("Binomial", max(n, 0))
	if n <= 0 || !(p >= 0x1p-63) {
		return 0
	}
	if p >= 1 || s.heads {
		return n
	}
	heads := 0
	for t := uint64(p*(1<<63)) << 1; t != 0 && n > 0; t <<= 1 {
		ones := s.fair(n)
		if t>>63 != 0 {
			heads += n - ones
			n = ones
		} else {
			n -= ones
		}
	}
	return heads
}

// fair counts the heads of n fair coins: 64 bits a random word.
func (s *Stream) fair(n int) int {
	heads := 0
	for ; n >= 64; n -= 64 {
		heads += bits.OnesCount64(s.Uint64())
	}
	if n > 0 {
		heads += bits.OnesCount64(s.Uint64() & (1<<uint(n) - 1))
	}
	return heads
}
