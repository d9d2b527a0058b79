package agents

import (
	"fmt"
	"math"
	"math/bits"
	"testing"
)

// drawn is how many words s has given.
func (s *Stream) drawn() int {
	n := 2 * int(s.block)
	if s.held {
		n--
	}
	return n
}

// The number of heads in 64 lanes is binomial: each lane is heads with probability p, and none depends on another.
func TestCoinsFrequencies(t *testing.T) {
	for _, c := range []struct {
		p     float64
		words int
	}{{1e-6, 400_000}, {.1, 20_000}, {1. / 3, 20_000}, {.5, 20_000}, {.9, 20_000}} {
		s := NewStream(1991, 0, 0)
		byLane := make([]int, 64)
		byNumber := make([]int, 65)
		for range c.words {
			w := s.Coins(c.p, ones)
			byNumber[bits.OnesCount64(w)]++
			for ; w != 0; w &= w - 1 {
				byLane[bits.TrailingZeros64(w)]++
			}
		}
		var lanes tally
		for _, n := range byLane {
			lanes.cells([]int{n, c.words - n}, []float64{c.p, 1 - c.p})
		}
		if c.p*float64(c.words) > 5 {
			lanes.check(t, fmt.Sprintf("p = %v, by lane", c.p))
		}
		var number tally
		number.cells(pool(byNumber, binomial(64, c.p), c.words))
		number.check(t, fmt.Sprintf("p = %v, number of heads", c.p))
	}
}

// Heads of one draw say nothing of the next.
func TestCoinsInARow(t *testing.T) {
	s := NewStream(1991, 0, 1)
	pairs := make([]int, 4)
	last := s.Coins(.3, ones)
	for range 20_000 {
		w := s.Coins(.3, ones)
		pairs[0] += bits.OnesCount64(^last & ^w)
		pairs[1] += bits.OnesCount64(^last & w)
		pairs[2] += bits.OnesCount64(last & ^w)
		pairs[3] += bits.OnesCount64(last & w)
		last = s.Coins(.3, ones)
	}
	var c tally
	c.cells(pairs, []float64{.7 * .7, .7 * .3, .3 * .7, .3 * .3})
	c.check(t, "pairs")
}

func TestCoinsRespectLanes(t *testing.T) {
	s, draw := NewStream(1991, 0, 2), NewStream(1991, 0, 3)
	var c tally
	for range 2_000 {
		lanes := draw.Coins(.25, ones)
		p := draw.Float64()
		heads := s.Coins(p, lanes)
		if heads&^lanes != 0 {
			t.Fatalf("heads %x outside the lanes %x", heads, lanes)
		}
		if n := bits.OnesCount64(lanes); n > 0 && p > .01 && p < .99 {
			c.cells([]int{bits.OnesCount64(heads), n - bits.OnesCount64(heads)}, []float64{p, 1 - p})
		}
	}
	c.check(t, "within lanes")
	if before := s.drawn(); s.Coins(.3, 0) != 0 || s.drawn() != before {
		t.Error("no lanes take words, or come up heads")
	}
}

func TestCoinsAtTheEnds(t *testing.T) {
	s := NewStream(1991, 0, 4)
	for _, c := range []struct {
		p    float64
		want uint64
	}{
		{0, 0}, {-1, 0}, {math.NaN(), 0}, {math.Inf(-1), 0}, {0x1p-64, 0}, {5e-324, 0},
		{1, 0xf0f}, {2, 0xf0f}, {math.Inf(1), 0xf0f},
	} {
		if got := s.Coins(c.p, 0xf0f); got != c.want {
			t.Errorf("Coins(%v) = %x, want %x", c.p, got, c.want)
		}
		if got := s.Coin(c.p); got != (c.want != 0) {
			t.Errorf("Coin(%v) = %v", c.p, got)
		}
	}
	if s.drawn() != 0 {
		t.Errorf("%d words were drawn for what is certain", s.drawn())
	}
}

// The number of words is the longest of 64 waits for a coin: log2(64) + 1.33 in the mean. A p of few digits takes no more words than
// it has digits.
func TestCoinsWords(t *testing.T) {
	const draws = 20_000
	for _, c := range []struct {
		p     float64
		lanes uint64
		want  float64
	}{
		{.1, ones, 7.33}, {1. / 3, ones, 7.33}, {1e-6, ones, 7.33}, {.9, ones, 7.33}, {.1, 1 << 7, 2}, {.1, 0xff << 9, 4.42},
	} {
		s := NewStream(1991, 0, 5)
		for range draws {
			s.Coins(c.p, c.lanes)
		}
		if got := float64(s.drawn()) / draws; math.Abs(got-c.want) > .06 {
			t.Errorf("p = %v in %d lanes takes %.2f words in the mean, want %.2f", c.p, bits.OnesCount64(c.lanes), got, c.want)
		}
	}
	for p, most := range map[float64]int{.5: 1, .25: 2, .75: 2, .375: 3} {
		s := NewStream(1991, 0, 6)
		for k := range 1000 {
			s.Coins(p, ones)
			if s.drawn() > most*(k+1) {
				t.Fatalf("p = %v takes more than %d words", p, most)
			}
		}
	}
}

// A p of 1/2 is one word, upside down.
func TestCoinsOfOneHalf(t *testing.T) {
	s, o := NewStream(1991, 0, 7), NewStream(1991, 0, 7)
	for range 100 {
		if got, want := s.Coins(.5, ones), ^o.Uint64(); got != want {
			t.Fatalf("%x, want %x", got, want)
		}
	}
}

func TestAllHeads(t *testing.T) {
	s := NewStream(1991, 0, 8)
	s.AllHeads(true)
	s.Reset(1991, 1, 8)
	for p, want := range map[float64]uint64{0: 0, -1: 0, 0x1p-64: 0, 0x1p-63: 0xf0, 1e-6: 0xf0, .5: 0xf0, 1: 0xf0} {
		if got := s.Coins(p, 0xf0); got != want {
			t.Errorf("Coins(%v) = %x with all heads, want %x", p, got, want)
		}
	}
	s.AllHeads(false)
	if s.Coins(.5, ones) == ones {
		t.Error("heads do not end")
	}
}

// 2^-63 is the smallest p: 63 digits must agree.
func TestCoinsResolution(t *testing.T) {
	s := NewStream(1991, 0, 9)
	s.Coins(0x1p-63, ones)
	few := s.drawn()
	if s.Coins(1-0x1p-53, ones) != ones || few > 20 {
		t.Errorf("%d words for a p of 2^-63, or tails at 1-2^-53", few)
	}
}
