package sim_test

import (
	"slices"
	"testing"

	"orglearn/agents"
	"orglearn/agents/practice"
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/simtest"
)

// granting is a scenario in which norms come to be taken for granted, in one channel that learns
// before its units vote and in one that learns after.
func granting() sim.Scenario {
	s := plainly()
	s.Name, s.Reality = "granting", sim.Blocks{Size: 4, Seen: 20}
	s.People, s.Ticks = 30, 8
	s.Channels = slices.Clone(s.Channels[:1])
	s.Channels[0].Objectify = practice.Vote{Rate: .5, PerVote: true, Hold: .4, Tenure: .5}
	s.Channels[0].Internalize = practice.Take{Rate: .3, Pull: 1}
	early := s.Channels[0]
	early.Name, early.Simultaneous, early.Structure = "early", true, network.Isolated{Size: 6}
	early.Every, early.Internalize = 2, practice.Take{Rate: .3, Pull: -1, Gradual: true}
	s.Channels = append(s.Channels, early)
	s.Events = []sim.Event{
		sim.Turnover{Rate: .05}, sim.Turbulence{Rate: .02},
		sim.Tradition{Channel: "early", Strength: 5}, sim.Reshuffle{Channel: "work", Every: 4},
	}
	return s
}

// Any number of workers, an Experiment, clones and rearranging give the same bytes.
func TestGrantingIsReproducible(t *testing.T) {
	s := granting()
	simtest.Same(t, s)
	simtest.Clone(t, s)
	simtest.Rearranged(t, s, "work")
	want := trace(t, built(t, s, 1, 0))
	for _, workers := range []int{2, 7} {
		m := built(t, s, 1, 0)
		m.SetWorkers(workers)
		sameTrace(t, "with more workers", trace(t, m), want)
	}
}

// A Vote and a Take with all fields off give the beliefs and norms of Superior and Absorb, and of
// Gradual, bit for bit.
func TestGrantingOffChangesNoBit(t *testing.T) {
	for _, c := range []struct {
		perVote  bool
		learn    agents.Internalizer
		instead  practice.Take
		schedule int
	}{
		{false, agents.Absorb{Rate: .3}, practice.Take{Rate: .3}, 1},
		{true, agents.Gradual{Rate: .3}, practice.Take{Rate: .3, Gradual: true}, 2},
	} {
		s := plainly()
		s.Channels = slices.Clone(s.Channels)
		for i := range s.Channels {
			s.Channels[i].Objectify = agents.Superior{Rate: .5, PerVote: c.perVote}
			s.Channels[i].Internalize, s.Channels[i].Every = c.learn, c.schedule
		}
		want := trace(t, built(t, s, 1, 0))
		for i := range s.Channels {
			s.Channels[i].Objectify = practice.Vote{Rate: .5, PerVote: c.perVote}
			s.Channels[i].Internalize = c.instead
		}
		sameTrace(t, "off", trace(t, built(t, s, 1, 0)), want)
		s.Channels[0].Objectify = practice.Vote{Rate: .5, PerVote: c.perVote, Hold: 1}
		if slices.Equal(trace(t, built(t, s, 1, 0)), want) {
			t.Error("with Hold 1 the run is the same")
		}
	}
}

// A unit keeps its strengths at ticks at which it does not vote, and where it is about something
// else.
func TestStrengthsOfUnitsThatDoNotVote(t *testing.T) {
	s := byHand(3, 70, certain("work", network.Organization{}))
	c := &s.Channels[0]
	c.Externalize, c.Internalize = agents.Say{}, agents.Absorb{}
	c.Objectify, c.Every = practice.Vote{Rate: 1}, 2
	c.Agenda = agents.AboutFunc(func(_ *unit, about []uint64) { about[1] = 1 })
	s.Events = []sim.Event{sim.Tradition{Channel: "work", Strength: 3}}
	m := built(t, s, 1, 0)
	for tick := 1; tick <= 6; tick++ {
		step(t, m)
		x, err := m.Remembered("work")
		if err != nil {
			t.Fatal(err)
		}
		g := practice.Strengths(x.Planes(0))
		if want := 3 + tick/2; g.At(64) != min(want, 7) || g.At(0) != 3 || g.At(65) != 3 {
			t.Errorf("tick %d: strengths %d, %d and %d, want %d, 3 and 3", tick, g.At(64), g.At(0),
				g.At(65), want)
		}
	}
}

// A run in which norms are held reaches a state that can be proved to be absorbed, but not before
// strengths stand still.
func TestGrantingAbsorbed(t *testing.T) {
	s := smaller()
	s.Ticks = 400
	s.Channels = slices.Clone(s.Channels)
	s.Channels[0].Objectify = practice.Vote{Rate: .5, Hold: 1}
	s.Channels[0].Internalize = practice.Take{Rate: .5, Pull: 1}
	s.Channels[0].Externalize = agents.Say{Rate: 1}
	m := built(t, s, 1, 0)
	for over := false; !over; {
		step(t, m)
		var err error
		if over, err = sim.Absorbed(m); err != nil {
			t.Fatal(err)
		}
		if m.Done() {
			t.Fatal("the run is never absorbed")
		}
	}
	before := state(m)
	if err := m.Run(); err != nil {
		t.Fatal(err)
	}
	if state(m) != before {
		t.Error("after it was absorbed something has changed")
	}
}

