package practice

import (
	"math"
	"math/bits"

	"orglearn/agents"
	"orglearn/agents/kernel"
)

// ReviewBlock implements kernel.BlockReviewer, unless the rule holds another one or counts how
// often people are heard.
func (r Attendance) ReviewBlock(b *kernel.Reviews) bool {
	if r.Of != nil || r.Heard != 0 {
		return false
	}
	steps := [3]int{r.step(-1, 0), r.step(0, 0), r.step(1, 0)}
	odds := [3][MostTrait + 1]kernel.Odds{r.impatient(), r.impatient()}
	away, impatience := r.Away, sign(r.ShortTerm)
	t := b.Tosser()
	for u := b.From; u < b.To; u++ {
		seats := b.SeatsOf(u, u+1)
		heeded, more := b.HeededOf(seats)
		t.Begin(u, bits.OnesCount64(heeded)+len(more))
		for len(seats) > 0 {
			for ; heeded != 0; heeded &= heeded - 1 {
				seat := seats[bits.TrailingZeros64(heeded)]
				word, gain := &b.Seat(seat)[0], sign(b.Gained[seat])
				leaves := int(t.Toss(odds[1+gain][*word&shortTerm>>shortTermAt]))
				by := steps[1+gain] - impatience*leaves
				*word = moved(*word, by, away-MostAttendance, away)
			}
			seats = more
			heeded, more = b.HeededOf(seats)
		}
	}
	return true
}

// impatient returns the odds with which impatience moves n, by short-termism.
func (r Attendance) impatient() (odds [MostTrait + 1]kernel.Odds) {
	for trait := range odds {
		odds[trait] = kernel.OddsOf(math.Abs(r.ShortTerm) * float64(trait) / MostTrait)
	}
	return odds
}

// Reads implements kernel.Selective: the rule itself reads gains.
func (r Attendance) Reads() (gains, took bool) {
	gains, took = readsOf(r.Of)
	return gains || r.moves(), took
}

// Reads implements kernel.Selective: the rule itself reads gains.
func (r Commitment) Reads() (gains, took bool) {
	gains, took = readsOf(r.Of)
	return gains || !r.off(), took
}

// Reads implements kernel.Selective: the rule itself reads no lessons.
func (r Expectations) Reads() (gains, took bool) { return readsOf(r.Of) }

// ReviewBlock implements kernel.BlockReviewer, unless the rule holds another one.
func (r Commitment) ReviewBlock(b *kernel.Reviews) bool {
	if r.Of != nil {
		return false
	}
	for _, seat := range b.SeatsOf(b.From, b.To) {
		if b.Heeded[seat] {
			word := &b.Seat(seat)[0]
			*word = r.after(*word, b.Gained[seat])
		}
	}
	return true
}

// ReviewBlock implements kernel.BlockReviewer, unless the rule holds another one.
func (r Expectations) ReviewBlock(b *kernel.Reviews) bool {
	begins, ends := r.beginsAt(b.Tick), r.endsAt(b.Tick)
	switch {
	case r.Of != nil:
		return false
	case !begins && !ends:
		return true
	}
	unit := agents.Unit{Dimensions: b.Dimensions}
	for u := b.From; u < b.To; u++ {
		unit.About = b.AboutOf(u)
		seats := b.SeatsOf(u, u+1)
		if begins {
			begun := r.begins(&unit, (*agents.Voices)(b.Said(u)))
			for _, seat := range seats {
				b.Seat(seat)[1] = begun
			}
		}
		if ends {
			r.endAll(b, seats, r.judge(b.Chance(u)))
		}
	}
	return true
}

// endAll is end for the seats of a unit. Mostly all of them have the same task.
func (r Expectations) endAll(b *kernel.Reviews, seats []uint32, by float64) {
	task, step := uint64(0), 0
	for _, seat := range seats {
		word := b.Seat(seat)
		if word[1] == 0 {
			continue
		}
		if word[1] != task {
			task, step = word[1], r.step(word[1], by)
		}
		r.end(word, step)
	}
}
