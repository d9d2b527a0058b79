package practice

import (
	"orglearn/agents"
	"orglearn/agents/kernel"
)

// MostCommitment is the largest commitment of a seat, and FirstCommitment that of a new one.
const (
	MostCommitment  = 15
	FirstCommitment = 8
)

// Commitment is how much a person is committed to a unit, and speaks there. He has a commitment c
// of 0 to MostCommitment in each seat, FirstCommitment at first. After every tick in which he
// heeded the seat it rises by 1 if reality pays him more after learning there than before, else it
// falls by 1. In a tick he is heard in the unit with probability
//
//	(1 - Quiet) (1 + Slope (c-8)/8), at most 1
//
// Who speaks does so once a tick for all units of a channel, and does not know who will hear him.
// So commitment to one unit cannot bear on what he says. It bears on whether he is heard there: all
// that he says, or nothing. The expected number of words is that of talk at such a rate. Quiet
// leaves room for a factor above 1. With a Slope of 0 it makes a control, in which commitment moves
// and does nothing.
//
// While he heeds another seat nothing changes. So who has several seats does not lose commitment by
// having them. A circle that makes no norm in a tick is heeded as Attendance says. Who is heard in
// a unit from which he does not learn has FirstCommitment there.
//
// Found here (go run ./examples/attainment): with a Slope of 1 units attain their objective in .497
// [.323, .672] fewer seats. They stand beside people of whom half are not heard at any commitment.
// Most ticks bring no gain. So commitment falls, and 9 words of a person are heard a tick, not 58.
// What is heard is not held equal there. There is no published number.
//
// With Slope and Quiet 0 the rule is off.
type Commitment struct {
	Slope float64            // of being heard by commitment, -1 to 1
	Quiet float64            // probability that one of commitment 8 is not heard, 0 to 1
	Of    agents.Participant // who hears and is heard besides (nil: everybody)
}

// Part implements agents.Participant.
func (r Commitment) Part(p *agents.Person, u *agents.Unit, rank uint8) agents.Part {
	of, words := r.holds()
	part := partOf(of, words, p, u, rank)
	if r.off() {
		return part
	}
	word := own(p.Seat, words)
	return speaks(part, p, word, r.Quiet, r.Slope, float64(r.Level(word)-FirstCommitment))
}

// Level returns the commitment of a seat, 0 to MostCommitment, by what the rule itself remembers of
// the seat (see CommitmentIn).
func (r Commitment) Level(own []uint64) int {
	if len(own) == 0 {
		return FirstCommitment
	}
	return min(max(FirstCommitment+steps(own[0]), 0), MostCommitment)
}

// CommitmentIn finds the Commitment in a Participant, and what it itself remembers of a seat, by
// what the Participant remembers of it.
func CommitmentIn(rule agents.Participant, seat []uint64) (r Commitment, own []uint64, ok bool) {
	return within[Commitment](rule, seat)
}

// Reviews implements agents.OffReviewer.
func (r Commitment) Reviews() bool { return !r.off() || agents.Reviews(r.Of) }

// Review implements agents.Reviewer.
func (r Commitment) Review(u *agents.Unit, said *agents.Voices, learned *agents.Lessons) {
	of, words := r.holds()
	for k := range learned.Len() {
		word := own(learned.Seat(k), words)
		if word == nil || !learned.Heeded(k) {
			continue
		}
		word[0] = r.after(word[0], learned.Gained(k))
	}
	reviewPart(of, words, u, said, learned)
}

// after returns the word of a seat after a tick in which it was heeded.
func (Commitment) after(word uint64, gained int32) uint64 {
	by := -1
	if gained > 0 {
		by = 1
	}
	return moved(word, by, -FirstCommitment, MostCommitment-FirstCommitment)
}

func (r Commitment) holds() (of agents.Participant, words int) {
	if r.off() {
		return r.Of, 0
	}
	return r.Of, 1
}

func (r Commitment) off() bool { return r.Slope == 0 && r.Quiet == 0 }

// Memory implements agents.Rememberer: what Of remembers, and a word of each seat.
func (r Commitment) Memory(dimensions int) agents.Memory { return memoryWith(r, dimensions) }

// Fits reports what Of cannot serve.
func (r Commitment) Fits(dimensions, people int) error { return fitsOf(r.Of, dimensions, people) }

// Validate reports a Slope outside -1 to 1, a Quiet outside 0 to 1, and the errors of Of.
func (r Commitment) Validate() error {
	if err := kernel.CheckRate("Commitment.Quiet", r.Quiet); err != nil {
		return err
	}
	return checkSlopes(r.Of, slope{"Commitment.Slope", r.Slope})
}

// speaks takes away from a part that the person is heard, unless a coin says that he speaks in the
// unit: with probability (1-quiet) (1 + slope above/8). It notes in his seat what came out.
func speaks(part agents.Part, p *agents.Person, word []uint64, quiet, slope, above float64,
) agents.Part {
	is := (*kernel.Stream)(p.Stream).Toss(oddsToSpeak(quiet, slope, above))
	if word != nil {
		word[0] = noted(word[0], !is)
	}
	if is {
		return part
	}
	return part &^ agents.Heard
}

// oddsToSpeak are the odds with which speaks lets a person be heard.
func oddsToSpeak(quiet, slope, above float64) kernel.Odds {
	factor := 1 + float64(slope*above)/8
	return kernel.OddsOf(float64((1 - quiet) * factor))
}
