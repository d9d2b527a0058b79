package sim_test

import (
	"fmt"
	"slices"
	"testing"

	"orglearn/agents"
	"orglearn/network"
	"orglearn/sim"
)

// with returns a scenario of people who learn nothing, with events.
func with(events ...sim.Event) sim.Scenario {
	return sim.Scenario{
		Name: "with", People: 130, Dimensions: 70, Ticks: 50,
		Channels: []sim.Channel{{
			Name: "work", Structure: network.Hierarchy{Span: 4},
			Externalize: agents.Say{Rate: 0}, Objectify: agents.Majority{Rate: 0},
			Internalize: agents.Absorb{Rate: 0},
		}},
		Events: events,
	}
}

// Turnover replaces each person with its rate, from tick 1 on. A newcomer has new beliefs, and
// Joined is the tick at which he came.
func TestTurnover(t *testing.T) {
	m := built(t, with(sim.Turnover{Rate: .1}), 1, 0)
	came := 0
	for !m.Done() {
		before := make([]agents.Knowledge, m.People())
		for p := range before {
			before[p] = slices.Clone(m.Beliefs(p))
		}
		step(t, m)
		for p, old := range before {
			joined, changed := m.Joined(p) == m.Tick(), !m.Beliefs(p).Equal(old)
			if joined != changed {
				t.Fatalf("tick %d: person %d joined: %v, has other beliefs: %v", m.Tick(), p,
					joined, changed)
			}
			if joined {
				came++
				within(t, "beliefs of a newcomer that are not 0", m.Beliefs(p).Known(), 70, 2./3)
			}
		}
	}
	within(t, "newcomers", came, 50*130, .1)
	if again := built(t, with(sim.Turnover{Rate: 1}), 1, 0); again.Joined(3) != 0 {
		t.Errorf("turnover at tick 0: person 3 joined at %d", again.Joined(3))
	}
}

// diary counts the calls of a rule for a person. The number shows when the person was forgotten.
type diary struct{ forgot map[int]int }

func (diary) Memory(int) agents.Memory { return agents.Memory{Person: 1, Unit: 1} }

func (r diary) Internalize(p *agents.Person, _, _ agents.Knowledge) {
	if p.Memory[0] == 0 {
		r.forgot[p.ID] = p.Tick
	}
	p.Memory[0]++
}

func (r diary) Try(p *agents.Person, _, _ agents.Knowledge) bool {
	r.Internalize(p, nil, nil)
	return false
}

func (r diary) Externalize(p *agents.Person, _, _ agents.Knowledge) { r.Internalize(p, nil, nil) }

func (r diary) Objectify(u *agents.Unit, _ *agents.Voices, _ agents.Knowledge) {
	r.Internalize(&agents.Person{ID: u.ID, Tick: u.Tick, Memory: u.Memory}, nil, nil)
}

// Rules forget a person who leaves. His circle forgets too, but a unit that outlives him does not.
func TestTurnoverForgets(t *testing.T) {
	leave := sim.EventFunc(func(m *sim.Model, _ *agents.Stream) {
		if m.Tick() == 5 {
			m.Replace(7)
		}
	})
	for _, c := range []struct {
		structure network.Structure
		unit      int // the tick at which unit 7 was last empty
	}{
		{network.Circles{Of: network.RingLattice{Neighbours: 2}}, 5},
		{network.Circles{Of: network.RingLattice{Neighbours: 2}, Lasting: true}, 0},
	} {
		s := with(leave)
		says, takes := diary{map[int]int{}}, diary{map[int]int{}}
		tries, unit := diary{map[int]int{}}, diary{map[int]int{}}
		s.Channels[0].Structure, s.Experience = c.structure, tries
		s.Channels[0].Externalize, s.Channels[0].Internalize, s.Channels[0].Objectify = says,
			takes, unit
		if err := built(t, s, 1, 0).Run(); err != nil {
			t.Fatal(err)
		}
		for name, d := range map[string]diary{
			"externalizing": says, "internalizing": takes, "experience": tries,
		} {
			if d.forgot[7] != 5 || d.forgot[6] != 0 {
				t.Errorf("%s: the memory of persons 7 and 6 was last empty at ticks %d and %d, "+
					"want 5 and 0",
					name, d.forgot[7], d.forgot[6])
			}
		}
		if unit.forgot[7] != c.unit {
			t.Errorf("%T: the memory of unit 7 was last empty at tick %d, want %d",
				c.structure, unit.forgot[7], c.unit)
		}
	}
}

