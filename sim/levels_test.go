package sim_test

import (
	"math"
	"slices"
	"testing"

	"orglearn/agents"
	"orglearn/agents/practice"
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/simtest"
)

// threeLevels is nine teams of one, in three parents of three, under one top unit.
func threeLevels(down bool) network.Nested {
	return network.Nested{Of: network.Isolated{Size: 1}, Fan: 3, Down: down}
}

// firstKnown returns the tick at which each unit first holds a norm in dimension 0, or 0.
func firstKnown(t *testing.T, s sim.Scenario) []int {
	t.Helper()
	m := built(t, s, 1, 0)
	first := make([]int, m.Norms(0))
	for p := range m.People() {
		hold(m, m.Beliefs(p), []int8{1})
	}
	for !m.Done() {
		step(t, m)
		for u := range first {
			if m.Norm(0, u).Get(0) != 0 && first[u] == 0 {
				first[u] = m.Tick()
			}
		}
	}
	return first
}

// Parents objectify at multiples of Every, and their parents at multiples of its square, from norms
// as they stood: at ticks 1, 3 and 9 where Every is 3, and at 1, 2 and 3 where it is off.
func TestLevelsAreSlower(t *testing.T) {
	for _, c := range []struct{ every, channel, below, above, top int }{
		{0, 0, 1, 2, 3}, {1, 0, 1, 2, 3}, {3, 0, 1, 3, 9}, {4, 0, 1, 4, 16}, {3, 2, 2, 6, 18},
		{5, 0, 1, 5, 0}, {math.MaxInt32, 0, 1, 0, 0},
	} {
		channel := certain("work", threeLevels(false))
		channel.Objectify = practice.Levels{Of: agents.Superior{Rate: 1}, Every: c.every}
		channel.Every = c.channel
		got := firstKnown(t, byHand(9, 1, channel))
		want := slices.Concat(slices.Repeat([]int{c.below}, 9), slices.Repeat([]int{c.above}, 3),
			[]int{c.top})
		if !slices.Equal(got, want) {
			t.Errorf("%+v: norms come at %v, want %v", c, got, want)
		}
	}
}

// A unit is told how many levels are below it and how many parents above.
func TestUnitsKnowTheirLevel(t *testing.T) {
	c, seen := certain("work", threeLevels(true)), 0
	c.Objectify = agents.ObjectifyFunc(func(u *unit, _ *voices, _ knowledge) {
		seen++
		want := 0
		if u.ID >= 9 {
			want = 1 + u.ID/12
		}
		if u.Level != want || u.Above != 2-want {
			t.Errorf("unit %d has %d levels below and %d above, want %d and %d", u.ID, u.Level,
				u.Above, want, 2-want)
		}
	})
	step(t, built(t, byHand(9, 1, c), 1, 0))
	if seen != 13 {
		t.Errorf("%d units, want 13", seen)
	}
}

// Parents have a rule of their own: a leader decides in the teams, and the better units above.
func TestLevelsHaveRules(t *testing.T) {
	c := certain("work", network.Nested{Of: network.Isolated{Size: 3}})
	c.Objectify = practice.Levels{Of: agents.Decree{Rate: 1}, Above: agents.Superior{Rate: 1}}
	if got := firstKnown(t, byHand(9, 1, c)); !slices.Equal(got, []int{0, 0, 0, 0}) {
		t.Errorf("without leaders norms come at %v", got)
	}
	c.Structure = network.Nested{Of: network.Led{Of: network.Isolated{Size: 3}}}
	if got := firstKnown(t, byHand(9, 1, c)); !slices.Equal(got, []int{1, 1, 1, 2}) {
		t.Errorf("norms come at %v, want 1 below and 2 above", got)
	}
	c.Objectify = practice.Levels{Of: agents.Decree{Rate: 1}}
	if got := firstKnown(t, byHand(9, 1, c)); !slices.Equal(got, []int{1, 1, 1, 0}) {
		t.Errorf("norms come at %v, want none above: no unit leads there", got)
	}
}

