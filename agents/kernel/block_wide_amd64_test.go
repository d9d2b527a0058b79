//go:build !purego

package kernel

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// inGo runs a test with and without the loops of AVX-512.
func inGo(t *testing.T, test func(t *testing.T)) {
	if Wide {
		t.Run("wide", test)
		Wide = false
		defer func() { Wide = true }()
	}
	t.Run("Go", test)
}

// eachWay calls a function with and without these loops.
func eachWay(do func()) {
	do()
	if Wide {
		Wide = false
		defer func() { Wide = true }()
		do()
	}
}

// both runs a block with and without the loops of AVX-512.
func both(t *testing.T, name string, make func() *society, do func(*society)) {
	t.Helper()
	if !Wide {
		t.Skip("the processor has no AVX-512")
	}
	a, b := make(), make()
	do(a)
	Wide = false
	defer func() { Wide = true }()
	do(b)
	for _, l := range [][2]*Bare{{a.beliefs, b.beliefs}, {a.claims, b.claims},
		{a.norms, b.norms}} {
		if !l[0].Equal(l[1]) {
			t.Fatalf("%s: layers differ: %v, in Go %v", name, l[0].words, l[1].words)
		}
	}
	if diff := cmp.Diff(b.changed, a.changed); diff != "" {
		t.Fatalf("%s: changed, in Go -, wide +: %s", name, diff)
	}
}

// The loops of AVX-512 give the same bits as those in Go, for all shapes.
func TestWide(t *testing.T) {
	rates := []float64{.3, .5, .1, .01, .75, 0x1p-40, 1 - 0x1p-40, 0x1p-63}
	for i, people := range []int{1, 2, 7, 8, 9, 16, 63, 64, 65, 500} {
		for j, dimensions := range []int{1, 64, 65, 100, 128, 129, 192, 256, 257, 300, 512, 8300} {
			for k, contacts := range []int{0, 3, 6, 8, 9, 30, 300, 20000} {
				if dimensions > 1000 && people > 10 || contacts > 100 && people != 9 {
					continue
				}
				name := fmt.Sprintf("%d people, %d dimensions, up to %d contacts", people,
					dimensions, contacts)
				make := func() *society {
					return newSociety(uint64(k), people, dimensions, contacts)
				}
				both(t, name, make, func(s *society) {
					for _, s.many.From = range []int{0, people / 3} {
						s.many.First, s.many.To = s.many.From, people
						if !s.many.Superior(1) {
							t.Fatal("nothing done")
						}
					}
				})
				rate := rates[(i+j+k)%len(rates)]
				both(t, fmt.Sprint(name, " at ", rate), make, func(s *society) {
					s.many.From, s.many.First, s.many.To = people/3, people/3, people
					s.many.Absorb(rate)
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
	f.Fuzz(func(t *testing.T, seed uint64, people, dimensions uint16, contacts uint8,
		rate float64) {
		n := int(people%300) + 1
		make := func() *society { return newSociety(seed, n, int(dimensions%600)+1, int(contacts)) }
		both(t, "fuzzed", make, func(s *society) {
			s.many.From, s.many.To = int(seed%uint64(n)), n
			s.many.First = s.many.From
			s.many.Superior(1)
			s.many.Absorb(rate)
		})
	})
}

// If there is a wide loop, it is used.
func TestBlockIsWide(t *testing.T) {
	if !Wide {
		t.Skip("the processor has no AVX-512")
	}
	m := manyHeard()
	if !m.superiorWide() || !m.superiorOfList(m.Heard[:m.Starts[1]], 0, m.Norms.Row(0)) {
		t.Error("votes are counted in Go")
	}
}

// The society is larger than a cache, so contacts are read early.
func TestWideFar(t *testing.T) {
	make := func() *society {
		s := newSociety(5, 20_000, 100, 9)
		s.many.To = 20_000
		return s
	}
	both(t, "20,000 people", make, func(s *society) {
		for from := 0; from < 20_000; from += 128 {
			s.many.From, s.many.First, s.many.To = from, from, min(from+128, 20_000)
			s.many.Superior(1)
			for p := s.many.From; p < s.many.To; p++ {
				s.changed[p] = int32(Known(s.norms.Row(p - s.many.From)))
			}
		}
	})
}
