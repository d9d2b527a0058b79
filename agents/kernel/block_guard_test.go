//go:build linux && amd64 && !purego

package kernel

import (
	"testing"

	"orglearn/agents/internal/memtest"
)

// The wide loops of blocks touch no memory past the end of their arguments.
func TestBlockEnds(t *testing.T) {
	for _, people := range []int{1, 8, 9, 40} {
		for _, dimensions := range []int{64, 65, 128, 129, 256, 300} {
			for _, contacts := range []int{3, 8, 40} {
				s := newSociety(9, people, dimensions, contacts)
				m := &s.many
				m.To = people
				for _, l := range []*Bare{s.beliefs, s.claims, s.norms} {
					l.words = memtest.AtEnd(t, l.words)
				}
				m.Changed, m.Standing = memtest.AtEnd(t, m.Changed), memtest.AtEnd(t, m.Standing)
				m.Starts, m.Heard = memtest.AtEnd(t, m.Starts), memtest.AtEnd(t, m.Heard)
				m.slots = memtest.AtEnd(t, make([]Slots, people))
				before := s.beliefs.Known(0, people)
				m.Superior(1)
				m.Absorb(.3)
				s.beliefs.Agreement(append([]Word(nil), s.claims.Row(0)...), 0, people,
					m.Changed)
				if after := s.beliefs.Known(0, people); after < before {
					t.Errorf("%d people, %d dimensions: %d beliefs, then %d",
						people, dimensions, before, after)
				}
			}
		}
	}
}
