package practice

import (
	"fmt"
	"math"

	"orglearn/agents"
	"orglearn/agents/kernel"
)

// MaxStages is the largest number of stages, because a unit remembers in one word which of them it
// has passed. MaxLoops is the largest number of loops.
const (
	MaxStages = 64
	MaxLoops  = 1 << 20
)

// Stages is the Agenda of a flow. It divides the m dimensions into S stages of consecutive
// dimensions. A unit goes through them in order, and does so B times (loops). A phase is one visit
// of one stage: phase v, from 0 to S·B-1, is stage v mod S of loop v div S. Only the dimensions of
// the unit's stage are open. So norms change, people learn and standing is judged within the stage,
// and nothing else changes. Claims about other dimensions have no effect. Trials that people make
// alone are bound to the stage by the rule Within.
//
// By the clock, with Ticks T, all units are in phase floor(t·S·B/T) at tick t. If S·B divides T,
// each phase lasts T/(S·B) ticks; else phases differ by one tick. After tick T the last phase
// stays open. With Ticks 0 each unit goes at its own pace. It starts in phase 0, and something must
// move it, as sim/flows.Progress does. The unit's Course then says where it is.
//
// Stages{} is off: all dimensions are always open.
//
// Stages are this library's form of a question: does one flow through a whole group learn more, or
// the same flow in small units whose members are shuffled? (Compare Derex and Boyd 2016, PNAS
// 113:2982-2987.)
type Stages struct {
	Stages int // S, 0 to MaxStages; 0: everything is always open
	Loops  int // B, 0 to MaxLoops; 0 stands for 1
	Ticks  int // T, S·B to 2^31-1; 0: each unit at its own pace
	// Block is the size of blocks that no border cuts. Stage s begins at block
	// floor(s·m/(S·Block)). It is 0 to m; 0 stands for 1.
	Block int
	// Straddle moves each border between two stages on by so many dimensions, so that borders can
	// cut blocks. Every stage must keep a dimension.
	Straddle int
	// Cumulative leaves all stages open that the unit has been in, so all of them from loop 2 on.
	Cumulative bool
}

// StagesOf returns the Stages that an Agenda is, or that it holds as a Calendar or an Allotment.
func StagesOf(agenda agents.Agenda) (stages Stages, ok bool) { return agendaIn[Stages](agenda) }

// Phases is the number S·B of phases, at least 1.
func (r Stages) Phases() int { return max(r.Stages, 1) * max(r.Loops, 1) }

// Free reports whether each unit goes at its own pace.
func (r Stages) Free() bool { return r.Stages > 0 && r.Ticks == 0 }

// Phase returns the phase of a unit at its Tick: by the clock, or from its Memory.
func (r Stages) Phase(u *agents.Unit) int { return r.phase(u.Memory, u.Tick) }

func (r Stages) phase(memory []uint64, tick int) int {
	last := r.Phases() - 1
	switch {
	case r.Free() && len(memory) > 0:
		return min(Course(memory).Phase(), last)
	case r.Free() || r.Stages == 0:
		return 0
	}
	return int(min(int64(tick)*int64(last+1)/int64(r.Ticks), int64(last)))
}

// Stage returns the stage, 0 to S-1, of a phase.
func (r Stages) Stage(phase int) int { return phase % max(r.Stages, 1) }

// Bounds returns the first dimension of a stage, and the first after it.
func (r Stages) Bounds(stage, dimensions int) (first, end int) {
	return r.border(stage, dimensions), r.border(stage+1, dimensions)
}

// border returns where a stage begins.
func (r Stages) border(stage, dimensions int) int {
	block, stages := max(r.Block, 1), max(r.Stages, 1)
	switch stage {
	case 0:
		return 0
	case stages:
		return dimensions
	}
	return stage*(dimensions/block)/stages*block + r.Straddle
}

// About implements agents.Agenda.
func (r Stages) About(u *agents.Unit, about []uint64) {
	phase := r.Phase(u)
	first, end := r.Bounds(r.Stage(phase), u.Dimensions)
	r.open(about, phase, first, end, u.Dimensions)
}

// AboutBlock implements kernel.BlockAgenda. It finds the borders of stages once for all units.
func (r Stages) AboutBlock(b *kernel.Agendas) bool {
	var borders [MaxStages + 1]int
	stages := max(r.Stages, 1)
	for s := range stages + 1 {
		borders[s] = r.border(s, b.Dimensions)
	}
	for u := b.From; u < b.To; u++ {
		phase := r.phase(b.Unit(u), b.Tick)
		stage := phase
		if stage >= stages {
			stage %= stages
		}
		r.open(b.About(u), phase, borders[stage], borders[stage+1], b.Dimensions)
	}
	return true
}

// open opens the dimensions of a stage in a phase, first to end-1, and those before if the rule is
// Cumulative.
func (r Stages) open(about []uint64, phase, first, end, dimensions int) {
	if r.Cumulative {
		first = 0
		if phase >= r.Stages {
			end = dimensions
		}
	}
	for i := range about {
		about[i] = agents.Lanes(end, i) &^ agents.Lanes(first, i)
	}
}

// Memory implements agents.Rememberer: a Course where each unit goes at its own pace.
func (r Stages) Memory(int) agents.Memory {
	if r.Free() {
		return agents.Memory{Unit: courseWords}
	}
	return agents.Memory{}
}

// Validate reports a field out of its range.
func (r Stages) Validate() error {
	for _, f := range []struct {
		name        string
		value, most int
	}{
		{"Stages", r.Stages, MaxStages}, {"Loops", r.Loops, MaxLoops},
		{"Ticks", r.Ticks, math.MaxInt32},
		{"Block", r.Block, math.MaxInt32}, {"Straddle", r.Straddle, math.MaxInt32},
	} {
		if f.value < 0 || f.value > f.most {
			return fmt.Errorf("Stages.%s is %d, want 0 to %d", f.name, f.value, f.most)
		}
	}
	if least := int64(r.Stages) * int64(max(r.Loops, 1)); r.Ticks > 0 && int64(r.Ticks) < least {
		return fmt.Errorf("Stages.Ticks is %d, want %d (one for each phase) to %d, or 0", r.Ticks,
			least, math.MaxInt32)
	}
	return nil
}

// Fits reports a Block that does not divide the dimensions, and a stage without a dimension.
func (r Stages) Fits(dimensions, _ int) error {
	if r.Stages == 0 {
		return nil
	}
	block := max(r.Block, 1)
	if dimensions%block != 0 {
		return fmt.Errorf("Stages.Block is %d, want a divisor of %d (the dimensions)", block,
			dimensions)
	}
	if most := dimensions / block; r.Stages > most {
		return fmt.Errorf("Stages.Stages is %d, want at most %d (blocks of %d dimensions)",
			r.Stages, most, block)
	}
	first, end := r.border(r.Stages-1, dimensions)-r.Straddle, dimensions
	if r.Stages > 1 && r.Straddle >= end-first {
		return fmt.Errorf("Stages.Straddle is %d, want 0 to %d: the last stage must keep a "+
			"dimension", r.Straddle, end-first-1)
	}
	return nil
}
