package kernel

import "math/bits"

// steps are up to four digits of p, each all ones or all zeros, as under takes them: the first,
// each of the others ^ the one before, and in the end the last.
type steps [5]uint64

func stepsOf(digits uint64, n int) (s steps) {
	for i := range n {
		d := first(digits << i)
		s[i], s[4] = d^s[4], d
	}
	return s
}

// under is which of 64 numbers are less than p, by four digits: 2 operations each, the last first.
// A word is 1 where the number's digit is that of p. less says which are less by the digits after
// these.
func (s *steps) under(a, b, c, d, less uint64) uint64 {
	return ((((less^s[4])&d^s[3])&c^s[2])&b^s[1])&a ^ s[0]
}

// under3 is under for three digits.
func (s *steps) under3(a, b, c, less uint64) uint64 {
	return (((less^s[4])&c^s[2])&b^s[1])&a ^ s[0]
}

// digit compares a digit of p, all ones or all zeros, with 64 random ones. A random bit of 1 says
// that the two are the same, and then the lane is still open. Of the others those are heads whose
// digit is less.
func digit(d, random, open, heads uint64) (stillOpen, headsNow uint64) {
	still := open & random
	return still, heads | (open^still)&d
}

// few coins are likely to be decided by four digits.
const few = 2

// first is all ones where the first digit is 1, else all zeros.
func first(digits uint64) uint64 { return uint64(int64(digits) >> 63) }

// compare decides the coins of one word: 2 digits a block, and 12 operations beside it. It draws
// four blocks, or two for a few coins, before it looks whether a coin is open, because that is what
// a processor cannot guess.
func (s *Stream) compare(place, digits, open uint64) (heads uint64) {
	if bits.OnesCount64(open) > few {
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
	open, heads = digit(first(digits), a, open, heads)
	open, heads = digit(first(digits<<1), b, open, heads)
	open, heads = digit(first(digits<<2), c, open, heads)
	return digit(first(digits<<3), d, open, heads)
}

// pair decides the coins of two words. For the first three digits each has words of its own. By
// then few lanes are open, and where none is open in both one word serves both.
func (s *Stream) pair(place, digits, x, y uint64) (xHeads, yHeads uint64) {
	a, b, c, d := philox6Twice(place, s.at, s.key)
	e, f := philox6(place+2, s.at, s.key)
	x, xHeads = digit(first(digits), a, x, 0)
	y, yHeads = digit(first(digits), b, y, 0)
	x, xHeads = digit(first(digits<<1), c, x, xHeads)
	y, yHeads = digit(first(digits<<1), d, y, yHeads)
	x, xHeads = digit(first(digits<<2), e, x, xHeads)
	y, yHeads = digit(first(digits<<2), f, y, yHeads)
	xOn, yOn := s.pairOn(place+3, digits<<3, x, y)
	return xHeads | xOn, yHeads | yOn
}

// pairOn is pair from the fourth digit on.
func (s *Stream) pairOn(place, digits, x, y uint64) (xHeads, yHeads uint64) {
	for x&y != 0 && digits != 0 {
		a, b := philox6(place, s.at, s.key)
		x, xHeads = digit(first(digits), a, x, xHeads)
		y, yHeads = digit(first(digits), b, y, yHeads)
		place, digits = place+1, digits<<1
	}
	open, heads := s.compare4(place, digits, x|y, 0)
	if open != 0 {
		heads |= s.compare(place+2, digits<<4, open)
	}
	return xHeads | heads&x, yHeads | heads&y
}
