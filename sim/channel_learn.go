package sim

import "orglearn/agents"

func (c *channel) adopt(m *Model, sc *scratch, p, unit int, t turn) {
	c.adoptOne(m, sc, p, unit, t, c.normRow(sc, unit, unit))
}

// adoptOne lets a person learn from a norm.
func (c *channel) adoptOne(m *Model, sc *scratch, p, unit int, t turn, norm agents.Knowledge) {
	c.internalize(m, sc, p, unit, t, norm, c.Internalize, &c.takes)
	if m.counting {
		m.layout.taken(sc, c, p, sc.before, m.beliefs.Row(p))
	}
}

// internalize lets a person learn a body in a unit, within what the unit is about, by a rule that
// has a memory. If flows are counted, sc.before holds what he believed.
func (c *channel) internalize(
	m *Model, sc *scratch, p, unit int, t turn,
	body agents.Knowledge, rule agents.Internalizer, of *memory,
) {
	if about := c.about(unit); about != nil {
		body = within(sc.outside, body, about)
	}
	sc.be(m, p, c.keys.internalize, t)
	sc.person.Memory = of.person(p)
	sc.sit(m, c.forum, of, p, unit)
	m.layout.personChance(sc, c)
	belief := m.beliefs.Row(p)
	if m.counting {
		copy(sc.before, belief)
	}
	rule.Internalize(&sc.person, body, belief)
}

// within copies a norm into to, and clears the dimensions where the mask is not set.
func within(to, norm agents.Knowledge, mask []uint64) agents.Knowledge {
	for i, w := range norm {
		to[i] = w.Keep(mask[i])
	}
	return to
}

func (c *channel) adoptBlock(m *Model, sc *scratch, from, to int, units []int32, part int) {
	if c.asking {
		c.adoptAsking(m, sc, from, to, units, part)
		return
	}
	if c.norms == nil {
		c.decideCircles(m, sc, from, to, units)
	}
	if c.ways.adoptBlock(m, c, sc, from, to, units, part) {
		return
	}
	for p := from; p < to; p++ {
		unit := p
		if units != nil {
			unit = int(units[p-from])
		}
		if unit >= 0 {
			c.adoptOne(m, sc, p, unit, turn{id: p, part: part}, c.normRow(sc, unit, from))
		}
	}
}

func (c *channel) copyMarks(from *marks, first, end int) {
	if from == nil || c.marks == nil || c.marks == from {
		return
	}
	w := from.width
	copy(c.marks.right[first*w:end*w], from.right[first*w:end*w])
	if from.wrong != nil {
		copy(c.marks.wrong[first*w:end*w], from.wrong[first*w:end*w])
	}
}

func (c *channel) copyUnitMarks(people, first, end int) {
	if c.marks == nil || c.normMarks == nil {
		return
	}
	w := c.marks.width
	copy(c.marks.right[(people+first)*w:(people+end)*w], c.normMarks.right[first*w:end*w])
	if c.marks.wrong != nil {
		copy(c.marks.wrong[(people+first)*w:(people+end)*w], c.normMarks.wrong[first*w:end*w])
	}
}
