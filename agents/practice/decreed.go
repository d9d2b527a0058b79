package practice

import (
	"fmt"
	"math/bits"

	"orglearn/agents"
	"orglearn/agents/kernel"
)

// Decreed lets leaders decide beside the voices. Units objectify by Of. Then each claim of the
// leader becomes the norm with probability Rate, whatever his standing and whatever the voices said
// (agents.Decree). Several leaders vote. Where the leader says nothing, or nobody leads, what Of
// made of the norm stays. A Rate of 0 is off: the rule is Of.
//
// Where a unit leads, people who lead have no part in the decree: who leads a team does not decide
// in place of the head.
//
// So a leader who speaks of some dimensions only decides in these, and the voices in the others. It
// is how goals are set from above, where the leader is a unit above (network.Headed) that passes
// down its goals only (Goals).
//
// Where Of is a Vote, a norm that was decreed begins with a strength of 0.
type Decreed struct {
	Of   agents.Objectifier
	Rate float64 // 0 to 1
}

// Objectify implements agents.Objectifier.
func (r Decreed) Objectify(u *agents.Unit, said *agents.Voices, norm agents.Knowledge) {
	r.Of.Objectify(u, said, norm)
	if r.Rate == 0 {
		return
	}
	voices := (*kernel.Voices)(said)
	leaders := voices.Commanding()
	votes, open := voices.Ballot(len(norm)), u.Open(len(norm))
	for i, old := range norm {
		votes[i] = kernel.Word(voices.Votes(leaders, i))
		open[i] = votes[i].Yes&^old.Yes | votes[i].No&^old.No
	}
	u.Flip(r.Rate, open)
	for i, old := range norm {
		norm[i] = old.Take(agents.Word(votes[i]), open[i])
	}
	if u.Planes != nil && KeepsStrengths(r.Of) {
		weaken(u, open)
	}
}

// weaken sets the strength of the norm of a unit to 0 in some lanes, within what it is about. Who
// learns in this tick still finds the strengths with which it began.
func weaken(u *agents.Unit, lanes []uint64) {
	strengths := Strengths(u.Planes)
	for i, changed := range lanes {
		if u.About != nil {
			changed &= u.About[i]
		}
		if changed != 0 {
			strengths.keepStart(u)
		}
		for ; changed != 0; changed &= changed - 1 {
			strengths.Set(i*64+bits.TrailingZeros64(changed), 0)
		}
	}
}

// Lanewise is true if Of is.
func (r Decreed) Lanewise() bool {
	of := kernel.Own[agents.Lanewise](r.Of)
	return of != nil && of.Lanewise()
}

// Monotone is true if Of is and Rate is 0 or 1. Otherwise a decree that takes a vote back when all
// coins are heads may let it stand.
func (r Decreed) Monotone() bool {
	of := kernel.Own[agents.Monotone](r.Of)
	return of != nil && of.Monotone() && (r.Rate == 0 || r.Rate == 1)
}

// Memory implements agents.Rememberer: what Of remembers.
func (r Decreed) Memory(dimensions int) agents.Memory { return memoryOf(r.Of, dimensions) }

// Fits reports what Of cannot serve.
func (r Decreed) Fits(dimensions, people int) error { return fitsOf(r.Of, dimensions, people) }

// Reviews implements agents.OffReviewer.
func (r Decreed) Reviews() bool { return agents.Reviews(r.Of) }

// Review implements agents.Reviewer.
func (r Decreed) Review(u *agents.Unit, said *agents.Voices, learned *agents.Lessons) {
	reviewBy(r.Of, u, said, learned)
}

// Validate reports a missing Of, a Rate outside 0 to 1, and the errors of Of.
func (r Decreed) Validate() error {
	if r.Of == nil {
		return fmt.Errorf("Decreed.Of is nil, want a rule")
	}
	if err := kernel.CheckRate("Decreed.Rate", r.Rate); err != nil {
		return err
	}
	return validOf(r.Of)
}

// Goals is the Relay (see sim.Channel) of a unit on top of others that passes down its goals only.
// Goals are the first round(Share m) of the m dimensions. A unit that is a parent and has none
// passes on what it knows of these. Every other unit passes on what Of says. A Share of 1 is off:
// the rule is Of. With a Share of 0 the top passes nothing down, so it decides nothing.
//
// Found here (go run ./examples/institutionalizing): where the head decides everything, what the
// organization knows is .164 [.089, .239] less. What people know is not shown to change (-.002
// [-.046, .042]).
type Goals struct {
	Share float64             // 0 to 1
	Of    agents.Externalizer // what a unit passes on besides (nil: all)
}

// Externalize implements agents.Externalizer.
func (r Goals) Externalize(p *agents.Person, norm, claim agents.Knowledge) {
	if r.Of != nil {
		r.Of.Externalize(p, norm, claim)
	} else {
		copy(claim, norm)
	}
	if p.From == nil || p.From.Level == 0 || p.From.Above > 0 {
		return
	}
	goals := r.Number(p.Dimensions)
	for i, w := range claim {
		claim[i] = w.Keep(agents.Lanes(goals-i*64, 0))
	}
}

// Number is the number of goals among some dimensions.
func (r Goals) Number(dimensions int) int { return int(float64(r.Share*float64(dimensions)) + .5) }

// Validate reports a Share outside 0 to 1, and the errors of Of.
func (r Goals) Validate() error {
	if err := kernel.CheckRate("Goals.Share", r.Share); err != nil {
		return err
	}
	return validOf(r.Of)
}
