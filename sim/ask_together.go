package sim

import (
	"orglearn/agents"
	"orglearn/agents/kernel"
)

// poseOne is pose where everybody heeds one seat at most.
func (c *channel) poseOne(m *Model, sc *scratch, from, to int) {
	if c.asking {
		fill(c.questions.whom[from:to], nobody)
	}
	if m.doing != nil {
		fill(c.meetings.of[from:to], nobody)
	}
	any := m.attendOne(sc, c.forum, from, to)
	copy(c.questions.heeded[from:to], sc.units[:])
	if !any {
		return
	}
	asks := sc.gather[:to-from]
	for k, unit := range sc.units[:to-from] {
		p := from + k
		asks[k] = -1
		switch {
		case unit < 0:
		case m.doing == nil:
			if c.mayAsk(m, p) {
				asks[k] = unit
			}
		case m.doing[p] == agents.Ask:
			asks[k] = unit
		case m.doing[p] == agents.Create:
			c.meetings.of[p] = unit
		}
	}
	if c.askTogether(m, sc, from, asks) {
		return
	}
	for k, unit := range asks {
		if unit >= 0 {
			sc.seats = append(sc.seats[:0], seat{int32(c.forum.number), unit})
			m.askAll(sc, from+k, sc.seats)
		}
	}
}

// askTogether lets people ask in a block, each in his unit in units: -1 for none. It reports
// whether the rule can do so.
func (c *channel) askTogether(m *Model, sc *scratch, from int, units []int32) bool {
	if !c.asking || c.ways.ask == nil || !c.hearing.direct {
		return false
	}
	q, n := &sc.questions, len(units)
	q.From, q.Tick, q.Dimensions = from, m.tick, m.scenario.Dimensions
	q.Key, q.Stream = c.keys.ask, &sc.chance
	q.Units, q.Words = units, sc.words[:n]
	q.Unknown, q.Whom = nil, sc.whom[:n]
	q.Starts, q.Heard = c.units.Lists()
	q.Leaders = c.leaders
	q.Memory, q.About = c.makes.inBlocks(), c.subjects.masks
	c.keys.ask.Openings(m.tick, from, q.Words)
	if c.ways.ask.ReadsUnknown() {
		q.Unknown = sc.unknown[:n]
		for k, unit := range units {
			if unit >= 0 {
				q.Unknown[k] = int32(m.unknown(from+k, c.about(int(unit))))
			}
		}
	}
	if !c.ways.ask.AskBlock(q) {
		return false
	}
	for k, unit := range units {
		if unit < 0 {
			continue
		}
		p, u, whom := from+k, int(unit), q.Whom[k]
		if whom == kernel.OneByOne {
			whom = c.ask(m, sc, p, u, turn{id: p}, turn{id: u})
		}
		if whom == nobody && m.doing != nil {
			whom = silent
		}
		*c.asked(p, u) = whom
	}
	return true
}
