package sim_test

import (
	"math"
	"testing"

	"orglearn/agents"
	"orglearn/agents/practice"
	"orglearn/network"
	"orglearn/sim"
)

// plainly is a scenario of two seats per person with every optional mechanism off.
func plainly() sim.Scenario {
	return sim.Scenario{
		Name: "plainly", People: 60, Dimensions: 60, Ticks: 15, Reality: sim.Blocks{Size: 4},
		Channels: []sim.Channel{{
			Name: "work", Structure: network.Communities{Team: 5, Size: 6},
			Externalize: agents.Say{Rate: .8}, Objectify: agents.Superior{Rate: .5},
			Internalize: agents.Absorb{Rate: .3},
		}, {
			Name: "contacts", Structure: network.Circles{Of: network.RingLattice{Neighbours: 4}},
			Externalize: agents.Say{Rate: .8}, Objectify: agents.Superior{Rate: .5},
			Internalize: agents.Absorb{Rate: .3},
		}},
	}
}

// smaller is a scenario whose replicates may be lanes.
func smaller() sim.Scenario {
	s := plainly()
	s.Channels = s.Channels[:1]
	s.Channels[0].Structure = network.Organization{}
	return s
}

// A mechanism that is off changes no bit. Seen of all dimensions is off, too: it draws, but from
// its own chance.
func TestOffChangesNoBit(t *testing.T) {
	for _, plain := range []func() sim.Scenario{plainly, smaller} {
		offChangesNoBit(t, plain)
	}
}

func offChangesNoBit(t *testing.T, plain func() sim.Scenario) {
	want := trace(t, built(t, plain(), 1, 0))
	for _, c := range []struct {
		name string
		off  func(s *sim.Scenario)
	}{
		{"Turnover{0}", func(s *sim.Scenario) { s.Events = []sim.Event{sim.Turnover{}} }},
		{"Turbulence{0}", func(s *sim.Scenario) { s.Events = []sim.Event{sim.Turbulence{}} }},
		{"events whose time never comes", func(s *sim.Scenario) {
			s.Events = []sim.Event{
				sim.Reshuffle{Channel: "work", Every: 16}, sim.RotateLeaders{Channel: "work",
					Every: 16},
				sim.Reorganize{Channel: "work", At: 16, Structure: network.Organization{}},
			}
		}},
		{"RotateLeaders without leaders", func(s *sim.Scenario) {
			s.Events = []sim.Event{sim.RotateLeaders{Channel: "work", Every: 1}}
		}},
		{"Every: 1", func(s *sim.Scenario) { s.Channels[0].Every = 1 }},
		{"Heed of all voices", func(s *sim.Scenario) { s.Channels[0].Heed = 60 }},
		{"Heed of more", func(s *sim.Scenario) { s.Channels[0].Heed = math.MaxInt32 }},
		{"Attention to all seats", func(s *sim.Scenario) { s.Attention = 3 }},
		{"Attention to more", func(s *sim.Scenario) { s.Attention = math.MaxInt32 }},
		{"Seen: all", func(s *sim.Scenario) { s.Reality = sim.Blocks{Size: 4, Seen: 60} }},
		{"defaults, spelt out", func(s *sim.Scenario) {
			s.Beliefs = agents.Mixed{Unknown: 1. / 3}
		}},
		{"an experience without trials", func(s *sim.Scenario) {
			s.Experience = agents.TryFunc(func(*agents.Person, agents.Knowledge,
				agents.Knowledge) bool {
				return false
			})
		}},
		{"an Asker that asks nobody", func(s *sim.Scenario) {
			s.Channels[0].Ask, s.Channels[0].Load = askAny{}, 1
		}},
		{"everybody gathers", func(s *sim.Scenario) { s.Activity = practice.Shares{} }},
		{"a ledger", func(s *sim.Scenario) { s.Ledger = true }},
		{"Stop: never", func(s *sim.Scenario) { s.Stop = func(*sim.Model) bool { return false } }},
		{"another name", func(s *sim.Scenario) { s.Name = "another" }},
	} {
		s := plain()
		s.Channels = append([]sim.Channel(nil), s.Channels...)
		c.off(&s)
		sameTrace(t, c.name, trace(t, built(t, s, 1, 0)), want)
	}
}

// ByClaims changes no bit if people say all they believe. If they keep some back, it must change
// the run.
func TestByClaims(t *testing.T) {
	for _, c := range []struct {
		voice float64
		same  bool
	}{{1, true}, {.8, false}} {
		by := func(claims bool) uint64 {
			s := plainly()
			s.Channels = append([]sim.Channel(nil), s.Channels...)
			for i := range s.Channels {
				s.Channels[i].Externalize, s.Channels[i].ByClaims = agents.Say{Rate: c.voice},
					claims
			}
			m := built(t, s, 1, 0)
			if err := m.Run(); err != nil {
				t.Fatal(err)
			}
			return state(m)
		}
		if got := by(true) == by(false); got != c.same {
			t.Errorf("voice %v: standing by claims and by beliefs gives the same run: %v, want %v",
				c.voice, got, c.same)
		}
	}
}

// A channel from which nobody learns changes no belief if each person has one other seat and heeds
// all. With less attention or more seats it must change beliefs: the idle seat takes attention, and
// has a place in the order in which seats are heeded.
func TestIdleChannelChangesNoBelief(t *testing.T) {
	alone := ring(network.Isolated{Size: 5}, agents.Absorb{Rate: .3})
	alone.People, alone.Ticks = 60, 15
	both := alone
	both.Channels = append([]sim.Channel{{
		Name: "idle", Structure: network.Hierarchy{Span: 3},
		Externalize: agents.Say{Rate: 1}, Objectify: agents.Superior{Rate: .5},
		Internalize: agents.Absorb{Rate: 0},
	}}, alone.Channels...)
	a, b := built(t, alone, 1, 0), built(t, both, 1, 0)
	for !a.Done() {
		step(t, a)
		step(t, b)
		for p := range a.People() {
			if !a.Beliefs(p).Equal(b.Beliefs(p)) {
				t.Fatalf("tick %d: person %d believes other things", a.Tick(), p)
			}
		}
		for u := range a.Norms(0) {
			if !a.Norm(0, u).Equal(b.Norm(1, u)) {
				t.Fatalf("tick %d: the norm of unit %d is another", a.Tick(), u)
			}
		}
		if a.Flow(0) != b.Flow(1) || b.Flow(0).Taken != 0 {
			t.Fatalf("tick %d: flows %v and %v, want the same; idle: %v, want nothing taken",
				a.Tick(), a.Flow(0), b.Flow(1), b.Flow(0))
		}
	}
}
