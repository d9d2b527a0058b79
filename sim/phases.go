package sim

// These are the phases of a tick. Each works on the people, or units, from..to-1. See tick.go for
// their order.

func (m *Model) standPeople(sc *scratch, from, to int) {
	sc.who = "person"
	for ; from < to; from += chunk {
		end := min(from+chunk, to)
		m.layout.standPeople(sc, from, end)
		if m.speaksAtOnce {
			m.speakHere(sc, from, end)
		}
	}
}

func (m *Model) standNorms(sc *scratch, from, to int) {
	m.layout.standNorms(sc, m.forums[m.current].channel, from, to)
}

// speakHere lets people say what they know in every channel of beliefs.
func (m *Model) speakHere(sc *scratch, from, to int) {
	for _, c := range m.channels {
		c.speak(m, sc, from, to)
	}
}

// decide lets units of the current forum make norms.
func (m *Model) decide(sc *scratch, from, to int) {
	f := m.forums[m.current]
	for ; from < to; from += batch {
		f.of.decideBlock(m, sc, from, min(from+batch, to))
	}
}

func (m *Model) learnEarly(sc *scratch, from, to int) { m.learnIn(early, sc, from, to) }

func (m *Model) learnLate(sc *scratch, from, to int) { m.learnIn(late, sc, from, to) }

func (m *Model) learnAfterward(sc *scratch, from, to int) { m.learnIn(afterward, sc, from, to) }

// avow lets people say what they hold in the current forum.
func (m *Model) avow(sc *scratch, from, to int) {
	f := m.forums[m.current]
	for p := from; p < to; p++ {
		f.of.say(m, sc, p, turn{id: p})
	}
}

// relay lets units of the current forum say what they pass on to other units.
func (m *Model) relay(sc *scratch, from, to int) {
	f := m.forums[m.current]
	for u := from; u < to; u++ {
		f.of.relay(m, sc, u)
	}
}

func (m *Model) experiment(sc *scratch, from, to int) {
	for p := from; p < to; p++ {
		m.try(sc, p, turn{id: p})
	}
}

// try lets a person try a change, and keep it if reality pays more for it.
func (m *Model) try(sc *scratch, p int, t turn) {
	if m.Vacant(p) {
		return
	}
	sc.become(m, p, m.keys.experience, t)
	sc.person.Memory = m.tries.person(p)
	belief := m.beliefs.Row(p)
	copy(sc.before, belief)
	if m.scenario.Experience.Try(&sc.person, belief, sc.before) &&
		m.landscape.Score(sc.before) > m.landscape.Score(belief) {
		copy(belief, sc.before)
	}
}

func (m *Model) reflectHere(sc *scratch, from, to int) {
	for p := from; p < to; p++ {
		if m.Vacant(p) {
			continue
		}
		sc.become(m, p, m.keys.reflect, turn{id: p})
		sc.person.Memory = m.reflects.person(p)
		sc.person.Gained = m.landscape.Score(m.beliefs.Row(p)) - m.standingAtStart(p)
		m.scenario.Reflect.Reflect(&sc.person)
		sc.person.Gained = 0
	}
}

// gatherFlows adds up what all workers have counted.
func (m *Model) gatherFlows() {
	for i, c := range m.channels {
		c.flow = Flow{}
		for _, sc := range m.workers.scratch {
			c.flow.add(sc.flows[i])
			sc.flows[i] = Flow{}
		}
	}
}
