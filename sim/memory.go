package sim

import (
	"fmt"
	"slices"

	"orglearn/agents"
	"orglearn/agents/kernel"
	"orglearn/network"
)

// memory holds what one rule remembers in one forum, by scope (see agents.Memory).
type memory struct {
	need agents.Memory
	// One run of words for each person, seat, tie, unit, and unit and dimension.
	people, seats, ties, units, dimensions []uint64

	width    int      // words of a norm
	starts   []uint32 // where the ties of each unit begin
	audience []uint32 // where the seats of each person begin; nil for circles
	fresh    bool     // the rule is new, and has no room for units yet
	spare    *memory  // what was there before the units last changed: storage for the next change
}

// remembers returns how many words a rule remembers per scope.
func remembers(rule any, dimensions int) agents.Memory {
	if r, ok := rule.(agents.Rememberer); ok {
		return r.Memory(dimensions)
	}
	return agents.Memory{}
}

// Each kind of rule can remember only some scopes: those that are not 0 here.
var (
	ofNobody = agents.Memory{}
	ofPerson = agents.Memory{Person: 1}
	ofSeats  = agents.Memory{Person: 1, Seat: 1}
	ofUnits  = agents.Memory{Tie: 1, Unit: 1, Planes: 1}
	ofAgenda = agents.Memory{Unit: 1}
)

// checkMemory reports a rule whose Memory has a negative number, needs more words than a model
// holds, or asks only for scopes that its kind of rule is not given.
func (s Scenario) checkMemory(field string, rule any, dimensions int, given agents.Memory) error {
	need := remembers(rule, dimensions)
	if min(need.Person, need.Seat, need.Tie, need.Unit, need.Planes) < 0 {
		return fmt.Errorf("%s: %T has a Memory of %+v, want 0 or more of each", field, rule, need)
	}
	most := max(need.Person, need.Seat, need.Tie, need.Unit, need.Planes)
	if int64(most) > kernel.MaxWords/int64(s.People) {
		return fmt.Errorf("%s: %T has a Memory of %+v, want at most %d of each among %d people",
			field, rule, need, kernel.MaxWords/int64(s.People), s.People)
	}
	kept := need.Person*given.Person | need.Seat*given.Seat | need.Tie*given.Tie |
		need.Unit*given.Unit | need.Planes*given.Planes
	if (need != agents.Memory{}) && kept == 0 {
		return fmt.Errorf("%s: %T has a Memory of %+v, but such a rule is given none of these",
			field, rule, need)
	}
	return nil
}

// newMemory returns the memory of a rule, with room for people but not for units yet.
func newMemory(rule any, people, dimensions int) memory {
	m := memory{need: remembers(rule, dimensions)}
	m.people = make([]uint64, m.need.Person*people)
	return m
}

// blockOf returns run i of words, each run as long as each says, or nil if each is 0.
func blockOf(words []uint64, each, i int) []uint64 {
	if each == 0 {
		return nil
	}
	return words[i*each : (i+1)*each : (i+1)*each]
}

// person returns what is remembered of a person.
func (m *memory) person(p int) []uint64 { return blockOf(m.people, m.need.Person, p) }

// unit returns what is remembered of a unit.
func (m *memory) unit(u int) []uint64 { return blockOf(m.units, m.need.Unit, u) }

// planes returns what is remembered of a unit and each of its dimensions.
func (m *memory) planes(u int) []uint64 { return blockOf(m.dimensions, m.need.Planes*m.width, u) }

// tiesOf returns what is remembered of all voices of a unit, and the number of words for each.
func (m *memory) tiesOf(u int) (words []uint64, each int) {
	if m.need.Tie == 0 {
		return nil, 0
	}
	return m.ties[int(m.starts[u])*m.need.Tie : int(m.starts[u+1])*m.need.Tie], m.need.Tie
}

// seatOf returns what is remembered of a person in a unit from which he learns.
func (m *memory) seatOf(f *forum, person, unit int) []uint64 {
	if m.need.Seat == 0 {
		return nil
	}
	if m.audience == nil && unit != person {
		return nil
	}
	k := 0
	if m.audience != nil {
		k = slices.Index(f.units.Of(person), int32(unit))
	}
	if k < 0 {
		return nil
	}
	return m.ofSeat(person, k)
}

// inBlocks returns what is remembered of units and their voices.
func (m *memory) inBlocks() kernel.BlockMemory {
	return kernel.BlockMemory{
		EachUnit: m.need.Unit, EachPlane: m.need.Planes * m.width, EachTie: m.need.Tie,
		Units: m.units, Planes: m.dimensions, Ties: m.ties, TieStarts: m.starts,
	}
}

