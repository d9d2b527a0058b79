package sim

import (
	"fmt"
	"slices"

	"orglearn/agents"
)

// questions holds whom people ask in a channel this tick. All ask before anybody is answered, and
// each voice then chooses whom he answers. So the order of people has no effect.
type questions struct {
	whom   []int32  // of each seat: the row of the claim of the one asked; nobody; or turnedAway
	starts []uint32 // where the requests to each voice begin
	seats  []int32  // of each request
	// asynchronous: how many requests each voice has answered in this tick
	answered []int32
}

const (
	nobody     int32 = -1
	turnedAway int32 = -2
)

// ask lets everybody ask in the seats that he heeds, and voices choose whom they answer.
func (m *Model) ask() bool {
	if !m.asking {
		return true
	}
	for i, c := range m.channels {
		if !c.asking {
			continue
		}
		_, seats := c.seatsOf(m.scenario.People - 1)
		c.questions.whom = resized(c.questions.whom, seats)
		if !c.hearing.direct && !m.eachUnit(i, c.units.Len(), (*Model).gatherHere) {
			return false
		}
	}
	if !m.each(m.scenario.People, (*Model).pose) {
		return false
	}
	for i, c := range m.channels {
		if !c.asking || c.Load == 0 {
			continue
		}
		c.collect(c.bodies(m))
		if m.current = i; !m.each(c.bodies(m), (*Model).reply) {
			return false
		}
	}
	return true
}

// gatherHere lists who is heard in units of the current forum.
func (m *Model) gatherHere(sc *scratch, from, to int) {
	m.forums[m.current].gatherAll(m, sc, from, to)
}

// pose lets people ask.
func (m *Model) pose(sc *scratch, from, to int) {
	for p := from; p < to; p++ {
		for _, c := range m.channels {
			if c.asking {
				first, end := c.seatsOf(p)
				fill(c.questions.whom[first:end], nobody)
			}
		}
		seats := m.attend(sc, p, turn{id: p})
		for i, s := range seats {
			if f := m.forums[s.forum]; f.asking {
				t := turn{id: p, part: partOf(seats, i)}
				unit := int(s.unit)
				f.channel.questions.whom[f.seat(p, unit)] =
					f.channel.ask(m, sc, p, unit, t, turn{id: unit})
			}
		}
	}
}

func fill(s []int32, v int32) {
	for i := range s {
		s[i] = v
	}
}

// partOf returns how many of the seats before seat i are in the same forum.
func partOf(seats []seat, i int) int {
	n := 0
	for _, s := range seats[:i] {
		if s.forum == seats[i].forum {
			n++
		}
	}
	return n
}

// seatsOf returns the numbers of a person's seats among all seats of the forum: first to end-1.
func (f *forum) seatsOf(p int) (first, end int) {
	if !f.lasting {
		return p, p + 1
	}
	starts, _ := f.units.Seats()
	return int(starts[p]), int(starts[p+1])
}

// seat returns the number, among all seats of the forum, of a person's seat in a unit.
func (f *forum) seat(p, unit int) int {
	first, _ := f.seatsOf(p)
	if !f.lasting {
		return first
	}
	return first + slices.Index(f.units.Of(p), int32(unit))
}

// ask returns the row of the claim of the voice that a person asks in a unit, or nobody. It uses
// the chance of his turn, and what the unit sees in its turn.
func (c *channel) ask(m *Model, sc *scratch, p, unit int, t, ofUnit turn) int32 {
	sc.be(m, p, c.keys.ask, t)
	sc.chance.Apart(-1)
	sc.person.Memory = c.asks.person(p)
	sc.sit(m, c.forum, &c.asks, p, unit)
	v := c.heardIn(sc, unit)
	sc.describe(m, c.forum, &sc.unit, unit)
	m.layout.tell(sc, c, unit, ofUnit, nil, v)
	words, each := c.makes.tiesOf(unit)
	sc.voices.Remember(words, each, v.at)
	sc.voices.Tell(m.joined)
	m.start(&sc.unitChance, c.keys.askUnit, ofUnit)
	sc.unitChance.Apart(-1)
	k := c.Ask.Ask(&sc.person, &sc.unit, (*agents.Voices)(&sc.voices))
	switch {
	case k == -1:
		return nobody
	case k < 0 || k >= len(v.ids) || int(v.ids[k]) == p:
		panic(fmt.Sprintf("%T.Ask gives voice %d of %d, want -1 or another than himself",
			c.Ask, k, len(v.ids)))
	}
	return v.ids[k]
}

