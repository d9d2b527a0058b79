package sim

import (
	"fmt"

	"orglearn/agents"
	"orglearn/agents/opinion"
	"orglearn/network"
)

// Scenario returns what the model is a replicate of, with what nil and 0 stand for filled in.
func (m *Model) Scenario() Scenario { return m.scenario }

// Seed is the seed of the run.
func (m *Model) Seed() uint64 { return m.seed }

// Replicate is the number of the run.
func (m *Model) Replicate() uint64 { return m.replicate }

// Tick is the number of cycles run.
func (m *Model) Tick() int { return m.tick }

// People is the number of people, or rather of their places: some may be vacant (see Leave).
func (m *Model) People() int { return m.scenario.People }

// Dimensions is the number of dimensions.
func (m *Model) Dimensions() int { return m.scenario.Dimensions }

// Err is the error that ended the run, or nil.
func (m *Model) Err() error { return m.failed }

// Done reports whether the run is over: at its cap, by its Stop, or by an error. Stop is asked once
// a tick.
func (m *Model) Done() bool {
	return m.failed != nil || m.tick >= m.scenario.Ticks || m.stops() || m.failed != nil
}

// stops is what the scenario's Stop answers at this tick.
func (m *Model) stops() bool {
	if m.scenario.Stop == nil {
		return false
	}
	if m.answered != m.tick+1 {
		m.answered, m.stopping = m.tick+1, m.askStop()
	}
	return m.stopping
}

func (m *Model) askStop() bool {
	defer m.rescue("Stop", "")
	return m.scenario.Stop(m)
}

// Run steps until the model is done.
func (m *Model) Run() error {
	for !m.Done() {
		if err := m.Step(); err != nil {
			return err
		}
	}
	return m.failed
}

// Beliefs is what a person believes, in place: for reading, and for an event to change. It is a
// view, as is every body that a Model returns: the next step changes it, and in an Experiment the
// storage is another replicate's afterwards. Who keeps one keeps its Clone.
func (m *Model) Beliefs(person int) agents.Knowledge {
	m.mustBePerson("Beliefs", person)
	return m.beliefs.Row(person)
}

// Bodies are the beliefs of all people, one body after the other, each of agents.Width(Dimensions)
// words: for reading, and a view as Beliefs is. Those of vacant places are empty.
func (m *Model) Bodies() []agents.Word { return m.beliefs.Words(0, m.scenario.People) }

// Paid is what reality pays all people together for what they believe.
func (m *Model) Paid() int64 {
	sum := int64(0)
	if b, ok := m.landscape.(*blocks); ok && b.inWords() {
		return b.sum(m.Bodies())
	}
	for p := range m.scenario.People {
		if !m.Vacant(p) {
			sum += int64(m.landscape.Score(m.beliefs.Row(p)))
		}
	}
	return sum
}

// Joined is the tick at which a person came: 0 for founders.
func (m *Model) Joined(person int) int {
	m.mustBePerson("Joined", person)
	if m.joined == nil {
		return 0
	}
	return int(m.joined[person])
}

// Landscape is the world as it is. It never changes: turbulence puts another in its place.
func (m *Model) Landscape() Landscape { return m.landscape }

// Channels is the number of channels of beliefs.
func (m *Model) Channels() int { return len(m.channels) }

// Channel is the number of the channel of beliefs with a name, or -1.
func (m *Model) Channel(name string) int {
	for i, c := range m.channels {
		if c.Name == name {
			return i
		}
	}
	return -1
}

// Units are the social units of a channel. They must not be changed: see Rearrange. They are a
// view: a structure that changes by itself changes them at the next step. Who keeps them keeps
// their Clone.
func (m *Model) Units(channel int) *network.Units {
	return m.beliefsIn("Units", channel).units
}

// Norms is the number of norms that a channel keeps: its units, or 0 for circles, whose norms last
// one tick.
func (m *Model) Norms(channel int) int {
	norms := m.beliefsIn("Norms", channel).norms
	if norms == nil {
		return 0
	}
	return norms.Len()
}

// Norm is what counts as knowledge in a unit of a channel, in place: for reading, and for an event
// to change. It is a view as Beliefs is. It panics for circles, which keep none: see Norms.
func (m *Model) Norm(channel, unit int) agents.Knowledge {
	c := m.beliefsIn("Norm", channel)
	if c.norms == nil || uint(unit) >= uint(c.norms.Len()) {
		m.mustKeep("Norm", c.Name, m.Norms(channel), unit)
	}
	return c.norms.Row(unit)
}

