package whatif

import (
	"fmt"
	"slices"

	"orglearn/network"
	"orglearn/sim"
)

// editing is a channel whose units are being changed: a copy of its memberships, and which old unit
// each one continues.
type editing struct {
	model   *sim.Model
	channel string
	units   *network.Units // as they are; do not change
	now     []network.Membership
	from    []int // old unit, or -1
}

// edit begins to change the units of a channel.
func edit(m *sim.Model, channel string) (*editing, error) {
	u, err := unitsOf(m, channel)
	if err != nil {
		return nil, err
	}
	if u.Graph() != nil {
		return nil, fmt.Errorf("channel %q: its units are the circles of a graph, want units "+
			"such as teams: change its ties instead", channel)
	}
	e := &editing{model: m, channel: channel, units: u}
	for k := range u.Len() {
		e.now, e.from = append(e.now, u.Membership(k)), append(e.from, k)
	}
	return e, nil
}

// unitsOf returns the units of a channel of beliefs that does not change by itself.
func unitsOf(m *sim.Model, channel string) (*network.Units, error) {
	c := m.Channel(channel)
	if c < 0 {
		return nil, fmt.Errorf("there is no channel %q", channel)
	}
	structure := m.Scenario().Channels[c].Structure
	if _, rewires := network.RewirerOf(structure); rewires {
		return nil, fmt.Errorf("channel %q: its structure %T changes by itself, and would undo "+
			"the change", channel, structure)
	}
	return m.Units(c), nil
}

// checkUnit reports a unit that is not there.
func (e *editing) checkUnit(unit int) error {
	if unit < 0 || unit >= len(e.now) {
		return fmt.Errorf("channel %q: unit %d, want 0 to %d", e.channel, unit, len(e.now)-1)
	}
	return nil
}

// finish gives the channel its new units.
func (e *editing) finish() error {
	units, err := network.NewUnits(e.model.People(), e.now...)
	if err != nil {
		return err
	}
	return e.model.Rearrange(e.channel, units, func(unit int) int { return e.from[unit] })
}

// people are all who are heard in a unit or learn from it, ascending.
func (e *editing) people(unit int) []int32 {
	return sorted(append(slices.Clone(e.units.Voices(unit)), e.units.Audience(unit)...))
}

func sorted(people []int32) []int32 {
	people = slices.Clone(people)
	slices.Sort(people)
	return slices.Compact(people)
}

// voicesOf returns the voices among some people.
func voicesOf(all []network.Voice, of func(person int32) bool) []network.Voice {
	return slices.DeleteFunc(slices.Clone(all), func(v network.Voice) bool {
		return !of(v.Person)
	})
}

// audienceOf returns who learns from a unit, as a list, among some people.
func (e *editing) audienceOf(unit int, of func(person int32) bool) []int32 {
	all := slices.DeleteFunc(slices.Clone(e.units.Audience(unit)), func(p int32) bool {
		return !of(p)
	})
	if all == nil {
		return []int32{} // nil would be the voices
	}
	return all
}
