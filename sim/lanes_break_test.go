package sim_test

import (
	"context"
	"strings"
	"testing"

	"orglearn/agents"
	"orglearn/network"
	"orglearn/sim"
)

// code is an organization of one unit, whose replicates are lanes.
func code(objectify agents.Objectifier, internalize agents.Internalizer) sim.Scenario {
	return sim.Scenario{
		Name: "code", People: 6, Dimensions: 10, Ticks: 12,
		Channels: []sim.Channel{{
			Name: "code", Structure: network.Organization{},
			Externalize: agents.Say{Rate: 1}, Objectify: objectify, Internalize: internalize,
		}},
	}
}

// asAlone runs replicates, and compares those that complete with the same replicates run one by
// one. It returns the error of the runs.
func asAlone(t *testing.T, s sim.Scenario, replicates int) error {
	t.Helper()
	seen := make([]recorded, replicates)
	e := sim.Experiment{
		Scenarios: []sim.Scenario{s}, Replicates: replicates, Seed: 3, At: []int{s.Ticks},
	}
	err := e.Run(t.Context(), func(_, r int) sim.Observer { return seen[r].observe })
	for r := range seen {
		m, failed := sim.New(s, 3, uint64(r))
		if failed == nil {
			failed = m.Run()
		}
		var want recorded
		if failed == nil {
			want.observe(m, s.Ticks)
		} else if !strings.Contains(err.Error(), failed.Error()) {
			t.Errorf("replicate %d: alone it fails with %v", r, failed)
		}
		if len(seen[r].lines) != len(want.lines) ||
			len(want.lines) > 0 && seen[r].lines[0] != want.lines[0] {
			t.Errorf("replicate %d: %s\nalone\n%s", r, seen[r].lines, want.lines)
		}
	}
	return err
}

// Newcomers whose first beliefs panic end some runs. The others are repeated from the world in
// which they began.
func TestLanesRepeatedInTheirWorld(t *testing.T) {
	s := code(agents.Superior{Rate: .5}, agents.Absorb{Rate: .3})
	s.Events = []sim.Event{sim.Turbulence{Rate: .2}, sim.Turnover{Rate: .05}}
	s.Beliefs = agents.BeginFunc(func(p *agents.Person, belief agents.Knowledge) {
		agents.Mixed{Unknown: .3}.Begin(p, belief)
		if p.Tick > 5 && belief[0].Yes&7 == 7 {
			panic("a wonder")
		}
	})
	if err := asAlone(t, s, 60); err == nil {
		t.Error("nobody was a wonder")
	}
}

// Stop may ask whether anything can still change.
func TestLanesAbsorbed(t *testing.T) {
	s := code(agents.Superior{Rate: .5}, agents.Absorb{Rate: .3})
	s.Stop = func(m *sim.Model) bool {
		over, err := sim.Absorbed(m)
		return over && err == nil
	}
	if err := asAlone(t, s, 20); err != nil {
		t.Error(err)
	}
}

// both applies two rules, one after the other.
type both [2]agents.Objectifier

func (b both) Objectify(u *agents.Unit, said *agents.Voices, norm agents.Knowledge) {
	for _, r := range b {
		r.Objectify(u, said, norm)
	}
}

// Lanewise is true if both rules are Lanewise.
func (both) Lanewise() bool { return true }

// A rule uses the same number of coins whether or not anybody stands above, because another rule
// may draw after it.
func TestLanesOfTwoRules(t *testing.T) {
	for _, first := range []agents.Objectifier{
		agents.Superior{Rate: .3}, agents.Superior{Rate: .1, PerVote: true},
		agents.Screen{Rate: .3, Veto: .2}, agents.Authority{Rate: .3, Weight: 2},
	} {
		s := code(both{first, agents.Majority{Rate: .1}}, agents.Absorb{Rate: .5})
		if err := asAlone(t, s, 20); err != nil {
			t.Error(err)
		}
	}
}

// deaf and mute embed rules whose methods they hide.
type (
	deaf struct{ agents.Absorb }
	mute struct{ agents.Say }
)

func (deaf) Internalize(*agents.Person, agents.Knowledge, agents.Knowledge) {}

func (mute) Externalize(*agents.Person, agents.Knowledge, agents.Knowledge) {}

// The abilities of an embedded rule do not count for the outer rule.
func TestEmbeddedRules(t *testing.T) {
	s := code(agents.Superior{Rate: 1}, deaf{agents.Absorb{Rate: .5}})
	for _, dimensions := range []int{10, 100} {
		s.Dimensions, s.Channels[0].Structure = dimensions, network.Circles{Of: network.Complete{}}
		s.Channels[0].Externalize = agents.Say{Rate: 1}
		m := built(t, s, 1, 0)
		step(t, m)
		if flow := m.Flow(0); flow.Said == 0 || flow.Taken != 0 {
			t.Errorf("%d dimensions: the deaf: %+v", dimensions, flow)
		}
		s.Channels[0].Externalize = mute{agents.Say{Rate: 1}}
		m = built(t, s, 1, 0)
		step(t, m)
		if flow := m.Flow(0); flow.Said != 0 {
			t.Errorf("%d dimensions: the mute: %+v", dimensions, flow)
		}
	}
	if sim.Apart(built(t, s, 1, 0), "code") {
		t.Error("a rule is taken for lanewise that embeds one")
	}
}

// Lanes that rest can be interrupted like others.
func TestLanesInterruptedAtRest(t *testing.T) {
	s := code(agents.Superior{Rate: 1}, agents.Absorb{Rate: 1})
	s.Ticks = 100_000
	ctx, cancel := context.WithCancel(t.Context())
	calls := 0
	err := sim.Experiment{
		Scenarios: []sim.Scenario{s}, Replicates: 64, Workers: 1,
	}.Run(ctx, func(_, _ int) sim.Observer {
		return func(_ *sim.Model, tick int) {
			if calls++; tick == 200 {
				cancel()
			}
		}
	})
	if err == nil || calls > 64*201 {
		t.Errorf("%d calls, and the error %v", calls, err)
	}
}

// A run that has failed is not asked again and is reported once. Its ticks count as done.
func TestLanesThatFailOnce(t *testing.T) {
	s := code(agents.Superior{Rate: .5}, agents.Absorb{Rate: .3})
	s.Stop = func(m *sim.Model) bool {
		if m.Replicate() == 3 && m.Tick() == 4 {
			panic("asked")
		}
		return false
	}
	done, total := 0, 0
	e := sim.Experiment{
		Scenarios: []sim.Scenario{s}, Replicates: 10, At: []int{2, 12}, Workers: 1,
		Progress: func(d, t int) { done, total = d, t },
	}
	err := e.Run(t.Context(), func(_, r int) sim.Observer {
		return func(_ *sim.Model, tick int) {
			if r == 3 && tick == 2 {
				panic("seen")
			}
		}
	})
	if err == nil || strings.Contains(err.Error(), "asked") ||
		strings.Count(err.Error(), "seen") != 1 {
		t.Errorf("%v", err)
	}
	if done != total || total != 120 {
		t.Errorf("progress ends at %d of %d", done, total)
	}
}
