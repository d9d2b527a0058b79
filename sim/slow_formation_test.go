package sim_test

import (
	"maps"
	"math/rand/v2"
	"slices"
	"testing"

	"orglearn/agents"
	"orglearn/agents/practice"
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/culture"
	"orglearn/sim/formation"
)

// This is formation.Formation in the obvious engine, with the Agenda Domain and the Participant
// Tally. It takes from the model what interests people, and compares who is a member of what.

// community is what is remembered of a unit with a domain, and its members while they change.
type community struct {
	domain, born, idle int // the domain is a set: bit t is topic t
	members, before    []int
	unit               int // -1: it is new
}

// drawnFormation lets communities come and go in half of the scenarios that have a channel for it.
func drawnFormation(shape uint64, s *sim.Scenario) {
	r := rand.New(rand.NewPCG(shape, 23))
	topics := 1 + r.IntN(4)
	for s.Dimensions%topics > 0 {
		topics--
	}
	free := slices.IndexFunc(s.Channels, func(c sim.Channel) bool { return isFree(*s, c) })
	if free < 0 || r.IntN(2) > 0 {
		return
	}
	c := &s.Channels[free]
	c.Agenda = practice.Domain{Topics: topics, Incidental: one(r, 0, r.IntN(17))}
	interests := practice.Interests{Topics: topics, Each: 1 + r.IntN(topics)}
	if s.Self == nil {
		s.Self = interests
	} else {
		s.Self = culture.Selves{Of: interests}
	}
	e := formation.Formation{Channel: c.Name, Every: 1 + r.IntN(3), Founders: 2 + r.IntN(3),
		Shared: r.IntN(3), Seats: 1 + r.IntN(3), Join: rate(r), Contact: 3 * rate(r),
		Size: r.IntN(3), Life: r.IntN(4), Heir: r.IntN(2) == 0,
		Purpose: practice.Purpose{Weight: r.IntN(3), Goal: practice.Topics(r.IntN(topics))}}
	if r.IntN(2) == 0 {
		e.Patience = 1 + r.IntN(4)
		c.Participate = below(c.Participate, func(of agents.Participant) agents.Participant {
			return practice.Tally{Cost: r.IntN(3), Of: of}
		})
	}
	s.Events = append(s.Events, e)
}

// isFree reports whether the seats of a channel can change, and do so by no other event.
func isFree(s sim.Scenario, c sim.Channel) bool {
	for _, e := range s.Events {
		if r, ok := e.(sim.Reshuffle); ok && r.Channel == c.Name {
			return false
		}
	}
	return keepsNorms(c) && c.Agenda == nil && c.Structure != network.Circles{}
}

// topicsIn returns the number of topics in a set.
func topicsIn(topics int) (n int) {
	for ; topics > 0; topics >>= 1 {
		n += topics & 1
	}
	return n
}

func (e *slow) interests(p int) int { return int(practice.InterestsOf(e.model.Self(p))) }

// affinity is how much draws a person to a domain.
func (e *slow) affinity(r formation.Formation, p, domain int) int {
	return topicsIn(e.interests(p)&domain) + r.Purpose.Weight*topicsIn(int(r.Purpose.Goal)&domain)
}

// domainOf opens the dimensions of the topics of a unit: all, if it has none. Pieces of them give
// way to pieces outside.
func (e *slow) domainOf(c *slowChannel, u int, r practice.Domain, chance *agents.Stream) []bool {
	about := make([]bool, e.model.Dimensions())
	domain, piece := c.communities[u].domain, max(r.Block, 1)
	var in, out []int // pieces
	for b := range len(about) / piece {
		if domain == 0 || domain>>(b*piece*r.Topics/len(about))&1 != 0 {
			in = append(in, b)
		} else {
			out = append(out, b)
		}
	}
	stray := 0
	for range in {
		if domain > 0 && r.Incidental > 0 && chance.IntN(16) < r.Incidental {
			stray++
		}
	}
	wantIn, wantOut := min(stray, len(out)), min(stray, len(out))
	leftIn, leftOut := len(in), len(out)
	for b := range len(about) / piece {
		open := slices.Contains(in, b)
		want, left := &wantOut, &leftOut
		if open {
			want, left = &wantIn, &leftIn
		}
		if *want > 0 && chance.IntN(*left) < *want {
			open = !open
			*want--
		}
		*left--
		for d := b * piece; d < (b+1)*piece; d++ {
			about[d] = open
		}
	}
	return about
}

