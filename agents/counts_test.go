package agents

import (
	"fmt"
	"testing"
)

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
func (c *counts) same(t *testing.T, s *slow) {
	t.Helper()
	for lane, want := range s {
		if got := c.at(lane); got != int(want) {
			t.Fatalf("lane %d counts %d, want %d", lane, got, want)
		}
	}
	for _, plane := range c.planes[c.used:] {
		if plane != 0 {
			t.Fatal("planes that are not used hold something")
		}
	}
}

// randomCounts adds random numbers of random size up to MaxWeight.
func randomCounts(draw *Stream) (*counts, *slow) {
	c, s := new(counts), new(slow)
	for range draw.IntN(30) {
		lanes := draw.Coins(draw.Float64(), ones)
		switch n := draw.IntN(MaxWeight+1) >> draw.IntN(31); {
		case n == 0:
			c.reset()
			*s = slow{}
		case n == 1:
			digit := draw.IntN(5)
			c.add(lanes, digit)
			s.addTimes(lanes, 1<<digit)
		case n < 16:
			d := [4]uint64{draw.Uint64(), draw.Uint64(), draw.Uint64(), draw.Uint64()}
			c.addDigits(d[0], d[1], d[2], d[3])
			for digit, lanes := range d {
				s.addTimes(lanes, 1<<digit)
			}
		case s.most()+uint64(n) < 1<<30: // an int of 32 bits must hold the sum of two
			c.addTimes(lanes, n)
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
	sum := new(counts)
	for trial := range 500 {
		draw := NewStream(1991, trial, 0)
		a, x := randomCounts(draw)
		b, y := randomCounts(draw)
		a.same(t, x)
		more, less := a.compare(b)
		var both, apart slow
		for lane := range 64 {
			if more>>lane&1 != 0 != (x[lane] > y[lane]) || less>>lane&1 != 0 != (x[lane] < y[lane]) {
				t.Fatalf("lane %d: %d against %d", lane, x[lane], y[lane])
			}
			both[lane] = x[lane] + y[lane]
			apart[lane] = max(x[lane], y[lane]) - min(x[lane], y[lane])
		}
		sum.sum(a, b)
		sum.same(t, &both)
		thresholds(t, a, x, draw)
		a.apart(b, more, less)
		a.same(t, &apart)
		b.same(t, y)
	}
}

// thresholds holds any, is and atLeast against the slow counters, at numbers that occur and beside them.
func thresholds(t *testing.T, c *counts, s *slow, draw *Stream) {
	t.Helper()
	lanes := draw.Uint64()
	for _, n := range []int{-1, 0, 1, 2, int(s[0]), int(s[0]) + 1, int(s[1]) - 1, int(s.most()), int(s.most()) + 1, MaxWeight} {
		for lane := range 64 {
			in := lanes>>lane&1 != 0
			if c.any()>>lane&1 != 0 != (s[lane] != 0) {
				t.Fatalf("any in lane %d of %d", lane, s[lane])
			}
			if got := c.atLeast(n, lanes)>>lane&1 != 0; got != (in && int(s[lane]) >= n) {
				t.Fatalf("atLeast(%d) in lane %d of %d is %v", n, lane, s[lane], got)
			}
			if got := c.is(n, lanes)>>lane&1 != 0; n >= 0 && got != (in && int(s[lane]) == n) {
				t.Fatalf("is(%d) in lane %d of %d is %v", n, lane, s[lane], got)
			}
		}
	}
}

// Counting 8 at a time gives what counting one at a time does, for any number of voices.
func TestCount(t *testing.T) {
	for _, voices := range append([]int{4095, 5000}, numbers...) {
		t.Run(fmt.Sprintf("voices=%d", voices), func(t *testing.T) {
			const dimensions = 70
			c := newScene(voices, dimensions, voices)
			for i := range c.norm {
				var yes, no slow
				for k := range c.ids {
					w := c.said.Row(int(c.ids[k]))[i]
					yes.addTimes(w.Yes, 1)
					no.addTimes(w.No, 1)
				}
				vote := c.voices.Votes(c.voices.All(), i)
				c.voices.yes.same(t, &yes)
				c.voices.no.same(t, &no)
				for lane := range 64 {
					if got := at(vote, lane); got != sign(int64(yes[lane]-no[lane])) {
						t.Fatalf("lane %d: %d of %d against %d", lane, got, yes[lane], no[lane])
					}
				}
			}
		})
	}
}

func sign(n int64) Belief {
	switch {
	case n > 0:
		return 1
	case n < 0:
		return -1
	}
	return 0
}
