package sim

import (
	"math/bits"

	"orglearn/agents"
)

// layout is how beliefs lie in words. The lanes of a word are dimensions of one replicate
// (dimensionLanes), or replicates of one dimension (replicateLanes). The methods are all that
// depends on it: how beliefs are scored, whose chance is drawn, the standing of voices, and what is
// counted. The tick is the same.
type layout interface {
	// standPeople finds the standing of the people from..to-1.
	standPeople(sc *scratch, from, to int)
	// standNorms finds the standing of the norms of the units from..to-1.
	standNorms(sc *scratch, c *channel, from, to int)
	// standClaims finds the standing of the claims of the people from..to-1.
	standClaims(sc *scratch, c *channel, from, to int)
	// standOne finds the new standing of one person who has learned.
	standOne(sc *scratch, p int)
	// personChance and unitChance tell the stream of the scratch person or unit whose chance it
	// draws.
	personChance(sc *scratch, c *channel)
	unitChance(sc *scratch, c *channel)
	// tell sets the standing of the scratch unit and of its voices.
	tell(sc *scratch, c *channel, unit int, t turn, norm agents.Knowledge, v heard)
	// counts reports whether flows are counted in this tick.
	counts() bool
	// said, objectified and taken add to the flows.
	said(sc *scratch, c *channel, from, to int)
	objectified(sc *scratch, c *channel, before, norm agents.Knowledge)
	taken(sc *scratch, c *channel, p int, before, belief agents.Knowledge)
}

// dimensionLanes is the layout in which a word is 64 dimensions.
type dimensionLanes struct{ *Model }

func (m dimensionLanes) counts() bool { return true }

func (m dimensionLanes) standPeople(sc *scratch, from, to int) {
	switch {
	case m.marker != nil:
		m.marker.markMany(m.beliefs, from, to, m.marks, m.standing[from:to])
	default:
		if m.judged != nil {
			m.judged.CopyRows(m.beliefs, from, to)
		}
		m.scoreRows(sc, m.beliefs, from, to, m.standing[from:to])
	}
	if m.atStart != nil {
		copy(m.atStart[from:to], m.standing[from:to])
	}
	clear(m.took[from:to])
	for _, c := range m.channels {
		if c.nested && !c.ByClaims {
			copy(c.standing[from:to], m.standing[from:to])
			c.copyMarks(m.marks, from, to)
		}
	}
}

// manyScorer is a landscape that can score many bodies at once: rows from..to-1.
type manyScorer interface {
	scoreMany(l *layer, from, to int, scores []int32)
}

func (m *Model) scoreRows(sc *scratch, l *layer, from, to int, scores []int32) {
	if many, ok := m.landscape.(manyScorer); ok {
		many.scoreMany(l, from, to, scores)
		return
	}
	for p := from; p < to; p++ {
		sc.person.ID = p
		scores[p-from] = m.landscape.Score(l.Row(p))
	}
}

func (m dimensionLanes) standNorms(sc *scratch, c *channel, from, to int) {
	sc.who = "unit"
	if m.marker != nil {
		m.marker.markMany(c.norms, from, to, c.normMarks, c.normStanding[from:to])
	} else {
		for u := from; u < to; u++ {
			sc.unit.ID = u
			c.normStanding[u] = m.landscape.Score(c.norms.Row(u))
		}
	}
	if c.nested {
		people := m.scenario.People
		c.stood.CopyRows(c.norms, from, to)
		copy(c.standing[people+from:people+to], c.normStanding[from:to])
		c.copyUnitMarks(people, from, to)
	}
}

func (m dimensionLanes) standClaims(sc *scratch, c *channel, from, to int) {
	if m.marker != nil {
		m.marker.markMany(c.claims, from, to, c.marks, c.standing[from:to])
		return
	}
	m.scoreRows(sc, c.claims, from, to, c.standing[from:to])
}

func (m dimensionLanes) standOne(sc *scratch, p int) {
	if m.marker != nil {
		m.marker.markMany(m.beliefs, p, p+1, m.marks, m.standing[p:p+1])
	} else {
		if m.judged != nil {
			m.judged.CopyRows(m.beliefs, p, p+1)
		}
		m.standing[p] = m.landscape.Score(m.beliefs.Row(p))
	}
}

func (m dimensionLanes) personChance(sc *scratch, c *channel) { sc.chance.Apart(c.lane) }
func (m dimensionLanes) unitChance(sc *scratch, c *channel)   { sc.unitChance.Apart(c.lane) }

