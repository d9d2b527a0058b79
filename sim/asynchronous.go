package sim

import "fmt"

// In an asynchronous scenario a tick is a series of activations, one per person of the
// organization. In each activation
//
//  1. a person is drawn, all with the same probability: in one tick somebody may be activated
//     several times, and somebody else never;
//  2. he heeds as many of his circles as Attention says (0: all), in an order drawn for him: first
//     those of beliefs, then those of opinions;
//  3. in each circle its voices, or a drawn sample of Heed of them, say what they know at this
//     moment;
//  4. what they say is made the norm of his circle, and he internalizes it; or he asks one of them
//     (Channel.Ask) and learns from what that one says;
//  5. he may try a change by himself, if the scenario has Experience.
//
// The next activation already sees his new beliefs and his new standing. So there is an order of
// activation, drawn anew in every tick, and workers do not share the people. Before the activations
// of a tick, structures that change by themselves do so; then Participants and Agendas are asked.
// Events happen after the activations.
//
// All chance of an activation is keyed by the tick and by the number of the activation, not of the
// person (see turn).

// activations runs a tick of an asynchronous scenario. It reports whether all went well.
func (m *Model) activations() bool {
	for _, c := range m.channels {
		c.claims.Clear(0, c.claims.Len()) // for people who are not heard in this tick
		c.questions.answered = resized(c.questions.answered, m.scenario.People)
		clear(c.questions.answered)
		if c.asking && c.review != nil {
			c.questions.whom = resized(c.questions.whom, m.scenario.People)
			fill(c.questions.whom, nobody)
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

// converse lets a person learn in a forum from what those in his circle say as they stand now. Each
// who speaks or learns has his own part of the turn.
func (m *Model) converse(sc *scratch, f *forum, p int, t turn) {
	f.gather(m, sc, p, t)
	sc.partners = append(sc.partners[:0], f.heardIn(sc, p).ids...)
	for k, q := range sc.partners {
		f.of.say(m, sc, int(q), t.of(k))
	}
	if f.of.hearsSelf() {
		f.of.say(m, sc, p, t.of(len(sc.partners)))
	}
	m.noteBefore(f, sc, p, p+1)
	if !f.asking || !f.channel.askInTurn(m, sc, p, t) {
		f.of.decide(m, sc, p, t)
		f.of.adopt(m, sc, p, p, t)
	}
	m.noteAfter(f, sc, p, p+1, nil)
	if f.channel != nil {
		m.layout.standOne(sc, p)
	}
	if c, ok := f.of.(*realChannel); ok && c.Mutual {
		m.answer(sc, c, p, t)
	}
}

// of is part k of a turn.
func (t turn) of(k int) turn { return turn{t.id, k} }

// answer lets the people whom a person heard learn from him, from the same claims.
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

// validateAsynchronous reports settings that exclude activating one person at a time.
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
