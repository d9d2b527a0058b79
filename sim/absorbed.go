package sim

import (
	"fmt"

	"orglearn/agents"
)

// Absorbed reports whether no later tick can change a belief, a norm or what a rule remembers. It runs one trial tick on a copy, in
// which every coin is heads and every seat is heeded.
//
// That is proof only where rules declare themselves monotone in their coins (agents.Monotone), everybody judges on everything,
// every voice is counted and nothing happens from outside: anything else is an error that names it.
func Absorbed(m *Model) (bool, error) {
	if err := m.provable(); err != nil {
		return false, fmt.Errorf("sim: scenario %q: absorption cannot be told: %w", m.scenario.Name, err)
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
		}
		for _, rule := range []any{c.Externalize, c.Objectify, c.Internalize} {
			if r, ok := rule.(agents.Monotone); !ok || !r.Monotone() {
				return fmt.Errorf("channel %q: %T does not say that it is monotone in its coins", c.Name, rule)
			}
		}
	}
	return nil
}

// trial is a copy in which every coin is heads and everybody heeds all his seats, whose next tick is every channel's turn.
func (m *Model) trial() *Model {
	t := &Model{
		scenario: m.scenario, seed: m.seed, replicate: m.replicate, tick: m.tick,
		beliefs: m.beliefs.Clone(), standing: make([]int32, len(m.standing)), joined: m.joined, took: make([]int32, len(m.took)),
		landscape: m.landscape, keys: m.keys, simultaneous: m.simultaneous, sequential: m.sequential,
	}
	t.judged, t.scenario.Attention = t.beliefs, 0
	for _, c := range m.channels {
		d := *c
		d.Every = 1
		d.claims = agents.NewLayer(m.scenario.People, m.scenario.Dimensions)
		if c.norms != nil {
			d.norms = c.norms.Clone()
		}
		d.standing = t.standing
		if c.ByClaims {
			d.standing = make([]int32, len(t.standing))
		}
		d.says.words = append([]uint64(nil), c.says.words...)
		d.takes.words = append([]uint64(nil), c.takes.words...)
		d.unitMemory.words = append([]uint64(nil), c.unitMemory.words...)
		t.channels = append(t.channels, &d)
	}
	t.SetWorkers(1)
	t.workers.scratch[0].stream.AllHeads(true)
	t.workers.scratch[0].unitStream.AllHeads(true)
	return t
}

// same reports whether m and o hold the same beliefs, norms and memories.
func (m *Model) same(o *Model) bool {
	if !m.beliefs.Equal(o.beliefs) {
		return false
	}
	for i, c := range m.channels {
		d := o.channels[i]
		if c.flow.Taken > 0 {
			return false // two seats that pull apart may leave a belief where it was
		}
		if c.norms != nil && !c.norms.Equal(d.norms) {
			return false
		}
		if !equal(c.says.words, d.says.words) || !equal(c.takes.words, d.takes.words) || !equal(c.unitMemory.words, d.unitMemory.words) {
			return false
		}
	}
	return true
}

func equal(a, b []uint64) bool {
	for i, x := range a {
		if x != b[i] {
			return false
		}
	}
	return true
}
