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
// The weight of a voice is (1 + Tenure t/255)(1 + Trust (T-8)/8). His tenure t is the number of the
// unit's votes in which he was heard before, up to 255. It is 0 in his first, for founders too. A
// voice of whom nothing is remembered, such as a unit, has a weight of 1. Weights, and Hold g, are
// rounded to 1/65536.
//
// Trust T of the unit in a voice is 0 to 15 and begins with 8. At the end of a tick it looks at
// each other person who learned in the unit, and for whom that paid or cost something. He sees what
// reality pays himself, however little of merit others see. If the voice said so, T rises by 1 with
// probability TrustRate if he gained, and falls by 1 if he lost. A voice said so if it agrees with
// what the person took over in more dimensions than it contradicts: with many dimensions, everybody
// says some of it. The changes are added up, and T stays within 0 and 15. The coins of a unit are
// thrown 64 at a time, for one voice after the other. With a TrustRate of 0 everybody is trusted
// alike. With a Trust of 0 trust is remembered, and votes are as without.
//
// Trust that one answers is a second kind, with the same range. It rises by 1 with probability
// HelpRate for each person whom the voice has answered in the tick, and falls by 1 for each whom it
// has turned away. Respondent reads both kinds, and Led the first. Levin and Cross (2004,
// Management Science 50:1477-1490) tell trust in competence from trust in benevolence, and find
// that both carry the use of strong ties. With trust held constant, weak ties are worth more. Where
// merit is fully seen, a vote of those above weighs by merit already, and trust repeats it. Its
// control is sim.PermuteTrust.
//
// [X] Let each change of T be a rise with probability .4, .5 or .6, whatever went before. Then its
// mean in the long run is 1.98, 7.5 or 13.02.
//
// Found here (go run ./examples/practice -study trust -slope -1,1): beside units that trust all
// alike, people score .042 [.027, .058] less with a Trust of 1, and .095 [.078, .111] less with -1.
// Where trust is dealt anew each tick they lose .043 and .086. That it matters who is trusted is
// shown with neither sign.
//
// Consult lets units that this unit hears keep changes out (see network: units that hear units).
// Where the norm of one of them is the opposite of the net vote, a change is blocked with
// probability Consult, per dimension and tick. Such a vote has opposed without success. A unit that
// has no norm there does not oppose. Units that stand above vote as people do, in any case.
//
// With all fields but Rate and PerVote 0 the rule does what agents.Superior does, with the same
// coins. But Superior is agents.Lanewise and this rule is not, because it remembers. So a channel
// of at most 48 dimensions draws other random numbers. In a circle, whose norm starts empty each
// tick, all strengths are 0.
type Vote struct {
	Rate    float64 // 0 to 1
	PerVote bool
	Hold    float64 // votes that each step of strength outweighs, 0 to MaxHold
	Tenure  float64 // slope of a voice's weight by tenure, -1 to 1
	Consult float64 // rate at which a unit that is heard blocks a change, 0 to 1

	Trust     float64 // slope of a voice's weight by trust in him, -1 to 1
	TrustRate float64 // rate at which trust follows what people learn, 0 to 1
	HelpRate  float64 // rate at which trust that one answers follows answers, 0 to 1
}

// Objectify implements agents.Objectifier.
func (r Vote) Objectify(u *agents.Unit, said *agents.Voices, norm agents.Knowledge) {
	e := election{
		said: said, standing: u.Standing, tick: u.Tick, about: u.About, memory: u.Memory,
		strengths: Strengths(u.Planes), stream: (*kernel.Stream)(u.Stream), held: r.outweighs(),
	}
	r.hold(&e, norm, (*kernel.Voices)(said).Ballot(len(norm)), u.Open(len(norm)))
}

// ObjectifyBlock does what Objectify does, for many units that are no circles.
func (r Vote) ObjectifyBlock(b *kernel.Block) bool {
	if b.Circles || !b.CanDecide() {
		return false
	}
	if r.Hold == 0 && !r.PerVote && r.Tenure == 0 && r.Consult == 0 && r.pollWords(b) {
		return true
	}
	votes, yields := b.Scratch()
	e := election{tick: b.Tick, block: b, held: r.outweighs()}
	for e.unit = b.From; e.unit < b.To; e.unit++ {
		u := e.unit
		norm := kernel.NormOf[agents.Knowledge](b, u)
		if b.About != nil {
			if e.about = b.About[u*len(norm) : (u+1)*len(norm)]; empty(e.about) {
				continue
			}
		}
		e.stream = b.Chance(u)
		r.gather(&e)
		e.memory, e.strengths = b.Memory.Unit(u), Strengths(b.Memory.PlanesOf(u))
		b.Objectified += r.hold(&e, norm, votes, yields)
	}
	return true
}

// RemembersInBlocks is true.
func (Vote) RemembersInBlocks() bool { return true }

// Memory implements agents.Rememberer: the tick of the last vote, 6 bits for the strengths of a
// dimension, and a Tie for a tie if Tenure, Trust, TrustRate or HelpRate is not 0.
func (r Vote) Memory(int) agents.Memory {
	m := agents.Memory{Unit: 1, Planes: perWord}
	if r.weighs() || r.Reviews() {
		m.Tie = 1
	}
	return m
}

// Validate reports a Rate or a Consult outside 0 to 1, a Hold outside 0 to MaxHold, a Tenure or a
// Trust outside -1 to 1, and a TrustRate or a HelpRate outside 0 to 1.
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
	if err := r.checkTrust(); err != nil {
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

// Monotone is true if Consult is 0 or 1. Otherwise a change that is blocked when all coins are
// heads may pass when the coin of the unit that opposes it is tails.
func (r Vote) Monotone() bool { return r.Consult == 0 || r.Consult == 1 }