// What is hidden going up is not heard by the parent, and what is hidden going down not by the
// children. At 1 nothing passes; at .25 about three quarters of the dimensions do.
func TestVisibility(t *testing.T) {
	const m = 10_000
	for _, c := range []struct{ up, down float64 }{{0, 0}, {1, 0}, {0, 1}, {.25, .75}} {
		channel := certain("work", network.Nested{Of: network.Isolated{Size: 1}, Down: true})
		channel.Relay = practice.Visibility{HideUp: c.up, HideDown: c.down}
		channel.Internalize = agents.Absorb{Rate: 0}
		model := built(t, byHand(2, m, channel), 1, 0)
		for p := range 2 {
			clear(model.Beliefs(p))
		}
		known := slices.Repeat([]int8{1}, m)
		hold(model, model.Norm(0, 0), known)
		step(t, model)
		passed(t, "what the parent holds", model.Norm(0, 2).Known(), m*(1-c.up))
		hold(model, model.Norm(0, 2), known)
		step(t, model)
		passed(t, "what the other child holds", model.Norm(0, 1).Known(), m*(1-c.down))
	}
}

// passed checks a number of successes in 10,000: six standard deviations are at most 300.
func passed(t *testing.T, what string, got int, want float64) {
	t.Helper()
	if math.Abs(float64(got)-want) > 300 || (want == 0 || want == 10_000) && got != int(want) {
		t.Errorf("%s: %d dimensions, want about %.0f", what, got, want)
	}
}

// A unit between hides from its parent and its children alike. A unit that is no parent and has
// none hides nothing.
func TestVisibilityBetween(t *testing.T) {
	channel := certain("work", network.Nested{Of: network.Isolated{Size: 1}, Fan: 2, Down: true})
	channel.Relay = practice.Visibility{HideUp: 1}
	channel.Internalize = agents.Absorb{Rate: 0}
	m := built(t, byHand(4, 1, channel), 1, 0)
	for p := range 4 {
		clear(m.Beliefs(p))
	}
	hold(m, m.Norm(0, 4), []int8{1}) // of the first of two parents; unit 6 is the top
	step(t, m)
	holds(t, m, "the child's norm", m.Norm(0, 0), 0)
	holds(t, m, "the top norm", m.Norm(0, 6), 0)
	channel.Structure = network.Explicit{Units: []network.Membership{
		{Voices: []network.Voice{{Person: 0, Weight: 1}}},
		{Voices: []network.Voice{{Person: 1, Weight: 1}}, Heard: []int32{0}},
	}}
	channel.Relay = practice.Visibility{HideUp: 1, HideDown: 1}
	m = built(t, byHand(2, 1, channel), 1, 0)
	hold(m, m.Beliefs(1), []int8{0})
	hold(m, m.Norm(0, 0), []int8{1})
	step(t, m)
	holds(t, m, "what a neighbour hears", m.Norm(0, 1), 1)
}

// The parent's voice has the rank that Leads gives it: then the parent alone decides by Decree, and
// its vote counts as often as Authority says.
func TestParentLeads(t *testing.T) {
	for _, c := range []struct {
		leads bool
		rule  agents.Objectifier
		want  int8
	}{
		{false, agents.Decree{Rate: 1}, 0}, {true, agents.Decree{Rate: 1}, 1},
		{false, agents.Superior{Rate: 1}, -1}, {true, agents.Authority{Rate: 1, Weight: 1}, -1},
		{true, agents.Authority{Rate: 1, Weight: 9}, 1},
		{false, agents.Authority{Rate: 1, Weight: 9}, -1},
		{false, agents.Screen{Rate: 1, Veto: 1}, -1}, {true, agents.Screen{Rate: 1, Veto: 1}, 0},
	} {
		channel := certain("work", network.Nested{Of: network.Isolated{Size: 2}, Down: true,
			Leads: c.leads})
		channel.Objectify, channel.Internalize = c.rule, agents.Absorb{Rate: 0}
		m := built(t, byHand(2, 3, channel), 1, 0)
		believe(m, []int8{-1, 1, 1}, []int8{-1, 1, 1})
		hold(m, m.Norm(0, 1), []int8{1, 0, 0})
		step(t, m)
		if got := bodyHeld(m, m.Norm(0, 0))[0]; got != c.want {
			t.Errorf("%+v, the parent leads: %v: the norm is %d, want %d", c.rule, c.leads, got,
				c.want)
		}
	}
}

