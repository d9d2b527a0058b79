package sim

import (
	"orglearn/agents"
	"orglearn/agents/kernel"
)

// turn says whose chance an action uses. If everybody acts at once, id is the person or the unit,
// and part counts the seats in one forum from which a person learns in a tick. If people are
// activated one after the other, id is the number of the activation, and part numbers those who act
// in it.
type turn struct{ id, part int }

// start moves a stream to the beginning of a turn's chance.
func (m *Model) start(s *kernel.Stream, key kernel.Key, t turn) {
	if t.part != 0 {
		key = key.Branch(t.part)
	}
	s.Reset(key, m.tick, t.id)
}

// become sets the scratch person to the given one, in no unit, with the chance of a key.
func (sc *scratch) become(m *Model, person int, key kernel.Key, t turn) {
	sc.rise()
	sc.be(m, person, key, t)
	sc.chance.Apart(-1)
}

// rise takes the scratch person out of a unit: the opposite of sit.
func (sc *scratch) rise() {
	if p := &sc.person; p.From != nil {
		p.From, p.Seat, p.Rank, p.Weight = nil, nil, 0, 1
	}
}

// be is become without the unit and the lane of the stream, which the caller sets.
func (sc *scratch) be(m *Model, person int, key kernel.Key, t turn) {
	sc.who = "person"
	p := &sc.person
	p.ID, p.Tick, p.Dimensions = person, m.tick, m.scenario.Dimensions
	p.Tenure, p.Founder = m.tenure(person)
	if m.standing != nil {
		p.Standing, p.Took = m.standing[person], int(m.took[person])
	}
	if m.selves != nil {
		p.Self = m.self(person)
	}
	p.Memory = nil
	m.start(&sc.chance, key, t)
}

// sit tells the scratch person from which unit he learns, his rank and weight there, and what the
// rule of a memory remembers of his seat.
func (sc *scratch) sit(m *Model, f *forum, of *memory, person, unit int) {
	p := &sc.person
	if sc.fromOf != f || sc.from.ID != unit || sc.from.Tick != m.tick || m.scenario.Asynchronous {
		sc.describe(m, f, &sc.from, unit)
		sc.fromOf = f
		sc.plain = f.units.Ranks(unit) == nil && f.units.Weights(unit) == nil
		p.Rank, p.Weight = 0, 1
	}
	if !sc.plain {
		p.Rank, p.Weight = f.place(person, unit)
	}
	p.Seat = nil
	if of.need.Seat > 0 {
		p.Seat = of.seatOf(f, person, unit)
	}
	p.From = &sc.from
}

// describe fills in what the rules of a unit may read about it.
func (sc *scratch) describe(m *Model, f *forum, u *agents.Unit, unit int) {
	u.ID, u.Tick, u.Dimensions = unit, m.tick, m.sizeOf(f)
	u.Memory, u.Planes = f.makes.unit(unit), f.makes.planes(unit)
	u.About = f.about(unit)
	u.Standing = f.of.standingOf(m, unit)
}

// asUnit sets the scratch person to the voice of a unit, for the rule that says what the unit
// passes on (Relay). ID is the unit, and Standing is that of its norm when the tick began.
func (sc *scratch) asUnit(m *Model, key kernel.Key, unit int, standing int32) {
	p := &sc.person
	p.ID, p.Tick, p.Tenure, p.Founder = unit, m.tick, m.tick, true
	p.Standing, p.Took = standing, 0
	p.Self, p.Memory, p.Seat, p.From, p.Rank, p.Weight = nil, nil, nil, nil, 0, 1
	m.start(&sc.chance, key, turn{id: unit})
	sc.chance.Apart(-1)
}
