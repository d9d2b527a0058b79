package kernel

import (
	"fmt"
	"math"
	"math/bits"
	"testing"

	"orglearn/agents/internal/chitest"
)

// The number of heads in 64 lanes is binomial: each lane is heads with probability p, independently
// of the others.
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
		var lanes chitest.Tally
		for _, n := range byLane {
			lanes.Cells([]int{n, c.words - n}, []float64{c.p, 1 - c.p})
		}
		if c.p*float64(c.words) > 5 {
			lanes.Check(t, fmt.Sprintf("p = %v, by lane", c.p))
		}
		var number chitest.Tally
		number.Cells(chitest.Pool(byNumber, chitest.Binomial(64, c.p), c.words))
		number.Check(t, fmt.Sprintf("p = %v, number of heads", c.p))
	}
}

// Heads of one draw are independent of those of the next.
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
	var c chitest.Tally
	c.Cells(pairs, []float64{.7 * .7, .7 * .3, .3 * .7, .3 * .3})
	c.Check(t, "pairs")
}

func TestCoinsRespectLanes(t *testing.T) {
	s, draw := NewStream(1991, 0, 2), NewStream(1991, 0, 3)
	var c chitest.Tally
	for range 2_000 {
		lanes := draw.Coins(.25, ones)
		p := draw.Float64()
		heads := s.Coins(p, lanes)
		if heads&^lanes != 0 {
			t.Fatalf("heads %x outside the lanes %x", heads, lanes)
		}
		if n := bits.OnesCount64(lanes); n > 0 && p > .01 && p < .99 {
			k := bits.OnesCount64(heads)
			c.Cells([]int{k, n - k}, []float64{p, 1 - p})
		}
	}
	c.Check(t, "within lanes")
	if s.Coins(.3, 0) != 0 {
		t.Error("no lanes come up heads")
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
	if s.words != 0 {
		t.Errorf("%d words were drawn for what is certain", s.words)
	}
}

func TestAllHeads(t *testing.T) {
	s := NewStream(1991, 0, 8)
	s.AllHeads(true)
	s.Reset(1991, 1, 8)
	for p, want := range map[float64]uint64{
		0: 0, -1: 0, 0x1p-64: 0, 0x1p-63: 0xf0, 1e-6: 0xf0, .5: 0xf0, 1: 0xf0,
	} {
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
	for range 100 {
		if s.Coins(0x1p-63, ones) != 0 || s.Coins(1-0x1p-53, ones) != ones {
			t.Fatal("heads at 2^-63, or tails at 1-2^-53")
		}
	}
}

// Whole votes counted in parts throw the coins of whole votes. A fraction f is heads with
// 1-(1-p)^f.
func TestPerPart(t *testing.T) {
	whole, parts, fraction := new(Counts), new(Counts), new(Counts)
	for lane := range 64 {
		whole.AddTimes(1<<lane, lane%5)
		parts.AddTimes(1<<lane, lane%5<<PartDigits)
	}
	fraction.AddTimes(ones, 3<<PartDigits/4)
	var c chitest.Tally
	for tick := range 2000 {
		s := NewStream(1991, tick, 3)
		if s.CoinsPerPart(.2, 1, ones, parts) != s.CoinsPerVote(.2, 1, ones, whole) {
			t.Fatal("whole votes throw other coins")
		}
		heads, p := bits.OnesCount64(s.CoinsPerPart(.2, 1, ones, fraction)), 1-math.Pow(.8, .75)
		c.Cells([]int{heads, 64 - heads}, []float64{p, 1 - p})
	}
	c.Check(t, "three quarters of a vote at a rate of .2")
}

// For a very small p, 1-(1-p)^k is not lost to rounding.
func TestPerVoteOfSmallRates(t *testing.T) {
	s, one, many := NewStream(1991, 0, 0), new(Counts), new(Counts)
	one.AddTimes(ones, 1)
	many.AddTimes(ones, 1<<30)
	var c chitest.Tally
	for k := range 2000 {
		heads := bits.OnesCount64(s.CoinsPerVote(0x1p-32, k, ones, many))
		p := -math.Expm1(-.25)
		c.Cells([]int{heads, 64 - heads}, []float64{p, 1 - p})
	}
	c.Check(t, "2^30 votes at a rate of 2^-32")
	s.AllHeads(true)
	if s.CoinsPerVote(1e-17, 0, ones, one) != ones {
		t.Error("a rate of 1e-17 never comes up heads")
	}
}

// A CoinRow throws what calls of Coins for 64 lanes throw, one coin after the other.
func TestCoinRow(t *testing.T) { inGo(t, coinRow) }

func coinRow(t *testing.T) {
	for id, rate := range []float64{.3, .5, 0, 1, .01, .99} {
		one, many, draw := NewStream(1, 2, id), NewStream(1, 2, id), NewStream(3, 2, id)
		row, heads, left := CoinRow{Stream: many, Rate: rate}, uint64(0), 0
		for range 200 {
			lanes := draw.Coins([]float64{0, .02, .3, 1}[draw.IntN(4)], ^uint64(0))
			want := uint64(0)
			for rest := lanes; rest != 0; rest &= rest - 1 {
				if left == 0 {
					heads, left = one.Coins(rate, ^uint64(0)), 64
				}
				want |= rest & -rest & -(heads & 1)
				heads, left = heads>>1, left-1
			}
			if row.left > 0 && draw.IntN(4) == 0 { // as one does who throws them by himself
				row.heads, row.left = row.Take()
			}
			if got := row.Of(lanes); got != want {
				t.Fatalf("rate %v, lanes %x: %x, want %x", rate, lanes, got, want)
			}
		}
		if one.calls != many.calls {
			t.Errorf("rate %v: %d calls, want %d", rate, many.calls, one.calls)
		}
	}
}
