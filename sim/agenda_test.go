package sim_test

import (
	"testing"

	"orglearn/agents"
	"orglearn/agents/opinion"
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/simtest"
)

// about is an agenda that never changes: a list of dimensions for each unit, by its number.
func about(units ...[]int) agents.Agenda {
	return agents.AboutFunc(func(u *unit, about []uint64) {
		for _, d := range units[u.ID%len(units)] {
			about[d/64] |= 1 << (d % 64)
		}
	})
}

// A norm changes, and is taken over, only within what its unit is about.
func TestNormStaysOutsideTheAgenda(t *testing.T) {
	for _, c := range []struct {
		name         string
		simultaneous bool
	}{{"after deciding", false}, {"before deciding", true}} {
		t.Run(c.name, func(t *testing.T) {
			channel := among("work", []int32{0, 1})
			channel.Agenda, channel.Simultaneous = about([]int{0, 1}), c.simultaneous
			m := built(t, byHand(2, 4, channel), 1, 0)
			believe(m, []int8{1, 1, 1, 1}, []int8{0, 0, 0, 0})
			hold(m, m.Norm(0, 0), []int8{0, 0, 0, -1}) // dimension 3 is from the agenda before
			advance(t, m, 2)
			holds(t, m, "the norm", m.Norm(0, 0), 1, 1, 0, -1)
			holds(t, m, "the belief of who learns", m.Beliefs(1), 1, 1, 0, 0)
			holds(t, m, "the belief of who knows", m.Beliefs(0), 1, 1, 1, 1)
		})
	}
}

// Merit is judged within the agenda: the person who is right there decides, even if another does
// better over all dimensions.
func TestMeritWithinTheAgenda(t *testing.T) {
	for _, c := range []struct {
		agenda agents.Agenda
		want   []int8
	}{
		{about([]int{0}), []int8{1, 0, 0}},        // 1 against -1, and the empty norm 0
		{about([]int{1, 2}), []int8{0, 1, 1}},     // -2 against 2
		{about([]int{0, 1, 2}), []int8{-1, 1, 1}}, // -1 against 1
		{nil, []int8{-1, 1, 1}},
	} {
		channel := among("work", []int32{0, 1})
		channel.Agenda, channel.Internalize = c.agenda, agents.Absorb{Rate: 0}
		m := built(t, byHand(2, 3, channel), 1, 0)
		believe(m, []int8{1, -1, -1}, []int8{-1, 1, 1})
		step(t, m)
		holds(t, m, "the norm", m.Norm(0, 0), c.want...)
	}
}

// In a world that pays for blocks, a block counts only if all of it is on the agenda.
func TestMeritOfBlocksWithinTheAgenda(t *testing.T) {
	for _, c := range []struct {
		agenda []int
		want   []int8
	}{
		{[]int{0, 1, 2, 3}, []int8{1, 1, 1, 0}}, // one whole block right: 2 against 0
		{[]int{2, 3}, []int8{0, 0, 0, 0}},       // no block of anybody is right
		{[]int{1, 2, 3}, []int8{0, 0, 0, 0}},    // the first block is not wholly on it
	} {
		channel := among("work", []int32{0, 1})
		channel.Agenda, channel.Internalize = about(c.agenda), agents.Absorb{Rate: 0}
		s := byHand(2, 4, channel)
		s.Reality = sim.Blocks{Size: 2}
		m := built(t, s, 1, 0)
		believe(m, []int8{1, 1, 1, 0}, []int8{-1, 1, 1, -1})
		step(t, m)
		holds(t, m, "the norm", m.Norm(0, 0), c.want...)
	}
}

// A unit that is about nothing does not meet: its norm stays, and nobody heeds his seat in it. A
// person with two seats who heeds one of them a tick then always heeds the other.
func TestUnitAboutNothingDoesNotMeet(t *testing.T) {
	channel := among("work", []int32{0, 1}, []int32{0, 1})
	channel.Agenda = about(nil, []int{0, 1})
	s := byHand(2, 2, channel)
	s.Attention = 1
	for replicate := range uint64(20) {
		m := built(t, s, 1, replicate)
		believe(m, []int8{1, 0}, []int8{0, 0})
		hold(m, m.Norm(0, 0), []int8{0, 1})
		step(t, m)
		holds(t, m, "the norm of the unit that does not meet", m.Norm(0, 0), 0, 1)
		holds(t, m, "the norm of the unit that meets", m.Norm(0, 1), 1, 0)
		holds(t, m, "the belief of who learns", m.Beliefs(1), 1, 0)
	}
}

