package sim

import (
	"math"

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

// noteBefore keeps what at most batch people believe before they learn, if it is needed.
func (m *Model) noteBefore(f *forum, sc *scratch, from, to int) {
	if f.review == nil || !f.review.reads.any() || !f.review.reads.took && m.learnOnce(f) {
		return
	}
	if sc.believed == nil {
		sc.believed = newLayer(batch, m.scenario.Dimensions)
	}
	copy(sc.believed.Words(0, to-from), m.beliefs.Words(from, to))
}

// learnOnce reports whether nobody learns anything in a tick before he learns from the forum, and
// many can be scored at once. What reality paid him before is then his standing.
func (m *Model) learnOnce(f *forum) bool {
	_, many := m.landscape.(manyScorer)
	return many && m.onlyOneSeat() == f && !m.scenario.Asynchronous
}

// noteAfter notes what they have learned, each in his unit in units.
func (m *Model) noteAfter(f *forum, sc *scratch, from, to int, units []int32) {
	r := f.review
	if r == nil || !r.reads.any() {
		return
	}
	gains := sc.gained[:to-from]
	m.gains(f, sc, from, to, gains)
	places := sc.places[:to-from]
	f.placesIn(from, units, places)
	r.note(places, gains)
	if r.reads.took {
		r.take(m, sc, from, to)
	}
}

// noPlace stands for who has no seat.
const noPlace = math.MinInt32

// placesIn finds the seats of people from a number on, each in his unit in units (nil: his circle).
// Of who heeds none (-1) it is his first seat, with all bits reversed.
func (f *forum) placesIn(from int, units, places []int32) {
	if units == nil || !f.lasting {
		for k := range places {
			if places[k] = int32(from + k); units != nil {
				places[k] ^= units[k] >> 31
			}
		}
		return
	}
	starts, seats := f.units.Seats()
	first, units := starts[from], units[:len(places)]
	for k, end := range starts[from+1:][:len(places)] {
		switch n := end - first; {
		case n == 0:
			places[k] = noPlace
		case n > 3:
			places[k] = f.placeOfMany(from+k, first, units[k])
		default:
			places[k] = int32(seatOfFew(seats, first, end, units[k])) ^ units[k]>>31
		}
		first = end
	}
}

// placeOfMany is placesIn for one person with more than three seats.
func (f *forum) placeOfMany(p int, first uint32, unit int32) int32 {
	if unit < 0 {
		return ^int32(first)
	}
	return int32(f.seat(p, int(unit)))
}

// note notes what people have gained, by their places. Who heeded no seat gained nothing, and that
// is noted in his first seat: a processor cannot predict who heeds one.
func (r *reviewing) note(places, gains []int32) {
	gained, heeded := r.gained, r.heeded[:len(r.gained)]
	for k, gain := range gains {
		place := places[k]
		if place == noPlace {
			continue
		}
		seat := place ^ place>>31
		is := heeded[seat]
		if place >= 0 {
			is = true
		}
		heeded[seat] = is
		gained[seat] += gain
	}
}

// gains finds how much more reality pays people now than before they learned.
func (m *Model) gains(f *forum, sc *scratch, from, to int, gained []int32) {
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
	before := m.standing[from:to]
	if !m.learnOnce(f) {
		before = sc.paid[:to-from]
		many.scoreMany(sc.believed, 0, to-from, before)
	}
	many.scoreMany(m.beliefs, from, to, gained)
	for k, paid := range before {
		gained[k] -= paid
	}
}

// take adds what people have just taken over, by their places.
func (r *reviewing) take(m *Model, sc *scratch, from, to int) {
	believed, beliefs := sc.believed.Words(0, to-from), m.beliefs.Words(from, to)
	tooks, width := r.took.Words(0, r.took.Len()), r.took.Width()
	for k := range to - from {
		if sc.places[k] < 0 {
			continue
		}
		for i := range width {
			at := k*width + i
			took := &tooks[int(sc.places[k])*width+i]
			*took = took.Take(beliefs[at], beliefs[at].Differs(believed[at]))
		}
	}
}
