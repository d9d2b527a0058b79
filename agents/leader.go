package agents

import "fmt"

// MaxWeight is the largest weight of a leader's vote.
const MaxWeight = 1 << 30

// Authority is Superior, but among the voices of better standing the leader's vote counts Weight times: 1 makes him one of them,
// and a weight above the number of the others lets him decide whenever he stands above the unit.
type Authority struct {
	Rate   float64
	Weight int // 0 to MaxWeight
}

// Objectify implements Objectifier.
func (r Authority) Objectify(u *Unit, said *Voices, norm Knowledge) {
	above := said.Above(u.Standing)
	if len(above) == 0 {
		return
	}
	for i := range norm {
		said.countWeighted(above, i, r.Weight)
		said.adopt(u, norm, i, r.Rate, false)
	}
}

// Validate reports a Rate outside 0 to 1 and a Weight outside 0 to MaxWeight.
func (r Authority) Validate() error {
	if r.Weight < 0 || r.Weight > MaxWeight {
		return fmt.Errorf("Authority.Weight is %d, want 0 to %d", r.Weight, MaxWeight)
	}
	return rate("Authority.Rate", r.Rate)
}

// Monotone is true.
func (Authority) Monotone() bool { return true }

// Screen is Superior, but what a leader of the unit speaks against is blocked with probability Veto per dimension and tick, whatever
// his standing: he may keep a change out of the norm, he cannot put one in.
type Screen struct{ Rate, Veto float64 }

// Objectify implements Objectifier.
func (r Screen) Objectify(u *Unit, said *Voices, norm Knowledge) {
	above := said.Above(u.Standing)
	if len(above) == 0 {
		return
	}
	for i := range norm {
		vote := said.Votes(above, i)
		var against uint64
		for k := range said.Len() {
			if said.Rank(k) == Leader {
				against |= vote.Opposes(said.At(k)[i])
			}
		}
		old := norm[i]
		open := vote.Yes&^old.Yes | vote.No&^old.No
		open &^= u.Coins(r.Veto, open&against)
		norm[i] = old.Take(vote, u.Coins(r.Rate, open))
	}
}

// Validate reports a Rate or a Veto outside 0 to 1.
func (r Screen) Validate() error {
	if err := rate("Screen.Veto", r.Veto); err != nil {
		return err
	}
	return rate("Screen.Rate", r.Rate)
}

// Monotone is true where the veto is 0 or 1: a veto that is a coin may stop what its absence lets through.
func (r Screen) Monotone() bool { return r.Veto == 0 || r.Veto == 1 }

// Decree lets the leader decide alone, whatever his standing: per dimension, what he claims becomes the norm with probability Rate.
// Several leaders vote; without one nothing changes.
//
// An organization that listens to a superior whatever his standing learns nothing, in any structure: Decree is a factor to study.
type Decree struct{ Rate float64 }

// Objectify implements Objectifier.
func (r Decree) Objectify(u *Unit, said *Voices, norm Knowledge) {
	leaders := said.positions(said.Len())[:0]
	for k := range said.Len() {
		if said.Rank(k) == Leader {
			leaders = append(leaders, int32(k))
		}
	}
	for i := range norm {
		said.count(leaders, i)
		said.adopt(u, norm, i, r.Rate, false)
	}
}

// Validate reports a Rate outside 0 to 1.
func (r Decree) Validate() error { return rate("Decree.Rate", r.Rate) }

// Monotone is true.
func (Decree) Monotone() bool { return true }

// countWeighted is count, with a leader's vote counted so many times.
func (v *Voices) countWeighted(positions []int32, i, weight int) {
	v.yes.reset()
	v.no.reset()
	for _, k := range positions {
		times := 1
		if v.Rank(int(k)) == Leader {
			times = weight
		}
		w := v.At(int(k))[i]
		v.yes.addTimes(w.Yes, times)
		v.no.addTimes(w.No, times)
	}
}
