package kernel

// MostDigits is the number of binary digits that a Counts has room for.
const MostDigits = 64

// Counts are 64 counters, one a lane. They are bit-sliced: plane j holds binary digit j of each.
// They count up to 2^63. The zero value counts 0.
type Counts struct {
	planes [MostDigits]uint64
	used   int // planes from here on are 0
}

// Reset makes all counters 0.
func (c *Counts) Reset() {
	clear(c.planes[:c.used])
	c.used = 0
}

// Planes returns the binary digits in use, the lowest first. They must not be changed.
func (c *Counts) Planes() []uint64 { return c.planes[:c.used] }

// Keep sets the counters of all lanes but the given ones to 0.
func (c *Counts) Keep(lanes uint64) {
	for j := range c.planes[:c.used] {
		c.planes[j] &= lanes
	}
}

// Add adds 2^digit in the given lanes: 16 bytes and 2 operations for each binary digit that carries
// in any lane.
func (c *Counts) Add(lanes uint64, digit int) {
	for lanes != 0 {
		c.planes[digit], lanes = c.planes[digit]^lanes, c.planes[digit]&lanes
		digit++
		if digit > c.used {
			c.used = digit
		}
	}
}

// AddDigits adds, in every lane, a number given by four binary digits, the lowest first. It takes
// 64 bytes and about 20 operations.
func (c *Counts) AddDigits(d0, d1, d2, d3 uint64) {
	if c.used == 0 {
		c.planes[0], c.planes[1], c.planes[2], c.planes[3] = d0, d1, d2, d3
		c.used = 4
		return
	}
	p := (*[4]uint64)(c.planes[:4])
	var carry uint64
	p[0], carry = p[0]^d0, p[0]&d0
	p[1], carry = Add3(p[1], d1, carry)
	p[2], carry = Add3(p[2], d2, carry)
	p[3], carry = Add3(p[3], d3, carry)
	c.Add(carry, 4)
}

// Begin sets all counters to 0, for a number of calls of AddEight in which no counter needs more
// than the given digits.
func (c *Counts) Begin(digits int) {
	c.Reset()
	c.used = max(digits, 7)
}

// AddEight adds 1 in the lanes of each of eight words: about 50 operations, and no branch on the
// counts. No counter may need more digits than Begin was given.
func (c *Counts) AddEight(w0, w1, w2, w3, w4, w5, w6, w7 uint64) {
	p := &c.planes
	sum, a := Add3(p[0], w0, w1)
	sum, b := Add3(sum, w2, w3)
	sum, d := Add3(sum, w4, w5)
	sum, e := Add3(sum, w6, w7)
	p[0] = sum
	sum, a = Add3(p[1], a, b)
	sum, b = Add3(sum, d, e)
	p[1] = sum
	sum, carry := Add3(p[2], a, b)
	p[2] = sum
	p[3], carry = p[3]^carry, p[3]&carry
	p[4], carry = p[4]^carry, p[4]&carry
	p[5], carry = p[5]^carry, p[5]&carry
	p[6], carry = p[6]^carry, p[6]&carry
	for j := 7; j < c.used; j++ {
		p[j], carry = p[j]^carry, p[j]&carry
	}
}

// AddTimes adds n in the given lanes. n is at least 0.
func (c *Counts) AddTimes(lanes uint64, n int) {
	for digit := 0; n>>digit != 0; digit++ {
		if n>>digit&1 != 0 {
			c.Add(lanes, digit)
		}
	}
}

// Raise multiplies all counters by 2^digits. Their digits must have room.
func (c *Counts) Raise(digits int) {
	if c.used > 0 {
		copy(c.planes[digits:], c.planes[:c.used])
		clear(c.planes[:digits])
		c.used += digits
	}
}

// Lower subtracts o in every lane. A counter below that of o becomes 0.
func (c *Counts) Lower(o *Counts) {
	more, _ := c.Compare(o)
	c.SetDifference(o, more, 0)
}

// SetSum makes c the sum of a and b: 24 bytes and 7 operations a binary digit.
func (c *Counts) SetSum(a, b *Counts) {
	c.Reset()
	var carry uint64
	for c.used < max(a.used, b.used) || carry != 0 {
		x, y := a.planes[c.used], b.planes[c.used]
		c.planes[c.used] = x ^ y ^ carry
		carry = x&y | carry&(x|y)
		c.used++
	}
}

// Any returns the lanes in which c is not 0.
func (c *Counts) Any() uint64 {
	var lanes uint64
	for _, plane := range c.planes[:c.used] {
		lanes |= plane
	}
	return lanes
}

// At returns the counter of one lane.
func (c *Counts) At(lane int) int {
	n := 0
	for j := range c.used {
		n |= int(c.planes[j]>>lane&1) << j
	}
	return n
}

// Is returns those of the given lanes in which c equals n, which is at least 0. It takes 8 bytes
// and 3 operations a binary digit.
func (c *Counts) Is(n int, lanes uint64) uint64 {
	if n>>c.used != 0 {
		return 0
	}
	for j := range c.used {
		lanes &= ^(c.planes[j] ^ -uint64(n>>j&1))
	}
	return lanes
}

// Compare returns the lanes in which c is more than o, and those in which it is less. It takes 16
// bytes and 7 operations a binary digit.
func (c *Counts) Compare(o *Counts) (more, less uint64) {
	for j := max(c.used, o.used) - 1; j >= 0; j-- {
		differ := (c.planes[j] ^ o.planes[j]) &^ (more | less)
		more |= differ & c.planes[j]
		less |= differ & o.planes[j]
	}
	return more, less
}

// AboveTwice returns the lanes in which c is more than twice o, which must be below 2^62. It takes
// 16 bytes and 7 operations a binary digit.
func (c *Counts) AboveTwice(o *Counts) (more uint64) {
	var less uint64
	for j := max(c.used, o.used+1) - 1; j >= 0; j-- {
		a, b := c.planes[j], uint64(0)
		if j > 0 {
			b = o.planes[j-1]
		}
		differ := (a ^ b) &^ (more | less)
		more |= differ & a
		less |= differ & b
	}
	return more
}

// SetDifference sets c to the absolute difference of c and o. more and less are what Compare
// returned: the lanes in which c is larger and smaller.
func (c *Counts) SetDifference(o *Counts, more, less uint64) {
	c.used = max(c.used, o.used)
	var borrow uint64
	for j := range c.used {
		a := c.planes[j]&more | o.planes[j]&less
		b := o.planes[j]&more | c.planes[j]&less
		c.planes[j] = a ^ b ^ borrow
		borrow = ^a&(b|borrow) | b&borrow
	}
}

// AtLeast returns those of the given lanes in which c is at least n. It takes 8 bytes and 7
// operations a binary digit.
func (c *Counts) AtLeast(n int, lanes uint64) uint64 {
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
