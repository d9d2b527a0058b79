package sim_test

import (
	"slices"
	"testing"

	"orglearn/agents"
	"orglearn/agents/opinion"
	"orglearn/agents/practice"
	"orglearn/network"
	"orglearn/sim"
)

// A person who has left believes, says and hears nothing, and is heard nowhere: not in units, not
// in circles, and not if people act one after the other.
func TestWhoeverHasLeftIsHeardNowhere(t *testing.T) {
	for _, c := range []struct {
		name         string
		structure    network.Structure
		asynchronous bool
	}{
		{"unit", network.Organization{}, false},
		{"circles", network.Circles{Of: network.Complete{}}, false},
		{"lasting circles", network.Circles{Of: network.Complete{}, Lasting: true}, false},
		{"one after the other", network.Circles{Of: network.Complete{}}, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			heard := map[int]bool{}
			channel := certain("work", c.structure)
			channel.Objectify = agents.ObjectifyFunc(func(u *unit, said *voices, norm knowledge) {
				for k := range said.Len() {
					heard[said.ID(k)] = true
				}
				agents.Superior{Rate: 1}.Objectify(u, said, norm)
			})
			s := byHand(3, 2, channel)
			s.Asynchronous = c.asynchronous
			m := built(t, s, 1, 0)
			believe(m, []int8{1, 1}, []int8{1, 0}, []int8{0, 0})
			m.Leave(0)
			if m.Present() != 2 || !m.Vacant(0) || m.Vacant(1) || m.Beliefs(0).Known() != 0 {
				t.Errorf("%d are there, and 0 believes %v", m.Present(), m.Beliefs(0))
			}
			advance(t, m, 4)
			holds(t, m, "the belief of who is there", m.Beliefs(2), 1, 0)
			holds(t, m, "the belief of who has left", m.Beliefs(0), 0, 0)
			if heard[0] || !heard[1] {
				t.Errorf("heard are %v, want 1 and 2", heard)
			}
			if m.Claims(0, 0).Known() != 0 {
				t.Errorf("who has left says %v", m.Claims(0, 0))
			}
		})
	}
}

// No rule is called for a vacant place to speak, learn, try or reflect.
func TestVacantPlacesAreNotAsked(t *testing.T) {
	asked := 0
	ask := func(p *person) {
		if p.ID == 1 {
			asked++
		}
	}
	c := among("work", []int32{0, 1, 2})
	c.Externalize = agents.ExternalizeFunc(func(p *person, _, _ knowledge) { ask(p) })
	c.Internalize = agents.InternalizeFunc(func(p *person, _, _ knowledge) { ask(p) })
	s := byHand(3, 1, c)
	s.Experience = agents.TryFunc(func(p *person, _, _ knowledge) bool { ask(p); return false })
	s.Reflect = agents.ReflectFunc(ask)
	m := built(t, s, 1, 0)
	advance(t, m, 2)
	if asked != 8 {
		t.Errorf("he was asked %d times in two ticks, want 8", asked)
	}
	m.Leave(1)
	advance(t, m, 2)
	if asked != 8 {
		t.Errorf("a vacant place was asked %d times", asked-8)
	}
	m.Replace(1)
	step(t, m)
	if asked != 12 {
		t.Errorf("a newcomer was asked %d times in a tick, want 4", asked-8)
	}
}

// A newcomer who fills a vacant place has its seats, is heard and learns.
func TestPlaceIsFilledAgain(t *testing.T) {
	for _, structure := range []network.Structure{
		network.Organization{}, network.Circles{Of: network.Complete{}},
	} {
		m := built(t, byHand(2, 1, certain("work", structure)), 1, 0)
		believe(m, []int8{1}, []int8{0})
		m.Leave(0)
		step(t, m)
		holds(t, m, "the belief of who is alone", m.Beliefs(1), 0)
		m.Replace(0)
		if m.Vacant(0) || m.Present() != 2 || m.Joined(0) != 1 {
			t.Errorf("vacant %v, %d there, joined at %d: want a newcomer",
				m.Vacant(0), m.Present(), m.Joined(0))
		}
		believe(m, []int8{1})
		step(t, m)
		holds(t, m, "the belief of who hears again", m.Beliefs(1), 1)
	}
}

