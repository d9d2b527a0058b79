package sim

import (
	"orglearn/agents"
	"orglearn/agents/kernel"
)

// channel is the state of one channel of beliefs.
type channel struct {
	Channel
	*forum
	claims       *layer  // a row per person, then a row per unit that others hear
	norms        *layer  // nil for circles
	spare        *layer  // norms of the units before: storage for the next
	stood        *layer  // norms when the tick began, where others hear them
	standing     []int32 // of each row of claims: by belief, or by claim
	normStanding []int32 // of norms, when the tick began
	marks        *marks  // of each row of claims, where merit is seen in part
	normMarks    *marks
	flow         Flow
	lane         int // of the replicate if the channel draws chance as a lane, else -1
	ways         ways
	far          *kernel.Far // of its circles; nil: not needed
	questions    questions
	meetings     meetings
	lanes        *laneCounts // set where replicates are lanes
}

// Flow counts what moved through a channel in the cycle just ended, over all people and units: in
// dimensions, or in requests.
type Flow struct {
	Said        int64 // dimensions of people's claims that are not 0
	Objectified int64 // dimensions of norms that changed; for circles, that are not 0
	Taken       int64 // beliefs that people changed by a norm
	Asked       int64 // requests, one per seat in which somebody asks
	Answered    int64 // requests that were answered
	Refused     int64 // requests that were not, because the one asked had no time (Load)
	Reused      int64 // beliefs that people changed by an answer
	Tried       int64 // trials of meetings (agents.Create)
	Kept        int64 // those that paid, and were kept
	Dissolved   int64 // dimensions of norms that were emptied, also counted in Objectified
}

func (f *Flow) add(g Flow) {
	f.Said += g.Said
	f.Objectified += g.Objectified
	f.Taken += g.Taken
	f.Asked += g.Asked
	f.Answered += g.Answered
	f.Refused += g.Refused
	f.Reused += g.Reused
	f.Tried += g.Tried
	f.Kept += g.Kept
	f.Dissolved += g.Dissolved
}

// bodies is the number of rows of claims: people, and units too where some hear others.
func (c *channel) bodies(m *Model) int {
	if c.nested {
		return m.scenario.People + c.units.Len()
	}
	return m.scenario.People
}

// settle makes room for new units, and carries their norms.
func (c *channel) settle(m *Model, from origins) error {
	old := c.norms
	c.norms, c.stood, c.normStanding = nil, nil, c.normStanding[:0]
	if c.lasting {
		c.norms = emptied(c.spare, c.units.Len(), m.scenario.Dimensions)
		c.normStanding = zeros(c.normStanding, c.units.Len())
	}
	if c.spare = old; old != nil && c.norms != nil {
		from.runs(func(unit, first, end int) {
			copy(c.norms.Words(first, end), old.Words(unit, unit+end-first))
		})
	}
	if c.nested {
		c.stood = newLayer(c.units.Len(), m.scenario.Dimensions)
	}
	c.makeRoom(m)
	c.far = c.ways.farOf(m, c)
	return nil
}

// makeRoom makes room for claims and for the standing of each.
func (c *channel) makeRoom(m *Model) {
	n := c.bodies(m)
	if c.claims == nil || c.claims.Len() != n {
		old := c.claims
		c.claims = newLayer(n, m.scenario.Dimensions)
		if old != nil {
			c.claims.CopyRows(old, 0, m.scenario.People)
		}
	}
	switch {
	case !c.ByClaims && !c.nested:
		c.standing = m.standing
	case len(c.standing) != n || &c.standing[0] == &m.standing[0]:
		c.standing = make([]int32, n)
	}
	c.marks = nil
}

func (c *channel) hearsSelf() bool { return c.ByClaims }

// standingOf is the standing of a norm, or of the person of a circle, when the tick began. Where
// replicates are lanes it is not known, and is 0.
func (c *channel) standingOf(m *Model, unit int) int32 {
	switch {
	case c.norms != nil:
		return c.normStanding[unit]
	case m.standing != nil:
		return m.standing[unit]
	}
	return 0
}

// ownStanding is the standing of a unit, to compare with that of its voices. In a circle it is its
// person's: by his claim if the channel has ByClaims.
func (c *channel) ownStanding(unit int) int32 {
	if c.norms != nil {
		return c.normStanding[unit]
	}
	return c.standing[unit]
}

// speak lets people say what they know.
func (c *channel) speak(m *Model, sc *scratch, from, to int) {
	if !c.ways.speakBlock(m, c, sc, from, to) {
		for p := from; p < to; p++ {
			c.sayOnce(m, sc, p, turn{id: p})
		}
	}
	if c.ByClaims {
		m.layout.standClaims(sc, c, from, to)
	}
	if m.counting {
		m.layout.said(sc, c, from, to)
	}
}

