package sim

import "orglearn/agents"

// batch is the number of circles whose norms are made before anybody learns from them: a cache holds them.
const batch = 128

// plainCircles is the one channel of a model that has circles only, all of which is seen and heard, and rules that remember nothing: there
// many people can be worked on at once. It is nil for other models.
func (m *Model) plainCircles() *channel {
	if len(m.channels) != 1 || m.channels[0].norms != nil || m.sighted != nil {
		return nil
	}
	c := m.channels[0]
	if c.Heed > 0 || c.says.each > 0 || c.takes.each > 0 || c.unitMemory.starts != nil || c.units.Ties(0) != nil {
		return nil
	}
	return c
}

// learnInBatches lets people learn where circles are all that there is, batch by batch. It reports whether they did.
func (m *Model) learnInBatches(sc *scratch, from, to int) bool {
	c := m.plainCircles()
	if c == nil || !c.due {
		return false
	}
	many := m.many(sc, c)
	for at := from; at < to; at += batch {
		many.From, many.To = at, min(at+batch, to)
		m.decideMany(sc, c, many)
		sc.flows[0].Objectified += int64(sc.norms.Known(0, many.To-at))
		m.adoptMany(sc, c, many)
	}
	for _, taken := range m.took[from:to] {
		sc.flows[0].Taken += int64(taken)
	}
	return true
}

func (m *Model) decideMany(sc *scratch, c *channel, many *agents.Many) {
	many.Key = c.objectify
	if r, ok := c.Objectify.(agents.Superior); ok && r.ObjectifyMany(many) {
		return
	}
	sc.norms.Clear(0, many.To-many.From)
	for p := many.From; p < many.To; p++ {
		m.decide(sc, c, p, sc.norms.Row(p-many.From))
	}
}

func (m *Model) adoptMany(sc *scratch, c *channel, many *agents.Many) {
	many.Key = c.internalize
	sc.stream.Apart(c.lane)
	if r, ok := c.Internalize.(agents.Absorb); ok && r.InternalizeMany(many) {
		return
	}
	for p := many.From; p < many.To; p++ {
		m.adopt(sc, c, p, 0, sc.norms.Row(p-many.From))
	}
}

// many is what rules see that work on many people of a channel at once.
func (m *Model) many(sc *scratch, c *channel) *agents.Many {
	if sc.norms == nil {
		sc.norms = agents.NewLayer(batch, m.scenario.Dimensions)
	}
	many := &sc.many
	many.Tick, many.Stream, many.Beliefs, many.Claims, many.Norms = m.tick, &sc.stream, m.beliefs, c.claims, sc.norms
	many.Standing, many.Changed = c.standing, m.took
	if g := c.units.Circles(); g != nil {
		many.Starts, many.Heard = g.Rows()
		many.Far = c.far
	}
	return many
}

// sayMany lets people say what they know in the channels in which rules work on many at once.
func (m *Model) sayMany(sc *scratch, from, to int) {
	for i, c := range m.channels {
		if c.saysMany {
			many := m.many(sc, c)
			many.From, many.To, many.Key = from, to, c.externalize
			c.Externalize.(agents.Voice).ExternalizeMany(many)
			sc.flows[i].Said += int64(c.claims.Known(from, to))
		}
	}
}

// canSayMany reports whether a channel's externalizing can be done for many at once, as it can for nobody.
func (m *Model) canSayMany(c *channel) bool {
	r, ok := c.Externalize.(agents.Voice)
	return ok && c.says.each == 0 && !c.ByClaims && !m.scenario.Asynchronous && r.ExternalizeMany(&agents.Many{Beliefs: c.claims, Claims: c.claims})
}

// farOf lists who is far from whom in a channel of circles whose people decide many at once, and whose structure stays as it is.
func (m *Model) farOf(c *channel) *agents.Far {
	g, s := c.units.Circles(), &m.scenario
	if r, ok := c.Objectify.(agents.Superior); !ok || r.Rate != 1 || g == nil || c.rewirer != nil || c.Heed > 0 || len(s.Channels) > 1 || s.Asynchronous {
		return nil
	}
	starts, heard := g.Rows()
	return agents.NewFar(starts, heard, s.Dimensions, batch)
}
