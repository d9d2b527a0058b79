package sim

import (
	"orglearn/agents"
	"orglearn/agents/kernel"
	"orglearn/network"
)

// parts holds the answers of a Participant: what each person does in each of his units this tick. A
// place is a person in a unit that hears him or from which he learns. Without a Participant the
// lists are empty, and everybody hears and is heard.
type parts struct {
	starts  []uint32                // where the places of each person begin
	units   []int32                 // of each place
	seats   []bool                  // of each place: whether he learns from the unit
	ranks   []network.Rank          // of each place
	ties    []float64               // of each place: 1 where its person is no voice
	plain   bool                    // all are members of weight 1, and no seat is remembered
	once    bool                    // a person's answer is the same in all his units
	block   kernel.BlockParticipant // nil: people are asked one by one
	allHear bool                    // everybody hears in all his units
	told    []agents.Unit           // each unit, as the Participant sees it
	answers []uint8                 // of each place: an agents.Part
	ofSeat  []uint32                // the place of each seat
	seatOf  []int32                 // of each place: the number of its seat, or -1

	voiceStarts []uint32 // where the voices of each unit begin
	ofVoice     []uint32 // the place of each voice
	seatOfVoice []int32  // of each voice: the number of its seat, or -1

	next      []uint32 // scratch
	met, met2 []int32
}

// asked returns a Participant, or nil if the answer is always that everybody hears and is heard.
func asked(rule agents.Participant) agents.Participant {
	if r := kernel.Own[kernel.Welcoming](rule); r != nil && r.WelcomesAll() {
		return nil
	}
	return rule
}

// settle lists the places. It uses existing storage again if that is large enough.
func (x *parts) settle(f *forum) {
	if f.participate == nil {
		return
	}
	u := f.units
	people, units := u.People(), u.Len()
	x.starts = resized(x.starts, people+1)
	clear(x.starts)
	x.voiceStarts = resized(x.voiceStarts, units+1)
	x.each(f, func(p, _, _ int, _ bool) { x.starts[p+1]++ })
	for p := range people {
		x.starts[p+1] += x.starts[p]
	}
	n := int(x.starts[people])
	x.units, x.seats = resized(x.units, n), resized(x.seats, n)
	x.answers, x.ranks = resized(x.answers, n), resized(x.ranks, n)
	x.ties = resized(x.ties, n)
	x.told = resized(x.told, units)
	clear(x.told)
	for k := range units {
		x.voiceStarts[k+1] = x.voiceStarts[k] + uint32(len(u.Voices(k)))
	}
	x.ofVoice = resized(x.ofVoice, int(x.voiceStarts[units]))
	x.next = append(x.next[:0], x.starts...)
	next := x.next
	x.each(f, func(p, unit, voice int, seat bool) {
		at := next[p]
		next[p]++
		x.units[at], x.seats[at], x.ranks[at], x.ties[at] = int32(unit), seat, 0, 1
		if ranks := u.Ranks(unit); ranks != nil && voice >= 0 {
			x.ranks[at] = ranks[voice]
		}
		if ties := u.Weights(unit); ties != nil && voice >= 0 {
			x.ties[at] = float64(ties[voice])
		}
		if voice >= 0 {
			x.ofVoice[x.voiceStarts[unit]+uint32(voice)] = at
		}
	})
	rule := kernel.Own[kernel.Everywhere](f.participate)
	x.once = rule != nil && rule.IsEverywhere()
	x.block = f.partBlock()
	attentive := kernel.Own[kernel.Attentive](f.participate)
	x.allHear = attentive != nil && attentive.AllHear()
	x.plain = f.takesPart.need.Seat == 0
	for at, rank := range x.ranks {
		x.plain = x.plain && rank == 0 && x.ties[at] == 1
	}
	x.listSeats()
}

// partBlock returns the Participant if it works on many people, as on none, else nil.
func (f *forum) partBlock() kernel.BlockParticipant {
	rule := kernel.Own[kernel.BlockParticipant](f.participate)
	none := kernel.Parts{
		Starts: []uint32{0}, Stream: new(kernel.Stream), Each: f.takesPart.need.Seat,
	}
	if rule == nil || !rule.PartBlock(&none) {
		return nil
	}
	return rule
}

