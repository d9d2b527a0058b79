package sim

import (
	"math/bits"

	"orglearn/agents"
)

// A mark is a bit for something that a body of beliefs is paid for, such as a block of dimensions
// in which it is wholly right. A unit sees a set of marks, so standing on what it sees is a count
// of bits. A landscape whose score is such a count is a marker. For any other Sighted landscape the
// engine calls ScoreOn.
type marker interface {
	Sighted
	// mark finds the marks of a body: right ones count for it, wrong ones against it. wrong may be
	// nil if countsWrong is false.
	mark(k agents.Knowledge, right, wrong []uint64)
	// markMany is mark for the rows from..to-1 of a layer. It also finds their scores.
	markMany(l *layer, from, to int, x *marks, scores []int32)
	// points is the score of one mark.
	points() int32
	// countsWrong reports whether marks can count against a body.
	countsWrong() bool
	// all returns the set of all marks, their number, and how many lanes apart they are.
	all() (marks []uint64, number, apart int)
	// samples lists all sets of marks that a unit may see, if marks lie in one word and there are
	// few sets; else it is nil.
	samples() []uint64
	// within finds the marks all of whose dimensions are in a set, for one set or more.
	within(dimensions, marks []uint64)
}

// marks holds the marks of a list of bodies.
type marks struct {
	width        int
	right, wrong []uint64 // width words a body; wrong is nil if marks cannot count against one
}

func newMarks(bodies, width int, wrong bool) *marks { return new(marks).of(bodies, width, wrong) }

// of makes x the marks of other bodies, which are not known yet. A nil x stands for new ones.
func (x *marks) of(bodies, width int, wrong bool) *marks {
	if x == nil {
		x = new(marks)
	}
	x.width, x.right = width, resized(x.right, bodies*width)
	if wrong {
		x.wrong = resized(x.wrong, bodies*width)
	} else {
		x.wrong = nil
	}
	return x
}

// row returns the marks of a body.
func (x *marks) row(i int) (right, wrong []uint64) {
	right = x.right[i*x.width : (i+1)*x.width : (i+1)*x.width]
	if x.wrong != nil {
		wrong = x.wrong[i*x.width : (i+1)*x.width : (i+1)*x.width]
	}
	return right, wrong
}

// on counts the marks of a body that are seen: right minus wrong.
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

// judges reports whether the units of a channel judge merit on a part of the dimensions.
func (m *Model) judges(c *channel) bool { return m.sighted != nil || c.agenda != nil }

// closeEyes drops the storage for standing on a part, if all is seen.
func (m *Model) closeEyes() {
	if m.sighted != nil || m.hasAgenda {
		return
	}
	m.marker, m.marks, m.judged = nil, nil, nil
	for _, c := range m.channels {
		c.marks, c.normMarks = nil, nil
	}
}

// openEyes makes room for what standing on a part needs: marks, or copies of bodies if the
// landscape has no marks.
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
		c.normMarks = x.of(c.norms.Len(), width, wrong)
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

// asSeen returns the landscape, which must be Sighted.
func (m *Model) asSeen() Sighted { return m.landscape.(Sighted) }

// judgedBody returns the body by which a voice is judged: its beliefs or norm when the tick began,
// or its claim.
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
