package sim

import "orglearn/agents"

func (m *Model) internalizeEarly(sc *scratch, from, to int) { m.internalize(sc, from, to, true) }
func (m *Model) internalizeLate(sc *scratch, from, to int)  { m.internalize(sc, from, to, false) }

// internalize lets people learn from the seats that they heed, in the channels that internalize before objectifying or in the others.
func (m *Model) internalize(sc *scratch, from, to int, early bool) {
	if m.learnInBatches(sc, from, to) {
		return
	}
	for p := from; p < to; p++ {
		for _, s := range m.heeded(sc, p, p) {
			if m.channels[s.channel].Simultaneous == early {
				m.learn(sc, p, s)
			}
		}
	}
}

// heeded draws the seats that a person heeds this tick, and their order, with the chance of a number.
func (m *Model) heeded(sc *scratch, p, chance int) []seat {
	sc.seats = sc.seats[:0]
	for i, c := range m.channels {
		if c.norms == nil {
			sc.seats = append(sc.seats, seat{int32(i), int32(p), 0})
			continue
		}
		for n, unit := range c.units.Of(p) {
			sc.seats = append(sc.seats, seat{int32(i), unit, int32(n)})
		}
	}
	all := len(sc.seats)
	if all <= 1 {
		return sc.seats
	}
	k := all
	if m.scenario.Attention > 0 {
		k = min(k, m.scenario.Attention)
	}
	sc.draw.Reset(m.keys.attention, m.tick, chance)
	for i := range min(k, all-1) {
		j := i + sc.draw.IntN(all-i)
		sc.seats[i], sc.seats[j] = sc.seats[j], sc.seats[i]
	}
	return sc.seats[:k]
}

// learn lets a person internalize from one seat.
func (m *Model) learn(sc *scratch, p int, s seat) {
	c := m.channels[s.channel]
	norm := sc.norm
	if c.norms != nil {
		norm = c.norms.Row(int(s.unit))
	} else {
		if !c.due {
			return
		}
		clear(norm)
		m.decide(sc, c, p, norm)
		sc.flows[s.channel].Objectified += int64(norm.Known())
	}
	sc.flows[s.channel].Taken += int64(m.adopt(sc, c, p, int(s.nth), norm))
}

// adopt lets a person internalize a norm, in the nth seat that he has in a channel. It returns how many dimensions changed.
func (m *Model) adopt(sc *scratch, c *channel, p, nth int, norm agents.Knowledge) int {
	sc.become(m, p, c.internalize, c.takes.of(p))
	sc.stream.Apart(c.lane)
	sc.stream.Branch(nth)
	belief := m.beliefs.Row(p)
	copy(sc.before, belief)
	c.Internalize.Internalize(&sc.person, norm, belief)
	taken := belief.Distance(sc.before)
	m.took[p] += int32(taken)
	return taken
}

// experiment lets people learn alone.
func (m *Model) experiment(sc *scratch, from, to int) {
	for p := from; p < to; p++ {
		sc.become(m, p, m.keys.experience, m.experience.of(p))
		m.try(sc, p)
	}
}

// try lets the scratch person try a change.
func (m *Model) try(sc *scratch, p int) {
	belief := m.beliefs.Row(p)
	copy(sc.before, belief)
	if m.scenario.Experience.Try(&sc.person, belief, sc.before) && m.landscape.Score(sc.before) > m.landscape.Score(belief) {
		copy(belief, sc.before)
	}
}
