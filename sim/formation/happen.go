package formation

import (
	"slices"

	"orglearn/agents"
	"orglearn/agents/practice"
	"orglearn/sim"
)

// Happen implements sim.Event.
func (e Formation) Happen(m *sim.Model, s *agents.Stream) {
	if m.Tick() == 0 || e.Off() {
		return
	}
	x := look(m, e.Channel)
	e.leave(x)
	x.end(func(c *Community) bool {
		return len(c.Members) < max(e.Size, 1) || e.Life > 0 && c.Idle >= e.Life
	})
	x.listFree(e.most())
	e.join(x, s)
	if m.Tick()%e.Every == 0 {
		e.bear(x, s)
	}
	x.settle(e.Heir)
}

// affinity is how much draws a person to a domain.
func (e *Formation) affinity(x *scene, p int, domain practice.TopicSet) int {
	return e.Purpose.Affinity(x.interests(p), domain)
}

// leave lets members leave.
func (e *Formation) leave(x *scene) {
	x.tire(e.Patience)
	for _, c := range x.list {
		if x.absent || e.mayLeave(x, c) {
			x.drop(c, func(p int) bool {
				return x.absent && x.model.Vacant(p) || e.affinity(x, p, c.Domain) < e.shared() ||
					e.Patience > 0 && x.tired[p] && x.idle(p, c.Unit) >= e.Patience
			})
		}
	}
}

// mayLeave reports whether a member may leave a community who is present. What draws everybody
// alike to its domain is found once.
func (e *Formation) mayLeave(x *scene, c *Community) bool {
	domain, needed := c.Domain, e.shared()-e.Purpose.Affinity(0, c.Domain)
	for _, p := range c.Members {
		if (x.interests(int(p))&domain).Len() < needed || e.Patience > 0 && x.tired[p] {
			return true
		}
	}
	return false
}

// tire finds who may have been idle for patience meetings in a community. It looks at all seats in
// a row, because hardly anybody has. It does not know a Tally within another rule.
func (x *scene) tire(patience int) {
	if patience == 0 {
		return
	}
	_, plain := x.part.(practice.Tally)
	x.tired = x.tired[:0]
	for range x.seats {
		x.tired = append(x.tired, !plain)
	}
	if !plain {
		return
	}
	words, each := x.memory.Parts()
	starts, seats := x.model.Units(x.channel).Seats()
	for seat, unit := range seats {
		if int(words[(seat+1)*each-1]) >= patience &&
			practice.Community(x.memory.Agenda(int(unit))).Domain() != 0 {
			p, _ := slices.BinarySearch(starts, uint32(seat)+1) // the next one's seats begin there
			x.tired[p-1] = true
		}
	}
}

// idle is the number of meetings in a row that were not worth their cost to a member. It is 0 for
// who is heard there and does not learn.
func (x *scene) idle(p, unit int) int {
	_, seat := x.memory.Part(p, unit)
	tally, own, _ := practice.TallyIn(x.part, seat)
	return tally.Idle(own)
}

// joining is a person who joins a community.
type joining struct {
	community *Community
	person    int
}

// join lets people who are free join. All see the members as they stand before. Nobody joins what
// he has just left.
func (e *Formation) join(x *scene, s *agents.Stream) {
	if e.Join == 0 || len(x.list) == 0 {
		return
	}
	all, shared := x.joining[:0], e.shared()
	var friends *Contacts
	if e.Contact > 0 {
		friends = ContactsOf(x.model)
	}
	for _, p := range x.open {
		c := x.list[s.IntN(len(x.list))]
		if e.affinity(x, p, c.Domain) < shared || c.was(p) {
			continue
		}
		if s.Coin(e.joins(friends, p, c)) {
			all = append(all, joining{c, p})
		}
	}
	for _, j := range all {
		x.add(j.community, j.person)
	}
	x.joining = all
}

// joins is the probability with which a person joins.
func (e *Formation) joins(friends *Contacts, p int, c *Community) float64 {
	if e.Contact == 0 {
		return e.Join
	}
	n := friends.among(p, c)
	return min(e.Join*(1+float64(e.Contact*float64(n)/float64(n+1))), 1)
}

// bear lets a community be born.
func (e *Formation) bear(x *scene, s *agents.Stream) {
	topic := s.IntN(x.topics)
	able, most, shared := x.able[:0], e.most(), e.shared()
	for _, p := range x.open {
		interests := x.interests(p)
		if x.free(p, most) && interests.Has(topic) && interests.Len() >= shared {
			able = append(able, p)
		}
	}
	x.able = able
	if len(able) == 0 {
		return
	}
	founder := able[s.IntN(len(able))]
	others := x.interests(founder) &^ practice.Topics(topic)
	domain := practice.Topics(topic) | others.Draw(shared-1, s)
	if founders := e.gather(x, s, founder, topic, domain); len(founders) == e.founders() {
		x.found(domain, founders)
	}
}

// gather returns a person and those who agree to found a community with him, as many as are needed
// or fewer.
func (e *Formation) gather(
	x *scene, s *agents.Stream, founder, topic int, domain practice.TopicSet,
) []int {
	asked, most, shared := x.asked[:0], e.most(), e.shared()
	for _, p := range x.open {
		if p != founder && x.free(p, most) && e.affinity(x, p, domain) >= shared {
			asked = append(asked, p)
		}
	}
	x.asked = asked
	founders := append(slices.Grow(x.founders[:0], 1+min(len(asked), e.founders())), founder)
	x.founders = founders
	if len(asked) < e.founders()-1 {
		return founders
	}
	s.Shuffle(len(asked), func(i, j int) { asked[i], asked[j] = asked[j], asked[i] })
	for _, p := range asked {
		if len(founders) == e.founders() {
			break
		}
		if !x.meets(p, founders, topic) {
			founders = append(founders, p)
		}
	}
	return founders
}

// meets reports whether a person is together on a topic with one of others.
func (x *scene) meets(p int, others []int, topic int) bool {
	for _, q := range others {
		if x.together(p, q, topic) {
			return true
		}
	}
	return false
}
