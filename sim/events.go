package sim

import (
	"fmt"
	"math/bits"
	"slices"

	"orglearn/agents"
	"orglearn/agents/kernel"
	"orglearn/network"
)

// Event is something that happens between ticks. Happen is called at every tick, tick 0 included,
// after the cycle. Its stream holds the chance of this event at this tick.
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

// Ordered is an event that says when within its tick it happens. An event that is not Ordered
// happens with the events of People.
type Ordered interface{ Order() Order }

// channeled is an event that happens in one channel.
type channeled interface{ channel() string }

// Named is an event with a name, and its chance is keyed by that name. Name your events if you add
// or remove some. Events without a name are numbered together in their order in the scenario. So
// the chance of one depends on how many come before it. The name of its Go type has no effect.
type Named interface{ Name() string }

// Suited is an event that can say whether a scenario suits it. Suits returns an error that names
// what does not. It is asked when the scenario is validated.
type Suited interface{ Suits(s Scenario) error }

// Switched is an event that can say that it is off, which means that it never changes anything. It
// is then not numbered among the events of its name. So it leaves the chance of the others as it
// is.
type Switched interface{ Off() bool }

type scheduled struct {
	event Event
	name  string
	order Order
	key   kernel.Key
}

// unnamed is the name under which events without a name are numbered.
const unnamed = "an event without a name"

// schedule orders the events, and gives each its chance. The key is the name of the event, and its
// number among the events of that name that are on.
func (m *Model) schedule() {
	m.recalls = recallsOf(&m.scenario)
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

// titleOf is the name of an event in an error: its own name, or its type.
func titleOf(e Event, name string) string {
	if name != unnamed {
		return name
	}
	return fmt.Sprintf("%T", e)
}

// happen applies the events of the tick. What people know less after them, other than by turnover,
// is forgotten.
func (m *Model) happen() {
	if m.ledger != nil {
		before, turnover := m.known(), m.ledger.Turnover
		defer func() {
			m.ledger.Forgotten += before - m.known() - (m.ledger.Turnover - turnover)
		}()
	}
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

// Turnover replaces each person, at every tick from 1 on, with probability Rate (0 to 1) by a
// newcomer, whose first beliefs are drawn anew. Vacant places stay vacant.
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

// Turbulence changes reality in each dimension, at every tick from 1 on, with probability Rate (0
// to 1). See Landscape.Turn.
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

// Reorganize gives a channel a new structure at tick At. The new units have empty norms and their
// rule remembers nothing, unless the structure is an Inheritor.
type Reorganize struct {
	Channel   string
	At        int // 0 to MaxTicks
	Structure network.Structure
}

// Inheritor is a structure whose units may continue the units that they replace. A unit that does
// so takes over the norm and what the rule of the unit remembers. It also takes over what is
// remembered of people who sat in the old unit and sit in the new one.
type Inheritor interface {
	// Heir returns the number of the old unit that a new unit continues, or -1 if it continues
	// none. Any other number ends the run with an error.
	Heir(unit int) int
}

// Happen implements Event.
func (e Reorganize) Happen(m *Model, s *agents.Stream) {
	if m.tick != e.At {
		return
	}
	if err := m.restructure(m.mustFind(e.Channel), e.Structure, s); err != nil {
		m.fail(fmt.Sprintf("channel %q: %v", e.Channel, err))
	}
}

// mustFind returns the forum of a channel that an event names. Validate refuses a scenario without
// that channel, so a missing one is a bug, and panics.
func (m *Model) mustFind(channel string) *forum {
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
