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

// TallyIn finds the Tally in a Participant, and what it itself remembers of a seat, by what the
// Participant remembers of it.
func TallyIn(rule agents.Participant, seat []uint64) (r Tally, own []uint64, ok bool) {
	if r, is := rule.(Tally); is { // as within does, but faster
		return r, seat[max(len(seat)-1, 0):], true
	}
	return within[Tally](rule, seat)
}

// Part implements agents.Participant.
func (r Tally) Part(p *agents.Person, u *agents.Unit, rank uint8) agents.Part {
	of, words := r.holds()
	return partOf(of, words, p, u, rank)
}

// Idle is the number of meetings in a row that were not worth their cost, by what the rule itself
// remembers of a seat (see TallyIn). It is 0 for who has no seat.
func (r Tally) Idle(own []uint64) int {
	if len(own) == 0 {
		return 0
	}
	return int(own[0])
}

// Review implements agents.Reviewer.
func (r Tally) Review(u *agents.Unit, said *agents.Voices, learned *agents.Lessons) {
	of, words := r.holds()
	for k := range learned.Len() {
		if word := own(learned.Seat(k), words); word != nil && learned.Heeded(k) {
			if word[0]++; int(learned.Gained(k)) > r.Cost {
				word[0] = 0
			}
		}
	}
	reviewPart(of, words, u, said, learned)
}

func (r Tally) holds() (of agents.Participant, words int) { return r.Of, 1 }

// WelcomesAll implements kernel.Welcoming.
func (r Tally) WelcomesAll() bool { return r.Of == nil }

// Memory implements agents.Rememberer: what Of remembers, and a word of each seat.
func (r Tally) Memory(dimensions int) agents.Memory { return memoryWith(r, dimensions) }

// Fits reports what Of cannot serve.
func (r Tally) Fits(dimensions, people int) error { return fitsOf(r.Of, dimensions, people) }

// Validate reports a Cost outside 0 to 2^30, and the errors of Of.
func (r Tally) Validate() error {
	if r.Cost < 0 || r.Cost > maxCost {
		return fmt.Errorf("Tally.Cost is %d, want 0 to %d", r.Cost, maxCost)
	}
	return validOf(r.Of)
}
