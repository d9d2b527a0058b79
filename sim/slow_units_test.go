package sim_test

import (
	"math/bits"
	"slices"

	"orglearn/agents"
	"orglearn/agents/practice"
	"orglearn/network"
)

// This is how units relay and objectify in the obvious engine. It can run the rules Superior,
// Majority, Vote (slow_vote_test.go), Decreed, Levels, Repository, Transactive outside of these,
// Visibility and Goals.

// visible returns what others hear of the norm of a unit. The coins of 64 dimensions are tossed
// together.
func (e *slow) visible(c *slowChannel, unit int) []int8 {
	norm, hidden := slices.Clone(c.norms[unit]), 0.
	if r, ok := c.Relay.(practice.Visibility); ok {
		switch {
		case c.units.Parents()[unit] >= 0:
			hidden = r.HideUp
		case c.units.Levels()[unit] > 0:
			hidden = r.HideDown
		}
	}
	if r, ok := c.Relay.(practice.Goals); ok && c.units.Levels()[unit] > 0 &&
		c.units.Parents()[unit] < 0 {
		clear(norm[min(int(r.Share*float64(len(norm))+.5), len(norm)):])
	}
	if hidden == 0 {
		return norm
	}
	s := e.own("relay", c.Name, unit)
	for first := 0; first < len(norm); first += 64 {
		known := uint64(0)
		for d := first; d < min(first+64, len(norm)); d++ {
			known |= uint64(norm[d]*norm[d]) << (d - first)
		}
		for hides := s.Coins(hidden, known); hides != 0; hides &= hides - 1 {
			norm[first+bits.TrailingZeros64(hides)] = 0
		}
	}
	return norm
}

// ruleOf returns the rule of a unit, and whether it is not the turn of the unit's level.
func (e *slow) ruleOf(c *slowChannel, unit int) (rule agents.Objectifier, sleeps bool) {
	of := c.Objectify
	if r, ok := of.(practice.Transactive); ok {
		of = r.Of
	}
	r, ok := of.(practice.Levels)
	if !ok {
		return of, false
	}
	level := 0
	if c.units.Nested() {
		level = c.units.Levels()[unit]
	}
	period := 1
	for range level {
		period *= max(r.Every, 1)
	}
	if level > 0 && r.Above != nil {
		return r.Above, (e.tick+1)%period != 0
	}
	return r.Of, (e.tick+1)%period != 0
}

// objectify lets all units of a channel make norms.
func (e *slow) objectify(c *slowChannel) {
	for u, norm := range c.norms {
		e.decide(c, u, norm)
		for d, old := range c.stood[u] {
			if norm[d] != old {
				c.flow.Objectified++
			}
			if norm[d] == 0 && old != 0 {
				c.flow.Dissolved++
			}
		}
	}
}

// decide lets a unit make a norm.
func (e *slow) decide(c *slowChannel, unit int, norm []int8) {
	rule, sleeps := e.ruleOf(c, unit)
	if sleeps || !c.meets(unit) {
		return
	}
	old := slices.Clone(norm)
	defer c.restore(unit, old, norm)
	chance := e.stream("objectify", c.Name, unit)
	if r, ok := rule.(practice.Repository); ok {
		lose(r, chance, norm)
		if rule = r.Of; r.Until > 0 && e.tick >= r.Until {
			return
		}
	}
	e.vote(c, unit, rule, chance, norm)
}

// vote lets a unit make a norm by a rule.
func (e *slow) vote(c *slowChannel, unit int, rule agents.Objectifier, chance *agents.Stream,
	norm []int8) {
	left := slices.Clone(norm)
	switch r := rule.(type) {
	case practice.Decreed:
		e.vote(c, unit, r.Of, chance, norm)
		e.decree(c, unit, r.Rate, chance, norm)
	case agents.Superior:
		e.ballot(c, unit, practice.Vote{Rate: r.Rate, PerVote: r.PerVote}, chance, norm)
	case practice.Vote:
		votes, yields := e.ballot(c, unit, r, chance, norm)
		c.strengthen(unit, left, votes, yields)
		e.serve(c, unit, r)
	case agents.Majority:
		votes := make([]int8, len(norm))
		for _, v := range e.voices(c, unit) {
			for d, claim := range c.claims[v] {
				votes[d] += claim
			}
		}
		for d := range votes {
			votes[d] = sign(int(votes[d]))
		}
		adopt(chance, r.Rate, votes, norm)
	default:
		panic("another Objectifier")
	}
}

// decree lets the leaders of a unit change its norm. What changes so is not taken for granted yet.
func (e *slow) decree(c *slowChannel, unit int, rate float64, chance *agents.Stream, norm []int8) {
	if rate == 0 {
		return
	}
	orders, old := make([]int8, len(norm)), slices.Clone(norm)
	leaders := slices.DeleteFunc(slices.Clone(e.voices(c, unit)), func(v int) bool {
		return !c.leads(v-len(e.beliefs), v, unit)
	})
	isUnit := func(v int) bool { return v >= len(e.beliefs) }
	if slices.ContainsFunc(leaders, isUnit) {
		leaders = slices.DeleteFunc(leaders, func(v int) bool { return !isUnit(v) })
	}
	for _, v := range leaders {
		for d, claim := range c.claims[v] {
			orders[d] += claim
		}
	}
	for d := range orders {
		orders[d] = sign(int(orders[d]))
	}
	c.decreed += adopt(chance, rate, orders, norm)
	for d := range c.strengths[unit] {
		if norm[d] != old[d] && (c.about[unit] == nil || c.about[unit][d]) {
			c.strengths[unit][d] = 0
		}
	}
}

// leads reports whether a voice leads a unit: a person, or the unit of a number that is 0 or more.
func (c *slowChannel) leads(other, person, unit int) bool {
	of, ranks, who := c.units.Voices(unit), c.units.Ranks(unit), int32(person)
	if other >= 0 {
		of, ranks, who = c.units.Heard(unit), c.units.HeardRanks(unit), int32(other)
	}
	return ranks != nil && ranks[slices.Index(of, who)] == network.Leader
}

// restore keeps the norm where the unit is not about it.
func (c *slowChannel) restore(unit int, old, norm []int8) {
	for d, is := range c.about[unit] {
		if !is {
			norm[d] = old[d]
		}
	}
}

// lose empties the entries of a repository that are lost.
func lose(r practice.Repository, chance *agents.Stream, norm []int8) {
	if r.Fade == 0 {
		return
	}
	known := make([]bool, len(norm))
	for d, b := range norm {
		known[d] = b != 0
	}
	take(coins(chance, r.Fade, known), make([]int8, len(norm)), norm)
}
