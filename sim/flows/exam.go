package flows

import (
	"math/bits"

	"orglearn/agents"
	"orglearn/agents/practice"
	"orglearn/sim"
)

// Happen implements sim.Event.
func (e Progress) Happen(m *sim.Model, s *agents.Stream) {
	if m.Tick() == 0 {
		return
	}
	x := examiner{
		Progress: e, model: m, channel: m.Channel(e.Channel), chance: s,
		open: make([]uint64, agents.Width(m.Dimensions())), bodies: m.Bodies(),
		vacant: m.Present() < m.People(),
	}
	if e.examines() && !e.ByNorm {
		x.right = m.Landscape().Truth()
	}
	x.stages, _ = StagesOf(m.Scenario(), e.Channel)
	n := m.Units(x.channel).Len()
	steps, phases := make([]step, n), make([]int, n)
	courses, err := m.Remembered(e.Channel)
	if err != nil {
		panic(err)
	}
	for u := range n {
		course := practice.Course(courses.Agenda(u))
		phases[u] = course.Phase()
		steps[u] = e.move(x.stages, course, m.Tick(), func(stage int) bool {
			return x.passes(u, stage)
		})
	}
	e.hold(steps, phases)
	for u, s := range steps {
		if s.moves {
			practice.Course(courses.Agenda(u)).Enter(s.to, m.Tick(), s.decreed)
		}
	}
}

// examiner examines the units of a channel.
type examiner struct {
	Progress
	model   *sim.Model
	stages  practice.Stages
	channel int
	chance  *agents.Stream
	open    []uint64 // scratch: the dimensions of an exam
	whole   int      // the stage, counted from 1, of which they are all dimensions; 0: none
	asked   int      // the number of its dimensions
	drawn   []int    // scratch
	bodies  []agents.Word
	right   agents.Knowledge // what is right, unless it is the norm of the unit
	vacant  bool             // some places are
}

// passes reports whether enough members of a unit pass the exam on a stage.
func (x *examiner) passes(unit, stage int) bool {
	if !x.examines() {
		return false
	}
	asked := x.ask(stage)
	right, width := x.right, len(x.open)
	if x.ByNorm {
		right = x.model.Norm(x.channel, unit)
	}
	members, masters := 0, 0
	for _, p := range x.model.Units(x.channel).Audience(unit) {
		if x.vacant && x.model.Vacant(int(p)) {
			continue
		}
		members++
		body := x.bodies[int(p)*width : (int(p)+1)*width]
		if sixteenths*agree(body, right, x.open) >= x.Mastery*asked {
			masters++
		}
	}
	return members > 0 && sixteenths*masters >= x.Share*members
}

// ask sets the dimensions of an exam on a stage, and returns their number.
func (x *examiner) ask(stage int) int {
	if x.whole == stage+1 {
		return x.asked
	}
	first, end := x.stages.Bounds(stage, x.model.Dimensions())
	clear(x.open)
	if x.whole = 0; x.Exam == 0 || x.Exam >= end-first {
		x.whole, x.asked = stage+1, end-first
		for d := first; d < end; d++ {
			x.open[d/64] |= 1 << uint(d%64)
		}
		return end - first
	}
	x.drawn = x.drawn[:0]
	for d := first; d < end; d++ {
		x.drawn = append(x.drawn, d)
	}
	for i := range x.Exam {
		j := i + x.chance.IntN(len(x.drawn)-i)
		x.drawn[i], x.drawn[j] = x.drawn[j], x.drawn[i]
		x.open[x.drawn[i]/64] |= 1 << uint(x.drawn[i]%64)
	}
	return x.Exam
}

// agree counts the dimensions of a mask in which two bodies hold the same belief, not none.
func agree(a, b agents.Knowledge, mask []uint64) int {
	n := 0
	for i, m := range mask {
		n += bits.OnesCount64((a[i].Yes&b[i].Yes | a[i].No&b[i].No) & m)
	}
	return n
}
