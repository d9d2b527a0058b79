package formation

import (
	"fmt"
	"slices"

	"orglearn/agents"
	"orglearn/agents/practice"
	"orglearn/sim"
)

// Drawn is what a control draws at random.
type Drawn int

// With Nothing drawn a control runs as its scenario does, bit for bit.
const (
	Nothing Drawn = iota
	Members
	Domains
)

// Controls are the controls of a scenario with one Formation. The communities of a control are born
// and end at the same ticks as in the scenario, with the same seed in the same replicate. As many
// people join and leave each of them at each tick. Heirs take over norms as there.
//
// Members: the same domains, and members drawn. Who founds or joins a community is drawn among
// those who are free, and who leaves among its members. If the scenario has a better result, the
// reason is who is together: affinity, contacts, and that people leave for want of gain.
//
// Domains: the same members, and domains drawn. A new community gets as many topics as in the
// scenario, drawn among all. If the scenario has a better result, the reason is what they talk
// about.
//
// Talk is held equal: at each tick both have as many seats in communities as the scenario, and each
// community talks of as many dimensions. If Formation.Seats is 1, as many people have a seat in
// one, too. With Domains drawn each person has the same seats.
//
// Found here (go run ./examples/formation): of 24 differences between a scenario and its controls,
// in what people, newcomers and norms know, four are shown. All are gains of .010 to .015.
// Interests are drawn apart from beliefs there, so people who share them do not know the same.
//
// The controls find the history of the scenario by running it beside their own runs, once for each
// replicate. They keep those of the latest 256 replicates. No other event may change who sits in
// the communities. A place that falls vacant can stay a member until somebody leaves.
type Controls struct {
	at      int // the Formation among the events
	channel string
	of      *histories
}

// NewControls returns the controls of a scenario. If it has not exactly one Formation that is on,
// it returns an error that names the scenario.
func NewControls(s sim.Scenario) (*Controls, error) {
	var at []int
	for i, e := range s.Events {
		if f, is := e.(Formation); is && !f.Off() {
			at = append(at, i)
		}
	}
	if len(at) != 1 {
		return nil, fmt.Errorf("formation: scenario %q has %d events of Formation, want 1", s.Name,
			len(at))
	}
	channel := s.Events[at[0]].(Formation).Channel
	return &Controls{at[0], channel, &histories{
		scenario: s, channel: channel, runs: map[run]func() history{},
	}}, nil
}

// Scenario returns the control in which something is drawn. It is named after its scenario.
func (c *Controls) Scenario(drawn Drawn) sim.Scenario {
	s := c.of.scenario
	s.Name += [...]string{" again", " members drawn", " domains drawn"}[drawn]
	s.Events = slices.Clone(s.Events)
	s.Events[c.at] = control{s.Events[c.at].(Formation), drawn, c.of}
	return s
}

// control is the event of a control, in the place of a Formation. Its histories are no state: they
// are what the scenario gives.
type control struct {
	Formation
	drawn Drawn
	of    *histories
}

// Happen implements sim.Event.
func (e control) Happen(m *sim.Model, s *agents.Stream) {
	h := e.of.of(run{m.Seed(), m.Replicate()})
	before, now := h.at(m.Tick()-1), h.at(m.Tick())
	if m.Tick() == 0 {
		return
	}
	x := look(m, e.Channel)
	for _, c := range x.list {
		e.lose(x, c, find(before, c.Born), find(now, c.Born), s)
	}
	x.end(func(c *Community) bool { return find(now, c.Born) == nil })
	for _, c := range x.list {
		e.gain(x, c, find(before, c.Born), find(now, c.Born), s)
	}
	for i := range now {
		if find(before, now[i].Born) == nil {
			e.bear(x, &now[i], s)
		}
	}
	x.settle(e.Heir)
}

// lose lets as many members leave a community as leave it in the scenario.
func (e control) lose(x *scene, c *Community, before, now *Community, s *agents.Stream) {
	if now == nil {
		return // it ends
	}
	if e.drawn != Members {
		x.drop(c, func(p int) bool { return !now.Has(p) })
		return
	}
	n := 0
	for _, p := range before.Members {
		if !now.Has(int(p)) {
			n++
		}
	}
	for range n {
		p := x.leaver(c, s)
		x.drop(c, func(q int) bool { return q == p })
	}
}

// leaver draws a member of a community; one whose place is vacant, if there is any.
func (x *scene) leaver(c *Community, s *agents.Stream) int {
	c.order()
	var vacant []int32
	for _, p := range c.Members {
		if x.model.Vacant(int(p)) {
			vacant = append(vacant, p)
		}
	}
	if len(vacant) == 0 {
		vacant = c.Members
	}
	return int(vacant[s.IntN(len(vacant))])
}

// gain lets as many people join a community as join it in the scenario.
func (e control) gain(x *scene, c *Community, before, now *Community, s *agents.Stream) {
	for _, p := range now.Members {
		switch {
		case before.Has(int(p)):
		case e.drawn == Members:
			e.draw(x, c, s)
		default:
			x.add(c, int(p))
		}
	}
}

// bear lets a community be born as in the scenario.
func (e control) bear(x *scene, like *Community, s *agents.Stream) {
	domain := like.Domain
	if e.drawn == Domains {
		domain = practice.TopicSet(agents.Lanes(x.topics, 0)).Draw(domain.Len(), s)
	}
	x.found(domain, nil)
	c := x.list[len(x.list)-1]
	for _, p := range like.Members {
		if e.drawn == Members {
			e.draw(x, c, s)
		} else {
			x.add(c, int(p))
		}
	}
}

// draw makes somebody a member of a community: drawn among those who are free and no members. If
// all who are free are members, one of them takes a seat from somebody else, who becomes a member.
func (e control) draw(x *scene, c *Community, s *agents.Stream) {
	var free, others []int
	for p := range x.model.People() {
		switch {
		case c.now(p) || x.model.Vacant(p):
		case x.free(p, e.most()):
			free = append(free, p)
		default:
			others = append(others, p)
		}
	}
	if len(free) > 0 {
		x.add(c, free[s.IntN(len(free))])
		return
	}
	if len(others) == 0 {
		return // fewer people than in the scenario are present
	}
	p := others[s.IntN(len(others))]
	x.add(c, p)
	x.passOn(c, p, e.most())
}

// passOn gives a seat that a person has besides the one in a community to somebody who is free.
func (x *scene) passOn(besides *Community, p, most int) {
	for q := range x.model.People() {
		if !x.free(q, most) {
			continue
		}
		for _, c := range x.list {
			if c != besides && c.now(p) && !c.now(q) {
				x.drop(c, func(r int) bool { return r == p })
				x.add(c, q)
				return
			}
		}
	}
}
