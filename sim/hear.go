package sim

import (
	"math/bits"
	"slices"

	"orglearn/agents/kernel"
	"orglearn/network"
)

// hearing lists who is heard in each unit this tick. It is needed if that is not simply the list of
// voices: some take no part, have left or are not heeded, or a unit hears other units.
type hearing struct {
	direct bool     // all voices are heard, and no others
	starts []uint32 // where the list of each unit begins
	counts []uint32 // its length
	ids    []int32  // people, and after them units
	at     []int32  // the place of each among the unit's voices; -1 for a unit
	until  int      // the lists hold before this tick
}

// settle makes room for the lists, if they are needed.
func (h *hearing) settle(m *Model, f *forum) {
	h.until = 0
	h.direct = f.heed == 0 && f.participate == nil && !f.nested && m.vacancies == 0
	if h.direct {
		return
	}
	n := f.units.Len()
	h.starts, h.counts = resized(h.starts, n+1), resized(h.counts, n)
	for u := range n {
		h.starts[u+1] = h.starts[u] + uint32(len(f.units.Voices(u))+len(f.units.Heard(u)))
	}
	h.ids, h.at = resized(h.ids, int(h.starts[n])), resized(h.at, int(h.starts[n]))
}

// resized returns n elements in the storage of s, or in new storage. If s had some, there is room
// to grow once more.
func resized[T any](s []T, n int) []T {
	switch {
	case cap(s) >= n:
		return s[:n]
	case cap(s) == 0:
		return make([]T, n)
	}
	return make([]T, n, n+n/8)
}

// gather lists who is heard in a unit. The chance of a turn draws whom the unit heeds.
func (f *forum) gather(m *Model, sc *scratch, unit int, t turn) {
	h := &f.hearing
	if h.direct {
		return
	}
	first := h.starts[unit]
	if voices := f.units.Voices(unit); f.heed > 0 && f.hearsAll(m) && len(voices) > f.heed {
		f.drawHeeded(m, sc, t, len(voices))
		n := uint32(0)
		for i, mark := range sc.marks {
			for ; mark != 0; mark &= mark - 1 {
				k := i*64 + bits.TrailingZeros64(mark)
				h.ids[first+n], h.at[first+n] = voices[k], int32(k)
				n++
			}
		}
		h.counts[unit] = n
		return
	}
	h.counts[unit] = uint32(f.present(m, unit, h.ids[first:first], h.at[first:first]))
	f.heedSome(m, sc, t, unit)
}

// hearsAll reports whether all voices of every unit may be heard, and no unit hears another.
func (f *forum) hearsAll(m *Model) bool {
	return f.participate == nil && !f.nested && m.vacancies == 0
}

// present lists who may be heard in a unit and the place of each, and returns their number.
func (f *forum) present(m *Model, unit int, ids, at []int32) int {
	voices := f.units.Voices(unit)
	if x := &f.parts; x.starts != nil && m.vacancies == 0 {
		n := 0
		ids, at = ids[:len(voices)], at[:len(voices)]
		for k, place := range x.ofVoice[x.voiceStarts[unit]:][:len(voices)] {
			ids[n], at[n] = voices[k], int32(k)
			n += int(x.answers[place] >> 1 & 1) // Heard
		}
		ids, at = ids[:n], at[:n]
	} else {
		for k, p := range voices {
			if !m.Vacant(int(p)) && f.parts.heard(unit, k) {
				ids, at = append(ids, p), append(at, int32(k))
			}
		}
	}
	for _, other := range f.units.Heard(unit) {
		ids, at = append(ids, int32(m.scenario.People)+other), append(at, -1)
	}
	return len(ids)
}

// gatherAll is gather for the units from..to-1, each with its own chance. The lists hold for the
// tick, so where all have been made for those who ask, it does nothing.
func (f *forum) gatherAll(m *Model, sc *scratch, from, to int) {
	if f.hearing.until > m.tick {
		return
	}
	if f.parts.starts != nil && f.heed == 0 && !f.nested && m.vacancies == 0 {
		f.gatherParts(from, to)
		return
	}
	for u := from; u < to && !f.hearing.direct; u++ {
		f.gather(m, sc, u, turn{id: u})
	}
}

