package sim

import (
	"fmt"
	"math/bits"
	"slices"

	"orglearn/agents"
	"orglearn/agents/kernel"
	"orglearn/network"
)

// Event is what happens between ticks. Happen is called at every tick, tick 0 included, after the
// cycle; its stream holds the chance of this event at this tick.
type Event interface {
	Happen(m *Model, s *agents.Stream)
}

// EventFunc makes an event of a function.
type EventFunc func(m *Model, s *agents.Stream)

// Happen calls f.
func (f EventFunc) Happen(m *Model, s *agents.Stream) { f(m, s) }

// Order is when an event happens among those of its tick.
type Order int

// Within a tick the world changes first, then the people, then the structure.
const (
	Environment Order = iota
	People
	Structure
)

// Ordered is an event that says when it happens; one that does not say counts with People.
type Ordered interface{ Order() Order }

// channeled is an event in one channel.
type channeled interface{ channel() string }

// Named is an event that has a name, by which its chance is keyed. Whoever adds or removes events
// of his own names them: unnamed ones are numbered in their order, all as one kind, so that what
// one of them draws depends on how many there are before it. The name of a Go type plays no part.
type Named interface{ Name() string }

// Switched is an event that can say that it is off: that it never changes anything. It is then not
// counted among those of its name, so that it changes nobody else's chance.
type Switched interface{ Off() bool }

type scheduled struct {
	event Event
	name  string
	order Order
	key   kernel.Key
}

// unnamed is the name under which users' events without a name are numbered.
const unnamed = "an event without a name"

// schedule orders the events. Chance is keyed by an event's name and its number among those of the
// name that are on.
func (m *Model) schedule() {
	seen := map[string]int{}
	for _, e := range m.scenario.Events {
		if s, ok := e.(Switched); ok && s.Off() {
			continue
		}
		name := unnamed
		if n, ok := e.(Named); ok {
			name = n.Name()
		}
		order := People
		if o, ok := e.(Ordered); ok {
			order = o.Order()
		}
		key := m.key("event", fmt.Sprintf("%s %d", name, seen[name]))
		m.events = append(m.events, scheduled{e, titleOf(e, name), order, key})
		seen[name]++
	}
	slices.SortStableFunc(m.events, func(a, b scheduled) int { return int(a.order) - int(b.order) })
}

// titleOf is how an error names an event: by its own name, or by its type.
func titleOf(e Event, name string) string {
	if name != unnamed {
		return name
	}
	return fmt.Sprintf("%T", e)
}

// happen applies the events of the tick.
func (m *Model) happen() {
	for _, e := range m.events {
		m.apply(e)
		if m.failed != nil {
			return
		}
	}
}

func (m *Model) apply(e scheduled) {
	defer m.rescue("event ", e.name)
	m.start(streamOf(m.chance), e.key, turn{})
	e.event.Happen(m, m.chance)
}

// Turnover replaces each person with probability Rate, at every tick from 1 on, by a newcomer with
// first beliefs of his own. Vacant places stay vacant.
type Turnover struct{ Rate float64 }

// Happen implements Event.
func (e Turnover) Happen(m *Model, s *agents.Stream) {
	if m.tick == 0 {
		return
	}
	for first := 0; first < m.People(); first += 64 {
		for leave := s.Coins(e.Rate, agents.Lanes(m.People()-first,
			0)); leave != 0; leave &= leave - 1 {
			if p := first + bits.TrailingZeros64(leave); !m.Vacant(p) {
				m.Replace(p)
			}
		}
	}
}

// Name implements Named.
func (Turnover) Name() string { return "turnover" }

// Off implements Switched: with a Rate of 0.
func (e Turnover) Off() bool { return e.Rate == 0 }

// Validate reports a Rate outside 0 to 1.
func (e Turnover) Validate() error { return kernel.CheckRate("Turnover.Rate", e.Rate) }

// Turbulence changes reality in each dimension with probability Rate, at every tick from 1 on.
type Turbulence struct{ Rate float64 }

// Happen implements Event.
func (e Turbulence) Happen(m *Model, s *agents.Stream) {
	if m.tick == 0 || e.Rate == 0 {
		return
	}
	l := m.landscape.Turn(e.Rate, s)
	if err := checkWorld(l, m.landscape, m.scenario.Dimensions); err != nil {
		m.fail(fmt.Sprintf("event %s: %v", e.Name(), err))
		return
	}
	m.setLandscape(l)
}

// Name implements Named.
func (Turbulence) Name() string { return "turbulence" }

