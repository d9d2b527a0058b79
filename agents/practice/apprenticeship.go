package practice

import (
	"fmt"

	"orglearn/agents"
)

// Apprenticeship is the rule by which newcomers learn at the edge of a unit and move inward
// (legitimate peripheral participation: Lave and Wenger 1991). While his tenure is below Wait, a
// person learns and is not heard. From tenure Wait on he is a full member. He speaks from the
// beginning, but no unit counts his claims before.
//
// Tenure is the number of ticks since he came: 0 in the first tick in which he learns. It counts
// every tick, also one in which he heeds another seat or his unit does not meet. Founders are full
// members from tick 0 on. Moving inward by standing would make the core the best by construction,
// so here it is by tenure.
//
// By hand: two old members are wrong, and a newcomer, who stands above the norm, is right. With a
// Wait of 0 the norm is right after his first tick, at the rate of the vote. With a Wait of 3 it
// is not right before the end of his fourth.
//
// Compared with March (1991), Figure 4, where turnover pays because newcomers do not know the code:
// see models.March1991.Wait and examples/apprenticeship. There is no published number for a wait.
type Apprenticeship struct {
	Wait int // ticks that one learns before one is heard, 0 or more (0: one is heard at once)
	// PerSeat counts tenure in each unit: ticks since the person came to that unit, by whatever
	// way. An old hand who changes his unit is then a newcomer in it. Who is heard in a unit from
	// which he does not learn has no seat there; his tenure is that in the organization. Where
	// the rule begins in the middle of a run, everybody is new in his units then.
	PerSeat bool
	Of      agents.Participant // who hears and is heard besides (nil: everybody)
}

// Part implements agents.Participant. An apprentice hears, as far as Of lets him, and is not heard.
func (r Apprenticeship) Part(p *agents.Person, u *agents.Unit, rank uint8) agents.Part {
	if r.full(p) {
		return r.besides(p, u, rank)
	}
	return r.besides(p, u, rank) &^ agents.Heard
}

// full reports whether a person is a full member of the unit that he is asked about. It counts the
// tick, where tenure is counted in each unit.
func (r Apprenticeship) full(p *agents.Person) bool {
	if !r.counts() || p.Seat == nil {
		return p.Founder || p.Tenure >= r.Wait
	}
	word := &p.Seat[len(p.Seat)-1]
	if *word == 0 && p.Tick == 0 {
		*word = founding
	}
	is := r.Full(p.Seat)
	*word++
	return is
}

// founding is the bit, in the word of a seat, of who was there at tick 0. The other bits are the
// ticks since the person came.
const founding = 1 << 63

// counts reports whether the rule counts tenure in each unit.
func (r Apprenticeship) counts() bool { return r.PerSeat && r.Wait > 0 }

// Full reports whether a person is a full member of a unit, by what the rule remembers of his seat
// there (sim.Remembered.Part), where PerSeat is set.
func (r Apprenticeship) Full(seat []uint64) bool {
	tenure, founder := SeatTenure(seat)
	return founder || tenure >= r.Wait
}

// SeatTenure returns the ticks since a person came to a unit, and whether he was there from tick 0
// on, by what an Apprenticeship with PerSeat and a Wait remembers of his seat.
func SeatTenure(seat []uint64) (ticks int, founder bool) {
	word := seat[len(seat)-1]
	return int(word &^ founding), word&founding != 0
}

// besides returns the answer of Of. It hides the word of the seat that is not Of's.
func (r Apprenticeship) besides(p *agents.Person, u *agents.Unit, rank uint8) agents.Part {
	if r.Of == nil {
		return agents.Both
	}
	if !r.counts() || p.Seat == nil {
		return r.Of.Part(p, u, rank)
	}
	seat := p.Seat
	p.Seat = seat[: len(seat)-1 : len(seat)-1]
	part := r.Of.Part(p, u, rank)
	p.Seat = seat
	return part
}

// Memory implements agents.Rememberer: what Of remembers, and with PerSeat a word of each seat.
func (r Apprenticeship) Memory(dimensions int) (need agents.Memory) {
	need = memoryOf(r.Of, dimensions)
	if r.counts() {
		need.Seat++
	}
	return need
}

// Fits reports what Of cannot serve.
func (r Apprenticeship) Fits(dimensions, people int) error {
	return fitsOf(r.Of, dimensions, people)
}

// Validate reports a Wait below 0, and the errors of Of.
func (r Apprenticeship) Validate() error {
	if r.Wait < 0 {
		return fmt.Errorf("Apprenticeship.Wait is %d, want 0 or more", r.Wait)
	}
	return validOf(r.Of)
}
