package sim

import (
	"fmt"
	"math/bits"
	"slices"

	"orglearn/agents"
	"orglearn/network"
)

// Event is what happens between ticks. Happen is called at every tick, tick 0 included, after the cycle; its stream holds the chance
// of this event at this tick.
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

type scheduled struct {
	event Event
	name  string // its type
	order Order
	key   agents.Key
}

// schedule orders the events. Chance is keyed by the type of an event and its number among those of its type.
func (m *Model) schedule() {
	seen := map[string]int{}
	for _, e := range m.scenario.Events {
		name := fmt.Sprintf("%T", e)
		order := People
		if o, ok := e.(Ordered); ok {
			order = o.Order()
		}
		m.events = append(m.events, scheduled{e, name, order, m.key("event", fmt.Sprintf("%s %d", name, seen[name]))})
		seen[name]++
	}
	slices.SortStableFunc(m.events, func(a, b scheduled) int { return int(a.order) - int(b.order) })
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
	m.chance.Reset(e.key, m.tick, 0)
	e.event.Happen(m, &m.chance)
}

// Turnover replaces each person with probability Rate, at every tick from 1 on, by a newcomer with first beliefs of his own.
type Turnover struct{ Rate float64 }

// Happen implements Event.
func (e Turnover) Happen(m *Model, s *agents.Stream) {
	if m.tick == 0 {
		return
	}
	for first := 0; first < m.People(); first += 64 {
		for leave := s.Coins(e.Rate, agents.Lanes(m.People()-first, 0)); leave != 0; leave &= leave - 1 {
			m.Replace(first + bits.TrailingZeros64(leave))
		}
	}
}

// Validate reports a Rate outside 0 to 1.
func (e Turnover) Validate() error { return rate("Turnover.Rate", e.Rate) }

// Turbulence changes reality in each dimension with probability Rate, at every tick from 1 on.
type Turbulence struct{ Rate float64 }

// Happen implements Event.
func (e Turbulence) Happen(m *Model, s *agents.Stream) {
	if m.tick > 0 && e.Rate > 0 {
		m.setLandscape(m.landscape.Turn(e.Rate, s))
	}
}

// Validate reports a Rate outside 0 to 1.
func (e Turbulence) Validate() error { return rate("Turbulence.Rate", e.Rate) }

// Order implements Ordered.
func (Turbulence) Order() Order { return Environment }

// Reshuffle draws anew who sits where in a channel, every so many ticks: units keep their sizes and norms, people their number of
// seats. The circles of a graph cannot be reshuffled: the run ends with an error.
type Reshuffle struct {
	Channel string
	Every   int // 1 or more
}

// Happen implements Event.
func (e Reshuffle) Happen(m *Model, s *agents.Stream) {
	if m.tick > 0 && m.tick%e.Every == 0 {
		if err := m.channelNamed(e.Channel).units.Reshuffle(s); err != nil {
			m.fail(fmt.Sprintf("channel %q: %v", e.Channel, err))
		}
	}
}

// Validate reports an Every below 1.
func (e Reshuffle) Validate() error { return every("Reshuffle.Every", e.Every) }

// Order implements Ordered.
func (Reshuffle) Order() Order      { return Structure }
func (e Reshuffle) channel() string { return e.Channel }

// RotateLeaders passes the lead of every unit of a channel to another of its members, drawn, every so many ticks.
type RotateLeaders struct {
	Channel string
	Every   int // 1 or more
}

// Happen implements Event.
func (e RotateLeaders) Happen(m *Model, s *agents.Stream) {
	if m.tick > 0 && m.tick%e.Every == 0 {
		m.channelNamed(e.Channel).units.RotateLeaders(s)
	}
}

// Validate reports an Every below 1.
func (e RotateLeaders) Validate() error { return every("RotateLeaders.Every", e.Every) }

// Order implements Ordered.
func (RotateLeaders) Order() Order      { return Structure }
func (e RotateLeaders) channel() string { return e.Channel }

// Reorganize gives a channel a new structure at tick At. The new units' norms are empty, but where the structure is an Inheritor.
type Reorganize struct {
	Channel   string
	At        int // 0 or more
	Structure network.Structure
}

// Inheritor is a structure whose units may take over the norms of those they replace.
type Inheritor interface {
	// Heir returns the old unit whose norm a new unit takes over, or -1.
	Heir(unit int) int
}

// Happen implements Event.
func (e Reorganize) Happen(m *Model, s *agents.Stream) {
	if m.tick != e.At {
		return
	}
	c := m.channelNamed(e.Channel)
	old := c.norms
	if err := m.arrange(c, e.Structure, s); err != nil {
		m.fail(fmt.Sprintf("channel %q: %v", e.Channel, err))
		return
	}
	if heirs, ok := e.Structure.(Inheritor); ok && old != nil && c.norms != nil {
		for u := range c.norms.Len() {
			if from := heirs.Heir(u); from >= 0 && from < old.Len() {
				copy(c.norms.Row(u), old.Row(from))
			}
		}
	}
}

// Validate reports an At below 0, a nil Structure, and what the structure itself reports.
func (e Reorganize) Validate() error {
	if e.At < 0 {
		return fmt.Errorf("Reorganize.At is %d, want 0 or more", e.At)
	}
	if e.Structure == nil {
		return fmt.Errorf("Reorganize.Structure is nil")
	}
	return valid(e.Structure)
}

// Order implements Ordered.
func (Reorganize) Order() Order      { return Structure }
func (e Reorganize) channel() string { return e.Channel }

func rate(field string, p float64) error {
	if p >= 0 && p <= 1 {
		return nil
	}
	return fmt.Errorf("%s is %v, want 0 to 1", field, p)
}

func every(field string, n int) error {
	if n >= 1 {
		return nil
	}
	return fmt.Errorf("%s is %d, want 1 or more", field, n)
}
