package agenda

import (
	"math/bits"

	"orglearn/agents"
	"orglearn/agents/kernel"
	"orglearn/agents/practice"
	"orglearn/network"
	"orglearn/sim"
)

// Happen implements sim.Event.
func (e Animate) Happen(m *sim.Model, s *agents.Stream) {
	if e.Off() {
		return
	}
	remembered, err := m.Remembered(e.Channel)
	if err != nil {
		panic(err)
	}
	x := floorOf(m, m.Channel(e.Channel), remembered)
	x.Animate, x.chance = e, (*kernel.Stream)(s)
	if x.passes {
		for p := range m.People() {
			practice.Passed(remembered.Speaking(p)).Pass(0, 0)
		}
	}
	for u := range x.units.Len() {
		if x.meet(u); len(x.members) > 0 {
			x.give()
		}
	}
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
	remembered, err := m.Remembered(channel)
	if err != nil {
		panic(err)
	}
	x := floorOf(m, m.Channel(channel), remembered)
	x.meet(unit)
	for k := range x.members {
		of(x.members[k].turn[:])
	}
}

// floor is a unit in which the floor is given.
type floor struct {
	Animate
	model   *sim.Model
	channel int
	units   *network.Units
	passes  bool // people can pass claims on
	of      sim.Remembered
	said    []agents.Word // by all people
	width   int           // words of a claim
	chance  *kernel.Stream
	unit    int
	words   []uint64 // what is remembered of all seats
	each    int      // words of a seat; 0: there are no turns
	turn    int      // which of them is its turn
	seats   []int32  // scratch
	members []member
	others  []int32 // who is heard there and has no seat

	// Masks of the members: those without the floor, those given it for the next tick, and who
	// animates.
	off, given, animates []uint64
	fresh                []agents.Word // claims that nobody heard, of either sign
}

func floorOf(m *sim.Model, channel int, of sim.Remembered) floor {
	rules := m.Scenario().Channels[channel]
	_, passes := rules.Externalize.(practice.PassOn)
	x := floor{
		model: m, channel: channel, units: m.Units(channel), passes: passes, of: of,
		said: m.Said(channel), width: agents.Width(m.Dimensions()),
		seats: make([]int32, 0, 16), members: make([]member, 0, 16),
	}
	words, each := of.Parts()
	if turn, ok := practice.TurnAt(rules.Participate, each); ok {
		x.words, x.each, x.turn = words, each, turn
	}
	return x
}

// member is one who is heard in the unit and learns from it.
type member struct {
	turn   [1]uint64 // a copy of his practice.Turn
	seat   int32
	person int32
}

// meet lists who is in a unit.
func (x *floor) meet(unit int) {
	x.unit, x.members, x.others = unit, x.members[:0], x.others[:0]
	vacant := x.model.Present() < x.model.People()
	x.seats = x.of.AppendSeats(x.seats[:0], unit)
	for k, p := range x.units.Voices(unit) {
		if vacant && x.model.Vacant(int(p)) {
			continue
		}
		if seat := x.seats[k]; seat >= 0 && x.each > 0 {
			turn := [1]uint64{x.words[int(seat)*x.each+x.turn]}
			x.members = append(x.members, member{turn, seat, p})
		} else {
			x.others = append(x.others, p)
		}
	}
}

// give gives the floor for the next tick.
func (x *floor) give() {
	x.mark()
	animator := x.seat()
	passes := x.pass(animator)
	invites := x.invite(animator, passes)
	x.drawRest()
	practice.Turn(x.members[animator].turn[:]).Animate()
	for k := range x.members {
		m := &x.members[k]
		turn := practice.Turn(m.turn[:])
		turn.Give(x.given[k>>6]>>uint(k&63)&1 != 0)
		if k == animator {
			turn.Act(passes, invites)
		}
		x.words[int(m.seat)*x.each+x.turn] = turn[0]
	}
}

// mark makes the masks.
func (x *floor) mark() {
	if words := (len(x.members) + 63) / 64; words > len(x.off) {
		all := make([]uint64, 3*words)
		x.off, x.given, x.animates = all[:words], all[words:2*words], all[2*words:]
	}
	clear(x.off)
	clear(x.given)
	clear(x.animates)
	for k := range x.members {
		turn := practice.Turn(x.members[k].turn[:])
		x.off[k>>6] |= turn.Off() << uint(k&63)
		if turn.Animates() {
			x.animates[k>>6] |= 1 << uint(k&63)
		}
	}
}

