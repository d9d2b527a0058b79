package sim

import (
	"math/bits"
	"slices"

	"orglearn/agents"
	"orglearn/agents/kernel"
)

// look finds what a unit sees of merit this tick: a set of marks, or of dimensions if the landscape
// has no marks. It is drawn for the unit and tick, within what the unit is about.
func (m *Model) look(sc *scratch, c *channel, unit int, t turn, seen []uint64) {
	clear(seen)
	about := c.about(unit)
	if m.marker != nil {
		m.lookAtMarks(sc, c.keys.sight, about, t, seen)
		return
	}
	if l, ok := m.landscape.(*nk); ok && about != nil && l.Seen() > 0 {
		copy(seen, about) // sampled below: each dimension has its own contribution
		d := newDice(c.keys.sight, m.tick, t.id)
		thin(sc, &d, seen, l.Seen())
		return
	}
	if m.sighted != nil && m.sighted.Seen() > 0 {
		m.start(&sc.draw, c.keys.sight, t)
		m.sighted.Sample(ruleStream(&sc.draw), seen)
	} else {
		for i := range seen {
			seen[i] = agents.Lanes(m.scenario.Dimensions, i)
		}
	}
	for i, a := range about {
		seen[i] &= a
	}
}

// lookAll is look for the units from..to-1, into sc.sights.
func (m *Model) lookAll(sc *scratch, c *channel, from, to int) {
	width := agents.Width(m.scenario.Dimensions)
	if m.marker == nil || width > 1 || m.marker.Seen() == 0 {
		for u := from; u < to; u++ {
			m.look(sc, c, u, turn{id: u}, sc.sights[(u-from)*width:(u-from+1)*width])
		}
		return
	}
	words := sc.words[:to-from]
	c.keys.sight.FirstWords(m.tick, from, words)
	if c.agenda != nil {
		m.lookWithin(sc, c, from, words)
		return
	}
	if samples := m.marker.samples(); samples != nil {
		for i, word := range words {
			at, _ := bits.Mul64(word, uint64(len(samples)))
			sc.sights[i] = samples[at]
		}
		return
	}
	_, number, apart := m.marker.all()
	want := min(m.marker.Seen()/apart, number)
	for i, word := range words {
		d := dice{key: c.keys.sight, tick: m.tick, id: from + i, words: 1, word: word, room: 1}
		sc.sights[i] = sampleWord(&d, number, want, apart)
	}
}

// lookWithin is lookAll for units with an agenda, given their first random words. It first draws
// which of its marks each unit sees, by their number, and then finds these.
func (m *Model) lookWithin(sc *scratch, c *channel, from int, words []uint64) {
	all, _, apart := m.marker.all()
	want, samples := m.marker.Seen()/apart, m.marker.samples()
	seen := sc.sights[:len(words)]
	m.marker.within(c.subjects.masks[from:from+len(words)], seen)
	for i, word := range words {
		n := bits.OnesCount64(seen[i])
		switch {
		case samples != nil && seen[i] == all[0]:
			at, _ := bits.Mul64(word, uint64(len(samples)))
			seen[i], words[i] = samples[at], ^uint64(0)
		case want >= n:
			words[i] = ^uint64(0)
		case bits.Len(uint(n))*want <= diceBits:
			words[i] = sampleOne(word, n, want)
		default:
			d := dice{key: c.keys.sight, tick: m.tick, id: from + i, words: 1, word: word, room: 1}
			words[i] = sampleWord(&d, n, want, 1)
		}
	}
	kernel.Spread(words, seen)
}

// sampleOne is sampleWord for marks side by side, if one random word serves for n^k.
func sampleOne(word uint64, n, k int) (set uint64) {
	for top := n - k; top < n; top++ {
		var at uint64
		at, word = bits.Mul64(word, uint64(top+1))
		at ^= (at ^ uint64(top)) & -(set >> (at & 63) & 1)
		set |= 1 << (at & 63)
	}
	return set
}

// sampleWord is sampleFew for marks that lie in one word.
func sampleWord(d *dice, n, k, apart int) (set uint64) {
	for top := n - k; top < n; top++ {
		bit := uint64(1) << uint(d.below(top+1)*apart&63)
		if set&bit != 0 {
			bit = 1 << uint(top*apart&63)
		}
		set |= bit
	}
	return set
}

func (m *Model) lookAtMarks(sc *scratch, key kernel.Key, about []uint64, t turn, seen []uint64) {
	all, number, apart := m.marker.all()
	want := m.marker.Seen() / apart
	d := newDice(key, m.tick, t.id)
	if about != nil {
		m.marker.within(about, seen)
		if !slices.Equal(seen, all) {
			if m.marker.Seen() > 0 {
				thin(sc, &d, seen, want)
			}
			return
		}
		clear(seen) // the unit is about everything, and sees what it would see without an agenda
	}
	if samples := m.marker.samples(); samples != nil {
		at, _ := bits.Mul64(key.Word(m.tick, t.id, 0), uint64(len(samples)))
		seen[0] = samples[at]
		return
	}
	if m.marker.Seen() == 0 || want >= number {
		copy(seen, all)
		return
	}
	sampleFew(&d, number, want, apart, seen)
}

// sampleFew draws k different numbers from 0 to n-1, all with the same probability, and sets the
// bits at apart times each (Floyd's algorithm: Bentley and Floyd 1987, Communications of the ACM
// 30:754-757).
func sampleFew(d *dice, n, k, apart int, set []uint64) {
	for top := n - k; top < n; top++ {
		at := d.below(top+1) * apart
		if set[at>>6]>>uint(at&63)&1 != 0 {
			at = top * apart
		}
		set[at>>6] |= 1 << uint(at&63)
	}
}

// thin draws k of the bits that are set, as sampleFew does, and clears the others. If at most k are
// set, it keeps all.
func thin(sc *scratch, d *dice, set []uint64, k int) {
	n := 0
	for _, w := range set {
		n += bits.OnesCount64(w)
	}
	if k >= n {
		return
	}
	if len(set) == 1 {
		kernel.Spread([]uint64{sampleWord(d, n, k, 1)}, set)
		return
	}
	sc.marks = resized(sc.marks, (n+63)/64)
	drawn := sc.marks
	clear(drawn)
	sampleFew(d, n, k, 1, drawn)
	at := 0
	for i, w := range set {
		for left := w; left != 0; left &= left - 1 {
			if drawn[at>>6]>>uint(at&63)&1 == 0 {
				set[i] &^= left & -left
			}
			at++
		}
	}
}
