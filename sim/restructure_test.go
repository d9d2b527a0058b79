package sim_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"orglearn/agents"
	"orglearn/network"
	"orglearn/sim"
)

// marked sets the norm of unit u to +1 in dimension u, at tick 0.
var marked = sim.EventFunc(func(m *sim.Model, _ *agents.Stream) {
	if m.Tick() == 0 {
		for u := range m.Norms(0) {
			m.Norm(0, u).Set(u, 1)
		}
	}
})

// members returns the voices of all units, sorted within each unit.
func members(m *sim.Model) [][]int32 {
	var all [][]int32
	for u := range m.Units(0).Len() {
		v := slices.Clone(m.Units(0).Voices(u))
		slices.Sort(v)
		all = append(all, v)
	}
	return all
}

// Reshuffle moves people every few ticks. It keeps norms, sizes of units and numbers of seats.
func TestReshuffle(t *testing.T) {
	m := built(t, with(marked, sim.Reshuffle{Channel: "work", Every: 3}), 1, 0)
	moved := 0
	for !m.Done() {
		before := members(m)
		step(t, m)
		now := members(m)
		same := true
		for u := range now {
			if len(now[u]) != len(before[u]) || m.Norm(0, u).Get(u) != 1 ||
				m.Norm(0, u).Known() != 1 {
				t.Fatalf("tick %d: unit %d has %d voices and the norm %v, want %d and its own",
					m.Tick(), u, len(now[u]), m.Norm(0, u), len(before[u]))
			}
			same = same && slices.Equal(now[u], before[u])
		}
		if same == (m.Tick()%3 == 0) {
			t.Fatalf("tick %d: everybody stays: %v", m.Tick(), same)
		}
		if !same {
			moved++
		}
		for p := range m.People() {
			if n := len(m.Units(0).Of(p)); n < 1 || n > 2 {
				t.Fatalf("person %d has %d seats", p, n)
			}
		}
	}
	if moved != 16 {
		t.Errorf("reshuffled %d times in 50 ticks, want 16", moved)
	}
}

// Circles cannot be reshuffled: the run ends with an error that says so.
func TestReshuffleCircles(t *testing.T) {
	s := with(sim.Reshuffle{Channel: "work", Every: 2})
	s.Channels[0].Structure = network.Pairs{}
	m := built(t, s, 9, 4)
	err := m.Run()
	if err == nil || !strings.HasPrefix(err.Error(),
		`sim: scenario "with", seed 9, replicate 4, tick 2: channel "work": `) {
		t.Errorf("error %v", err)
	}
	if m.Tick() != 2 || !m.Done() || m.Step() != err {
		t.Errorf("a failed run goes on at tick %d", m.Tick())
	}
}

// Every few ticks each unit's lead passes to another member. Units and norms stay.
func TestRotateLeaders(t *testing.T) {
	m := built(t, with(marked, sim.RotateLeaders{Channel: "work", Every: 2}), 1, 0)
	lead := func() (leaders []int32) {
		for u := range m.Units(0).Len() {
			for k, rank := range m.Units(0).Ranks(u) {
				if rank == network.Leader {
					leaders = append(leaders, m.Units(0).Voices(u)[k])
				}
			}
		}
		return leaders
	}
	for !m.Done() {
		before, people := lead(), members(m)
		step(t, m)
		now := lead()
		if len(now) != m.Units(0).Len() || !slices.EqualFunc(people, members(m),
			slices.Equal[[]int32]) {
			t.Fatalf("tick %d: %d leaders of %d units, and the members are others", m.Tick(),
				len(now), m.Units(0).Len())
		}
		for u := range now {
			if (now[u] != before[u]) != (m.Tick()%2 == 0) {
				t.Fatalf("tick %d: unit %d led by %d and then %d", m.Tick(), u, before[u], now[u])
			}
			if m.Norm(0, u).Get(u) != 1 {
				t.Fatalf("tick %d: unit %d has lost its norm", m.Tick(), u)
			}
		}
	}
}

// merged is a structure of teams of 10, each made of two teams. It takes over the norm of one of
// them.
type merged struct{ network.Isolated }

func (merged) Heir(unit int) int {
	if unit == 0 {
		return -1
	}
	return 2 * unit
}

// A reorganization gives new units. Their norms are empty unless the structure is an Inheritor.
func TestReorganize(t *testing.T) {
	for _, c := range []struct {
		structure network.Structure
		heirs     bool
	}{{network.Isolated{Size: 10}, false}, {merged{network.Isolated{Size: 10}}, true}} {
		for _, at := range []int{0, 4} {
			s := with(marked, sim.Reorganize{Channel: "work", At: at, Structure: c.structure})
			s.Channels[0].Structure = network.Isolated{Size: 5}
			m := built(t, s, 1, 0)
			for m.Tick() < at {
				if m.Units(0).Len() != 26 {
					t.Fatalf("tick %d: %d units, want 26", m.Tick(), m.Units(0).Len())
				}
				step(t, m)
			}
			for u := range m.Norms(0) {
				want := agents.Belief(0)
				if c.heirs && u > 0 {
					want = 1
				}
				if m.Norm(0, u).Get(2*u) != want || m.Norm(0, u).Known() != int(want) {
					t.Errorf("at %d, heirs %v: the norm of unit %d is %v", at, c.heirs, u,
						m.Norm(0, u))
				}
			}
			if m.Units(0).Len() != 13 || m.Norms(0) != 13 {
				t.Errorf("at %d: %d units, want 13", at, m.Units(0).Len())
			}
			if err := m.Run(); err != nil {
				t.Error(err)
			}
		}
	}
}

// Reorganize can change units to circles and back. A structure that does not fit ends the run.
func TestReorganizeToCircles(t *testing.T) {
	s := with(sim.Reorganize{Channel: "work", At: 3, Structure: network.Pairs{}},
		sim.Reorganize{Channel: "work", At: 6, Structure: network.Organization{}})
	m := built(t, s, 1, 0)
	var norms []int
	for !m.Done() {
		norms = append(norms, m.Norms(0))
		step(t, m)
	}
	if got := fmt.Sprint(norms[:8]); got != "[33 33 33 0 0 0 1 1]" {
		t.Errorf("norms %v", got)
	}
	s.Events = []sim.Event{sim.Reorganize{Channel: "work", At: 3,
		Structure: elsewhere{}}}
	if err := built(t, s, 1, 0).Run(); err == nil || !strings.Contains(err.Error(),
		`tick 3: channel "work": *network.Units built units of 129 people, want 130`) {
		t.Errorf("error %v", err)
	}
}
