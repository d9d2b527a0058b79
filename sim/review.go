package sim

import (
	"orglearn/agents"
	"orglearn/agents/kernel"
	"orglearn/network"
)

// reviewing is what happened in a forum this tick, for rules that look back (agents.Reviewer). It
// is noted around the learning itself, in whatever way that runs.
type reviewing struct {
	rules  []reviewer
	gains  bool    // all of them look only at units in which somebody gained or lost
	took   *layer  // a row per seat
	gained []int32 // of each seat
	heeded []bool  // of each seat
	norms  *layer  // when the tick began; nil for circles
	reads  reading
	began  []uint32 // where the seats of each unit's audience begin
	seats  []uint32 // the number of each of these seats, in the order of the audience
	people []int32  // whose seats these are; vacant places are left out
	next   []uint32 // scratch
	stale  bool     // a place has become vacant, or was filled, since these were listed
}

// reviewer is a rule that looks back, what it remembers, and its chance.
type reviewer struct {
	rule  agents.Reviewer
	block kernel.BlockReviewer // nil: units look back one by one
	of    *memory
	key   kernel.Key
}

// openReviews finds the rules of a channel that look back, and makes room for what they are told.
func (m *Model) openReviews(c *channel) {
	f := c.forum
	f.review = nil
	var rules []reviewer
	for _, r := range []struct {
		purpose string
		rule    any
		of      *memory
	}{
		{"review norms", c.Objectify, &f.makes},
		{"review parts", c.Participate, &f.takesPart},
		{"review agenda", c.Agenda, &f.plans},
	} {
		if agents.Reviews(r.rule) {
			rule := r.rule.(agents.Reviewer)
			block := kernel.Own[kernel.BlockReviewer](rule)
			rules = append(rules, reviewer{rule, block, r.of, m.key(r.purpose, c.Name)})
		}
	}
	if rules == nil {
		return
	}
	f.review = &reviewing{rules: rules, gains: byGains(rules)}
	for _, by := range rules {
		f.review.reads.add(by.rule)
	}
	f.review.settle(m, f)
}

// settle makes room for the seats and norms of units.
func (r *reviewing) settle(m *Model, f *forum) {
	if r == nil {
		return
	}
	u, dimensions := f.units, m.scenario.Dimensions
	_, n := f.seatsOf(u.People() - 1)
	if r.reads.took || r.took == nil || r.took.Len() < n {
		r.took = emptied(r.took, n, dimensions)
	}
	r.gained, r.heeded = resized(r.gained, n), resized(r.heeded, n)
	clear(r.gained)
	clear(r.heeded)
	if f.lasting {
		r.norms = emptied(r.norms, u.Len(), dimensions)
	} else {
		r.norms = nil
	}
	r.list(m, f)
}

// list lists the people who learn from each unit, and their seats.
func (r *reviewing) list(m *Model, f *forum) {
	u := f.units
	r.stale = false
	if m.vacancies == 0 && f.lasting {
		r.listAll(u)
		return
	}
	r.began, r.seats, r.people = resized(r.began, u.Len()+1), r.seats[:0], r.people[:0]
	r.began[0] = 0
	first, _ := u.Seats() // none for circles: person p has seat p
	r.next = append(r.next[:0], first...)
	for k := range u.Len() {
		audience := []int32{int32(k)}
		if f.lasting {
			audience = u.Audience(k)
		}
		for _, p := range audience {
			seat := uint32(p)
			if f.lasting { // his seats are in the order of their units
				seat = r.next[p]
				r.next[p]++
			}
			if !m.Vacant(int(p)) {
				r.people = append(r.people, p)
				r.seats = append(r.seats, seat)
			}
		}
		r.began[k+1] = uint32(len(r.seats))
	}
}

// listAll is list for units that last, if no place is vacant.
func (r *reviewing) listAll(u *network.Units) {
	began, people := u.Audiences()
	r.began, r.people = append(r.began[:0], began...), append(r.people[:0], people...)
	first, _ := u.Seats()
	r.next, r.seats = append(r.next[:0], first...), resized(r.seats, len(people))
	for k, p := range people {
		r.seats[k] = r.next[p]
		r.next[p]++
	}
}