// Leaving twice is the same as leaving once. A person may be replaced without leaving first. All
// may leave.
func TestLeavingTwice(t *testing.T) {
	s := plainly()
	m := built(t, s, 1, 0)
	m.Leave(7)
	m.Leave(7)
	if m.Present() != s.People-1 {
		t.Errorf("%d are there, want %d", m.Present(), s.People-1)
	}
	m.Replace(8)
	if m.Present() != s.People-1 || m.Vacant(8) {
		t.Errorf("%d are there after one was replaced, want %d", m.Present(), s.People-1)
	}
	for p := range s.People {
		m.Leave(p)
	}
	if err := m.Run(); err != nil {
		t.Fatal(err)
	}
	if f := m.Flow(0); m.Present() != 0 || f != (sim.Flow{}) {
		t.Errorf("%d are there, and %+v flows", m.Present(), f)
	}
	for p := range s.People {
		if m.Beliefs(p).Known() > 0 {
			t.Errorf("person %d, who has left, believes %v", p, m.Beliefs(p))
		}
	}
}

// Somebody leaves at the beginning of a run and is replaced at once. That changes only his beliefs:
// with the same beliefs the run is the same.
func TestReplacedAtOnceByTheSame(t *testing.T) {
	s := plainly()
	s.Beliefs = agents.BeginFunc(func(p *person, belief knowledge) {
		for d := range p.Dimensions {
			belief.Set(d, agents.Belief((p.ID*7+d*d)%3-1))
		}
	})
	left := detached(s)
	left.Events = []sim.Event{at(0, func(m *sim.Model) {
		for p := range m.People() {
			m.Leave(p)
			m.Replace(p)
		}
	})}
	sameTrace(t, "left and replaced", trace(t, built(t, left, 1, 0)), trace(t, built(t, s, 1, 0)))
}

// A vacancy in one unit changes no bit of another unit: a person's chance does not depend on who
// else is there.
func TestVacancyChangesNobodysChance(t *testing.T) {
	s := ring(network.Isolated{Size: 5}, agents.Absorb{Rate: .3})
	s.People, s.Ticks, s.Dimensions = 40, 10, 100
	s.Reality, s.Channels[0].Externalize = sim.Additive{}, agents.Say{Rate: .7}
	a, b := built(t, s, 1, 0), built(t, s, 1, 0)
	for p := 35; p < 38; p++ { // of the last unit
		b.Leave(p)
	}
	for range 10 {
		step(t, a)
		step(t, b)
		for p := range 35 {
			if !a.Beliefs(p).Equal(b.Beliefs(p)) {
				t.Fatalf("tick %d: person %d of another unit believes other things", a.Tick(), p)
			}
		}
	}
}

// Turnover leaves vacant places vacant, and replaces the same other people.
func TestTurnoverLeavesVacantPlaces(t *testing.T) {
	m := built(t, with(sim.Turnover{Rate: .5}), 1, 0)
	other := built(t, with(sim.Turnover{Rate: .5}), 1, 0)
	m.Leave(3)
	advance(t, m, 5)
	advance(t, other, 5)
	if !m.Vacant(3) || m.Joined(3) != 0 {
		t.Errorf("a vacant place is filled, by somebody who came at %d", m.Joined(3))
	}
	for p := range m.People() {
		if p != 3 && m.Joined(p) != other.Joined(p) {
			t.Errorf("person %d came at %d, and at %d where nobody has left",
				p, m.Joined(p), other.Joined(p))
		}
	}
}

