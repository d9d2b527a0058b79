package practice

import (
	"fmt"

	"orglearn/agents"
	"orglearn/agents/kernel"
)

// MaxHold is the largest Vote.Hold.
const MaxHold = 4096

// Vote is agents.Superior for units whose norms come to be taken for granted (Berger and Luckmann,
// The Social Construction of Reality, 1966). The voices who stand strictly above the unit vote. The
// net vote of a dimension is the weight of those who say yes, less the weight of those who say no.
// Where its sign is not that of the norm, it may become the norm.
//
// Strength g is how much the norm of a dimension is taken for granted, 0 to MostStrength. At every
// vote of the unit, within what it is about:
//
//	g = 0                     if the dimension has no norm, or its norm has changed
//	g = max(g-1, 0)           if the net vote opposes the norm without success
//	g = min(g+1, MostStrength) if it agrees, or is 0 because voices tie, are silent, or nobody
//	                          stands above
//
// The net vote against the norm is reduced to k = max(|net vote| - Hold g, 0), with the g that held
// when the tick began. The norm changes with probability Rate where k is above 0. If PerVote is
// set, the probability is 1-(1-Rate)^k, where k may have a fraction. What agrees and opposes is
// read off the net vote before it is reduced.
//
// Strength, Hold and Take.Pull are apart, so that a strong norm need not be held, or learned more
// readily. Zucker (1977, American Sociological Review 42:726-743) finds that both go with
// institutionalization. A norm that is arbitrary decays sooner (MacNeil and Sherif 1976).
//
// The weight of a voice is 1 + Tenure t/255. His tenure t is the number of the unit's votes in
// which he was heard before, up to 255. It is 0 in his first, for founders too. A voice of whom
// nothing is remembered, such as a unit, has a weight of 1. Weights, and Hold g, are rounded to
// 1/65536.
//
// Consult lets units that this unit hears keep changes out (see network: units that hear units).
// Where the norm of one of them is the opposite of the net vote, a change is blocked with
// probability Consult, per dimension and tick. Such a vote has opposed without success. A unit that
// has no norm there does not oppose. Units that stand above vote as people do, in any case.
//
// With Hold, Tenure and Consult 0 the rule does what agents.Superior does, with the same coins. But Superior
// is agents.Lanewise and this rule is not, because it remembers. So a channel of at most 48
// dimensions draws other random numbers. In a circle, whose norm starts empty each tick, all
// strengths are 0.
type Vote struct {
	Rate    float64 // 0 to 1
	PerVote bool
	Hold    float64 // votes that each step of strength outweighs, 0 to MaxHold
	Tenure  float64 // slope of a voice's weight by tenure, -1 to 1
	Consult float64 // rate at which a unit that is heard blocks a change, 0 to 1
}

// Objectify implements agents.Objectifier.
func (r Vote) Objectify(u *agents.Unit, said *agents.Voices, norm agents.Knowledge) {
	votes := (*kernel.Voices)(said).Ballot(len(norm))
	yields := u.Open(len(norm))
	r.decide(u, said, norm, votes, yields)
	r.consult(u, said, votes, yields)
	strengthen(u, norm, votes, yields)
	for i, w := range norm {
		norm[i] = w.Take(agents.Word(votes[i]), yields[i])
	}
	r.serve(said)
}

// decide finds the votes, and the lanes in which the norm yields to them.
func (r Vote) decide(
	u *agents.Unit, said *agents.Voices, norm agents.Knowledge, votes []kernel.Word,
	yields []uint64,
) {
	above, s := said.Above(u), (*kernel.Stream)(u.Stream)
	none := above.Empty()
	var count tally
	for i, old := range norm {
		if votes[i], yields[i] = (kernel.Word{}), 0; none {
			continue
		}
		vote := r.count(&count, u, said, above, i)
		votes[i] = kernel.Word(vote)
		against := vote.Yes&^old.Yes | vote.No&^old.No
		r.hold(&count, Strengths(u.Planes).now(i).keep(old.Known()))
		yields[i] = against & count.net.Any()
		if r.PerVote {
			yields[i] = s.CoinsPerPart(r.Rate, i, yields[i], &count.net)
		}
	}
	switch {
	case r.PerVote:
		s.Skip(kernel.MostDigits)
	case none:
		s.Skip(1)
	default:
		s.Flip(r.Rate, yields)
	}
}

// consult takes from the lanes that yield those in which a unit blocks the change.
func (r Vote) consult(
	u *agents.Unit, said *agents.Voices, votes []kernel.Word, yields []uint64,
) {
	if r.Consult == 0 {
		return
	}
	var room [8]uint64
	blocked := append(room[:0], make([]uint64, len(yields))...)
	for k := range said.Len() {
		if said.FromUnit(k) {
			for i, w := range said.At(k) {
				blocked[i] |= yields[i] & w.Opposes(agents.Word(votes[i]))
			}
		}
	}
	u.Flip(r.Consult, blocked)
	for i := range yields {
		yields[i] &^= blocked[i]
	}
}

