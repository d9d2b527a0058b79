package formation

import (
	"slices"

	"orglearn/agents/practice"
	"orglearn/network"
	"orglearn/sim"
)

// Community is one community of a channel, as it stands between two ticks.
type Community struct {
	Unit    int
	Domain  practice.TopicSet
	Born    int     // tick
	Idle    int     // meetings in a row in which nobody gained
	Members []int32 // ascending

	jumbled bool    // Members do not ascend yet: see order
	moved   bool    // an event has changed who is a member
	before  []int32 // members before it did
}

// order lets the members ascend. An event does so only where it asks who is a member.
func (c *Community) order() {
	if c.jumbled {
		slices.Sort(c.Members)
		c.jumbled = false
	}
}

// was reports whether a person was a member before an event changed them.
func (c *Community) was(person int) bool {
	c.order()
	members := c.Members
	if c.moved {
		members = c.before
	}
	_, was := slices.BinarySearch(members, int32(person))
	return was
}

// now reports whether a person is a member as an event has changed them.
func (c *Community) now(person int) bool {
	c.order()
	return c.Has(person)
}

// Has reports whether a person is a member.
func (c Community) Has(person int) bool {
	_, found := slices.BinarySearch(c.Members, int32(person))
	return found
}

// Communities returns the communities of a channel, in the order of its units. There are none in a
// channel whose Agenda is not practice.Domain, and none if no channel has the name.
func Communities(m *sim.Model, channel string) (all []Community) {
	number := m.Channel(channel)
	if number < 0 {
		return nil
	}
	domain, ok := practice.DomainOf(m.Scenario().Channels[number].Agenda)
	if !ok || domain.Topics == 0 {
		return nil
	}
	x, err := m.Remembered(channel)
	if err != nil {
		return nil
	}
	units := m.Units(number)
	n := 0
	for u := range units.Len() {
		n += min(practice.Community(x.Agenda(u)).Domain().Len(), 1)
	}
	_, seats := units.Seats() // as many as members, if those who are heard are those who learn
	all = listed(units, x, make([]Community, 0, n), make([]int32, 0, len(seats)))
	for i := range all {
		all[i].order()
	}
	return all
}

// listed appends the communities among the units of a channel, and their members to room. They are
// not in order yet.
func listed(
	units *network.Units, x sim.Remembered, all []Community, room []int32,
) []Community {
	for u := range units.Len() {
		c := practice.Community(x.Agenda(u))
		if c.Domain() == 0 {
			continue
		}
		first := len(room)
		room = membersOf(units, u, room)
		all = append(all, Community{
			Unit: u, Domain: c.Domain(), Born: c.Born(), Idle: c.Idle(),
			Members: room[first:len(room):len(room)], jumbled: true,
		})
	}
	return all
}

// membersOf appends who is heard in a unit or learns from it.
func membersOf(units *network.Units, u int, to []int32) []int32 {
	first, audience := len(to), units.Audience(u)
	to = append(to, units.Voices(u)...)
	members := to[first:]
	if !slices.Equal(members, audience) {
		members = append(members, audience...)
		slices.Sort(members)
		return append(to[:first], slices.Compact(members)...)
	}
	return to
}
