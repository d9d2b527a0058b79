package sim

import (
	"fmt"

	"orglearn/network"
)

// Rearrange gives a channel, of beliefs or of opinions, other units. It is the one way in which who
// sits where changes: Reshuffle, RotateLeaders and Reorganize go through it, and so does an event
// of one's own. from(u) names the old unit which new unit u continues, or -1; nil means that every
// unit continues that of its number. A unit that continues another keeps its norm and what its rule
// remembers, and of its people what is remembered of their seats and ties there. The units are
// copied. A structure that changes by itself goes on doing so if there are as many units as before,
// and else ends.
//
// Units of other than the model's people, circles where norms must last (Simultaneous), units that
// are no circles in an asynchronous scenario, and a from outside of -1 to the number of old units
// less 1 are errors, after which everything is as it was.
func (m *Model) Rearrange(channel string, units *network.Units, from func(unit int) int) error {
	f := m.forumNamed(channel)
	if f == nil {
		return fmt.Errorf("sim: Rearrange: there is no channel %q", channel)
	}
	if err := m.rearrange(f, units, from, false); err != nil {
		return fmt.Errorf("sim: Rearrange: channel %q: %w", channel, err)
	}
	return nil
}

func (m *Model) rearrange(
	f *forum, units *network.Units, from func(unit int) int, restructured bool,
) error {
	if err := f.accept(m, units, units); err != nil {
		return err
	}
	if from == nil {
		from = func(unit int) int { return unit }
		if units.Len() != f.units.Len() {
			return fmt.Errorf("%d units for %d, and from is nil: say which unit continues which",
				units.Len(), f.units.Len())
		}
	}
	of := make([]int, units.Len())
	for u := range of {
		if of[u] = from(u); of[u] < -1 || of[u] >= f.units.Len() {
			return fmt.Errorf("new unit %d continues unit %d, want -1 (none) to %d",
				u, of[u], f.units.Len()-1)
		}
	}
	if units.Len() != f.units.Len() && !restructured {
		f.rewirer = nil
	}
	if err := f.settle(m, units, func(u int) int { return of[u] }); err != nil {
		return err
	}
	m.survey()
	workers := len(m.workers.scratch)
	m.workers.scratch = nil // what workers need depends on the units
	m.SetWorkers(workers)
	return nil
}

// restructure gives a forum the units of a structure, whose norms are empty but where the structure
// is an Inheritor.
func (m *Model) restructure(f *forum, s network.Structure, src network.Source) error {
	units, err := s.Build(m.scenario.People, src)
	if err != nil {
		return err
	}
	from := func(int) int { return -1 }
	if heirs, ok := s.(Inheritor); ok {
		from = heirs.Heir
	}
	old := f.rewirer
	f.rewirer, _ = network.RewirerOf(s)
	if err := m.rearrange(f, units, from, true); err != nil {
		f.rewirer = old
		return err
	}
	return nil
}

// forumNamed is the forum of a channel's name, of beliefs or of opinions, or nil.
func (m *Model) forumNamed(name string) *forum {
	for _, f := range m.forums {
		if f.name == name {
			return f
		}
	}
	return nil
}
