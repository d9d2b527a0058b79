package kernel

import (
	"math/rand/v2"
	"testing"
)

// FirstCoins gives the coins that each stream throws in its first call.
func TestFirstCoins(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 0))
	var c FirstCoins
	for i, rate := range []float64{.1, .5, .3, .75, 1, 0, 1 - 0x1p-40, .01, .1, 0x1p-62, .999} {
		for _, heads := range []bool{false, true} {
			var s Stream
			s.AllHeads(heads)
			key := Key(r.Uint64())
			if !c.Set(&s, key, rate) {
				t.Fatal("lanes of one replicate are refused")
			}
			for range 300 {
				tick, id := r.IntN(1<<20), r.IntN(1<<30)
				open := r.Uint64() >> r.IntN(64) & r.Uint64()
				s.Reset(key, tick, id)
				want := []uint64{open}
				s.Flip(rate, want)
				if got := c.Of(tick, id, open); got != want[0] {
					t.Fatalf("case %d at %v: %x of %x, want %x", i, rate, got, open, want[0])
				}
			}
		}
	}
}

// FirstCoins refuses layouts in which each lane has its own random numbers.
func TestFirstCoinsRefuses(t *testing.T) {
	var c FirstCoins
	var s Stream
	s.Apart(3)
	if c.Set(&s, 1, .5) {
		t.Error("lanes of a replicate apart are taken")
	}
	s.Replicates()
	if c.Set(&s, 1, .5) {
		t.Error("lanes that are replicates are taken")
	}
}

// A list of first words holds what each id draws by itself, whatever its first and last id.
func TestFirstWords(t *testing.T) {
	for first := range 6 {
		for n := range 11 {
			words := make([]uint64, n)
			Key(77).FirstWords(5, first, words)
			for i, got := range words {
				if want := Key(77).Word(5, first+i, 0); got != want {
					t.Fatalf("from %d: word %d is %x, want %x", first, i, got, want)
				}
			}
		}
	}
}

// Words of different ids, ticks and numbers are different.
func TestWordsDiffer(t *testing.T) {
	seen := map[uint64]bool{}
	for tick := range 10 {
		for id := range 10 {
			for n := range 10 {
				w := Key(3).Word(tick, id, n)
				if seen[w] {
					t.Fatalf("tick %d, id %d, word %d is there twice", tick, id, n)
				}
				seen[w] = true
			}
		}
	}
}

// A branch has other random numbers, and branch 0 the same.
func TestBranchOfKey(t *testing.T) {
	var s Stream
	s.Reset(9, 2, 3)
	s.Branch(4)
	want := s.Uint64()
	s.Reset(Key(9).Branch(4), 2, 3)
	if got := s.Uint64(); got != want || Key(9).Branch(0) != 9 ||
		Key(9).Branch(4) == Key(9).Branch(5) {
		t.Errorf("branch 4 draws %x, want %x", got, want)
	}
}
