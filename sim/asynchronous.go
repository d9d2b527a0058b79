package sim

import (
	"fmt"

	"orglearn/agents"
)

// In an asynchronous scenario a tick is as many activations as there are people, one after the other. In each
//
//  1. a person is drawn, from all alike: in one tick somebody may be activated several times, and somebody else never;
//  2. he heeds Attention of his circles (0: all), one per channel, in an order drawn for him;
//  3. in each the voices of his circle, or Heed of them, drawn, say what they know as they stand now;
//  4. what they say becomes what is objective in his circle, and he makes it his own;
//  5. the same happens in the channels of opinions, in the order in which the scenario lists them;
//  6. he may try a change alone, if the scenario has Experience.
//
// Everybody else sees what he has become at the next activation, and standing is as people stand now. So there is an order of activation:
// one that is drawn anew in every tick, and people are not shared between workers. Structures that change by themselves do so before a
// tick, and events happen after it.
//
// All chance of an activation is keyed by the tick and the number of the activation in place of that of the person.

// validateAsynchronous reports what does not combine with activating one person at a time.
func (s Scenario) validateAsynchronous() error {
	if !s.Asynchronous {
		return nil
	}
	for _, c := range s.Channels {
		if c.Simultaneous {
			return fmt.Errorf("channel %q: Simultaneous is true, want false in an asynchronous scenario", c.Name)
		}
		if c.Every > 1 {
			return fmt.Errorf("channel %q: Every is %d, want 0 or 1 in an asynchronous scenario", c.Name, c.Every)
		}
	}
	return nil
}

// needsCircles is the error of units that are no circles in an asynchronous scenario.
func (m *Model) needsCircles(circles bool, structure any) error {
	if m.scenario.Asynchronous && !circles {
		return fmt.Errorf("%T gives units with norms that last, want implicit circles in an asynchronous scenario", structure)
	}
	return nil
}

// activations is a tick of an asynchronous scenario. It reports whether all went well.
func (m *Model) activations() bool {
	if !m.each(m.scenario.People, (*Model).stand) {
		return false
	}
	for _, c := range m.channels {
		for p := range m.scenario.People {
			clear(c.claims.Row(p)) // of who is not heard in this tick
		}
	}
	m.workers.at = -1
	m.guard((*Model).activate, m.workers.scratch[0], 0, m.scenario.People)
	if m.workers.at >= 0 {
		m.fail(m.workers.failure)
	}
	return m.failed == nil
}

func (m *Model) activate(sc *scratch, from, to int) {
	sc.who = "person"
	for a := from; a < to; a++ {
		sc.draw.Reset(m.keys.activation, m.tick, a)
		p := sc.draw.IntN(m.scenario.People)
		for _, s := range m.heeded(sc, p, a) {
			m.listenNow(sc, int(s.channel), p, a)
		}
		m.converse(sc, p, a)
		if m.scenario.Experience != nil {
			sc.become(m, p, m.keys.experience, m.experience.of(p))
			sc.stream.Reset(m.keys.experience, m.tick, a)
			m.try(sc, p)
		}
		m.standing[p] = m.landscape.Score(m.beliefs.Row(p))
	}
}

// listenNow lets a person learn in a channel from what those in his circle say as they stand now.
func (m *Model) listenNow(sc *scratch, channel, p, activation int) {
	c := m.channels[channel]
	ids, ranks, ties := c.units.Voices(p), c.units.Ranks(p), c.units.Ties(p)
	if c.Heed > 0 && len(ids) > c.Heed {
		ids, ranks, ties = m.listen(sc, c, activation, ids, ranks, ties)
	}
	for k, q := range ids {
		m.sayNow(sc, channel, int(q), activation, k)
	}
	if c.ByClaims {
		m.sayNow(sc, channel, p, activation, len(ids))
	}
	norm := sc.norm
	clear(norm)
	sc.who = "unit"
	sc.unit.ID, sc.unit.Tick, sc.unit.Memory = p, m.tick, c.unitMemory.of(p)
	if m.sighted != nil {
		m.judge(sc, c, p, ids, norm)
		sc.voices.Set(c.claims, ids, ranks, ties, sc.standing, true)
	} else {
		sc.unit.Standing = c.standing[p]
		sc.voices.Set(c.claims, ids, ranks, ties, c.standing, false)
	}
	sc.unitStream.Reset(c.objectify, m.tick, activation)
	c.Objectify.Objectify(&sc.unit, &sc.voices, norm)
	sc.flows[channel].Objectified += int64(norm.Known())
	m.take(sc, c, channel, p, activation, norm)
}

// sayNow lets a person say what he knows now, as voice k of an activation.
func (m *Model) sayNow(sc *scratch, channel, q, activation, k int) {
	c := m.channels[channel]
	m.becomeNow(sc, q, c.externalize, c.says.of(q), activation, k)
	claim := c.claims.Row(q)
	clear(claim)
	c.Externalize.Externalize(&sc.person, m.beliefs.Row(q), claim)
	sc.flows[channel].Said += int64(claim.Known())
	if c.ByClaims {
		c.standing[q] = m.landscape.Score(claim)
	}
}

// take lets a person internalize a norm in an activation.
func (m *Model) take(sc *scratch, c *channel, channel, p, activation int, norm agents.Knowledge) {
	m.becomeNow(sc, p, c.internalize, c.takes.of(p), activation, 0)
	belief := m.beliefs.Row(p)
	copy(sc.before, belief)
	c.Internalize.Internalize(&sc.person, norm, belief)
	taken := belief.Distance(sc.before)
	m.took[p] += int32(taken)
	sc.flows[channel].Taken += int64(taken)
	m.standing[p] = m.landscape.Score(belief)
}

// becomeNow is become with the chance of an activation, of which several people may have a part: k tells them apart.
func (m *Model) becomeNow(sc *scratch, person int, key agents.Key, memory []uint64, activation, k int) {
	sc.become(m, person, key, memory)
	sc.stream.Reset(key, m.tick, activation)
	sc.stream.Branch(k)
}
