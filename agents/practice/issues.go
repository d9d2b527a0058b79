package practice

import (
	"math/bits"

	"orglearn/agents"
)

// Issues are what Attend remembers of a unit: the issues that are on its agenda, the changes that
// it has not noticed, and what came of its attention. For m dimensions they are the last words of
// sim.Remembered.Agenda: see IssuesOf. At first all words are 0: nothing is on the agenda.
type Issues struct {
	words []uint64
	width int // words of a mask of dimensions
}

// Attended counts, over the run so far, what the attention of a unit led to.
type Attended struct {
	Looked int // dimensions looked at
	Seen   int // those of them in which there was a change not yet noticed
	Found  int // changes noticed
	Lag    int // ticks from a change until it was noticed, the first included, summed over them
	Tried  int // solutions tried
	Kept   int // solutions kept
}

// The words of Issues: in the first, whether reality is known, and twice the number of changes that
// are not noticed; then six counts, two masks, and a word a dimension.
const (
	begunWord = iota
	countsAt
	issuesAt = countsAt + 6
)

func issueWords(dimensions int) int { return issuesAt + 2*agents.Width(dimensions) + dimensions }

// IssuesOf returns the issues in what an Agenda remembers of a unit, for a number of dimensions.
// There are none if the memory is too short.
func IssuesOf(memory []uint64, dimensions int) (x Issues, ok bool) {
	first := len(memory) - issueWords(dimensions)
	if first < 0 {
		return Issues{}, false
	}
	return Issues{memory[first:], agents.Width(dimensions)}, true
}

// IssuesIn is IssuesOf for an Agenda that is an Attend or holds one.
func IssuesIn(agenda agents.Agenda, memory []uint64, dimensions int) (x Issues, ok bool) {
	_, own, ok := agendaWords[Attend](agenda, memory, dimensions)
	if !ok {
		return Issues{}, false
	}
	return IssuesOf(own, dimensions)
}

// AllIssues are the Issues of many units.
type AllIssues struct {
	memory                   []uint64
	each, first, size, width int
}

// AllIssuesIn returns the Issues of all units, in what an Agenda that is an Attend or holds one
// remembers of them: so many words of each.
func AllIssuesIn(agenda agents.Agenda, memory []uint64, each, dimensions int) (AllIssues, bool) {
	_, _, end, ok := agendaBounds[Attend](agenda, each, dimensions)
	size := issueWords(dimensions)
	return AllIssues{memory, each, end - size, size, agents.Width(dimensions)}, ok && end >= size
}

// Of returns the Issues of a unit.
func (x *AllIssues) Of(unit int) Issues {
	at := unit*x.each + x.first
	return Issues{x.memory[at : at+x.size : at+x.size], x.width}
}

// On is a mask of the dimensions that are on the agenda, one word per 64 dimensions. It is a view,
// which may be changed.
func (x Issues) On() []uint64 { return x.words[issuesAt:][:x.width:x.width] }

// Attended returns what came of the unit's attention.
func (x Issues) Attended() Attended {
	c := x.words[countsAt:]
	return Attended{int(c[0]), int(c[1]), int(c[2]), int(c[3]), int(c[4]), int(c[5])}
}

// CountLooks counts dimensions looked at.
func (x Issues) CountLooks(dimensions int) { x.words[countsAt] += uint64(dimensions) }

// CountSeen counts a change seen that was not noticed before.
func (x Issues) CountSeen() { x.words[countsAt+1]++ }

// CountTried counts a solution tried, and whether it was kept.
func (x Issues) CountTried(kept bool) {
	if x.words[countsAt+4]++; kept {
		x.words[countsAt+5]++
	}
}

// Follow notes, at a tick, in which dimensions reality has changed since it was called before. The
// first call notes nothing. A change that is turned back before it is noticed is none.
func (x Issues) Follow(truth agents.Knowledge, tick int) {
	was := x.words[issuesAt+x.width:][:x.width]
	begun := -(x.words[begunWord] & 1)
	for i, w := range truth {
		turned := (w.Yes ^ was[i]) & begun
		was[i] = w.Yes
		for ; turned != 0; turned &= turned - 1 {
			if since := x.since(i*64 + bits.TrailingZeros64(turned)); *since == 0 {
				*since = uint64(tick) + 1
				x.words[begunWord] += 2
			} else {
				*since = 0
				x.words[begunWord] -= 2
			}
		}
	}
	x.words[begunWord] |= 1
}

// Unnoticed returns the number of dimensions with a change that is not noticed.
func (x Issues) Unnoticed() int { return int(x.words[begunWord] >> 1) }

// Changed returns the tick of a change in a dimension that is not noticed, or -1.
func (x Issues) Changed(d int) int { return int(*x.since(d)) - 1 }

// Notice notes that the change in a dimension is noticed at a tick. There must be one: see Changed.
// The dimension becomes an issue.
func (x Issues) Notice(d, tick int) {
	since := x.since(d)
	x.words[countsAt+2]++
	x.words[countsAt+3] += uint64(tick) + 2 - *since
	*since = 0
	x.words[begunWord] -= 2
	x.On()[d/64] |= 1 << uint(d%64)
}

func (x Issues) since(d int) *uint64 { return &x.words[issuesAt+2*x.width+d] }
