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
	if m.sighted != nil && m.judged == m.beliefs {
		m.judged = m.beliefs.Clone()
	}
	little := people <= chunk || m.little()
	if !m.run(people, (*Model).stand, little) {
		return false
	}
	for i, c := range m.channels {
		m.current = i
		if !c.saysMany && !m.each(people, (*Model).externalize) {
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
	if m.sequential && !m.run(people, (*Model).internalizeLate, little) {
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

// stand finds the standing of everybody's beliefs, a score a person, and what he says where rules work on many at once: as long as a cache
// holds what he believes.
func (m *Model) stand(sc *scratch, from, to int) {
	sc.who = "person"
	for ; from < to; from += chunk {
		end := min(from+chunk, to)
		m.score(sc, from, end)
		clear(m.took[from:end])
		m.sayMany(sc, from, end)
	}
}

// manyScorer is a landscape that can score many at once: Score of rows from..to-1.
type manyScorer interface {
	scoreMany(l *agents.Layer, from, to int, scores []int32)
}

func (m *Model) score(sc *scratch, from, to int) {
	if m.judged != m.beliefs {
		m.judged.CopyRows(m.beliefs, from, to)
	}
	if l, ok := m.landscape.(manyScorer); ok {
		l.scoreMany(m.beliefs, from, to, m.standing[from:to])
		return
	}
	for p := from; p < to; p++ {
		sc.person.ID = p
		m.standing[p] = m.landscape.Score(m.beliefs.Row(p))
	}
}

// become makes the scratch person the given one, with the chance of a key.
func (sc *scratch) become(m *Model, person int, key agents.Key, memory []uint64) {
	sc.who = "person"
	sc.person.ID, sc.person.Tick = person, m.tick
	sc.person.Standing, sc.person.Took = m.standing[person], int(m.took[person])
	sc.person.Memory = memory
	sc.stream.Reset(key, m.tick, person)
	sc.stream.Apart(-1)
}

// externalize lets people say what they know in the current channel.
func (m *Model) externalize(sc *scratch, from, to int) {
	c := m.channels[m.current]
	for p := from; p < to; p++ {
		sc.become(m, p, c.externalize, c.says.of(p))
		sc.stream.Apart(c.lane)
		claim := c.claims.Row(p)
		clear(claim)
		c.Externalize.Externalize(&sc.person, m.beliefs.Row(p), claim)
		if c.ByClaims {
			c.standing[p] = m.landscape.Score(claim)
		}
	}
	sc.flows[m.current].Said += int64(c.claims.Known(from, to))
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
