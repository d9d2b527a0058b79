package practice

import (
	"orglearn/agents"
	"orglearn/agents/kernel"
)

// PartBlock implements kernel.BlockParticipant, unless the rule holds another one.
func (r Attendance) PartBlock(b *kernel.Parts) bool {
	if r.off() || r.Of != nil {
		return false
	}
	var odds [MostAttendance + 1]kernel.Odds
	for n := range odds {
		odds[n] = kernel.OddsOf(r.rate(n))
	}
	t, atFirst := b.Tosser(), MostAttendance-r.Away
	for p := b.From; p < b.To; p++ {
		trait, first, end := shortTermIn(b.Self(p)), b.Starts[p], b.Starts[p+1]
		t.Begin(p, int(end-first))
		answers := b.Answers[first:end]
		for k, seat := range b.Seats[first:end] {
			if seat < 0 {
				answers[k] = uint8(agents.Both) * uint8(t.Toss(odds[atFirst]))
				continue
			}
			word := &b.Memory[int(seat)*b.Each]
			came := t.Toss(odds[min(max(atFirst+steps(*word), 0), MostAttendance)])
			answers[k] = uint8(agents.Both) * uint8(came)
			*word = *word&^(shortTerm|silent) | trait | silent*(1-came)
		}
	}
	return true
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
