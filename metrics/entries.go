package metrics

import (
	"math"
	"math/bits"
	"slices"

	"orglearn/agents"
	"orglearn/sim"
)

// Entries is how much a channel's units hold: the share of dimensions in which a unit has a norm,
// as a mean over units, 0 to 1. Of a repository (practice.Repository) it is the share of dimensions
// with an entry. It is missing where no unit keeps a norm, as for circles. A scenario without such
// a channel is an error.
func Entries(channel string) Metric {
	return inChannel("entries", "share of dimensions", channel, func(m *sim.Model) float64 {
		entries, _ := entriesOf(m, channel)
		if c := m.Channel(channel); c >= 0 {
			return ratio(entries, int64(m.Norms(c))*int64(m.Dimensions()))
		}
		return math.NaN()
	})
}

// Wrong is how wrong that is: of the entries that Entries counts, the share that is wrong now, 0 to
// 1. Guesses are wrong in .5. In an NK landscape an entry is right if the best body of beliefs has
// it. It is missing where there is no entry, and an error where Entries is.
func Wrong(channel string) Metric {
	return inChannel("wrong entries", "share of entries", channel, func(m *sim.Model) float64 {
		entries, wrong := entriesOf(m, channel)
		return ratio(wrong, entries)
	})
}

// entriesOf counts the entries of all units of a channel, and those that are wrong.
func entriesOf(m *sim.Model, channel string) (entries, wrong int64) {
	c := m.Channel(channel)
	if c < 0 {
		return 0, 0
	}
	truth := m.Landscape().Truth()
	for u := range m.Norms(c) {
		for i, w := range m.Norm(c, u) {
			entries += int64(ones(w.Known()))
			wrong += int64(ones(w.Opposes(truth[i])))
		}
	}
	return entries, wrong
}

// EntryAge is how old entries are: the mean number of ticks since each was written, or written
// otherwise, for the last time, 0 to the tick. An entry that is lost and written again is new. It
// is missing where there is no entry. A scenario without such a channel is an error.
//
// It has a history: record every tick. Of recorded ticks that lie apart, an entry counts as written
// at the later one. Units are known by their numbers, and all entries are new where the number of
// units changes.
func EntryAge(channel string) Metric {
	return ofEntries("age of entries", "ticks", channel, func(x *entries) float64 {
		return ratio(x.age, x.n)
	})
}

// Outdated is the share of entries that were right when they were written and are wrong now: 0 to
// 1, at most Wrong. The rest of Wrong was written wrong. It is missing where Wrong is, and has the
// history of EntryAge.
func Outdated(channel string) Metric {
	return ofEntries("outdated entries", "share of entries", channel, func(x *entries) float64 {
		return ratio(x.outdated, x.n)
	})
}

func ofEntries(name, unit, channel string, of func(*entries) float64) Metric {
	return overRun(name, unit, channel, func() func(*sim.Model) float64 {
		x := new(entries)
		return func(m *sim.Model) float64 {
			c := m.Channel(channel)
			if c < 0 {
				return math.NaN()
			}
			x.read(m, c)
			return of(x)
		}
	})
}

// entries says when each entry of a channel was written, and whether it was right then.
type entries struct {
	norms   []agents.Knowledge // as they were read last
	written [][]int32          // of each unit and dimension: the tick
	right   [][]uint64         // of each unit: lanes in which it was right when written
	truth   agents.Knowledge   // as it was read last, which is what held while units wrote

	n, age, outdated int64
}

func (x *entries) read(m *sim.Model, c int) {
	truth := m.Landscape().Truth()
	if len(x.norms) != m.Norms(c) {
		x.open(m, c)
	}
	x.n, x.age, x.outdated = 0, 0, 0
	for u, old := range x.norms {
		for i, w := range m.Norm(c, u) {
			changed := w.Differs(old[i])
			right := changed & w.Known() &^ w.Opposes(x.truth[i])
			x.right[u][i] = x.right[u][i]&^changed | right
			old[i] = w
			x.n += int64(ones(w.Known()))
			x.outdated += int64(ones(x.right[u][i] & w.Opposes(truth[i])))
			x.grow(u, i, m.Tick(), changed, w.Known())
		}
	}
	copy(x.truth, truth)
}

// open makes room for norms that nobody has written yet.
func (x *entries) open(m *sim.Model, c int) {
	width := agents.Width(m.Dimensions())
	x.truth = slices.Clone(m.Landscape().Truth())
	x.norms, x.written, x.right = nil, nil, nil
	for range m.Norms(c) {
		x.norms = append(x.norms, make(agents.Knowledge, width))
		x.written = append(x.written, make([]int32, 64*width))
		x.right = append(x.right, make([]uint64, width))
	}
}

// grow dates the entries of a word that have changed, and adds up the ages of all that are there.
func (x *entries) grow(unit, word, tick int, changed, known uint64) {
	at := x.written[unit][64*word:]
	for ; changed != 0; changed &= changed - 1 {
		at[bits.TrailingZeros64(changed)] = int32(tick)
	}
	for ; known != 0; known &= known - 1 {
		x.age += int64(tick - int(at[bits.TrailingZeros64(known)]))
	}
}
