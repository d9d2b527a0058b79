package sim_test

import (
	"slices"

	"orglearn/agents"
	"orglearn/agents/practice"
)

// This is trust in the obvious engine: what people take over in a seat, and what it pays, are
// noted, and units that vote by practice.Vote look back at the end of the tick.

// takenOver is what a person took over in a seat, and what that paid.
type takenOver struct {
	took   []int8
	gained int
}

// trustIn is the trust of a unit in a voice: that what he says pays, and that he answers.
func (c *slowChannel) trustIn(at spot) [2]int {
	if trust, ok := c.trusts[at]; ok {
		return trust
	}
	return [2]int{8, 8}
}

// noted lets a person learn in a seat, and notes what he took over.
func (e *slow) noted(s chair, learn func()) {
	belief := e.beliefs[s.person]
	before := slices.Clone(belief)
	learn()
	gained := e.score(belief, nil) - e.score(before, nil)
	x, again := e.lessons[s] // who is activated twice goes on
	if !again {
		x.took = make([]int8, len(belief))
	}
	x.gained += gained
	for d, b := range belief {
		if b != before[d] {
			x.took[d] = b
		}
	}
	e.lessons[s] = x
	e.channels[s.channel].learned(e, s, gained)
}

// review lets units change whom they trust.
func (e *slow) review() {
	for _, c := range e.channels {
		for u := range c.units.Len() {
			rule, _ := e.ruleOf(c, u)
			if vote, ok := voteIn(rule); ok && vote.TrustRate+vote.HelpRate > 0 {
				e.reviewOne(c, u, vote, e.own("review norms", c.Name, u))
			}
		}
	}
	e.lessons = map[chair]takenOver{}
}

// voteIn returns the vote that a rule is or holds.
func voteIn(rule agents.Objectifier) (practice.Vote, bool) {
	switch r := rule.(type) {
	case practice.Repository:
		return voteIn(r.Of)
	case practice.Transactive:
		return voteIn(r.Of)
	case practice.Decreed:
		return voteIn(r.Of)
	case practice.Vote:
		return r, true
	}
	return practice.Vote{}, false
}

func (e *slow) reviewOne(c *slowChannel, u int, r practice.Vote, chance *agents.Stream) {
	pays := inRow(func() uint64 { return chance.Coins(r.TrustRate, ^uint64(0)) })
	helps := func() bool { return chance.Coins(r.HelpRate, 1) != 0 }
	on := []bool{r.TrustRate > 0, r.HelpRate > 0}
	for _, v := range e.voices(c, u) {
		if v >= len(e.beliefs) {
			continue // of units nothing is remembered
		}
		at := spot{v, u}
		trust, changes := c.trustIn(at), [2]int{}
		for kind, coin := range []func() bool{pays, helps} {
			for _, s := range e.sitters(c, u) {
				if sign := e.verdict(c, s, v, kind); on[kind] && sign != 0 && coin() {
					changes[kind] += sign
				}
			}
			trust[kind] = min(max(trust[kind]+changes[kind], 0), 15)
		}
		c.trusts[at] = trust
	}
}

// sitters are the seats in a unit in which somebody learned in this tick, in the order of people.
func (e *slow) sitters(c *slowChannel, u int) (all []chair) {
	for s := range e.lessons {
		if s.channel == c.number && s.unit == u {
			all = append(all, s)
		}
	}
	audience := c.units.Audience(u)
	if c.norms == nil {
		audience = []int32{int32(u)}
	}
	place := func(s chair) int { return slices.Index(audience, int32(s.person)) }
	slices.SortFunc(all, func(a, b chair) int { return place(a) - place(b) })
	return all
}

// verdict is whether a seat speaks for trust in a voice, 1, or against it, -1.
func (e *slow) verdict(c *slowChannel, s chair, v, kind int) int {
	if kind == 1 {
		switch whom, asked := e.asked[s]; {
		case asked && whom == v:
			return 1
		case asked && whom == noAnswer && e.refused[s] == v:
			return -1
		}
		return 0
	}
	agrees, x := 0, e.lessons[s]
	for d, b := range x.took {
		agrees += int(b) * int(c.claims[v][d])
	}
	if s.person == v || agrees <= 0 || x.gained == 0 {
		return 0
	}
	return x.gained / max(x.gained, -x.gained)
}
