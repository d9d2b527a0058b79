package sim

import "orglearn/agents"

// step is one tick of all lanes, in the order of Model.cycle.
func (l *lanes) step() {
	l.person.Tick, l.unit.Tick, l.shown = l.tick, l.tick, false
	for _, c := range l.channels {
		c.due = (l.tick+1)%c.Every == 0
		clear(c.said.Row(0))
		clear(c.objectified.Row(0))
		clear(c.taken.Row(0))
		l.speak(c)
	}
	l.stand()
	l.learnAll(true)
	for _, c := range l.channels {
		if c.norms != nil && c.due {
			l.objectify(c)
		}
	}
	l.learnAll(false)
	l.tick++
}

func (l *lanes) stand() {
	if l.standing == nil {
		return
	}
	for p := range l.seats {
		clear(l.standing.Row(p))
		l.world.score(l.beliefs.Row(p), l.standing, p)
	}
}

func (l *lanes) speak(c *laneChannel) {
	for p := range l.seats {
		claim := c.claims.Row(p)
		clear(claim)
		l.become(p, c.externalize)
		c.Externalize.Externalize(&l.person, l.beliefs.Row(p), claim)
		if c.ByClaims {
			clear(c.standing.Row(p))
			l.world.score(claim, c.standing, p)
		}
		if l.flows {
			l.countKnown(claim, c.said)
		}
	}
}

// become makes the scratch person the given one, with the chance of a key.
func (l *lanes) become(p int, key agents.Key) {
	l.person.ID = p
	l.personChance.Reset(key, l.tick, p)
}

func (l *lanes) countKnown(k agents.Knowledge, to *agents.Scores) {
	l.words = l.words[:0]
	for _, w := range k {
		l.words = append(l.words, w.Known())
	}
	to.Add(0, l.words)
}

func (l *lanes) countChanged(k, before agents.Knowledge, to *agents.Scores) {
	l.words = l.words[:0]
	for i, w := range k {
		l.words = append(l.words, w.Differs(before[i]))
	}
	to.Add(0, l.words)
}

// objectify lets a channel's units make norms of what was said.
func (l *lanes) objectify(c *laneChannel) {
	for u := range c.norms.Len() {
		norm := c.norms.Row(u)
		if l.flows {
			copy(c.before, norm)
		}
		standing := l.normStanding.Row(0)
		clear(standing)
		l.world.score(norm, l.normStanding, 0)
		l.decide(c, u, norm, standing)
		if l.flows {
			l.countChanged(norm, c.before, c.objectified)
		}
	}
}

func (l *lanes) decide(c *laneChannel, u int, norm agents.Knowledge, standing []uint64) {
	l.unit.ID, l.unit.Standings = u, standing
	l.voices.SetReplicates(c.claims, c.units.Voices(u), c.units.Ranks(u), c.units.Ties(u), c.standing)
	l.unitChance.Reset(c.channel.objectify, l.tick, u)
	c.Objectify.Objectify(&l.unit, &l.voices, norm)
}

// learnAll lets people learn from their seats in the channels that internalize before objectifying, or in the others.
func (l *lanes) learnAll(early bool) {
	for p, s := range l.seats {
		if s.channel < 0 {
			continue
		}
		if c := l.channels[s.channel]; c.Simultaneous == early {
			l.learn(c, p, int(s.unit))
		}
	}
}

func (l *lanes) learn(c *laneChannel, p, unit int) {
	norm := l.norm
	if c.norms != nil {
		norm = c.norms.Row(unit)
	} else {
		if !c.due {
			return
		}
		clear(norm)
		l.decide(c, p, norm, c.standing.Row(p))
		if l.flows {
			l.countKnown(norm, c.objectified)
		}
	}
	belief := l.beliefs.Row(p)
	if l.flows {
		copy(c.before, belief)
	}
	l.become(p, c.internalize)
	c.Internalize.Internalize(&l.person, norm, belief)
	if l.flows {
		l.countChanged(belief, c.before, c.taken)
	}
}