// tally is scratch for the votes of one word, in parts of a vote.
type tally struct{ net, no, held kernel.Counts }

// parts is the number of parts of a vote.
const parts = 1 << kernel.PartDigits

// count finds the votes of word i, and puts their absolute sums into the tally.
func (r Vote) count(
	t *tally, u *agents.Unit, said *agents.Voices, above *agents.Group, i int,
) agents.Word {
	if r.Tenure == 0 {
		voices := (*kernel.Voices)(said)
		voices.Count((*kernel.Group)(above), i)
		yes, no := voices.Counted()
		t.net, t.no = *yes, *no
		t.net.Raise(kernel.PartDigits)
		t.no.Raise(kernel.PartDigits)
	} else {
		r.weigh(t, u, said, i)
	}
	more, less := t.net.Compare(&t.no)
	t.net.SetDifference(&t.no, more, less)
	return agents.Word{Yes: more, No: less}
}

// weigh counts the voices above the unit by their weights.
func (r Vote) weigh(t *tally, u *agents.Unit, said *agents.Voices, i int) {
	t.net.Reset()
	t.no.Reset()
	for k := range said.Len() {
		if said.Standing(k) > u.Standing {
			claim, weight := said.At(k)[i], r.weight(said.Memory(k))
			t.net.AddTimes(claim.Yes, weight)
			t.no.AddTimes(claim.No, weight)
		}
	}
}

// mostTenure is where tenure ends to count.
const mostTenure = 255

// weight returns the weight of a voice, in parts of a vote.
func (r Vote) weight(memory []uint64) int {
	if len(memory) == 0 {
		return parts
	}
	return rounded(parts * (1 + float64(r.Tenure*float64(memory[0]))/mostTenure))
}

func rounded(x float64) int { return int(x + .5) }

// hold reduces the votes by the strength that they meet.
func (r Vote) hold(t *tally, g grades) {
	if r.Hold == 0 || g == (grades{}) {
		return
	}
	t.held.Reset()
	for n := 1; n <= MostStrength; n++ {
		if lanes := g.is(n); lanes != 0 {
			t.held.AddTimes(lanes, rounded(float64(r.Hold*float64(n))*parts))
		}
	}
	t.net.Lower(&t.held)
}

// strengthen finds the strengths after a vote, given the old norm and where it yields.
func strengthen(u *agents.Unit, old agents.Knowledge, votes []kernel.Word, yields []uint64) {
	s, changed := Strengths(u.Planes), false
	for i, norm := range old {
		about, known := ^uint64(0), norm.Known()
		if u.About != nil {
			about = u.About[i]
		}
		now, opposed := s.now(i), norm.Opposes(agents.Word(votes[i]))
		next := now.raise(about & known &^ opposed).lower(about & known & opposed)
		next = next.keep(^about | known&^yields[i])
		changed = changed || next != *now
		*s.before(i), *now = *now, next
	}
	if changed {
		u.Memory[0] = uint64(u.Tick) + 1
	}
}

// serve counts one more vote in the tenure of everybody who was heard.
func (r Vote) serve(said *agents.Voices) {
	if r.Tenure == 0 {
		return
	}
	for k := range said.Len() {
		if m := said.Memory(k); len(m) > 0 {
			m[0] = min(m[0]+1, mostTenure)
		}
	}
}

// Memory implements agents.Rememberer: the tick of the last vote, 6 bits for the strengths of a
// dimension, and a word of tenure for a tie if Tenure is not 0.
func (r Vote) Memory(int) agents.Memory {
	m := agents.Memory{Unit: 1, Planes: perWord}
	if r.Tenure != 0 {
		m.Tie = 1
	}
	return m
}

// Validate reports a Rate or a Consult outside 0 to 1, a Hold outside 0 to MaxHold, and a Tenure
// outside -1 to 1.
func (r Vote) Validate() error {
	if !(r.Hold >= 0 && r.Hold <= MaxHold) {
		return fmt.Errorf("Vote.Hold is %v, want 0 to %d", r.Hold, MaxHold)
	}
	if err := checkSlope("Vote.Tenure", r.Tenure); err != nil {
		return err
	}
	if err := kernel.CheckRate("Vote.Consult", r.Consult); err != nil {
		return err
	}
	return kernel.CheckRate("Vote.Rate", r.Rate)
}

// checkSlope returns an error that names the field if a slope is not from -1 to 1.
func checkSlope(field string, slope float64) error {
	if slope >= -1 && slope <= 1 {
		return nil
	}
	return fmt.Errorf("%s is %v, want -1 to 1", field, slope)
}

// Monotone is true if Consult is 0 or 1. Otherwise a change that is blocked when all coins are heads
// may pass when the coin of the unit that opposes it is tails.
func (r Vote) Monotone() bool { return r.Consult == 0 || r.Consult == 1 }
