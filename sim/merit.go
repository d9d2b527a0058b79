package sim

import (
	"math/bits"

	"orglearn/agents"
)

// A mark is a bit for something that a body of beliefs is paid for: it is wholly right in a block
// of dimensions, say. What a unit sees of merit is a set of marks, so that standing on what is seen
// is a count of bits. A landscape whose score is such a count is a marker; another that is Sighted
// is asked for ScoreOn.
type marker interface {
	Sighted
	// mark finds the marks of a body: right ones count for it, wrong ones against it. wrong may be
	// nil where nothing counts against it.
	mark(k agents.Knowledge, right, wrong []uint64)
	// markMany is mark for the rows from..to-1 of a layer, and finds their scores.
	markMany(l *agents.Layer, from, to int, x *marks, scores []int32)
	// points is what a mark counts.
	points() int32
	// counts reports whether marks can count against a body.
	countsWrong() bool
	// all are all marks, and apart how far they are from each other.
	all() (marks []uint64, number, apart int)
	// samples are all samples of as many marks as are seen, where marks lie in one word and there are
	// few samples; else nil.
	samples() []uint64
	// within turns dimensions into the marks that lie wholly in them.
	within(dimensions, marks []uint64)
}

// marks are the marks of each of some bodies.
type marks struct {
	width        int
	right, wrong []uint64 // so many words a body; wrong is nil where nothing counts against one
}

func newMarks(bodies, width int, wrong bool) *marks {
	x := &marks{width: width, right: make([]uint64, bodies*width)}
	if wrong {
		x.wrong = make([]uint64, bodies*width)
	}
	return x
}

// row is the marks of a body.
func (x *marks) row(i int) (right, wrong []uint64) {
	right = x.right[i*x.width : (i+1)*x.width : (i+1)*x.width]
	if x.wrong != nil {
		wrong = x.wrong[i*x.width : (i+1)*x.width : (i+1)*x.width]
	}
	return right, wrong
}

// on counts the marks of a body that are seen: right less wrong.
func (x *marks) on(i int, seen []uint64) int32 {
	n, at := 0, i*x.width
	for j, s := range seen {
		n += bits.OnesCount64(x.right[at+j] & s)
	}
	if x.wrong != nil {
		for j, s := range seen {
			n -= bits.OnesCount64(x.wrong[at+j] & s)
		}
	}
	return int32(n)
}

// judges reports whether the units of a channel judge merit on a part of what is paid for.
func (m *Model) judges(c *channel) bool { return m.sighted != nil || c.agenda != nil }

// openEyes makes room for what standing on a part needs: marks, or else bodies as they stood.
func (m *Model) openEyes() {
	k, ok := m.landscape.(marker)
	if m.marker = k; !ok {
		if m.judged == nil {
			m.judged = m.beliefs.Clone()
		}
		return
	}
	width := agents.Width(m.scenario.Dimensions)
	if m.marks == nil || (m.marks.wrong != nil) != k.countsWrong() {
		m.marks = newMarks(m.scenario.People, width, k.countsWrong())
	}
	for _, c := range m.channels {
		c.openEyes(m, width)
	}
}

func (c *channel) openEyes(m *Model, width int) {
	wrong := m.marker.countsWrong()
	switch {
	case !c.nested && !c.ByClaims:
		c.marks = m.marks
	case c.marks == nil || c.marks == m.marks || (c.marks.wrong != nil) != wrong ||
		len(c.marks.right) != c.bodies(m)*width:
		c.marks = newMarks(c.bodies(m), width, wrong)
	}
	if c.norms == nil {
		return
	}
	if x := c.normMarks; x == nil || (x.wrong != nil) != wrong || len(x.right) != c.norms.Len()*width {
		c.normMarks = newMarks(c.norms.Len(), width, wrong)
	}
}

// look finds what a unit sees of merit this tick: marks, or, of a landscape that has none,
// dimensions. It is drawn for the unit and tick, within what the unit is about.
func (m *Model) look(sc *scratch, c *channel, unit int, t turn, seen []uint64) {
	clear(seen)
	about := c.about(unit)
	if m.marker != nil {
		m.lookAtMarks(sc, c.keys.sight, about, t, seen)
		return
	}
	if m.sighted != nil && m.sighted.Seen() > 0 {
		m.start(&sc.draw, c.keys.sight, t)
		m.sighted.Sample(streamOf2(&sc.draw), seen)
	} else {
		for i := range seen {
			seen[i] = agents.Lanes(m.scenario.Dimensions, i)
		}
	}
	for i, a := range about {
		seen[i] &= a
	}
}

// lookAll is look for the units from..to-1, in sc.sights.
func (m *Model) lookAll(sc *scratch, c *channel, from, to int) {
	width := agents.Width(m.scenario.Dimensions)
	if m.marker == nil || width > 1 || m.marker.Seen() == 0 {
		for u := from; u < to; u++ {
			m.look(sc, c, u, turn{id: u}, sc.sights[(u-from)*width:(u-from+1)*width])
		}
		return
	}
	words := sc.words[:to-from]
	c.keys.sight.FirstWords(m.tick, from, words)
	if c.agenda != nil {
		m.lookWithin(sc, c, from, words)
		return
	}
	if samples := m.marker.samples(); samples != nil {
		for i, word := range words {
			at, _ := bits.Mul64(word, uint64(len(samples)))
			sc.sights[i] = samples[at]
		}
		return
	}
	_, number, apart := m.marker.all()
	want := min(m.marker.Seen()/apart, number)
	for i, word := range words {
		d := dice{key: c.keys.sight, tick: m.tick, id: from + i, words: 1, word: word, room: 1}
		sc.sights[i] = sampleWord(&d, number, want, apart)
	}
}

