package sim

import (
	"math/bits"
	"slices"

	"orglearn/agents"
	"orglearn/agents/kernel"
)

// seat is a unit from which a person learns, and its forum.
type seat struct{ forum, unit int32 }

// attend draws the seats that a person heeds this tick, and their order, with the chance of a turn.
// It draws from all his seats in all forums, except those of units that do not meet and those in
// which he does not listen.
func (m *Model) attend(sc *scratch, p int, t turn) []seat {
	seats := sc.seats[:0]
	if m.Vacant(p) {
		return seats
	}
	for i, f := range m.forums {
		if !f.lasting {
			if f.meets(p) && f.parts.hears(p, int32(p)) {
				seats = append(seats, seat{int32(i), int32(p)})
			}
			continue
		}
		for _, unit := range f.units.Of(p) {
			if f.meets(int(unit)) && f.parts.hears(p, unit) {
				seats = append(seats, seat{int32(i), unit})
			}
		}
	}
	sc.seats = seats
	return m.choose(seats, t)
}

// choose draws the seats that are heeded, and their order.
func (m *Model) choose(seats []seat, t turn) []seat {
	all := len(seats)
	if all <= 1 {
		return seats
	}
	k := all
	if a := m.scenario.Attention; a > 0 {
		k = min(k, a)
	}
	d := newDice(m.keys.attention, m.tick, t.id)
	for i := range min(k, all-1) {
		j := i + d.below(all-i)
		seats[i], seats[j] = seats[j], seats[i]
	}
	return seats[:k]
}

// dice draws several small numbers from few random words. Each of n values has the same
// probability, within a relative error of less than 2^-40.
type dice struct {
	key      kernel.Key
	tick, id int
	words    int
	word     uint64
	room     uint64 // the product of the ranges n drawn from the word so far
}

// diceRoom is the largest product of ranges n for which one word serves.
const (
	diceBits = 24
	diceRoom = 1 << diceBits
)

func newDice(key kernel.Key, tick, id int) dice { return dice{key: key, tick: tick, id: id} }

// below returns a number from 0 to n-1.
func (d *dice) below(n int) int {
	high, low := bits.Mul64(uint64(n), d.room)
	if d.room == 0 || high != 0 || low > diceRoom {
		d.word = d.key.Word(d.tick, d.id, d.words)
		d.words++
		low = uint64(n)
	}
	d.room = low
	at, rest := bits.Mul64(d.word, uint64(n))
	d.word = rest
	return int(at)
}

// learnIn lets people learn, in the forums of a stage, from the seats that they heed.
func (m *Model) learnIn(at stage, sc *scratch, from, to int) {
	for ; from < to; from += batch {
		m.learnBlock(at, sc, from, min(from+batch, to))
	}
}

// learnBlock is learnIn for at most batch people. First everybody learns from the first of his
// seats, then from the second, and so on. The order of people has no effect: nobody reads another's
// beliefs.
func (m *Model) learnBlock(at stage, sc *scratch, from, to int) {
	if m.onlyCircles() {
		f := m.forums[0]
		if f.at() == at && f.teaches() {
			m.adoptBlock(f, sc, from, to, nil, 0)
		}
		return
	}
	if f := m.onlyOneSeat(); f != nil {
		if f.at() == at && m.attendAgain(sc, f, from, to) {
			m.dropBusy(sc, from, to)
			m.adoptBlock(f, sc, from, to, sc.units[:to-from], 0)
		}
		return
	}
	if m.oneSeatOfAll() {
		m.attendAny(sc, from, to)
		for i, f := range m.forums {
			if f.at() == at && f.teaches() && sc.chosenIn(int32(i), to-from) {
				m.adoptBlock(f, sc, from, to, sc.units[:to-from], 0)
			}
		}
		return
	}
	rounds := m.attendBlock(sc, from, to)
	for round := range rounds {
		for i, f := range m.forums {
			if f.at() != at || !f.teaches() {
				continue
			}
			for part := 0; part <= round; part++ {
				if sc.roundOf(int32(i), round, part, to-from) {
					m.adoptBlock(f, sc, from, to, sc.units[:to-from], part)
				}
			}
		}
	}
}

