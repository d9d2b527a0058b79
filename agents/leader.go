package agents

import (
	"fmt"

	"orglearn/agents/kernel"
)

// MaxWeight is the largest weight of a leader's vote.
const MaxWeight = 1 << 30

// Authority is Superior with a weighted leader. Among the voices of better standing the leader's
// vote counts Weight times. A weight of 1 makes him one of them. A weight above the number of the
// others lets him decide whenever he stands above the unit.
//
// Found here (go run ./examples/institutionalizing): a Weight of 5 is not shown to change what
// people know (-.004 [-.013, .005]).
type Authority struct {
	Rate   float64 // 0 to 1
	Weight int     // 0 to MaxWeight
}

// Objectify implements Objectifier.
func (r Authority) Objectify(u *Unit, said *Voices, norm Knowledge) {
	above := said.engine().AboveWeighing(u.Standing, u.Standings, r.Weight)
	said.adopt(u, norm, (*Group)(above), r.Rate)
}

// Validate reports a Rate outside 0 to 1 and a Weight outside 0 to MaxWeight.
func (r Authority) Validate() error {
	if r.Weight < 0 || r.Weight > MaxWeight {
		return fmt.Errorf("Authority.Weight is %d, want 0 to %d", r.Weight, MaxWeight)
	}
	return kernel.CheckRate("Authority.Rate", r.Rate)
}

// Monotone is true.
func (Authority) Monotone() bool { return true }

// Lanewise is true.
func (Authority) Lanewise() bool { return true }

// Screen is Superior with a veto. Where a leader of the unit speaks against a change, it is blocked
// with probability Veto, per dimension and tick. His standing does not matter. He can keep a change
// out of the norm, but he cannot put one in. With a Veto of 0 nobody blocks anything.
//
// [X] Where all leaders are against it, a change gets through L units one above the other with
// probability (1-Veto)^L, at a Rate of 1. So with f = 1-Veto a hierarchy of two accepts an idea
// with f². Two units of which one suffices accept it with 1-(1-f)², which is 2f(1-f) more, and .5
// at most (Sah and Stiglitz 1986, American Economic Review 76:716-727).
//
// Found here (go run ./examples/institutionalizing): a Veto of .5 is not shown to change what
// people know (-.003 [-.019, .013]).
type Screen struct{ Rate, Veto float64 } // each 0 to 1

// Objectify implements Objectifier.
func (r Screen) Objectify(u *Unit, said *Voices, norm Knowledge) {
	above := said.Above(u)
	if above.Empty() {
		u.Skip(2)
		return
	}
	votes, open := said.engine().Ballot(len(norm)), u.Open(len(norm))
	for i, old := range norm {
		votes[i] = said.Votes(above, i)
		open[i] = (votes[i].Yes&^old.Yes | votes[i].No&^old.No) & said.against(votes[i], i)
	}
	u.Flip(r.Veto, open)
	for i, old := range norm {
		open[i] = (votes[i].Yes&^old.Yes | votes[i].No&^old.No) &^ open[i]
	}
	u.Flip(r.Rate, open)
	for i, old := range norm {
		norm[i] = old.Take(votes[i], open[i])
	}
}

// against returns the lanes of word i in which a leader speaks against a vote.
func (v *Voices) against(vote Word, i int) uint64 {
	var lanes uint64
	for k := range v.Len() {
		if v.Rank(k) == kernel.Leader {
			lanes |= vote.Opposes(v.At(k)[i])
		}
	}
	return lanes
}

// Validate reports a Rate or a Veto outside 0 to 1.
func (r Screen) Validate() error {
	if err := kernel.CheckRate("Screen.Veto", r.Veto); err != nil {
		return err
	}
	return kernel.CheckRate("Screen.Rate", r.Rate)
}

// Monotone is true if Veto is 0 or 1. Otherwise a change that a veto stops when all coins are heads
// may pass when the veto's coin is tails.
func (r Screen) Monotone() bool { return r.Veto == 0 || r.Veto == 1 }

// Lanewise is true.
func (Screen) Lanewise() bool { return true }

// Decree lets the leader decide, whatever his standing. Each of his claims becomes the norm with
// probability Rate. Several leaders vote. Without a leader nothing changes.
//
// An organization that follows a superior regardless of his standing learns nothing, in any
// structure. So Decree is a factor to study.
type Decree struct{ Rate float64 } // 0 to 1

// Objectify implements Objectifier.
func (r Decree) Objectify(u *Unit, said *Voices, norm Knowledge) {
	said.adopt(u, norm, said.Led(), r.Rate)
}

// Validate reports a Rate outside 0 to 1.
func (r Decree) Validate() error { return kernel.CheckRate("Decree.Rate", r.Rate) }

// Monotone is true.
func (Decree) Monotone() bool { return true }

// Lanewise is true.
func (Decree) Lanewise() bool { return true }
