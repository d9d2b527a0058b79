package sim

import "slices"

// Step runs one tick, in the order of the package comment. If the run is over, Step changes nothing
// and returns ErrDone. Any other error ends the run, such as a rule that panics. The model then
// stays as it was when it failed.
func (m *Model) Step() error {
	if m.failed == nil && m.Done() && m.failed == nil { // Done asks Stop, which may panic
		return ErrDone
	}
	if m.failed == nil && m.rewire() && m.cycle() {
		m.gatherFlows()
		m.gatherLedger()
		m.tick++
		m.happen()
	}
	return m.failed
}

// cycle runs the ring once around. It reports whether all went well. Every way of running uses it:
// one by one, in blocks, as lanes, or activated one after the other.
func (m *Model) cycle() bool {
	for _, f := range m.forums {
		f.due = (m.tick+1)%f.every == 0
	}
	m.counting = m.layout.counts()
	m.forgetLessons()
	if !m.stand() || !m.assign() {
		return false
	}
	if m.scenario.Asynchronous {
		return m.activations() && m.lookBack() && m.reflect()
	}
	return m.speak() && m.ask() && m.learn(early) && m.objectify() && m.learn(late) &&
		m.formOpinions() && m.create() && m.experience() && m.lookBack() && m.reflect()
}

// stage is when in a tick people learn from a forum.
type stage uint8

const (
	early     stage = iota // before units objectify, in Simultaneous channels
	late                   // after
	afterward              // opinions, once beliefs are formed
)

// stand finds the standing of everybody and of every norm. If no Participant or Agenda is asked
// before people speak, they speak here too, while a processor's cache still holds their beliefs.
func (m *Model) stand() bool {
	if m.sighted != nil || m.hasAgenda {
		m.openEyes()
	}
	for _, c := range m.channels {
		if c.norms != nil && !m.eachUnit(c.number, c.units.Len(), (*Model).standNorms) {
			return false
		}
	}
	return m.run(m.scenario.People, (*Model).standPeople, m.hasLittleWork())
}

// assign asks Agendas what each unit is about, Participants who hears and is heard in it, and
// everybody what he does. The answers hold for the tick.
func (m *Model) assign() bool {
	for i, f := range m.forums {
		if f.agenda != nil {
			if !m.eachUnit(i, f.units.Len(), (*Model).askAgenda) {
				return false
			}
			f.subjects.all = !slices.Contains(f.subjects.meets, false)
		}
		if f.participate == nil {
			continue
		}
		if !f.asksTogether(m) && !m.eachUnit(i, f.units.Len(), (*Model).tellUnits) ||
			!m.eachPerson(i, (*Model).askParts) {
			return false
		}
	}
	return m.doing == nil || m.each(m.scenario.People, (*Model).chooseActivities)
}

// speak lets everybody say what he knows in every channel, and lets units say what they pass on.
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

// objectify lets the units whose turn it is make norms of the claims.
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
		return m.run(m.scenario.People, (*Model).learnLate, m.hasLittleWork())
	}
	return m.each(m.scenario.People, (*Model).learnAfterward)
}

// formOpinions runs the ring of opinions once around.
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

// experience lets people try changes by themselves.
func (m *Model) experience() bool {
	return m.scenario.Experience == nil || m.each(m.scenario.People, (*Model).experiment)
}

// reflect lets people change their selves by what they gained.
func (m *Model) reflect() bool {
	return m.scenario.Reflect == nil || m.each(m.scenario.People, (*Model).reflectHere)
}

// rewire lets the structures change that do so by themselves. It reports whether all went well.
func (m *Model) rewire() bool {
	for _, f := range m.forums {
		f.rewire(m)
	}
	return m.failed == nil
}
