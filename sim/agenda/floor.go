package agenda

import (
	"math/bits"
	"slices"

	"orglearn/agents"
	"orglearn/agents/practice"
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
	x := floor{Animate: e, model: m, channel: m.Channel(e.Channel), of: remembered, chance: s}
	x.rule = m.Scenario().Channels[x.channel].Participate
	for p := range m.People() {
		if passed := x.passed(p); len(passed) > 0 {
			passed.Pass(0, 0)
		}
	}
	for u := range m.Units(x.channel).Len() {
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
	x := floor{model: m, channel: m.Channel(channel), of: remembered}
	x.rule = m.Scenario().Channels[x.channel].Participate
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
	rule    agents.Participant
	of      sim.Remembered
	chance  *agents.Stream
	unit    int
	members []member
	others  []int32 // who is heard there and has no seat
}

// member is one who is heard in the unit and learns from it.
type member struct {
	person int32
	turn   practice.Turn
	given  bool // he is given the floor for the next tick
}

func (x *floor) passed(person int) practice.Passed {
	if _, ok := x.model.Scenario().Channels[x.channel].Externalize.(practice.PassOn); !ok {
		return nil
	}
	return practice.Passed(x.of.Speaking(person))
}

// meet lists who is in a unit.
func (x *floor) meet(unit int) {
	x.unit, x.members, x.others = unit, x.members[:0], x.others[:0]
	for _, p := range x.model.Units(x.channel).Voices(unit) {
		if x.model.Vacant(int(p)) {
			continue
		}
		_, seat := x.of.Part(int(p), unit)
		if turn, ok := practice.TurnIn(x.rule, seat); ok {
			x.members = append(x.members, member{p, turn, false})
		} else {
			x.others = append(x.others, p)
		}
	}
}

// give gives the floor for the next tick.
func (x *floor) give() {
	animator := x.seat()
	passes := x.pass(animator)
	invites := x.invite(animator, passes)
	left := x.Voices
	for _, m := range x.members {
		if m.given {
			left--
		}
	}
	x.drawRest(left)
	for _, m := range x.members {
		m.turn.Give(m.given)
	}
	x.members[animator].turn.Act(passes, invites)
}

// seat returns the place of the animator among the members. If nobody holds the seat, one is drawn.
func (x *floor) seat() int {
	at := slices.IndexFunc(x.members, func(m member) bool { return m.turn.Animates() })
	if at < 0 {
		at = x.chance.IntN(len(x.members))
		x.members[at].turn.Animate()
	}
	return at
}

// pass lets the animator pass a claim on, and reports whether he does.
func (x *floor) pass(animator int) bool {
	if x.model.Tick() == 0 || !x.chance.Coin(x.Pass) {
		return false
	}
	passed := x.passed(int(x.members[animator].person))
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
	for i := range agents.Width(x.model.Dimensions()) {
		heard, silent := x.said(animator, i)
		yes, no := silent.Yes&^heard.Yes, silent.No&^heard.No
		if about != nil {
			yes, no = yes&about[i], no&about[i]
		}
		for _, of := range [2]struct {
			lanes uint64
			sign  agents.Belief
		}{{yes, 1}, {no, -1}} {
			for lanes := of.lanes; lanes != 0; lanes &= lanes - 1 {
				if seen++; x.chance.IntN(seen) == 0 {
					d, sign = i*64+bits.TrailingZeros64(lanes), of.sign
				}
			}
		}
	}
	return d, sign
}

// said returns what was said in word i in the last cycle by those with the floor, and by others
// than the animator without it. A lane may be both yes and no.
func (x *floor) said(animator, i int) (heard, silent agents.Word) {
	for k, m := range x.members {
		claim := x.model.Claims(x.channel, int(m.person))[i]
		switch {
		case m.turn.HasFloor():
			add(&heard, claim)
		case k != animator:
			add(&silent, claim)
		}
	}
	for _, p := range x.others {
		add(&heard, x.model.Claims(x.channel, int(p))[i])
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
	longest, equals := -1, 0
	for k, m := range x.members {
		switch waited := m.turn.Waited(); {
		case k == animator || waited == 0:
		case longest < 0 || waited > x.members[longest].turn.Waited():
			longest, equals = k, 1
		case waited == x.members[longest].turn.Waited():
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
	for _, m := range x.members {
		if !m.given {
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
