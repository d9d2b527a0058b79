package agenda

import (
	"math/bits"

	"orglearn/agents"
	"orglearn/agents/kernel"
	"orglearn/agents/practice"
	"orglearn/network"
	"orglearn/sim"
)

// Happen implements sim.Event. Its stream first gives two words for each unit. If the upper half of
// the first is less than 2^32 Pass, the animator passes on, where there is a claim; if the lower
// half is less than 2^32 Invite, he invites. The second word gives all else (kernel.Dice): the
// animator if the seat is free, then the claim, who is invited, and the floor. Further words of the
// stream follow where one is not enough.
func (e Animate) Happen(m *sim.Model, s *agents.Stream) {
	if e.Off() {
		return
	}
	x, ok := floorOf(m, e.Channel)
	if !ok {
		return
	}
	x.Animate, x.pass, x.invite = e, kernel.HalfOdds(e.Pass), kernel.HalfOdds(e.Invite)
	if m.Tick() == 0 {
		x.pass = 0
	}
	x.clearPassed()
	x.gather((*kernel.Stream)(s))
	for u := range x.units.Len() {
		x.unit, x.first, x.end = u, int(x.starts[u]), int(x.starts[u+1])
		if x.first < x.end {
			x.give(x.chance[2*u], x.chance[2*u+1])
		}
	}
	x.write()
}

// Acts returns what the animator of a unit of a channel does for the cycle to come: whether he
// passes on a claim, and whether he has invited somebody.
func Acts(m *sim.Model, channel string, unit int) (passes, invites bool) {
	eachTurn(m, channel, unit, func(t practice.Turn) {
		if t.Animates() {
			passes, invites = t.Acts()
		}
	})
	return passes, invites
}

// Waited returns for how many ticks in a row the members of a unit of a channel have not had the
// floor, the cycle to come included: the sum over them, and their number.
func Waited(m *sim.Model, channel string, unit int) (ticks, members int) {
	eachTurn(m, channel, unit, func(t practice.Turn) {
		ticks, members = ticks+t.Waited(), members+1
	})
	return ticks, members
}

// eachTurn calls of with the turn of each member of a unit.
func eachTurn(m *sim.Model, channel string, unit int, of func(practice.Turn)) {
	x, ok := floorOf(m, channel)
	if !ok {
		return
	}
	for k := x.starts[unit]; k < x.starts[unit+1]; k++ {
		if seat := x.seats[k]; seat >= 0 && !m.Vacant(int(x.people[k])) {
			of(x.words[x.at(seat):][:1])
		}
	}
}

// floor is the units in which the floor is given, and the one in which it is given now.
type floor struct {
	Animate
	pass, invite uint64   // their kernel.HalfOdds
	chance       []uint64 // two words of each unit
	dice         kernel.Dice

	model   *sim.Model
	channel int
	agenda  bool // units are not about everything
	units   *network.Units
	of      sim.Remembered
	said    []agents.Word // by all people
	width   int           // words of a claim
	words   []uint64      // what is remembered of all seats
	each    int           // words of a seat
	turn    int           // which of them is its practice.Turn
	speech  []uint64      // what is remembered of how all people speak
	spoken  int           // words of a person, of which the last is a practice.Passed; 0: none

	// The members of all units, unit by unit: who is heard in a unit and learns from it. At first
	// all voices are in these lists.
	starts []uint32 // where the members of each unit begin
	people []int32
	seats  []int32
	turns  []uint64 // each a practice.TurnWord
	given  []uint64 // for the next tick: 1 with the floor, else 0
	some   bool     // some voices are no members

	unit       int
	first, end int // of its members
	animator   int // one of them
	equals     []uint64
	fresh      []agents.Word
}

// floorOf finds the units of a channel. It reports false if people there have no turns.
func floorOf(m *sim.Model, name string) (x floor, ok bool) {
	remembered, err := m.Remembered(name)
	if err != nil {
		panic(err)
	}
	channel := m.Channel(name)
	rules := m.Scenario().Channels[channel]
	x = floor{
		model: m, channel: channel, agenda: rules.Agenda != nil, units: m.Units(channel),
		of: remembered, said: m.Said(channel), width: agents.Width(m.Dimensions()),
	}
	x.words, x.each = remembered.Parts()
	if x.turn, ok = practice.TurnAt(rules.Participate, x.each); !ok {
		return x, false
	}
	if _, passes := rules.Externalize.(practice.PassOn); passes {
		x.speech, x.spoken = remembered.Speech()
	}
	x.starts, x.people = x.units.Lists()
	x.seats = remembered.Seats()
	return x, true
}