// form lets communities come and go, and returns which old unit each new one continues.
func (e *slow) form(c *slowChannel, r formation.Formation, chance *agents.Stream) (from []int) {
	r.Founders, r.Shared, r.Seats = max(r.Founders, 2), max(r.Shared, 1), max(r.Seats, 1)
	all, seats := e.communities(c), map[int]int{}
	for _, x := range all {
		for _, p := range x.members {
			seats[p]++
		}
	}
	var ended []*community
	all = slices.DeleteFunc(all, func(x *community) bool {
		x.members = slices.DeleteFunc(x.members, func(p int) bool {
			leaves := e.vacant[p] || e.affinity(r, p, x.domain) < r.Shared ||
				r.Patience > 0 && c.idles[spot{p, x.unit}] >= r.Patience
			if leaves {
				seats[p]--
			}
			return leaves
		})
		ends := len(x.members) < max(r.Size, 1) || r.Life > 0 && x.idle >= r.Life
		if ends {
			ended = append(ended, x)
		}
		return ends
	})
	for _, x := range ended {
		for _, p := range x.members {
			seats[p]--
		}
	}
	e.join(c, r, all, seats, chance)
	if e.tick%r.Every == 0 {
		if x := e.bear(c, r, all, seats, chance); x != nil {
			all = append(all, x)
		}
	}
	return c.settle(r, all, ended)
}

// communities are those of a channel as they stand.
func (e *slow) communities(c *slowChannel) (all []*community) {
	for u, x := range c.communities {
		if x.members = nil; x.domain == 0 {
			continue
		}
		for p := range e.beliefs {
			if c.sits(p, u) || slices.Contains(c.units.Voices(u), int32(p)) {
				x.members = append(x.members, p)
			}
		}
		x.unit, x.before = u, slices.Clone(x.members)
		all = append(all, &x)
	}
	return all
}

// join lets people join who are free. All see the members as they stand before.
func (e *slow) join(c *slowChannel, r formation.Formation, all []*community, seats map[int]int,
	chance *agents.Stream,
) {
	joins := map[int]*community{}
	for p := range e.beliefs {
		if e.vacant[p] || r.Join == 0 || len(all) == 0 || seats[p] >= r.Seats {
			continue
		}
		x := all[chance.IntN(len(all))]
		if slices.Contains(x.before, p) || e.affinity(r, p, x.domain) < r.Shared {
			continue
		}
		n := 0.
		for _, q := range e.contacts(p, c) {
			if slices.Contains(x.members, q) {
				n++
			}
		}
		if chance.Coin(min(r.Join*(1+r.Contact*n/(n+1)), 1)) {
			joins[p] = x
		}
	}
	for p, x := range joins {
		x.members = append(x.members, p)
		seats[p]++
	}
}

// contacts are those whom a person hears in a unit of any channel. In channels but the one that is
// changed, people may just have been dealt anew.
func (e *slow) contacts(p int, changed *slowChannel) (all []int) {
	for _, c := range e.channels {
		units := c.units
		if c != changed {
			units = e.model.Units(c.number)
		}
		for _, u := range units.Of(p) {
			for _, q := range units.Voices(int(u)) {
				if int(q) != p && !slices.Contains(all, int(q)) {
					all = append(all, int(q))
				}
			}
		}
	}
	return all
}

// bear returns a new community, or nil.
func (e *slow) bear(c *slowChannel, r formation.Formation, all []*community, seats map[int]int,
	chance *agents.Stream,
) *community {
	topic := chance.IntN(c.topics())
	able := e.those(func(p int) bool {
		of := e.interests(p)
		return seats[p] < r.Seats && of>>topic&1 != 0 && topicsIn(of) >= r.Shared
	})
	if len(able) == 0 {
		return nil
	}
	founder := able[chance.IntN(len(able))]
	others := practice.TopicSet(e.interests(founder)) &^ practice.Topics(topic)
	x := &community{born: e.tick, unit: -1, members: []int{founder},
		domain: 1<<topic | int(others.Draw(r.Shared-1, chance))}
	asked := e.those(func(p int) bool {
		return p != founder && seats[p] < r.Seats && e.affinity(r, p, x.domain) >= r.Shared
	})
	if len(asked) < r.Founders-1 {
		return nil
	}
	chance.Shuffle(len(asked), func(i, j int) { asked[i], asked[j] = asked[j], asked[i] })
	for _, p := range asked {
		if len(x.members) < r.Founders && !together(all, topic, p, x.members) {
			x.members = append(x.members, p)
		}
	}
	if len(x.members) < r.Founders {
		return nil
	}
	return x
}

// those lists the people who are there and for whom something is true.
func (e *slow) those(is func(p int) bool) (all []int) {
	for p := range e.beliefs {
		if !e.vacant[p] && is(p) {
			all = append(all, p)
		}
	}
	return all
}

// together reports whether a person is in a community on a topic with one of others.
func together(all []*community, topic, p int, others []int) bool {
	for _, x := range all {
		for _, q := range others {
			if x.domain>>topic&1 != 0 && slices.Contains(x.members, p) &&
				slices.Contains(x.members, q) {
				return true
			}
		}
	}
	return false
}

// topics is the number of topics of a channel.
func (c *slowChannel) topics() int {
	domain, _ := practice.DomainOf(c.Agenda)
	return domain.Topics
}

