package practice

import (
	"fmt"
	"math"

	"orglearn/agents"
)

// Apprenticeship is how newcomers learn at the edge of a unit and move inward (legitimate
// peripheral participation: Lave and Wenger 1991). It has three parts, each of which can be off.
//
// Wait: while his tenure is below Wait, a person learns and is not heard. He is an apprentice. From
// tenure Wait on he is a full member. He speaks from the beginning, but no unit counts his claims
// before. The rule is the Participant of a channel.
//
// Master: where an apprentice learns, he heeds one full member instead of the norm. In a tick in
// which no full member but himself is heard there, he heeds the norm. The rule that Asker returns
// is the Ask of a channel.
//
// Slope: a voice counts as 1 + Slope t/255, where t is how long it was heard before. The rule that
// Weigh returns is the Objectify of a channel.
//
// Tenure is the number of ticks since a person came: 0 in the first tick in which he learns. It
// counts every tick, also one in which he heeds another seat or his unit does not meet. Founders,
// who are there at tick 0, are full members from then on. Moving inward by standing would make the
// core the best by construction, so here it is by tenure.
//
// By hand: two old members are wrong, and a newcomer, who stands above the norm, is right. With a
// Wait of 0 the norm is right after his first tick, at the rate of the vote. With a Wait of 3 it
// is not right before the end of his fourth.
//
// Compared with March (1991), Figure 4, where turnover pays because newcomers do not know the code:
// see models.March1991.Wait and examples/apprenticeship. There is no published number for a wait.
type Apprenticeship struct {
	Wait   int     // ticks that one learns before one is heard, 0 to MaxWait (0: heard at once)
	Master Master  // whom an apprentice heeds (0: the norm)
	Slope  float64 // of a voice's weight by tenure, -1 to 1
	// PerSeat counts tenure in each unit: ticks since the person came to that unit, by whatever
	// way. An old hand who changes his unit is then an apprentice in it. Who is heard in a unit
	// from which he does not learn has no seat there; his tenure is that in the organization. Where
	// the rule begins in the middle of a run, everybody is new in his units then. PerSeat goes
	// without a Master, because an Asker does not know the tenure in a unit.
	PerSeat bool
	Of      agents.Participant // who hears and is heard besides (nil: everybody)
}

// MaxWait is the largest Apprenticeship.Wait.
const MaxWait = math.MaxInt32

// Part implements agents.Participant. An apprentice hears, as far as Of lets him, and is not heard.
func (r Apprenticeship) Part(p *agents.Person, u *agents.Unit, rank uint8) agents.Part {
	if r.full(p) {
		return r.besides(p, u, rank)
	}
	return r.besides(p, u, rank) &^ agents.Heard
}

// IsEverywhere reports whether the answer is the same in all units of a person.
func (r Apprenticeship) IsEverywhere() bool { return !r.counts() && r.Of == nil }

// full reports whether a person is a full member of the unit that he is asked about. It counts the
// tick, where tenure is counted in each unit.
func (r Apprenticeship) full(p *agents.Person) bool {
	if !r.counts() || p.Seat == nil {
		return p.Founder || p.Tenure >= r.Wait
	}
	word := &p.Seat[len(p.Seat)-1]
	if p.Tick == 0 {
		*word = founding
	}
	is := *word&founding != 0 || *word >= uint64(r.Wait)
	*word++
	return is
}

// founding is the bit, in the word of a seat, of who was there at tick 0. The other bits are the
// ticks since the person came.
const founding = 1 << 63

// counts reports whether the rule counts tenure in each unit.
func (r Apprenticeship) counts() bool { return r.PerSeat && r.Wait > 0 }

// Weigh returns a vote in which voices count by this rule's Slope.
func (r Apprenticeship) Weigh(v Vote) Vote {
	v.Tenure = r.Slope
	return v
}

// Member reports whether a person is a full member of a unit in the tick to come, by the tick, the
// tick at which he came, and what the rule itself remembers of his seat there (see
// ApprenticeshipIn).
func (r Apprenticeship) Member(tick, joined int, seat []uint64) bool {
	if !r.counts() || len(seat) == 0 {
		return joined == 0 || tick-joined >= r.Wait
	}
	word := seat[len(seat)-1]
	return tick == 0 || word&founding != 0 || word >= uint64(r.Wait)
}

// ApprenticeshipIn finds the Apprenticeship in a Participant, and what it itself remembers of a
// seat, by what the Participant remembers of it.
func ApprenticeshipIn(rule agents.Participant, seat []uint64) (
	r Apprenticeship, own []uint64, ok bool,
) {
	return within[Apprenticeship](rule, seat)
}

// besides returns the answer of Of.
func (r Apprenticeship) besides(p *agents.Person, u *agents.Unit, rank uint8) agents.Part {
	of, words := r.holds()
	return partOf(of, words, p, u, rank)
}

func (r Apprenticeship) holds() (of agents.Participant, words int) {
	if r.counts() {
		return r.Of, 1
	}
	return r.Of, 0
}

// Memory implements agents.Rememberer: what Of remembers, and with PerSeat a word of each seat.
func (r Apprenticeship) Memory(dimensions int) agents.Memory { return memoryWith(r, dimensions) }

// Fits reports what Of cannot serve.
func (r Apprenticeship) Fits(dimensions, people int) error {
	return fitsOf(r.Of, dimensions, people)
}

// Validate reports a Wait outside 0 to MaxWait, an unknown Master, a Master where PerSeat is set, a
// Slope outside -1 to 1, and the errors of Of.
func (r Apprenticeship) Validate() error {
	switch {
	case r.Wait < 0 || r.Wait > MaxWait:
		return fmt.Errorf("Apprenticeship.Wait is %d, want 0 to %d", r.Wait, MaxWait)
	case r.Master > BestStanding:
		return fmt.Errorf("Apprenticeship.Master is %d, want 0 to %d", r.Master, BestStanding)
	case r.PerSeat && r.Master != 0:
		return fmt.Errorf("Apprenticeship.Master is %d, want 0 where PerSeat is set", r.Master)
	}
	return checkSlopes(r.Of, slope{"Apprenticeship.Slope", r.Slope})
}
