package practice

import (
	"fmt"
	"math"

	"orglearn/agents"
	"orglearn/agents/kernel"
)

// MostAttendance is the attendance of who comes to every meeting of his own will, in sixteenths.
const MostAttendance = 16

// MaxCost is the largest Attendance.Cost.
const MaxCost = 1 << 20

// Attendance is whether people come to a unit, of their own will or because they must. A person
// comes in a tick with probability
//
//	y + (1-y) Compel,  y = n/16
//
// drawn for each of his units. If he comes he hears and is heard, as far as Of lets him. Else he
// does neither, and his attention is free for other seats. n is his will: 0 to MostAttendance, and
// 16 - Away at first. After every tick in which he heeded the seat, n moves by the sign of
//
//	Own g + Heard h - Cost
//
// g is the sign of what he gained there: 1 if reality pays him more after learning there than
// before, -1 if less, else 0. It is a sign because realities pay in units of their own, which a
// person does not know. h is how often he was heard: the number of dimensions in which the norm of
// the unit has changed in the tick and now is what he said. A person whose n is 0 has left, unless
// he must come. As long as he does not come, nothing moves n. While he heeds another seat, n does
// not move either. So who has several seats pays no more than who has one. A circle that makes no
// norm in a tick (sim.Channel.Every) has nothing to heed then, and nothing moves; if its channel
// has an Asker, he may ask there in any tick, so then it is heeded in each.
//
// With Own and Heard 0 attendance does not move, whatever the Cost. Who is heard in a unit from
// which he does not learn has no seat there. His n stays as at first.
//
// ShortTerm is for people with Traits: who heeded the seat and gained nothing there loses another
// step of n with probability ShortTerm s/15, where s is his short-termism. If ShortTerm is below 0
// he wins one with probability -ShortTerm s/15.
//
// In each tick a person draws one word for each of his units, in their order. He comes if its upper
// half is less than 2^32 times the probability, rounded down. ShortTerm moves his n, where it can,
// if the lower half is less than 2^32 times its probability.
//
// Crowd is what compulsion does to talk: see Say. Deci, Koestner and Ryan (1999, Psychological
// Bulletin 125:627-668) find that motivation falls where rewards are contingent (d = -.40 for
// engaging, -.36 for completing, -.28 for performing) and rises with positive feedback (.33). These
// are effects on free choice in experiments with single people; they set no parameter here.
//
// With Away, Own, Heard and ShortTerm 0 the rule is off: it is Of, whatever the other fields are.
//
// Found here (go run ./examples/participation): who must come to all meetings scores .111 [.094,
// .129] more than who comes to half of them of his own will. If he then says half as much it is
// .040 [.024, .055]. Encouragement is not shown to do more than contact does: who comes more where
// he is heard scores -.004 [-.023, .015] more than people who are heard as much whatever happens.
// Where staying follows gain at a cost, people have left .576 of seats at the end. That score tells
// who leaves is not shown (-.003 [-.028, .021]). From a ShortTerm of -.5 to .5 the score falls by
// .136 [.124, .149] (-away 8 -short-term -.5,0,.5). There is no published number.
type Attendance struct {
	Away      int     // sixteenths of meetings that one misses at first, 0 to MostAttendance
	Own       float64 // slope of the will to come by one's own gain, -1 to 1
	Heard     float64 // slope by how often one is heard, -1 to 1
	ShortTerm float64 // slope by short-termism where there is no gain, -1 to 1
	Cost      float64 // of coming, in the unit of Own g + Heard h, 0 to MaxCost
	Compel    float64 // probability that who would not come must, 0 to 1
	Crowd     float64 // slope of talk by Compel, -1 to 1
	Of        agents.Participant
}

// Part implements agents.Participant.
func (r Attendance) Part(p *agents.Person, u *agents.Unit, rank uint8) agents.Part {
	of, words := r.holds()
	part := partOf(of, words, p, u, rank)
	if r.off() {
		return part
	}
	word, coins := own(p.Seat, words), p.Uint64()
	came := coins>>32 < kernel.HalfOdds(r.rate(r.Will(word)))
	if word != nil {
		word[0] = noted(word[0], !came) &^ impatient
		if coins&(1<<32-1) < r.impatience(shortTermIn(p.Self)) {
			word[0] |= impatient
		}
	}
	if !came {
		return agents.Neither
	}
	return part
}

// impatient is the bit of the word of a seat that says that impatience moves n if the person gains
// nothing there in the tick. The rule that looks back does not see his traits.
const impatient = 1 << 36