// sayOnce lets a person say what he knows. A vacant place says nothing.
func (c *channel) sayOnce(m *Model, sc *scratch, p int, t turn) {
	claim := c.claims.Row(p)
	clear(claim)
	if m.Vacant(p) {
		return
	}
	sc.rise()
	sc.be(m, p, c.keys.externalize, t)
	sc.person.Memory = c.says.person(p)
	m.layout.personChance(sc, c)
	c.Externalize.Externalize(&sc.person, m.beliefs.Row(p), claim)
}

func (c *channel) say(m *Model, sc *scratch, p int, t turn) {
	c.sayOnce(m, sc, p, t)
	if c.ByClaims {
		m.layout.standClaims(sc, c, p, p+1)
	}
	m.layout.said(sc, c, p, p+1)
}

// relay lets a unit say what it passes on of its norm. The norm is the one at the start of the
// tick.
func (c *channel) relay(m *Model, sc *scratch, unit int) {
	row := m.scenario.People + unit
	claim, norm := c.claims.Row(row), c.stood.Row(unit)
	if c.Relay == nil {
		copy(claim, norm)
		return
	}
	clear(claim)
	sc.who = "unit"
	sc.unit.ID = unit
	sc.asUnit(m, c.forum, c.keys.relay, unit, c.normStanding[unit])
	c.Relay.Externalize(&sc.person, norm, claim)
}

// normRow is the storage in which the norm of a unit is made: its own row, or scratch for a circle.
func (c *channel) normRow(sc *scratch, unit, first int) agents.Knowledge {
	if c.norms != nil {
		return c.norms.Row(unit)
	}
	return sc.norms.Row(unit - first)
}

func (c *channel) decide(m *Model, sc *scratch, unit int, t turn) {
	norm := c.normRow(sc, unit, unit)
	if c.norms == nil {
		clear(norm)
	}
	c.decideOne(m, sc, unit, t, norm)
	if c.norms == nil {
		m.layout.objectified(sc, c, nil, norm)
	}
}

// decideOne applies the channel's rule to one unit. Its norm stays in dimensions that it is not
// about.
func (c *channel) decideOne(m *Model, sc *scratch, unit int, t turn, norm agents.Knowledge) {
	if !c.meets(unit) {
		return
	}
	sc.who = "unit"
	v := c.heardIn(sc, unit)
	sc.describe(m, c.forum, &sc.unit, unit)
	m.layout.tell(sc, c, unit, t, norm, v)
	words, each := c.makes.tiesOf(unit)
	sc.voices.Remember(words, each, v.at)
	m.start(&sc.unitChance, c.keys.objectify, t)
	m.layout.unitChance(sc, c)
	about := c.about(unit)
	if about != nil {
		copy(sc.outside, norm)
	}
	c.Objectify.Objectify(&sc.unit, (*agents.Voices)(&sc.voices), norm)
	for i, a := range about {
		norm[i] = sc.outside[i].Take(norm[i], a)
	}
}

// decideBlock lets units that keep their norms decide.
func (c *channel) decideBlock(m *Model, sc *scratch, from, to int) {
	for end := from; from < to; from = end {
		if end = c.levelEnd(from, to); c.turnOf(m, from) {
			c.decideLevel(m, sc, from, end)
		}
	}
}

// levelEnd returns the end of the units from..to-1 that have the level of the first.
func (c *channel) levelEnd(from, to int) int {
	if c.levels == nil {
		return to
	}
	end := from
	for end < to && c.levels[end] == c.levels[from] {
		end++
	}
	return end
}

// turnOf reports whether it is the turn of the level of a unit.
func (c *channel) turnOf(m *Model, unit int) bool {
	turns := c.ways.decide.turns
	if turns == nil || c.levels == nil {
		return true
	}
	_, due := turns.RuleAt(c.levels[unit], m.tick)
	return due
}

// decideLevel lets units of one level decide.
func (c *channel) decideLevel(m *Model, sc *scratch, from, to int) {
	c.gatherAll(m, sc, from, to)
	if c.ways.decideBlock(m, c, sc, from, to) {
		return
	}
	for u := from; u < to; u++ {
		norm, counts := c.norms.Row(u), m.counting
		if counts {
			copy(sc.before, norm)
		}
		c.decideOne(m, sc, u, turn{id: u}, norm)
		if counts {
			m.layout.objectified(sc, c, sc.before, norm)
		}
	}
}

// decideCircles lets the circles of the people from..to-1 decide. If units is given, it leaves out
// a person whose entry is -1.
func (c *channel) decideCircles(m *Model, sc *scratch, from, to int, units []int32) {
	if units == nil {
		c.gatherAll(m, sc, from, to)
		if c.ways.decideBlock(m, c, sc, from, to) {
			return
		}
	}
	sc.norms.Clear(0, to-from)
	for p := from; p < to; p++ {
		if units != nil && units[p-from] < 0 {
			continue
		}
		if units != nil {
			c.gather(m, sc, p, turn{id: p})
		}
		norm := sc.norms.Row(p - from)
		c.decideOne(m, sc, p, turn{id: p}, norm)
		if m.counting {
			m.layout.objectified(sc, c, nil, norm)
		}
	}
}
