package sim_test

import (
	"fmt"
	"testing"

	"orglearn/agents"
	"orglearn/agents/opinion"
	"orglearn/network"
	"orglearn/sim"
)

// standings checks that the standing which rules are told is what reality pays at that moment.
type standings struct {
	t *testing.T
	m *sim.Model
	n int
}

// check compares one standing with the score of somebody's beliefs now.
func (s *standings) check(who string, person int, told int32) {
	if s.m == nil {
		return
	}
	s.n++
	if want := s.m.Landscape().Score(s.m.Beliefs(person)); told != want {
		s.t.Errorf("tick %d: %s %d stands at %d, want %d", s.m.Tick(), who, person, told, want)
	}
}

// If people act one after the other, a person who has learned in one channel has his new standing
// in the next one. So do his circle and his circle of opinions.
func TestAsynchronousStandingBetweenChannels(t *testing.T) {
	s := &standings{t: t}
	first := sim.Channel{
		Name: "first", Structure: network.Circles{Of: network.RingLattice{Neighbours: 4}},
		Externalize: agents.Say{Rate: 1}, Objectify: agents.Majority{Rate: 1},
		Internalize: agents.Absorb{Rate: .5},
	}
	second := first
	second.Name = "second"
	second.Objectify = agents.ObjectifyFunc(func(u *agents.Unit, said *agents.Voices,
		norm agents.Knowledge) {
		s.check("the circle of person", u.ID, u.Standing)
		agents.Majority{Rate: 1}.Objectify(u, said, norm)
	})
	second.Internalize = agents.InternalizeFunc(func(p *agents.Person, norm,
		belief agents.Knowledge) {
		s.check("person", p.ID, p.Standing)
		agents.Absorb{Rate: .5}.Internalize(p, norm, belief)
	})
	talk := opinionRing("talk")
	talk.Objectify = opinion.ObjectifyFunc(func(u *agents.Unit, _ *opinion.Voices,
		_ opinion.Opinion) {
		s.check("the circle of opinions of person", u.ID, u.Standing)
	})
	talk.Internalize = opinion.InternalizeFunc(func(p *agents.Person, _, _ opinion.Opinion) {
		s.check("with opinions, person", p.ID, p.Standing)
	})
	s.m = built(t, sim.Scenario{
		Name: "live", People: 20, Dimensions: 70, Ticks: 3, Asynchronous: true, Topics: 1,
		Channels: []sim.Channel{first, second}, RealChannels: []sim.RealChannel{talk},
	}, 1, 0)
	if err := s.m.Run(); err != nil {
		t.Error(err)
	}
	if s.n < 3*20*4 {
		t.Errorf("only %d standings were told", s.n)
	}
}

// opinionRing is circles of opinions in which nothing is learned.
func opinionRing(name string) sim.RealChannel {
	return sim.RealChannel{
		Name: name, Structure: network.Circles{Of: network.RingLattice{Neighbours: 4}},
		Externalize: opinion.Candid{}, Objectify: opinion.Average{Self: 1},
		Internalize: opinion.Approach{},
	}
}

// A circle of opinions has the standing of its person, also if all act at once. Its Objectifier,
// Internalizer and Participant are all told so.
func TestCirclesOfOpinionsStand(t *testing.T) {
	s := &standings{t: t}
	talk := opinionRing("talk")
	talk.Objectify = opinion.ObjectifyFunc(func(u *agents.Unit, _ *opinion.Voices,
		_ opinion.Opinion) {
		s.check("the circle of person", u.ID, u.Standing)
	})
	talk.Internalize = opinion.InternalizeFunc(func(p *agents.Person, _, _ opinion.Opinion) {
		s.check("the circle from which he learns, of person", p.From.ID, p.From.Standing)
	})
	talk.Participate = agents.PartFunc(func(_ *agents.Person, u *agents.Unit,
		_ network.Rank) agents.Part {
		s.check("the circle in which he takes part, of person", u.ID, u.Standing)
		return agents.Both
	})
	s.m = built(t, sim.Scenario{
		Name: "standing", People: 20, Dimensions: 70, Ticks: 3, Topics: 1,
		RealChannels: []sim.RealChannel{talk},
	}, 1, 0)
	if err := s.m.Run(); err != nil {
		t.Error(err)
	}
	if s.n < 3*20*(1+1+4) {
		t.Errorf("only %d standings were told", s.n)
	}
}

