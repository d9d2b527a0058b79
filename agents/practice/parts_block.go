package practice

import (
	"orglearn/agents"
	"orglearn/agents/kernel"
)

// PartBlock implements kernel.BlockParticipant, unless the rule holds another one.
func (r Attendance) PartBlock(b *kernel.Parts) bool {
	if r.off() || r.Of != nil || b.Each != 1 {
		return false
	}
	words, leave := b.Words(), b.Odds()
	at, _ := b.Bounds()
	r.leave(b, leave)
	r.come(words, leave, b.Seats[at:], b.Answers[at:], b.Memory)
	return true
}

// leave finds the odds that people are impatient, for each place of a block.
func (r Attendance) leave(b *kernel.Parts, leave []kernel.Odds) {
	if r.ShortTerm == 0 || b.EachSelf == 0 {
		clear(leave)
		return
	}
	at, _ := b.Bounds()
	odds, k := r.oddsToLeave(), 0
	starts, selves, each := b.Starts[b.From+1:b.To+1], b.Selves[b.From*b.EachSelf:], b.EachSelf
	for i, end := range starts {
		is := odds[traitIn(selves[i*each], ShortTermism)]
		for end := int(end) - at; k < end; k++ {
			leave[k] = is
		}
	}
}

// come decides who comes, by a random word for each place, and who is impatient, by the odds of
// that. It does not branch on what comes out, because a processor cannot predict that.
func (r Attendance) come(words []uint64, leave []kernel.Odds, seats []int32, answers []uint8,
	memory []uint64,
) {
	comes, atFirst := r.oddsToCome(), MostAttendance-r.Away
	leave, seats, answers = leave[:len(words)], seats[:len(words)], answers[:len(words)]
	for k, coins := range words {
		seat := seats[k]
		if seat < 0 {
			answers[k] = uint8(agents.Both) * uint8((coins>>32-comes[atFirst])>>63)
			continue
		}
		word := memory[seat]
		n := min(max(atFirst+steps(word), 0), MostAttendance)
		came := (coins>>32 - comes[n]) >> 63
		left := (coins&(1<<32-1) - uint64(leave[k])) >> 63
		answers[k] = uint8(agents.Both) * uint8(came)
		memory[seat] = word&^(impatient|silent) | impatient*left | silent*(1-came)
	}
}

// oddsToCome returns the kernel.HalfOdds with which people come, by n.
func (r Attendance) oddsToCome() (odds [MostAttendance + 1]uint64) {
	for n := range odds {
		odds[n] = kernel.HalfOdds(r.rate(n))
	}
	return odds
}

// oddsToLeave returns the kernel.HalfOdds with which impatience moves n, by short-termism.
func (r Attendance) oddsToLeave() (odds [MostTrait + 1]kernel.Odds) {
	for trait := range odds {
		odds[trait] = kernel.Odds(r.impatience(trait))
	}
	return odds
}

// PartBlock implements kernel.BlockParticipant, unless the rule holds another one.
func (r Commitment) PartBlock(b *kernel.Parts) bool {
	if r.off() || r.Of != nil {
		return false
	}
	var odds [MostCommitment + 1]kernel.Odds
	for c := range odds {
		odds[c] = oddsToSpeak(r.Quiet, r.Slope, float64(c-FirstCommitment))
	}
	first, _ := b.Bounds()
	all := b.Odds()
	for k := range all {
		all[k] = odds[r.Level(b.Seat(first+k))]
	}
	b.Toss(uint8(agents.Both), uint8(agents.Hears), silent)
	return true
}

// PartBlock implements kernel.BlockParticipant, unless the rule holds another one.
func (r Expectations) PartBlock(b *kernel.Parts) bool {
	if r.off() || r.Of != nil {
		return false
	}
	var known [16]struct { // energies are few, so their odds are kept
		seat uint64
		odds kernel.Odds
	}
	atFirst := r.odds(nil)
	for k := range known {
		known[k].odds = atFirst
	}
	first, _ := b.Bounds()
	odds := b.Odds()
	for k := range odds {
		seat := b.Seat(first + k)
		if seat == nil {
			odds[k] = atFirst
			continue
		}
		n := uint32(seat[0])
		at := &known[n*0x9E3779B1>>28]
		if at.seat != uint64(n) {
			at.seat, at.odds = uint64(n), r.odds(seat)
		}
		odds[k] = at.odds
	}
	b.Toss(uint8(agents.Both), uint8(agents.Hears), silent)
	return true
}

// odds are those that a person speaks, by what the rule remembers of his seat.
func (r Expectations) odds(seat []uint64) kernel.Odds {
	return oddsToSpeak(r.Quiet, r.Energy, r.Level(seat)-FirstEnergy)
}

// PartBlock implements kernel.BlockParticipant, unless the rule holds another one or counts tenure
// in each unit.
func (r Apprenticeship) PartBlock(b *kernel.Parts) bool {
	if r.Of != nil || r.counts() {
		return false
	}
	for p := b.From; p < b.To; p++ {
		answer := uint8(agents.Both)
		if tenure, founder := b.Tenure(p); !founder && tenure < r.Wait {
			answer = uint8(agents.Hears)
		}
		for place := b.Starts[p]; place < b.Starts[p+1]; place++ {
			b.Answers[place] = answer
		}
	}
	return true
}

// AllHear implements kernel.Attentive.
func (r Apprenticeship) AllHear() bool { return r.Of == nil }

// AllHear implements kernel.Attentive.
func (r Expectations) AllHear() bool { return r.Of == nil }

// AllHear implements kernel.Attentive.
func (r Commitment) AllHear() bool { return r.Of == nil }
