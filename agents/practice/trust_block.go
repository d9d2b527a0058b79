package practice

import (
	"slices"

	"orglearn/agents"
	"orglearn/agents/kernel"
)

// payer is a person whom it paid to learn in a unit, or who lost by it.
type payer struct {
	person int32
	by     int32 // 1, or -1 if he lost
	seat   uint32
}

// saying is that a voice said what somebody took over whom that paid, or who lost by it.
type saying struct {
	voice, by int32
}

// ReviewBlock implements kernel.BlockReviewer, unless trust follows answers. Its loops append
// everything and count what is meant, because a processor cannot predict which that is.
func (r Vote) ReviewBlock(b *kernel.Reviews) bool {
	if r.HelpRate > 0 || b.Took == nil {
		return false
	}
	var paidRoom [32]payer
	var saidRoom [128]saying
	paid, said := paidRoom[:], saidRoom[:]
	for u := b.From; u < b.To; u++ {
		if paid = payers(b, u, paid); len(paid) == 0 {
			continue
		}
		said = sayings(b, u, paid, said)
		s := b.Chance(u)
		for k := 0; k < len(said); {
			voice, change := said[k].voice, 0
			for ; k < len(said) && said[k].voice == voice; k++ {
				change += int(said[k].by) & -int(s.Coins(r.TrustRate, 1))
			}
			tie := Tie(b.Tie(u, int(voice)))
			tie.SetTrust(tie.Trust() + change)
		}
	}
	return true
}

// payers lists those who gained or lost in a unit, in the storage of a list.
func payers(b *kernel.Reviews, u int, room []payer) []payer {
	seats, people := b.SeatsOf(u, u+1), b.People[b.Began[u]:]
	room = slices.Grow(room[:0], len(seats))[:len(seats)]
	n := 0
	for k, seat := range seats {
		gained := b.Gained[seat]
		room[n] = payer{people[k], gained>>31 | 1, seat}
		n += one(gained != 0)
	}
	return room[:n]
}

// sayings lists who among the voices of a unit said what others took over there, voice by voice and
// in the storage of a list. A voice of whom nothing is remembered is left out.
func sayings(b *kernel.Reviews, u int, paid []payer, room []saying) []saying {
	heard, claims := b.HeardIn(u), kernel.Dress[agents.Knowledge](b.Claims)
	tooks := kernel.Dress[agents.Knowledge](b.Took)
	room = slices.Grow(room[:0], len(heard)*len(paid))[:len(heard)*len(paid)]
	n := 0
	for v, id := range heard {
		if len(b.Tie(u, v)) == 0 {
			continue
		}
		claim := claims.Row(int(id))
		for _, x := range paid {
			room[n] = saying{int32(v), x.by}
			said := saidSo(claim, tooks.Row(int(x.seat)))
			n += one(said) & one(x.person != id)
		}
	}
	return room[:n]
}
