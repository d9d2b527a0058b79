//go:build linux && amd64 && !purego

package agents

import (
	"syscall"
	"testing"
	"unsafe"
)

// atEnd moves a list to where memory ends: what reads or writes past it faults.
func atEnd[T any](t *testing.T, list []T) []T {
	t.Helper()
	if len(list) == 0 {
		return nil
	}
	const page = 4096
	size := len(list) * int(unsafe.Sizeof(list[0]))
	all, err := syscall.Mmap(-1, 0, (size+page-1)/page*page+page, syscall.PROT_READ|syscall.PROT_WRITE, syscall.MAP_ANON|syscall.MAP_PRIVATE)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = syscall.Munmap(all) })
	if err := syscall.Mprotect(all[len(all)-page:], syscall.PROT_NONE); err != nil {
		t.Fatal(err)
	}
	moved := unsafe.Slice((*T)(unsafe.Pointer(&all[len(all)-page-size])), len(list))
	copy(moved, list)
	return moved
}

// The wide loops touch no memory past the end of what they are given.
func TestWideEnds(t *testing.T) {
	for _, people := range []int{1, 8, 9, 40} {
		for _, dimensions := range []int{64, 65, 128, 129, 256, 300} {
			for _, contacts := range []int{3, 8, 40} {
				s := newSociety(9, people, dimensions, contacts)
				m := &s.many
				m.To = people
				for _, l := range []*Layer{s.beliefs, s.claims, s.norms} {
					l.words = atEnd(t, l.words)
				}
				m.Changed, m.Standing, m.Starts, m.Heard = atEnd(t, m.Changed), atEnd(t, m.Standing), atEnd(t, m.Starts), atEnd(t, m.Heard)
				m.slots, m.left = atEnd(t, make([]slots, people)), atEnd(t, make([]uint8, people/8))
				before := s.beliefs.Known(0, people)
				Superior{Rate: 1}.ObjectifyMany(m)
				Absorb{Rate: .3}.InternalizeMany(m)
				s.beliefs.Agreement(append(Knowledge(nil), s.claims.Row(0)...), 0, people, m.Changed)
				if after := s.beliefs.Known(0, people); after < before {
					t.Errorf("%d people, %d dimensions: %d beliefs, then %d", people, dimensions, before, after)
				}
			}
		}
	}
}
