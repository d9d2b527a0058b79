package sim

import (
	"fmt"
	"slices"

	"orglearn/agents"
	"orglearn/agents/opinion"
	"orglearn/network"
)

// Scenario returns the scenario of the model. Where it had nil or 0 for a default, the default is
// filled in.
func (m *Model) Scenario() Scenario { return m.scenario }

// Seed returns the seed of the run.
func (m *Model) Seed() uint64 { return m.seed }

// Replicate returns the number of the replicate.
func (m *Model) Replicate() uint64 { return m.replicate }

// Tick returns the number of cycles that were run.
func (m *Model) Tick() int { return m.tick }

// People returns the number of places for people. Some may be vacant: see Leave and Present.
func (m *Model) People() int { return m.scenario.People }

// Dimensions returns the number of dimensions.
func (m *Model) Dimensions() int { return m.scenario.Dimensions }

// Err returns the error that ended the run, or nil.
func (m *Model) Err() error { return m.failed }

// Done reports whether the run is over: it has reached its cap on ticks, Stop has ended it, or an
// error has. Done asks Stop, at most once a tick.
func (m *Model) Done() bool {
	return m.failed != nil || m.tick >= m.scenario.Ticks || m.stops() || m.failed != nil
}

// stops returns the answer of the scenario's Stop at this tick.
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

// Run steps until the model is done. It returns the error that ended the run, or nil.
func (m *Model) Run() error {
	for !m.Done() {
		if err := m.Step(); err != nil {
			return err
		}
	}
	return m.failed
}

// Beliefs returns what a person believes. It is for reading, and for an event to change. It is a
// view of the model's own storage, as is every body that a Model returns. The next step changes it,
// and in an Experiment another replicate may use the storage afterwards. To keep a body, keep its
// Clone.
func (m *Model) Beliefs(person int) agents.Knowledge {
	m.mustBePerson("Beliefs", person)
	return m.beliefs.Row(person)
}

// Bodies returns the beliefs of all people, one body after the other, each of
// agents.Width(Dimensions) words. It is for reading, and a view as Beliefs is. Vacant places have
// no beliefs: all 0.
func (m *Model) Bodies() []agents.Word { return m.beliefs.Words(0, m.scenario.People) }

// Paid returns the sum of the scores of all people's beliefs, without vacant places.
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

// Joined returns the tick at which a person came: 0 for founders.
func (m *Model) Joined(person int) int {
	m.mustBePerson("Joined", person)
	if m.joined == nil {
		return 0
	}
	return int(m.joined[person])
}

// AllFounders reports whether nobody has come or gone: all joined at tick 0, and no place is
// vacant.
func (m *Model) AllFounders() bool { return m.joined == nil && m.vacancies == 0 }

// Landscape returns the current world. A landscape never changes: turbulence replaces it by
// another.
func (m *Model) Landscape() Landscape { return m.landscape }

// Channels returns the number of channels of beliefs.
func (m *Model) Channels() int { return len(m.channels) }

// Channel returns the number of the channel of beliefs with a name, or -1.
func (m *Model) Channel(name string) int {
	for i, c := range m.channels {
		if c.Name == name {
			return i
		}
	}
	return -1
}

// Units returns the social units of a channel. Do not change them: see Rearrange. They are a view:
// a structure that changes by itself changes them at the next step. To keep them, keep their Clone.
func (m *Model) Units(channel int) *network.Units {
	return m.beliefsIn("Units", channel).units
}

// Norms returns the number of norms that a channel keeps: one per unit, or 0 for circles, whose
// norms last one tick.
func (m *Model) Norms(channel int) int {
	norms := m.beliefsIn("Norms", channel).norms
	if norms == nil {
		return 0
	}
	return norms.Len()
}

// Norm returns what counts as knowledge in a unit of a channel. It is for reading, and for an event
// to change, and a view as Beliefs is. It panics for circles, which keep no norms: see Norms.
func (m *Model) Norm(channel, unit int) agents.Knowledge {
	c := m.beliefsIn("Norm", channel)
	if c.norms == nil || uint(unit) >= uint(c.norms.Len()) {
		m.mustKeep("Norm", c.Name, m.Norms(channel), unit)
	}
	return c.norms.Row(unit)
}

// NormBodies returns the norms of all units of a channel, one body after the other, as Bodies
// returns people's beliefs. It is for reading, and for an event to change, and a view as Beliefs
// is. It is nil for circles.
func (m *Model) NormBodies(channel int) []agents.Word {
	norms := m.beliefsIn("NormBodies", channel).norms
	if norms == nil {
		return nil
	}
	return norms.Words(0, norms.Len())
}