// chances notes each number that a rule draws, and reports one that was drawn before.
type chances struct {
	t    *testing.T
	of   map[uint64]string
	what string
}

func (d chances) note(of string, s *agents.Stream) {
	word := s.Uint64()
	if before, met := d.of[word]; met {
		d.t.Errorf("%s: %s has the chance of %s", d.what, of, before)
	}
	d.of[word] = of
}

// noting holds rules of opinions that note what they draw.
func (d chances) noting(c *sim.RealChannel) {
	c.Externalize = opinion.ExternalizeFunc(func(p *agents.Person, _, _ opinion.Opinion) {
		d.note("who says it", p.Stream)
	})
	c.Objectify = opinion.ObjectifyFunc(func(u *agents.Unit, _ *opinion.Voices,
		_ opinion.Opinion) {
		d.note("a unit", u.Stream)
	})
	c.Internalize = opinion.InternalizeFunc(func(p *agents.Person, _, _ opinion.Opinion) {
		d.note("who learns", p.Stream)
	})
}

// Each partner who learns in the same activation has his own chance. So has each seat from which
// one person learns in one tick.
func TestNobodySharesChance(t *testing.T) {
	mutual, seats := opinionRing("talk"), opinionRing("talk")
	mutual.Mutual = true
	seats.Structure = network.Communities{Team: 5, Size: 5}
	for _, c := range []struct {
		what         string
		channel      sim.RealChannel
		asynchronous bool
		least        int
	}{
		// In each of 20 activations 4 partners speak, and all 5 decide and learn.
		{"mutual partners", mutual, true, 3 * 20 * (4 + 5 + 5)},
		// 10 units, and 20 people who speak once, and learn twice.
		{"two seats", seats, false, 3 * (10 + 20 + 2*20)},
	} {
		d := chances{t, map[uint64]string{}, c.what}
		d.noting(&c.channel)
		s := sim.Scenario{
			Name: "apart", People: 25, Dimensions: 1, Ticks: 3, Topics: 1,
			Asynchronous: c.asynchronous, RealChannels: []sim.RealChannel{c.channel},
		}
		if err := built(t, s, 1, 0).Run(); err != nil {
			t.Error(err)
		}
		if len(d.of) < c.least {
			t.Errorf("%s: %d numbers were drawn, want at least %d", c.what, len(d.of), c.least)
		}
	}
}

// The same holds for beliefs: each of two seats has its own coins.
func TestSeatsShareNoCoins(t *testing.T) {
	d := chances{t, map[uint64]string{}, "two seats of beliefs"}
	s := sim.Scenario{
		Name: "apart", People: 25, Dimensions: 9, Ticks: 3,
		Channels: []sim.Channel{{
			Name: "work", Structure: network.Communities{Team: 5, Size: 5},
			Externalize: agents.Say{Rate: 1}, Objectify: agents.Majority{Rate: 1},
			Internalize: agents.InternalizeFunc(func(p *agents.Person, _, _ agents.Knowledge) {
				d.note("who learns", p.Stream)
			}),
		}},
	}
	if err := built(t, s, 1, 0).Run(); err != nil {
		t.Error(err)
	}
	if len(d.of) != 3*2*25 {
		t.Errorf("%d numbers were drawn, want %d", len(d.of), 3*2*25)
	}
}

// Each of two seats of a person has its own coins also if people learn in blocks: the run is the
// same as with the rule one by one.
func TestSeatsInBlocksShareNoCoins(t *testing.T) {
	for _, rule := range []agents.Internalizer{agents.Absorb{Rate: .3}, agents.Fill{Rate: .3}} {
		runs := [2]string{}
		for i, learn := range []agents.Internalizer{rule,
			agents.InternalizeFunc(rule.Internalize)} {
			s := sim.Scenario{
				Name: "apart", People: 25, Dimensions: 100, Ticks: 9,
				Channels: []sim.Channel{{
					Name: "work", Structure: network.Communities{Team: 5, Size: 5},
					Externalize: agents.Say{Rate: 1}, Objectify: agents.Superior{Rate: .5},
					Internalize: learn,
				}},
			}
			m := built(t, s, 1, 0)
			if err := m.Run(); err != nil {
				t.Fatal(err)
			}
			runs[i] = fmt.Sprint(m.Bodies())
		}
		if runs[0] != runs[1] {
			t.Errorf("%T in blocks gives another run than one by one", rule)
		}
	}
}
