package flows

import (
	"fmt"

	"orglearn/agents/practice"
	"orglearn/network"
	"orglearn/sim"
)

// Progress moves the units of a channel through the phases of practice.Stages, each at its own pace
// (Stages.Ticks is 0). After every cycle it examines the members of each unit, those who learn from
// it. A member masters the unit's stage if he is right in at least Mastery sixteenths of its
// dimensions. The unit masters it if at least Share sixteenths of its members do. Then its next
// phase begins. It begins by decree once the unit has been in its phase for Limit ticks. In the
// last phase a unit stays to the end, also if it has mastered it.
//
// The exam compares beliefs with the truth, so it is an oracle. With ByNorm it compares them with
// the norm of the unit instead: no oracle, and complacent by design.
//
// With Bound, no unit may be more than Within phases ahead of the slowest. One that would be waits,
// and is examined again after the next cycle. The phases compared are those that begin now. So
// Within 0 is one clock: all units move at once, in a tick in which all are ready.
//
// With Back, a unit is examined on the stages of its loop before the present one that it has
// mastered at some time. At the first in which it now fails, it returns there, in the same loop,
// and goes on from there. That happens where people or the world change. A stage that it left by
// decree is not examined again.
//
// [X] In four stages of 16 dimensions, an isolated unit of 5 people can ever be right in a
// dimension with 1-(2/3)^5 = .868. So 15 of 16 can be reached by 36 % of such units, and 13 of 16
// by 85 %: without a Limit the flow gets stuck.
type Progress struct {
	Channel string
	Mastery int // sixteenths of a stage in which one must be right, 0 to 16; 0: there is no exam
	Share   int // sixteenths of the members who must master, 0 to 16; 0: there is no exam
	Limit   int // ticks after which a phase ends anyway, 0 to MaxTicks; 0: never
	// Exam is the number of dimensions of the stage on which a unit is examined, drawn anew for
	// each unit, tick and stage, and the same for all its members. 0, and more than there are: all.
	Exam   int
	ByNorm bool // right is what the unit's norm says; where the norm is empty, nothing is right
	Bound  bool
	Within int // phases, 0 to MaxTicks
	Back   bool
}

// sixteenths is the whole of a Mastery and of a Share.
const sixteenths = 16

// step is what a unit does after a cycle.
type step struct {
	to      int // phase
	moves   bool
	decreed bool
}

// move decides the step of a unit whose exams are given.
func (e Progress) move(r practice.Stages, c practice.Course, tick int, passes func(stage int) bool,
) step {
	phase := c.Phase()
	stage := r.Stage(phase)
	mastered := passes(stage)
	if mastered {
		c.Pass(stage)
	}
	for earlier := 0; e.Back && earlier < stage; earlier++ {
		if c.Passed(earlier) && !passes(earlier) {
			c.Fail(earlier)
			return step{to: phase - stage + earlier, moves: true}
		}
	}
	timeout := e.Limit > 0 && tick-c.Since() >= e.Limit
	if phase == r.Phases()-1 || !mastered && !timeout {
		return step{to: phase}
	}
	return step{to: phase + 1, moves: true, decreed: !mastered}
}

// hold keeps units back that would be too far ahead.
func (e Progress) hold(steps []step, phases []int) {
	if !e.Bound {
		return
	}
	slowest := steps[0].to
	for _, s := range steps {
		slowest = min(slowest, s.to)
	}
	for u, s := range steps {
		if s.to > phases[u] && s.to-slowest > e.Within {
			steps[u] = step{to: phases[u]}
		}
	}
}

// Name implements sim.Named.
func (Progress) Name() string { return "progress" }

// Order implements sim.Ordered: before people change seats.
func (Progress) Order() sim.Order { return sim.People }

// Off implements sim.Switched: without a Limit, and without an exam.
func (e Progress) Off() bool { return e.Limit == 0 && !e.examines() }

func (e Progress) examines() bool { return e.Mastery > 0 && e.Share > 0 }

// Validate reports a field out of its range.
func (e Progress) Validate() error {
	for _, f := range []struct {
		name        string
		value, most int
	}{
		{"Mastery", e.Mastery, sixteenths}, {"Share", e.Share, sixteenths},
		{"Limit", e.Limit, sim.MaxTicks}, {"Exam", e.Exam, sim.MaxDimensions},
		{"Within", e.Within, sim.MaxTicks},
	} {
		if f.value < 0 || f.value > f.most {
			return fmt.Errorf("Progress.%s is %d, want 0 to %d", f.name, f.value, f.most)
		}
	}
	return nil
}

// Suits reports a channel whose Agenda is not practice.Stages at each unit's own pace.
func (e Progress) Suits(s sim.Scenario) error {
	if r, ok := StagesOf(s, e.Channel); !ok || !r.Free() {
		return fmt.Errorf("Progress.Channel is %q, want a channel of beliefs whose Agenda is "+
			"practice.Stages with Ticks 0", e.Channel)
	}
	return e.hasNorms(s)
}

// hasNorms reports a ByNorm among circles whose norms last one tick.
func (e Progress) hasNorms(s sim.Scenario) error {
	for _, c := range s.Channels {
		circles, is := c.Structure.(network.Circles)
		if e.ByNorm && c.Name == e.Channel && is && !circles.Lasting {
			return fmt.Errorf("Progress.ByNorm is true, want false in %q: the norms of circles "+
				"last one tick", e.Channel)
		}
	}
	return nil
}