// teaches reports whether people may learn from the forum this tick.
func (f *forum) teaches() bool { return f.lasting || f.due || f.asking }

// onlyOneSeat returns the only forum if its units keep their norms and everybody heeds one seat at
// most; else nil.
func (m *Model) onlyOneSeat() *forum {
	f := m.forums[0]
	if len(m.forums) > 1 || m.scenario.Attention != 1 && f.mostSeats > 1 || !f.lasting ||
		m.vacancies > 0 {
		return nil
	}
	return f
}

// attendAgain is attendOne for people who may have asked before, and then attended already.
func (m *Model) attendAgain(sc *scratch, f *forum, from, to int) bool {
	if !m.asking && m.doing == nil || f.channel == nil {
		return m.attendOne(sc, f, from, to)
	}
	copy(sc.units[:to-from], f.channel.questions.heeded[from:to])
	return slices.ContainsFunc(sc.units[:to-from], func(unit int32) bool { return unit >= 0 })
}

// attendOne draws the one seat that each person from..to-1 heeds, into sc.units: -1 for a person
// without a seat. It reports whether anybody heeds one.
func (m *Model) attendOne(sc *scratch, f *forum, from, to int) bool {
	starts, seats := f.units.Seats()
	words := sc.words[:to-from]
	if f.mostSeats > 1 {
		m.keys.attention.FirstWords(m.tick, from, words)
	}
	if f.filters() {
		return f.attendOpen(from, words, sc.units[:len(words)])
	}
	any := false
	for k, word := range words {
		first, end := starts[from+k], starts[from+k+1]
		if first == end {
			sc.units[k] = -1
			continue
		}
		if end-first > 1 {
			at, _ := bits.Mul64(word, uint64(end-first))
			first += uint32(at)
		}
		sc.units[k], any = seats[first], true
	}
	return any
}

// attendOpen is attendOne where some seats may not be heeded, given a random word for each person.
func (f *forum) attendOpen(from int, words []uint64, units []int32) bool {
	starts, seats := f.units.Seats()
	answers := f.parts.answers // where each place is a seat, these are of seats
	byParts := len(f.parts.ofSeat) == len(answers) && (f.agenda == nil || f.subjects.all) &&
		f.parts.starts != nil
	all, first := int32(-1), starts[from]
	for k, end := range starts[from+1:][:len(words)] {
		if of := seats[first:end]; byParts && len(of) == 2 {
			a, b := answers[first], answers[first+1]
			units[k] = chooseOf2(words[k], of, uint64(a)&hears, uint64(b)&hears)
		} else {
			units[k] = f.chooseOpen(words[k], int(first), of)
		}
		all &= units[k]
		first = end
	}
	return all >= 0
}

const hears = uint64(agents.Hears)

// dropBusy takes those who do not learn this tick out of sc.units.
func (m *Model) dropBusy(sc *scratch, from, to int) {
	for p := from; p < to && m.doing != nil; p++ {
		if !m.heeds(p) {
			sc.units[p-from] = -1
		}
	}
}

// chooseOpen draws, by a random word, one of a person's seats in which he listens and whose unit
// meets. It returns -1 if there is none. first is the number, among all seats, of his first seat.
func (f *forum) chooseOpen(word uint64, first int, seats []int32) int32 {
	if len(seats) == 2 {
		return chooseOf2(word, seats, f.open(first, seats[0]), f.open(first+1, seats[1]))
	}
	open := uint64(0)
	for n, unit := range seats {
		open += f.open(first+n, unit)
	}
	at, _ := bits.Mul64(word, open)
	for n, unit := range seats {
		is := f.open(first+n, unit)
		if is > at {
			return unit
		}
		at -= is
	}
	return -1
}

// chooseOf2 is chooseOpen for two seats, of which a and b are 1 if they are open, else 0. It does
// not branch on what is open, because a processor cannot predict that.
func chooseOf2(word uint64, seats []int32, a, b uint64) int32 {
	at, _ := bits.Mul64(word, a+b)
	return seats[(at|b&^a)&1] | -int32(1&^(a|b))
}