// carry makes room for new units, and keeps what is remembered of the units that continue and of
// their people. from says which old unit each new one continues, or -1.
func (m *memory) carry(old, now *network.Units, from origins, width int) {
	if m.need.Seat|m.need.Tie|m.need.Unit|m.need.Planes == 0 {
		return
	}
	before, room := *m, m.spare
	if room == nil {
		room = new(memory)
	}
	m.width = width
	m.starts, m.audience = startsOf(now, room.starts, room.audience)
	n := now.Len()
	m.units = zeros(room.units, n*m.need.Unit)
	m.dimensions = zeros(room.dimensions, n*m.need.Planes*width)
	m.ties = zeros(room.ties, int(m.starts[n])*m.need.Tie)
	m.seats = zeros(room.seats, m.seatCount(now)*m.need.Seat)
	before.spare = nil
	m.spare = room
	defer func() { *room = before }()
	if old == nil {
		return
	}
	from.runs(func(unit, first, end int) {
		each, planes := m.need.Unit, m.need.Planes*width
		copy(m.units[first*each:end*each], before.units[unit*each:])
		copy(m.dimensions[first*planes:end*planes], before.dimensions[unit*planes:])
		for u := first; u < end && m.need.Tie > 0; u++ {
			m.carryTies(&before, old, now, unit+u-first, u)
		}
	})
	m.carrySeats(&before, old, now, from)
}

// zeros returns n words of 0, in the storage of s if there is enough.
func zeros[T any](s []T, n int) []T {
	s = resized(s, n)
	clear(s)
	return s
}

// startsOf returns where the voices of each unit begin in a list of all voices, and where the seats
// of each person begin in a list of all seats, in the given storage if there is enough. The second
// is nil for circles, where person p has seat p.
func startsOf(u *network.Units, voices, seats []uint32) (ofVoices, ofSeats []uint32) {
	of, _ := u.Lists()
	voices = append(voices[:0], of...)
	if u.Circles() != nil {
		return voices, nil
	}
	of, _ = u.Seats()
	return voices, append(seats[:0], of...)
}

func (m *memory) seatCount(u *network.Units) int {
	if m.audience == nil {
		return u.People()
	}
	return int(m.audience[u.People()])
}

// carryTies keeps what was remembered of voices of the old unit o who are now voices of unit u.
func (m *memory) carryTies(before *memory, old, now *network.Units, o, u int) {
	words, each := m.tiesOf(u)
	if each == 0 {
		return
	}
	past, _ := before.tiesOf(o)
	voices := old.Voices(o)
	for k, p := range now.Voices(u) {
		if j := slices.Index(voices, p); j >= 0 {
			copy(blockOf(words, each, k), blockOf(past, each, j))
		}
	}
}

// carrySeats keeps what was remembered of people who learned from an old unit and now learn from a
// unit that continues it.
func (m *memory) carrySeats(before *memory, old, now *network.Units, from origins) {
	if m.need.Seat == 0 {
		return
	}
	each := m.need.Seat
	for p := range now.People() {
		seats, to := m.seatsOf(now, p)
		past, kept := before.seatsOf(old, p)
		j := 0
		for k, u := range seats {
			o := int32(from[u])
			if j == len(past) || past[j] != o { // both mostly ascend side by side
				if j = slices.Index(past, o); j < 0 {
					j = len(past)
					continue
				}
			}
			for i := range each {
				to[k*each+i] = kept[j*each+i]
			}
			j++
		}
	}
}

// seatsOf returns the units from which a person learns, and what is remembered of these seats.
func (m *memory) seatsOf(u *network.Units, person int) (units []int32, words []uint64) {
	first, end := person, person+1
	if m.audience != nil {
		first, end = int(m.audience[person]), int(m.audience[person+1])
	}
	return u.Of(person), m.seats[first*m.need.Seat : end*m.need.Seat]
}

// ofSeat returns what is remembered of seat k of a person.
func (m *memory) ofSeat(person, k int) []uint64 {
	if m.audience != nil {
		k += int(m.audience[person])
	} else {
		k = person
	}
	return blockOf(m.seats, m.need.Seat, k)
}

// forget clears what is remembered of a person: of himself, of his seats, of his ties in every unit
// that hears him, and of his own circle.
func (m *memory) forget(u *network.Units, person int) {
	clear(m.person(person))
	if m.need.Seat > 0 {
		f := forum{units: u}
		for _, unit := range u.Of(person) {
			clear(m.seatOf(&f, person, int(unit)))
		}
	}
	if m.need.Tie > 0 {
		for unit := range u.Len() {
			if k := slices.Index(u.Voices(unit), int32(person)); k >= 0 {
				words, each := m.tiesOf(unit)
				clear(blockOf(words, each, k))
			}
		}
	}
	if u.Circles() != nil && m.starts != nil {
		clear(m.unit(person))
		clear(m.planes(person))
		words, _ := m.tiesOf(person)
		clear(words)
	}
}

// clone returns a copy in its own storage.
func (m *memory) clone() memory {
	c := *m
	c.spare = nil // and the rest is copied, because storage is used again when units change
	c.starts, c.audience = slices.Clone(m.starts), slices.Clone(m.audience)
	for _, words := range []*[]uint64{&c.people, &c.seats, &c.ties, &c.units, &c.dimensions} {
		*words = slices.Clone(*words)
	}
	return c
}

// equal reports whether both remember the same.
func (m *memory) equal(o *memory) bool {
	return slices.Equal(m.people, o.people) && slices.Equal(m.seats, o.seats) &&
		slices.Equal(m.ties, o.ties) && slices.Equal(m.units, o.units) &&
		slices.Equal(m.dimensions, o.dimensions)
}
