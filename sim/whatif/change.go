package whatif

import (
	"fmt"
	"slices"

	"orglearn/agents"
	"orglearn/agents/kernel"
	"orglearn/sim"
)

// Change is one thing that is changed between two ticks. Make returns an error if the model does
// not have what is to be changed. The model is then as it was.
type Change interface {
	Make(m *sim.Model) error
}

// Func makes a change of a function.
type Func func(m *sim.Model) error

// Make calls f.
func (f Func) Make(m *sim.Model) error { return f(m) }

// Branch returns a copy of a model in which changes are made, one after the other. The model stays
// as it is. An error names the change that cannot be made.
func Branch(m *sim.Model, changes ...Change) (*sim.Model, error) {
	branch := m.Clone()
	for _, c := range changes {
		if err := c.Make(branch); err != nil {
			return nil, err
		}
	}
	return branch, nil
}

// Scenario returns a scenario of the given name that is the base up to a tick, at which changes are
// made after all other events. The base stays as it is. See At for errors.
func Scenario(base sim.Scenario, name string, tick int, changes ...Change) sim.Scenario {
	base.Name = name
	base.Events = append(slices.Clone(base.Events), At{Tick: tick, Changes: changes})
	return base
}

// At is the event that makes changes at a tick. It does what Branch does at the end of that tick if
// it is the last event of its scenario. A change that cannot be made ends the run with an error:
// try it with Branch before you run many.
type At struct {
	Tick    int // 0 to sim.MaxTicks
	Changes []Change
}

// Happen implements sim.Event.
func (e At) Happen(m *sim.Model, _ *agents.Stream) {
	if m.Tick() != e.Tick {
		return
	}
	for _, c := range e.Changes {
		if err := c.Make(m); err != nil {
			panic(err)
		}
	}
}

// Name implements sim.Named.
func (At) Name() string { return "what if" }

// Order implements sim.Ordered.
func (At) Order() sim.Order { return sim.Structure }

// Off implements sim.Switched: without changes.
func (e At) Off() bool { return len(e.Changes) == 0 }

// Validate reports a tick out of its range and a change that is nil.
func (e At) Validate() error {
	if e.Tick < 0 || e.Tick > sim.MaxTicks {
		return fmt.Errorf("whatif: At.Tick is %d, want 0 to %d", e.Tick, sim.MaxTicks)
	}
	if slices.Contains(e.Changes, nil) {
		return fmt.Errorf("whatif: At.Changes[%d] is nil", slices.Index(e.Changes, nil))
	}
	return nil
}

// Suits reports a tick after the last of the scenario.
func (e At) Suits(s sim.Scenario) error {
	if e.Tick > s.Ticks {
		return fmt.Errorf("whatif: At.Tick is %d, want 0 to %d, the last tick", e.Tick, s.Ticks)
	}
	return nil
}

// chance returns the random numbers of a kind of change, for a person or 0, at the model's tick.
func chance(m *sim.Model, kind string, id int) *agents.Stream {
	key := kernel.NewKey(m.Seed(), m.Replicate(), "what if", kind)
	return (*agents.Stream)(kernel.NewStream(key, m.Tick(), id))
}

// naming puts the kind of a change before its error.
func naming(kind string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("whatif: %s: %w", kind, err)
}
