package sim

import (
	"fmt"
	"math/bits"
	"slices"

	"orglearn/agents"
)

// questions holds whom people ask in a channel this tick. All ask before anybody is answered, and
// each voice then chooses whom he answers. So the order of people has no effect.
type questions struct {
	// of each seat: the row of the claim of the one asked; nobody; turnedAway; or silent
	whom    []int32
	byVoice buckets // the seats in which each voice is asked
	// where merit is seen in part, the standing of each unit, and of all who are heard in it
	own, standing []int32
	// asynchronous: how many requests each voice has answered in this tick
	answered []int32
}

const (
	nobody     int32 = -1
	turnedAway int32 = -2
	silent     int32 = -3 // he asks nobody, and learns from nobody
)

// ask lets everybody ask in the seats that he heeds, and voices choose whom they answer.
func (m *Model) ask() bool {
	if !m.asking && m.doing == nil {
		return true
	}
	for i, c := range m.channels {
		c.meetings.of = resized(c.meetings.of, len(m.doing))
		if !c.asking {
			continue
		}
		_, seats := c.seatsOf(m.scenario.People - 1)
		c.questions.whom = resized(c.questions.whom, seats)
		if !c.prepareUnits(m, i) {
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
		c.questions.byVoice.sort(c.questions.whom, c.bodies(m))
		if m.current = i; !m.each(c.bodies(m), (*Model).reply) {
			return false
		}
	}
	return true
}

// prepareUnits finds who is heard in each unit, and how they stand where merit is seen in part.
func (c *channel) prepareUnits(m *Model, number int) bool {
	if m.judges(c) {
		starts := c.listStarts()
		c.questions.own = resized(c.questions.own, c.units.Len())
		c.questions.standing = resized(c.questions.standing, int(starts[c.units.Len()]))
	} else if c.hearing.direct {
		return true
	}
	return m.eachUnit(number, c.units.Len(), (*Model).prepareHere)
}

// prepareHere is prepareUnits for units of the current forum.
func (m *Model) prepareHere(sc *scratch, from, to int) {
	c := m.channels[m.current]
	c.gatherAll(m, sc, from, to)
	sc.who = "unit"
	for u := from; u < to && m.judges(c); u++ {
		sc.unit.ID = u
		c.questions.own[u] = m.lookAndJudge(sc, c, u, turn{id: u}, c.heardIn(sc, u))
		copy(c.questions.standing[c.listStarts()[u]:], sc.standing)
	}
}

// listStarts returns where the list of who is heard in each unit begins.
func (f *forum) listStarts() []uint32 {
	if f.hearing.direct {
		starts, _ := f.units.Lists()
		return starts
	}
	return f.hearing.starts
}

// pose lets people ask, and join meetings.
func (m *Model) pose(sc *scratch, from, to int) {
	for _, c := range m.channels {
		if c.asking {
			first, _ := c.seatsOf(from)
			_, end := c.seatsOf(to - 1)
			fill(c.questions.whom[first:end], nobody)
		}
	}
	if f := m.onlyOneSeat(); f != nil {
		for ; from < to; from += batch {
			m.poseOne(sc, f, from, min(from+batch, to))
		}
		return
	}
	for p := from; p < to; p++ {
		if m.doing == nil {
			m.askAll(sc, p, m.attend(sc, p, turn{id: p}))
			continue
		}
		m.missMeetings(p)
		switch m.doing[p] {
		case agents.Ask:
			m.askAll(sc, p, m.attend(sc, p, turn{id: p}))
		case agents.Create:
			m.joinMeeting(p, m.attend(sc, p, turn{id: p}))
		}
	}
}

// poseOne is pose for at most batch people, each of whom heeds one seat at most, in one forum.
func (m *Model) poseOne(sc *scratch, f *forum, from, to int) {
	if !m.attendOne(sc, f, from, to) {
		return
	}
	for p := from; p < to; p++ {
		if unit := int(sc.units[p-from]); unit >= 0 {
			f.channel.questions.whom[f.seat(p, unit)] =
				f.channel.ask(m, sc, p, unit, turn{id: p}, turn{id: unit})
		}
	}
}

// askAll lets a person ask in each of the seats that he heeds.
func (m *Model) askAll(sc *scratch, p int, seats []seat) {
	for i, s := range seats {
		f, unit := m.forums[s.forum], int(s.unit)
		switch {
		case f.asking:
			t := turn{id: p, part: partOf(seats, i)}
			whom := f.channel.ask(m, sc, p, unit, t, turn{id: unit})
			if whom == nobody && m.doing != nil {
				whom = silent
			}
			f.channel.questions.whom[f.seat(p, unit)] = whom
		case m.doing != nil:
			panic(fmt.Sprintf("%T.Do gives Ask, and in channel %q nobody can ask",
				m.scenario.Activity, f.name))
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
	sc.person.Unknown = m.unknown(p, c.about(unit))
	v, stream := c.heardIn(sc, unit), sc.unit.Stream
	sc.unit = sc.from
	sc.unit.Stream = stream
	m.layout.tell(sc, c, unit, ofUnit, nil, v)
	words, each := c.makes.tiesOf(unit)
	sc.voices.Remember(words, each, v.at)
	sc.voices.Tell(m.joined)
	m.start(&sc.unitChance, c.keys.askUnit, ofUnit)
	sc.unitChance.Apart(-1)
	k := c.Ask.Ask(&sc.person, &sc.unit, (*agents.Voices)(&sc.voices))
	sc.person.Unknown = 0
	switch {
	case k == -1:
		return nobody
	case k < 0 || k >= len(v.ids) || int(v.ids[k]) == p:
		panic(fmt.Sprintf("%T.Ask gives voice %d of %d, want -1 or another than himself",
			c.Ask, k, len(v.ids)))
	}
	return v.ids[k]
}

// unknown counts the dimensions of a mask (nil: all) in which a person believes nothing.
func (m *Model) unknown(p int, about []uint64) int {
	belief := m.beliefs.Row(p)
	if about == nil {
		return m.scenario.Dimensions - belief.Known()
	}
	n := 0
	for i, w := range belief {
		n += bits.OnesCount64(about[i] &^ w.Known())
	}
	return n
}

// reply lets voices of the current forum choose whom they answer.
func (m *Model) reply(sc *scratch, from, to int) {
	c := m.channels[m.current]
	q := &c.questions
	for voice := from; voice < to; voice++ {
		seats := q.byVoice.of(voice)
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
	gatherers, any := sc.gatherers[:to-from], false
	for p := from; p < to; p++ {
		unit := int32(p)
		if units != nil {
			unit = units[p-from]
		}
		if gatherers[p-from] = -1; unit < 0 {
			continue
		}
		whom := c.questions.whom[c.seat(p, int(unit))]
		if whom != nobody {
			c.hearAnswer(m, sc, p, int(unit), turn{id: p, part: part}, whom)
		} else if c.lasting || c.due {
			gatherers[p-from], any = unit, true
		}
	}
	if any {
		c.adoptNorms(m, sc, from, to, gatherers, part)
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
	if whom == silent {
		return
	}
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
	belief := m.beliefs.Row(p)
	changed := belief.Distance(sc.before)
	m.took[p] += int32(changed)
	flow.Reused += int64(changed)
	if m.ledger != nil {
		sc.ledger.Reused += int64(belief.Known() - sc.before.Known())
		sc.noteNew(Reused, sc.before, belief)
	}
}