// PaysMore reports whether reality would pay more for a body of beliefs if its word i were another.
func (m *Model) PaysMore(body agents.Knowledge, i int, to agents.Word) bool {
	if b, ok := m.landscape.(*blocks); ok && b.pieces == nil {
		return b.paysMore(i, body[i], to)
	}
	was, before := body[i], m.landscape.Score(body)
	body[i] = to
	after := m.landscape.Score(body)
	body[i] = was
	return after > before
}

// About returns the dimensions that a unit of a channel was about in the cycle just ended, as a
// mask of one word per 64 dimensions. It is nil if the channel has no Agenda. It is empty at tick
// 0, and for a unit that is new. It is a view as Beliefs is.
func (m *Model) About(channel, unit int) []uint64 {
	c := m.beliefsIn("About", channel)
	if unit < 0 || unit >= c.units.Len() {
		m.mustBeOf("About", "unit", unit, c.units.Len())
	}
	return c.about(unit)
}

// Subjects returns what About returns for all units of a channel, one mask after the other.
func (m *Model) Subjects(channel int) []uint64 {
	return m.beliefsIn("Subjects", channel).subjects.masks
}

// Merit returns what reality pays for a body of beliefs within what a unit of a channel was about
// in the cycle just ended, however little of merit others see. It is the whole score if the channel
// has no Agenda.
func (m *Model) Merit(channel, unit int, body agents.Knowledge) int32 {
	about := m.About(channel, unit)
	sighted, ok := m.landscape.(Sighted)
	if about == nil || !ok {
		return m.landscape.Score(body)
	}
	if x, ok := sighted.(marker); ok {
		m.within = resized(m.within, len(about))
		x.within(about, m.within)
		return sighted.ScoreOn(body, m.within)
	}
	return sighted.ScoreOn(body, about)
}

// Claims returns what a person said in a channel in the cycle just ended. Do not change it. It is a
// view as Beliefs is.
func (m *Model) Claims(channel, person int) agents.Knowledge {
	c := m.beliefsIn("Claims", channel)
	m.mustBePerson("Claims", person)
	if m.view != nil {
		return m.view.claimsOf(channel, m.lane).Row(person)
	}
	return c.claims.Row(person)
}

// Said returns the claims of all people in a channel, one body after the other, as Bodies returns
// their beliefs. It is for reading, and a view as Beliefs is.
func (m *Model) Said(channel int) []agents.Word {
	c := m.beliefsIn("Said", channel)
	if m.view != nil {
		return m.view.claimsOf(channel, m.lane).Words(0, m.scenario.People)
	}
	return c.claims.Words(0, m.scenario.People)
}

// Flow returns what moved through a channel in the cycle just ended.
func (m *Model) Flow(channel int) Flow { return m.beliefsIn("Flow", channel).flow }

// Topics returns the number of topics about which people have opinions.
func (m *Model) Topics() int { return m.scenario.Topics }

// Opinion returns a person's opinion of each topic. It is for reading, and for an event to change,
// and a view as Beliefs is. It panics if the scenario has no Topics.
func (m *Model) Opinion(person int) opinion.Opinion {
	m.mustBePerson("Opinion", person)
	if m.opinions.layer == nil {
		m.misused("Opinion", "people have no opinions: Scenario.Topics is 0")
	}
	return m.opinions.layer.Row(person)
}

// RealChannels returns the number of channels of opinions.
func (m *Model) RealChannels() int { return len(m.opinions.channels) }

// RealUnits returns the social units of a channel of opinions. Do not change them: see Rearrange.
// They are a view as Units are.
func (m *Model) RealUnits(channel int) *network.Units {
	return m.opinionsIn("RealUnits", channel).units
}

// RealClaims returns what a person said in a channel of opinions in the cycle just ended. Do not
// change it. It is a view as Beliefs is.
func (m *Model) RealClaims(channel, person int) opinion.Opinion {
	c := m.opinionsIn("RealClaims", channel)
	m.mustBePerson("RealClaims", person)
	return c.claims.Row(person)
}

// RealNorms returns the number of norms that a channel of opinions keeps: one per unit, or 0 for
// circles, whose norms last one tick.
func (m *Model) RealNorms(channel int) int {
	norms := m.opinionsIn("RealNorms", channel).norms
	if norms == nil {
		return 0
	}
	return norms.Len()
}

