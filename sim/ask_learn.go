package sim

import "orglearn/agents/kernel"

// adoptAsking is adoptBlock where people may ask. First those who ask nobody learn from norms, and
// then the others from answers.
func (c *channel) adoptAsking(m *Model, sc *scratch, from, to int, units []int32, part int) {
	gather, any := sc.gather[:to-from], false
	for k := range gather {
		unit := c.unitOf(units, from, k)
		gather[k] = unit
		if unit >= 0 && *c.asked(from+k, int(unit)) != nobody {
			gather[k] = -1
		}
		any = any || gather[k] >= 0
	}
	if any {
		c.gatherNorms(m, sc, from, to, gather, part)
	}
	if !c.hearAnswers(m, sc, from, to, units, gather, part) {
		for k, unit := range gather {
			if asks := c.unitOf(units, from, k); unit < 0 && asks >= 0 {
				whom := *c.asked(from+k, int(asks))
				c.hearAnswer(m, sc, from+k, int(asks), turn{id: from + k, part: part}, whom)
			}
		}
	}
}

// unitOf returns the unit from which person from+k learns in a round.
func (c *channel) unitOf(units []int32, from, k int) int32 {
	if units == nil {
		return int32(from + k)
	}
	return units[k]
}

// gatherNorms lets people learn from the norms of units: -1 for who does not.
func (c *channel) gatherNorms(m *Model, sc *scratch, from, to int, units []int32, part int) {
	if c.norms != nil && c.ways.adoptBlock(m, c, sc, from, to, units, part) {
		return
	}
	for k, unit := range units {
		if unit < 0 {
			continue
		}
		if c.norms == nil {
			if !c.due {
				continue
			}
			c.decide(m, sc, from+k, turn{id: from + k})
		}
		c.adopt(m, sc, from+k, int(unit), turn{id: from + k, part: part})
	}
}

// hearAnswers lets people learn from answers in a block: those who have a unit and gather from
// none. It reports whether the rule can do so.
func (c *channel) hearAnswers(
	m *Model, sc *scratch, from, to int, units, gather []int32, part int,
) bool {
	if !c.ways.answer.taken || !m.blocks() || c.agenda != nil {
		return false
	}
	rows := sc.rows[:to-from]
	var flow Flow
	for k := range rows {
		rows[k] = -1
		if unit := c.unitOf(units, from, k); unit >= 0 && gather[k] < 0 {
			rows[k] = flow.note(*c.asked(from+k, int(unit)))
		}
	}
	if flow.Answered > 0 {
		b := m.block(sc, c, c.keys.internalize.Branch(part), from, to)
		b.Changed, b.Norms, b.Rows, b.Units = m.took, c.claims.Bare(), rows, units
		b.Memory = c.makes.inBlocks()
		if !c.ways.answer.rule.InternalizeBlock(b) {
			return false
		}
		flow.Reused = b.Taken
	}
	sc.flows[c.number].add(flow)
	return true
}

// note counts a request. It returns the row of the claim that answers it, or -1.
func (f *Flow) note(whom int32) int32 {
	switch {
	case whom == silent:
		return -1
	case kernel.IsRefusal(whom):
		f.Asked++
		f.Refused++
		return -1
	}
	f.Asked++
	f.Answered++
	return whom
}