// lookBack lets rules look back on the tick, unit by unit.
func (m *Model) lookBack() bool {
	for i, c := range m.channels {
		if c.review != nil && c.review.stale {
			c.review.list(m, c.forum)
		}
		if c.review != nil && !m.eachUnit(i, c.units.Len(), (*Model).reviewHere) {
			return false
		}
	}
	return true
}

// reviewHere lets rules look back in units of the current forum.
func (m *Model) reviewHere(sc *scratch, from, to int) {
	c := m.channels[m.current]
	if m.scenario.Asynchronous || !c.due || !c.lasting || c.nested { // else units have done so
		c.gatherAll(m, sc, from, to)
	}
	sc.reviewers = sc.reviewers[:0]
	for _, by := range c.review.rules {
		if !c.reviewBlock(m, sc, by, from, to) {
			sc.reviewers = append(sc.reviewers, by)
		}
	}
	if len(sc.reviewers) == 0 {
		return
	}
	for u := from; u < to; u++ {
		if !c.review.gains || c.review.paid(u) {
			c.reviewOne(m, sc, u)
		}
	}
}

// reviewBlock lets a rule look back in many units. It reports whether the rule can do so.
func (c *channel) reviewBlock(m *Model, sc *scratch, by reviewer, from, to int) bool {
	if by.block == nil {
		return false
	}
	b, r := &sc.reviews, c.review
	b.Block = m.block(sc, c, by.key, from, to)
	b.Stream.Apart(-1)
	m.lists(c, b.Block)
	b.About = nil
	if c.agenda != nil {
		b.About = c.subjects.masks
	}
	b.Began, b.Seats, b.Gained, b.Heeded = r.began, r.seats, r.gained, r.heeded
	b.People, b.Took = r.people, r.took.Bare()
	b.Noted, b.Each, b.Memory = by.of.seats, by.of.need.Seat, by.of.inBlocks()
	return by.block.ReviewBlock(b)
}

// reviewOne lets the rules in sc.reviewers look back in one unit.
func (c *channel) reviewOne(m *Model, sc *scratch, u int) {
	r, t := c.review, turn{id: u}
	sc.who = "unit"
	v := c.heardIn(sc, u)
	if sc.changed == nil {
		sc.changed = newLayer(1, m.scenario.Dimensions)
	}
	c.changesOf(sc.changed.Row(0), u)
	l, first, end := &sc.lessons, r.began[u], r.began[u+1]
	l.Set(r.people[first:end], r.seats[first:end], r.took.Bare(), r.gained, r.heeded)
	l.Change(sc.changed.Bare())
	if c.asking {
		l.Ask(c.questions.whom, c.questions.one)
	}
	for _, by := range sc.reviewers {
		sc.describe(m, c.forum, &sc.unit, u)
		sc.unit.Memory, sc.unit.Planes = by.of.unit(u), by.of.planes(u)
		sc.voices.Set(c.claims.Bare(), v.ids, v.ranks, v.ties, c.standing, false)
		if c.nested {
			sc.voices.UnitsFrom(m.scenario.People)
		}
		words, each := by.of.tiesOf(u)
		sc.voices.Remember(words, each, v.at)
		sc.voices.Tell(m.joined)
		l.Remember(by.of.seats, by.of.need.Seat)
		m.start(&sc.unitChance, by.key, t)
		sc.unitChance.Apart(-1)
		by.rule.Review(&sc.unit, (*agents.Voices)(&sc.voices), (*agents.Lessons)(l))
	}
}

// changesOf writes what the norm of a unit became where it changed.
func (c *channel) changesOf(to agents.Knowledge, u int) {
	clear(to)
	if c.norms == nil {
		return
	}
	before := c.review.norms.Row(u)
	for i, w := range c.norms.Row(u) {
		to[i] = w.Keep(w.Differs(before[i]))
	}
}
