package kernel

import "math/bits"

// steps holds up to four digits of p, each all ones or all zeros, in the form that under needs. It
// has the first digit, then each later one exclusive-or the one before, and at the end the last.
type steps [5]uint64

func stepsOf(digits uint64, n int) (s steps) {
	for i := range n {
		d := firstDigit(digits << i)
		s[i], s[4] = d^s[4], d
	}
	return s
}

// under returns which of 64 numbers are less than p, by four digits: 2 operations each, the last
// first. A bit of a, b, c or d is 1 where the number's digit equals that of p. less says which
// numbers are less by the digits after these four.
func (s *steps) under(a, b, c, d, less uint64) uint64 {
	return ((((less^s[4])&d^s[3])&c^s[2])&b^s[1])&a ^ s[0]
}

// under3 is under for three digits.
func (s *steps) under3(a, b, c, less uint64) uint64 {
	return (((less^s[4])&c^s[2])&b^s[1])&a ^ s[0]
}

// digit compares one digit of p, all ones or all zeros, with the digits of 64 numbers. A bit of
// random is 1 where the two are equal, and then the lane stays open. In other lanes the coin is
// heads if the number's digit is less.
func digit(d, random, open, heads uint64) (stillOpen, headsNow uint64) {
	still := open & random
	return still, heads | (open^still)&d
}

// fewCoins is the number of coins up to which four digits probably decide all.
const fewCoins = 2

// firstDigit returns all ones if the first digit is 1, else all zeros.
func firstDigit(digits uint64) uint64 { return uint64(int64(digits) >> 63) }

// compare decides the coins of one word. It takes a block per 2 digits, and 12 operations. It draws
// four blocks, or two for few coins, before it checks for open coins, because a processor cannot
// predict that check.
func (s *Stream) compare(place, digits, open uint64) (heads uint64) {
	if bits.OnesCount64(open) > fewCoins {
		open, heads = s.compare4(place, digits, open, heads)
		place, digits = place+2, digits<<4
	}
	for open != 0 && digits != 0 {
		open, heads = s.compare4(place, digits, open, heads)
		place, digits = place+2, digits<<4
	}
	return heads
}

// compare4 compares four digits.
func (s *Stream) compare4(place, digits, open, heads uint64) (stillOpen, headsNow uint64) {
	a, b, c, d := philox6Twice(place, s.at, s.key)
	open, heads = digit(firstDigit(digits), a, open, heads)
	open, heads = digit(firstDigit(digits<<1), b, open, heads)
	open, heads = digit(firstDigit(digits<<2), c, open, heads)
	return digit(firstDigit(digits<<3), d, open, heads)
}

// pair decides the coins of two words. For the first three digits each word has its own random
// words. Then few lanes are open. From there on, if no lane is open in both, one random word serves
// both.
func (s *Stream) pair(place, digits, x, y uint64) (xHeads, yHeads uint64) {
	a, b, c, d := philox6Twice(place, s.at, s.key)
	e, f := philox6(place+2, s.at, s.key)
	x, xHeads = digit(firstDigit(digits), a, x, 0)
	y, yHeads = digit(firstDigit(digits), b, y, 0)
	x, xHeads = digit(firstDigit(digits<<1), c, x, xHeads)
	y, yHeads = digit(firstDigit(digits<<1), d, y, yHeads)
	x, xHeads = digit(firstDigit(digits<<2), e, x, xHeads)
	y, yHeads = digit(firstDigit(digits<<2), f, y, yHeads)
	xOn, yOn := s.pairOn(place+3, digits<<3, x, y)
	return xHeads | xOn, yHeads | yOn
}

// pairOn is pair from the fourth digit on.
func (s *Stream) pairOn(place, digits, x, y uint64) (xHeads, yHeads uint64) {
	for x&y != 0 && digits != 0 {
		a, b := philox6(place, s.at, s.key)
		x, xHeads = digit(firstDigit(digits), a, x, xHeads)
		y, yHeads = digit(firstDigit(digits), b, y, yHeads)
		place, digits = place+1, digits<<1
	}
	open, heads := s.compare4(place, digits, x|y, 0)
	if open != 0 {
		heads |= s.compare(place+2, digits<<4, open)
	}
	return xHeads | heads&x, yHeads | heads&y
}