// gatherParts is gatherAll if the parts that people take decide alone who is heard.
func (f *forum) gatherParts(from, to int) {
	h, answers := &f.hearing, f.parts.answers
	starts, voices := f.units.Lists()
	for u := from; u < to; u++ {
		first, end := starts[u], starts[u+1]
		people, places := voices[first:end], f.parts.ofVoice[first:end]
		ids, at := h.ids[first:end], h.at[first:end]
		n := 0
		for k := range people {
			ids[n], at[n] = people[k], int32(k)
			n += int(answers[places[k]] >> 1 & 1) // Heard
		}
		h.counts[u] = uint32(n)
	}
}

// heedSome draws, from those who may be heard in a unit, the ones whom it heeds, and drops the
// rest.
func (f *forum) heedSome(m *Model, sc *scratch, t turn, unit int) {
	h := &f.hearing
	n := h.counts[unit]
	if f.heed == 0 || int64(n) <= int64(f.heed) {
		return
	}
	ids, at := h.ids[h.starts[unit]:][:n], h.at[h.starts[unit]:][:n]
	f.drawHeeded(m, sc, t, len(ids))
	n = 0
	for k := range ids {
		if sc.marks[k>>6]>>uint(k&63)&1 != 0 {
			ids[n], at[n] = ids[k], at[k]
			n++
		}
	}
	h.counts[unit] = n
}

// drawHeeded draws whom a unit heeds among a number of voices, and marks them in sc.marks.
func (f *forum) drawHeeded(m *Model, sc *scratch, t turn, voices int) {
	sc.marks = resized(sc.marks, (voices+63)/64)
	clear(sc.marks)
	m.start(&sc.draw, f.keys.heed, t)
	sample(&sc.draw, voices, f.heed, 1, sc.marks)
}

// heard holds the voices of a unit as a rule sees them.
type heard struct {
	ids   []int32
	at    []int32 // the place of each among the unit's voices; nil: 0, 1, 2, ...
	ranks []network.Rank
	ties  []float32
}

// heardIn returns who is heard in a unit. The result is valid until the next call.
func (f *forum) heardIn(sc *scratch, unit int) heard {
	ranks, ties, above := f.units.Ranks(unit), f.units.Weights(unit), f.units.HeardRanks(unit)
	h := &f.hearing
	if h.direct {
		return heard{f.units.Voices(unit), nil, ranks, ties}
	}
	first, end := h.starts[unit], h.starts[unit]+h.counts[unit]
	v := heard{ids: h.ids[first:end], at: h.at[first:end]}
	if ranks != nil || above != nil {
		sc.ranks = pick(sc.ranks[:0], ranks, v.at, network.Member)
		f.rankUnits(sc.ranks, v, unit)
		v.ranks = sc.ranks
	}
	if ties != nil {
		sc.ties = pick(sc.ties[:0], ties, v.at, 1)
		v.ties = sc.ties
	}
	return v
}

// rankUnits fills in the ranks of the units among the voices of a unit.
func (f *forum) rankUnits(ranks []network.Rank, v heard, unit int) {
	of := f.units.HeardRanks(unit)
	for k := range ranks {
		if of != nil && v.at[k] < 0 {
			other := v.ids[k] - int32(f.units.People())
			ranks[k] = of[slices.Index(f.units.Heard(unit), other)]
		}
	}
}

// pick appends the values at the given places, and other for a place of -1 or without values.
func pick[T any](to, from []T, at []int32, other T) []T {
	for _, k := range at {
		if k < 0 || from == nil {
			to = append(to, other)
		} else {
			to = append(to, from[k])
		}
	}
	return to
}

// only returns the voices of unit q if it hears person p alone, whose tie has the weight ties[k].
func (f *forum) only(sc *scratch, q, p int, ties []float32, k int) heard {
	sc.ids = append(sc.ids[:0], int32(p))
	sc.at = append(sc.at[:0], int32(slices.Index(f.units.Voices(q), int32(p))))
	v := heard{ids: sc.ids, at: sc.at}
	if ties != nil {
		sc.ties = append(sc.ties[:0], ties[k])
		v.ties = sc.ties
	}
	return v
}

// Rules read ranks as numbers. This checks that a leader has the same number in both packages.
var _ = [1]struct{}{}[network.Leader-kernel.Leader]
