package formation

import (
	"fmt"
	"slices"

	"orglearn/agents"
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

	before []int32 // members before an event changed them, or nil: it has not
}

// keep keeps the members as they are before they change for the first time.
func (c *Community) keep() {
	if c.before == nil {
		c.before = append(make([]int32, 0, len(c.Members)), c.Members...)
	}
}

// was reports whether a person was a member before an event changed them.
func (c *Community) was(person int) bool {
	members := c.Members
	if c.before != nil {
		members = c.before
	}
	_, was := slices.BinarySearch(members, int32(person))
	return was
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
	all = make([]Community, 0, n)
	_, seats := units.Seats()
	room := make([]int32, 0, len(seats)) // members, if those who are heard are those who learn
	for u := range units.Len() {
		c := practice.Community(x.Agenda(u))
		if c.Domain() == 0 {
			continue
		}
		all = append(all, Community{
			Unit: u, Domain: c.Domain(), Born: c.Born(), Idle: c.Idle(),
			Members: membersOf(units, u, &room),
		})
	}
	return all
}

// membersOf returns who is heard in a unit or learns from it, in ascending order. It uses up room,
// as far as there is any.
func membersOf(units *network.Units, u int, room *[]int32) []int32 {
	voices, audience := units.Voices(u), units.Audience(u)
	if slices.Equal(voices, audience) {
		first := len(*room)
		*room = append(*room, voices...)
		members := (*room)[first:len(*room):len(*room)]
		slices.Sort(members)
		return members
	}
	members := slices.Concat(voices, audience)
	slices.Sort(members)
	return slices.Compact(members)
}

// newborn is the Unit of a community that has none yet.
const newborn = -1

// scene is a channel whose communities an event changes.
type scene struct {
	model   *sim.Model
	name    string
	channel int
	topics  int
	memory  sim.Remembered
	part    agents.Participant
	list    []*Community // those that live
	ended   []*Community
	seats   []int // communities of each person
	changed bool
}

// look returns the communities of a channel as they stand.
func look(m *sim.Model, channel string) *scene {
	x := &scene{
		model: m, name: channel, channel: m.Channel(channel), seats: make([]int, m.People()),
	}
	if m.Units(x.channel).Circles() != nil {
		panic(fmt.Sprintf("channel %q: communities cannot form among the circles of a graph",
			channel))
	}
	rules := &m.Scenario().Channels[x.channel]
	domain, _ := practice.DomainOf(rules.Agenda)
	x.topics = domain.Topics
	x.part = rules.Participate
	var err error
	if x.memory, err = m.Remembered(channel); err != nil {
		panic(err)
	}
	all := Communities(m, channel)
	x.list = make([]*Community, 0, len(all)+1)
	for i := range all {
		x.list = append(x.list, &all[i])
		for _, p := range all[i].Members {
			x.seats[p]++
		}
	}
	return x
}

// free reports whether a person is present, and in fewer communities than he may be in.
func (x *scene) free(p, most int) bool { return !x.model.Vacant(p) && x.seats[p] < most }

// interests returns the interests of a person.
func (x *scene) interests(p int) practice.TopicSet {
	return practice.InterestsOf(x.model.Self(p))
}

// add makes a person a member.
func (x *scene) add(c *Community, p int) {
	c.keep()
	at, _ := slices.BinarySearch(c.Members, int32(p))
	c.Members = slices.Insert(c.Members, at, int32(p))
	x.seats[p]++
	x.changed = true
}

// drop ends the membership of those for whom leaves is true.
func (x *scene) drop(c *Community, leaves func(p int) bool) {
	first := slices.IndexFunc(c.Members, func(p int32) bool { return leaves(int(p)) })
	if first < 0 {
		return
	}
	c.keep()
	stay := c.Members[:first]
	x.seats[c.Members[first]]--
	for _, p := range c.Members[first+1:] {
		if leaves(int(p)) {
			x.seats[p]--
		} else {
			stay = append(stay, p)
		}
	}
	c.Members, x.changed = stay, true
}

// end ends the communities for which dies is true.
func (x *scene) end(dies func(c *Community) bool) {
	x.list = slices.DeleteFunc(x.list, func(c *Community) bool {
		if !dies(c) {
			return false
		}
		for _, p := range c.Members {
			x.seats[p]--
		}
		x.ended, x.changed = append(x.ended, c), true
		return true
	})
}

