package practice

import (
	"fmt"

	"orglearn/agents"
)

// Tally is a Participant that counts, in each seat, the meetings in a row that were not worth their
// cost. A person's meeting is a tick in which he learned in the unit. It is worth its cost if he
// gained more than Cost: reality pays so much more for his beliefs after it. Who hears and who is
// heard is what Of says. So the rule changes nothing by itself; see
// sim/formation.Formation.Patience.
//
// Ren and Kraut (agent-based model of online communities) let people participate while the benefit
// that they expect exceeds the cost. Here they expect what the last meetings gave.
type Tally struct {
	Cost int                // score, 0 to 2^30
	Of   agents.Participant // nil: everybody hears and is heard
}

// maxCost is the largest Tally.Cost.
const maxCost = 1 << 30

// TallyOf returns the Tally that a Participant is, or that it holds as an Apprenticeship.
func TallyOf(rule agents.Participant) (tally Tally, ok bool) {
	if r, is := rule.(Apprenticeship); is {
		return TallyOf(r.Of)
	}
	tally, ok = rule.(Tally)
	return tally, ok
}

// Part implements agents.Participant.
func (r Tally) Part(p *agents.Person, u *agents.Unit, rank uint8) agents.Part {
	if r.Of == nil {
		return agents.Both
	}
	seat := p.Seat
	if n := len(seat) - 1; n > 0 {
		p.Seat = seat[:n:n]
	} else {
		p.Seat = nil
	}
	part := r.Of.Part(p, u, rank)
	p.Seat = seat
	return part
}

// Idle is the number of meetings in a row that were not worth their cost, by what the rule
// remembers of a seat (sim.Remembered.Part).
func (r Tally) Idle(seat []uint64, dimensions int) int { return int(*r.word(seat, dimensions)) }

// word is the word of a seat that is the rule's own, after those of Of.
func (r Tally) word(seat []uint64, dimensions int) *uint64 {
	return &seat[memoryOf(r.Of, dimensions).Seat]
}

// Review implements agents.Reviewer.
func (r Tally) Review(u *agents.Unit, said *agents.Voices, learned *agents.Lessons) {
	for k := range learned.Len() {
		if !learned.Heeded(k) {
			continue
		}
		if idle := r.word(learned.Seat(k), u.Dimensions); int(learned.Gained(k)) > r.Cost {
			*idle = 0
		} else {
			*idle++
		}
	}
	reviewBy(r.Of, u, said, learned)
}

// IsEverywhere reports whether the answer is the same in all units of a person.
func (r Tally) IsEverywhere() bool { return r.Of == nil }

// Memory implements agents.Rememberer: what Of remembers, and a word of each seat.
func (r Tally) Memory(dimensions int) agents.Memory {
	need := memoryOf(r.Of, dimensions)
	need.Seat++
	return need
}

// Fits reports what Of cannot serve.
func (r Tally) Fits(dimensions, people int) error { return fitsOf(r.Of, dimensions, people) }

// Validate reports a Cost outside 0 to 2^30, and the errors of Of.
func (r Tally) Validate() error {
	if r.Cost < 0 || r.Cost > maxCost {
		return fmt.Errorf("Tally.Cost is %d, want 0 to %d", r.Cost, maxCost)
	}
	return validOf(r.Of)
}
