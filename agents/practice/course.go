package practice

// Course is what Stages remembers of a unit that goes at its own pace: the words of
// sim.Remembered.Agenda. At first all are 0: the unit is in phase 0 since tick 0.
type Course []uint64

// courseWords is the number of words of a Course: the phase, the tick at which it began, a bit for
// each stage passed, and the number of phases that began by decree.
const courseWords = 4

// Phase is the phase in which the unit is.
func (c Course) Phase() int { return int(c[0]) }

// Since is the tick at which the phase began.
func (c Course) Since() int { return int(c[1]) }

// Passed reports whether the unit has mastered a stage at some time.
func (c Course) Passed(stage int) bool { return c[2]>>uint(stage)&1 != 0 }

// Decreed is the number of phases that began although the stage before was not mastered.
func (c Course) Decreed() int { return int(c[3]) }

// Enter begins a phase at a tick, by decree or because the stage was mastered.
func (c Course) Enter(phase, tick int, decreed bool) {
	c[0], c[1] = uint64(phase), uint64(tick)
	if decreed {
		c[3]++
	}
}

// Pass notes that the unit has mastered a stage.
func (c Course) Pass(stage int) { c[2] |= 1 << uint(stage) }

// Fail forgets that the unit has mastered a stage.
func (c Course) Fail(stage int) { c[2] &^= 1 << uint(stage) }
