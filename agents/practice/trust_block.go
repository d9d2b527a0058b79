package practice

import (
	"slices"

	"orglearn/agents"
	"orglearn/agents/kernel"
)

// payer is a person whom it paid to learn in a unit, or who lost by it.
type payer struct {
	took   agents.Knowledge
	person int32
	by     int32 // 1, or -1 if he lost
}

// ReviewBlock implements kernel.BlockReviewer, unless trust follows answers. Its loops do all and
// count what is meant, because a processor cannot predict which that is.
func (r Vote) ReviewBlock(b *kernel.Reviews) bool {
	if r.HelpRate > 0 || b.Took == nil {
		return false
	}
	var placeRoom [64]int32
	var paidRoom [32]payer
	places, paid := placeRoom[:], paidRoom[:]
	coins := kernel.CoinRow{Rate: r.TrustRate}
	first := b.CoinsIn(1, 0, r.TrustRate) // at 0 are those of votes
	for u := b.From; u < b.To; u++ {
		if places = payers(b, u, places); len(places) > 0 {
			paid = payersAt(b, u, places, paid)
			b.Row(&coins, u, len(paid)*len(b.HeardIn(u)), first)
			payAll(b, u, paid, &coins)
		}
	}
	return true
}

// payers lists those who gained or lost in a unit, by their places among its seats and in the
// storage of a list.
func payers(b *kernel.Reviews, u int, room []int32) []int32 {
	seats := b.SeatsOf(u, u+1)
	room = slices.Grow(room[:0], len(seats))[:len(seats)]
	n := 0
	for k, seat := range seats {
		room[n] = int32(k)
		n += one(b.Gained[seat] != 0)
	}
	return room[:n]
}

// payersAt finds what is needed of payers, in the storage of a list.
func payersAt(b *kernel.Reviews, u int, places []int32, room []payer) []payer {
	seats, people := b.SeatsOf(u, u+1), b.People[b.Began[u]:]
	tooks := kernel.Dress[agents.Knowledge](b.Took)
	room = slices.Grow(room[:0], len(places))[:len(places)]
	for i, k := range places {
		seat := seats[k]
		room[i] = payer{tooks.Row(int(seat)), people[k], b.Gained[seat]>>31 | 1}
	}
	return room
}

// payAll changes trust in the voices of a unit, given the people to look at. Of some voices nothing
// is remembered.
func payAll(b *kernel.Reviews, u int, paid []payer, coins *kernel.CoinRow) {
	heard, claims := b.HeardIn(u), kernel.Dress[agents.Knowledge](b.Claims)
	coin, left := coins.Take()
	for v, id := range heard {
		tie := Tie(b.Tie(u, v))
		if len(tie) == 0 {
			continue
		}
		claim, change := claims.Row(int(id)), 0
		for i := range paid {
			x := &paid[i]
			said := one(saidSo(claim, x.took)) & one(x.person != id)
			if said > left {
				coin, left = coins.Throw()
			}
			change += int(x.by) & -(int(coin) & said)
			coin, left = coin>>uint(said&1), left-said
		}
		tie.SetTrust(tie.Trust() + change)
	}
}
