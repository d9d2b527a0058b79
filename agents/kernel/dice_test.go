package kernel

import "testing"

// Numbers of 5, 7 and 11 values are equally likely together, whether one word gives all three or
// the last needs another word. The bound is the 1e-4 quantile of chi-squared at 384 degrees of
// freedom, 496.
func TestDice(t *testing.T) {
	const runs = 400_000
	for _, first := range []int{1, 1 << 17} {
		s := NewStream(7, first, 0)
		d, counts := Dice{Stream: s}, [5 * 7 * 11]int{}
		for range runs {
			d.Begin(s.Uint64())
			d.Below(first)
			counts[(d.Below(5)*7+d.Below(7))*11+d.Below(11)]++
		}
		square, want := 0., float64(runs)/float64(len(counts))
		for _, n := range counts {
			square += (float64(n) - want) * (float64(n) - want) / want
		}
		if square > 496 {
			t.Errorf("after a number of %d values chi-squared is %.0f, want at most 496", first,
				square)
		}
	}
}

// One word gives numbers as long as the product of their ranges is at most 2^24.
func TestDiceWords(t *testing.T) {
	for _, c := range []struct {
		ranges []int
		words  int // after the first
	}{
		{[]int{1, 5, 12, 30, 1}, 0},
		{[]int{1 << 12, 1 << 12, 1}, 0},
		{[]int{1 << 12, 1 << 12, 2}, 1},
		{[]int{1 << 25}, 1},
		{[]int{1 << 30, 1 << 30, 2, 2}, 3},
	} {
		s := NewStream(7, 1, 0)
		d := Dice{Stream: s}
		d.Begin(1)
		for _, n := range c.ranges {
			if at := d.Below(n); at < 0 || at >= n {
				t.Fatalf("%d is not below %d", at, n)
			}
		}
		want := NewStream(7, 1, 0)
		want.SkipWords(c.words)
		if s.Uint64() != want.Uint64() {
			t.Errorf("numbers of %v values do not take %d more words", c.ranges, c.words)
		}
	}
}

// Half a word is one of 2^32 equally likely numbers, so a coin is heads for as many as its odds.
func TestHalfOdds(t *testing.T) {
	for p, want := range map[float64]uint64{
		0: 0, 0x1p-33: 0, 0x1p-32: 1, .5: 1 << 31, 1: 1 << 32, 2: 1 << 32, -1: 0,
		1 - 0x1p-40: 1<<32 - 1,
	} {
		if got := HalfOdds(p); got != want {
			t.Errorf("the odds of %v are %d, want %d", p, got, want)
		}
	}
}
