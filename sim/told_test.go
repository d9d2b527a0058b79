package sim_test

import (
	"context"
	"fmt"
	"testing"

	"orglearn/agents"
	"orglearn/agents/opinion"
	"orglearn/network"
	"orglearn/sim"
)

// A Participant is told the weight of a person's tie.
func TestParticipantIsToldTheTie(t *testing.T) {
	c := certain("work", network.Explicit{Units: []network.Membership{
		{Voices: []network.Voice{{Person: 0, Weight: 2}, {Person: 1, Weight: .5}}},
	}})
	c.Participate = agents.PartFunc(func(p *person, _ *unit, _ network.Rank) agents.Part {
		if want := []float64{2, .5}[p.ID]; p.Weight != want {
			t.Errorf("person %d is told Weight %v, want %v", p.ID, p.Weight, want)
		}
		return agents.Both
	})
	step(t, built(t, byHand(2, 1, c), 1, 0))
}

type seatOnly struct{ t *testing.T }

func (seatOnly) Memory(int) agents.Memory { return agents.Memory{Seat: 1} }
func (r seatOnly) Part(p *person, u *unit, _ network.Rank) agents.Part {
	if (p.Seat != nil) != (u.ID == p.ID) {
		r.t.Errorf("person %d in circle %d is told of a seat: %v", p.ID, u.ID, p.Seat != nil)
	}
	return agents.Both
}

// In circles a Participant has the memory of a seat for the person's own circle only.
func TestParticipantRemembersHisOwnCircleOnly(t *testing.T) {
	c := certain("ring", circle)
	c.Participate = seatOnly{t}
	step(t, built(t, byHand(4, 1, c), 1, 0))
}

// Follow may add a Reflector to an asynchronous scenario.
func TestFollowAddsAReflector(t *testing.T) {
	s := byHand(6, 6, certain("ring", circle))
	s.Asynchronous, s.Experience = true, agents.Flip{}
	m := built(t, s, 1, 0)
	var gained []int32
	s.Reflect = agents.ReflectFunc(func(p *person) { gained = append(gained, p.Gained) })
	if err := m.Follow(s); err != nil {
		t.Fatal(err)
	}
	for range 5 {
		gained = gained[:0]
		before := scores(m)
		step(t, m)
		for p, now := range scores(m) {
			if gained[p] != now-before[p] {
				t.Errorf("tick %d: person %d gained %d, and is told %d", m.Tick(), p, now-before[p],
					gained[p])
			}
		}
	}
}

// A branch of a replicate that runs as a lane has its own chance for what it adds.
func TestBranchOfAReplicateAmongOthers(t *testing.T) {
	s := bases()[1]
	add := detached(s)
	add.Experience = agents.Flip{}
	want := map[int]string{}
	for r := range 7 {
		m := built(t, s, 5, uint64(r))
		advance(t, m, 2)
		if err := m.Follow(add); err != nil {
			t.Fatal(err)
		}
		if err := m.Run(); err != nil {
			t.Fatal(err)
		}
		want[r] = fmt.Sprint(state(m))
	}
	e := sim.Experiment{Scenarios: []sim.Scenario{s}, Replicates: 7, Seed: 5, Workers: 1}
	err := e.Run(context.Background(), func(_, r int) sim.Observer {
		return func(m *sim.Model, tick int) {
			if tick == 2 {
				c := m.Clone()
				if err := c.Follow(add); err != nil {
					t.Error(err)
				}
				if err := c.Run(); err != nil {
					t.Error(err)
				}
				if got := fmt.Sprint(state(c)); got != want[r] {
					t.Errorf("replicate %d: another run", r)
				}
			}
		}
	})
	if err != nil {
		t.Fatal(err)
	}
}

// In a circle of opinions, From and the Unit both have the standing of the person.
func TestCircleOfOpinionsStandsAsItsPerson(t *testing.T) {
	var own, from int32
	c := sim.RealChannel{
		Name: "talk", Structure: circle, Externalize: opinion.Candid{},
		Objectify: opinion.ObjectifyFunc(func(u *unit, _ *opinion.Voices, _ opinion.Opinion) {
			if u.ID == 0 {
				own = u.Standing
			}
		}),
		Internalize: opinion.InternalizeFunc(func(p *person, _, _ opinion.Opinion) {
			if p.ID == 0 {
				from = p.From.Standing
			}
		}),
	}
	m := built(t, sim.Scenario{
		Name: "opinions", People: 4, Dimensions: 3, Topics: 1, Ticks: 2,
		RealChannels: []sim.RealChannel{c},
	}, 1, 0)
	believe(m, []int8{1, 1, 1})
	step(t, m)
	if own != 3 || from != 3 {
		t.Errorf("unit stands at %d, From at %d, want 3", own, from)
	}
}

// A Participant is not asked about a vacant place.
func TestVacantPlaceIsNotAskedForItsPart(t *testing.T) {
	c := among("work", []int32{0, 1})
	c.Participate = agents.PartFunc(func(p *person, _ *unit, _ network.Rank) agents.Part {
		if p.ID == 0 {
			t.Error("a vacant place is asked")
		}
		return agents.Both
	})
	s := byHand(2, 1, c)
	s.Events = []sim.Event{at(0, func(m *sim.Model) { m.Leave(0) })}
	step(t, built(t, s, 1, 0))
}

type selfFunc struct{ f func() }

func (selfFunc) Words() int              { return 1 }
func (selfFunc) Begin(*person, []uint64) {}

// A model can follow its own scenario, also if Self holds a function.
func TestFollowWhereSelfHoldsAFunction(t *testing.T) {
	s := byHand(2, 1, among("work", []int32{0, 1}))
	s.Self = selfFunc{func() {}}
	m := built(t, s, 1, 0)
	if err := m.Follow(s); err != nil {
		t.Error(err)
	}
}

// Follow refuses another structure, and other first beliefs.
func TestFollowRefusesAnotherStructure(t *testing.T) {
	s := byHand(4, 1, among("work", []int32{0, 1}))
	m := built(t, s, 1, 0)
	o := detached(s)
	o.Channels[0].Structure = network.Isolated{Size: 2}
	if err := m.Follow(o); err == nil {
		t.Error("another structure is followed")
	}
	m = built(t, s, 1, 0)
	o = detached(s)
	o.Beliefs = agents.Mixed{Unknown: 0}
	if err := m.Follow(o); err == nil {
		t.Error("other first beliefs are followed")
	}
}

// In a channel of opinions a unit is about topics: Dimensions and Lanes are those of its norm.
func TestDimensionsOfUnitsOfOpinions(t *testing.T) {
	c := sim.RealChannel{
		Name: "talk", Structure: network.Organization{}, Externalize: opinion.Candid{},
		Objectify: opinion.Average{}, Internalize: opinion.Approach{Rate: 1},
		Agenda: agents.AboutFunc(func(u *unit, about []uint64) {
			for i := range about {
				about[i] = u.Lanes(i) // everything
			}
		}),
	}
	m := built(t, sim.Scenario{
		Name: "opinions", People: 2, Dimensions: 1, Topics: 3, Ticks: 2,
		RealChannels: []sim.RealChannel{c},
	}, 1, 0)
	copy(m.Opinion(0), []float64{2, 2, 2})
	copy(m.Opinion(1), []float64{4, 4, 4})
	step(t, m)
	for topic, v := range m.Opinion(0) {
		if v != 3 {
			t.Errorf("topic %d: %v, want 3", topic, v)
		}
	}
}
