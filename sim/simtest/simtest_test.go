package simtest_test

import (
	"fmt"
	"strings"
	"testing"

	"orglearn/agents"
	"orglearn/agents/opinion"
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/models"
	"orglearn/sim/simtest"
)

// recorder is a testing.TB that only records messages.
type recorder struct {
	testing.TB
	errors []string
}

func (r *recorder) Helper() {}
func (r *recorder) Errorf(format string, a ...any) {
	r.errors = append(r.errors, fmt.Sprintf(format, a...))
}

// peers is a scenario of circles on a ring lattice, whose replicates may run as one.
func peers() sim.Scenario {
	return sim.Scenario{
		Name: "peers", People: 20, Dimensions: 30, Ticks: 5,
		Channels: []sim.Channel{{
			Name: "talk", Structure: network.Circles{Of: network.RingLattice{Neighbours: 4}},
			Externalize: agents.Say{Rate: .7}, Objectify: agents.Superior{Rate: 1},
			Internalize: agents.Absorb{Rate: .3},
		}},
	}
}

// opinions is a scenario of units and circles in which people share opinions.
func opinions() sim.Scenario {
	rules := sim.RealChannel{
		Externalize: opinion.Candid{}, Objectify: opinion.Average{Self: .5},
		Internalize: opinion.Approach{Rate: .5},
	}
	teams, contacts := rules, rules
	teams.Name, teams.Structure = "teams", network.Isolated{Size: 5}
	contacts.Name = "contacts"
	contacts.Structure = network.Circles{Of: network.RingLattice{Neighbours: 2}}
	return sim.Scenario{
		Name: "opinions", People: 15, Dimensions: 3, Ticks: 5, Topics: 3,
		RealChannels: []sim.RealChannel{teams, contacts},
	}
}

// Sound scenarios pass: with lanes and without, with beliefs and opinions, asynchronous, and with
// events and Stop.
func TestSound(t *testing.T) {
	stops := peers()
	stops.Name, stops.Stop = "stops", func(m *sim.Model) bool {
		return m.Tick() >= 2 && m.Replicate()%2 == 0
	}
	inTurn := peers()
	inTurn.Name, inTurn.Asynchronous = "in turn", true
	many := peers()
	many.Name, many.People, many.Dimensions = "many", 300, 70
	for _, s := range []sim.Scenario{
		peers(), stops, inTurn, many, opinions(),
		models.March1991{People: 12, Dimensions: 10, Periods: 6, P3: .1, P4: .1}.Scenario(),
	} {
		t.Run(s.Name, func(t *testing.T) {
			simtest.Same(t, s)
			simtest.Clone(t, s)
			for _, c := range s.Channels {
				simtest.Rearranged(t, s, c.Name)
			}
			for _, c := range s.RealChannels {
				simtest.Rearranged(t, s, c.Name)
			}
			simtest.Off(t, s, func(s *sim.Scenario) {
				s.Events = append(s.Events, sim.Turnover{}, sim.Turbulence{})
			})
		})
	}
}

// forgetful is wrong: it learns nothing in every eleventh call, so it depends on the order of
// calls.
type forgetful struct{ calls *int }

func (r forgetful) Internalize(p *agents.Person, norm, belief agents.Knowledge) {
	if *r.calls++; *r.calls%11 != 0 {
		agents.Absorb{Rate: .5}.Internalize(p, norm, belief)
	}
}

// crowd is wrong: it learns more if it is one of many replicates.
type crowd struct{}

func (crowd) Lanewise() bool { return true }

func (crowd) Internalize(p *agents.Person, norm, belief agents.Knowledge) {
	rate := .5
	if p.Replicates != 0 {
		rate = .6
	}
	agents.Absorb{Rate: rate}.Internalize(p, norm, belief)
}

// A difference is found, and the first one is reported in one line.
func TestBroken(t *testing.T) {
	holding := peers()
	holding.Channels[0].Internalize = forgetful{new(int)}
	crowded := peers()
	crowded.Channels[0].Internalize = crowd{}
	panics := peers()
	panics.Channels[0].Objectify = agents.ObjectifyFunc(
		func(u *agents.Unit, _ *agents.Voices, _ agents.Knowledge) {
			if u.Tick == 3 {
				panic("no norm")
			}
		})
	nobody := peers()
	nobody.People = 0
	for _, c := range []struct {
		name, want string
		check      func(t testing.TB)
	}{
		{"on and not off", "tick 1, with what is off: the belief of person 0 is [0x",
			func(t testing.TB) {
				simtest.Off(t, peers(), func(s *sim.Scenario) {
					s.Channels[0].Internalize = agents.Absorb{Rate: .4}
				})
			}},
		{"off and yet drawn", "tick 0, with what is off: the belief of person", func(t testing.TB) {
			simtest.Off(t, peers(), func(s *sim.Scenario) { s.Beliefs = agents.Mixed{Unknown: .3} })
		}},
		{"shorter", "with what is off has 4 ticks, want 6", func(t testing.TB) {
			simtest.Off(t, peers(), func(s *sim.Scenario) { s.Ticks = 3 })
		}},
		{"state in a rule", "with 2 workers: the", func(t testing.TB) { simtest.Same(t, holding) }},
		{"not as one", "in an Experiment of 64 replicates with 1 workers: the", func(t testing.TB) {
			simtest.Same(t, crowded)
		}},
		{"a clone with state", "tick 0: the", func(t testing.TB) { simtest.Clone(t, holding) }},
		{"rearranged with state", "rearranged: the", func(t testing.TB) {
			simtest.Rearranged(t, holding, "talk")
		}},
		{"no channel", `there is no channel "chat"`, func(t testing.TB) {
			simtest.Rearranged(t, peers(), "chat")
		}},
		{"a rule that panics", "no norm", func(t testing.TB) { simtest.Same(t, panics) }},
		{"a rule that panics, cloned", "no norm", func(t testing.TB) { simtest.Clone(t, panics) }},
		{"no scenario", "People is 0", func(t testing.TB) { simtest.Same(t, nobody) }},
		{"no scenario to clone", "People is 0", func(t testing.TB) { simtest.Clone(t, nobody) }},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := new(recorder)
			c.check(r)
			if len(r.errors) != 1 || !strings.Contains(r.errors[0], c.want) ||
				strings.Contains(r.errors[0], "\n") {
				t.Errorf("it says %q, want one line with %q", r.errors, c.want)
			}
		})
	}
}
