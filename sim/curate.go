package sim

import (
	"fmt"
	"slices"

	"orglearn/agents"
	"orglearn/network"
)

// Curate gives a repository its curators. At tick 0 a unit of the channel By is drawn among its
// communities of practice, or, if it has none, among all its units in which people are heard. From
// then on the voices of that unit are the voices of all units of Channel, and nobody else is. Who
// learns from Channel stays the same. What a community of practice is says
// network.Units.IsCommunity. Of a circle its own person is a curator too.
//
// Curators keep their office where people change seats in By. Who replaces a curator is one. If
// nobody is heard in By the run ends with an error, and so it does for circles in Channel.
type Curate struct {
	Channel string // whose units are curated
	By      string // whose people curate
}

// Happen implements Event.
func (e Curate) Happen(m *Model, s *agents.Stream) {
	if m.tick != 0 {
		return
	}
	by := m.mustFind(e.By).units
	able := curators(by)
	if len(able) == 0 {
		m.fail(fmt.Sprintf("Curate: channel %q: nobody is heard there", e.By))
		return
	}
	voices := peopleOf(by, able[s.IntN(len(able))])
	m.moveSeats(e.Channel, func(u *network.Units) error {
		if u.Graph() != nil {
			return fmt.Errorf("it has circles, want units that can be curated")
		}
		all := make([]network.Membership, u.Len())
		for k := range all {
			all[k] = u.Membership(k)
			all[k].Voices = voices
		}
		curated, err := network.NewUnits(u.People(), all...)
		if err == nil {
			u.Set(curated)
		}
		return err
	})
}

// peopleOf are the voices of a unit, and of a circle its own person too.
func peopleOf(u *network.Units, unit int) []network.Voice {
	voices := u.Membership(unit).Voices
	if u.Graph() != nil && !slices.Contains(u.Voices(unit), int32(unit)) {
		voices = append(voices, network.Voice{Person: int32(unit), Weight: 1})
	}
	return voices
}

// curators lists the units whose people can be curators.
func curators(u *network.Units) []int {
	var units, communities []int
	for k := range u.Len() {
		if len(u.Voices(k)) == 0 {
			continue
		}
		units = append(units, k)
		if u.IsCommunity(k) {
			communities = append(communities, k)
		}
	}
	if communities != nil {
		return communities
	}
	return units
}

// Suits reports a By that is no channel.
func (e Curate) Suits(s Scenario) error {
	for _, c := range s.Channels {
		if c.Name == e.By {
			return nil
		}
	}
	return fmt.Errorf("Curate.By is %q, want the name of a channel of beliefs", e.By)
}

// Name implements Named.
func (Curate) Name() string { return "curate" }

// Order implements Ordered.
func (Curate) Order() Order      { return Structure }
func (e Curate) channel() string { return e.Channel }
