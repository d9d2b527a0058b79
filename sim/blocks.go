package sim

import (
	"orglearn/agents"
	"orglearn/agents/kernel"
)

// batch is the number of people or units in a block. What they know fits into a processor's cache.
const batch = 128

// block fills what a rule sees that works on many people or units at once.
func (m *Model) block(sc *scratch, c *channel, key kernel.Key, from, to int) *kernel.Block {
	b := &sc.block
	b.From, b.To, b.Tick, b.Key, b.Dimensions = from, to, m.tick, key, m.scenario.Dimensions
	b.Stream = &sc.chance
	sc.chance.Apart(c.lane)
	b.Beliefs, b.Claims, b.Norms = m.beliefs.Bare(), c.claims.Bare(), nil
	b.First, b.Rows, b.Changed, b.Objectified, b.Taken = 0, nil, nil, 0, 0
	b.FromUnits, b.Units = 0, nil
	b.Selves, b.EachSelf = m.selves, len(m.selves)/m.scenario.People
	b.Spoken, b.EachSpoken = c.says.people, c.says.need.Person
	return b
}

// speakBlock lets people speak in blocks. It reports whether the rule can do so.
func (w *ways) speakBlock(m *Model, c *channel, sc *scratch, from, to int) bool {
	if !w.speak.taken || m.vacancies > 0 || !m.blocks() {
		return false
	}
	return w.speak.rule.ExternalizeBlock(m.block(sc, c, c.keys.externalize, from, to))
}

// blocks reports whether the layout allows blocks: a word is 64 dimensions.
func (m *Model) blocks() bool { return m.view == nil && m.standing != nil }

// decideBlock lets units decide in blocks, and counts what became objective. It reports whether the
// rule can do so.
func (w *ways) decideBlock(m *Model, c *channel, sc *scratch, from, to int) bool {
	if !w.decide.taken || !m.blocks() {
		return false
	}
	rule := w.decide.rule
	if c.levels != nil && c.levels[from] > 0 {
		rule = w.decide.above
	}
	b := m.block(sc, c, c.keys.objectify, from, to)
	if c.norms != nil {
		b.Norms = c.norms.Bare()
	} else {
		b.Norms, b.First = sc.norms.Bare(), from
	}
	b.Circles = c.norms == nil
	b.Standing = c.standing
	m.lists(c, b)
	m.merit(sc, c, b)
	b.Memory = c.makes.inBlocks()
	if c.nested {
		b.FromUnits = m.scenario.People
	}
	if !rule.ObjectifyBlock(b) {
		return false
	}
	if c.norms == nil {
		sc.flows[c.number].Objectified += int64(sc.norms.Known(0, to-from))
	} else {
		sc.flows[c.number].Objectified += b.Objectified
	}
	return true
}

// lists tells a block who is heard in each unit.
func (m *Model) lists(c *channel, b *kernel.Block) {
	b.Far = nil
	h := &c.hearing
	if !h.direct {
		b.Starts, b.Counts, b.Heard, b.At = h.starts, h.counts, h.ids, h.at
		return
	}
	b.Starts, b.Heard = c.units.Lists()
	b.Counts, b.At, b.Far = nil, nil, c.far
}

// merit tells a block the standing of units and of their voices, and what units are about.
func (m *Model) merit(sc *scratch, c *channel, b *kernel.Block) {
	b.Own, b.Seen, b.Right, b.Wrong, b.About, b.Judged = nil, nil, nil, nil, nil, false
	if c.agenda != nil {
		b.About = c.subjects.masks
	}
	if c.norms != nil {
		b.Own = c.normStanding[b.From:b.To]
	}
	if !m.judges(c) {
		return
	}
	b.Judged = true
	width := agents.Width(m.scenario.Dimensions)
	m.lookAll(sc, c, b.From, b.To)
	if m.marker == nil {
		return
	}
	b.Seen, b.Right, b.Wrong = sc.sights, c.marks.right, c.marks.wrong
	x := c.normMarks
	if c.norms == nil {
		x = c.marks
	}
	for u := b.From; u < b.To; u++ {
		sc.own[u-b.From] = x.on(u, sc.sights[(u-b.From)*width:(u-b.From+1)*width])
	}
	b.Own = sc.own[:b.To-b.From]
}

// adoptBlock lets people learn in blocks. It reports whether the rule can do so.
func (w *ways) adoptBlock(
	m *Model, c *channel, sc *scratch, from, to int, units []int32, part int,
) bool {
	if !w.adopt.taken || !m.blocks() {
		return false
	}
	b := m.block(sc, c, c.keys.internalize.Branch(part), from, to)
	b.Changed, b.Units = m.took, units
	b.Memory = c.makes.inBlocks()
	switch {
	case c.agenda != nil || c.norms == nil && units != nil:
		c.teach(sc, b, units)
	case c.norms == nil:
		b.Norms, b.First = sc.norms.Bare(), from
	default:
		b.Norms, b.Rows = c.norms.Bare(), units
	}
	if !w.adopt.rule.InternalizeBlock(b) {
		return false
	}
	sc.flows[c.number].Taken += b.Taken
	return true
}

// teach gives each person of a block a copy of the norm of his unit, within what the unit is about.
func (c *channel) teach(sc *scratch, b *kernel.Block, units []int32) {
	b.Norms, b.Rows = sc.taught.Bare(), sc.rows[:b.To-b.From]
	if c.lasting && c.subjects.width == 1 && units != nil {
		c.teachWords(sc, b, units)
		return
	}
	for p := b.From; p < b.To; p++ {
		k, unit := p-b.From, p
		if units != nil {
			unit = int(units[k])
		}
		b.Rows[k] = -1
		if unit < 0 {
			continue
		}
		b.Rows[k] = int32(k)
		norm, to := c.normRow(sc, unit, b.From), sc.taught.Row(k)
		if about := c.about(unit); about != nil {
			within(to, norm, about)
		} else {
			copy(to, norm)
		}
	}
}

// teachWords is teach for norms of one word.
func (c *channel) teachWords(sc *scratch, b *kernel.Block, units []int32) {
	norms, masks := c.norms.Words(0, c.norms.Len()), c.subjects.masks
	taught := sc.taught.Words(0, len(units))
	for k, unit := range units {
		b.Rows[k] = -1
		if unit >= 0 {
			b.Rows[k] = int32(k)
			taught[k] = norms[unit].Keep(masks[unit])
		}
	}
}

// farOf lists who is far from whom in a channel of circles that decide in blocks and whose
// structure does not change. It is nil for other channels.
func (w *ways) farOf(m *Model, c *channel) *kernel.Far {
	g := c.units.Circles()
	r, ok := c.Objectify.(kernel.Ahead)
	if !ok || !r.ReadsAhead() || g == nil || !w.decide.taken || c.rewirer != nil ||
		!c.hearing.direct || len(m.scenario.Channels) > 1 || m.scenario.Asynchronous {
		return nil
	}
	starts, heard := g.Rows()
	return kernel.NewFar(starts, heard, m.scenario.Dimensions, batch)
}

func streamOf(s *agents.Stream) *kernel.Stream   { return (*kernel.Stream)(s) }
func ruleStream(s *kernel.Stream) *agents.Stream { return (*agents.Stream)(s) }
