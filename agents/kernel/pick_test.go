package kernel

import (
	"math/bits"
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

// Few draws what Pick draws.
func TestFew(t *testing.T) {
	for id := range 400 {
		n := 1 + id%70
		all, want := make([]int32, n), make([]int32, min(id%(FewThings+1), n))
		for k := range all {
			all[k] = int32(k)
		}
		one, many, got := NewStream(1, 2, id), NewStream(1, 2, id), make([]int32, len(want))
		one.Pick(want, all)
		if many.Few(got, n); !slices.Equal(got, want) || one.Uint64() != many.Uint64() {
			t.Fatalf("%v of %d, want %v and a stream that goes on", got, n, want)
		}
	}
}

// Thin draws by Floyd's algorithm with small numbers, whatever words the lanes lie in. The 10 sets
// of three of five lanes are drawn equally often, within 4 standard errors: 4 sqrt(9000/10 .9) =
// 114.
func TestThin(t *testing.T) { inGo(t, thin) }

func thin(t *testing.T) {
	for id := range 400 {
		lanes, places, width := make([]uint64, 1+id%3), []int(nil), 1+id%3
		NewStream(3, 2, id).Flip(.5, fill(lanes))
		for at := range 64 * width {
			if lanes[at/64]>>uint(at%64)&1 != 0 {
				places = append(places, at)
			}
		}
		n, one, many := len(places), NewStream(1, 2, id), NewStream(1, 2, id)
		k, want, word, room := id%(n+1), make([]uint64, width), uint64(0), 0
		for top := n - k; top < n; top++ {
			if room *= top + 1; room == 0 || room > 1<<24 {
				word, room = one.Uint64(), top+1
			}
			drawn, rest := bits.Mul64(word, uint64(top+1))
			at := places[drawn]
			if word = rest; want[at/64]>>uint(at%64)&1 != 0 {
				at = places[top]
			}
			want[at/64] |= 1 << uint(at%64)
		}
		many.Thin(lanes, make([]uint64, width), n, k)
		if !slices.Equal(lanes, want) || one.Uint64() != many.Uint64() {
			t.Fatalf("%d of %d: %x, want %x and a stream that goes on", k, n, lanes, want)
		}
	}
	counts := map[uint64]int{}
	for id := range 9000 {
		lanes := [2]uint64{0b1011011}
		NewStream(5, 2, id).Thin(lanes[:1], lanes[1:], 5, 3)
		counts[lanes[0]]++
	}
	for set, n := range counts {
		if len(counts) != 10 || n < 786 || n > 1014 {
			t.Errorf("%b is drawn %d times, and %d sets are, want about 900 and 10", set, n,
				len(counts))
		}
	}
}

func fill(lanes []uint64) []uint64 {
	for i := range lanes {
		lanes[i] = ^uint64(0)
	}
	return lanes
}