// lookWithin is lookAll of units that are about something, given their first random words.
func (m *Model) lookWithin(sc *scratch, c *channel, from int, words []uint64) {
	_, _, apart := m.marker.all()
	want := m.marker.Seen() / apart
	for i, word := range words {
		m.marker.within(c.about(from+i), sc.sights[i:i+1])
		d := dice{key: c.keys.sight, tick: m.tick, id: from + i, words: 1, word: word, room: 1}
		thin(sc, &d, sc.sights[i:i+1], want)
	}
}

// sampleWord is sampleFew of marks that lie in one word.
func sampleWord(d *dice, n, k, apart int) (set uint64) {
	for top := n - k; top < n; top++ {
		bit := uint64(1) << uint(d.below(top+1)*apart&63)
		if set&bit != 0 {
			bit = 1 << uint(top*apart&63)
		}
		set |= bit
	}
	return set
}

func (m *Model) lookAtMarks(sc *scratch, key agents.Key, about []uint64, t turn, seen []uint64) {
	all, number, apart := m.marker.all()
	want := m.marker.Seen() / apart
	d := newDice(key, m.tick, t.id)
	if samples := m.marker.samples(); samples != nil && about == nil {
		at, _ := bits.Mul64(key.Word(m.tick, t.id, 0), uint64(len(samples)))
		seen[0] = samples[at]
		return
	}
	if about == nil {
		if m.marker.Seen() == 0 || want >= number {
			copy(seen, all)
			return
		}
		sampleFew(&d, number, want, apart, seen)
		return
	}
	m.marker.within(about, seen)
	if m.marker.Seen() > 0 {
		thin(sc, &d, seen, want)
	}
}

// sampleFew sets the bits at apart times k of n different numbers, drawn from all alike (Floyd's
// algorithm: Bentley and Floyd 1987, Communications of the ACM 30:754-757).
func sampleFew(d *dice, n, k, apart int, set []uint64) {
	for top := n - k; top < n; top++ {
		at := d.below(top+1) * apart
		if set[at>>6]>>uint(at&63)&1 != 0 {
			at = top * apart
		}
		set[at>>6] |= 1 << uint(at&63)
	}
}

// thin leaves k of the bits that are set, drawn from all alike; all where there are no more. Which
// of them is drawn as in sampleFew.
func thin(sc *scratch, d *dice, set []uint64, k int) {
	n := 0
	for _, w := range set {
		n += bits.OnesCount64(w)
	}
	if k >= n {
		return
	}
	if len(set) == 1 {
		set[0] = spread(sampleWord(d, n, k, 1), set[0])
		return
	}
	sc.marks = resized(sc.marks, (n+63)/64)
	drawn := sc.marks
	clear(drawn)
	sampleFew(d, n, k, 1, drawn)
	at := 0
	for i, w := range set {
		for left := w; left != 0; left &= left - 1 {
			if drawn[at>>6]>>uint(at&63)&1 == 0 {
				set[i] &^= left & -left
			}
			at++
		}
	}
}

// spread puts the bits of a word, from the lowest on, into the places that are set in another.
func spread(w, places uint64) (set uint64) {
	for ; w != 0; w >>= 1 {
		lowest := places & -places
		set |= lowest & -(w & 1)
		places ^= lowest
	}
	return set
}

// judge finds the standing of a unit and of its voices on what the unit sees, in sc.standing.
func (m *Model) judge(sc *scratch, c *channel, unit int, v heard, seen []uint64) (own int32) {
	sc.standing = sc.standing[:0]
	if m.marker == nil {
		for _, p := range v.ids {
			sc.standing = append(sc.standing, m.asSeen().ScoreOn(m.judgedBody(c, int(p)), seen))
		}
		return m.asSeen().ScoreOn(m.judgedOwn(c, unit), seen)
	}
	points := m.marker.points()
	for _, p := range v.ids {
		sc.standing = append(sc.standing, points*c.marks.on(int(p), seen))
	}
	if c.norms == nil {
		return points * c.marks.on(unit, seen)
	}
	return points * c.normMarks.on(unit, seen)
}

// asSeen is the landscape, which can score a part.
func (m *Model) asSeen() Sighted { return m.landscape.(Sighted) }

// judgedBody is the body by which a voice is judged: as it stood when the tick began, or what was
// said.
func (m *Model) judgedBody(c *channel, voice int) agents.Knowledge {
	switch {
	case voice >= m.scenario.People:
		return c.stood.Row(voice - m.scenario.People)
	case c.ByClaims:
		return c.claims.Row(voice)
	}
	return m.judged.Row(voice)
}

func (m *Model) judgedOwn(c *channel, unit int) agents.Knowledge {
	if c.norms == nil {
		return m.judgedBody(c, unit)
	}
	return c.norms.Row(unit)
}
