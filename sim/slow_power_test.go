package sim_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"orglearn/agents/practice"
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/power"
)

// This is power in the obvious engine: who gets how much time.

// drawnPower lets leaders decide, the top have goals, and a firm allot time, each now and then.
func drawnPower(r *rand.Rand, s *sim.Scenario) {
	for i := range s.Channels {
		c := &s.Channels[i]
		if r.IntN(4) == 0 {
			decreed(r, c)
		}
		if c.Relay == nil && r.IntN(2) == 0 {
			c.Relay = practice.Goals{Share: rate(r)}
		}
		if keepsNorms(*c) && r.IntN(4) == 0 {
			allotted(r, s, c)
			return // two events of one name have chances of their own
		}
	}
}

// decreed lets leaders decide beside the rule of a channel, of units of people if it has levels.
func decreed(r *rand.Rand, c *sim.Channel) {
	switch of := c.Objectify.(type) {
	case practice.Repository:
	case practice.Levels:
		if _, shelved := of.Of.(practice.Repository); !shelved {
			of.Of = practice.Decreed{Of: of.Of, Rate: rate(r)}
			c.Objectify = of
		}
	default:
		c.Objectify = practice.Decreed{Of: of, Rate: rate(r)}
	}
}

// allotted lets the firm allot time in a channel.
func allotted(r *rand.Rand, s *sim.Scenario, c *sim.Channel) {
	every := 1 + r.IntN(6)
	c.Agenda = practice.Allotment{Every: every, Of: c.Agenda}
	if r.IntN(3) == 0 {
		s.Events = append(s.Events, power.Sponsor{Channel: c.Name, Time: rate(r)})
		return
	}
	s.Events = append(s.Events, power.Allot{Channel: c.Name, Ticks: r.IntN(every + 1),
		Skew: r.IntN(17), By: power.Ground(r.IntN(3)), Manager: r.IntN(s.People)})
}

// allotAll lets the events that allot time happen.
func (e *slow) allotAll() {
	for _, event := range e.scenario.Events {
		switch r := event.(type) {
		case power.Allot:
			if !r.Off() {
				e.allot(r)
			}
		case power.Sponsor:
			if !r.Off() {
				e.sponsor(r)
			}
		}
	}
}

// allot deals the ticks of a period.
func (e *slow) allot(r power.Allot) {
	c := e.channels[e.model.Channel(r.Channel)]
	rule, _ := practice.AllotmentOf(c.Agenda)
	if e.tick%rule.Every != 0 {
		return
	}
	units, worth := []int(nil), []int(nil)
	for u := range c.units.Len() {
		if c.isOfPeople(u) {
			units = append(units, u)
		}
	}
	chance := e.chanceOf("allot")
	order := chance.Perm(len(units))
	closed := make([][practice.MaxPeriod]bool, len(units))
	draws := make([][]int, len(units))
	for i := range units {
		draws[i] = chance.Perm(rule.Every)
	}
	sees := e.sampled(chance)
	for _, u := range units {
		worth = append(worth, e.worth(c, u, r, sees))
	}
	slices.SortStableFunc(order, func(i, j int) int { return worth[j] - worth[i] })
	for place, i := range order {
		open := r.Ticks
		if u := len(units); u > 1 {
			most := float64(r.Skew) / 16 * float64(min(r.Ticks, rule.Every-r.Ticks))
			open += int(most * float64(u-1-2*place) / float64(u-1)) // towards 0
		}
		for _, tick := range draws[i][open:] {
			closed[i][tick] = true
		}
		c.closed[units[i]] = closed[i]
	}
}

// sponsor closes each team in each tick of a period with a probability.
func (e *slow) sponsor(r power.Sponsor) {
	c := e.channels[e.model.Channel(r.Channel)]
	rule, _ := practice.AllotmentOf(c.Agenda)
	if e.tick%rule.Every != 0 {
		return
	}
	chance := e.chanceOf("sponsor")
	for u := range c.units.Len() {
		if !c.isOfPeople(u) || c.isCommunity(u) {
			continue
		}
		closed := chance.Coins(r.Time, 1<<rule.Every-1)
		for tick := range rule.Every {
			c.closed[u][tick] = closed>>tick&1 != 0
		}
	}
}

// isOfPeople reports whether people learn from a unit that is no parent.
func (c *slowChannel) isOfPeople(u int) bool {
	return len(c.units.Audience(u)) > 0 && !c.units.IsParent(u)
}

// isCommunity reports whether a unit is a community of practice: some of its voices are its core,
// and the others lead it.
func (c *slowChannel) isCommunity(u int) bool {
	ranks := c.units.Ranks(u)
	return slices.Contains(ranks, network.Core) && !slices.Contains(ranks, network.Member)
}

// worth is what the norm of a unit is worth to the firm, which sees some dimensions (nil: all).
func (e *slow) worth(c *slowChannel, unit int, r power.Allot, sees []bool) (n int) {
	switch r.By {
	case power.Agreement:
		for d, b := range c.norms[unit] {
			n += int(b * e.beliefs[r.Manager][d])
		}
	case power.Merit:
		n = e.score(c.norms[unit], sees)
	}
	return n
}

// compareMeetings compares when a unit meets.
func (e *slow) compareMeetings(t *testing.T, c *slowChannel, unit int, words []uint64) {
	t.Helper()
	meetings, ok := practice.MeetingsOf(c.Agenda, words, e.model.Dimensions())
	if !ok {
		return
	}
	rule, _ := practice.AllotmentOf(c.Agenda)
	for tick := range rule.Every {
		if is := meetings.Closed()>>tick&1 != 0; is != c.closed[unit][tick] {
			t.Fatalf("%v: unit %d of %s is closed in tick %d of its period: %v, want %v", e.model,
				unit, c.Name, tick, is, c.closed[unit][tick])
		}
	}
}

// notePower adds what was done by power in a tick.
func (c *slowChannel) notePower(did map[string]int64) {
	did["decreed"] += int64(c.decreed)
	for _, closed := range c.closed {
		for _, is := range closed {
			if is {
				did["time taken"]++
			}
		}
	}
	for u, norm := range c.norms {
		goals, ok := c.Relay.(practice.Goals)
		if ok && c.units.Levels()[u] > 0 && goals.Number(len(norm)) < len(norm) {
			did["goals only"]++
		}
	}
}