// RealNorm returns the norm of a unit of a channel of opinions. It is for reading, and for an event
// to change, and a view as Beliefs is. It panics for circles, which keep no norms.
func (m *Model) RealNorm(channel, unit int) opinion.Opinion {
	c := m.opinionsIn("RealNorm", channel)
	if c.norms == nil || uint(unit) >= uint(c.norms.Len()) {
		m.mustKeep("RealNorm", c.Name, m.RealNorms(channel), unit)
	}
	return c.norms.Row(unit)
}

// Remembered gives access to what a channel's rules remember, as words, by scope (see
// agents.Memory). A method returns nil if the rule keeps nothing in that scope. The words are a
// view: the next step changes them.
type Remembered struct{ forum *forum }

// Remembered returns what the rules of a channel remember, for a channel of beliefs or of opinions.
// It is for reading, and for an event to change. A name that no channel has is an error.
func (m *Model) Remembered(channel string) (Remembered, error) {
	f := m.forumNamed(channel)
	if f == nil {
		return Remembered{}, fmt.Errorf("sim: there is no channel %q", channel)
	}
	return Remembered{f}, nil
}

// Speaking returns what the Externalizer remembers of a person.
func (r Remembered) Speaking(person int) []uint64 { return r.forum.says.person(person) }

// Speech returns what the Externalizer remembers of all people, so many words each.
func (r Remembered) Speech() (words []uint64, each int) {
	return r.forum.says.people, r.forum.says.need.Person
}

// Learning returns what the Internalizer remembers of a person.
func (r Remembered) Learning(person int) []uint64 { return r.forum.takes.person(person) }

// Seat returns what the Internalizer remembers of a person in a unit from which he learns.
func (r Remembered) Seat(person, unit int) []uint64 {
	return r.forum.takes.seatOf(r.forum, person, unit)
}

// Unit returns what the Objectifier remembers of a unit.
func (r Remembered) Unit(unit int) []uint64 { return r.forum.makes.unit(unit) }

// Planes returns what the Objectifier remembers of a unit and each of its dimensions.
func (r Remembered) Planes(unit int) []uint64 { return r.forum.makes.planes(unit) }

// Tie returns what the Objectifier remembers of voice k of a unit.
func (r Remembered) Tie(unit, k int) []uint64 {
	words, each := r.forum.makes.tiesOf(unit)
	return blockOf(words, each, k)
}

// Agenda returns what the Agenda remembers of a unit. An event may change these words.
func (r Remembered) Agenda(unit int) []uint64 { return r.forum.plans.unit(unit) }

// Agendas returns what the Agenda remembers of all units, so many words each.
func (r Remembered) Agendas() (words []uint64, each int) {
	return r.forum.plans.units, r.forum.plans.need.Unit
}

// Part returns what the Participant remembers of a person, and of his seat in a unit.
func (r Remembered) Part(person, unit int) (ofPerson, ofSeat []uint64) {
	return r.forum.takesPart.person(person), r.forum.takesPart.seatOf(r.forum, person, unit)
}

// Parts returns what the Participant remembers of all seats, so many words each. Seats gives the
// numbers of the seats.
func (r Remembered) Parts() (words []uint64, each int) {
	return r.forum.takesPart.seats, r.forum.takesPart.need.Seat
}

// Seats returns the number of the seat of each voice, unit by unit as network.Units.Lists does: -1
// for a voice that does not learn there. It is for reading.
func (r Remembered) Seats() (seats []int32) {
	if r.forum.parts.starts != nil {
		return r.forum.parts.seatOfVoice
	}
	for unit := range r.forum.units.Len() { // the Participant welcomes all, and is never asked
		for _, p := range r.forum.units.Voices(unit) {
			seat := int32(-1)
			if slices.Contains(r.forum.units.Of(int(p)), int32(unit)) {
				seat = int32(r.forum.seat(int(p), unit))
			}
			seats = append(seats, seat)
		}
	}
	return seats
}

// Asking returns what the Asker remembers of a person, and of his seat in a unit.
func (r Remembered) Asking(person, unit int) (ofPerson, ofSeat []uint64) {
	return r.forum.asks.person(person), r.forum.asks.seatOf(r.forum, person, unit)
}

// Reusing returns what the rule of learning from answers (Channel.Reuse) remembers of a person, and
// of his seat in a unit.
func (r Remembered) Reusing(person, unit int) (ofPerson, ofSeat []uint64) {
	return r.forum.reuses.person(person), r.forum.reuses.seatOf(r.forum, person, unit)
}

// String returns scenario, seed, replicate and tick in words.
func (m *Model) String() string {
	return fmt.Sprintf("scenario %q, seed %d, replicate %d, tick %d",
		m.scenario.Name, m.seed, m.replicate, m.tick)
}
