package metrics

import (
	"fmt"
	"math"

	"orglearn/agents/practice"
	"orglearn/sim"
	"orglearn/sim/formation"
)

// These are about communities that come and go in a channel (package formation). A scenario without
// such a channel is an error. Without communities the means are missing.

// Communities is the number of communities of a channel: 0 or more.
func Communities(channel string) Metric {
	return inChannel("communities", "communities", channel, func(m *sim.Model) float64 {
		return float64(len(formation.Communities(m, channel)))
	})
}

// CommunitySize is the mean over communities of the number of members: 0 to the people.
func CommunitySize(channel string) Metric {
	return meanOf("community size", "members", channel, func(_ *sim.Model, c formation.Community,
	) (sum, of float64) {
		return float64(len(c.Members)), 1
	})
}

// CommunityAge is the mean over communities of the ticks since they were founded: 0 to the tick.
func CommunityAge(channel string) Metric {
	return meanOf("community age", "ticks", channel, func(m *sim.Model, c formation.Community,
	) (sum, of float64) {
		return float64(m.Tick() - c.Born), 1
	})
}

// CommunityIdle is for how many meetings in a row nobody gained in a community: the mean over
// communities, 0 or more. A community ends by it (formation.Formation.Life); Idle is of members.
func CommunityIdle(channel string) Metric {
	return meanOf("community idle", "meetings", channel, func(_ *sim.Model, c formation.Community,
	) (sum, of float64) {
		return float64(c.Idle), 1
	})
}

// InCommunities is the share of people who are members of a community: 0 to 1.
func InCommunities(channel string) Metric {
	return inChannel("in communities", "share of people", channel, func(m *sim.Model) float64 {
		all, n := formation.Communities(m, channel), 0
		for p := range present(m) {
			for _, c := range all {
				if c.Has(p) {
					n++
					break
				}
			}
		}
		return ratio(int64(n), int64(m.Present()))
	})
}

// Affinity is the mean over members of the number of topics that their interests share with the
// domain of their community: 0 to practice.MaxTopics.
func Affinity(channel string) Metric {
	return meanOf("affinity", "topics", channel, func(m *sim.Model, c formation.Community,
	) (sum, of float64) {
		for _, p := range c.Members {
			if !m.Vacant(int(p)) {
				sum += float64((practice.InterestsOf(m.Self(int(p))) & c.Domain).Len())
				of++
			}
		}
		return sum, of
	})
}

// meanOf is a mean over the communities of a channel, given what each adds to the sum and to the
// number of what is summed.
func meanOf(name, unit, channel string, of func(*sim.Model, formation.Community,
) (sum, of float64)) Metric {
	return inChannel(name, unit, channel, func(m *sim.Model) float64 {
		sum, n := 0., 0.
		for _, c := range formation.Communities(m, channel) {
			s, k := of(m, c)
			sum, n = sum+s, n+k
		}
		if n == 0 {
			return math.NaN()
		}
		return sum / n
	})
}

// Survival is the share of communities that live on for some ticks after they were founded: 0 to 1.
// It counts those that were founded so many ticks ago, or earlier in the run. It is missing before
// there are any. The ticks are 1 or more.
//
// It has a history: record every tick. Of recorded ticks that lie apart, it misses communities that
// come and go between them.
func Survival(channel string, ticks int) Metric {
	m := overRun(fmt.Sprintf("survival for %d ticks", ticks), "share of communities", channel,
		func() func(*sim.Model) float64 {
			lives := lifetimes{seen: map[int]int{}}
			return func(m *sim.Model) float64 { return lives.read(m, channel, ticks) }
		})
	m.Fits = func(s sim.Scenario) error {
		if ticks < 1 {
			return fmt.Errorf("a survival for %d ticks, want 1 or more", ticks)
		}
		return hasChannel(s, channel)
	}
	return m
}

// lifetimes holds, by the tick at which a community was founded, the last tick at which it was
// seen. At most one is founded at a tick.
type lifetimes struct{ seen map[int]int }

func (l *lifetimes) read(m *sim.Model, channel string, ticks int) float64 {
	for _, c := range formation.Communities(m, channel) {
		l.seen[c.Born] = m.Tick()
	}
	lived, all := int64(0), int64(0)
	for born, last := range l.seen {
		if m.Tick()-born >= ticks {
			all++
			if last-born >= ticks {
				lived++
			}
		}
	}
	return ratio(lived, all)
}

// Closure is membership closure: of all who have joined a community of a channel so far, the share
// who had a contact among its members before (Easley and Kleinberg, Networks, Crowds, and Markets,
// 2010, chapter 4). It is 0 to 1, and missing while nobody has joined. Contacts are those whom a
// person hears in a unit of any channel of beliefs (formation.ContactsOf). Founders do not count.
//
// It has a history: record every tick. Of recorded ticks that lie apart, members and contacts are
// those of the earlier one.
func Closure(channel string) Metric {
	return overRun("closure", "share of those who joined", channel,
		func() func(*sim.Model) float64 {
			x := new(closures)
			return func(m *sim.Model) float64 { return x.read(m, channel) }
		})
}

// closures counts who joined, and who had a contact there.
type closures struct {
	joined, closed int64
	members        []formation.Community // when last read
	near           []map[int32]bool      // of each of them: who had a contact in it
}

func (x *closures) read(m *sim.Model, channel string) float64 {
	now := formation.Communities(m, channel)
	for _, c := range now {
		for i, before := range x.members {
			if before.Born == c.Born {
				x.count(before, c, x.near[i])
			}
		}
	}
	x.members = now
	x.look(m)
	return ratio(x.closed, x.joined)
}

// count counts who has joined a community.
func (x *closures) count(before, now formation.Community, near map[int32]bool) {
	for _, p := range now.Members {
		if before.Has(int(p)) {
			continue
		}
		x.joined++
		if near[p] {
			x.closed++
		}
	}
}

// look finds who has a contact in each community.
func (x *closures) look(m *sim.Model) {
	in := make([][]int, m.People()) // the communities of each person
	x.near = make([]map[int32]bool, len(x.members))
	for i, c := range x.members {
		x.near[i] = map[int32]bool{}
		for _, p := range c.Members {
			in[p] = append(in[p], i)
		}
	}
	contacts := formation.ContactsOf(m)
	for p := range m.People() {
		for _, q := range contacts.All(p) {
			for _, i := range in[q] {
				x.near[i][int32(p)] = true
			}
		}
	}
}
