package sim

import (
	"fmt"

	"orglearn/network"
)

// Rearrange gives a channel, of beliefs or of opinions, other units. It is the only way to change
// who sits where: Reshuffle, RotateLeaders and Reorganize use it, and so should any event that you
// write. The units are copied.
//
// from(u) names the old unit that new unit u continues, or is -1 if it continues none. A nil from
// means that every unit continues the old unit of the same number. A unit that continues another
// keeps its norm and what its rule remembers. It also keeps what is remembered of the seats and
// ties of its people there. A structure that changes by itself goes on changing if there are as
// many units as before. Otherwise it stops changing.
//
// These are errors, and leave everything as it was: units of another number of people; circles
// where norms must last (Simultaneous); units that are not circles in an asynchronous scenario; and
// a result of from outside -1 to the number of old units less 1.
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

// UnitID is the number by which a unit of a channel of beliefs is known for the whole run. At first
// it is the number of the unit. A unit that continues another one keeps it where its own number
// changes (see Rearrange); where several continue one, the first of them does. A new unit gets one
// that no other had. It is for metrics with a history.
func (m *Model) UnitID(channel, unit int) int { return m.channels[channel].identities[unit] }

// identify gives each of new units the identity of the one that it continues, or one of its own.
func (f *forum) identify(units int, from origins) {
	old, ids := f.identities, resized(f.formerly, units)
	for u := range ids {
		if from != nil && from[u] >= 0 && old[from[u]] >= 0 {
			ids[u], old[from[u]] = old[from[u]], -1
			continue
		}
		ids[u] = f.identified
		f.identified++
	}
	f.identities, f.formerly = ids, old
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
	of := make(origins, units.Len())
	for u := range of {
		if of[u] = from(u); of[u] < -1 || of[u] >= f.units.Len() {
			return fmt.Errorf("new unit %d continues unit %d, want -1 (none) to %d",
				u, of[u], f.units.Len()-1)
		}
	}
	if units.Len() != f.units.Len() && !restructured {
		f.rewirer = nil
	}
	return m.move(f, units.Clone(f.rewirer != nil), of)
}

// move lets people meet in new units, which belong to the forum.
func (m *Model) move(f *forum, units *network.Units, from origins) error {
	if err := f.settle(m, units, from); err != nil {
		return err
	}
	m.survey()
	m.refitWorkers()
	return nil
}

// Revise is Rearrange for a channel of beliefs of whose units few change. It gives the channel the
// units of network.Units.Revise, whose arguments and errors it has; unit u continues unit from[u].
// Units taken from the model before are no longer valid. It uses storage again: it allocates
// nothing if there were as many units, voices and seats before.
func (m *Model) Revise(channel string, from, given []int, changed []network.Membership) error {
	number := m.Channel(channel)
	if number < 0 {
		return fmt.Errorf("sim: Revise: there is no channel %q", channel)
	}
	f := m.channels[number].forum
	units, err := f.units.Revise(from, given, changed, f.room)
	if err != nil {
		return fmt.Errorf("sim: Revise: channel %q: %w", channel, err)
	}
	if units.Len() != f.units.Len() {
		f.rewirer = nil
	}
	f.room = f.units
	return m.move(f, units, from)
}

// restructure gives a forum the units of a structure. Their norms are empty unless the structure is
// an Inheritor.
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

// forumNamed returns the forum of the channel with a name, of beliefs or of opinions, or nil.
func (m *Model) forumNamed(name string) *forum {
	for _, f := range m.forums {
		if f.name == name {
			return f
		}
	}
	return nil
}
