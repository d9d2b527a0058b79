package metrics

import (
	"fmt"

	"orglearn/agents"
	"orglearn/sim"
)

// MaxPast is the largest number of words of 16 bytes that a mark with a history keeps of each run:
// people (or norms) times 64 dimensions times ticks.
const MaxPast = 1 << 26

// pasts keeps something of each of the last ticks.
type pasts[T any] struct {
	ticks []int // at the place tick % len; 0 is the place of no tick
	of    []T
}

func newPasts[T any](length int) pasts[T] {
	return pasts[T]{make([]int, length), make([]T, length)}
}

// at returns the place of a tick, 1 or more, and what is kept of it; ok is false if nothing is.
func (p *pasts[T]) at(tick int) (kept T, ok bool) {
	if tick < 1 || p.ticks[tick%len(p.ticks)] != tick {
		return kept, false
	}
	return p.of[tick%len(p.of)], true
}

// keep keeps something of a tick, 1 or more, in place of the oldest.
func (p *pasts[T]) keep(tick int, x T) {
	p.ticks[tick%len(p.ticks)], p.of[tick%len(p.of)] = tick, x
}

// bodies are beliefs of people, or norms of units, one after the other, and whose they are.
type bodies struct {
	words []agents.Word
	who   []int // of each body: the tick at which its person came, or sim.Model.UnitID
	width int
}

// ofPeople returns a copy of what people believe.
func ofPeople(m *sim.Model) bodies {
	b := bodies{
		words: append([]agents.Word(nil), m.Bodies()...), who: make([]int, m.People()),
		width: agents.Width(m.Dimensions()),
	}
	for p := range b.who {
		if b.who[p] = m.Joined(p); m.Vacant(p) {
			b.who[p] = -1
		}
	}
	return b
}

// ofNorms returns a copy of the norms of a channel.
func ofNorms(m *sim.Model, channel int) bodies {
	b := bodies{who: make([]int, m.Norms(channel)), width: agents.Width(m.Dimensions())}
	for u := range b.who {
		b.who[u] = m.UnitID(channel, u)
		b.words = append(b.words, m.Norm(channel, u)...)
	}
	return b
}

// row returns body i.
func (b bodies) row(i int) agents.Knowledge { return b.words[i*b.width : (i+1)*b.width] }

// same reports whether body i is of the same person, or unit, in two lists.
func (b bodies) same(o bodies, i int) bool { return b.who[i] == o.who[i] && b.who[i] >= 0 }

// known counts the beliefs of body i, both signs of a dimension apart.
func (b bodies) known(i int) (n int) {
	for _, w := range b.row(i) {
		n += ones(w.Yes) + ones(w.No)
	}
	return n
}

// held counts the beliefs of body i that the same person, or unit, holds later.
func (b bodies) held(later bodies, i int) int64 {
	if !b.same(later, i) {
		return 0
	}
	return int64(alike(b.row(i), later.row(i)))
}

// checkPast returns an error where a mark would keep too much of the past. after is in ticks.
func checkPast(s sim.Scenario, after int) error {
	if after < 1 || after > sim.MaxTicks {
		return fmt.Errorf("it is read %d ticks later, want 1 to %d", after, sim.MaxTicks)
	}
	words := int64(s.People) * int64(agents.Width(s.Dimensions))
	if most := MaxPast / max(words, 1); int64(after) > most {
		return fmt.Errorf("it is read %d ticks later, want 1 to %d with %d people and %d "+
			"dimensions", after, most, s.People, s.Dimensions)
	}
	return nil
}
