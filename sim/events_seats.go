package sim

import (
	"fmt"
	"slices"

	"orglearn/agents"
	"orglearn/agents/practice"
	"orglearn/network"
)

// These events change who sits where, and who leads. Each happens at the ticks that are multiples
// of Every.

// Chooser says whether a unit of a channel takes part in an event at this tick. It draws nothing
// and does not change the model. A Chooser whose method Suits(s Scenario, channel string) returns
// an error refuses that scenario.
type Chooser interface {
	Chooses(m *Model, channel string, unit int) bool
}

// suits asks a Chooser whether a scenario suits it.
func suits(c Chooser, s Scenario, channel string) error {
	if of, ok := c.(interface {
		Suits(s Scenario, channel string) error
	}); ok {
		return of.Suits(s, channel)
	}
	return nil
}

// Placing says what a Reshuffle does with the places of leaders.
type Placing int

// A rank stays with a place, so a unit that is led is led after each of these.
const (
	LeadersMix  Placing = iota // leaders exchange places with everybody, and who gets theirs leads
	LeadersStay                // leaders stay where they are
	LeadersMove                // leaders exchange places with leaders only
)

// Reshuffle draws anew who sits where in a channel, at every tick that is a multiple of Every.
// Units keep their sizes and norms, and people keep their number of seats. The circles of a graph
// cannot be reshuffled: the run ends with an error.
type Reshuffle struct {
	Channel string
	Every   int     // 1 to MaxTicks
	Among   Chooser // units whose people exchange places with each other (nil: all)
	// Stay is how many sixteenths of people stay where they are, 0 to 16. Whether a person stays is
	// drawn each time.
	Stay    int
	Leaders Placing
}

// Happen implements Event.
func (e Reshuffle) Happen(m *Model, s *agents.Stream) {
	chosen, any := m.chosen(e.Channel, e.Every, e.Among)
	if !any {
		return
	}
	class := e.class(m, s, chosen)
	m.moveSeats(e.Channel, func(u *network.Units) error { return u.ReshuffleAmong(s, class) })
}

// class returns the classes within which people exchange places; nil: all are one.
func (e Reshuffle) class(
	m *Model, s *agents.Stream, chosen []bool,
) func(unit int, person int32, rank network.Rank) int {
	if chosen == nil && e.Stay == 0 && e.Leaders == LeadersMix {
		return nil
	}
	stays := make([]bool, m.People())
	for p := range stays {
		stays[p] = e.Stay > 0 && s.IntN(16) < e.Stay
	}
	return func(unit int, person int32, rank network.Rank) int {
		leads := rank == network.Leader && e.Leaders != LeadersMix
		switch {
		case chosen != nil && !chosen[unit], stays[person], leads && e.Leaders == LeadersStay:
			return -1
		case leads:
			return 1
		}
		return 0
	}
}

// Suits reports what Among reports.
func (e Reshuffle) Suits(s Scenario) error { return suits(e.Among, s, e.Channel) }

// Validate reports a field out of its range.
func (e Reshuffle) Validate() error {
	if e.Stay < 0 || e.Stay > 16 {
		return fmt.Errorf("Reshuffle.Stay is %d, want 0 to 16", e.Stay)
	}
	if e.Leaders < LeadersMix || e.Leaders > LeadersMove {
		return fmt.Errorf("Reshuffle.Leaders is %d, want %d to %d", e.Leaders, LeadersMix,
			LeadersMove)
	}
	return every("Reshuffle.Every", e.Every)
}

// Name implements Named.
func (Reshuffle) Name() string { return "reshuffle" }

// Order implements Ordered.
func (Reshuffle) Order() Order      { return Structure }
func (e Reshuffle) channel() string { return e.Channel }

// RotateLeaders passes the lead of every unit of a channel to another of its members, drawn at
// random, at every tick that is a multiple of Every.
type RotateLeaders struct {
	Channel string
	Every   int     // 1 to MaxTicks
	Among   Chooser // units whose lead passes (nil: all)
}

// Happen implements Event.
func (e RotateLeaders) Happen(m *Model, s *agents.Stream) {
	chosen, any := m.chosen(e.Channel, e.Every, e.Among)
	if !any {
		return
	}
	m.moveSeats(e.Channel, func(u *network.Units) error {
		for k := range u.Len() {
			if chosen == nil || chosen[k] {
				u.RotateLeader(k, s)
			}
		}
		return nil
	})
}

// Suits reports what Among reports.
func (e RotateLeaders) Suits(s Scenario) error { return suits(e.Among, s, e.Channel) }

// Validate reports an Every outside 1 to MaxTicks.
func (e RotateLeaders) Validate() error { return every("RotateLeaders.Every", e.Every) }

