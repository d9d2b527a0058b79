package kernel

import (
	"slices"
	"testing"
)

// Sift draws what one call of IntN a number draws.
func TestSift(t *testing.T) {
	found := 0
	for id := range 300 {
		one, many := NewStream(1, 2, id), NewStream(1, 2, id)
		for range id % 6 {
			one.Uint64()
			many.Uint64()
		}
		first, want := id%7, 0
		for n := first + 1; n <= first+id%40; n++ {
			if one.IntN(n) == 0 {
				want = n
			}
		}
		if got := many.Sift(first, first+id%40); got != want {
			t.Fatalf("after %d of %d numbers it is %d, want %d", first, id%40, got, want)
		}
		if one.Uint64() != many.Uint64() {
			t.Fatalf("of %d numbers the streams go on otherwise", id%40)
		}
		found += want
	}
	if found == 0 {
		t.Error("nothing was found")
	}
}

// SkipWords moves on by as many words as it says.
func TestSkipWords(t *testing.T) {
	for drawn := range 9 {
		for skipped := range 12 {
			one, many := NewStream(1, 2, drawn), NewStream(1, 2, drawn)
			for range drawn {
				one.Uint64()
				many.Uint64()
			}
			for range skipped {
				one.Uint64()
			}
			many.SkipWords(skipped)
			if one.Drew() != many.Drew() {
				t.Errorf("after %d and %d words, Drew is %v", drawn, skipped, many.Drew())
			}
			for k := range 9 {
				if got, want := many.Uint64(), one.Uint64(); got != want {
					t.Fatalf("after %d and %d words, word %d is %x, want %x", drawn, skipped, k,
						got, want)
				}
			}
		}
	}
}

// Choose draws what one call of IntN a lane draws.
func TestChoose(t *testing.T) {
	some := 0
	for id := range 300 {
		one, many := NewStream(1, 2, id), NewStream(1, 2, id)
		lanes, n, most := NewStream(3, 2, id).Coins(.3, ^uint64(0)), 64, id%40
		want, room := uint64(0), most
		for lane, left := 0, n; lane < 64; lane++ {
			if lanes>>uint(lane)&1 == 0 {
				continue
			}
			if one.IntN(left) < room {
				want |= 1 << uint(lane)
				room--
			}
			left--
		}
		got, left := many.Choose(lanes, n, most)
		if got != want || left != room {
			t.Fatalf("most %d: %x and %d more, want %x and %d", most, got, left, want, room)
		}
		if one.Uint64() != many.Uint64() {
			t.Fatalf("most %d: the streams go on otherwise", most)
		}
		if want != 0 && want != lanes {
			some++
		}
	}
	if some < 200 {
		t.Errorf("%d times some are chosen, too few to test", some)
	}
	// Where there is room for all, and for none.
	for most, want := range map[int]uint64{0: 0, 3: 0b10110} {
		one, many := NewStream(1, 2, 3), NewStream(1, 2, 3)
		for left := 3; left > 0; left-- {
			one.IntN(left)
		}
		if got, _ := many.Choose(0b10110, 3, most); got != want || one.Uint64() != many.Uint64() {
			t.Errorf("3 of %d: %b, want %b and three words drawn", most, got, want)
		}
	}
}

// Pick draws what calls of IntN draw, and leaves the things in their order.
func TestPick(t *testing.T) {
	for id := range 200 {
		one, many := NewStream(1, 2, id), NewStream(1, 2, id)
		of, left := make([]int32, 1+id%70), make([]int32, 1+id%70)
		for k := range of {
			of[k], left[k] = int32(7*k), int32(7*k)
		}
		order, drawn := slices.Clone(of), make([]int32, min(id%9, len(of)))
		many.Pick(drawn, of)
		for i, got := range drawn {
			j := i + one.IntN(len(left)-i)
			if left[i], left[j] = left[j], left[i]; got != left[i] {
				t.Fatalf("thing %d of %d is %d, want %d", i, len(of), got, left[i])
			}
		}
		if !slices.Equal(of, order) || one.Uint64() != many.Uint64() {
			t.Fatalf("%v are left of %v, or the streams go on otherwise", of, order)
		}
	}
}

// Fill draws what one call of Uint64 a word draws.
func TestFill(t *testing.T) {
	for id := range 100 {
		one, many := NewStream(1, 2, id), NewStream(1, 2, id)
		for range id % 7 {
			one.Uint64()
			many.Uint64()
		}
		words := make([]uint64, id%13)
		many.Fill(words)
		for k, got := range words {
			if want := one.Uint64(); got != want {
				t.Fatalf("after %d words, word %d of %d is %x, want %x", id%7, k, id%13, got, want)
			}
		}
		if one.Uint64() != many.Uint64() {
			t.Fatalf("after %d and %d words the streams go on otherwise", id%7, id%13)
		}
	}
}