// Off implements Switched: with a Rate of 0.
func (e Turbulence) Off() bool { return e.Rate == 0 }

// Validate reports a Rate outside 0 to 1.
func (e Turbulence) Validate() error { return kernel.CheckRate("Turbulence.Rate", e.Rate) }

// Order implements Ordered.
func (Turbulence) Order() Order { return Environment }

// Reshuffle draws anew who sits where in a channel, every so many ticks: units keep their sizes and
// norms, people their number of seats. The circles of a graph cannot be reshuffled: the run ends
// with an error.
type Reshuffle struct {
	Channel string
	Every   int // 1 to MaxTicks
}

// Happen implements Event.
func (e Reshuffle) Happen(m *Model, s *agents.Stream) {
	if m.tick > 0 && m.tick%e.Every == 0 {
		m.moveSeats(e.Channel, func(u *network.Units) error { return u.Reshuffle(s) })
	}
}

// Validate reports an Every outside 1 to MaxTicks.
func (e Reshuffle) Validate() error { return every("Reshuffle.Every", e.Every) }

// Name implements Named.
func (Reshuffle) Name() string { return "reshuffle" }

// Order implements Ordered.
func (Reshuffle) Order() Order      { return Structure }
func (e Reshuffle) channel() string { return e.Channel }

// RotateLeaders passes the lead of every unit of a channel to another of its members, drawn, every
// so many ticks.
type RotateLeaders struct {
	Channel string
	Every   int // 1 to MaxTicks
}

// Happen implements Event.
func (e RotateLeaders) Happen(m *Model, s *agents.Stream) {
	if m.tick > 0 && m.tick%e.Every == 0 {
		m.moveSeats(e.Channel, func(u *network.Units) error { u.RotateLeaders(s); return nil })
	}
}

// Validate reports an Every outside 1 to MaxTicks.
func (e RotateLeaders) Validate() error { return every("RotateLeaders.Every", e.Every) }

// Name implements Named.
func (RotateLeaders) Name() string { return "rotate leaders" }

// Order implements Ordered.
func (RotateLeaders) Order() Order      { return Structure }
func (e RotateLeaders) channel() string { return e.Channel }

// Reorganize gives a channel a new structure at tick At. The new units' norms are empty and their
// rule remembers nothing, but where the structure is an Inheritor.
type Reorganize struct {
	Channel   string
	At        int // 0 to MaxTicks
	Structure network.Structure
}

// Inheritor is a structure whose units may continue those that they replace: they take over the
// norm, what the unit's rule remembers, and what is remembered of people who sat and sit in it.
type Inheritor interface {
	// Heir returns the old unit that a new unit continues, or -1. Another number ends the run.
	Heir(unit int) int
}

// Happen implements Event.
func (e Reorganize) Happen(m *Model, s *agents.Stream) {
	if m.tick != e.At {
		return
	}
	if err := m.restructure(m.mustHave(e.Channel), e.Structure, s); err != nil {
		m.fail(fmt.Sprintf("channel %q: %v", e.Channel, err))
	}
}

// moveSeats rearranges a channel by a change of its units, which continue themselves.
func (m *Model) moveSeats(channel string, change func(*network.Units) error) {
	f := m.mustHave(channel)
	units := f.units.Clone(false)
	err := change(units)
	if err == nil {
		err = m.rearrange(f, units, nil, false)
	}
	if err != nil {
		m.fail(fmt.Sprintf("channel %q: %v", channel, err))
	}
}

// mustHave is the forum of a channel that an event names: a scenario without it is not built.
func (m *Model) mustHave(channel string) *forum {
	f := m.forumNamed(channel)
	if f == nil {
		panic(fmt.Sprintf("there is no channel %q", channel))
	}
	return f
}

// Validate reports an At outside 0 to MaxTicks, a nil Structure, and what the structure itself
// reports.
func (e Reorganize) Validate() error {
	if e.At < 0 || e.At > MaxTicks {
		return fmt.Errorf("Reorganize.At is %d, want 0 to %d", e.At, MaxTicks)
	}
	if e.Structure == nil {
		return fmt.Errorf("Reorganize.Structure is nil")
	}
	return valid(e.Structure)
}

// Name implements Named.
func (Reorganize) Name() string { return "reorganize" }

// Order implements Ordered.
func (Reorganize) Order() Order      { return Structure }
func (e Reorganize) channel() string { return e.Channel }

func every(field string, n int) error {
	if n >= 1 && n <= MaxTicks {
		return nil
	}
	return fmt.Errorf("%s is %d, want 1 to %d", field, n, MaxTicks)
}
