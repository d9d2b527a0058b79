package sim

import "orglearn/agents"

// Step runs one tick (the order is that of the package's comment). An error is a rule that panicked; the model stays where it failed.
func (m *Model) Step() error {
	if m.failed != nil {
		return m.failed
	}
	if m.rewire() && m.cycle() {
		m.gatherFlows()
		m.tick++
		m.happen()
	}
	return m.failed
}

// rewire lets structures change that do so by themselves. It reports whether all went well.
func (m *Model) rewire() bool {
	for _, c := range m.channels {
		if c.rewirer != nil {
			m.rewireChannel(c)
		}
	}
	for _, c := range m.opinions.channels {
		if c.rewirer != nil {
			m.rewireReal(c)
		}
	}
	return m.failed == nil
}

func (m *Model) rewireChannel(c *channel) {
	defer m.rescue("Rewire of the channel ", c.Name)
	m.chance.Reset(c.rewire, m.tick, 0)
	c.rewirer.Rewire(c.units, m.tick, &m.chance)
}

// cycle is the ring, once around. It reports whether all went well.
func (m *Model) cycle() bool {
	people := m.scenario.People
	for _, c := range m.channels {
		c.due = (m.tick+1)%c.Every == 0
	}
	if m.scenario.Asynchronous {
		return m.activations()
	}
	if !m.each(people, (*Model).stand) {
		return false
	}
	for i := range m.channels {
		m.current = i
		if !m.each(people, (*Model).externalize) {
			return false
		}
	}
	if m.simultaneous && !m.each(people, (*Model).internalizeEarly) {
		return false
	}
	for i, c := range m.channels {
		m.current = i
		if c.norms != nil && c.due && !m.each(c.units.Len(), (*Model).objectify) {
			return false
		}
	}
	if m.sequential && !m.each(people, (*Model).internalizeLate) {
		return false
	}
	return m.formOpinions() && (m.scenario.Experience == nil || m.each(people, (*Model).experiment))
}

func (m *Model) gatherFlows() {
	for i, c := range m.channels {
		c.flow = Flow{}
		for _, sc := range m.workers.scratch {
			c.flow.Said += sc.flows[i].Said
			c.flow.Objectified += sc.flows[i].Objectified
			c.flow.Taken += sc.flows[i].Taken
			sc.flows[i] = Flow{}
		}
	}
}

// stand finds the standing of everybody's beliefs: a score a person.
func (m *Model) stand(sc *scratch, from, to int) {
	sc.who = "person"
	for p := from; p < to; p++ {
		sc.person.ID = p
		row := m.beliefs.Row(p)
		m.standing[p] = m.landscape.Score(row)
		m.took[p] = 0
		if m.sighted != nil {
			copy(m.judged.Row(p), row)
		}
	}
}

// become makes the scratch person the given one, with the chance of a key.
func (sc *scratch) become(m *Model, person int, key agents.Key, memory []uint64) {
	sc.who = "person"
	sc.person.ID, sc.person.Tick = person, m.tick
	sc.person.Standing, sc.person.Took = m.standing[person], int(m.took[person])
	sc.person.Memory = memory
	sc.stream.Reset(key, m.tick, person)
}

// externalize lets people say what they know in the current channel.
func (m *Model) externalize(sc *scratch, from, to int) {
	c := m.channels[m.current]
	said := 0
	for p := from; p < to; p++ {
		sc.become(m, p, c.externalize, c.says.of(p))
		claim := c.claims.Row(p)
		clear(claim)
		c.Externalize.Externalize(&sc.person, m.beliefs.Row(p), claim)
		said += claim.Known()
		if c.ByClaims {
			c.standing[p] = m.landscape.Score(claim)
		}
	}
	sc.flows[m.current].Said += int64(said)
}

