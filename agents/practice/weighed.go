package practice

import (
	"orglearn/agents"
	"orglearn/agents/kernel"
)

// Weighed is agents.Superior in which a voice's vote counts by the weight of its tie: the better
// voices' vote in a dimension is the sign of the sum of their claims times their weights. The sums
// are of float64 in the order of the voices, and so the same everywhere. Where ties
// have no weights each is 1.
type Weighed struct{ Rate float64 } // 0 to 1

// Objectify implements agents.Objectifier.
func (r Weighed) Objectify(u *agents.Unit, said *agents.Voices, norm agents.Knowledge) {
	if !anyAbove(u, said) {
		u.Skip(1)
		return
	}
	votes, open := make([]agents.Word, len(norm)), u.Open(len(norm))
	for i, old := range norm {
		votes[i] = weigh(u, said, i)
		open[i] = votes[i].Yes&^old.Yes | votes[i].No&^old.No
	}
	u.Flip(r.Rate, open)
	for i, old := range norm {
		norm[i] = old.Take(votes[i], open[i])
	}
}

// Validate reports a Rate outside 0 to 1.
func (r Weighed) Validate() error { return kernel.CheckRate("Weighed.Rate", r.Rate) }

func anyAbove(u *agents.Unit, said *agents.Voices) bool {
	for k := range said.Len() {
		if said.Standing(k) > u.Standing {
			return true
		}
	}
	return false
}

// weigh is the vote in word i.
func weigh(u *agents.Unit, said *agents.Voices, i int) (vote agents.Word) {
	var sums [64]float64
	for k := range said.Len() {
		if said.Standing(k) <= u.Standing {
			continue
		}
		claim, weight := said.At(k)[i], said.Weight(k)
		for lane := range sums {
			sums[lane] += weight * float64(int(claim.Yes>>lane&1)-int(claim.No>>lane&1))
		}
	}
	for lane, sum := range sums {
		switch {
		case sum > 0:
			vote.Yes |= 1 << lane
		case sum < 0:
			vote.No |= 1 << lane
		}
	}
	return vote
}
