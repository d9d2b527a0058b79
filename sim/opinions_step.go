package sim

import (
	"math/bits"

	"orglearn/agents"
)

// formOpinions is the ring of opinions, once around. It reports whether all went well.
func (m *Model) formOpinions() bool {
	o := &m.opinions
	for i := range o.channels {
		o.current = i
		if !m.each(m.scenario.People, (*Model).externalizeReal) {
			return false
		}
	}
	for i, c := range o.channels {
		o.current = i
		if c.norms != nil && !m.each(c.units.Len(), (*Model).objectifyReal) {
			return false
		}
	}
	return len(o.channels) == 0 || m.each(m.scenario.People, (*Model).internalizeReal)
}

// externalizeReal lets people say what they hold in the current channel.
func (m *Model) externalizeReal(sc *scratch, from, to int) {
	c := m.opinions.channels[m.opinions.current]
	for p := from; p < to; p++ {
		sc.become(m, p, c.externalize, c.says.of(p))
		m.avow(sc, c, p)
	}
}

// avow lets the scratch person say what he holds.
func (m *Model) avow(sc *scratch, c *realChannel, p int) {
	claim := c.claims.Row(p)
	clear(claim)
	c.Externalize.Externalize(&sc.person, m.opinions.layer.Row(p), claim)
	mustBeFinite("claim", claim)
}

// objectifyReal lets the current channel's units make norms of what was said.
func (m *Model) objectifyReal(sc *scratch, from, to int) {
	c := m.opinions.channels[m.opinions.current]
	for u := from; u < to; u++ {
		ids, ranks, ties := m.listenReal(sc, c, u, u)
		m.agree(sc, c, u, u, 0, c.norms.Row(u), ids, ranks, ties)
	}
}

// agree applies a channel's rule to one unit, with part k of the chance of a number.
func (m *Model) agree(sc *scratch, c *realChannel, unit, chance, k int, norm agents.Opinion, ids []int32, ranks []agents.Rank,
	ties []float32) {
	sc.who = "unit"
	sc.unit.ID, sc.unit.Tick, sc.unit.Memory, sc.unit.Standing = unit, m.tick, c.unitMemory.of(unit), 0
	if c.norms == nil {
		sc.unit.Standing = m.standing[unit]
	}
	sc.opinions.voices.Set(c.claims, ids, ranks, ties)
	sc.unitStream.Reset(c.objectify, m.tick, chance)
	sc.unitStream.Apart(-1)
	sc.unitStream.Branch(k)
	c.Objectify.Objectify(&sc.unit, &sc.opinions.voices, norm)
	mustBeFinite("norm", norm)
}

// listenReal draws the voices whom a unit counts, with the chance of a number.
func (m *Model) listenReal(sc *scratch, c *realChannel, unit, chance int) ([]int32, []agents.Rank, []float32) {
	ids, ranks, ties := c.units.Voices(unit), c.units.Ranks(unit), c.units.Ties(unit)
	if c.Heed == 0 || len(ids) <= c.Heed {
		return ids, ranks, ties
	}
	words := (len(ids) + 63) / 64
	if cap(sc.marks) < words {
		sc.marks = make([]uint64, words)
	}
	marks := sc.marks[:words]
	clear(marks)
	sc.draw.Reset(c.heed, m.tick, chance)
	sample(&sc.draw, len(ids), c.Heed, 1, marks)
	return sc.marked(marks, ids, ranks, ties)
}

// internalizeReal lets people learn from their seats in all channels of opinions, in an order drawn for each.
func (m *Model) internalizeReal(sc *scratch, from, to int) {
	for p := from; p < to; p++ {
		for _, s := range m.realSeats(sc, p) {
			c := m.opinions.channels[s.channel]
			norm := sc.realNorm(m)
			if c.norms != nil {
				norm = c.norms.Row(int(s.unit))
			} else {
				copy(norm, c.claims.Row(p))
				ids, ranks, ties := m.listenReal(sc, c, p, p)
				m.agree(sc, c, p, p, 0, norm, ids, ranks, ties)
			}
			sc.become(m, p, c.internalize, c.takes.of(p))
			sc.stream.Branch(int(s.nth))
			m.form(sc, c, p, norm)
		}
	}
}

