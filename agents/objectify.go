package agents

// Superior lets the voices decide who stand strictly above the unit: per dimension, the sign of the sum of their claims, where it is
// not 0 and not the norm's, becomes the norm with probability Rate; or, PerVote, with probability 1-(1-Rate)^k where k is the
// absolute sum (March 1991). A claim of 0 is no vote.
type Superior struct {
	Rate    float64
	PerVote bool
}

// Objectify implements Objectifier.
func (r Superior) Objectify(u *Unit, said *Voices, norm Knowledge) {
	above := said.Above(u.Standing)
	if len(above) == 0 {
		return
	}
	for i := range norm {
		said.count(above, i)
		said.adopt(u, norm, i, r.Rate, r.PerVote)
	}
}

// Validate reports a Rate outside 0 to 1.
func (r Superior) Validate() error { return rate("Superior.Rate", r.Rate) }

// Monotone is true.
func (Superior) Monotone() bool { return true }

// Majority lets every voice decide, whatever his standing: per dimension, the sign of the sum of the claims, where it is not 0 and
// not the norm's, becomes the norm with probability Rate.
type Majority struct{ Rate float64 }

// Objectify implements Objectifier.
func (r Majority) Objectify(u *Unit, said *Voices, norm Knowledge) {
	all := said.all()
	for i := range norm {
		said.count(all, i)
		said.adopt(u, norm, i, r.Rate, false)
	}
}

// Validate reports a Rate outside 0 to 1.
func (r Majority) Validate() error { return rate("Majority.Rate", r.Rate) }

// Monotone is true.
func (Majority) Monotone() bool { return true }

// Best makes the claims of the voice who stands highest the norm, whole, the zeros too, if he stands strictly above the unit. Of
// several who stand alike one is drawn.
type Best struct{}

// Objectify implements Objectifier.
func (Best) Objectify(u *Unit, said *Voices, norm Knowledge) {
	best, most, alike := -1, u.Standing, 0
	for k := range said.Len() {
		switch s := said.Standing(k); {
		case s > most:
			best, most, alike = k, s, 1
		case s == most && best >= 0:
			alike++
			if u.IntN(alike) == 0 {
				best = k
			}
		}
	}
	if best >= 0 {
		copy(norm, said.At(best))
	}
}

// Monotone is false: a draw between voices who stand alike is no coin.
func (Best) Monotone() bool { return false }

// all are the positions of all voices.
func (v *Voices) all() []int32 {
	all := v.positions(len(v.ids))
	for k := range all {
		all[k] = int32(k)
	}
	return all
}

// adopt lets the vote that was counted in word i become the norm with a rate, per vote or in all.
func (v *Voices) adopt(u *Unit, norm Knowledge, i int, rate float64, perVote bool) {
	vote := v.result()
	old := norm[i]
	open := vote.Yes&^old.Yes | vote.No&^old.No
	if perVote {
		v.yes.apart(&v.no, vote.Yes, vote.No)
		open = u.coinsPerVote(rate, open, &v.yes)
	} else {
		open = u.Coins(rate, open)
	}
	norm[i] = old.Take(vote, open)
}

// coinsPerVote is heads with probability 1-(1-p)^k in a lane whose count is k: it turns heads with probability 1-(1-p)^(2^j) for each
// binary digit j of k, one after the other. With q for the last of these the next is q(2-q), which is exact for small p.
func (s *Stream) coinsPerVote(p float64, lanes uint64, k *counts) uint64 {
	var heads uint64
	for j := 0; j < k.used && lanes != 0; j++ {
		h := s.Coins(p, lanes&k.planes[j])
		heads |= h
		lanes &^= h
		p = float64(p * (2 - p))
	}
	return heads
}
