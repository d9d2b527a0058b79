package sim_test

import (
	"fmt"
	"slices"
	"testing"

	"orglearn/agents"
	"orglearn/network"
	"orglearn/sim"
)

// Tenure is 0 in the first tick of a person, and founders have been there since tick 0.
func TestTenure(t *testing.T) {
	var got []string
	note := func(p *person) { got = append(got, fmt.Sprint(p.Tick, p.ID, p.Tenure, p.Founder)) }
	s := byHand(2, 1)
	s.Reflect = agents.ReflectFunc(note)
	s.Events = []sim.Event{
		at(0, func(m *sim.Model) { m.Replace(0) }), // before the first tick: he counts as a founder
		at(2, func(m *sim.Model) { m.Replace(1) }),
		at(3, func(m *sim.Model) { m.Leave(0) }),
		at(4, func(m *sim.Model) { m.Replace(0) }),
	}
	m := built(t, s, 1, 0)
	advance(t, m, 6)
	want := []string{
		"0 0 0 true", "0 1 0 true", "1 0 1 true", "1 1 1 true", "2 0 2 true", "2 1 0 false",
		"3 1 1 false", "4 0 0 false", "4 1 2 false", "5 0 1 false", "5 1 3 false",
	}
	if !slices.Equal(got, want) {
		t.Errorf("tick, person, tenure, founder:\n%q, want\n%q", got, want)
	}
	if a, b := m.Joined(0), m.Joined(1); a != 4 || b != 2 {
		t.Errorf("they came at %d and %d, want 4 and 2", a, b)
	}
}

// While a person learns, he is told the unit, its standing, its memory, and his rank and weight
// there. While he speaks, he is told nothing of a unit.
func TestFromRankAndTie(t *testing.T) {
	told := map[string]bool{}
	c := sim.Channel{
		Name: "work",
		Structure: network.Explicit{Units: []network.Membership{
			{Voices: []network.Voice{
				{Person: 0, Rank: network.Leader, Weight: 2}, {Person: 1, Rank: network.Core,
					Weight: .5},
			}},
			{Voices: []network.Voice{{Person: 1, Rank: network.Periphery, Weight: 1}},
				Audience: []int32{1, 2}},
		}},
		Externalize: agents.ExternalizeFunc(func(p *person, _, _ knowledge) {
			if p.From != nil || p.Rank != 0 || p.Weight != 1 || p.Seat != nil {
				t.Errorf("person %d speaks, and is told of a seat: %+v", p.ID, p)
			}
		}),
		Objectify: stamps{}, Internalize: seats{func(p *person) {
			u := p.From
			now := u.Tick == p.Tick
			told[fmt.Sprint(p.ID, u.ID, p.Rank, p.Weight, u.Standing, u.Memory, u.Planes, now,
				p.Seat)] = true
		}},
	}
	m := built(t, byHand(3, 2, c), 1, 0)
	hold(m, m.Norm(0, 0), []int8{1, 1})
	hold(m, m.Norm(0, 1), []int8{-1, 0})
	step(t, m)
	want := []string{
		"0 0 1 2 2 [10] [7] true [0]", "1 0 2 0.5 2 [10] [7] true [0]",
		"1 1 3 1 -1 [11] [8] true [0]", "2 1 0 1 -1 [11] [8] true [0]",
	}
	for _, w := range want {
		if !told[w] {
			t.Errorf("nobody is told %q, but %v", w, told)
		}
	}
	if len(told) != len(want) {
		t.Errorf("told %v, want %q", told, want)
	}
}

// stamps writes the number of a unit into its memory.
type stamps struct{}

func (stamps) Memory(int) agents.Memory { return agents.Memory{Unit: 1, Planes: 1} }

func (stamps) Objectify(u *unit, _ *voices, _ knowledge) {
	u.Memory[0], u.Planes[0] = uint64(10+u.ID), uint64(7+u.ID)
}

// seats remembers a word for each seat, and records the person in it.
type seats struct{ show func(p *person) }

func (seats) Memory(int) agents.Memory { return agents.Memory{Seat: 1} }

func (r seats) Internalize(p *person, _, _ knowledge) {
	r.show(p)
	p.Seat[0]++
}

// A person is not a voice of his own circle. The circle has his standing and his number.
func TestFromOfCircles(t *testing.T) {
	c := certain("ring", circle)
	c.Internalize = agents.InternalizeFunc(func(p *person, _, _ knowledge) {
		if u := p.From; u.ID != p.ID || u.Standing != p.Standing || u.About != nil ||
			p.Rank != 0 || p.Weight != 1 {
			t.Errorf("person %d at %d learns from %d at %d as %d with %v",
				p.ID, p.Standing, u.ID, u.Standing, p.Rank, p.Weight)
		}
	})
	m := built(t, byHand(4, 3, c), 1, 0)
	believe(m, []int8{1, 1, 1}, []int8{-1, 0, 0}, []int8{0, 0, 0}, []int8{1, 0, 0})
	advance(t, m, 3)
}

// A structure gives ranks and weights. Took counts what a person has taken over from earlier seats
// in the tick.
func TestTookSoFar(t *testing.T) {
	var took []int
	c := among("work", []int32{0, 2}, []int32{1, 2})
	c.Internalize = agents.InternalizeFunc(func(p *person, norm, belief knowledge) {
		if p.ID == 2 {
			took = append(took, p.Took)
		}
		agents.Absorb{Rate: 1}.Internalize(p, norm, belief)
	})
	m := built(t, byHand(3, 4, c), 1, 0)
	believe(m, []int8{1, 1, 0, 0}, []int8{0, 0, 1, 1}, []int8{0, 0, 0, 0})
	step(t, m)
	if !slices.Equal(took, []int{0, 2}) {
		t.Errorf("he has taken %v so far, want 0 and 2", took)
	}
	holds(t, m, "his belief", m.Beliefs(2), 1, 1, 1, 1)
}