// seat returns the place of the animator among the members. If nobody holds the seat, one is drawn.
func (x *floor) seat() int {
	for i, w := range x.animates {
		if w != 0 {
			return i*64 + bits.TrailingZeros64(w)
		}
	}
	return x.chance.IntN(len(x.members))
}

// pass lets the animator pass a claim on, and reports whether he does.
func (x *floor) pass(animator int) bool {
	if x.model.Tick() == 0 || !x.chance.Coin(x.Pass) {
		return false
	}
	passed := practice.Passed(x.of.Speaking(int(x.members[animator].person)))
	if _, sign := passed.Claim(); sign != 0 {
		return false
	}
	d, sign := x.unheard(animator)
	if sign == 0 {
		return false
	}
	passed.Pass(d, sign)
	x.given[animator>>6] |= 1 << uint(animator&63)
	return true
}

// unheard draws one of the claims of others than the animator that nobody heard in the last cycle.
// The sign is 0 if there is none.
func (x *floor) unheard(animator int) (d int, sign agents.Belief) {
	about, n := x.model.About(x.channel, x.unit), 0
	if x.fresh == nil {
		x.fresh = make([]agents.Word, x.width)
	}
	for i := range x.fresh {
		heard, silent := x.saidIn(animator, i)
		fresh := agents.Word{Yes: silent.Yes &^ heard.Yes, No: silent.No &^ heard.No}
		if about != nil {
			fresh = fresh.Keep(about[i])
		}
		x.fresh[i] = fresh
		n += bits.OnesCount64(fresh.Yes) + bits.OnesCount64(fresh.No)
	}
	drawn := x.chance.Sift(0, n) - 1
	for i, w := range x.fresh {
		for _, of := range [2]struct {
			lanes uint64
			sign  agents.Belief
		}{{w.Yes, 1}, {w.No, -1}} {
			n = bits.OnesCount64(of.lanes)
			if 0 <= drawn && drawn < n {
				return i*64 + kernel.Lane(of.lanes, drawn), of.sign
			}
			drawn -= n
		}
	}
	return 0, 0
}

// saidIn returns what was said in word i in the last cycle by those with the floor, and by others
// than the animator without it. A lane may be both yes and no.
func (x *floor) saidIn(animator, i int) (heard, silent agents.Word) {
	for k := range x.members {
		claim := x.said[int(x.members[k].person)*x.width+i]
		off := -(x.off[k>>6] >> uint(k&63) & 1) // all ones or all zeros: nobody can foretell it
		add(&heard, claim.Keep(^off))
		if k != animator {
			add(&silent, claim.Keep(off))
		}
	}
	for _, p := range x.others {
		add(&heard, x.said[int(p)*x.width+i])
	}
	return heard, silent
}

func add(to *agents.Word, w agents.Word) { to.Yes, to.No = to.Yes|w.Yes, to.No|w.No }

// invite gives the floor to the member who has been silent longest, and reports whether there is
// one, and room for him.
func (x *floor) invite(animator int, passes bool) bool {
	if !x.chance.Coin(x.Invite) || passes && x.Voices == 1 {
		return false
	}
	longest, most, equals := -1, 0, 0
	for i, off := range x.off {
		for ; off != 0; off &= off - 1 {
			k := i*64 + bits.TrailingZeros64(off)
			if k == animator {
				continue
			}
			switch waited := practice.Turn(x.members[k].turn[:]).Waited(); {
			case waited > most:
				longest, most, equals = k, waited, 1
			case waited == most:
				if equals++; x.chance.IntN(equals) == 0 {
					longest = k
				}
			}
		}
	}
	if longest < 0 {
		return false
	}
	x.given[longest>>6] |= 1 << uint(longest&63)
	return true
}

// drawRest gives the floor to some of the other members, drawn, as long as there is room.
func (x *floor) drawRest() {
	given := 0
	for _, w := range x.given {
		given += bits.OnesCount64(w)
	}
	room, rest := x.Voices-given, len(x.members)-given
	for i, w := range x.given {
		others := agents.Lanes(len(x.members), i) &^ w
		var drawn uint64
		drawn, room = x.chance.Choose(others, rest, room)
		x.given[i] |= drawn
		rest -= bits.OnesCount64(others)
	}
}