// If a person leaves, his self and his opinions are cleared. His claims of the cycle just ended
// stay. In the next cycle he says nothing.
func TestWhatGoesWithWhoLeaves(t *testing.T) {
	s := byHand(3, 2, among("work", []int32{0, 1, 2}))
	opinionated(&s)
	s.RealChannels = s.RealChannels[1:] // contacts
	s.Self = numbered{}
	m := built(t, s, 1, 0)
	step(t, m)
	m.Leave(2)
	zeros := []float64{0, 0, 0}
	if !slices.Equal(m.Self(2), []uint64{0, 0}) || !slices.Equal([]float64(m.Opinion(2)), zeros) {
		t.Errorf("who has left is %d and holds %v, want zeros", m.Self(2), m.Opinion(2))
	}
	step(t, m)
	if !slices.Equal([]float64(m.RealClaims(0, 2)), zeros) {
		t.Errorf("who has left says %v, want zeros", m.RealClaims(0, 2))
	}
	if !slices.Equal([]float64(m.Opinion(2)), zeros) {
		t.Errorf("who has left holds %v", m.Opinion(2))
	}
	m.Replace(2)
	if !slices.Equal(m.Self(2), []uint64{2, 2}) || slices.Equal([]float64(m.Opinion(2)), zeros) {
		t.Errorf("the newcomer is %d and holds %v", m.Self(2), m.Opinion(2))
	}
}

// Nobody hears the opinions of a person who has left: not in units, not in circles, and not the
// people whom he heard.
func TestOpinionsOfWhoeverHasLeft(t *testing.T) {
	for _, c := range []struct {
		name      string
		structure network.Structure
		average   opinion.Average
		mutual    bool
	}{
		{"unit", network.Organization{}, opinion.Average{}, false},
		{"circles", network.Circles{Of: network.Complete{}}, opinion.Average{Self: 1}, false},
		{"mutual", network.Circles{Of: network.Complete{}}, opinion.Average{Self: 1}, true},
	} {
		s := sim.Scenario{
			Name: "opinions", People: 3, Dimensions: 1, Topics: 1, Ticks: 9, Asynchronous: c.mutual,
			RealChannels: []sim.RealChannel{{
				Name: "talk", Structure: c.structure, Externalize: opinion.Candid{},
				Objectify:   c.average,
				Internalize: opinion.Approach{Rate: 1}, Mutual: c.mutual,
			}},
		}
		m := built(t, s, 1, 0)
		for p, o := range []float64{1, 3, 100} {
			m.Opinion(p)[0] = o
		}
		m.Leave(2)
		advance(t, m, 6)
		if m.Opinion(0)[0] != 2 || m.Opinion(1)[0] != 2 || m.Opinion(2)[0] != 0 {
			t.Errorf("%s: opinions are %v, %v and %v, want 2, 2 and 0",
				c.name, m.Opinion(0), m.Opinion(1), m.Opinion(2))
		}
	}
}

// A rule that looks back is told of the people who learn, and of no vacant place. What it remembers
// of a person's seat is forgotten when he leaves.
func TestNobodyLooksBackOnVacantPlaces(t *testing.T) {
	for _, structure := range []network.Structure{
		network.Organization{}, network.Circles{Of: network.Complete{}, Lasting: true},
	} {
		c := certain("work", structure)
		rule := practice.Expectations{Every: 1, Visible: 1, Shown: 1, Energy: 1}
		c.Participate = rule
		m := built(t, byHand(2, 1, c), 1, 0)
		believe(m, []int8{1}, []int8{1})
		step(t, m)
		m.Leave(1)
		for tick := 2; tick < 5; tick++ {
			for p, want := range []float64{8 + float64(m.Tick()), 8} {
				x, err := m.Remembered("work")
				if err != nil {
					t.Fatal(err)
				}
				_, seat := x.Part(p, int(m.Units(0).Of(p)[0]))
				if _, own, _ := practice.ExpectationsIn(rule, seat); rule.Level(own) != want {
					t.Errorf("tick %d: the energy of %d is %v, want %v", m.Tick(), p,
						rule.Level(own), want)
				}
			}
			step(t, m)
		}
		m.Replace(1)
		step(t, m)
		x, _ := m.Remembered("work")
		_, seat := x.Part(1, int(m.Units(0).Of(1)[0]))
		if _, own, _ := practice.ExpectationsIn(rule, seat); rule.Level(own) != 9 {
			t.Errorf("after a tick the energy of a newcomer is %v, want 9", rule.Level(own))
		}
	}
}
