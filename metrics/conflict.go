package metrics

import (
	"cmp"
	"math"
	"slices"

	"orglearn/agents"
	"orglearn/network"
	"orglearn/sim"
)

// A person's units are those from which he learns in a channel, their parents (network.Nested), the
// parents of these, and so on. Two of them contradict each other in a dimension if the norm of one
// is +1 and that of the other -1.

// Contradiction is the share of dimensions in which two of a person's units contradict each other:
// 0 to 1. It is the mean over people who have two units or more. It is missing where nobody has,
// and for circles.
func Contradiction(channel string) Metric {
	return inChannel("contradiction", "share of dimensions", channel, func(m *sim.Model) float64 {
		c := m.Channel(channel)
		if c < 0 || m.Norms(c) == 0 {
			return math.NaN()
		}
		parents := m.Units(c).Parents()
		opposed, torn := int64(0), int64(0)
		for p := range present(m) {
			if of := unitsOf(m.Units(c), parents, p); len(of) > 1 {
				opposed += int64(tornIn(m, c, of))
				torn++
			}
		}
		return ratio(opposed, torn*int64(m.Dimensions()))
	})
}

// unitsOf lists a person's units, ascending.
func unitsOf(u *network.Units, parents []int, person int) (all []int) {
	for _, unit := range u.Of(person) {
		for k := int(unit); k >= 0 && !slices.Contains(all, k); k = parents[k] {
			all = append(all, k)
		}
	}
	slices.Sort(all)
	return all
}

// tornIn counts the dimensions in which two of some units contradict each other.
func tornIn(m *sim.Model, channel int, units []int) (n int) {
	for i := range agents.Width(m.Dimensions()) {
		var yes, no uint64
		for _, u := range units {
			w := m.Norm(channel, u)[i]
			yes, no = yes|w.Yes, no|w.No
		}
		n += ones(yes & no)
	}
	return n
}

// Side says which of two units that contradict each other is the one that might win.
type Side uint8

// The sides. Where both units are alike, there is no side.
const (
	ByLevel  Side = iota // the one of the higher level (network.Units.Levels)
	ByLeader             // the one whose norm more of the two units' leaders believe
	ByMerit              // the one whose norm scores more (sim.Model.Merit)
)

// SideTaken says whose side people take. A person is asked in each dimension in which two of his
// units contradict each other when a recorded tick is over, and in which his belief has changed by
// the next. SideTaken is the share of these changes, over the run so far, that led to what the norm
// of the side was, of those that led to what either norm was: 0 to 1. Sides are as they were before
// the change. .5 is a side that does not matter, if people could change to either. Under ByLeader
// those who lead one of the two units do not count. Units hear their leaders also where these have
// no power (network.Led alone): compare with that, which is .513 in examples/institutionalizing.
//
// It has a history: record every tick. Where units have come, gone or changed their numbers since
// the tick before, nothing counts. It is missing where there were no such changes, and for circles.
// Newcomers do not change. A side that there is not is an error.
func SideTaken(channel string, side Side) Metric {
	return ofSide("side taken", "share of changes", channel, side,
		func(h *conflicts) func(*sim.Model, int) { return h.taken })
}

// SideKept says which unit gives way. Two units of some person that contradict each other in a
// dimension when a recorded tick is over may agree by the next, because one of them has taken over
// the norm of the other. SideKept is the share of such ends, over the run so far, in which the norm
// of the side was kept: 0 to 1. .5 is a side that does not matter. Each pair of units counts once,
// however many people are in both.
//
// It has a history: record every tick. Where units have come, gone or changed their numbers since
// the tick before, nothing counts. It is missing where nothing ended so, and for circles. A side
// that there is not is an error.
func SideKept(channel string, side Side) Metric {
	return ofSide("side kept", "share of ends", channel, side,
		func(h *conflicts) func(*sim.Model, int) { return h.kept })
}

// conflicts is the history of a channel's contradictions.
type conflicts struct {
	channel string
	side    Side
	pairs   []pair
	units   []int              // their sim.Model.UnitID, as they were read
	norms   []agents.Knowledge // as they were read
	beliefs []agents.Knowledge
	at      int // the tick that was read
	// the pairs so far that the side won, and that it lost
	won, lost int64
}

// pair is two units that have people in common.
type pair struct {
	a, b   int
	people []int32
	// the dimensions in which they contradicted each other and a, or b, was the side
	sideA, sideB []uint64
}