func (m dimensionLanes) tell(
	sc *scratch, c *channel, unit int, t turn, _ agents.Knowledge, v heard,
) {
	if m.judges(c) {
		seen := sc.seen[:agents.Width(m.scenario.Dimensions)]
		m.look(sc, c, unit, t, seen)
		sc.unit.Standing = m.judge(sc, c, unit, v, seen)
		sc.voices.Set(c.claims.Bare(), v.ids, v.ranks, v.ties, sc.standing, true)
	} else {
		sc.unit.Standing = c.ownStanding(unit)
		sc.voices.Set(c.claims.Bare(), v.ids, v.ranks, v.ties, c.standing, false)
	}
	if c.nested {
		sc.voices.UnitsFrom(m.scenario.People)
	}
}

func (m dimensionLanes) said(sc *scratch, c *channel, from, to int) {
	sc.flows[c.number].Said += int64(c.claims.Known(from, to))
	for p := from; p < to && m.ledger != nil; p++ {
		sc.note(Claimed, c.claims.Row(p))
	}
}

func (m dimensionLanes) objectified(sc *scratch, c *channel, before, norm agents.Knowledge) {
	flow := &sc.flows[c.number]
	if m.ledger != nil {
		sc.note(Objectified, norm)
	}
	if before == nil {
		flow.Objectified += int64(norm.Known())
		return
	}
	flow.Objectified += int64(norm.Distance(before))
	for i, w := range norm {
		flow.Dissolved += int64(bits.OnesCount64(before[i].Known() &^ w.Known()))
	}
}

func (m dimensionLanes) taken(sc *scratch, c *channel, p int, before, belief agents.Knowledge) {
	taken := belief.Distance(before)
	m.took[p] += int32(taken)
	sc.flows[c.number].Taken += int64(taken)
	if m.ledger != nil {
		sc.ledger.Gathered += int64(belief.Known() - before.Known())
	}
}

// replicateLanes is the layout in which a word is one dimension of up to 64 replicates.
type replicateLanes struct{ *lanes }

func (l replicateLanes) counts() bool { return l.flows }

func (l replicateLanes) standPeople(_ *scratch, from, to int) {
	for p := from; p < to && l.standing != nil; p++ {
		clear(l.standing.Row(p))
		l.world.score(l.ring.beliefs.Row(p), l.standing, p)
	}
}

// standNorms does nothing: a norm is scored when its unit decides.
func (l replicateLanes) standNorms(*scratch, *channel, int, int) {}

func (l replicateLanes) standClaims(_ *scratch, c *channel, from, to int) {
	for p := from; p < to; p++ {
		clear(c.lanes.standing.Row(p))
		l.world.score(c.claims.Row(p), c.lanes.standing, p)
	}
}

// standOne is never called: activations do not run as lanes.
func (l replicateLanes) standOne(*scratch, int) { panic("sim: one activation among replicates") }

func (l replicateLanes) personChance(sc *scratch, _ *channel) {
	sc.chance.Replicates()
	sc.person.Replicates = l.running
}

func (l replicateLanes) unitChance(sc *scratch, _ *channel) {
	sc.unitChance.Replicates()
	sc.unit.Replicates = l.running
}

func (l replicateLanes) tell(
	sc *scratch, c *channel, unit int, _ turn, norm agents.Knowledge, v heard,
) {
	if c.norms == nil {
		sc.unit.Standings = c.lanes.standing.Row(unit)
	} else {
		sc.unit.Standings = l.normStanding.Row(0)
		clear(sc.unit.Standings)
		l.world.score(norm, l.normStanding, 0)
	}
	sc.voices.SetReplicates(c.claims.Bare(), v.ids, v.ranks, v.ties, c.lanes.standing)
}

func (l replicateLanes) said(_ *scratch, c *channel, from, to int) {
	for p := from; p < to; p++ {
		l.countKnown(c.claims.Row(p), c.lanes.said)
	}
}

func (l replicateLanes) objectified(_ *scratch, c *channel, before, norm agents.Knowledge) {
	if before == nil {
		l.countKnown(norm, c.lanes.objectified)
		return
	}
	l.countChanged(norm, before, c.lanes.objectified)
	l.countLost(norm, before, c.lanes.dissolved)
}

func (l replicateLanes) taken(_ *scratch, c *channel, _ int, before, belief agents.Knowledge) {
	l.countChanged(belief, before, c.lanes.taken)
}
