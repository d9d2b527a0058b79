package kernel

// Lessons are what the people who learn in a unit took over there in a tick.
type Lessons struct {
	people  []int32
	seats   []uint32 // the number of each one's seat: its row of took, and its place in the others
	took    *Bare
	gained  []int32
	heeded  []bool
	changed *Bare    // one row
	memory  []uint64 // each words for every seat
	each    int
	hidden  int     // of these words, the last
	whom    []int32 // see Ask; nil: nobody asks
	one     bool    // whom is by person
}

// Set makes l the people with the given ids. Their seats have the numbers given in the same order.
// took has a row for each seat. gained and heeded have a value for each.
func (l *Lessons) Set(people []int32, seats []uint32, took *Bare, gained []int32, heeded []bool) {
	l.people, l.seats, l.took, l.gained, l.heeded = people, seats, took, gained, heeded
	l.changed, l.memory, l.each, l.hidden, l.whom = nil, nil, 0, 0, nil
}

// Change says, after Set, what the norm became where it changed: the one row of a layer.
func (l *Lessons) Change(changed *Bare) { l.changed = changed }

// Remember says, after Set, what a rule remembers of all seats: each words for every seat.
func (l *Lessons) Remember(memory []uint64, each int) {
	l.memory, l.each, l.hidden = memory, each, 0
}

// Hide leaves the last words of every seat out of Seat, besides those hidden before; words below 0
// show so many again. A rule that holds another one keeps its own words from it.
func (l *Lessons) Hide(words int) { l.hidden += words }

// Ask says, after Set, whom people asked, for all seats: the number of the voice that answered, a
// Refusal, or another number below 0 where nobody was asked. If one is true, it is for all people
// instead, each in the one seat that he heeded.
func (l *Lessons) Ask(whom []int32, one bool) { l.whom, l.one = whom, one }

const firstRefusal = -4 // below what else stands in place of a voice

// Refusal stands for a voice that was asked and did not answer.
func Refusal(voice int32) int32 { return firstRefusal - voice }

// IsRefusal reports whether a number is a Refusal.
func IsRefusal(whom int32) bool { return whom <= firstRefusal }

// Asked returns the number of the voice that person k asked, whether it answered, and whether he
// asked anybody.
func (l *Lessons) Asked(k int) (voice int, answered, asked bool) {
	at := int(l.seats[k])
	if l.one {
		at = l.ID(k)
	}
	if l.whom == nil || !l.Heeded(k) {
		return 0, false, false
	}
	switch whom := l.whom[at]; {
	case whom >= 0:
		return int(whom), true, true
	case IsRefusal(whom):
		return int(firstRefusal - whom), false, true
	}
	return 0, false, false
}

// Len returns the number of people.
func (l *Lessons) Len() int { return len(l.people) }

// ID returns the number of person k.
func (l *Lessons) ID(k int) int { return int(l.people[k]) }

// Heeded reports whether person k heeded his seat.
func (l *Lessons) Heeded(k int) bool { return l.heeded[l.seats[k]] }

// Took returns a layer, and the row in it that says what person k took over.
func (l *Lessons) Took(k int) (*Bare, int) { return l.took, int(l.seats[k]) }

// Gained returns how much more reality paid person k afterwards.
func (l *Lessons) Gained(k int) int32 { return l.gained[l.seats[k]] }

// Changed returns a layer whose first row says what the norm became where it changed.
func (l *Lessons) Changed() *Bare { return l.changed }

// Seat returns what a rule remembers of the seat of person k, or nil.
func (l *Lessons) Seat(k int) []uint64 {
	n := l.each - l.hidden
	if n <= 0 {
		return nil
	}
	at := int(l.seats[k]) * l.each
	return l.memory[at : at+n : at+n]
}
