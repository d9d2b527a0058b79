package flows

import (
	"fmt"

	"orglearn/agents"
	"orglearn/agents/practice"
	"orglearn/sim"
)

// StagesOf returns the practice.Stages of a channel of beliefs, if its Agenda is that, or a
// practice.Calendar or a practice.Allotment of that.
func StagesOf(s sim.Scenario, channel string) (stages practice.Stages, ok bool) {
	for _, c := range s.Channels {
		if c.Name == channel {
			return practice.StagesOf(c.Agenda)
		}
	}
	return stages, false
}

// Phase returns the phase of a unit at the model's tick: the one of the next cycle. It is 0 in a
// channel without practice.Stages.
func Phase(m *sim.Model, channel string, unit int) int {
	stages, _ := StagesOf(m.Scenario(), channel)
	return phaseAt(m, stages, channel, unit, m.Tick())
}

// Phases returns the phases of all units of a channel: see Phase.
func Phases(m *sim.Model, channel string) []int {
	stages, _ := StagesOf(m.Scenario(), channel)
	all := make([]int, m.Units(m.Channel(channel)).Len())
	for u := range all {
		all[u] = phaseAt(m, stages, channel, u, m.Tick())
	}
	return all
}

// phaseAt is Phase at a tick, given the Agenda. At its own pace a unit has its phase of now.
func phaseAt(m *sim.Model, stages practice.Stages, channel string, unit, tick int) int {
	return stages.Phase(&agents.Unit{
		ID: unit, Tick: tick, Dimensions: m.Dimensions(), Memory: courseOf(m, channel, unit),
	})
}

// courseOf returns the Course of a unit; nil: the channel goes by the clock.
func courseOf(m *sim.Model, channel string, unit int) practice.Course {
	if stages, _ := StagesOf(m.Scenario(), channel); !stages.Free() {
		return nil
	}
	remembered, err := m.Remembered(channel)
	if err != nil {
		panic(err)
	}
	return remembered.Agenda(unit)
}

// Decreed is the number of phases of a unit that began by decree until the model's tick. By the
// clock these are all phases but the first.
func Decreed(m *sim.Model, channel string, unit int) int {
	if course := courseOf(m, channel, unit); course != nil {
		return course.Decreed()
	}
	return Phase(m, channel, unit)
}

// PhaseEnd chooses the units whose phase begins at this tick: another has just ended. By the clock
// these are all units, or none. It is a sim.Chooser for a channel whose Agenda is practice.Stages.
type PhaseEnd struct{}

// Chooses implements sim.Chooser.
func (PhaseEnd) Chooses(m *sim.Model, channel string, unit int) bool {
	if m.Tick() == 0 {
		return false
	}
	if course := courseOf(m, channel, unit); course != nil {
		return course.Since() == m.Tick()
	}
	stages, _ := StagesOf(m.Scenario(), channel)
	return phaseAt(m, stages, channel, unit, m.Tick()) !=
		phaseAt(m, stages, channel, unit, m.Tick()-1)
}

// Suits reports a channel whose Agenda is not practice.Stages.
func (PhaseEnd) Suits(s sim.Scenario, channel string) error {
	if _, ok := StagesOf(s, channel); !ok {
		return fmt.Errorf("flows.PhaseEnd in channel %q, want one of beliefs whose Agenda is "+
			"practice.Stages", channel)
	}
	return nil
}
