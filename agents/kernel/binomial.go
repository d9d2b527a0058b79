package kernel

import "math/bits"

// Binomial returns how many of n independent coins are heads, each with probability p, which is
// resolved as by Coins. It is exactly the binomial distribution. It panics where n is above
// MaxDraws.
//
// Each coin is a uniform number that is compared with p, digit by digit, as in Coins. Here only the
// count of these numbers matters. Of those that agree with p so far, as many have a next binary
// digit of 1 as there are heads among as many fair coins. On average half of them stay undecided.
// That takes about 2n/64 + 7 random words, 38 for n of 1,000.
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