// at returns where the turn of a seat is.
func (x *floor) at(seat int32) int { return int(seat)*x.each + x.turn }

// clearPassed lets nobody pass anything on.
func (x *floor) clearPassed() {
	switch x.spoken {
	case 0:
	case 1:
		clear(x.speech)
	default:
		for at := x.spoken - 1; at < len(x.speech); at += x.spoken {
			x.speech[at] = 0
		}
	}
}

// gather draws the words of all units, and reads the turns of all members.
func (x *floor) gather(chance *kernel.Stream) {
	x.dice.Stream = chance
	units, voices := x.units.Len(), len(x.people)
	room := chance.Open(2*units + 3*voices)
	x.chance, room = room[:2*units], room[2*units:]
	x.turns, x.given, x.equals = room[:voices], room[voices:2*voices], room[2*voices:]
	chance.Fill(x.chance)
	clear(x.given)
	if x.model.Present() < x.model.People() || !x.read() {
		x.choose()
		x.read()
	}
}

// read reads the turns. It reports false if somebody has no seat.
func (x *floor) read() bool {
	words, each, turn, turns := x.words, x.each, x.turn, x.turns
	for k, seat := range x.seats {
		if seat < 0 {
			return false
		}
		turns[k] = uint64(practice.TurnWord(words[int(seat)*each+turn]).Undone())
	}
	return true
}

// choose leaves in the lists only members who are there.
func (x *floor) choose() {
	all, people, seats := x.starts, x.people, x.seats
	x.some, x.starts, x.people, x.seats = true, make([]uint32, 1, len(all)), nil, nil
	for u := range x.units.Len() {
		for k := all[u]; k < all[u+1]; k++ {
			if p := people[k]; seats[k] >= 0 && !x.model.Vacant(int(p)) {
				x.people, x.seats = append(x.people, p), append(x.seats, seats[k])
			}
		}
		x.starts = append(x.starts, uint32(len(x.people)))
	}
}

// write writes the turns for the next tick.
func (x *floor) write() {
	words, each, turn := x.words, x.each, x.turn
	turns, given := x.turns[:len(x.seats)], x.given[:len(x.seats)]
	for k, seat := range x.seats {
		words[int(seat)*each+turn] = uint64(practice.TurnWord(turns[k]).Next(given[k]))
	}
}

// give gives the floor in the unit. Half of the first word decides whether the animator passes on,
// and half whether he invites. The other decides the rest.
func (x *floor) give(coins, word uint64) {
	x.dice.Begin(word)
	x.findAnimator()
	passes := coins>>32 < x.pass && x.passOn()
	invited := -1
	if coins&(1<<32-1) < x.invite && !(passes && x.Voices == 1) {
		invited = x.longest()
	}
	x.draw(passes, invited)
	animator := practice.Turn(x.turns[x.animator:][:1])
	animator.Animate()
	animator.Act(passes, invited >= 0)
}

// findAnimator finds the first member who holds the seat. If nobody does, one is drawn.
func (x *floor) findAnimator() {
	animator, turns := -1, x.turns
	for k := x.end - 1; k >= x.first; k-- {
		if practice.TurnWord(turns[k]).Animates() {
			animator = k
		}
	}
	if animator < 0 {
		animator = x.first + x.dice.Below(x.end-x.first)
	}
	x.animator = animator
}

// draw gives the floor to the animator if he passes on, to who is invited (-1: nobody), and to some
// of the others, drawn, as long as there is room.
//
// It draws one of the first few of the others, and takes the last of these if that one was drawn
// before; then of one more, and so on to all (Floyd's method: Bentley and Floyd, Programming
// pearls: a sample of brilliance, CACM 30:754-757, 1987).
func (x *floor) draw(passes bool, invited int) {
	others, room, given := x.end-x.first, x.Voices, x.given
	one, other := x.end, x.end // who have it already
	if passes {
		one, given[x.animator] = x.animator, 1
		others, room = others-1, room-1
	}
	if invited >= 0 {
		one, other, given[invited] = min(one, invited), max(one, invited), 1
		others, room = others-1, room-1
	}
	for n := max(others-room, 0); n < others; n++ {
		k := beside(one, other, x.first+x.dice.Below(n+1))
		if given[k] != 0 {
			k = beside(one, other, x.first+n)
		}
		given[k] = 1
	}
}

