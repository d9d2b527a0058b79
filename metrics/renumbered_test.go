package metrics_test

import (
	"math"
	"slices"
	"testing"

	"orglearn/agents"
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
