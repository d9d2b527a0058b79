package practice

import (
	"orglearn/agents"
	"orglearn/agents/kernel"
)

// ReviewBlock implements kernel.BlockReviewer, unless the rule holds another one or counts how
// often people are heard.
func (r Attendance) ReviewBlock(b *kernel.Reviews) bool {
	if r.Of != nil || r.Heard != 0 || b.Each != 1 {
		return false
	}
	r.move(b.HeededIn(b.From, b.To), b.Noted, b.Gained)
	return true
}

// move moves n in some seats. It does not branch on what happened there, because a processor cannot
// predict that.
func (r Attendance) move(seats []uint32, noted []uint64, gained []int32) {
	moves, least, most := r.moveBy(), r.Away-MostAttendance, r.Away
	gained = gained[:len(noted)]
	for _, seat := range seats {
		word, gain := noted[seat], gained[seat]
		sign := int(gain>>31) | int(uint32(-gain)>>31)
		by := moves[(2+2*sign|int(word/impatient&1))&7]
		noted[seat] = moved(word, by, least, most)
	}
}

// moveBy is by how much n moves after a loss, after nothing, and after a gain: of who is not
// impatient, and of who is.
func (r Attendance) moveBy() (moves [8]int) {
	for gain := -1; gain <= 1; gain++ {
		at := 2 + 2*gain
		moves[at], moves[at+1] = r.step(gain, 0), r.step(gain, 0)
		if gain <= 0 {
			moves[at+1] -= sign(r.ShortTerm)
		}
	}
	return moves
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
	for _, seat := range b.HeededIn(b.From, b.To) {
		word := &b.Seat(seat)[0]
		*word = r.after(*word, b.Gained[seat])
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
