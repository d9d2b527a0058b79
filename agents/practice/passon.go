package practice

import (
	"fmt"
	"math/bits"

	"orglearn/agents"
	"orglearn/agents/kernel"
)

// PassOn is how people speak where one of them may pass on a claim of another. They say what Of
// says. Who has a claim to pass on says it in its dimension, in place of his own. If he would have
// said nothing there, he leaves out one other of his own claims, drawn. So he never says more than
// without it, and who says nothing passes nothing on. He need not believe it. agenda.Animate of
// package sim/agenda writes what he passes on: see Passed. Without that event the rule is Of.
type PassOn struct{ Of agents.Externalizer }

// Externalize implements agents.Externalizer. It hides the claim to pass on from Of.
func (r PassOn) Externalize(p *agents.Person, belief, claim agents.Knowledge) {
	memory := p.Memory
	p.Memory = hidden(memory, 1)
	r.Of.Externalize(p, belief, claim)
	p.Memory = memory
	if d, sign := Passed(memory).Claim(); sign != 0 && claim.Known() != 0 {
		replace(claim, d, sign, p.Stream)
	}
}

// ExternalizeBlock does what Externalize does, for many people, if they say what Say says. Say
// throws coins and draws no words, so who leaves out a claim draws the first word of his stream.
func (r PassOn) ExternalizeBlock(b *kernel.Block) bool {
	of, ok := r.Of.(agents.Say)
	if !ok || b.EachSpoken != 1 || !of.ExternalizeBlock(b) {
		return false
	}
	claims := kernel.Dress[agents.Knowledge](b.Claims)
	for k, word := range b.Spoken[b.From:b.To] {
		if word == 0 {
			continue
		}
		id := b.From + k
		d, sign := Passed(b.SpokenOf(id)).Claim()
		if claim := claims.Row(id); claim.Known() != 0 {
			replace(claim, d, sign, (*agents.Stream)(b.Chance(id)))
		}
	}
	return true
}

// RemembersInBlocks is true.
func (PassOn) RemembersInBlocks() bool { return true }

// replace says a claim in place of another one: that of its dimension, or one that is drawn.
func replace(claim agents.Knowledge, d int, sign agents.Belief, s *agents.Stream) {
	if claim.Get(d) == 0 {
		leaveOut(claim, s.IntN(claim.Known()))
	}
	claim.Set(d, sign)
}

// leaveOut empties one of the dimensions that are known, by its place among them.
func leaveOut(claim agents.Knowledge, place int) {
	for i, w := range claim {
		n := bits.OnesCount64(w.Known())
		if place >= n {
			place -= n
			continue
		}
		claim[i] = w.Keep(^(uint64(1) << kernel.Lane(w.Known(), place)))
		return
	}
}

// Memory implements agents.Rememberer: what Of remembers, and then a word of each person.
func (r PassOn) Memory(dimensions int) agents.Memory {
	need := memoryOf(r.Of, dimensions)
	need.Person++
	return need
}

// Monotone is false: what a person passes on is no belief of his.
func (PassOn) Monotone() bool { return false }

// Validate reports a missing Of, and what Of reports.
func (r PassOn) Validate() error {
	if r.Of == nil {
		return fmt.Errorf("PassOn.Of is nil, want a rule")
	}
	return validOf(r.Of)
}

// Fits reports what Of cannot serve.
func (r PassOn) Fits(dimensions, people int) error { return fitsOf(r.Of, dimensions, people) }

// Passed is what PassOn remembers of a person, as the last word of what it and Of remember
// (sim.Remembered.Speaking): a claim to pass on in the cycle to come. At first it is 0: there is
// none.
type Passed []uint64

// Claim returns the dimension and the sign of the claim; the sign is 0 if there is none.
func (x Passed) Claim() (d int, sign agents.Belief) {
	if len(x) == 0 || x[len(x)-1] == 0 {
		return 0, 0
	}
	word := x[len(x)-1]
	return int(word>>1) - 1, agents.Belief(word&1)*2 - 1
}

// Pass sets the claim; a sign of 0: none.
func (x Passed) Pass(d int, sign agents.Belief) {
	word := &x[len(x)-1]
	if *word = 0; sign != 0 {
		*word = uint64(d+1)<<1 | uint64(sign+1)/2
	}
}
