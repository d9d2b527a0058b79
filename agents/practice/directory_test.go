package practice_test

import (
	"slices"
	"testing"

	"orglearn/agents"
	"orglearn/agents/practice"
)

// directed returns the memory of a unit whose directory names some of 12 people, and since when.
func directed(r *agents.Stream, dimensions int) (d practice.Directory, memory []uint64) {
	rule := practice.Transactive{Of: agents.Superior{}}
	memory = make([]uint64, rule.Memory(dimensions).Unit)
	d, _ = practice.DirectoryOf(memory, dimensions)
	for i := range dimensions {
		d.Name(i, r.IntN(13)-1, r.IntN(9))
	}
	return d, memory
}

// A directory forgets those who are no members, or came after they were named, and nobody else.
func TestForget(t *testing.T) {
	r, forgot, kept := agents.NewStream(8), 0, 0
	for range 200 {
		dimensions := 1 + r.IntN(150)
		d, memory := directed(r, dimensions)
		was, _ := practice.DirectoryOf(slices.Clone(memory), dimensions)
		roll, came := practice.NewRoll(12), make([]int, 12)
		for p := range came {
			came[p] = r.IntN(9)
			if roll.Join(p, came[p]); r.IntN(3) == 0 {
				roll.Leave(p)
				came[p] = -1
			}
		}
		d.Forget(roll)
		for i := range dimensions {
			want, wantSince := was.Named(i)
			if want >= 0 && (came[want] < 0 || came[want] > wantSince) {
				want, wantSince = -1, 0
				forgot++
			} else if want >= 0 {
				kept++
			}
			if who, since := d.Named(i); who != want || since != wantSince {
				t.Fatalf("%d, named at %d, want %d at %d", who, since, want, wantSince)
			}
		}
	}
	if forgot < 1000 || kept < 1000 {
		t.Errorf("%d forgotten and %d kept: too few to test", forgot, kept)
	}
}
