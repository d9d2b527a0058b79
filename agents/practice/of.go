package practice

import (
	"orglearn/agents"
	"orglearn/agents/kernel"
)

// These serve a rule that holds another rule, which may be nil.

// validOf returns the error of a rule that can say what is wrong with it.
func validOf(rule any) error {
	if v, ok := rule.(agents.Validator); ok {
		return v.Validate()
	}
	return nil
}

// fitsOf returns what a rule cannot serve.
func fitsOf(rule any, dimensions, people int) error {
	if f, ok := rule.(agents.Fitter); ok {
		return f.Fits(dimensions, people)
	}
	return nil
}

// memoryOf returns how much a rule remembers.
func memoryOf(rule any, dimensions int) agents.Memory {
	if r, ok := rule.(agents.Rememberer); ok {
		return r.Memory(dimensions)
	}
	return agents.Memory{}
}

// reviewBy lets a rule look back, if it does so.
func reviewBy(rule any, u *agents.Unit, said *agents.Voices, learned *agents.Lessons) {
	if agents.Reviews(rule) {
		rule.(agents.Reviewer).Review(u, said, learned)
	}
}

// partOf asks a Participant that another one holds (nil: everybody hears and is heard). The last
// words of the person's seat are not its own, and are hidden from it.
func partOf(of agents.Participant, hidden int, p *agents.Person, u *agents.Unit, rank uint8,
) agents.Part {
	switch {
	case of == nil:
		return agents.Both
	case hidden == 0 || p.Seat == nil:
		return of.Part(p, u, rank)
	}
	seat := p.Seat
	n := len(seat) - hidden
	p.Seat = seat[:n:n]
	part := of.Part(p, u, rank)
	p.Seat = seat
	return part
}

// reviewPart lets a Participant that another one holds look back, if it does so.
func reviewPart(of agents.Participant, hidden int, u *agents.Unit, said *agents.Voices,
	learned *agents.Lessons,
) {
	if hidden == 0 {
		reviewBy(of, u, said, learned)
		return
	}
	(*kernel.Lessons)(learned).Hide(hidden)
	reviewBy(of, u, said, learned)
	(*kernel.Lessons)(learned).Hide(-hidden)
}

// readsOf returns what a Participant that another one holds reads of lessons (kernel.Selective).
func readsOf(of agents.Participant) (gains, took bool) {
	if s := kernel.Own[kernel.Selective](of); s != nil {
		return s.Reads()
	}
	reviews := agents.Reviews(of)
	return reviews, reviews
}

// holder is a Participant that holds another one, which may be nil. It remembers so many words of a
// seat itself. They come after those of the other.
type holder interface {
	holds() (of agents.Participant, words int)
}

// within finds a rule in a Participant: the rule itself, or one that it holds. It also finds what
// that rule itself remembers of a seat, in what the Participant remembers of it.
func within[T agents.Participant](rule agents.Participant, seat []uint64) (
	found T, own []uint64, ok bool,
) {
	found, first, end, ok := wordsOf[T](rule, len(seat))
	if !ok {
		return found, nil, false
	}
	return found, seat[first:end], true
}

// wordsOf finds a rule as within does, and where its own words begin and end among a number of
// words.
func wordsOf[T agents.Participant](rule agents.Participant, words int) (
	found T, first, end int, ok bool,
) {
	for end = words; ; {
		h, holds := rule.(holder)
		if !holds {
			return found, 0, 0, false
		}
		of, own := h.holds()
		first = max(end-own, 0)
		if found, ok = rule.(T); ok {
			return found, first, end, true
		}
		rule, end = of, first
	}
}

// memoryWith is what a Participant remembers, besides what the one that it holds remembers.
func memoryWith(h holder, dimensions int) agents.Memory {
	of, words := h.holds()
	need := memoryOf(of, dimensions)
	need.Seat += words
	return need
}

// slope is a field with its value.
type slope struct {
	field string
	value float64
}

// checkSlopes returns the first error of a rule's slopes, or that of the rule that it holds.
func checkSlopes(of any, slopes ...slope) error {
	for _, s := range slopes {
		if err := checkSlope(s.field, s.value); err != nil {
			return err
		}
	}
	return validOf(of)
}

// hidden returns what the other rule remembers, without the last words, which are one's own.
func hidden(memory []uint64, own int) []uint64 {
	if left := len(memory) - own; left > 0 {
		return memory[:left:left]
	}
	return nil
}