// found adds a community.
func (x *scene) found(domain practice.TopicSet, members []int) {
	c := &Community{Unit: newborn, Domain: domain, Born: x.model.Tick()}
	for _, p := range members {
		x.add(c, p)
	}
	x.list, x.changed = append(x.list, c), true
}

// together reports whether two people are in one community that talks about a topic.
func (x *scene) together(p, q, topic int) bool {
	for _, c := range x.list {
		if c.Domain.Has(topic) && c.Has(p) && c.Has(q) {
			return true
		}
	}
	return false
}

// settle gives the channel its new units, and the new communities their domains.
func (x *scene) settle(heir bool) {
	if !x.changed {
		return
	}
	if heir {
		x.inherit()
	}
	units, from := x.units()
	if err := x.model.Rearrange(x.name, units, func(u int) int { return from[u] }); err != nil {
		panic(err)
	}
	domains, err := x.model.Remembered(x.name)
	if err != nil {
		panic(err)
	}
	unit := len(from)
	for _, c := range slices.Backward(x.list) {
		if c.Unit == newborn {
			unit--
			practice.Community(domains.Agenda(unit)).Found(c.Domain, c.Born)
		}
	}
}

// units returns the units of the channel, and which old unit each continues: first those that were
// there and stay, in their order, then the new communities.
func (x *scene) units() (*network.Units, []int) {
	old := x.model.Units(x.channel)
	number := make([]int, old.Len()) // the new number of each, or -1
	for _, c := range x.ended {
		number[c.Unit] = -1
	}
	from, given := make([]int, 0, len(number)+1), make([]int, 0, len(number)+1)
	for u := range number {
		if number[u] == 0 {
			number[u] = len(from)
			from, given = append(from, u), append(given, -1)
		}
	}
	var members []network.Membership
	for _, c := range x.list {
		switch {
		case c.Unit == newborn:
			from, given = append(from, -1), append(given, len(members))
			members = append(members, seat(network.Membership{}, c.Members))
		case c.before != nil: // it has changed
			given[number[c.Unit]] = len(members)
			members = append(members, seat(old.Membership(c.Unit), c.Members))
		}
	}
	changed, err := network.NewUnits(x.model.People(), members...)
	if err != nil {
		panic(err)
	}
	return old.Revise(from, given, changed), from
}

// seat returns a unit whose members are some people. Who was heard there, or learned there, goes on
// doing so as before. Others are heard and learn. They have the rank Core, as in every community of
// practice, but in a unit in which others have another rank.
func seat(unit network.Membership, members []int32) network.Membership {
	audience, rank := []int32{}, network.Core
	for _, v := range unit.Voices {
		audience = append(audience, v.Person)
		if v.Rank != network.Core && v.Rank != network.Leader {
			rank = network.Member
		}
	}
	was := audience
	if unit.Audience != nil {
		audience = slices.Clone(unit.Audience)
		was = slices.Concat(was, audience)
	}
	left := func(p int32) bool { _, is := slices.BinarySearch(members, p); return !is }
	unit.Voices = slices.DeleteFunc(unit.Voices, func(v network.Voice) bool {
		return left(v.Person)
	})
	unit.Audience = slices.DeleteFunc(slices.Clone(audience), left)
	for _, p := range members {
		if !slices.Contains(was, p) {
			unit.Voices = append(unit.Voices, network.Voice{Person: p, Rank: rank, Weight: 1})
			unit.Audience = append(unit.Audience, p)
		}
	}
	unit.Heard, unit.HeardRanks = nil, nil // as before: see network.Units.Revise
	return unit
}

// inherit gives the norms of communities that end to their heirs.
func (x *scene) inherit() {
	domain, _ := practice.DomainOf(x.model.Scenario().Channels[x.channel].Agenda)
	shared := make([]uint64, agents.Width(x.model.Dimensions()))
	for _, c := range x.ended {
		heir := x.heir(c)
		if heir == nil {
			continue
		}
		domain.Mask(c.Domain&heir.Domain, x.model.Dimensions(), shared)
		from, to := x.model.Norm(x.channel, c.Unit), x.model.Norm(x.channel, heir.Unit)
		for i, mask := range shared {
			to[i] = to[i].Take(from[i], mask&^to[i].Known())
		}
	}
}

// heir returns the community that takes over what one that ends knew, or nil.
func (x *scene) heir(of *Community) (heir *Community) {
	most := 0
	for _, c := range x.list {
		if n := (c.Domain & of.Domain).Len(); c.Unit != newborn && n > most {
			heir, most = c, n
		}
	}
	return heir
}
