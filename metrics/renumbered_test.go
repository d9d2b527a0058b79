package metrics_test

import (
	"math"
	"slices"
	"testing"

	"orglearn/agents"
	"orglearn/agents/practice"
	"orglearn/metrics"
	"orglearn/network"
	"orglearn/sim"
)

// unitOf is a unit in which some people are heard and learn.
func unitOf(people ...int32) (unit network.Membership) {
	for _, p := range people {
		unit.Voices = append(unit.Voices, network.Voice{Person: p, Weight: 1})
	}
	unit.Audience = people
	return unit
}

// By hand: one unit ends at tick 1, the two others go on under other numbers, and a new one takes
// the last number. No norm changes. So nothing has become objective or turned, and no contradiction
// has ended, though the norm of each number is another. Only the two seats of the new unit are new.
func TestRenumberedUnits(t *testing.T) {
	moves := sim.EventFunc(func(m *sim.Model, _ *agents.Stream) {
		if m.Tick() != 1 {
			return
		}
		units, err := network.NewUnits(4, unitOf(0, 2), unitOf(3), unitOf(0, 1))
		if err == nil {
			err = m.Rearrange("work", units, func(u int) int { return []int{1, 2, -1}[u] })
		}
		if err != nil {
			t.Fatal(err)
		}
	})
	m, err := sim.New(sim.Scenario{
		Name: "renumbered", People: 4, Dimensions: 8, Ticks: 3, Events: []sim.Event{moves},
		Channels: []sim.Channel{{
			Name: "work", Structure: network.Explicit{
				Units: []network.Membership{unitOf(0, 1), unitOf(0, 2), unitOf(3)},
			},
			Externalize: agents.Say{}, Objectify: agents.Superior{}, Internalize: agents.Absorb{},
		}},
	}, 1, 0)
	if err != nil {
		t.Fatal(err)
	}
	for d := range 8 {
		for u, b := range []agents.Belief{1, -1, -1} {
			m.Norm(0, u).Set(d, b)
		}
	}
	kept := metrics.SideKept("work", metrics.ByMerit).Run()
	permanent := metrics.PermanentNorms("work", 1).Run()
	turned := metrics.Reversals("work").Run()
	arranged := metrics.Interventions("work").Run()
	for {
		if v := kept(m); !math.IsNaN(v) {
			t.Errorf("tick %d: of contradictions that ended the side kept %v", m.Tick(), v)
		}
		if v := permanent(m); !math.IsNaN(v) {
			t.Errorf("tick %d: %v of what became objective is permanent", m.Tick(), v)
		}
		if v := turned(m); v != 0 {
			t.Errorf("tick %d: %v reversals", m.Tick(), v)
		}
		if v, want := arranged(m), []float64{0, 2, 0, 0}[m.Tick()]; v != want {
			t.Errorf("tick %d: %v interventions, want %v", m.Tick(), v, want)
		}
		if m.Done() {
			break
		}
		if err := m.Step(); err != nil {
			t.Fatal(err)
		}
	}
	for _, of := range []*sim.Model{m, m.Clone()} {
		got := []int{of.UnitID(0, 0), of.UnitID(0, 1), of.UnitID(0, 2)}
		if !slices.Equal(got, []int{1, 2, 3}) {
			t.Errorf("the units are known as %v, want 1, 2 and 3", got)
		}
	}
}

// By hand: two people are in two units. Person 0 has left the second before the run, and nobody
// leaves later. The first unit ends at tick 1, and the second takes its number. So still nobody has
// left.
func TestLeaversOfRenumberedUnits(t *testing.T) {
	both := unitOf(0, 1)
	ends := sim.EventFunc(func(m *sim.Model, _ *agents.Stream) {
		if m.Tick() != 1 {
			return
		}
		units, err := network.NewUnits(2, both)
		if err == nil {
			err = m.Rearrange("work", units, func(int) int { return 1 })
		}
		if err != nil {
			t.Fatal(err)
		}
	})
	m, err := sim.New(sim.Scenario{
		Name: "renumbered", People: 2, Dimensions: 8, Ticks: 3, Events: []sim.Event{ends},
		Channels: []sim.Channel{{
			Name: "work", Structure: network.Explicit{Units: []network.Membership{both, both}},
			Participate: practice.Attendance{Away: 8, Own: 1},
			Externalize: agents.Say{}, Objectify: agents.Superior{}, Internalize: agents.Absorb{},
		}},
	}, 1, 0)
	if err != nil {
		t.Fatal(err)
	}
	remembered, err := m.Remembered("work")
	if err != nil {
		t.Fatal(err)
	}
	_, seat := remembered.Part(0, 1)
	seat[0] = 1<<32 - 8 // the difference to his first will, in 32 bits
	read := metrics.Leavers("work").Run()
	for {
		if left, want := metrics.Left("work").Of(m), []float64{.25, .5}[min(m.Tick(), 1)]; left !=
			want {
			t.Errorf("tick %d: %v of the seats are left, want %v", m.Tick(), left, want)
		}
		if v := read(m); !math.IsNaN(v) {
			t.Errorf("tick %d: who leaves is %v, and nobody does", m.Tick(), v)
		}
		if m.Done() {
			return
		}
		if err := m.Step(); err != nil {
			t.Fatal(err)
		}
	}
}