// With Heed, and beside a person of another rank, the parent keeps its rank.
func TestParentKeepsItsRank(t *testing.T) {
	c := certain("work", network.Explicit{Units: []network.Membership{
		{Voices: []network.Voice{{Person: 0, Weight: 1},
			{Person: 1, Rank: network.Core, Weight: 2}},
			Heard: []int32{1, 2}, HeardRanks: []network.Rank{network.Periphery, network.Leader}},
		{Voices: []network.Voice{{Person: 0, Weight: 1}}},
		{Voices: []network.Voice{{Person: 1, Weight: 1}}},
	}})
	ranks := map[int]uint8{0: network.Member, 1: network.Core, 3: network.Periphery,
		4: network.Leader}
	for heed := range 4 {
		c.Heed = heed
		c.Objectify = agents.ObjectifyFunc(func(u *unit, said *voices, _ knowledge) {
			for k := range said.Len() {
				if want := ranks[said.ID(k)]; u.ID == 0 && said.Rank(k) != want {
					t.Errorf("heed %d: voice %d has rank %d, want %d", heed, said.ID(k),
						said.Rank(k), want)
				}
			}
		})
		s := byHand(2, 1, c)
		if err := built(t, s, 1, 0).Run(); err != nil {
			t.Fatal(err)
		}
	}
}

// nestedOrganization has units in units, up and down, with part of merit seen and people who come.
func nestedOrganization() sim.Scenario {
	s := ring(network.Nested{Of: network.Led{Of: network.Communities{Team: 5, Size: 6}}, Fan: 3,
		Down: true, Leads: true}, agents.Absorb{Rate: .3})
	s.People, s.Ticks, s.Reality = 60, 12, sim.Additive{Seen: 8}
	s.Events = []sim.Event{sim.Turnover{Rate: .05}}
	c := &s.Channels[0]
	c.Relay = practice.Visibility{HideUp: .3, HideDown: .2}
	c.Objectify = practice.Levels{Of: agents.Authority{Rate: .5, Weight: 2}, Every: 2}
	return s
}

// A run with units in units is the same for any number of workers, in an Experiment, as a copy, and
// after its units were replaced by themselves.
func TestNestedLaws(t *testing.T) {
	s := nestedOrganization()
	simtest.Clone(t, s)
	simtest.Rearranged(t, s, s.Channels[0].Name)
	if !testing.Short() {
		simtest.Same(t, s)
	}
	want := trace(t, built(t, s, 1, 0))
	m := built(t, s, 1, 0)
	m.SetWorkers(7)
	if !slices.Equal(trace(t, m), want) {
		t.Error("with 7 workers the run is another")
	}
}

// With their fields at 0 the rules change no bit.
func TestNestedOff(t *testing.T) {
	s := nestedOrganization()
	c := &s.Channels[0]
	c.Relay, c.Objectify = nil, agents.Authority{Rate: .5, Weight: 2}
	simtest.Off(t, s, func(s *sim.Scenario) { s.Channels[0].Relay = practice.Visibility{} })
	simtest.Off(t, s, func(s *sim.Scenario) {
		s.Channels[0].Objectify = practice.Levels{Of: agents.Authority{Rate: .5, Weight: 2}}
	})
}
