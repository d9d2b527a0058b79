package setups_test

import (
	"reflect"
	"strings"
	"testing"

	"orglearn/agents"
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/setups"
)

func built(t *testing.T, s sim.Scenario) *sim.Model {
	t.Helper()
	m, err := sim.New(s, 1991, 0)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func organizations(on *setups.Conditions) []sim.Scenario {
	return []sim.Scenario{
		setups.Communities{On: on}.Scenario(), setups.Hierarchy{On: on}.Scenario(),
		setups.Isolated{On: on}.Scenario(), setups.Pairs{On: on}.Scenario(),
		setups.Matrix{On: on}.Scenario(), setups.Brokered{On: on}.Scenario(),
	}
}

// Organizations differ only in structure and name. So do an organization and its randomization.
func TestOnlyTheStructureDiffers(t *testing.T) {
	for _, on := range []*setups.Conditions{nil, {People: 60, Dimensions: 30, Block: 3,
		Superior: .2, Absorb: .7, Ticks: 10}} {
		first := organizations(on)[0]
		names := map[string]bool{}
		for _, s := range organizations(on) {
			controls := []sim.Scenario{s, setups.Randomized(s)}
			if s.Name != "isolated" && s.Name != "pairs" {
				controls = append(controls, setups.Connected(s))
			}
			for _, s := range controls {
				if names[s.Name] {
					t.Errorf("two organizations have the name %q", s.Name)
				}
				names[s.Name] = true
				if m := built(t, s); m.Run() != nil || m.Channel(setups.Channel) != 0 ||
					m.Channels() != 1 {
					t.Errorf("%s: %v with %d channels", s.Name, m.Err(), m.Channels())
				}
				s.Name, s.Channels[0].Structure = first.Name, first.Channels[0].Structure
				if !reflect.DeepEqual(s, first) {
					t.Errorf("%+v\ndiffers from\n%+v\nin more than its structure", s, first)
				}
			}
		}
	}
}

// Randomized does not change the scenario that it is given.
func TestRandomizedCopies(t *testing.T) {
	s := setups.Hierarchy{Span: 3}.Scenario()
	r := setups.Randomized(s)
	if s.Channels[0].Structure != (network.Hierarchy{Span: 3}) || s.Name != "hierarchy" {
		t.Errorf("the scenario has become %+v", s)
	}
	if r.Channels[0].Structure != (network.Randomized{Of: network.Hierarchy{Span: 3}}) ||
		r.Name != "hierarchy"+setups.RandomizedSuffix {
		t.Errorf("the randomization is %+v", r)
	}
	m, o := built(t, r), built(t, s)
	if m.Units(0).Len() != o.Units(0).Len() || len(m.Units(0).Of(0)) != len(o.Units(0).Of(0)) {
		t.Errorf("%d units and %d seats of person 0, want %d and %d", m.Units(0).Len(),
			len(m.Units(0).Of(0)), o.Units(0).Len(), len(o.Units(0).Of(0)))
	}
}

func TestSizes(t *testing.T) {
	for _, c := range []struct {
		scenario     sim.Scenario
		units, seats int // of person 99
		first        int // voices of unit 0
	}{
		{setups.Communities{}.Scenario(), 40, 2, 5},
		{setups.Communities{Team: 4, Size: 10}.Scenario(), 35, 2, 4},
		{setups.Hierarchy{}.Scenario(), 25, 1, 5}, {setups.Hierarchy{Span: 9}.Scenario(),
			11, 1, 10},
		{setups.Isolated{}.Scenario(), 20, 1, 5}, {setups.Isolated{Size: 25}.Scenario(), 4, 1, 25},
		{setups.Pairs{}.Scenario(), 100, 1, 1}, {setups.Matrix{}.Scenario(), 50, 2, 5},
		{setups.Matrix{Span: 9}.Scenario(), 22, 2, 10},
		{setups.Brokered{Share: 1}.Scenario(), 40, 2, 5},
		{setups.Brokered{Team: 10, Size: 4, Share: 1, Connected: true}.Scenario(), 35, 2, 10},
	} {
		u := built(t, c.scenario).Units(0)
		if u.Len() != c.units || len(u.Of(99)) != c.seats || len(u.Voices(0)) != c.first {
			t.Errorf("%s: %d units, %d seats and %d voices, want %d, %d and %d", c.scenario.Name,
				u.Len(), len(u.Of(99)), len(u.Voices(0)), c.units, c.seats, c.first)
		}
	}
}

// Self-taught people meet nobody, and never do worse than before.
func TestSelfTaught(t *testing.T) {
	m := built(t, setups.SelfTaught{}.Scenario())
	if m.Channels() != 0 || m.Scenario().Experience != (agents.Flip{}) {
		t.Errorf("%d channels and experience %v", m.Channels(), m.Scenario().Experience)
	}
	start := m.Landscape().Score(m.Beliefs(0))
	for last := start; !m.Done(); {
		if err := m.Step(); err != nil {
			t.Fatal(err)
		}
		now := m.Landscape().Score(m.Beliefs(0))
		if now < last {
			t.Fatalf("tick %d: the score of person 0 falls from %d to %d", m.Tick(), last, now)
		}
		last = now
	}
}

// Parameters that do not fit are an error of sim.New that names the scenario.
func TestConditionsRefused(t *testing.T) {
	for _, c := range []struct {
		spoil func(c *setups.Conditions)
		want  string
	}{
		{func(c *setups.Conditions) { c.People = 0 }, "People is 0"},
		{func(c *setups.Conditions) { c.Dimensions = 66 },
			"Blocks.Size is 4, want a divisor of 66"},
		{func(c *setups.Conditions) { c.Seen = 65 }, "Blocks.Seen is 65"},
		{func(c *setups.Conditions) { c.Superior = 1.1 }, "Superior.Rate is 1.1, want 0 to 1"},
		{func(c *setups.Conditions) { c.Absorb = -1 }, "Absorb.Rate is -1, want 0 to 1"},
		{func(c *setups.Conditions) { c.Attention = -1 }, "Attention is -1"},
	} {
		on := setups.Default()
		c.spoil(&on)
		_, err := sim.New(setups.Isolated{On: &on}.Scenario(), 1, 0)
		if err == nil || !strings.HasPrefix(err.Error(), `sim: scenario "isolated": `) ||
			!strings.Contains(err.Error(), c.want) {
			t.Errorf("error %v, want %s", err, c.want)
		}
	}
}
