package practice

import (
	"math/bits"

	"orglearn/agents"
)

// A word of a seat, as Attendance, Commitment and Expectations keep it: the low half is a small
// number that can be negative, and the bit silent says that the rule kept the person from being
// heard in the last tick in which it was asked.
const silent = 1 << 32

// IsSilent reports whether an Attendance, a Commitment or an Expectations in a Participant kept a
// person from being heard in a unit in the last tick, by what the Participant remembers of his seat
// there (sim.Remembered.Part).
func IsSilent(rule agents.Participant, seat []uint64) bool {
	for len(seat) > 0 {
		h, holds := rule.(holder)
		if !holds {
			return false
		}
		of, words := h.holds()
		rest := max(len(seat)-words, 0)
		if words > 0 && keepsSilence(rule) && seat[rest]&silent != 0 {
			return true
		}
		rule, seat = of, seat[:rest]
	}
	return false
}

// keepsSilence reports whether the word of a rule has the bit silent: that of an Apprenticeship is
// a tenure, that of a Tally a count, and that of a Floor a Turn.
func keepsSilence(rule agents.Participant) bool {
	switch rule.(type) {
	case Apprenticeship, Tally, Floor:
		return false
	}
	return true
}

// steps returns the small number of a word.
func steps(word uint64) int { return int(int32(uint32(word))) }

// moved adds to the small number of a word, within limits.
func moved(word uint64, by, least, most int) uint64 {
	n := min(max(steps(word)+by, least), most)
	return word&^(silent-1) | uint64(uint32(int32(n)))
}

// noted sets or clears the bit silent of a word.
func noted(word uint64, is bool) uint64 {
	if is {
		return word | silent
	}
	return word &^ silent
}

// own returns the last words of a seat, nil if they are not there: the person has no seat, or the
// number is 0.
func own(seat []uint64, words int) []uint64 {
	if words == 0 || len(seat) < words {
		return nil
	}
	return seat[len(seat)-words:]
}

// sign returns -1, 0 or 1.
func sign[T int | int32 | float64](n T) int {
	switch {
	case n > 0:
		return 1
	case n < 0:
		return -1
	}
	return 0
}

// placeOf returns where a person is among the voices, or their number if he is not. It begins to
// look after a place: those who learn come mostly in the same order.
func placeOf(said *agents.Voices, id, after int) int {
	n := said.Len()
	for i := range n {
		if k := (after + 1 + i) % n; said.ID(k) == id && !said.FromUnit(k) {
			return k
		}
	}
	return n
}

// timesHeard counts the dimensions in which a norm changed to what voice k said. It is 0 if there
// is no such voice.
func timesHeard(said *agents.Voices, k int, changed agents.Knowledge) (n int) {
	if k >= said.Len() {
		return 0
	}
	for i, w := range said.At(k) {
		n += bits.OnesCount64(w.Yes&changed[i].Yes | w.No&changed[i].No)
	}
	return n
}
