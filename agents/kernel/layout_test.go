package kernel

import (
	"math/bits"
	"testing"

	"orglearn/agents/internal/chitest"
)

// random is the random word for a digit. A block holds two digits, or one digit of two words where
// one digit decides.
func (s *Stream) random(call, word uint64, digits uint64, number int) uint64 {
	if digits == 1<<63 {
		a, b := philox6(place(call, word&^1, fairPart), s.at, s.key)
		return choose(a, b, word)
	}
	a, b := philox6(place(call, word, uint64(number/2)), s.at, s.key)
	return choose(a, b, uint64(number))
}

// slowCoin compares one uniform number with p, digit by digit.
func (s *Stream) slowCoin(call, word uint64, lane int, p float64) bool {
	digits := uint64(int64(p*(1<<63))) << 1
	for number := range 64 {
		if s.random(call, word, digits, number)>>lane&1 == 0 {
			return digits<<number>>63 == 1
		}
	}
	return false
}

// Where lanes are replicates, a coin depends only on its call, word and lane. In the layout apart,
// the dimensions of a replicate have the same coins.
func FuzzLayouts(f *testing.F) {
	f.Add(.5, uint64(3), uint16(70), uint8(7), uint64(1))
	f.Add(.1, uint64(4), uint16(3), uint8(63), uint64(2))
	f.Add(1., uint64(5), uint16(64), uint8(0), uint64(3))
	f.Fuzz(func(t *testing.T, p float64, id uint64, dimensions uint16, lane uint8, mask uint64) {
		m, l := int(dimensions)%200+1, int(lane)%64
		draw := NewStream(Key(mask), 0, 0)
		words, alone := make([]uint64, m), make([]uint64, (m+63)/64)
		for d := range words {
			words[d] = draw.Uint64() & mask
			alone[d>>6] |= words[d] >> l & 1 << (d & 63)
		}
		asked := append([]uint64(nil), words...)
		many, one := NewStream(Key(id), 2, 3), NewStream(Key(id), 2, 3)
		many.Replicates()
		one.Apart(l)
		for call := range uint64(3) {
			copy(words, asked)
			many.Flip(p, words)
			heads := append([]uint64(nil), alone...)
			one.Flip(p, heads)
			for d, w := range words {
				if w>>l&1 != heads[d>>6]>>(d&63)&1 {
					t.Fatalf("call %d, dimension %d, replicate %d: %d among replicates",
						call, d, l, w>>l&1)
				}
				if w&^asked[d] != 0 {
					t.Fatal("heads that were not asked")
				}
				if !(p > 0x1p-63 && p < 1) {
					continue
				}
				for lane := range 64 {
					heads := w>>lane&1 != 0
					if asked[d]>>lane&1 != 0 && heads != many.slowCoin(call, uint64(d), lane, p) {
						t.Fatalf("call %d, word %d, lane %d, p %v: %v", call, d, lane, p, heads)
					}
				}
			}
		}
	})
}

// Where lanes are dimensions, a single word is decided as in the layout replicates. Of two words
// each lane is decided by its own digits.
func TestFlipPairs(t *testing.T) {
	var c chitest.Tally
	pairs := make([]int, 4)
	for trial := range 20_000 {
		s, draw := NewStream(1991, trial, 10), NewStream(1991, trial, 11)
		p := []float64{.1, .3, 1. / 3, .75, .9, 0x1p-3}[trial%6]
		x, y := draw.Coins(draw.Float64(), ones), draw.Coins(draw.Float64(), ones)
		both := []uint64{x, y, x}
		s.Flip(p, both)
		if both[0]&^x != 0 || both[1]&^y != 0 {
			t.Fatal("heads that were not asked")
		}
		for i, w := range []uint64{x, y, x} {
			n, heads := bits.OnesCount64(w), bits.OnesCount64(both[i])
			if n > 0 {
				c.Cells([]int{heads, n - heads}, []float64{p, 1 - p})
			}
		}
		if p == .3 && x&y != 0 {
			lane := bits.TrailingZeros64(x & y)
			pairs[both[0]>>lane&1<<1|both[1]>>lane&1]++
		}
	}
	c.Cells(pairs, []float64{.49, .21, .21, .09})
	c.Check(t, "pairs of words")
}

// Heads of one lane are independent of those of another, within a word and across a pair of words.
func TestFlipPairsAreIndependent(t *testing.T) {
	var c chitest.Tally
	for _, lanes := range [][2]int{{0, 1}, {0, 63}, {5, 64}, {5, 69}, {5, 70}, {64, 127}} {
		pairs := make([]int, 4)
		for trial := range 10_000 {
			both := []uint64{ones, ones}
			NewStream(1991, trial, 12).Flip(.3, both)
			pairs[both[lanes[0]>>6]>>(lanes[0]&63)&1<<1|both[lanes[1]>>6]>>(lanes[1]&63)&1]++
		}
		c.Cells(pairs, []float64{.49, .21, .21, .09})
	}
	c.Check(t, "lanes")
}

// A branch is a different stream, and branch 0 is the stream itself.
func TestBranch(t *testing.T) {
	seen := map[uint64]int{}
	for n := range 1000 {
		s := NewStream(7, 8, 9)
		s.Branch(n)
		w := s.Uint64()
		if other, met := seen[w]; met {
			t.Fatalf("branches %d and %d begin alike", n, other)
		}
		seen[w] = n
	}
	if _, met := seen[NewStream(7, 8, 9).Uint64()]; !met {
		t.Error("branch 0 is not the stream")
	}
}

// Asked returns the lanes in which coins were thrown, at rates above 0. A second call returns none.
func TestAsked(t *testing.T) {
	s := NewStream(1, 2, 3)
	s.Replicates()
	s.Coins(0, 1)
	s.Coins(.5, 2)
	s.Coins(1, 4)
	s.Flip(.1, []uint64{8, 16})
	if got := s.Asked(); got != 30 {
		t.Errorf("asked are the lanes %b, want 11110", got)
	}
	if got := s.Asked(); got != 0 {
		t.Errorf("asked are the lanes %b again", got)
	}
}
