package practice

import (
	"orglearn/agents"
	"orglearn/agents/kernel"
)

// Floor is the Participant of units in which some members have the floor in a tick, and the others
// are not heard. Everybody hears, as far as Of lets him. agenda.Animate of package sim/agenda gives
// the floor, and writes into the Turn of each seat who has it. Without that event everybody has.
// Who is heard in a unit from which he does not learn has no seat there, and always has the floor.
type Floor struct{ Of agents.Participant } // who hears and is heard besides (nil: everybody)

// Part implements agents.Participant.
func (r Floor) Part(p *agents.Person, u *agents.Unit, rank uint8) agents.Part {
	of, words := r.holds()
	part := partOf(of, words, p, u, rank)
	if word := own(p.Seat, words); word != nil && !Turn(word).HasFloor() {
		part &^= agents.Heard
	}
	return part
}

// PartBlock implements kernel.BlockParticipant, unless the rule holds another one.
func (r Floor) PartBlock(b *kernel.Parts) bool {
	if r.Of != nil {
		return false
	}
	first, end := b.Bounds()
	answers := b.Answers[first:end]
	if b.Each == 0 {
		for i := range answers {
			answers[i] = uint8(agents.Both)
		}
		return true
	}
	memory, each := b.Memory, b.Each
	for i, seat := range b.Seats[first:end] {
		heard := uint8(agents.Heard)
		if seat >= 0 {
			heard -= heard * uint8(TurnWord(memory[int(seat)*each]).Off())
		}
		answers[i] = uint8(agents.Hears) | heard
	}
	return true
}

// AllHear implements kernel.Attentive.
func (r Floor) AllHear() bool { return r.Of == nil }

func (r Floor) holds() (of agents.Participant, words int) { return r.Of, 1 }

// Reviews implements agents.OffReviewer.
func (r Floor) Reviews() bool { return agents.Reviews(r.Of) }

// Review implements agents.Reviewer.
func (r Floor) Review(u *agents.Unit, said *agents.Voices, learned *agents.Lessons) {
	of, words := r.holds()
	reviewPart(of, words, u, said, learned)
}

// Memory implements agents.Rememberer: what Of remembers, and then a Turn of each seat.
func (r Floor) Memory(dimensions int) agents.Memory { return memoryWith(r, dimensions) }

// Validate reports what Of reports.
func (r Floor) Validate() error { return validOf(r.Of) }

// Fits reports what Of cannot serve.
func (r Floor) Fits(dimensions, people int) error { return fitsOf(r.Of, dimensions, people) }

// Turn is what Floor remembers of a seat: one word. At first it is 0: the person has the floor.
type Turn []uint64

// TurnWord is the one word of a Turn.
type TurnWord uint64

// The bits of a Turn; the lower half of the word is how long he has waited.
const (
	waitedBits = 1<<32 - 1
	offBit     = 1 << 33
	seatBit    = 1 << 34
	passBit    = 1 << 35
	inviteBit  = 1 << 36
	actBits    = passBit | inviteBit
)

// TurnIn finds the Turn of a seat in what a Participant remembers of it (sim.Remembered.Part).
// There is none if the Participant neither is nor holds a Floor, or if the person has no seat.
func TurnIn(rule agents.Participant, seat []uint64) (t Turn, ok bool) {
	_, words, ok := within[Floor](rule, seat)
	return Turn(words), ok && len(words) == 1
}

// TurnAt returns which of the words that a Participant remembers of a seat is its Turn. There is
// none if the Participant neither is nor holds a Floor, or remembers nothing of a seat.
func TurnAt(rule agents.Participant, words int) (at int, ok bool) {
	_, at, end, ok := wordsOf[Floor](rule, words)
	return at, ok && end-at == 1
}

// Word returns the word of a turn.
func (t Turn) Word() TurnWord { return TurnWord(t[0]) }

// HasFloor reports whether the person has the floor in the cycle to come.
func (t Turn) HasFloor() bool { return t.Word().Off() == 0 }

// Waited is the number of ticks in a row in which he has not had the floor, the one to come
// included: 0 if he has it.
func (t Turn) Waited() int { return t.Word().Waited() }

// Animates reports whether he holds the animator's seat of the unit.
func (t Turn) Animates() bool { return t.Word().Animates() }

// Acts reports what the animator does for the cycle to come: whether he passes on a claim, and
// whether he has invited somebody.
func (t Turn) Acts() (passes, invites bool) { return t[0]&passBit != 0, t[0]&inviteBit != 0 }

// Give begins a new tick for the seat: the person has the floor or waits on, and the animator has
// done nothing yet.
func (t Turn) Give(floor bool) {
	given := uint64(0)
	if floor {
		given = 1
	}
	t[0] = uint64(t.Word().Undone().Next(given))
}

// Animate gives the person the animator's seat.
func (t Turn) Animate() { t[0] |= seatBit }

// Act notes what the animator does for the cycle to come.
func (t Turn) Act(passes, invites bool) {
	acts := uint64(0)
	if passes {
		acts = passBit
	}
	if invites {
		acts |= inviteBit
	}
	t[0] |= acts
}

// Off is 1 if the person does not have the floor in the cycle to come, else 0.
func (w TurnWord) Off() uint64 { return uint64(w / offBit & 1) }

// Waited is Waited of the Turn.
func (w TurnWord) Waited() int { return int(w & waitedBits) }

// Animates is Animates of the Turn.
func (w TurnWord) Animates() bool { return w&seatBit != 0 }

// Undone returns the word without what the animator has done.
func (w TurnWord) Undone() TurnWord { return w &^ actBits }

// Next returns the word of a new tick: the person has the floor (given is 1) or waits on (0). It
// keeps what the animator does in that tick. No run has as many ticks as he can wait.
func (w TurnWord) Next(given uint64) TurnWord {
	waits := offBit | w&waitedBits + 1
	return w&(seatBit|actBits) | waits&TurnWord(given-1)
}

// FloorIn finds the Floor in a Participant: the rule itself, or one that it holds.
func FloorIn(rule agents.Participant) (r Floor, ok bool) {
	r, _, ok = within[Floor](rule, nil)
	return r, ok
}
