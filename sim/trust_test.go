package sim_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"orglearn/agents"
	"orglearn/agents/practice"
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/simtest"
)

// trusting is a scenario in which units come to trust voices, people ask whom units trust, and
// leaders are heeded by trust.
func trusting() sim.Scenario {
	s := plainly()
	s.Name, s.Reality = "trusting", sim.Blocks{Size: 4, Seen: 20}
	s.People, s.Ticks = 30, 8
	s.Channels = slices.Clone(s.Channels)
	work, contacts := &s.Channels[0], &s.Channels[1]
	work.Objectify = practice.Vote{Rate: .5, PerVote: true, Tenure: .3, Trust: 1, TrustRate: .6,
		HelpRate: .4}
	work.Structure, work.Load = network.Led{Of: work.Structure}, 1
	work.Ask = practice.Askers{First: practice.Led{Share: 5, Trust: 1},
		Then: practice.Respondent{By: practice.MostTrusted}}
	contacts.Objectify = practice.Vote{Rate: .5, Trust: -1, TrustRate: 1, HelpRate: 1}
	contacts.Ask = practice.Respondent{By: practice.MostHelpful}
	s.Events = []sim.Event{
		sim.Turnover{Rate: .05}, sim.Turbulence{Rate: .02},
		sim.Reshuffle{Channel: "work", Every: 4}, sim.PermuteTrust{Channel: "contacts", Every: 3},
		sim.ElectLeaders{Channel: "work", Every: 2, ByTrust: true},
	}
	return s
}

// Any number of workers, an Experiment, clones and rearranging give the same bytes.
func TestTrustingIsReproducible(t *testing.T) {
	s := trusting()
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

// beliefsAtEnd are the beliefs and norms after a run.
func beliefsAtEnd(t *testing.T, s sim.Scenario) string {
	t.Helper()
	m := built(t, s, 1, 0)
	if err := m.Run(); err != nil {
		t.Fatal(err)
	}
	text := new(strings.Builder)
	fmt.Fprint(text, m.Bodies())
	for u := range m.Norms(0) {
		fmt.Fprint(text, m.Norm(0, u))
	}
	return text.String()
}

// With a slope of 0 trust is remembered, and no belief or norm is other than without. With one that
// is not 0 they are.
func TestTrustWithoutSlopeChangesNoBelief(t *testing.T) {
	s := plainly()
	s.Channels = slices.Clone(s.Channels)
	with := func(vote practice.Vote) string {
		vote.Rate = .5
		s.Channels[0].Objectify = vote
		return beliefsAtEnd(t, s)
	}
	want := with(practice.Vote{})
	if with(practice.Vote{TrustRate: .5, HelpRate: .5}) != want {
		t.Error("trust without a slope changes what people believe")
	}
	if with(practice.Vote{Trust: 1}) != want {
		t.Error("a slope without a rate changes what people believe")
	}
	if with(practice.Vote{Trust: 1, TrustRate: .5}) == want {
		t.Error("trust with a slope changes nothing")
	}
}

// In one unit of three, by hand: person 0 is right, and the two others take over what he says. They
// gain, so the unit trusts him more, and nobody else. A newcomer is trusted as nobody is known.
func TestTrustByHand(t *testing.T) {
	s := byHand(3, 2, certain("work", network.Organization{}))
	s.Reality = sim.Additive{}
	s.Channels[0].Objectify = practice.Vote{Rate: 1, Trust: 1, TrustRate: 1}
	m := built(t, s, 1, 0)
	truth := m.Landscape().Truth()
	believe(m, []int8{int8(truth.Get(0)), int8(truth.Get(1))}, []int8{0, 0},
		[]int8{int8(-truth.Get(0)), 0})
	step(t, m)
	if got := trusts(t, m, 3); !slices.Equal(got, []int{10, 8, 8}) {
		t.Errorf("trust %v, want 10, 8 and 8", got)
	}
	m.Replace(0)
	if got := trusts(t, m, 3); !slices.Equal(got, []int{8, 8, 8}) {
		t.Errorf("trust in a newcomer %v, want 8", got)
	}
}

// trusts is the trust of unit 0 of the channel "work" in its first voices.
func trusts(t *testing.T, m *sim.Model, n int) (all []int) {
	t.Helper()
	x, err := m.Remembered("work")
	if err != nil {
		t.Fatal(err)
	}
	for k := range n {
		all = append(all, practice.Tie(x.Tie(0, k)).Trust())
	}
	return all
}

// Trust that is dealt anew is the same trust, of other voices. The event keeps its contract.
func TestPermuteTrust(t *testing.T) {
	s := byHand(6, 2, certain("work", network.Organization{}))
	s.Channels[0].Objectify = practice.Vote{Rate: 1, TrustRate: 1}
	s.Channels[0].Internalize = agents.Absorb{}
	s.Events = []sim.Event{sim.PermuteTrust{Channel: "work", Every: 2}}
	m := built(t, s, 1, 0)
	x, _ := m.Remembered("work")
	for k := range 6 {
		practice.Tie(x.Tie(0, k)).SetTrust(2 * k)
		practice.Tie(x.Tie(0, k)).SetHelp(15 - 2*k)
	}
	before := trusts(t, m, 6)
	if step(t, m); !slices.Equal(trusts(t, m, 6), before) {
		t.Errorf("trust is dealt at tick 1")
	}
	step(t, m)
	after := trusts(t, m, 6)
	for k, trust := range after {
		if help := practice.Tie(x.Tie(0, k)).Help(); help != 15-trust {
			t.Errorf("voice %d has trust %d and %d of the other kind, want both of one", k,
				trust, help)
		}
	}
	if slices.Equal(after, before) {
		t.Errorf("trust is where it was: %v", after)
	}
	if slices.Sort(after); !slices.Equal(after, before) {
		t.Errorf("trust %v, want %v in another order", after, before)
	}
	plain := trusting()
	plain.Events = plain.Events[:3]
	simtest.Event(t, plain, sim.PermuteTrust{Channel: "work", Every: 2},
		sim.PermuteTrust{Channel: "work"})
}

// Who is trusted most is elected, whatever his standing. Channels without trust are refused.
func TestElectByTrust(t *testing.T) {
	s := byHand(3, 4, certain("work", network.Led{Of: network.Organization{}}))
	s.Channels[0].Objectify = practice.Vote{TrustRate: 1}
	s.Channels[0].Internalize = agents.Absorb{}
	s.Events = []sim.Event{sim.ElectLeaders{Channel: "work", Every: 1, ByTrust: true}}
	for want := range int32(3) {
		m := built(t, s, 1, 0)
		x, _ := m.Remembered("work")
		practice.Tie(x.Tie(0, int(want))).SetTrust(9)
		step(t, m)
		if got := leaders(m); !slices.Equal(got, []int32{want}) {
			t.Errorf("%v leads, want %d", got, want)
		}
	}
	s.Channels[0].Objectify = practice.Vote{Rate: .5}
	for _, e := range []sim.Event{s.Events[0], sim.PermuteTrust{Channel: "work", Every: 1}} {
		s.Events = []sim.Event{e}
		if err := s.Validate(); err == nil || !strings.Contains(err.Error(), `Channel is "work", `+
			"want the name of a channel whose units remember trust") {
			t.Errorf("%T: error %v", e, err)
		}
	}
	if err := (sim.PermuteTrust{Every: -1}).Validate(); err == nil ||
		err.Error() != "PermuteTrust.Every is -1, want 0 to 2147483647" {
		t.Errorf("error %v", err)
	}
}
