//go:build !purego

package agents

import (
	"fmt"
	"math/bits"
	"slices"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// inGo runs a test with and without the loops of wide_amd64.s.
func inGo(t *testing.T, test func(t *testing.T)) {
	if wide {
		t.Run("wide", test)
		wide = false
		defer func() { wide = true }()
	}
	t.Run("Go", test)
}

// eachWay does something with and without these loops.
func eachWay(do func()) {
	do()
	if wide {
		wide = false
		defer func() { wide = true }()
		do()
	}
}

// both runs the same with and without the loops of wide_amd64.s.
func both(t *testing.T, name string, make func() *society, do func(*society)) {
	t.Helper()
	if !wide {
		t.Skip("the processor has no AVX-512")
	}
	a, b := make(), make()
	do(a)
	wide = false
	defer func() { wide = true }()
	do(b)
	for _, l := range [][2]*Layer{{a.beliefs, b.beliefs}, {a.claims, b.claims}, {a.norms, b.norms}} {
		if !l[0].Equal(l[1]) {
			t.Fatalf("%s: layers differ: %v, in Go %v", name, l[0].words, l[1].words)
		}
	}
	if diff := cmp.Diff(b.changed, a.changed); diff != "" {
		t.Fatalf("%s: changed, in Go -, wide +: %s", name, diff)
	}
}

// The loops of wide_amd64.s leave the same bits as those in Go, whatever the shape.
func TestWide(t *testing.T) {
	rates := []float64{.3, .5, .1, .01, .75, 0x1p-40, 1 - 0x1p-40, 0x1p-63}
	for i, people := range []int{1, 2, 7, 8, 9, 16, 63, 64, 65, 500} {
		for j, dimensions := range []int{1, 64, 65, 100, 128, 129, 192, 256, 257, 300, 512, 8300} {
			for k, contacts := range []int{0, 3, 6, 8, 9, 30, 300, 20000} {
				if dimensions > 1000 && people > 10 || contacts > 100 && people != 9 {
					continue
				}
				name := fmt.Sprintf("%d people, %d dimensions, up to %d contacts", people, dimensions, contacts)
				make := func() *society { return newSociety(uint64(k), people, dimensions, contacts) }
				both(t, name, make, func(s *society) {
					for _, s.many.From = range []int{0, people / 3} {
						s.many.To = people
						if !(Superior{Rate: 1}).ObjectifyMany(&s.many) {
							t.Fatal("nothing done")
						}
					}
				})
				rate := rates[(i+j+k)%len(rates)]
				both(t, fmt.Sprint(name, " at ", rate), make, func(s *society) {
					s.many.From, s.many.To = people/3, people
					if !(Absorb{Rate: rate}).InternalizeMany(&s.many) {
						t.Fatal("nothing done")
					}
				})
				both(t, name, make, func(s *society) {
					from, to := people/3, people
					s.beliefs.Agreement(s.claims.Row(0), from, to, s.changed[from:])
					s.changed[0] = int32(s.beliefs.Known(from, to))
				})
			}
		}
	}
}

func FuzzWide(f *testing.F) {
	f.Add(uint64(1), uint16(50), uint16(100), uint8(6), .3)
	f.Fuzz(func(t *testing.T, seed uint64, people, dimensions uint16, contacts uint8, rate float64) {
		n := int(people%300) + 1
		make := func() *society { return newSociety(seed, n, int(dimensions%600)+1, int(contacts)) }
		both(t, "fuzzed", make, func(s *society) {
			s.many.From, s.many.To = int(seed%uint64(n)), n
			Superior{Rate: 1}.ObjectifyMany(&s.many)
			Absorb{Rate: rate}.InternalizeMany(&s.many)
		})
	})
}

// Coins of many words are the same with and without the loops of wide_amd64.s, at every rate, layout and length.
func TestWideCoins(t *testing.T) {
	if !wide {
		t.Skip("the processor has no AVX-512")
	}
	defer func() { wide = true }()
	for _, rate := range []float64{.5, .1, .3, .9, .25, 0x1p-7, 0x1p-9, .999, 0x1p-63} {
		for words := range 2*wideWords + 3 {
			draw := NewStream(NewKey(7, 0, "open", ""), words, 0)
			lanes := make([]uint64, words)
			for i := range lanes {
				lanes[i] = draw.Coins([]float64{0, .02, .5, 1}[draw.IntN(4)], ^uint64(0))
			}
			flip := func(on bool) []uint64 {
				wide = on
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

// Where there is a wide loop it is taken, and it leaves few coins to others.
func TestWideIsTaken(t *testing.T) {
	if !wide {
		t.Skip("the processor has no AVX-512")
	}
	m := manyHeard()
	if !m.superiorWide() || !m.superiorOfList(m.Heard[:m.Starts[1]], 0, m.Norms.Row(0)) {
		t.Error("votes are counted in Go")
	}
	crowd := newSociety(3, 4000, 100, 0)
	crowd.many.To = 4000
	Absorb{Rate: .3}.InternalizeMany(&crowd.many)
	left := 0
	for _, b := range crowd.many.left[:500] {
		left += bits.OnesCount8(b)
	}
	if left > 240 {
		t.Errorf("%d of 4000 people are left to Go, want fewer than 240", left)
	}
	stream := NewStream(1, 2, 3)
	if lanes := []uint64{1, 2, 3, 4, 5, 6, 7, 8}; !stream.flipWordsWide(0, 1<<62, lanes) {
		t.Error("coins are turned in Go")
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

// A society that no cache holds, whose contacts are asked for ahead.
func TestWideFar(t *testing.T) {
	make := func() *society {
		s := newSociety(5, 20_000, 100, 9)
		s.many.To = 20_000
		return s
	}
	both(t, "20,000 people", make, func(s *society) {
		for from := 0; from < 20_000; from += 128 {
			s.many.From, s.many.To = from, min(from+128, 20_000)
			Superior{Rate: 1}.ObjectifyMany(&s.many)
			for p := s.many.From; p < s.many.To; p++ {
				s.changed[p] = int32(s.norms.Row(p - s.many.From).Distance(s.claims.Row(p)))
			}
		}
	})
}
