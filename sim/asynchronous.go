package sim

import "fmt"

// In an asynchronous scenario a tick is as many activations as there are people, one after the
// other. In each
//
//  1. a person is drawn, from all alike: in one tick somebody may be activated several times, and
//     somebody else never;
//  2. he heeds Attention of his circles (0: all), in an order drawn for him: first those of
//     beliefs, then those of opinions;
//  3. in each the voices of his circle, or Heed of them, drawn, say what they know as they stand
//     now;
//  4. what they say becomes what is objective in his circle, and he makes it his own;
//  5. he may try a change alone, if the scenario has Experience.
//
// Everybody else sees what he has become at the next activation, and standing is as people stand
// now. So there is an order of activation, drawn anew in every tick, and people are not shared
// between workers. Structures that change by themselves do so before a tick. Who takes part and
// what circles are about is asked before it; events happen after it.
//
// All chance of an activation is keyed by the tick and the number of the activation, in place of
// that of the person (see turn).

// activations is a tick of an asynchronous scenario. It reports whether all went well.
func (m *Model) activations() bool {
	for _, c := range m.channels {
		c.claims.Clear(0, c.claims.Len()) // of who is not heard in this tick
	}
	m.workers.at = -1
	m.guard((*Model).activate, m.workers.scratch[0], 0, m.scenario.People)
	if m.workers.at >= 0 {
		m.fail(m.workers.failure)
	}
	return m.failed == nil
}

func (m *Model) activate(sc *scratch, from, to int) {
	for a := from; a < to; a++ {
		m.start(&sc.draw, m.keys.activation, turn{id: a})
		p := sc.draw.IntN(m.scenario.People)
		if m.Vacant(p) {
			continue
		}
		t := turn{id: a}
		sc.heeded = append(sc.heeded[:0], m.attend(sc, p, t)...)
		for _, at := range []stage{late, afterward} {
			for _, s := range sc.heeded {
				if f := m.forums[s.forum]; f.at() == at {
					m.converse(sc, f, p, t)
				}
			}
		}
		if m.scenario.Experience != nil {
			m.try(sc, p, t)
		}
		m.layout.standOne(sc, p)
	}
}

// converse lets a person learn in a forum from what those in his circle say as they stand now.
// Whoever speaks or learns in it has a part of the turn of his own.
func (m *Model) converse(sc *scratch, f *forum, p int, t turn) {
	f.gather(m, sc, p, t)
	sc.partners = append(sc.partners[:0], f.heardIn(sc, p).ids...)
	for k, q := range sc.partners {
		f.of.say(m, sc, int(q), t.of(k))
	}
	if f.of.hearsSelf() {
		f.of.say(m, sc, p, t.of(len(sc.partners)))
	}
	f.of.decide(m, sc, p, t)
	f.of.adopt(m, sc, p, p, t)
	if f.channel != nil {
		m.layout.standOne(sc, p)
	}
	if c, ok := f.of.(*realChannel); ok && c.Mutual {
		m.answer(sc, c, p, t)
	}
}

// of is part k of a turn.
func (t turn) of(k int) turn { return turn{t.id, k} }

// answer lets those whom a person heard learn from him, from the same claims.
func (m *Model) answer(sc *scratch, c *realChannel, p int, t turn) {
	ties := c.heardIn(sc, p).ties
	if ties != nil {
		sc.kept = append(sc.kept[:0], ties...)
		ties = sc.kept
	}
	for k, q := range sc.partners {
		v := c.only(sc, int(q), p, ties, k)
		if !c.parts.hears(int(q), q) || v.at[0] >= 0 && !c.parts.heard(int(q), int(v.at[0])) {
			continue
		}
		c.decideOne(m, sc, int(q), t.of(k+1), v)
		c.adopt(m, sc, int(q), int(q), t.of(k+1))
	}
}

// validateAsynchronous reports what does not combine with activating one person at a time.
func (s Scenario) validateAsynchronous() error {
	if !s.Asynchronous {
		return nil
	}
	for _, c := range s.Channels {
		if c.Simultaneous {
			return fmt.Errorf("channel %q: Simultaneous is true, want false in an asynchronous "+
				"scenario", c.Name)
		}
		if c.Every > 1 {
			return fmt.Errorf("channel %q: Every is %d, want 0 or 1 in an asynchronous scenario",
				c.Name, c.Every)
		}
	}
	return nil
}
