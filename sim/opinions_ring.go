package sim

import (
	"orglearn/agents/kernel"
	"orglearn/agents/opinion"
)

// settle makes room for new units, and carries their norms.
func (c *realChannel) settle(m *Model, from origins) error {
	people, topics, old := m.scenario.People, m.scenario.Topics, c.norms
	c.norms, c.stood = nil, nil
	if c.lasting {
		c.norms = kernel.NewRealLayer(c.units.Len(), topics)
	}
	for u, o := range from {
		if old != nil && c.norms != nil && o >= 0 {
			copy(c.norms.Row(u), old.Row(o))
		}
	}
	bodies := people
	if c.nested {
		bodies += c.units.Len()
		c.stood = kernel.NewRealLayer(c.units.Len(), topics)
	}
	said := c.claims
	c.claims = kernel.NewRealLayer(bodies, topics)
	for p := range people {
		if said != nil {
			copy(c.claims.Row(p), said.Row(p))
		}
	}
	return nil
}

func (c *realChannel) hearsSelf() bool { return true }

// standingOf is the standing of the person of a circle. Norms of opinions have none: 0.
func (c *realChannel) standingOf(m *Model, unit int) int32 {
	if c.norms == nil {
		return m.standing[unit]
	}
	return 0
}

// say lets a person say what he holds.
func (c *realChannel) say(m *Model, sc *scratch, p int, t turn) {
	claim := c.claims.Row(p)
	clear(claim)
	if m.Vacant(p) {
		return
	}
	sc.become(m, p, c.keys.externalize, t)
	sc.person.Dimensions = m.scenario.Topics
	sc.person.Memory = c.says.person(p)
	c.Externalize.Externalize(&sc.person, m.opinions.layer.Row(p), claim)
	mustBeFinite("claim", claim)
}

// relay lets a unit say what it passes on of its norm.
func (c *realChannel) relay(m *Model, sc *scratch, unit int) {
	claim, norm := c.claims.Row(m.scenario.People+unit), c.stood.Row(unit)
	copy(norm, c.norms.Row(unit))
	if c.Relay == nil {
		copy(claim, norm)
		return
	}
	clear(claim)
	sc.who, sc.unit.ID = "unit", unit
	sc.asUnit(m, c.forum, c.keys.relay, unit, 0)
	c.Relay.Externalize(&sc.person, norm, claim)
	mustBeFinite("claim", claim)
}

func (c *realChannel) decide(m *Model, sc *scratch, unit int, t turn) {
	c.decideOne(m, sc, unit, t, c.heardIn(sc, unit))
}

// decideOne applies the channel's rule to one unit. A circle starts from the claim of its own
// person.
func (c *realChannel) decideOne(m *Model, sc *scratch, unit int, t turn, v heard) {
	norm := sc.realNorm(m)
	if c.norms != nil {
		norm = c.norms.Row(unit)
	} else {
		copy(norm, c.claims.Row(unit))
	}
	if !c.meets(unit) {
		return
	}
	sc.who = "unit"
	sc.describe(m, c.forum, &sc.unit, unit)
	sc.opinions.voices.Set(c.claims, v.ids, v.ranks, v.ties)
	words, each := c.makes.tiesOf(unit)
	sc.opinions.voices.Remember(words, each, v.at)
	m.start(&sc.unitChance, c.keys.objectify, t)
	sc.unitChance.Apart(-1)
	about := c.about(unit)
	if about != nil {
		sc.opinions.outside = append(sc.opinions.outside[:0], norm...)
	}
	c.Objectify.Objectify(&sc.unit, (*opinion.Voices)(&sc.opinions.voices), norm)
	mustBeFinite("norm", norm)
	keepOutside(norm, sc.opinions.outside, about)
}

// keepOutside restores topics that are not in a mask. A nil mask holds all topics.
func keepOutside(now, before opinion.Opinion, about []uint64) {
	for t := range now {
		if about != nil && about[t>>6]>>uint(t&63)&1 == 0 {
			now[t] = before[t]
		}
	}
}

func (c *realChannel) decideBlock(m *Model, sc *scratch, from, to int) {
	for u := from; u < to; u++ {
		c.gather(m, sc, u, turn{id: u})
		c.decide(m, sc, u, turn{id: u})
	}
}

func (c *realChannel) adopt(m *Model, sc *scratch, p, unit int, t turn) {
	norm := sc.realNorm(m)
	if c.norms != nil {
		norm = c.norms.Row(unit)
	}
	if !c.meets(unit) {
		return
	}
	sc.become(m, p, c.keys.internalize, t)
	sc.person.Dimensions = m.scenario.Topics
	sc.person.Memory = c.takes.person(p)
	sc.sit(m, c.forum, &c.takes, p, unit)
	opinion, about := m.opinions.layer.Row(p), c.about(unit)
	if about != nil {
		sc.opinions.outside = append(sc.opinions.outside[:0], opinion...)
	}
	c.Internalize.Internalize(&sc.person, norm, opinion)
	mustBeFinite("opinion", opinion)
	keepOutside(opinion, sc.opinions.outside, about)
}

func (c *realChannel) adoptBlock(m *Model, sc *scratch, from, to int, units []int32, part int) {
	for p := from; p < to; p++ {
		unit := p
		if units != nil {
			unit = int(units[p-from])
		}
		if unit < 0 {
			continue
		}
		if c.norms == nil {
			c.gather(m, sc, p, turn{id: p})
			c.decide(m, sc, p, turn{id: p})
		}
		c.adopt(m, sc, p, unit, turn{id: p, part: part})
	}
}

// opinionScratch is the storage that one worker needs for opinions.
type opinionScratch struct {
	voices  kernel.RealVoices
	norm    opinion.Opinion
	outside opinion.Opinion
}

// realNorm is scratch for the norm of a circle.
func (sc *scratch) realNorm(m *Model) opinion.Opinion {
	if sc.opinions.norm == nil {
		sc.opinions.norm = make(opinion.Opinion, m.scenario.Topics)
	}
	return sc.opinions.norm
}