func TestTurbulence(t *testing.T) {
	s := with(sim.Turbulence{Rate: .1})
	s.Dimensions = 1000
	m := built(t, s, 1, 0)
	turned := 0
	for !m.Done() {
		before := m.Landscape()
		step(t, m)
		turned += m.Landscape().Truth().Distance(before.Truth())
	}
	within(t, "dimensions turned", turned, 50*1000, .1)
	still := s
	still.Events = nil
	if !built(t, s, 1, 0).Landscape().Truth().Equal(built(t, still, 1, 0).Landscape().Truth()) {
		t.Errorf("turbulence at tick 0")
	}
}

// At each tick, tick 0 included, the world changes first, then people, then structure. Events of
// one kind happen in the order of the scenario.
func TestOrderOfEvents(t *testing.T) {
	var log []string
	say := func(what string, order sim.Order) sim.Event {
		return ordered{sim.EventFunc(func(m *sim.Model, _ *agents.Stream) {
			log = append(log, fmt.Sprint(m.Tick(), what))
		}), order}
	}
	plain := sim.EventFunc(func(m *sim.Model, _ *agents.Stream) {
		log = append(log, fmt.Sprint(m.Tick(), "f"))
	})
	s := with(say("s", sim.Structure), say("p", sim.People), plain, say("e", sim.Environment),
		say("e2", sim.Environment), say("s2", sim.Structure))
	s.Ticks = 1
	if err := built(t, s, 1, 0).Run(); err != nil {
		t.Fatal(err)
	}
	want := []string{"0e", "0e2", "0p", "0f", "0s", "0s2", "1e", "1e2", "1p", "1f", "1s", "1s2"}
	if !slices.Equal(log, want) {
		t.Errorf("events %v, want %v", log, want)
	}
	for _, e := range []struct {
		event sim.Ordered
		want  sim.Order
	}{
		{sim.Turbulence{}, sim.Environment}, {sim.Reshuffle{}, sim.Structure},
		{sim.RotateLeaders{}, sim.Structure}, {sim.Reorganize{}, sim.Structure},
	} {
		if e.event.Order() != e.want {
			t.Errorf("%T: order %d, want %d", e.event, e.event.Order(), e.want)
		}
	}
}

type ordered struct {
	sim.Event
	order sim.Order
}

func (e ordered) Order() sim.Order { return e.order }

// An event has its own chance at every tick. Two events of a type have different chance, and an
// event of another type uses none of it.
func TestChanceOfEvents(t *testing.T) {
	draws := func(others ...sim.Event) map[string]uint64 {
		log := map[string]uint64{}
		draw := func(name string) sim.Event {
			return sim.EventFunc(func(m *sim.Model, s *agents.Stream) {
				log[fmt.Sprint(name, m.Tick())] = s.Uint64()
			})
		}
		s := with(append(others, draw("a"), draw("b"))...)
		s.Ticks = 3
		if err := built(t, s, 1, 0).Run(); err != nil {
			t.Fatal(err)
		}
		return log
	}
	alone, beside := draws(), draws(sim.Turnover{Rate: .5}, sim.Turbulence{Rate: .5})
	seen := map[uint64]bool{}
	for name, word := range alone {
		if seen[word] || beside[name] != word {
			t.Errorf("%s draws %x, again: %v, and %x beside other events",
				name, word, seen[word], beside[name])
		}
		seen[word] = true
	}
}
