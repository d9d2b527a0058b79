//go:build linux && amd64 && !purego

package kernel

import (
	"testing"

	"orglearn/agents/internal/memtest"
)

// The wide loops of learning and scoring touch no memory past the end of their arguments.
func TestWideEnds(t *testing.T) {
	for _, people := range []int{1, 8, 9, 40} {
		for _, width := range []int{1, 2, 3, 4} {
			l := &Learner{
				Stream: new(Stream), Width: width, Changed: memtest.AtEnd(t, make([]int32, people)),
				Norms:   memtest.AtEnd(t, make([]Word, people*width)),
				Beliefs: memtest.AtEnd(t, make([]Word, people*width)),
				left:    memtest.AtEnd(t, make([]uint8, people/8)),
			}
			draw := NewStream(1991, people, width)
			for i := range l.Norms {
				l.Norms[i].Yes = draw.Uint64()
			}
			l.Absorb(.3)
			taken := 0
			for _, n := range l.Changed {
				taken += int(n)
			}
			if known := Known(l.Beliefs); known != taken {
				t.Errorf("%d people of %d words: %d taken, %d known", people, width, taken, known)
			}
			Agreement(l.Beliefs, l.Beliefs[:width], l.Changed)
		}
	}
}

// The wide loop of speech touches no memory past the end of beliefs and claims.
func TestSayEnds(t *testing.T) {
	var c FirstCoins
	draw := NewStream(1991, 0, 0)
	for people := fewWords; people < 150; people++ {
		beliefs := memtest.AtEnd(t, make([]Word, people))
		claims := memtest.AtEnd(t, make([]Word, people))
		for i := range beliefs {
			beliefs[i].No = draw.Uint64()
		}
		c.Set(new(Stream), 7, .8)
		c.sayWide(3, 2, beliefs, claims)
		for i, w := range beliefs {
			if want := keep(w, c.Of(3, 2+i, w.No)); Wide && claims[i] != want {
				t.Fatalf("person %d of %d says %x, want %x", i, people, claims[i], want)
			}
		}
	}
}
