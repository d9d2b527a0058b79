package practice

import "orglearn/agents"

// Directory is what a unit whose rule is Transactive remembers: whom it knows for each dimension,
// the task that it has, and how its tasks went. For m dimensions it is the last words of
// agents.Unit.Memory and of sim.Remembered.Unit: see DirectoryOf. At first all words are 0: nobody
// is known for anything, and the unit has no task.
type Directory struct {
	words []uint64
	width int // words of a mask of dimensions
}

// The words of a Directory: how the last task went, counts, two masks, and a word a dimension.
const (
	outcomeWord = iota
	givenWord
	doneWord
	masksAt
)

// Outcome is how the last task of a unit went.
type Outcome uint8

const (
	NoTask Outcome = iota // the unit had none
	Failed
	Done
)

func directoryWords(dimensions int) int {
	return masksAt + 2*agents.Width(dimensions) + dimensions
}

// DirectoryOf returns the directory in what the rule of a unit remembers of it, for a number of
// dimensions. There is none if the memory is too short for one.
func DirectoryOf(memory []uint64, dimensions int) (d Directory, ok bool) {
	first := len(memory) - directoryWords(dimensions)
	if first < 0 {
		return Directory{}, false
	}
	return Directory{memory[first:], agents.Width(dimensions)}, true
}

// Named returns the person who is known for a dimension, and the tick at which he became that. It
// returns -1 if there is none.
func (d Directory) Named(dimension int) (person, since int) {
	word := d.words[masksAt+2*d.width+dimension]
	return int(uint32(word)) - 1, int(word >> 32)
}

// Name makes a person known for a dimension from a tick on; -1: nobody.
func (d Directory) Name(dimension, person, tick int) {
	word := &d.words[masksAt+2*d.width+dimension]
	if *word = 0; person >= 0 {
		*word = uint64(tick)<<32 | uint64(person+1)
	}
}

// Forget clears the names of those who are no members, or came after they were named. It reads two
// words a dimension.
func (d Directory) Forget(members Roll) {
	names := d.words[masksAt+2*d.width:]
	for i, word := range names { // a tick, and then a person
		if ^word > members[uint32(word)] {
			names[i] = 0
		}
	}
}

// Task is a mask of the dimensions of the task that the unit has in the next cycle, one word per 64
// dimensions. It is empty if it has none. It is a view.
func (d Directory) Task() []uint64 { return d.words[masksAt:][:d.width:d.width] }

// Last is a mask of the dimensions of the task that the unit had in the cycle just ended. It is
// empty if it had none. It is a view.
func (d Directory) Last() []uint64 { return d.words[masksAt+d.width:][:d.width:d.width] }

// Outcome is how the task of the cycle just ended went.
func (d Directory) Outcome() Outcome { return Outcome(d.words[outcomeWord]) }

// Tasks is the number of tasks that the unit has had, and of those that were done.
func (d Directory) Tasks() (given, done int) {
	return int(d.words[givenWord]), int(d.words[doneWord])
}

// End ends the task that the unit has. Then it has none.
func (d Directory) End(how Outcome) {
	d.words[outcomeWord] = uint64(how)
	copy(d.Last(), d.Task())
	clear(d.Task())
	if how != NoTask {
		d.words[givenWord]++
	}
	if how == Done {
		d.words[doneWord]++
	}
}

// Roll says who is a member of a unit, and since when. It has a word for nobody, and then one for
// each person. The word of a member is the complement of the least word that names him (see
// Directory). That of others is 0.
type Roll []uint64

// NewRoll returns a roll without members, among a number of people.
func NewRoll(people int) Roll {
	r := make(Roll, people+1)
	r[0] = ^uint64(0) // nobody stays nobody
	return r
}

// Join makes a person who came at a tick a member.
func (r Roll) Join(person, tick int) { r[person+1] = ^(uint64(tick) << 32) }

// Leave makes a person no member.
func (r Roll) Leave(person int) { r[person+1] = 0 }
