package formation_test

import (
	"slices"
	"testing"

	"orglearn/agents"
	"orglearn/agents/practice"
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/formation"
	"orglearn/sim/power"
	"orglearn/sim/simtest"
)

// given are the interests of people, in their order.
type given []practice.TopicSet

func (given) Words() int { return 1 }

func (g given) Begin(p *agents.Person, self []uint64) { self[0] = uint64(g[p.ID]) }

// work is the name of the channel.
const work = "work"

// forming is a small organization without teams in which communities form.
func forming(self sim.Selves, people int, e formation.Formation) sim.Scenario {
	e.Channel = work
	return sim.Scenario{
		Name: "forming", People: people, Dimensions: 32, Ticks: 40, Self: self,
		Reality: sim.Blocks{Size: 4}, Attention: 1,
		Channels: []sim.Channel{{
			Name: work, Structure: network.Explicit{}, Agenda: practice.Domain{Topics: 4},
			Participate: practice.Tally{}, Externalize: agents.Say{Rate: 1},
			Objectify: agents.Superior{Rate: .5}, Internalize: agents.Absorb{Rate: .3},
		}},
		Events: []sim.Event{e},
	}
}

// lively is an organization of teams and communities in which everything happens.
func lively(e formation.Formation) sim.Scenario {
	s := forming(practice.Interests{Topics: 4, Each: 2}, 40, e)
	s.Channels[0].Structure = network.Isolated{Size: 5}
	s.Events = append([]sim.Event{sim.Turnover{Rate: .02}}, s.Events...)
	s.Experience = agents.Flip{}
	return s
}

// all is a Formation in which everything happens.
var all = formation.Formation{
	Channel: work, Every: 1, Founders: 3, Shared: 1, Seats: 2, Join: .1, Contact: 3, Patience: 6,
	Size: 2, Life: 5, Heir: true, Purpose: practice.Purpose{Weight: 1, Goal: practice.Topics(3)},
}

// [X] By hand: interests A{1,2}, B{1,2}, C{1,3}, D{3}. With 2 founders who share 2 topics only A
// and B are ever together, on 1 and 2. With 3 founders who share 1 only A, B and C are, on 1. D is
// never a member, also if everybody who can joins.
func TestByHand(t *testing.T) {
	interests := given{practice.Topics(1, 2), practice.Topics(1, 2), practice.Topics(1, 3),
		practice.Topics(3)}
	for _, c := range []struct {
		founders, shared int
		members          []int32
		domain           practice.TopicSet
	}{
		{2, 2, []int32{0, 1}, practice.Topics(1, 2)}, {3, 1, []int32{0, 1, 2}, practice.Topics(1)},
	} {
		born := 0
		for replicate := range uint64(20) {
			m := simtest.Built(t, forming(interests, 4, formation.Formation{
				Every: 1, Founders: c.founders, Shared: c.shared, Seats: 3, Join: 1,
			}), replicate)
			for !m.Done() {
				simtest.Step(t, m)
				for _, x := range formation.Communities(m, work) {
					born++
					if !slices.Equal(x.Members, c.members) || x.Domain != c.domain {
						t.Fatalf("%d founders who share %d: %v on %b", c.founders, c.shared,
							x.Members, x.Domain)
					}
				}
				if n := len(formation.Communities(m, work)); n > 1 {
					t.Fatalf("%d communities of the same people on one topic", n)
				}
			}
		}
		if born == 0 {
			t.Errorf("%d founders who share %d: no community", c.founders, c.shared)
		}
	}
}

// A Formation keeps the contract of events, with everything that it does. Off it changes nothing.
func TestFormationIsAnEvent(t *testing.T) {
	s := lively(all)
	s.People, s.Ticks = 20, 8
	plain, off := s, all
	plain.Events, off.Every = s.Events[:1], 0
	simtest.Event(t, plain, all, off)
	c, err := formation.NewControls(s)
	if err != nil {
		t.Fatal(err)
	}
	for _, drawn := range []formation.Drawn{formation.Members, formation.Domains} {
		simtest.Event(t, plain, c.Scenario(drawn).Events[1])
	}
}

// Units that form are communities of practice, and teams are not. So a firm that sponsors
// communities closes the teams for them.
func TestFormedAreCommunities(t *testing.T) {
	s := lively(all)
	s.Channels[0].Agenda = practice.Allotment{Every: 4, Of: s.Channels[0].Agenda}
	s.Events = append(s.Events, power.Sponsor{Channel: work, Time: 1})
	m, formed := simtest.Built(t, s, 0), 0
	for !m.Done() {
		simtest.Step(t, m)
		is := make([]bool, m.Units(0).Len())
		for _, c := range formation.Communities(m, work) {
			is[c.Unit] = true
			formed++
		}
		for u := range is {
			if m.Units(0).IsCommunity(u) != is[u] || power.MeetingTicks(m, work, u) != 0 != is[u] {
				t.Fatalf("tick %d: unit %d has formed: %v, is a community: %v, meets in %d ticks",
					m.Tick(), u, is[u], m.Units(0).IsCommunity(u), power.MeetingTicks(m, work, u))
			}
		}
	}
	if formed < 100 {
		t.Errorf("%d communities at all ticks: too few to test", formed)
	}
}
