//go:build !purego

package kernel

import (
	"math/bits"
	"slices"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Coins of many words are the same with and without the loops of wide_amd64.s, at every rate,
// layout and length.
func TestWideCoins(t *testing.T) {
	if !Wide {
		t.Skip("the processor has no AVX-512")
	}
	defer func() { Wide = true }()
	for _, rate := range []float64{.5, .1, .3, .9, .25, 0x1p-7, 0x1p-9, .999, 0x1p-63} {
		for words := range 2*wideWords + 3 {
			draw := NewStream(NewKey(7, 0, "open", ""), words, 0)
			lanes := make([]uint64, words)
			for i := range lanes {
				lanes[i] = draw.Coins([]float64{0, .02, .5, 1}[draw.IntN(4)], ^uint64(0))
			}
			flip := func(on bool) []uint64 {
				Wide = on
				s := NewStream(NewKey(8, 0, "coins", ""), words, 3)
				s.Replicates()
				heads := append([]uint64(nil), lanes...)
				s.Flip(rate, heads)
				again := append([]uint64(nil), lanes...)
				s.Flip(rate, again)
				return append(heads, again...)
			}
			if diff := cmp.Diff(flip(false), flip(true)); diff != "" {
				t.Fatalf("rate %v, %d words, in Go -, wide +: %s", rate, words, diff)
			}
		}
	}
}

// Copies of a stream may be used side by side.
func TestWideCopies(t *testing.T) {
	s := NewStream(1, 2, 3)
	s.Replicates()
	lanes := func() []uint64 {
		l := make([]uint64, 40)
		for i := range l {
			l[i] = ^uint64(0)
		}
		return l
	}
	want := lanes()
	s.Flip(.3, want)
	var wg sync.WaitGroup
	for range 2 {
		c := *s
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range 5000 {
				c.Reset(1, 2, 3)
				l := lanes()
				if c.Flip(.3, l); !slices.Equal(l, want) {
					t.Error("a copy of a stream turns other coins")
					return
				}
			}
		}()
	}
	wg.Wait()
}

// If there is a wide loop, it is used, and it leaves few coins to the loops in Go.
func TestWideIsTaken(t *testing.T) {
	if !Wide {
		t.Skip("the processor has no AVX-512")
	}
	stream := NewStream(1, 2, 3)
	if lanes := []uint64{1, 2, 3, 4, 5, 6, 7, 8}; !stream.flipWordsWide(0, 1<<62, lanes) {
		t.Error("coins are turned in Go")
	}
	const people = 4000
	l := &Learner{
		Stream: new(Stream), Width: 2, Changed: make([]int32, people),
		Norms: make([]Word, 2*people), Beliefs: make([]Word, 2*people),
	}
	for i := range l.Norms {
		some := stream.Uint64()
		l.Norms[i].Yes = some & stream.Uint64()
	}
	l.Absorb(.3)
	left := 0
	for _, b := range l.left[:people/8] {
		left += bits.OnesCount8(b)
	}
	if left > 240 {
		t.Errorf("%d of %d people are left to Go, want fewer than 240", left, people)
	}
}