// form lets the scratch person make a norm his own.
func (m *Model) form(sc *scratch, c *realChannel, p int, norm agents.Opinion) {
	opinion := m.opinions.layer.Row(p)
	c.Internalize.Internalize(&sc.person, norm, opinion)
	mustBeFinite("opinion", opinion)
}

// realSeats are the seats of a person in all channels of opinions, in an order drawn for him.
func (m *Model) realSeats(sc *scratch, p int) []seat {
	sc.seats = sc.seats[:0]
	for i, c := range m.opinions.channels {
		if c.norms == nil {
			sc.seats = append(sc.seats, seat{int32(i), int32(p), 0})
			continue
		}
		for n, unit := range c.units.Of(p) {
			sc.seats = append(sc.seats, seat{int32(i), unit, int32(n)})
		}
	}
	if len(sc.seats) > 1 {
		sc.draw.Reset(m.opinions.order, m.tick, p)
		for i := range len(sc.seats) - 1 {
			j := i + sc.draw.IntN(len(sc.seats)-i)
			sc.seats[i], sc.seats[j] = sc.seats[j], sc.seats[i]
		}
	}
	return sc.seats
}

// realNorm is scratch for the norm of a circle.
func (sc *scratch) realNorm(m *Model) agents.Opinion {
	if sc.opinions.norm == nil {
		sc.opinions.norm = make(agents.Opinion, m.scenario.Topics)
	}
	return sc.opinions.norm
}

// converse lets a person who is activated form opinions, and in mutual channels those whom he hears.
func (m *Model) converse(sc *scratch, p, activation int) {
	for _, c := range m.opinions.channels {
		ids, ranks, ties := m.listenReal(sc, c, p, activation)
		for k, q := range ids {
			m.becomeNow(sc, int(q), c.externalize, c.says.of(int(q)), activation, k)
			m.avow(sc, c, int(q))
		}
		m.becomeNow(sc, p, c.externalize, c.says.of(p), activation, len(ids))
		m.avow(sc, c, p)
		m.learnNow(sc, c, p, activation, 0, ids, ranks, ties)
		if c.Mutual {
			sc.opinions.heard = append(sc.opinions.heard[:0], int32(p))
			for k, q := range ids {
				m.learnNow(sc, c, int(q), activation, k+1, sc.opinions.heard, nil, only(ties, k))
			}
		}
	}
}

// only is item k, or nil of no list.
func only(ties []float32, k int) []float32 {
	if ties == nil {
		return nil
	}
	return ties[k : k+1]
}

// learnNow lets a person learn from claims, as number k of those who learn in an activation.
func (m *Model) learnNow(sc *scratch, c *realChannel, p, activation, k int, ids []int32, ranks []agents.Rank, ties []float32) {
	norm := sc.realNorm(m)
	copy(norm, c.claims.Row(p))
	m.agree(sc, c, p, activation, k, norm, ids, ranks, ties)
	m.becomeNow(sc, p, c.internalize, c.takes.of(p), activation, k)
	m.form(sc, c, p, norm)
}

// marked keeps the voices whose positions are marked.
func (sc *scratch) marked(marks []uint64, ids []int32, ranks []agents.Rank, ties []float32) ([]int32, []agents.Rank, []float32) {
	sc.ids, sc.ranks, sc.ties = sc.ids[:0], sc.ranks[:0], sc.ties[:0]
	for i, word := range marks {
		for ; word != 0; word &= word - 1 {
			k := i*64 + bits.TrailingZeros64(word)
			sc.ids = append(sc.ids, ids[k])
			if ranks != nil {
				sc.ranks = append(sc.ranks, ranks[k])
			}
			if ties != nil {
				sc.ties = append(sc.ties, ties[k])
			}
		}
	}
	return sc.ids, some(sc.ranks), some(sc.ties)
}