// A unit that meets every other tick keeps its norm in between. Its agenda is asked before anybody
// speaks.
func TestUnitMeetsEveryOtherTick(t *testing.T) {
	channel := among("work", []int32{0, 1})
	channel.Agenda = agents.AboutFunc(func(u *unit, about []uint64) {
		about[0] = uint64(u.Tick % 2)
	})
	m := built(t, byHand(2, 1, channel), 1, 0)
	believe(m, []int8{1}, []int8{0})
	for tick, want := range []int8{0, 1} {
		step(t, m)
		holds(t, m, "the norm", m.Norm(0, 0), want)
		holds(t, m, "the belief", m.Beliefs(1), want)
		if tick == 0 && m.Flow(0).Said != 1 {
			t.Errorf("%+v: people speak whether a unit meets or not", m.Flow(0))
		}
	}
	believe(m, []int8{1}, []int8{0})
	step(t, m)
	holds(t, m, "the belief of who does not meet", m.Beliefs(1), 0)
	holds(t, m, "the norm", m.Norm(0, 0), 1)
}

// A circle has an agenda too. It hears nothing else, and a circle that is about nothing does not
// meet.
func TestAgendaOfCircles(t *testing.T) {
	channel := certain("ring", circle)
	channel.Agenda = about([]int{0}, []int{1}, nil)
	m := built(t, byHand(3, 2, channel), 1, 0)
	believe(m, []int8{0, 0}, []int8{1, 1}, []int8{0, 0})
	step(t, m)
	holds(t, m, "the belief of 0", m.Beliefs(0), 1, 0)
	holds(t, m, "the belief of 1", m.Beliefs(1), 1, 1)
	holds(t, m, "the belief of 2, whose circle does not meet", m.Beliefs(2), 0, 0)
}

// Bits past the last dimension do not count: a unit with only such bits does not meet.
func TestAgendaPastTheLastDimension(t *testing.T) {
	channel := among("work", []int32{0, 1})
	channel.Agenda = agents.AboutFunc(func(_ *unit, about []uint64) { about[0] = ^uint64(7) })
	m := built(t, byHand(2, 3, channel), 1, 0)
	believe(m, []int8{1, 1, 1}, []int8{0, 0, 0})
	step(t, m)
	holds(t, m, "the norm", m.Norm(0, 0), 0, 0, 0)
}

// The rule of a unit, and people who learn from the unit, are told what it is about.
func TestAboutIsTold(t *testing.T) {
	channel := among("work", []int32{0, 1})
	channel.Agenda = about([]int{1})
	channel.Objectify = agents.ObjectifyFunc(func(u *unit, _ *voices, _ knowledge) {
		if len(u.About) != 1 || u.About[0] != 2 {
			t.Errorf("the unit's rule is told of %v, want dimension 1", u.About)
		}
	})
	channel.Internalize = agents.InternalizeFunc(func(p *person, _, _ knowledge) {
		if len(p.From.About) != 1 || p.From.About[0] != 2 {
			t.Errorf("who learns is told of %v, want dimension 1", p.From.About)
		}
	})
	step(t, built(t, byHand(2, 3, channel), 1, 0))
}

// opaque is a world that is not Sighted.
type opaque struct{ sim.Landscape }

type hidden struct{}

func (hidden) New(dimensions int, s *agents.Stream) (sim.Landscape, error) {
	l, err := sim.Additive{}.New(dimensions, s)
	return opaque{l}, err
}

// An agenda in a world that is not Sighted is an error of New and of Follow.
func TestAgendaNeedsAWorldSeenInPart(t *testing.T) {
	s := byHand(2, 3, among("work", []int32{0, 1}))
	s.Reality = hidden{}
	built(t, s, 1, 0)
	s.Channels[0].Agenda = about([]int{0})
	if _, err := sim.New(s, 1, 0); err == nil {
		t.Error("it is built")
	}
}