// objectify lets the current channel's units make norms of what was said.
func (m *Model) objectify(sc *scratch, from, to int) {
	c := m.channels[m.current]
	changed := 0
	for u := from; u < to; u++ {
		norm := c.norms.Row(u)
		copy(sc.before, norm)
		m.decide(sc, c, u, norm)
		changed += norm.Distance(sc.before)
	}
	sc.flows[m.current].Objectified += int64(changed)
}

// decide applies a channel's rule to one unit.
func (m *Model) decide(sc *scratch, c *channel, unit int, norm agents.Knowledge) {
	sc.who = "unit"
	sc.unit.ID, sc.unit.Tick, sc.unit.Memory = unit, m.tick, c.unitMemory.of(unit)
	ids, ranks, ties := c.units.Voices(unit), c.units.Ranks(unit), c.units.Ties(unit)
	if c.Heed > 0 && len(ids) > c.Heed {
		ids, ranks, ties = m.listen(sc, c, unit, ids, ranks, ties)
	}
	switch {
	case m.sighted != nil:
		m.judge(sc, c, unit, ids, norm)
		sc.voices.Set(c.claims, ids, ranks, ties, sc.standing, true)
	case c.norms == nil:
		sc.unit.Standing = c.standing[unit]
		sc.voices.Set(c.claims, ids, ranks, ties, c.standing, false)
	default:
		sc.unit.Standing = m.landscape.Score(norm)
		sc.voices.Set(c.claims, ids, ranks, ties, c.standing, false)
	}
	sc.unitStream.Reset(c.objectify, m.tick, unit)
	c.Objectify.Objectify(&sc.unit, &sc.voices, norm)
}

// listen draws the voices whom a unit counts this tick.
func (m *Model) listen(sc *scratch, c *channel, unit int, ids []int32, ranks []agents.Rank, ties []float32) ([]int32, []agents.Rank, []float32) {
	words := (len(ids) + 63) / 64
	if cap(sc.marks) < words {
		sc.marks = make([]uint64, words)
	}
	marks := sc.marks[:words]
	clear(marks)
	sc.draw.Reset(c.heed, m.tick, unit)
	sample(&sc.draw, len(ids), c.Heed, 1, marks)
	return sc.marked(marks, ids, ranks, ties)
}

func some[T any](list []T) []T {
	if len(list) == 0 {
		return nil
	}
	return list
}

// judge finds the standing of a unit and its voices on a sample of what reality pays for, drawn for this unit and tick.
func (m *Model) judge(sc *scratch, c *channel, unit int, ids []int32, norm agents.Knowledge) {
	clear(sc.seen)
	sc.draw.Reset(c.sight, m.tick, unit)
	m.sighted.Sample(&sc.draw, sc.seen)
	by := m.judged
	if c.ByClaims {
		by = c.claims
	}
	if c.norms == nil {
		norm = by.Row(unit)
	}
	sc.unit.Standing = m.sighted.ScoreOn(norm, sc.seen)
	sc.standing = sc.standing[:0]
	for _, p := range ids {
		sc.standing = append(sc.standing, m.sighted.ScoreOn(by.Row(int(p)), sc.seen))
	}
}

func (m *Model) internalizeEarly(sc *scratch, from, to int) { m.internalize(sc, from, to, true) }
func (m *Model) internalizeLate(sc *scratch, from, to int)  { m.internalize(sc, from, to, false) }

// internalize lets people learn from the seats that they heed, in the channels that internalize before objectifying or in the others.
func (m *Model) internalize(sc *scratch, from, to int, early bool) {
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
	sc.become(m, p, c.internalize, c.takes.of(p))
	if s.nth > 0 {
		sc.stream.Seed(uint64(s.nth) << 32)
	}
	belief := m.beliefs.Row(p)
	copy(sc.before, belief)
	c.Internalize.Internalize(&sc.person, norm, belief)
	taken := belief.Distance(sc.before)
	m.took[p] += int32(taken)
	sc.flows[s.channel].Taken += int64(taken)
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
