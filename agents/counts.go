package agents

import "math/bits"

const mostDigits = 64

// counts are 64 counters side by side, bit-sliced: planes[j] holds binary digit j of each. They hold up to 2^63.
type counts struct {
	planes [mostDigits]uint64
	used   int // planes from here on are 0
}

func (c *counts) reset() {
	clear(c.planes[:c.used])
	c.used = 0
}

// add adds 2^digit in the given lanes: 2 operations per binary digit that carries in any lane.
func (c *counts) add(lanes uint64, digit int) {
	for lanes != 0 {
		c.planes[digit], lanes = c.planes[digit]^lanes, c.planes[digit]&lanes
		digit++
		if digit > c.used {
			c.used = digit
		}
	}
}

// addDigits adds four binary digits, the lowest first, in every lane.
func (c *counts) addDigits(d0, d1, d2, d3 uint64) {
	if c.used == 0 {
		c.planes[0], c.planes[1], c.planes[2], c.planes[3] = d0, d1, d2, d3
		c.used = 4
		return
	}
	p := (*[4]uint64)(c.planes[:4])
	var carry uint64
	p[0], carry = p[0]^d0, p[0]&d0
	p[1], carry = add3(p[1], d1, carry)
	p[2], carry = add3(p[2], d2, carry)
	p[3], carry = add3(p[3], d3, carry)
	c.add(carry, 4)
}

// addTimes adds n, at least 0, in the given lanes.
func (c *counts) addTimes(lanes uint64, n int) {
	for digit := 0; n>>digit != 0; digit++ {
		if n>>digit&1 != 0 {
			c.add(lanes, digit)
		}
	}
}

// sum makes c the sum of a and b.
func (c *counts) sum(a, b *counts) {
	c.reset()
	var carry uint64
	for c.used < max(a.used, b.used) || carry != 0 {
		x, y := a.planes[c.used], b.planes[c.used]
		c.planes[c.used] = x ^ y ^ carry
		carry = x&y | carry&(x|y)
		c.used++
	}
}

// any returns the lanes in which c is not 0.
func (c *counts) any() uint64 {
	var lanes uint64
	for _, plane := range c.planes[:c.used] {
		lanes |= plane
	}
	return lanes
}

// at is the counter of one lane.
func (c *counts) at(lane int) int {
	n := 0
	for j := range c.used {
		n |= int(c.planes[j]>>lane&1) << j
	}
	return n
}

// is returns the lanes, of those given, in which c is n, at least 0.
func (c *counts) is(n int, lanes uint64) uint64 {
	if n>>c.used != 0 {
		return 0
	}
	for j := range c.used {
		lanes &= ^(c.planes[j] ^ -uint64(n>>j&1))
	}
	return lanes
}

// compare returns the lanes in which c is more than o, and those in which it is less.
func (c *counts) compare(o *counts) (more, less uint64) {
	for j := max(c.used, o.used) - 1; j >= 0; j-- {
		differ := (c.planes[j] ^ o.planes[j]) &^ (more | less)
		more |= differ & c.planes[j]
		less |= differ & o.planes[j]
	}
	return more, less
}

// apart makes c the absolute difference of c and o, of which c is the larger in the lanes more and the smaller in the lanes less.
func (c *counts) apart(o *counts, more, less uint64) {
	c.used = max(c.used, o.used)
	var borrow uint64
	for j := range c.used {
		a := c.planes[j]&more | o.planes[j]&less
		b := o.planes[j]&more | c.planes[j]&less
		c.planes[j] = a ^ b ^ borrow
		borrow = ^a&(b|borrow) | b&borrow
	}
}

// atLeast returns the lanes, of those given, in which c is at least n.
func (c *counts) atLeast(n int, lanes uint64) uint64 {
	if n <= 0 {
		return lanes
	}
	if n>>c.used != 0 {
		return 0
	}
	var more, less uint64
	for j := c.used - 1; j >= 0; j-- {
		bit := -uint64(n >> j & 1)
		differ := (c.planes[j] ^ bit) &^ (more | less)
		more |= differ & c.planes[j]
		less |= differ & bit
	}
	return lanes &^ less
}

// Scores are the standings of people or units where lanes are replicates: bit-sliced numbers from 0, so many binary digits a row.
type Scores struct {
	planes []uint64
	digits int
}

// NewScores returns so many rows of numbers from 0 to most, all 0.
func NewScores(rows, most int) *Scores {
	digits := bits.Len(uint(most))
	return &Scores{planes: make([]uint64, rows*digits), digits: digits}
}

// Row is the number of row i in each replicate, in place: word j has its binary digit j.
func (s *Scores) Row(i int) []uint64 { return s.planes[i*s.digits : (i+1)*s.digits] }

// Of is the number of row i in the replicate of a lane.
func (s *Scores) Of(i, lane int) int {
	n := 0
	for j, plane := range s.Row(i) {
		n |= int(plane>>lane&1) << j
	}
	return n
}

// above are the lanes in which the number a is above b.
func above(a, b []uint64) uint64 {
	var more, less uint64
	for j := len(a) - 1; j >= 0; j-- {
		differ := (a[j] ^ b[j]) &^ (more | less)
		more |= differ & a[j]
		less |= differ & b[j]
	}
	return more
}

// Add adds 1 to the number of row i in the lanes of each of the words: some 7 operations a word.
func (s *Scores) Add(i int, words []uint64) {
	row := s.Row(i)
	for ; len(words) >= 8; words = words[8:] {
		w := words[:8]
		s.add(row, w)
	}
	if len(words) > 0 {
		var w [8]uint64
		copy(w[:], words)
		s.add(row, w[:])
	}
}

// add adds 8 words to a number that they do not make too large for its row.
func (s *Scores) add(row, w []uint64) {
	var digits [4]uint64
	digits[0], digits[1], digits[2], digits[3] = add8(w[0], w[1], w[2], w[3], w[4], w[5], w[6], w[7])
	var carry uint64
	for j := range row {
		if j < len(digits) {
			row[j], carry = add3(row[j], digits[j], carry)
		} else {
			row[j], carry = row[j]^carry, row[j]&carry
		}
	}
}