// rate is the probability with which a person whose will is n comes.
func (r Attendance) rate(n int) float64 {
	y := float64(n) / MostAttendance
	return y + float64((1-y)*r.Compel)
}

// Will returns n of a seat, 0 to MostAttendance, by what the rule itself remembers of the seat (see
// AttendanceIn).
func (r Attendance) Will(own []uint64) int {
	n := MostAttendance - r.Away
	if len(own) > 0 {
		n += steps(own[0])
	}
	return min(max(n, 0), MostAttendance)
}

// Say returns how people talk whose base rate is given: agents.Say at the rate times 1 + Crowd
// Compel, at most 1. At a rate of 1 a positive Crowd cannot raise it.
func (r Attendance) Say(rate float64) agents.Say {
	if r.off() {
		return agents.Say{Rate: rate}
	}
	return agents.Say{Rate: min(float64(rate*(1+float64(r.Crowd*r.Compel))), 1)}
}

// AttendanceIn finds the Attendance in a Participant, and what it itself remembers of a seat, by
// what the Participant remembers of it (sim.Remembered.Part).
func AttendanceIn(rule agents.Participant, seat []uint64) (r Attendance, own []uint64, ok bool) {
	return within[Attendance](rule, seat)
}

// Reviews implements agents.OffReviewer.
func (r Attendance) Reviews() bool { return r.moves() || agents.Reviews(r.Of) }

// Review implements agents.Reviewer.
func (r Attendance) Review(u *agents.Unit, said *agents.Voices, learned *agents.Lessons) {
	of, words := r.holds()
	at := -1 // where the person is among the voices
	for k := range learned.Len() {
		word := own(learned.Seat(k), words)
		if word == nil || !r.moves() || !learned.Heeded(k) {
			continue
		}
		at = placeOf(said, learned.ID(k), at)
		gain := sign(learned.Gained(k))
		by := r.step(gain, timesHeard(said, at, learned.Changed()))
		if gain <= 0 && word[0]&impatient != 0 {
			by -= sign(r.ShortTerm)
		}
		word[0] = moved(word[0], by, r.Away-MostAttendance, r.Away)
	}
	reviewPart(of, words, u, said, learned)
}

// step is how n moves by the gain and by how often one was heard, without impatience.
func (r Attendance) step(gain, heard int) int {
	if r.Own == 0 && r.Heard == 0 {
		return 0
	}
	switch x := float64(r.Own*float64(gain)) + float64(r.Heard*float64(heard)) - r.Cost; {
	case x > 0:
		return 1
	case x < 0:
		return -1
	}
	return 0
}

// impatience is the kernel.HalfOdds that n moves besides where there is no gain, by a short-termism
// of 0 to 15.
func (r Attendance) impatience(trait int) uint64 {
	return kernel.HalfOdds(math.Abs(r.ShortTerm) * float64(trait) / MostTrait)
}

// off reports whether everybody comes always.
func (r Attendance) off() bool { return r.Away == 0 && !r.moves() }

// moves reports whether what happens in a unit moves n.
func (r Attendance) moves() bool { return r.Own != 0 || r.Heard != 0 || r.ShortTerm != 0 }

func (r Attendance) holds() (of agents.Participant, words int) {
	if r.off() {
		return r.Of, 0
	}
	return r.Of, 1
}

// Memory implements agents.Rememberer: what Of remembers, and a word of each seat.
func (r Attendance) Memory(dimensions int) agents.Memory { return memoryWith(r, dimensions) }

// Fits reports what Of cannot serve.
func (r Attendance) Fits(dimensions, people int) error { return fitsOf(r.Of, dimensions, people) }

// Validate reports an Away outside 0 to MostAttendance, a slope outside -1 to 1, a Cost outside 0
// to MaxCost, a Compel outside 0 to 1, and the errors of Of.
func (r Attendance) Validate() error {
	if r.Away < 0 || r.Away > MostAttendance {
		return fmt.Errorf("Attendance.Away is %d, want 0 to %d", r.Away, MostAttendance)
	}
	if !(r.Cost >= 0 && r.Cost <= MaxCost) {
		return fmt.Errorf("Attendance.Cost is %v, want 0 to %d", r.Cost, MaxCost)
	}
	if err := kernel.CheckRate("Attendance.Compel", r.Compel); err != nil {
		return err
	}
	return checkSlopes(r.Of, slope{"Attendance.Own", r.Own}, slope{"Attendance.Heard", r.Heard},
		slope{"Attendance.ShortTerm", r.ShortTerm}, slope{"Attendance.Crowd", r.Crowd})
}