// asksTogether reports whether people are asked in blocks.
func (f *forum) asksTogether(m *Model) bool { return f.parts.block != nil && m.vacancies == 0 }

// listSeats finds the place of each seat, and the reverse. Places and seats are both in the order
// of people, then of units.
func (x *parts) listSeats() {
	x.ofSeat, x.seatOf = x.ofSeat[:0], resized(x.seatOf, len(x.seats))
	for at, is := range x.seats {
		x.seatOf[at] = -1
		if is {
			x.seatOf[at] = int32(len(x.ofSeat))
			x.ofSeat = append(x.ofSeat, uint32(at))
		}
	}
	x.seatOfVoice = resized(x.seatOfVoice, len(x.ofVoice))
	for k, place := range x.ofVoice {
		x.seatOfVoice[k] = x.seatOf[place]
	}
}

// each calls found for every place, unit by unit: first the voices, then the people who only learn
// there.
func (x *parts) each(f *forum, found func(person, unit, voice int, seat bool)) {
	u := f.units
	x.met, x.met2 = resized(x.met, u.People()), resized(x.met2, u.People())
	met, voice := x.met, x.met2 // the last unit, counted from 1, in which a person is found
	clear(met)
	clear(voice)
	for k := range u.Len() {
		audience := u.Audience(k)
		for _, p := range audience {
			met[p] = int32(k) + 1
		}
		for i, p := range u.Voices(k) {
			voice[p] = int32(k) + 1
			found(int(p), k, i, met[p] == int32(k)+1)
		}
		for _, p := range audience {
			if voice[p] != int32(k)+1 {
				found(int(p), k, -1, true)
			}
		}
	}
}

// heard reports whether voice k of a unit is heard this tick.
func (x *parts) heard(unit, k int) bool {
	if x.starts == nil {
		return true
	}
	place := x.ofVoice[x.voiceStarts[unit]+uint32(k)]
	return x.answers[place]&uint8(agents.Heard) != 0
}

// hears reports whether a person learns from a unit this tick.
func (x *parts) hears(person int, unit int32) bool {
	if x.starts == nil {
		return true
	}
	for at := x.starts[person]; at < x.starts[person+1]; at++ {
		if x.units[at] == unit && x.seats[at] {
			return x.answers[at]&uint8(agents.Hears) != 0
		}
	}
	return false
}

// tellUnits describes units of the current forum for a Participant that is asked one by one.
func (m *Model) tellUnits(sc *scratch, from, to int) {
	f := m.forums[m.current]
	for u := from; u < to; u++ {
		told := &f.parts.told[u]
		if told.Dimensions == 0 { // the first time
			sc.describe(m, f, told, u)
		}
		told.Tick, told.Standing = m.tick, f.of.standingOf(m, u)
	}
}

// askParts asks which part people take in the units of the current forum. All answers for a person
// use one stream.
func (m *Model) askParts(sc *scratch, from, to int) {
	f := m.forums[m.current]
	x, p, seats := &f.parts, &sc.person, f.takesPart.need.Seat > 0
	if f.asksTogether(m) {
		f.askTogether(m, sc, from, to)
		return
	}
	for person := from; person < to; person++ {
		if m.Vacant(person) {
			clear(x.answers[x.starts[person]:x.starts[person+1]])
			continue
		}
		sc.become(m, person, f.keys.parts, turn{id: person})
		p.Memory, p.Dimensions = f.takesPart.person(person), m.sizeOf(f)
		first, end := x.starts[person], x.starts[person+1]
		units, answers := x.units[first:end], x.answers[first:end]
		for k, unit := range units {
			if x.once && k > 0 {
				answers[k] = answers[0]
				continue
			}
			p.From = &x.told[unit]
			if x.plain || x.once {
				answers[k] = uint8(f.participate.Part(p, p.From, 0))
				continue
			}
			p.Rank, p.Weight = x.ranks[first+uint32(k)], x.ties[first+uint32(k)]
			if seats {
				p.Seat = f.takesPart.seatOf(f, person, int(unit))
			}
			answers[k] = uint8(f.participate.Part(p, p.From, p.Rank))
		}
	}
}

