package formation

import (
	"fmt"
	"slices"
	"sync"

	"orglearn/agents"
	"orglearn/agents/practice"
	"orglearn/network"
	"orglearn/sim"
)

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
	selves  []uint64
	each    int  // words of a self
	absent  bool // some places are vacant
	changed bool
	scratch
}

// scratch is storage that scenes use one after the other.
type scratch struct {
	all         []Community
	members     []int32 // of all communities
	moving      []int32 // of those that change
	open        []int   // those who were free before anybody joined
	able, asked []int
	founders    []int
	tired       []bool // see tire
	joining     []joining
	number      []int
	from, given []int
	changes     []network.Membership
	voices      []network.Voice
	audience    []int32
}

// scenes are those that are not in use. An event is part of a scenario, which many runs share, so
// it keeps no storage itself.
var scenes = sync.Pool{New: func() any { return new(scene) }}

// look returns the communities of a channel as they stand.
func look(m *sim.Model, channel string) *scene {
	number := m.Channel(channel)
	units := m.Units(number)
	if units.Circles() != nil {
		panic(fmt.Sprintf("channel %q: communities cannot form among the circles of a graph",
			channel))
	}
	rules := &m.Scenario().Channels[number]
	domain, _ := practice.DomainOf(rules.Agenda)
	memory, err := m.Remembered(channel)
	if err != nil {
		panic(err)
	}
	x := scenes.Get().(*scene)
	x.model, x.name, x.channel, x.topics = m, channel, number, domain.Topics
	x.memory, x.part, x.absent = memory, rules.Participate, m.Present() < m.People()
	x.list, x.ended, x.moving, x.changed = x.list[:0], x.ended[:0], x.moving[:0], false
	x.seats = append(x.seats[:0], make([]int, m.People())...)
	x.selves, x.each = m.Selves()
	if domain.Topics > 0 {
		_, seats := units.Seats()
		x.members = slices.Grow(x.members[:0], len(seats))
		x.all = listed(units, memory, x.all[:0], x.members)
	}
	for i := range x.all {
		x.list = append(x.list, &x.all[i])
		for _, p := range x.all[i].Members {
			x.seats[p]++
		}
	}
	return x
}

// close gives back the storage.
func (x *scene) close() {
	x.model, x.selves, x.memory, x.part = nil, nil, sim.Remembered{}, nil
	scenes.Put(x)
}

// interests are those of a person.
func (x *scene) interests(p int) practice.TopicSet {
	return practice.InterestsOf(x.selves[p*x.each : (p+1)*x.each])
}

// free reports whether a person is present, and in fewer communities than he may be in.
func (x *scene) free(p, most int) bool {
	return x.seats[p] < most && !(x.absent && x.model.Vacant(p))
}

// listFree lists those who are free.
func (x *scene) listFree(most int) {
	x.open = x.open[:0]
	for p, n := range x.seats {
		if n < most && x.free(p, most) {
			x.open = append(x.open, p)
		}
	}
}

// keep keeps the members as they are before they change for the first time.
func (x *scene) keep(c *Community) {
	if c.moved {
		return
	}
	c.order()
	c.moved, c.before = true, c.Members[:len(c.Members):len(c.Members)]
	const room = 4 // for those who join
	first := len(x.moving)
	x.moving = slices.Grow(x.moving, len(c.Members)+room)
	x.moving = append(x.moving, c.Members...)
	end := len(x.moving)
	x.moving = x.moving[:end+room]
	c.Members = x.moving[first : end : end+room]
}

// add makes a person a member.
func (x *scene) add(c *Community, p int) {
	x.keep(c)
	at, _ := slices.BinarySearch(c.Members, int32(p))
	c.Members = slices.Insert(c.Members, at, int32(p))
	x.seats[p]++
	x.changed = true
}

// drop ends the membership of those for whom leaves is true.
func (x *scene) drop(c *Community, leaves func(p int) bool) {
	if !slices.ContainsFunc(c.Members, func(p int32) bool { return leaves(int(p)) }) {
		return
	}
	x.keep(c)
	stay := c.Members[:0]
	for _, p := range c.Members {
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
	if x.seats[p] == 0 || x.seats[q] == 0 {
		return false
	}
	for _, c := range x.list {
		if c.Domain.Has(topic) && c.now(p) && c.now(q) {
			return true
		}
	}
	return false
}
