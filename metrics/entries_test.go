package metrics_test

import (
	"math"
	"testing"

	"orglearn/agents"
	"orglearn/agents/practice"
	"orglearn/metrics"
	"orglearn/network"
	"orglearn/sim"
)

// shelved is teams beside a repository, which is called by its name.
func shelved(rule practice.Repository) sim.Scenario {
	if rule.Of == nil {
		rule.Of = agents.Superior{Rate: .5}
	}
	team, shelf := ring(channel, network.Isolated{Size: 3}), ring("shelf", network.Organization{})
	shelf.Objectify = rule
	return sim.Scenario{Name: "shelved", People: 12, Dimensions: 70, Ticks: 12, Attention: 1,
		Channels: []sim.Channel{team, shelf}}
}

// write writes right (1) and wrong (-1) entries into a norm, and empties others (0).
func write(m *sim.Model, body ...int) {
	norm := m.Norm(m.Channel("shelf"), 0)
	clear(norm)
	for d, b := range body {
		norm.Set(d, agents.Belief(b)*m.Landscape().Truth().Get(d))
	}
}

// By hand: seven entries of 70, three of them wrong. Nothing is missing but what is not there.
func TestEntriesAndWrong(t *testing.T) {
	m := modelOf(t, shelved(practice.Repository{}), 0)
	entries, wrong := metrics.Entries("shelf"), metrics.Wrong("shelf")
	if a, b := entries.Of(m), wrong.Of(m); a != 0 || !math.IsNaN(b) {
		t.Errorf("of nothing %v is there and %v wrong, want 0 and missing", a, b)
	}
	write(m, 1, -1, 1, 0, 1, -1, -1, 1)
	if a, b := entries.Of(m), wrong.Of(m); a != 7./70 || b != 3./7 {
		t.Errorf("%v is there and %v wrong, want .1 and 3/7", a, b)
	}
	if got := metrics.Entries(channel).Of(m); got != 0 {
		t.Errorf("%v is there in teams, want 0", got)
	}
}

// turn turns reality in one dimension: it gives the entry there the other value in the world.
type turn struct{ at, dimension int }

func (e turn) Happen(m *sim.Model, _ *agents.Stream) {
	if m.Tick() == e.at {
		m.Landscape().Truth().Set(e.dimension, -m.Landscape().Truth().Get(e.dimension))
	}
}

// By hand: entries are written between ticks, and one of them turns out wrong later.
func TestEntriesGrowOldAndOutdated(t *testing.T) {
	s := shelved(practice.Repository{Of: agents.Superior{}})
	s.Events = []sim.Event{turn{3, 0}, turn{3, 1}}
	m := modelOf(t, s, 0)
	age, outdated := metrics.EntryAge("shelf").Run(), metrics.Outdated("shelf").Run()
	write(m, 1, -1) // at tick 0
	for tick, c := range []struct {
		age, outdated float64
		then          []int // what is written after the reading, and so read one tick later
	}{
		{0, 0, nil}, {1, 0, []int{1, -1, 1, -1}},
		{1, 0, nil},                 // 2, 2, 0, 0
		{2, .25, []int{1, 1, 1, 0}}, // 3, 3, 1, 1: the right one of two that turned is outdated
		{2, 0, nil},                 // 0, 4, 2: the first is rewritten, and the last is lost
	} {
		if a, o := age(m), outdated(m); a != c.age || o != c.outdated {
			t.Errorf("tick %d: age %v and outdated %v, want %v and %v", tick, a, o, c.age,
				c.outdated)
		}
		if c.then != nil {
			write(m, c.then...)
		}
		if err := m.Step(); err != nil {
			t.Fatal(err)
		}
	}
}

// In a run that nobody attends after tick 5 entries grow one tick older a tick, and wrong ones are
// those written wrong and those outdated.
func TestUnattendedEntries(t *testing.T) {
	s := shelved(practice.Repository{Until: 5})
	s.Events = []sim.Event{sim.Turbulence{Rate: .05}}
	m := modelOf(t, s, 1)
	age, outdated := metrics.EntryAge("shelf").Run(), metrics.Outdated("shelf").Run()
	last, seen := 0., 0.
	for {
		a, o, wrong := age(m), outdated(m), metrics.Wrong("shelf").Of(m)
		if o > wrong {
			t.Errorf("tick %d: %v are outdated and %v wrong", m.Tick(), o, wrong)
		}
		if m.Tick() > 5 && a != last+1 {
			t.Errorf("tick %d: age %v after %v, want one more", m.Tick(), a, last)
		}
		if last, seen = a, max(seen, o); m.Done() {
			break
		}
		if err := m.Step(); err != nil {
			t.Fatal(err)
		}
	}
	if seen == 0 {
		t.Error("nothing is ever outdated")
	}
}