// askTogether is askParts for a rule that works on many people.
func (f *forum) askTogether(m *Model, sc *scratch, from, to int) {
	x, of, b := &f.parts, &f.takesPart, &sc.parts
	b.From, b.To, b.Tick, b.Key, b.Stream = from, to, m.tick, f.keys.parts, &sc.chance
	b.Stream.Apart(-1)
	b.Starts, b.Seats, b.Answers = x.starts, x.seatOf, x.answers
	b.Memory, b.Each = of.seats, of.need.Seat
	b.Selves, b.EachSelf = m.selves, len(m.selves)/m.scenario.People
	b.Joined = m.joined
	x.block.PartBlock(b)
}

// subjects holds the answers of an Agenda: what each unit is about this tick.
type subjects struct {
	width int
	block kernel.BlockAgenda // nil: units are asked one by one
	masks []uint64
	meets []bool
	room  *subjects // of the units before: storage for the next
	all   bool      // all units meet
}

func (x *subjects) settle(f *forum, width int) {
	if f.agenda != nil {
		x.width, x.block = width, kernel.Own[kernel.BlockAgenda](f.agenda)
		x.masks = zeros(x.masks, f.units.Len()*width)
		x.meets = zeros(x.meets, f.units.Len())
	}
}

// carry makes room for new units. A unit that continues another was about what that one was.
func (x *subjects) carry(f *forum, width int, from origins) {
	if f.agenda == nil {
		return
	}
	if x.room == nil {
		x.room = new(subjects)
	}
	old, room := *x, x.room
	x.masks, x.meets = room.masks, room.meets
	x.settle(f, width)
	from.runs(func(unit, first, end int) {
		copy(x.masks[first*width:end*width], old.masks[unit*width:])
		copy(x.meets[first:end], old.meets[unit:])
	})
	room.masks, room.meets = old.masks, old.meets
}

// about returns what a unit is about, or nil: everything.
func (f *forum) about(unit int) []uint64 {
	if f.agenda == nil {
		return nil
	}
	x := &f.subjects
	return x.masks[unit*x.width : (unit+1)*x.width : (unit+1)*x.width]
}

// meets reports whether a unit is about anything.
func (f *forum) meets(unit int) bool { return f.agenda == nil || f.subjects.meets[unit] }

// askAgenda asks what units of the current forum are about.
func (m *Model) askAgenda(sc *scratch, from, to int) {
	f := m.forums[m.current]
	if !f.planTogether(m, sc, from, to) {
		for u := from; u < to; u++ {
			f.planOne(m, sc, u)
		}
	}
	x, size := &f.subjects, m.sizeOf(f)
	for u := from; u < to; u++ {
		about, any := f.about(u), uint64(0)
		for i := range about {
			about[i] &= agents.Lanes(size, i)
			any |= about[i]
		}
		x.meets[u] = any != 0
	}
}

// planTogether finds what units are about by a rule that works on many. It reports whether the rule
// does.
func (f *forum) planTogether(m *Model, sc *scratch, from, to int) bool {
	x, b := &f.subjects, &sc.plans
	if x.block == nil {
		return false
	}
	b.From, b.To, b.Tick, b.Dimensions = from, to, m.tick, m.sizeOf(f)
	b.Key, b.Stream = f.keys.agenda, &sc.unitChance
	b.Stream.Apart(-1)
	b.Memory, b.Each, b.Masks, b.Width = f.plans.units, f.plans.need.Unit, x.masks, x.width
	return x.block.AboutBlock(b)
}

// planOne asks what one unit is about.
func (f *forum) planOne(m *Model, sc *scratch, u int) {
	sc.who = "unit"
	about := f.about(u)
	clear(about)
	sc.describe(m, f, &sc.unit, u)
	sc.unit.About = nil
	if f.plans.need.Unit > 0 {
		sc.unit.Memory = f.plans.unit(u)
	}
	m.start(&sc.unitChance, f.keys.agenda, turn{id: u})
	sc.unitChance.Apart(-1)
	f.agenda.About(&sc.unit, about)
}