// Name implements Named.
func (RotateLeaders) Name() string { return "rotate leaders" }

// Order implements Ordered.
func (RotateLeaders) Order() Order      { return Structure }
func (e RotateLeaders) channel() string { return e.Channel }

// ElectLeaders gives the lead of every unit of a channel of beliefs to the voice whose beliefs
// stand highest, at every tick that is a multiple of Every. Standing is judged within what the unit
// was about in the cycle just ended, on all dimensions of that (Model.Merit). Ties are drawn. Of
// several leaders the first gives way. A unit without a Leader does not change, and a vacant place
// is not elected.
//
// With ByTrust the voice is elected whom the unit trusts most, whatever his standing. The channel
// must then have a practice.Vote that remembers trust (practice.KeepsTrust).
type ElectLeaders struct {
	Channel string
	Every   int     // 1 to MaxTicks
	Among   Chooser // units that elect (nil: all)
	ByTrust bool
}

// Happen implements Event.
func (e ElectLeaders) Happen(m *Model, s *agents.Stream) {
	chosen, any := m.chosen(e.Channel, e.Every, e.Among)
	if !any {
		return
	}
	m.moveSeats(e.Channel, func(u *network.Units) error {
		for k := range u.Len() {
			if (chosen == nil || chosen[k]) && u.Ranks(k) != nil {
				m.elect(u, k, e.meritIn(m, u, k), s)
			}
		}
		return nil
	})
}

// meritIn returns what a unit elects the voice with most of, given his place and his number.
func (e ElectLeaders) meritIn(m *Model, u *network.Units, unit int) func(k, person int) int32 {
	if e.ByTrust {
		words, each := m.mustFind(e.Channel).makes.tiesOf(unit)
		return func(k, _ int) int32 { return int32(practice.Tie(blockOf(words, each, k)).Trust()) }
	}
	channel := m.Channel(e.Channel)
	return func(_, person int) int32 { return m.Merit(channel, unit, m.beliefs.Row(person)) }
}

// elect makes the voice with the most merit the leader of a unit.
func (m *Model) elect(
	u *network.Units, unit int, of func(k, person int) int32, s *agents.Stream,
) {
	best, most, alike := -1, int32(0), 0
	for k, p := range u.Voices(unit) {
		if m.Vacant(int(p)) {
			continue
		}
		switch merit := of(k, int(p)); {
		case best < 0 || merit > most:
			best, most, alike = k, merit, 1
		case merit == most:
			if alike++; s.IntN(alike) == 0 {
				best = k
			}
		}
	}
	if best >= 0 {
		u.Appoint(unit, best)
	}
}

// Suits reports a Channel that is no channel of beliefs, or, with ByTrust, whose units do not
// remember trust, and what Among reports.
func (e ElectLeaders) Suits(s Scenario) error {
	if s.hasRealChannel(e.Channel) {
		return fmt.Errorf("ElectLeaders.Channel is %q, want the name of a channel of beliefs",
			e.Channel)
	}
	if e.ByTrust {
		if err := s.keepsTrust("ElectLeaders", e.Channel); err != nil {
			return err
		}
	}
	return suits(e.Among, s, e.Channel)
}

// Validate reports an Every outside 1 to MaxTicks.
func (e ElectLeaders) Validate() error { return every("ElectLeaders.Every", e.Every) }

// Name implements Named.
func (ElectLeaders) Name() string { return "elect leaders" }

// Order implements Ordered.
func (ElectLeaders) Order() Order      { return Structure }
func (e ElectLeaders) channel() string { return e.Channel }

// chosen asks a Chooser about each unit of a channel; nil: all take part. any is false if none
// does, or if the tick is no multiple of every.
func (m *Model) chosen(channel string, every int, c Chooser) (units []bool, any bool) {
	if m.tick == 0 || m.tick%every != 0 || c == nil {
		return nil, m.tick > 0 && m.tick%every == 0
	}
	units = make([]bool, m.mustFind(channel).units.Len())
	for u := range units {
		units[u] = c.Chooses(m, channel, u)
	}
	return units, slices.Contains(units, true)
}

// moveSeats rearranges a channel by a change of its units. Each unit continues the one of its
// number.
func (m *Model) moveSeats(channel string, change func(*network.Units) error) {
	f := m.mustFind(channel)
	units := f.units.Clone(false)
	err := change(units)
	if err == nil {
		err = m.rearrange(f, units, nil, false)
	}
	if err != nil {
		m.fail(fmt.Sprintf("channel %q: %v", channel, err))
	}
}

func every(field string, n int) error {
	if n >= 1 && n <= MaxTicks {
		return nil
	}
	return fmt.Errorf("%s is %d, want 1 to %d", field, n, MaxTicks)
}
