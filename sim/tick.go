package sim

// Step runs one tick, in the order of the package's comment. A run that is over stays as it is:
// Step then returns ErrDone. Any other error is a rule that panicked; the model stays where it
// failed.
func (m *Model) Step() error {
	if m.failed == nil && m.Done() && m.failed == nil { // Done asks Stop, which may panic
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

// objectify lets the units whose turn it is make norms of what was said.
func (m *Model) objectify() bool {
	for i, f := range m.forums[:len(m.channels)] {
		if f.lasting && f.due && !m.eachUnit(i, f.units.Len(), (*Model).decide) {
			return false
		}
	}
	return true
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

// experience lets people learn alone.
func (m *Model) experience() bool {
	return m.scenario.Experience == nil || m.each(m.scenario.People, (*Model).experiment)
}

// reflect lets people change what they are by what they gained.
func (m *Model) reflect() bool {
	return m.scenario.Reflect == nil || m.each(m.scenario.People, (*Model).reflectHere)
}

// rewire lets structures change that do so by themselves. It reports whether all went well.
func (m *Model) rewire() bool {
	for _, f := range m.forums {
		f.rewire(m)
	}
	return m.failed == nil
}
