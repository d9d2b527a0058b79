package practice

import (
	"orglearn/agents"
	"orglearn/agents/kernel"
)

// payer is a person whom it paid to learn in a unit, or who lost by it.
type payer struct {
	person int32
	by     int // 1, or -1 if he lost
	took   agents.Knowledge
}

// ReviewBlock implements kernel.BlockReviewer, unless trust follows answers.
func (r Vote) ReviewBlock(b *kernel.Reviews) bool {
	if r.HelpRate > 0 || b.Took == nil {
		return false
	}
	var room [32]payer
	claims := kernel.Dress[agents.Knowledge](b.Claims)
	for u := b.From; u < b.To; u++ {
		if !b.Paid(u) {
			continue
		}
		paid := payers(b, u, room[:0])
		s := b.Chance(u)
		for v, id := range b.HeardIn(u) {
			tie, change := Tie(b.Tie(u, v)), 0
			if len(tie) == 0 {
				continue
			}
			claim := claims.Row(int(id))
			for k := range paid {
				x := &paid[k]
				if x.person != id && saidSo(claim, x.took) && s.Coins(r.TrustRate, 1) != 0 {
					change += x.by
				}
			}
			tie.SetTrust(tie.Trust() + change)
		}
	}
	return true
}

// payers appends those who gained or lost in a unit.
func payers(b *kernel.Reviews, u int, to []payer) []payer {
	tooks := kernel.Dress[agents.Knowledge](b.Took)
	for k := b.Began[u]; k < b.Began[u+1]; k++ {
		seat := b.Seats[k]
		if gained := b.Gained[seat]; gained != 0 {
			to = append(to, payer{b.People[k], sign(gained), tooks.Row(int(seat))})
		}
	}
	return to
}