// settle lets heirs inherit, and puts the communities in the place of the units.
func (c *slowChannel) settle(r formation.Formation, all, ended []*community) (from []int) {
	for _, x := range ended {
		var heir *community
		for _, other := range all {
			if n := topicsIn(other.domain & x.domain); other.unit >= 0 && n > 0 &&
				(heir == nil || n > topicsIn(heir.domain&x.domain)) {
				heir = other
			}
		}
		if !r.Heir || heir == nil {
			continue
		}
		for d, b := range c.norms[x.unit] {
			topic := d * c.topics() / len(c.norms[x.unit])
			if to := c.norms[heir.unit]; (x.domain&heir.domain)>>topic&1 != 0 && to[d] == 0 {
				to[d] = b
			}
		}
	}
	now := []community(nil)
	for u, x := range c.communities {
		if x.domain == 0 {
			now, from = append(now, x), append(from, u)
		}
		for _, y := range all {
			if y.unit == u {
				now, from = append(now, *y), append(from, u)
			}
		}
	}
	for _, y := range all {
		if y.unit < 0 {
			now, from = append(now, *y), append(from, -1)
		}
	}
	c.communities = now
	return from
}

// formAll lets communities form in the channels where they do so.
func (e *slow) formAll() {
	for _, event := range e.scenario.Events {
		if r, ok := event.(formation.Formation); ok && e.tick > 0 {
			c := e.channels[e.model.Channel(r.Channel)]
			c.continueUnits(e.form(c, r, e.chanceOf("formation")), e.model.Dimensions())
		}
	}
}

// forms reports whether communities come and go in a channel.
func (e *slow) forms(channel string) bool {
	return slices.ContainsFunc(e.scenario.Events, func(event sim.Event) bool {
		r, ok := event.(formation.Formation)
		return ok && r.Channel == channel
	})
}

// continueUnits carries what is kept and remembered of units to those that continue them.
func (c *slowChannel) continueUnits(from []int, dimensions int) {
	c.norms = carried(c.norms, from, func() []int8 { return make([]int8, dimensions) })
	c.strengths = carried(c.strengths, from, func() []int { return make([]int, dimensions) })
	c.about = carried(c.about, from, func() []bool { return make([]bool, dimensions) })
	c.courses = carried(c.courses, from, func() (x course) { return x })
	c.closed = carried(c.closed, from, func() (x [practice.MaxPeriod]bool) { return x })
	c.directories = carried(c.directories, from, newDirectory)
	c.issues = carried(c.issues, from, func() issues { return newIssues(dimensions) })
	for _, places := range c.ofSeats() {
		carry(places, from)
	}
	carry(c.projects, from)
	carry(c.turns, from)
	carry(c.tenures, from)
	carry(c.trusts, from)
}

// carried returns what belongs to units, in the order of the new ones: -1 is one that is new.
func carried[T any](of []T, from []int, fresh func() T) (now []T) {
	for _, u := range from {
		if u < 0 {
			now = append(now, fresh())
		} else {
			now = append(now, of[u])
		}
	}
	return now
}

// carry moves what belongs to people in units to the new numbers of the units.
func carry[T any](of map[spot]T, from []int) {
	old := maps.Clone(of)
	clear(of)
	for at, what := range old {
		if u := slices.Index(from, at.unit); u >= 0 {
			of[spot{at.person, u}] = what
		}
	}
}

// compareFormation compares a community with that of the model.
func (c *slowChannel) compareFormation(t *testing.T, e *slow, u int, words []uint64) {
	t.Helper()
	domain, ok := practice.DomainOf(c.Agenda)
	if !ok || domain.Topics == 0 {
		return
	}
	got, want := practice.Community(words), c.communities[u]
	now := [3]int{int(got.Domain()), got.Born(), got.Idle()}
	members := e.those(func(p int) bool {
		return c.sits(p, u) || slices.Contains(c.units.Voices(u), int32(p))
	})
	slices.Sort(want.members)
	if now != [3]int{want.domain, want.born, want.idle} ||
		want.domain > 0 && !slices.Equal(members, want.members) {
		t.Fatalf("%v: unit %d of %s is %v with members %v, want %+v", e.model, u, c.Name, now,
			members, want)
	}
}

// countMeeting counts the meetings in a row in which nobody gained, in a unit with a domain.
func (c *slowChannel) countMeeting(u int) {
	x, met, gained := &c.communities[u], false, false
	for _, p := range c.audience(u) {
		at := spot{p, u}
		met = met || c.heeded[at]
		gained = gained || c.heeded[at] && c.gains[at] > 0
	}
	switch {
	case x.domain > 0 && gained:
		x.idle = 0
	case x.domain > 0 && met:
		x.idle++
	}
}

// noteFormation adds what was done by communities.
func (c *slowChannel) noteFormation(did map[string]int64) {
	for _, x := range c.communities {
		if x.domain > 0 {
			did["communities"]++
			did["members"] += int64(len(x.members))
		}
		did["idle meetings"] += int64(x.idle)
	}
	for _, n := range c.idles {
		did["idle members"] += int64(n)
	}
}