// open is 1 if a person may heed a seat this tick, else 0. The seat is given by its number among
// all.
func (f *forum) open(seat int, unit int32) uint64 {
	open, x := hears, &f.parts
	if x.starts != nil {
		open &= uint64(x.answers[x.ofSeat[seat]])
	}
	if f.agenda != nil && !f.subjects.meets[unit] {
		open = 0
	}
	return open
}

// oneSeatOfAll reports whether everybody heeds one seat of several forums whose units keep their
// norms.
func (m *Model) oneSeatOfAll() bool {
	for _, f := range m.forums {
		if !f.lasting {
			return false
		}
	}
	return m.scenario.Attention == 1 && m.vacancies == 0
}

// attendAny draws the one seat that each person from..to-1 heeds, of all his seats in all forums,
// into sc.chosen, as attend does. The unit of a person without one is -1.
func (m *Model) attendAny(sc *scratch, from, to int) {
	words := sc.words[:to-from]
	m.keys.attention.FirstWords(m.tick, from, words)
	for k, word := range words {
		sc.chosen[k] = seat{unit: -1}
		if !m.heeds(from + k) {
			continue
		}
		open := uint64(0)
		for _, f := range m.forums {
			open += f.openSeats(from + k)
		}
		at, _ := bits.Mul64(word, open)
		for i, f := range m.forums {
			n := f.openSeats(from + k)
			if at < n {
				sc.chosen[k] = seat{int32(i), f.openSeat(from+k, at)}
				break
			}
			at -= n
		}
	}
}

// openSeats is the number of seats that a person may heed this tick.
func (f *forum) openSeats(p int) (open uint64) {
	starts, seats := f.units.Seats()
	first, end := starts[p], starts[p+1]
	if !f.filters() {
		return uint64(end - first)
	}
	for n := first; n < end; n++ {
		open += f.open(int(n), seats[n])
	}
	return open
}

// openSeat returns the unit of a seat that a person may heed, by its place among those.
func (f *forum) openSeat(p int, place uint64) (unit int32) {
	starts, seats := f.units.Seats()
	n := int(starts[p])
	if !f.filters() {
		return seats[n+int(place)]
	}
	for ; ; n++ {
		if is := f.open(n, seats[n]); is > place {
			return seats[n]
		} else {
			place -= is
		}
	}
}

// filters reports whether somebody may not heed some seat.
func (f *forum) filters() bool {
	return f.participate != nil && !f.parts.allHear || f.agenda != nil && !f.subjects.all
}

// chosenIn finds who heeds a seat in a forum, of sc.chosen. It reports whether anybody does.
func (sc *scratch) chosenIn(forum int32, people int) bool {
	all := int32(-1)
	for k, s := range sc.chosen[:people] {
		other := s.forum ^ forum
		sc.units[k] = s.unit | (other|-other)>>31
		all &= sc.units[k]
	}
	return all >= 0
}

// attendBlock draws the seats that each person heeds, and returns the largest number of them.
func (m *Model) attendBlock(sc *scratch, from, to int) (rounds int) {
	sc.heeded = sc.heeded[:0]
	for p := from; p < to; p++ {
		sc.begins[p-from] = int32(len(sc.heeded))
		if !m.heeds(p) {
			continue
		}
		seats := m.attend(sc, p, turn{id: p})
		sc.heeded = append(sc.heeded, seats...)
		rounds = max(rounds, len(seats))
	}
	sc.begins[to-from] = int32(len(sc.heeded))
	return rounds
}

// roundOf finds who learns from a forum in a round, where it is the part-th seat that he heeds in
// the forum. It reports whether anybody does.
func (sc *scratch) roundOf(forum int32, round, part, people int) bool {
	any := false
	for k := range people {
		seats := sc.heeded[sc.begins[k]:sc.begins[k+1]]
		unit := int32(-1)
		if round < len(seats) && seats[round].forum == forum {
			before := 0
			for _, s := range seats[:round] {
				if s.forum == forum {
					before++
				}
			}
			if before == part {
				unit, any = seats[round].unit, true
			}
		}
		sc.units[k] = unit
	}
	return any
}
