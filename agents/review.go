package agents

import "orglearn/agents/kernel"

// Reviewer is a rule that looks back, at the end of a tick, on what people learned in a unit. It
// changes what it remembers there. An Objectifier, a Participant and an Agenda of a channel of
// beliefs may be Reviewers. Each is called once a tick for every unit, after Experience and before
// Reflect. A unit is reviewed whether it met or not.
//
// Review may change what the rule remembers of the unit, of its ties and of its seats: u.Memory and
// u.Planes, said.Memory, and learned.Seat. All else is read only. said holds the claims that were
// heard. In an asynchronous scenario it holds what each said when he was last heard in the tick.
// Standing is here by all that reality paid when the tick began, however little the unit sees.
type Reviewer interface {
	Review(u *Unit, said *Voices, learned *Lessons)
}

// OffReviewer is a Reviewer that may be switched off. If Reviews is false, Review is never called,
// and nothing is noted for it. A rule that holds another one says here whether that one reviews.
type OffReviewer interface {
	Reviewer
	Reviews() bool
}

// Reviews reports whether a rule looks back.
func Reviews(rule any) bool {
	if r, ok := rule.(OffReviewer); ok {
		return r.Reviews()
	}
	_, ok := rule.(Reviewer)
	return ok
}

// Lessons are what the people who learn from a unit took over there in a tick, in the order of its
// audience. Vacant places are left out. They are valid only during one call of Review.
type Lessons kernel.Lessons

// NewLessons returns lessons for tests of rules. Person ids[k] heeded his seat, took over took[k],
// and was paid gained[k] more. seats[k] is what the rule remembers of his seat; seats may be nil.
// The changes are written to these slices. changed is what the norm became where it changed. In a
// model the engine makes the Lessons.
func NewLessons(
	ids []int, took []Knowledge, gained []int32, seats [][]uint64, changed Knowledge,
) *Lessons {
	n := len(ids)
	people, places, heeded := make([]int32, n), make([]uint32, n), make([]bool, n)
	layer := kernel.NewLayer[Knowledge](n, 64*len(changed))
	for k, id := range ids {
		people[k], places[k], heeded[k] = int32(id), uint32(k), true
		copy(layer.Row(k), took[k])
	}
	l := new(Lessons)
	l.engine().Set(people, places, layer.Bare(), gained, heeded)
	became := kernel.NewLayer[Knowledge](1, 64*len(changed))
	copy(became.Row(0), changed)
	l.engine().Change(became.Bare())
	if len(seats) > 0 {
		each := len(seats[0])
		words := make([]uint64, 0, n*each)
		for k, seat := range seats {
			words = append(words, seat...)
			seats[k] = words[k*each : (k+1)*each : (k+1)*each]
		}
		l.engine().Remember(words, each)
	}
	return l
}

func (l *Lessons) engine() *kernel.Lessons { return (*kernel.Lessons)(l) }

// Len returns the number of people who learn from the unit.
func (l *Lessons) Len() int { return l.engine().Len() }

// ID returns the number of person k.
func (l *Lessons) ID(k int) int { return l.engine().ID(k) }

// Heeded reports whether person k learned from the unit in this tick: from its norm or by asking
// there. He may have taken nothing over.
func (l *Lessons) Heeded(k int) bool { return l.engine().Heeded(k) }

// Took returns what person k took over there: his new belief in each dimension in which it changed,
// else 0. Where he lost a belief without another, it is 0 too.
func (l *Lessons) Took(k int) Knowledge {
	rows, row := l.engine().Took(k)
	return kernel.Dress[Knowledge](rows).Row(row)
}

// Gained returns how much more reality paid person k after he had learned there than before. That
// is 0 if he took nothing over.
func (l *Lessons) Gained(k int) int32 { return l.engine().Gained(k) }

// Asked returns whom person k asked there (Asker), and whether that voice answered him or turned
// him away. The number is that of Voices.ID. asked is false if he asked nobody. In an asynchronous
// scenario it is the last request of the tick.
func (l *Lessons) Asked(k int) (voice int, answered, asked bool) { return l.engine().Asked(k) }

// Seat returns what a Participant remembers of the seat of person k (see Memory.Seat). It is nil if
// the rule remembers no seats.
func (l *Lessons) Seat(k int) []uint64 { return l.engine().Seat(k) }

// Changed returns what the norm became: its new value in each dimension in which it changed in the
// tick, else 0. Where it was emptied, it is 0 too. The norm of a circle begins empty, and Changed
// is always 0 there.
func (l *Lessons) Changed() Knowledge {
	return kernel.Dress[Knowledge](l.engine().Changed()).Row(0)
}
