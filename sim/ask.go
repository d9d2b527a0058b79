package sim

import (
	"fmt"
	"math/bits"

	"orglearn/agents"
	"orglearn/agents/kernel"
)

// questions holds whom people ask in a channel this tick. All ask before anybody is answered, and
// each voice then chooses whom he answers. So the order of people has no effect.
type questions struct {
	// of each seat: the row of the claim of the one asked; nobody; silent; or a kernel.Refusal
	whom []int32
	// whom is by person, because everybody heeds one seat at most
	one     bool
	heeded  []int32 // then: the unit whose seat each person heeds, or -1
	byVoice buckets // the seats in which each voice is asked
	// asynchronous: how many requests each voice has answered in this tick
	answered []int32
}

const (
	nobody int32 = -1
	silent int32 = -3 // he asks nobody, and learns from nobody
)

// ask lets everybody ask in the seats that he heeds, and voices choose whom they answer.
func (m *Model) ask() bool {
	if !m.asking && m.doing == nil {
		return true
	}
	for i, c := range m.channels {
		c.meetings.of = resized(c.meetings.of, len(m.doing))
		c.questions.heeded = resized(c.questions.heeded, m.scenario.People)
		if !c.asking {
			continue
		}
		_, seats := c.seatsOf(m.scenario.People - 1)
		if c.questions.one = m.onlyOneSeat() == c.forum; c.questions.one {
			seats = m.scenario.People
		}
		c.questions.whom = resized(c.questions.whom, seats)
		c.findLeaders()
		if c.hearing.direct {
			continue
		}
		if !m.eachUnit(i, c.units.Len(), (*Model).gatherHere) {
			return false
		}
		c.hearing.until = m.tick + 1
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

// findLeaders lists the leaders of units, if people have ranks.
func (f *forum) findLeaders() {
	if ranks := f.units.AllRanks(); ranks != nil && f.leaders == nil {
		starts, heard := f.units.Lists()
		f.leaders = make([]int32, f.units.Len())
		kernel.LeadersOf(starts, heard, ranks, f.leaders)
	}
}

// gatherHere lists who is heard in units of the current forum.
func (m *Model) gatherHere(sc *scratch, from, to int) {
	m.forums[m.current].gatherAll(m, sc, from, to)
}

// pose lets people ask, and join meetings.
func (m *Model) pose(sc *scratch, from, to int) {
	if f := m.onlyOneSeat(); f != nil && f.channel != nil {
		for ; from < to; from += batch {
			f.channel.poseOne(m, sc, from, min(from+batch, to))
		}
		return
	}
	for p := from; p < to; p++ {
		for _, c := range m.channels {
			if c.asking {
				first, end := c.seatsOf(p)
				fill(c.questions.whom[first:end], nobody)
			}
		}
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
			*f.channel.asked(p, unit) = whom
		case m.doing != nil:
			panic(fmt.Sprintf("%T.Do gives Ask, and in channel %q nobody can ask",
				m.scenario.Activity, f.name))
		}
	}
}

// asked is whom a person asks in a unit.
func (c *channel) asked(p, unit int) *int32 {
	if !c.questions.one {
		p = c.seat(p, unit)
	}
	return &c.questions.whom[p]
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

// ask returns the row of the claim of the voice that a person asks in a unit, or nobody. It uses
// the chance of his turn, and what the unit sees in its turn.
func (c *channel) ask(m *Model, sc *scratch, p, unit int, t, ofUnit turn) int32 {
	if !c.mayAsk(m, p) {
		return nobody
	}
	if c.ways.blind {
		return c.askBlind(m, sc, p, unit, t)
	}
	sc.be(m, p, c.keys.ask, t)
	sc.chance.Apart(-1)
	sc.person.Memory = c.asks.person(p)
	sc.sit(m, c.forum, &c.asks, p, unit)
	sc.person.Unknown = m.unknown(p, c.about(unit))
	v := c.heardIn(sc, unit)
	sc.describe(m, c.forum, &sc.unit, unit)
	m.layout.tell(sc, c, unit, ofUnit, nil, v)
	words, each := c.makes.tiesOf(unit)
	sc.voices.Remember(words, each, v.at)
	sc.voices.Tell(m.joined)
	m.start(&sc.unitChance, c.keys.askUnit, ofUnit)
	sc.unitChance.Apart(-1)
	k := c.Ask.Ask(&sc.person, &sc.unit, (*agents.Voices)(&sc.voices))
	sc.person.Unknown = 0
	return c.voiceAt(k, v, p)
}

// mayAsk reports whether a person may ask, by his tenure. It is asked about everybody in each tick.
func (c *channel) mayAsk(m *Model, p int) bool {
	if !c.ways.few {
		return true
	}
	return m.joined != nil && m.joined[p] > 0 && m.tick-int(m.joined[p]) < c.ways.wait
}

// voiceAt returns the row of the claim of voice k of a unit, or nobody if k is -1.
func (c *channel) voiceAt(k int, v heard, p int) int32 {
	switch {
	case k == -1:
		return nobody
	case k < 0 || k >= len(v.ids) || int(v.ids[k]) == p:
		panic(fmt.Sprintf("%T.Ask gives voice %d of %d, want -1 or another than himself",
			c.Ask, k, len(v.ids)))
	}
	return v.ids[k]
}

// askBlind is ask for a rule that is kernel.Blind.
func (c *channel) askBlind(m *Model, sc *scratch, p, unit int, t turn) int32 {
	who := &sc.asker
	sc.who, sc.person.ID = "person", p
	who.ID, who.Tick, who.Stream, who.Rank = p, m.tick, ruleStream(&sc.chance), 0
	who.Tenure, who.Founder = m.tenure(p)
	if c.units.Ranks(unit) != nil {
		who.Rank, _ = c.place(p, unit)
	}
	who.Unknown = m.unknown(p, c.about(unit))
	m.start(&sc.chance, c.keys.ask, t)
	sc.chance.Apart(-1)
	v := c.heardIn(sc, unit)
	sc.voices.Set(c.claims.Bare(), v.ids, v.ranks, v.ties, nil, false)
	if c.nested {
		sc.voices.UnitsFrom(m.scenario.People)
	}
	sc.voices.Tell(m.joined)
	sc.voices.Remember(nil, 0, nil)
	return c.voiceAt(c.Ask.Ask(who, nil, (*agents.Voices)(&sc.voices)), v, p)
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
			q.whom[seat] = kernel.Refusal(int32(voice))
		}
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
		whom = kernel.Refusal(whom)
	} else {
		*answered++
	}
	if c.review != nil {
		c.questions.whom[p] = whom
	}
	c.hearAnswer(m, sc, p, p, t, whom)
	return true
}

// hearAnswer lets a person learn from the claim of the one whom he has asked, unless he was
// refused.
func (c *channel) hearAnswer(m *Model, sc *scratch, p, unit int, t turn, whom int32) {
	flow := &sc.flows[c.number]
	if flow.note(whom) < 0 {
		return
	}
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