// collect lists the requests to each voice, in the order of seats.
func (c *channel) collect(bodies int) {
	q := &c.questions
	q.starts = resized(q.starts, bodies+2)
	clear(q.starts)
	for _, voice := range q.whom {
		if voice >= 0 {
			q.starts[voice+2]++
		}
	}
	for i := range bodies {
		q.starts[i+2] += q.starts[i+1]
	}
	q.seats = resized(q.seats, int(q.starts[bodies+1]))
	for seat, voice := range q.whom {
		if voice >= 0 {
			q.seats[q.starts[voice+1]] = int32(seat)
			q.starts[voice+1]++
		}
	}
}

// reply lets voices of the current forum choose whom they answer.
func (m *Model) reply(sc *scratch, from, to int) {
	c := m.channels[m.current]
	q := &c.questions
	for voice := from; voice < to; voice++ {
		seats := q.seats[q.starts[voice]:q.starts[voice+1]]
		if len(seats) <= c.Load {
			continue
		}
		m.start(&sc.draw, c.keys.reply, turn{id: voice})
		for i := range c.Load {
			j := i + sc.draw.IntN(len(seats)-i)
			seats[i], seats[j] = seats[j], seats[i]
		}
		for _, seat := range seats[c.Load:] {
			q.whom[seat] = turnedAway
		}
	}
}

// adoptAsking is adoptBlock where people may ask.
func (c *channel) adoptAsking(m *Model, sc *scratch, from, to int, units []int32, part int) {
	for p := from; p < to; p++ {
		unit := p
		if units != nil {
			unit = int(units[p-from])
		}
		if unit < 0 {
			continue
		}
		t := turn{id: p, part: part}
		whom := c.questions.whom[c.seat(p, unit)]
		if whom != nobody {
			c.hearAnswer(m, sc, p, unit, t, whom)
			continue
		}
		if c.norms == nil {
			if !c.due {
				continue
			}
			c.decide(m, sc, p, turn{id: p})
		}
		c.adopt(m, sc, p, unit, t)
	}
}

// askInTurn lets a person who is activated ask in his circle. It reports whether he does.
func (c *channel) askInTurn(m *Model, sc *scratch, p int, t turn) bool {
	whom := c.ask(m, sc, p, p, t, t)
	if whom == nobody {
		return false
	}
	answered := &c.questions.answered[whom]
	if c.Load > 0 && int(*answered) >= c.Load {
		whom = turnedAway
	} else {
		*answered++
	}
	c.hearAnswer(m, sc, p, p, t, whom)
	return true
}

// hearAnswer lets a person learn from the claim of the one whom he has asked, unless he was
// refused.
func (c *channel) hearAnswer(m *Model, sc *scratch, p, unit int, t turn, whom int32) {
	flow := &sc.flows[c.number]
	flow.Asked++
	if whom == turnedAway {
		flow.Refused++
		return
	}
	flow.Answered++
	rule, of := c.Reuse, &c.reuses
	if rule == nil {
		rule, of = c.Internalize, &c.takes
	}
	c.internalize(m, sc, p, unit, t, c.claims.Row(int(whom)), rule, of)
	changed := m.beliefs.Row(p).Distance(sc.before)
	m.took[p] += int32(changed)
	flow.Reused += int64(changed)
}