// In a topic that a unit is not about, its norm and people's opinions stay.
func TestAgendaOfOpinions(t *testing.T) {
	c := sim.RealChannel{
		Name: "talk", Structure: network.Organization{}, Agenda: about([]int{1}),
		Externalize: opinion.Candid{}, Objectify: opinion.Average{},
		Internalize: opinion.Approach{Rate: 1},
	}
	for structure, objectify := range map[network.Structure]opinion.Objectifier{
		network.Organization{}:                  opinion.Average{},
		network.Circles{Of: network.Complete{}}: opinion.Average{Self: 1}, // of him and the other
	} {
		c.Structure, c.Objectify = structure, objectify
		s := sim.Scenario{
			Name: "opinions", People: 2, Dimensions: 1, Topics: 2, Ticks: 3,
			RealChannels: []sim.RealChannel{c},
		}
		m := built(t, s, 1, 0)
		copy(m.Opinion(0), []float64{2, 2})
		copy(m.Opinion(1), []float64{4, 4})
		step(t, m)
		for p, untouched := range []float64{2, 4} {
			if o := m.Opinion(p); o[0] != untouched || o[1] != 3 {
				t.Errorf("%T: person %d holds %v, want %v and 3", structure, p, o, untouched)
			}
		}
		if m.RealNorms(0) > 0 && (m.RealNorm(0, 0)[0] != 0 || m.RealNorm(0, 0)[1] != 3) {
			t.Errorf("the norm is %v, want 0 and 3", m.RealNorm(0, 0))
		}
	}
}

// A unit of opinions that is about nothing takes no attention from its people.
func TestUnitOfOpinionsAboutNothing(t *testing.T) {
	rules := sim.RealChannel{
		Structure: network.Organization{}, Externalize: opinion.Candid{},
		Objectify:   opinion.Average{},
		Internalize: opinion.Approach{Rate: 1},
	}
	idle, busy := rules, rules
	idle.Name, idle.Agenda, busy.Name = "idle", about(nil), "busy"
	s := sim.Scenario{
		Name: "opinions", People: 2, Dimensions: 1, Topics: 1, Ticks: 3, Attention: 1,
		RealChannels: []sim.RealChannel{idle, busy},
	}
	for replicate := range uint64(20) {
		m := built(t, s, 1, replicate)
		m.Opinion(0)[0], m.Opinion(1)[0] = 0, 4
		step(t, m)
		if m.Opinion(0)[0] != 2 || m.Opinion(1)[0] != 2 {
			t.Errorf("replicate %d: opinions %v and %v, want 2", replicate, m.Opinion(0),
				m.Opinion(1))
		}
	}
}

// An agenda of everything is off: it changes no bit.
func TestAgendaOfEverything(t *testing.T) {
	for _, reality := range []sim.Reality{
		sim.Blocks{Size: 4, Seen: 16}, sim.Blocks{Size: 4}, sim.Additive{Seen: 9}, sim.Additive{},
		sim.Blocks{Size: 5, Seen: 20}, sim.Blocks{Size: 2, Seen: 50},
	} {
		for _, structure := range []network.Structure{
			network.Communities{Team: 5, Size: 5},
			network.Circles{Of: network.RingLattice{Neighbours: 6}},
		} {
			s := sim.Scenario{
				Name: "everything", People: 60, Dimensions: 100, Ticks: 8, Attention: 1,
				Reality: reality,
				Channels: []sim.Channel{{
					Name: "work", Structure: structure, Externalize: agents.Say{Rate: 1},
					Objectify: agents.Superior{Rate: .5}, Internalize: agents.Absorb{Rate: .3},
				}},
			}
			simtest.Off(t, s, func(s *sim.Scenario) { s.Channels[0].Agenda = anything{} })
			s.Dimensions = 60
			simtest.Off(t, s, func(s *sim.Scenario) { s.Channels[0].Agenda = anything{} })
		}
	}
}
