package sim_test

import (
	"math"
	"slices"

	"orglearn/agents"
	"orglearn/agents/kernel"
	"orglearn/agents/practice"
)

// This is practice.Vote in the obvious engine: votes are integers, in parts of 1/65536.

const wholeVote = 65536

func parts(votes float64) int { return int(math.Floor(votes*wholeVote + .5)) }

// ballot lets the voices above a unit vote. It returns the votes, and where the norm yields.
func (e *slow) ballot(c *slowChannel, unit int, r practice.Vote, chance *agents.Stream,
	norm []int8) (votes []int8, yields []bool) {
	votes, yields = make([]int8, len(norm)), make([]bool, len(norm))
	left := make([]int, len(norm)) // of the net vote, less what holds
	for d, net := range e.netVotes(c, unit, r) {
		votes[d], left[d] = sign(net), max(net, -net)
		if norm[d] != 0 && r.Hold > 0 {
			left[d] -= parts(r.Hold * float64(c.strengths[unit][d]))
		}
		yields[d] = votes[d] != 0 && votes[d] != norm[d] && left[d] > 0
	}
	if r.PerVote {
		yields = perVote(chance, r.Rate, yields, left)
	} else {
		yields = coins(chance, r.Rate, yields)
	}
	opposed := e.opposed(c, unit, votes, yields)
	if r.Consult > 0 && slices.Contains(opposed, true) { // else no coins are tossed
		for d, blocked := range coins(chance, r.Consult, opposed) {
			yields[d] = yields[d] && !blocked
		}
	}
	take(yields, votes, norm)
	return votes, yields
}

// netVotes sums the claims of the voices above a unit, each with its weight.
func (e *slow) netVotes(c *slowChannel, unit int, r practice.Vote) []int {
	net, own := make([]int, e.model.Dimensions()), e.standing(c, unit)
	for _, v := range e.voices(c, unit) {
		if e.merit(c, unit, v) <= own {
			continue
		}
		at := spot{v, unit}
		weight := parts((1 + r.Tenure*float64(c.tenures[at])/255) *
			(1 + r.Trust*float64(c.trustIn(at)[0]-8)/8))
		for d, claim := range c.claims[v] {
			net[d] += weight * int(claim)
		}
	}
	return net
}

// perVote tosses the coins of a probability of 1-(1-rate)^k, where k is the number of votes. The
// coins are those of the kernel, whose own tests check them.
func perVote(chance *agents.Stream, rate float64, open []bool, votes []int) []bool {
	s, lanes := (*kernel.Stream)(chance), mask(open)
	for i := range lanes {
		var k kernel.Counts
		for d := 64 * i; d < min(64*i+64, len(votes)); d++ {
			k.AddTimes(1<<(d&63), max(votes[d], 0))
		}
		lanes[i] = s.CoinsPerPart(rate, i, lanes[i], &k)
	}
	s.Skip(kernel.MostDigits)
	return unpacked(lanes, make([]bool, len(open)))
}

// opposed returns where a change meets a unit that is heard and holds the opposite.
func (e *slow) opposed(c *slowChannel, unit int, votes []int8, yields []bool) []bool {
	is := make([]bool, len(votes))
	for _, v := range e.voices(c, unit) {
		for d, claim := range c.claims[v] {
			is[d] = is[d] || v >= len(e.beliefs) && yields[d] && claim == -votes[d] && claim != 0
		}
	}
	return is
}

// strengthen sets the strengths after a vote.
func (c *slowChannel) strengthen(unit int, old, votes []int8, yields []bool) {
	for d, g := range c.strengths[unit] {
		switch {
		case c.about[unit] != nil && !c.about[unit][d]:
			continue
		case old[d] == 0 || yields[d]:
			g = 0
		case votes[d] == -old[d]:
			g = max(g-1, 0)
		default:
			g = min(g+1, 7)
		}
		c.strengths[unit][d] = g
	}
}

// serve counts one more vote of everybody who was heard.
func (e *slow) serve(c *slowChannel, unit int, r practice.Vote) {
	for _, v := range e.voices(c, unit) {
		if v < len(e.beliefs) && r.Tenure != 0 {
			at := spot{v, unit}
			c.tenures[at] = min(c.tenures[at]+1, 255)
		}
	}
}

// votes reports whether units of a channel vote by practice.Vote.
func (c *slowChannel) votes() bool { return practice.KeepsStrengths(c.Objectify) }

// remembered takes the strengths of norms from the model.
func (e *slow) remembered(c *slowChannel) (all [][]int) {
	x, err := e.model.Remembered(c.Name)
	if err != nil || !c.votes() {
		return slices.Repeat([][]int{make([]int, e.model.Dimensions())}, c.units.Len())
	}
	for u := range c.units.Len() {
		g := make([]int, e.model.Dimensions())
		for d := range g {
			g[d] = practice.Strengths(x.Planes(u)).At(d)
		}
		all = append(all, g)
	}
	return all
}
