package sim

import "orglearn/agents"

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
	sc.unitStream.Apart(c.lane)
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