// read counts what has happened since the tick read before, and returns the share that the side has
// won.
func (h *conflicts) read(m *sim.Model, count func(m *sim.Model, channel int)) float64 {
	c := m.Channel(h.channel)
	if c < 0 || m.Norms(c) == 0 {
		return math.NaN()
	}
	if units := identities(m, c); slices.Equal(units, h.units) {
		count(m, c)
	} else {
		h.units = units
	}
	h.note(m, c)
	return ratio(h.won, h.won+h.lost)
}

// identities are those of the units of a channel.
func identities(m *sim.Model, channel int) []int {
	all := make([]int, m.Norms(channel))
	for u := range all {
		all[u] = m.UnitID(channel, u)
	}
	return all
}

// taken counts the beliefs that changed to what one of two norms was.
func (h *conflicts) taken(m *sim.Model, _ int) {
	for _, x := range h.pairs {
		for _, p := range x.people {
			if m.Vacant(int(p)) || m.Joined(int(p)) > h.at {
				continue
			}
			now := m.Beliefs(int(p))
			for i := range now {
				changed := now[i].Differs(h.beliefs[p][i])
				a, b := alikeIn(now[i], h.norms[x.a][i]), alikeIn(now[i], h.norms[x.b][i])
				h.count(changed&(x.sideA[i]&a|x.sideB[i]&b), changed&(x.sideA[i]&b|x.sideB[i]&a))
			}
		}
	}
}

// kept counts the contradictions that ended because one unit took over the norm of the other.
func (h *conflicts) kept(m *sim.Model, channel int) {
	for _, x := range h.pairs {
		for i := range x.sideA {
			nowA, nowB := m.Norm(channel, x.a)[i], m.Norm(channel, x.b)[i]
			agree := alikeIn(nowA, nowB)
			a, b := agree&alikeIn(nowA, h.norms[x.a][i]), agree&alikeIn(nowA, h.norms[x.b][i])
			h.count(x.sideA[i]&a|x.sideB[i]&b, x.sideA[i]&b|x.sideB[i]&a)
		}
	}
}

func (h *conflicts) count(won, lost uint64) {
	h.won, h.lost = h.won+int64(ones(won)), h.lost+int64(ones(lost))
}

// alikeIn returns the lanes in which two words hold the same belief.
func alikeIn(a, b agents.Word) uint64 { return a.Yes&b.Yes | a.No&b.No }

// note keeps the state of the model: norms, beliefs, and the sides in every contradiction.
func (h *conflicts) note(m *sim.Model, channel int) {
	h.at = m.Tick()
	h.norms = copied(h.norms, m.Norms(channel), func(u int) agents.Knowledge {
		return m.Norm(channel, u)
	})
	h.beliefs = copied(h.beliefs, m.People(), m.Beliefs)
	h.pairs = pairsOf(m, channel)
	judge := h.judge(m, channel)
	for k := range h.pairs {
		x := &h.pairs[k]
		for i, w := range h.norms[x.a] {
			a, b := judge(x, i, w.Opposes(h.norms[x.b][i]))
			x.sideA, x.sideB = append(x.sideA, a), append(x.sideB, b)
		}
		if h.side == ByLeader {
			x.dropLeaders(m.Units(channel))
		}
	}
}

// copied returns copies of n bodies of beliefs, in the storage of earlier ones.
func copied(to []agents.Knowledge, n int, from func(int) agents.Knowledge) []agents.Knowledge {
	to = slices.Grow(to[:0], n)[:n]
	for i := range to {
		to[i] = append(to[i][:0], from(i)...)
	}
	return to
}

// pairsOf lists the pairs of units that have people in common, in the order of their numbers.
func pairsOf(m *sim.Model, channel int) (pairs []pair) {
	u, parents := m.Units(channel), m.Units(channel).Parents()
	people := map[[2]int][]int32{}
	for p := range present(m) {
		of := unitsOf(u, parents, p)
		for j, b := range of {
			for _, a := range of[:j] {
				people[[2]int{a, b}] = append(people[[2]int{a, b}], int32(p))
			}
		}
	}
	for units, both := range people {
		pairs = append(pairs, pair{a: units[0], b: units[1], people: both})
	}
	slices.SortFunc(pairs, func(x, y pair) int {
		return cmp.Or(cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b))
	})
	return pairs
}