// A tradition is a norm that all believe, with the given strength.
func TestTradition(t *testing.T) {
	s := granting()
	s.Events = []sim.Event{sim.Tradition{Channel: "early", Strength: 5}}
	m := built(t, s, 1, 0)
	x, err := m.Remembered("early")
	if err != nil {
		t.Fatal(err)
	}
	for u := range m.Norms(1) {
		for _, p := range m.Units(1).Audience(u) {
			if !m.Beliefs(int(p)).Equal(m.Norm(1, u)) {
				t.Errorf("person %d does not believe the norm of unit %d", p, u)
			}
		}
		for d := range m.Dimensions() {
			g, norm := practice.Strengths(x.Planes(u)).At(d), m.Norm(1, u).Get(d)
			if g != 5 || norm != 1 {
				t.Errorf("unit %d has the norm %d with strength %d, want 1 with 5", u, norm, g)
			}
		}
	}
	simtest.Event(t, plainStart(), sim.Tradition{Channel: "work"})
	s.Channels[1].Objectify = agents.Superior{Rate: .5}
	if _, err := sim.New(s, 1, 0); err == nil {
		t.Error("a strength in units that do not vote by practice.Vote is no error")
	}
	s.Name = "sound"
	s.Events = []sim.Event{sim.Tradition{Channel: "early", Strength: 8}}
	refused(t, s, "Tradition.Strength is 8, want 0 to 7")
	s.Events = []sim.Event{sim.Tradition{Channel: "late"}}
	refused(t, s, `sim.Tradition.Channel is "late", want the name of a channel`)
}

// plainStart is a small scenario of one channel.
func plainStart() sim.Scenario {
	s := plainly()
	s.Ticks, s.Channels = 4, s.Channels[:1]
	return s
}

// An event happens during the given ticks only, by the chance that it has anyway.
func TestDuring(t *testing.T) {
	s := plainStart()
	simtest.Event(t, s, sim.During{Event: sim.Turnover{Rate: .5}, First: 1, Last: 2},
		sim.During{Event: sim.Turnover{}, Last: 3},
		sim.During{Event: sim.Turnover{Rate: .5}, First: 2, Last: 1})
	always, until := s, s
	always.Events = []sim.Event{sim.Turnover{Rate: .5}, sim.Turbulence{Rate: .3}}
	until.Events = []sim.Event{
		sim.During{Event: sim.Turnover{Rate: .5}, First: 1, Last: 2},
		sim.During{Event: sim.Turbulence{Rate: .3}, First: 0, Last: 2},
	}
	a, b := trace(t, built(t, always, 1, 0)), trace(t, built(t, until, 1, 0))
	sameTrace(t, "until tick 2", b[:3], a[:3])
	if b[3] == a[3] {
		t.Error("the events happen at tick 3, too")
	}
	s.Channels[0].Structure = network.Organization{}
	s.Dimensions, s.Events = 20, until.Events
	if !built(t, s, 1, 0).Plan().Replicates.Taken {
		t.Error("with the event its replicates are no lanes")
	}
	early, late := sim.During{Event: sim.Turnover{}, First: -1}, sim.During{
		Event: sim.Turnover{}, Last: -1}
	for want, e := range map[string]sim.During{
		"During.First is -1, want 0 to 2147483647": early,
		"During.Last is -1, want 0 to 2147483647":  late,
		"During.Event is nil, want an event":       {},
		"Turnover.Rate is 2, want 0 to 1":          {Event: sim.Turnover{Rate: 2}},
		`PermuteTrust.Channel is "work", want the name of a channel whose units remember trust ` +
			"(practice.KeepsTrust)": {Event: sim.PermuteTrust{Channel: "work", Every: 1}},
		"network: Communities.Team is 80, want 1 to 60 (the people)": {Event: sim.Reorganize{
			Channel: "work", Structure: network.Communities{Team: 80, Size: 1}}},
		`sim.Tradition.Channel is "gone", ` + "want the name of a channel": {
			Event: sim.Tradition{Channel: "gone"},
		},
	} {
		s.Name, s.Events = "sound", []sim.Event{e}
		refused(t, s, want)
	}
	s.Events = []sim.Event{sim.During{ // it never happens, so nothing need suit it
		Event: sim.PermuteTrust{Channel: "work", Every: 1}, First: 2, Last: 1}}
	if err := s.Validate(); err != nil {
		t.Error(err)
	}
}

// Every second tick the person of longest tenure leaves. Founders leave in the order of their
// numbers.
func TestSuccession(t *testing.T) {
	s := byHand(3, 4, certain("work", network.Organization{}))
	s.Ticks = 12
	e := sim.Succession{Every: 2}
	s.Events = []sim.Event{e}
	m := built(t, s, 1, 0)
	want := []int{0, 0, 0}
	for tick := 1; tick <= 12; tick++ {
		step(t, m)
		if tick%2 == 0 {
			want[(tick/2-1)%3] = tick
		}
		for p := range 3 {
			if m.Joined(p) != want[p] {
				t.Errorf("tick %d: person %d came at %d, want %d", tick, p, m.Joined(p), want[p])
			}
		}
	}
	simtest.Event(t, plainStart(), e, sim.Succession{})
	s.Name, s.Events = "sound", []sim.Event{sim.Succession{Every: -1}}
	refused(t, s, "Succession.Every is -1, want 1 to 2147483647")
}
