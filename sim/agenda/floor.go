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
	x.Animate, x.chance = e, s
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
	for _, member := range x.members {
		of(member.turn)
	}
}

// floor is a unit in which the floor is given.
type floor struct {
	Animate
	model   *sim.Model
	channel int
	units   *network.Units
	passes  bool // people can pass claims on
	rule    agents.Participant
	of      sim.Remembered
	said    []agents.Word // by all people
	width   int           // words of a claim
	chance  *agents.Stream
	unit    int
	turn    int // which word of a seat is its turn; -1: not known
	members []member
	others  []int32 // who is heard there and has no seat
}

func floorOf(m *sim.Model, channel int, of sim.Remembered) floor {
	rules := m.Scenario().Channels[channel]
	_, passes := rules.Externalize.(practice.PassOn)
	return floor{
		model: m, channel: channel, units: m.Units(channel), passes: passes,
		rule: rules.Participate, of: of, said: m.Said(channel),
		width: agents.Width(m.Dimensions()), turn: -1, members: make([]member, 0, 32),
	}
}

// member is one who is heard in the unit and learns from it.
type member struct {
	person int32
	given  bool // he is given the floor for the next tick
	turn   practice.Turn
}

// meet lists who is in a unit.
func (x *floor) meet(unit int) {
	x.unit, x.members, x.others = unit, x.members[:0], x.others[:0]
	vacant := x.model.Present() < x.model.People()
	for k, p := range x.units.Voices(unit) {
		if vacant && x.model.Vacant(int(p)) {
			continue
		}
		if turn := x.turnOf(x.of.PartOf(unit, k)); turn != nil {
			x.members = append(x.members, member{p, false, turn})
		} else {
			x.others = append(x.others, p)
		}
	}
}

// turnOf returns the turn of a seat, or nil if there is none. All seats have equally many words.
func (x *floor) turnOf(seat []uint64) practice.Turn {
	if len(seat) == 0 {
		return nil
	}
	if x.turn < 0 {
		at, ok := practice.TurnAt(x.rule, len(seat))
		if !ok {
			return nil
		}
		x.turn = at
	}
	return seat[x.turn : x.turn+1]
}

// give gives the floor for the next tick.
func (x *floor) give() {
	animator := x.seat()
	passes := x.pass(animator)
	invites := x.invite(animator, passes)
	left := x.Voices
	for k := range x.members {
		if x.members[k].given {
			left--
		}
	}
	x.drawRest(left)
	for k := range x.members {
		x.members[k].turn.Give(x.members[k].given)
	}
	x.members[animator].turn.Act(passes, invites)
}

// seat returns the place of the animator among the members. If nobody holds the seat, one is drawn.
func (x *floor) seat() int {
	for k := range x.members {
		if x.members[k].turn.Animates() {
			return k
		}
	}
	at := x.chance.IntN(len(x.members))
	x.members[at].turn.Animate()
	return at
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
	x.members[animator].given = true
	return true
}

// unheard draws one of the claims of others than the animator that nobody heard in the last cycle.
// The sign is 0 if there is none.
func (x *floor) unheard(animator int) (d int, sign agents.Belief) {
	about, seen := x.model.About(x.channel, x.unit), 0
	chance := (*kernel.Stream)(x.chance)
	for i := range x.width {
		heard, silent := x.saidIn(animator, i)
		yes, no := silent.Yes&^heard.Yes, silent.No&^heard.No
		if about != nil {
			yes, no = yes&about[i], no&about[i]
		}
		for _, of := range [2]struct {
			lanes uint64
			sign  agents.Belief
		}{{yes, 1}, {no, -1}} {
			before := seen
			seen += bits.OnesCount64(of.lanes)
			if drawn := chance.Sift(before, seen); drawn > 0 {
				d, sign = i*64+kernel.Lane(of.lanes, drawn-before-1), of.sign
			}
		}
	}
	return d, sign
}

// saidIn returns what was said in word i in the last cycle by those with the floor, and by others
// than the animator without it. A lane may be both yes and no.
func (x *floor) saidIn(animator, i int) (heard, silent agents.Word) {
	for k := range x.members {
		m := &x.members[k]
		claim := x.said[int(m.person)*x.width+i]
		switch {
		case m.turn.HasFloor():
			add(&heard, claim)
		case k != animator:
			add(&silent, claim)
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
	for k := range x.members {
		switch waited := x.members[k].turn.Waited(); {
		case k == animator || waited == 0:
		case waited > most:
			longest, most, equals = k, waited, 1
		case waited == most:
			if equals++; x.chance.IntN(equals) == 0 {
				longest = k
			}
		}
	}
	if longest < 0 {
		return false
	}
	x.members[longest].given = true
	return true
}

// drawRest gives the floor to a number of the other members, drawn.
func (x *floor) drawRest(room int) {
	rest := 0
	for k := range x.members {
		if !x.members[k].given {
			rest++
		}
	}
	for k := range x.members {
		if x.members[k].given {
			continue
		}
		if x.chance.IntN(rest) < room {
			x.members[k].given = true
			room--
		}
		rest--
	}
}