// Claims is what a person said in a channel in the cycle just ended. It must not be changed. It is
// a view as Beliefs is.
func (m *Model) Claims(channel, person int) agents.Knowledge {
	c := m.beliefsIn("Claims", channel)
	m.mustBePerson("Claims", person)
	if m.view != nil {
		return m.view.claimsOf(channel, m.lane).Row(person)
	}
	return c.claims.Row(person)
}

// Flow is what moved through a channel in the cycle just ended.
func (m *Model) Flow(channel int) Flow { return m.beliefsIn("Flow", channel).flow }

// Topics is the number of topics that people have opinions of.
func (m *Model) Topics() int { return m.scenario.Topics }

// Opinion is what a person holds of each topic, in place: for reading, and for an event to change.
// It is a view as Beliefs is. It panics where there are no Topics.
func (m *Model) Opinion(person int) opinion.Opinion {
	m.mustBePerson("Opinion", person)
	if m.opinions.layer == nil {
		m.misused("Opinion", "people have no opinions: Scenario.Topics is 0")
	}
	return m.opinions.layer.Row(person)
}

// RealChannels is the number of channels of opinions.
func (m *Model) RealChannels() int { return len(m.opinions.channels) }

// RealUnits are the social units of a channel of opinions. They must not be changed: see Rearrange.
// They are a view as Units are.
func (m *Model) RealUnits(channel int) *network.Units {
	return m.opinionsIn("RealUnits", channel).units
}

// RealClaims is what a person said in a channel of opinions in the cycle just ended. It must not be
// changed. It is a view as Beliefs is.
func (m *Model) RealClaims(channel, person int) opinion.Opinion {
	c := m.opinionsIn("RealClaims", channel)
	m.mustBePerson("RealClaims", person)
	return c.claims.Row(person)
}

// RealNorms is the number of norms that a channel of opinions keeps: its units, or 0 for circles,
// whose norms last one tick.
func (m *Model) RealNorms(channel int) int {
	norms := m.opinionsIn("RealNorms", channel).norms
	if norms == nil {
		return 0
	}
	return norms.Len()
}

// RealNorm is what counts as knowledge in a unit of a channel of opinions, in place: for reading,
// and for an event to change. It is a view as Beliefs is. It panics for circles, which keep none.
func (m *Model) RealNorm(channel, unit int) opinion.Opinion {
	c := m.opinionsIn("RealNorm", channel)
	if c.norms == nil || uint(unit) >= uint(c.norms.Len()) {
		m.mustKeep("RealNorm", c.Name, m.RealNorms(channel), unit)
	}
	return c.norms.Row(unit)
}

// Remembered is what a channel's rules remember, in words, by scope (see agents.Memory). A scope of
// which nothing is kept is nil. The words are a view: the next step changes them.
type Remembered struct{ forum *forum }

// Remembered is what the rules of a channel remember, of beliefs or of opinions. It is for reading.
// A name that no channel has is an error.
func (m *Model) Remembered(channel string) (Remembered, error) {
	f := m.forumNamed(channel)
	if f == nil {
		return Remembered{}, fmt.Errorf("sim: there is no channel %q", channel)
	}
	return Remembered{f}, nil
}

// Speaking is what the Externalizer remembers of a person.
func (r Remembered) Speaking(person int) []uint64 { return r.forum.says.person(person) }

// Learning is what the Internalizer remembers of a person.
func (r Remembered) Learning(person int) []uint64 { return r.forum.takes.person(person) }

// Seat is what the Internalizer remembers of a person in a unit from which he learns.
func (r Remembered) Seat(person, unit int) []uint64 {
	return r.forum.takes.seatOf(r.forum, person, unit)
}

// Unit is what the Objectifier remembers of a unit.
func (r Remembered) Unit(unit int) []uint64 { return r.forum.makes.unit(unit) }

// Planes is what the Objectifier remembers of a unit and each of its dimensions.
func (r Remembered) Planes(unit int) []uint64 { return r.forum.makes.planes(unit) }

// Tie is what the Objectifier remembers of voice k of a unit.
func (r Remembered) Tie(unit, k int) []uint64 {
	words, each := r.forum.makes.tiesOf(unit)
	return blockOf(words, each, k)
}

// Part is what the Participant remembers of a person, and of his seat in a unit.
func (r Remembered) Part(person, unit int) (ofPerson, ofSeat []uint64) {
	return r.forum.takesPart.person(person), r.forum.takesPart.seatOf(r.forum, person, unit)
}

// String says which run it is and where it stands.
func (m *Model) String() string {
	return fmt.Sprintf("scenario %q, seed %d, replicate %d, tick %d",
		m.scenario.Name, m.seed, m.replicate, m.tick)
}
