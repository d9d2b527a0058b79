package practice

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// Blocks that fill words are marked and kept as dimension by dimension.
func TestBlocksInWords(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for _, size := range []int{1, 2, 4, 8, 16, 32, 64} {
		for range 200 {
			b := blocksOf(size, size*(1+r.IntN(192/size)))
			width := (b.dimensions + 63) / 64
			mask, other := make([]uint64, width), make([]uint64, width)
			for d := range 64 * width { // also past the last dimension
				mask[d/64] |= uint64(r.IntN(8)/7) << uint(d%64)
				other[d/64] |= uint64(r.IntN(2)) << uint(d%64)
			}
			if r.IntN(3) == 0 {
				other = nil
			}
			marks, want := make([]uint64, width), make([]uint64, width)
			b.mark(mask, other, marks)
			b.markEach(mask, other, want)
			if !slices.Equal(marks, want) {
				t.Fatalf("%+v: %x of %x and %x, want %x", b, marks, mask, other, want)
			}
			kept := slices.Clone(mask)
			b.keep(mask, marks)
			b.keepEach(kept, marks)
			last := width - 1
			mask[last], kept[last] = mask[last]&^past(b), kept[last]&^past(b)
			if !slices.Equal(mask, kept) {
				t.Fatalf("%+v: %x is kept, want %x", b, mask, kept)
			}
		}
	}
}

// past are the lanes of the last word that hold no dimension.
func past(b blocking) uint64 { return ^(^uint64(0) >> uint(-b.dimensions&63)) }
