package sim

import (
	"orglearn/agents"
	"orglearn/agents/kernel"
)

// Selves gives each person a self: a few small integers, in words of 64 bits, that say what he is
// beside his beliefs, such as his type or his traits. They are drawn when the person comes. All his
// rules can read them (agents.Person.Self), a Reflector can change them, and metrics can read them
// (Model.Self).
type Selves interface {
	// Words is the number of words of each person, 1 or more.
	Words() int
	// Begin fills the words of a person who comes. They are 0 before.
	Begin(p *agents.Person, self []uint64)
}

// beBorn sets m.newcomer to a person who comes at the current tick, with the chance of a key. what
// names the thing that he is given, for the error if its rule panics.
func (m *Model) beBorn(person int, key kernel.Key, what string) {
	streamOf(&m.stream).Reset(key, m.tick, person)
	p := &m.newcomer
	m.arriving = what // see rescue
	if p.Stream == nil {
		p.Stream = &m.stream
	}
	p.ID, p.Tick, p.Dimensions, p.Weight = person, m.tick, m.scenario.Dimensions, 1
	p.Tenure, p.Founder = m.tenure(person)
	if m.selves != nil {
		p.Self = m.self(person)
	}
}

// begin gives a person a self and first beliefs, at the current tick.
func (m *Model) begin(person int) {
	row := m.beliefs.Row(person)
	clear(row)
	m.join(person)
	if self := m.self(person); self != nil {
		clear(self)
		m.beBorn(person, m.keys.self, "self")
		m.scenario.Self.Begin(&m.newcomer, self)
	}
	m.beBorn(person, m.keys.beliefs, "first beliefs")
	m.scenario.Beliefs.Begin(&m.newcomer, row)
	m.arriving = ""
}

// join notes when a person came. No list is kept as long as all are founders.
func (m *Model) join(person int) {
	if m.joined == nil && m.tick > 0 {
		m.joined = make([]int32, m.scenario.People)
	}
	if m.joined != nil {
		m.joined[person] = int32(m.tick)
	}
}

// self returns the self of a person, or nil if the scenario has no Self.
func (m *Model) self(person int) []uint64 {
	if m.selves == nil {
		return nil
	}
	n := len(m.selves) / m.scenario.People
	return m.selves[person*n : (person+1)*n : (person+1)*n]
}

// tenure returns for how many ticks a person has been there, and whether he is a founder.
func (m *Model) tenure(person int) (ticks int, founder bool) {
	joined := m.Joined(person)
	return m.tick - joined, joined == 0
}

// Self is what a person is beside his beliefs (see Selves). It is a view as Beliefs is: for
// reading, and for an event to change. It is nil if the scenario has no Self.
func (m *Model) Self(person int) []uint64 {
	m.mustBePerson("Self", person)
	return m.self(person)
}

// Selves returns the selves of all people, one after the other, and the number of words of each. It
// is a view as Self is, and nil if the scenario has no Self.
func (m *Model) Selves() (words []uint64, each int) {
	return m.selves, len(m.selves) / m.scenario.People
}

// Replace puts a newcomer in a person's place, whether it is taken or vacant. His self, first
// beliefs and first opinions are drawn anew. He has the same seats, and no rule remembers anything
// of him. If units are circles, his own circle forgets too. Other units keep what they remember of
// themselves.
func (m *Model) Replace(person int) {
	m.mustBePerson("Replace", person)
	defer m.turnOver(person)()
	if m.Vacant(person) {
		m.vacant[person] = false
		m.vacancies--
		m.resettle()
	}
	m.begin(person)
	m.beginOpinion(person)
	m.forget(person)
}

// Leave makes a person's place vacant. A vacant place believes, says and hears nothing, is heard
// nowhere and counts in no metric. Rules forget what they remember of the person. Replace fills the
// place again.
func (m *Model) Leave(person int) {
	m.mustBePerson("Leave", person)
	if m.vacant == nil {
		m.vacant = make([]bool, m.scenario.People)
	}
	if m.vacant[person] {
		return
	}
	defer m.turnOver(person)()
	m.vacant[person] = true
	m.vacancies++
	clear(m.beliefs.Row(person))
	clear(m.self(person))
	if m.opinions.layer != nil {
		clear(m.opinions.layer.Row(person))
	}
	m.forget(person)
	m.resettle()
}

// Vacant reports whether a person's place is vacant.
func (m *Model) Vacant(person int) bool {
	m.mustBePerson("Vacant", person)
	return m.vacant != nil && m.vacant[person]
}

// Present is the number of people whose places are not vacant.
func (m *Model) Present() int { return m.scenario.People - m.vacancies }

func (m *Model) forget(person int) {
	clear(m.tries.person(person))
	clear(m.reflects.person(person))
	clear(m.acts.person(person))
	for _, f := range m.forums {
		f.forget(person)
	}
}

// resettle makes the lists of who is heard, if some places are vacant, or drops them. Those of who
// learns are made when they are read.
func (m *Model) resettle() {
	for _, f := range m.forums {
		if f.review != nil {
			f.review.stale = true
		}
		if direct := f.hearing.direct; direct == (m.vacancies > 0) {
			f.hearing.settle(m, f)
		}
	}
}

// standingAtStart returns the standing of a person when the tick began.
func (m *Model) standingAtStart(person int) int32 {
	if m.atStart != nil {
		return m.atStart[person]
	}
	return m.standing[person]
}
