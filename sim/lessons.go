package sim

import (
	"orglearn/agents"
	"orglearn/agents/kernel"
)

// reading says what some rule reads of what was noted.
type reading struct{ gains, took bool }

// add adds what a rule reads.
func (r *reading) add(rule agents.Reviewer) {
	gains, took := true, true
	if s := kernel.Own[kernel.Selective](rule); s != nil {
		gains, took = s.Reads()
	}
	r.gains, r.took = r.gains || gains, r.took || took
}

// any reports whether a rule reads anything.
func (r reading) any() bool { return r.gains || r.took }

// forgetLessons clears what was noted in the last tick, and keeps the norms as they are now.
func (m *Model) forgetLessons() {
	for _, c := range m.channels {
		r := c.review
		if r == nil {
			continue
		}
		if r.reads.took {
			r.took.Clear(0, r.took.Len())
		}
		if r.reads.any() {
			clear(r.gained)
			clear(r.heeded)
		}
		if r.norms != nil {
			r.norms.Copy(c.norms)
		}
	}
}

// adoptBlock lets each person from..to-1 learn from his unit in units (nil: from his circle; -1:
// from none), and notes it for rules that look back.
func (m *Model) adoptBlock(f *forum, sc *scratch, from, to int, units []int32, part int) {
	m.noteBefore(f, sc, from, to)
	f.of.adoptBlock(m, sc, from, to, units, part)
	m.noteAfter(f, sc, from, to, units)
}

// noteBefore keeps what at most batch people believe before they learn.
func (m *Model) noteBefore(f *forum, sc *scratch, from, to int) {
	if f.review == nil || !f.review.reads.any() {
		return
	}
	if sc.believed == nil {
		sc.believed = newLayer(batch, m.scenario.Dimensions)
	}
	copy(sc.believed.Words(0, to-from), m.beliefs.Words(from, to))
}

// noteAfter notes what they have learned, each in his unit in units.
func (m *Model) noteAfter(f *forum, sc *scratch, from, to int, units []int32) {
	r := f.review
	if r == nil || !r.reads.any() {
		return
	}
	gained, places := sc.gained[:to-from], sc.places[:to-from]
	m.gains(sc, from, to, gained)
	f.findSeats(places, from, units)
	for k, seat := range places {
		if seat >= 0 {
			r.heeded[seat] = true
			r.gained[seat] += gained[k]
		}
	}
	if r.reads.took {
		r.take(m, sc, from, to)
	}
}

// gains finds how much more reality pays people now than before they learned.
func (m *Model) gains(sc *scratch, from, to int, gained []int32) {
	many, ok := m.landscape.(manyScorer)
	if !ok {
		for k := range gained {
			gained[k] = 0
			before, belief := sc.believed.Row(k), m.beliefs.Row(from+k)
			if !belief.Equal(before) {
				gained[k] = m.landscape.Score(belief) - m.landscape.Score(before)
			}
		}
		return
	}
	before := sc.paid[:to-from]
	many.scoreMany(sc.believed, 0, to-from, before)
	many.scoreMany(m.beliefs, from, to, gained)
	for k, paid := range before {
		gained[k] -= paid
	}
}

// take adds what people have just taken over, each in his seat in sc.places.
func (r *reviewing) take(m *Model, sc *scratch, from, to int) {
	believed, beliefs := sc.believed.Words(0, to-from), m.beliefs.Words(from, to)
	tooks, width := r.took.Words(0, r.took.Len()), r.took.Width()
	for k, seat := range sc.places[:to-from] {
		if seat < 0 {
			continue
		}
		at, took := k*width, int(seat)*width
		for end := at + width; at < end; at, took = at+1, took+1 {
			tooks[took] = tooks[took].Take(beliefs[at], beliefs[at].Differs(believed[at]))
		}
	}
}
