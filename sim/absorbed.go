package sim

import (
	"fmt"
	"slices"

	"orglearn/agents"
)

// Absorbed reports whether no later tick can change a belief, a norm or what a rule remembers. It
// runs one trial tick on a copy, in which every coin is heads and every seat is heeded.
//
// One tick is a proof only under four conditions. All rules declare themselves monotone in their
// coins (agents.Monotone). Everybody judges on all dimensions. Every voice is counted. Nothing
// happens from outside. If a condition fails, the error names what breaks it.
func Absorbed(m *Model) (bool, error) {
	if err := m.provable(); err != nil {
		return false, fmt.Errorf("sim: scenario %q: cannot prove absorption: %w", m.scenario.Name,
			err)
	}
	t := m.trial()
	if err := t.Step(); err != nil {
		return false, err
	}
	return t.same(m), nil
}

func (m *Model) provable() error {
	if m.scenario.Experience != nil {
		return fmt.Errorf("Scenario.Experience is %T, want nil", m.scenario.Experience)
	}
	if m.scenario.Reflect != nil {
		return fmt.Errorf("Scenario.Reflect is %T, want nil", m.scenario.Reflect)
	}
	if m.scenario.Asynchronous {
		return fmt.Errorf("the scenario is asynchronous")
	}
	if m.scenario.Topics > 0 {
		return fmt.Errorf("people have opinions, which are numbers")
	}
	if len(m.events) > 0 {
		return fmt.Errorf("the event %T may happen", m.events[0].event)
	}
	if m.sighted != nil {
		return fmt.Errorf("merit is judged on a sample (Seen)")
	}
	for _, c := range m.channels {
		switch {
		case c.Heed > 0:
			return fmt.Errorf("channel %q: Heed is %d, want 0", c.Name, c.Heed)
		case c.rewirer != nil:
			return fmt.Errorf("channel %q: %T changes by itself", c.Name, c.rewirer)
		case c.Participate != nil:
			return fmt.Errorf("channel %q: Participate is %T, want nil", c.Name, c.Participate)
		case c.Agenda != nil:
			return fmt.Errorf("channel %q: Agenda is %T, want nil", c.Name, c.Agenda)
		case c.Ask != nil:
			return fmt.Errorf("channel %q: Ask is %T, want nil", c.Name, c.Ask)
		case c.nested:
			return fmt.Errorf("channel %q: units hear other units", c.Name)
		}
		for _, rule := range []any{c.Externalize, c.Objectify, c.Internalize} {
			if r, ok := rule.(agents.Monotone); !ok || !r.Monotone() {
				return fmt.Errorf("channel %q: %T does not say that it is monotone in its coins",
					c.Name, rule)
			}
		}
	}
	return nil
}

// trial is a copy in which every coin is heads and everybody heeds all his seats. In its next tick
// it is the turn of every channel.
func (m *Model) trial() *Model {
	t := m.Clone()
	t.scenario.Attention, t.scenario.Stop, t.scenario.Ticks = 0, nil, MaxTicks
	t.events = nil
	for _, f := range t.forums {
		f.every = 1
	}
	t.SetWorkers(1)
	t.workers.scratch[0].chance.AllHeads(true)
	t.workers.scratch[0].unitChance.AllHeads(true)
	return t
}

// same reports whether m and o hold the same beliefs, norms and memories.
func (m *Model) same(o *Model) bool {
	if !m.beliefs.Equal(o.beliefs) || !slices.Equal(m.selves, o.selves) {
		return false
	}
	for i, c := range m.channels {
		d := o.channels[i]
		if c.flow.Taken > 0 {
			return false // two seats may change a belief and change it back
		}
		if c.norms != nil && !c.norms.Equal(d.norms) {
			return false
		}
		if !c.says.equal(&d.says) || !c.takes.equal(&d.takes) || !c.makes.equal(&d.makes) {
			return false
		}
	}
	return true
}
