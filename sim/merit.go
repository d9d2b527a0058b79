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
	markMany(l *layer, from, to int, x *marks, scores []int32)
	// points is what a mark counts.
	points() int32
	// countsWrong reports whether marks can count against a body.
	countsWrong() bool
	// all are all marks, and apart how far they are from each other.
	all() (marks []uint64, number, apart int)
	// samples are all samples of as many marks as are seen, where marks lie in one word and there
	// are few samples; else nil.
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

// closeEyes drops what standing on a part needs, where all is seen.
func (m *Model) closeEyes() {
	if m.sighted != nil || m.hasAgenda {
		return
	}
	m.marker, m.marks, m.judged = nil, nil, nil
	for _, c := range m.channels {
		c.marks, c.normMarks = nil, nil
	}
}

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
	if x := c.normMarks; x == nil || (x.wrong != nil) != wrong ||
		len(x.right) != c.norms.Len()*width {
		c.normMarks = newMarks(c.norms.Len(), width, wrong)
	}
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
