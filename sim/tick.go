package sim

// Step runs one tick, in the order of the package's comment. A run that is over stays as it is:
// Step then returns ErrDone. Any other error is a rule that panicked; the model stays where it
// failed.
func (m *Model) Step() error {
	if m.failed == nil && m.Done() && m.failed == nil {
		return ErrDone
	}
	if m.failed == nil && m.rewire() && m.cycle() {
		m.gatherFlows()
		m.tick++
		m.happen()
	}
	return m.failed
}

// cycle is the ring, once around. It reports whether all went well. Every way of running goes
// through it: one by one, in blocks, as lanes, or activated one after the other.
func (m *Model) cycle() bool {
	for _, f := range m.forums {
		f.due = (m.tick+1)%f.every == 0
	}
	m.counting = m.layout.counts()
	if !m.stand() || !m.assign() {
		return false
	}
	if m.scenario.Asynchronous {
		return m.activations() && m.reflect()
	}
	return m.speak() && m.learn(early) && m.objectify() && m.learn(late) &&
		m.formOpinions() && m.experience() && m.reflect()
}

// stage is when in a tick people learn from a forum.
type stage uint8

const (
	early     stage = iota // before units objectify: Simultaneous
	late                   // after
	afterward              // opinions, once beliefs are formed
)

// stand finds how everybody stands, and every norm. Where nothing is asked between standing and
// speaking, people also speak, as long as a cache holds what they believe.
func (m *Model) stand() bool {
	if m.sighted != nil || m.hasAgenda {
		m.openEyes()
	}
	for _, c := range m.channels {
		if c.norms != nil && !m.eachUnit(c.number, c.units.Len(), (*Model).standNorms) {
			return false
		}
	}
	return m.run(m.scenario.People, (*Model).standPeople, m.littleWork())
}

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

// assign asks who takes which part in each unit, and what each unit is about. The answers hold for
// the tick.
func (m *Model) assign() bool {
	for i, f := range m.forums {
		if f.agenda != nil && !m.eachUnit(i, f.units.Len(), (*Model).askAgenda) {
			return false
		}
		if f.participate != nil && !(m.eachUnit(i, f.units.Len(), (*Model).tellUnits) &&
			m.eachPerson(i, (*Model).askParts)) {
			return false
		}
	}
	return true
}

// speak lets everybody say what he knows in every channel, and units what they pass on.
func (m *Model) speak() bool {
	if !m.speaksAtOnce && !m.each(m.scenario.People, (*Model).speakHere) {
		return false
	}
	for i, f := range m.forums[:len(m.channels)] {
		if f.nested && !m.eachUnit(i, f.units.Len(), (*Model).relay) {
			return false
		}
	}
	return true
}

// speakHere lets people say what they know in every channel of beliefs.
func (m *Model) speakHere(sc *scratch, from, to int) {
	for _, c := range m.channels {
		c.speak(m, sc, from, to)
	}
}

// objectify lets the units whose turn it is make norms of what was said.
func (m *Model) objectify() bool {
	for i, f := range m.forums[:len(m.channels)] {
		if f.lasting && f.due && !m.eachUnit(i, f.units.Len(), (*Model).decide) {
			return false
		}
	}
	return true
}

// decide lets units of the current forum make norms.
func (m *Model) decide(sc *scratch, from, to int) {
	f := m.forums[m.current]
	for ; from < to; from += batch {
		f.of.decideBlock(m, sc, from, min(from+batch, to))
	}
}

// learn lets everybody learn from the seats that he heeds, in the forums of a stage.
func (m *Model) learn(at stage) bool {
	if m.stages&(1<<at) == 0 {
		return true
	}
	switch at {
	case early:
		return m.each(m.scenario.People, (*Model).learnEarly)
	case late:
		return m.run(m.scenario.People, (*Model).learnLate, m.littleWork())
	}
	return m.each(m.scenario.People, (*Model).learnAfterward)
}

func (m *Model) learnEarly(sc *scratch, from, to int)     { m.learnIn(early, sc, from, to) }
func (m *Model) learnLate(sc *scratch, from, to int)      { m.learnIn(late, sc, from, to) }
func (m *Model) learnAfterward(sc *scratch, from, to int) { m.learnIn(afterward, sc, from, to) }

// formOpinions is the ring of opinions, once around: after that of beliefs.
func (m *Model) formOpinions() bool {
	first := len(m.channels)
	for i, f := range m.forums[first:] {
		if !m.eachPerson(first+i, (*Model).avow) {
			return false
		}
		if f.nested && !m.eachUnit(first+i, f.units.Len(), (*Model).relay) {
			return false
		}
	}
	for i, f := range m.forums[first:] {
		if f.lasting && !m.eachUnit(first+i, f.units.Len(), (*Model).decide) {
			return false
		}
	}
	return m.learn(afterward)
}

// avow lets people say what they hold in the current forum.
func (m *Model) avow(sc *scratch, from, to int) {
	f := m.forums[m.current]
	for p := from; p < to; p++ {
		f.of.say(m, sc, p, turn{id: p})
	}
}

// relay lets units of the current forum that are heard by others say what they pass on.
func (m *Model) relay(sc *scratch, from, to int) {
	f := m.forums[m.current]
	for u := from; u < to; u++ {
		f.of.relay(m, sc, u)
	}
}

// experience lets people learn alone.
func (m *Model) experience() bool {
	return m.scenario.Experience == nil || m.each(m.scenario.People, (*Model).experiment)
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

// reflect lets people change what they are by what they gained.
func (m *Model) reflect() bool {
	return m.scenario.Reflect == nil || m.each(m.scenario.People, (*Model).reflectHere)
}

func (m *Model) reflectHere(sc *scratch, from, to int) {
	for p := from; p < to; p++ {
		if m.Vacant(p) {
			continue
		}
		sc.become(m, p, m.keys.reflect, turn{id: p})
		sc.person.Memory = m.reflects.person(p)
		sc.person.Gained = m.landscape.Score(m.beliefs.Row(p)) - m.began(p)
		m.scenario.Reflect.Reflect(&sc.person)
		sc.person.Gained = 0
	}
}

// rewire lets structures change that do so by themselves. It reports whether all went well.
func (m *Model) rewire() bool {
	for _, f := range m.forums {
		f.rewire(m)
	}
	return m.failed == nil
}

// gatherFlows adds up what all workers have counted.
func (m *Model) gatherFlows() {
	for i, c := range m.channels {
		c.flow = Flow{}
		for _, sc := range m.workers.scratch {
			c.flow.Said += sc.flows[i].Said
			c.flow.Objectified += sc.flows[i].Objectified
			c.flow.Taken += sc.flows[i].Taken
			sc.flows[i] = Flow{}
		}
	}
}
