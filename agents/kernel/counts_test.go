package kernel

import (
	"math/bits"
	"math/rand/v2"
	"testing"
)

// maxTimes is the largest weight of a vote in package agents.
const maxTimes = 1 << 30

// slow is 64 counters, one at a time.
type slow [64]uint64

func (s *slow) addTimes(lanes uint64, n int) {
	for lane := range s {
		if lanes>>lane&1 != 0 {
			s[lane] += uint64(n)
		}
	}
}

// same fails unless c counts what s does, and holds nothing above its used planes.
func (c *Counts) same(t *testing.T, s *slow) {
	t.Helper()
	for lane, want := range s {
		if got := c.At(lane); got != int(want) {
			t.Fatalf("lane %d counts %d, want %d", lane, got, want)
		}
	}
	for _, plane := range c.planes[c.used:] {
		if plane != 0 {
			t.Fatal("planes that are not used hold something")
		}
	}
}

// randomCounts adds random numbers of random size up to maxTimes.
func randomCounts(draw *Stream) (*Counts, *slow) {
	c, s := new(Counts), new(slow)
	for range draw.IntN(30) {
		lanes := draw.Coins(draw.Float64(), ones)
		switch n := draw.IntN(maxTimes+1) >> draw.IntN(31); {
		case n == 0:
			c.Reset()
			*s = slow{}
		case n == 1:
			digit := draw.IntN(5)
			c.Add(lanes, digit)
			s.addTimes(lanes, 1<<digit)
		case n < 16:
			d := [4]uint64{draw.Uint64(), draw.Uint64(), draw.Uint64(), draw.Uint64()}
			c.AddDigits(d[0], d[1], d[2], d[3])
			for digit, lanes := range d {
				s.addTimes(lanes, 1<<digit)
			}
		case s.most()+uint64(n) < 1<<30: // an int of 32 bits must hold the sum of two
			c.AddTimes(lanes, n)
			s.addTimes(lanes, n)
		}
	}
	return c, s
}

func (s *slow) most() uint64 {
	most := uint64(0)
	for _, n := range s {
		most = max(most, n)
	}
	return most
}

func TestCounts(t *testing.T) {
	sum := new(Counts)
	for trial := range 500 {
		draw := NewStream(1991, trial, 0)
		a, x := randomCounts(draw)
		b, y := randomCounts(draw)
		a.same(t, x)
		more, less := a.Compare(b)
		var both, apart slow
		for lane := range 64 {
			isMore, isLess := more>>lane&1 != 0, less>>lane&1 != 0
			if isMore != (x[lane] > y[lane]) || isLess != (x[lane] < y[lane]) {
				t.Fatalf("lane %d: %d against %d", lane, x[lane], y[lane])
			}
			both[lane] = x[lane] + y[lane]
			apart[lane] = max(x[lane], y[lane]) - min(x[lane], y[lane])
		}
		sum.SetSum(a, b)
		sum.same(t, &both)
		thresholds(t, a, x, draw)
		a.SetDifference(b, more, less)
		a.same(t, &apart)
		b.same(t, y)
		lowered(t, draw, b, y)
	}
}

// lowered checks Lower and Raise: numbers less those of b, at least 0, and times 8.
func lowered(t *testing.T, draw *Stream, b *Counts, y *slow) {
	t.Helper()
	a, x := randomCounts(draw)
	a.Lower(b)
	for lane := range x {
		x[lane] -= min(x[lane], y[lane])
	}
	a.same(t, x)
	a.Raise(3)
	for lane := range x {
		x[lane] *= 8
	}
	a.same(t, x)
}

// thresholds compares Any, Is and AtLeast with the slow counters, at numbers that occur and at
// neighbouring ones.
func thresholds(t *testing.T, c *Counts, s *slow, draw *Stream) {
	t.Helper()
	lanes := draw.Uint64()
	most := int(s.most())
	one, other := int(s[0]), int(s[1])
	for _, n := range []int{-1, 0, 1, 2, one, one + 1, other - 1, most, most + 1, maxTimes} {
		for lane := range 64 {
			in := lanes>>lane&1 != 0
			if c.Any()>>lane&1 != 0 != (s[lane] != 0) {
				t.Fatalf("any in lane %d of %d", lane, s[lane])
			}
			if got := c.AtLeast(n, lanes)>>lane&1 != 0; got != (in && int(s[lane]) >= n) {
				t.Fatalf("atLeast(%d) in lane %d of %d is %v", n, lane, s[lane], got)
			}
			if got := c.Is(n, lanes)>>lane&1 != 0; n >= 0 && got != (in && int(s[lane]) == n) {
				t.Fatalf("is(%d) in lane %d of %d is %v", n, lane, s[lane], got)
			}
		}
	}
}

// Counting eight words at a time gives the same as one at a time.
func TestAddEight(t *testing.T) {
	const rounds = 400
	r := rand.New(rand.NewPCG(6, 0))
	var all, one Counts
	all.Add(^uint64(0), 40) // what was counted before
	all.Begin(bits.Len(8 * rounds))
	for n := range rounds {
		var w [8]uint64
		for k := range w {
			w[k] = r.Uint64() | r.Uint64()&r.Uint64()
			one.Add(w[k], 0)
		}
		all.AddEight(w[0], w[1], w[2], w[3], w[4], w[5], w[6], w[7])
		for lane := range 64 {
			if all.At(lane) != one.At(lane) {
				t.Fatalf("after %d times eight words lane %d counts %d, want %d", n+1, lane,
					all.At(lane), one.At(lane))
			}
		}
	}
}

// AboveTwice compares each counter with twice another.
func TestAboveTwice(t *testing.T) {
	draw := NewStream(4, 4, 4)
	for range 2000 {
		c, o := new(Counts), new(Counts)
		for range draw.IntN(6) {
			c.AddTimes(draw.Uint64(), 1+draw.IntN(9))
			one, other := draw.Uint64(), draw.Uint64()
			o.AddTimes(one&other, 1+draw.IntN(9))
		}
		above := c.AboveTwice(o)
		for lane := range 64 {
			if got, want := above>>lane&1 != 0, c.At(lane) > 2*o.At(lane); got != want {
				t.Fatalf("%d is above twice %d: %v", c.At(lane), o.At(lane), got)
			}
		}
	}
}