// beside returns the place of a member by what it would be without two others.
func beside(one, other, k int) int {
	if k >= one {
		k++
	}
	if k >= other {
		k++
	}
	return k
}

// passOn lets the animator pass a claim on, and reports whether he does.
func (x *floor) passOn() bool {
	p := int(x.people[x.animator])
	passed := practice.Passed(x.speech[p*x.spoken : (p+1)*x.spoken])
	if _, sign := passed.Claim(); sign != 0 {
		return false
	}
	d, sign := x.unheard()
	if sign == 0 {
		return false
	}
	passed.Pass(d, sign)
	return true
}

// unheard draws one of the claims of others than the animator that nobody heard in the last cycle.
// The sign is 0 if there is none.
func (x *floor) unheard() (d int, sign agents.Belief) {
	n, about := 0, []uint64(nil)
	if x.agenda {
		about = x.model.About(x.channel, x.unit)
	}
	if x.fresh == nil {
		x.fresh = make([]agents.Word, x.width)
	}
	for i := range x.fresh {
		heard, silent := x.saidIn(i)
		fresh := agents.Word{Yes: silent.Yes &^ heard.Yes, No: silent.No &^ heard.No}
		if about != nil {
			fresh = fresh.Keep(about[i])
		}
		x.fresh[i] = fresh
		n += bits.OnesCount64(fresh.Yes) + bits.OnesCount64(fresh.No)
	}
	if n == 0 {
		return 0, 0
	}
	return x.claim(x.dice.Below(n))
}

// claim returns a claim by its number among those that nobody heard.
func (x *floor) claim(number int) (d int, sign agents.Belief) {
	for i, w := range x.fresh {
		yes, no := bits.OnesCount64(w.Yes), bits.OnesCount64(w.No)
		if number < yes {
			return i*64 + kernel.Lane(w.Yes, number), 1
		}
		if number -= yes; number < no {
			return i*64 + kernel.Lane(w.No, number), -1
		}
		number -= no
	}
	return 0, 0
}

// saidIn returns what was said in word i in the last cycle by those with the floor, and by others
// than the animator without it. A lane may be both yes and no.
func (x *floor) saidIn(i int) (heard, silent agents.Word) {
	turns, people, said, width := x.turns, x.people[:x.end], x.said, x.width
	for k := x.first; k < len(people); k++ {
		claim := said[int(people[k])*width+i]
		off := -practice.TurnWord(turns[k]).Off() // all or no bits: nobody can foretell it
		other := off
		if k == x.animator {
			other = 0
		}
		heard.Yes, heard.No = heard.Yes|claim.Yes&^off, heard.No|claim.No&^off
		silent.Yes, silent.No = silent.Yes|claim.Yes&other, silent.No|claim.No&other
	}
	if x.some {
		x.saidBy(i, &heard)
	}
	return heard, silent
}

// saidBy adds what was said by those who are heard in the unit and have no seat there.
func (x *floor) saidBy(i int, heard *agents.Word) {
	starts, people := x.units.Lists()
	seats := x.of.Seats()
	for k := starts[x.unit]; k < starts[x.unit+1]; k++ {
		if p := int(people[k]); seats[k] < 0 && !x.model.Vacant(p) {
			claim := x.said[p*x.width+i]
			heard.Yes, heard.No = heard.Yes|claim.Yes, heard.No|claim.No
		}
	}
}

// longest returns the member other than the animator who has been silent longest, or -1 if all had
// the floor. Of several one is drawn.
func (x *floor) longest() int {
	most, n, animator, equals, turns := 1, 0, x.animator, x.equals, x.turns[:x.end]
	for k := x.first; k < len(turns); k++ {
		waited := practice.TurnWord(turns[k]).Waited()
		if k == animator {
			waited = 0
		}
		if waited > most {
			most, n = waited, 0
		}
		equals[n] = uint64(k)
		if waited == most {
			n++
		}
	}
	if n == 0 {
		return -1
	}
	return int(equals[x.dice.Below(n)])
}
