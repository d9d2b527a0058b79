package formation_test

import (
	"testing"

	"orglearn/agents"
	"orglearn/sim"
	"orglearn/sim/formation"
	"orglearn/sim/simtest"
)

func controls(t *testing.T, s sim.Scenario) *formation.Controls {
	t.Helper()
	c, err := formation.NewControls(s)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// With nothing drawn a control runs as its scenario does: all beliefs, norms and communities are
// the same at all ticks, with people who come and go, heirs and two seats each.
func TestNothingDrawnIsTheScenario(t *testing.T) {
	s := lively(all)
	again := controls(t, s).Scenario(formation.Nothing)
	for replicate := range uint64(3) {
		m, n := simtest.Built(t, s, replicate), simtest.Built(t, again, replicate)
		for ended := 0; !m.Done(); {
			simtest.Step(t, m)
			simtest.Step(t, n)
			sameCommunities(t, m, n, true, true)
			for p := range m.People() {
				if !m.Beliefs(p).Equal(n.Beliefs(p)) {
					t.Fatalf("tick %d: person %d believes other things", m.Tick(), p)
				}
			}
			for u := range m.Norms(0) {
				if !m.Norm(0, u).Equal(n.Norm(0, u)) {
					t.Fatalf("tick %d: unit %d has another norm", m.Tick(), u)
				}
			}
			ended++
		}
	}
}

// sameCommunities reports communities of two models that differ in birth or size, or, where asked,
// in members or domains.
func sameCommunities(t *testing.T, m, n *sim.Model, members, domains bool) {
	t.Helper()
	a, b := formation.Communities(m, work), formation.Communities(n, work)
	if len(a) != len(b) {
		t.Fatalf("tick %d: %d and %d communities", m.Tick(), len(a), len(b))
	}
	for i := range a {
		same := a[i].Born == b[i].Born && len(a[i].Members) == len(b[i].Members) &&
			a[i].Domain.Len() == b[i].Domain.Len()
		if domains {
			same = same && a[i].Domain == b[i].Domain
		}
		for _, p := range a[i].Members {
			same = same && (b[i].Has(int(p)) || !members)
		}
		if !same {
			t.Fatalf("tick %d: %+v and %+v", m.Tick(), a[i], b[i])
		}
	}
}

// Both controls have the number, sizes and ages of the communities of their scenario, tick by tick.
// One has its domains, and nothing but chance brings together who is; the other its members, and
// other domains.
func TestControlsKeepSizes(t *testing.T) {
	s := lively(all)
	c := controls(t, s)
	var joint, other, seats int // seats in both, in the control, and in all
	for replicate := range uint64(3) {
		m := simtest.Built(t, s, replicate)
		drawn := simtest.Built(t, c.Scenario(formation.Members), replicate)
		moved := simtest.Built(t, c.Scenario(formation.Domains), replicate)
		for !m.Done() {
			for _, x := range []*sim.Model{m, drawn, moved} {
				simtest.Step(t, x)
			}
			sameCommunities(t, m, drawn, false, true)
			sameCommunities(t, m, moved, true, false)
			most := map[int32]int{}
			a, b := formation.Communities(m, work), formation.Communities(drawn, work)
			elsewhere := formation.Communities(moved, work)
			for i := range b {
				for _, p := range b[i].Members {
					most[p]++
					seats++
					if a[i].Has(int(p)) {
						joint++
					}
				}
				if elsewhere[i].Domain != a[i].Domain {
					other++
				}
			}
			for p, n := range most {
				if n > 2 {
					t.Fatalf("tick %d: person %d is in %d communities, want 2", m.Tick(), p, n)
				}
			}
		}
	}
	if other == 0 || 3*joint > seats {
		t.Errorf("%d domains are others, and %d of %d seats are as in the scenario", other, joint,
			seats)
	}
}

// A control of members fills a community also where all who are free are in it: somebody then
// passes on a seat. Who is nearly everywhere is needed for that, so people are few and seats many.
func TestCrowdedControl(t *testing.T) {
	e := all
	e.Seats, e.Join, e.Patience, e.Life = 3, 1, 3, 0
	s := lively(e)
	s.People = 6
	s.Channels[0].Structure = nil
	s.Channels[0].Structure = forming(nil, 6, e).Channels[0].Structure
	c := controls(t, s)
	for replicate := range uint64(40) {
		m := simtest.Built(t, s, replicate)
		n := simtest.Built(t, c.Scenario(formation.Members), replicate)
		for !m.Done() {
			simtest.Step(t, m)
			simtest.Step(t, n)
			sameCommunities(t, m, n, false, true)
		}
	}
}

// Controls refuse a scenario without a Formation, or with several.
func TestControlsRefuse(t *testing.T) {
	s := lively(all)
	s.Events = s.Events[:1]
	if _, err := formation.NewControls(s); err == nil ||
		err.Error() != `formation: scenario "forming" has 0 events of Formation, want 1` {
		t.Error(err)
	}
}

// A scenario that fails ends the run of its control with an error that says why.
func TestControlOfAFailure(t *testing.T) {
	s := lively(all)
	s.Events = append(s.Events, sim.EventFunc(func(m *sim.Model, _ *agents.Stream) {
		if m.Tick() == 3 && m.Scenario().Name == "forming" {
			panic("broken")
		}
	}))
	m, err := sim.New(controls(t, s).Scenario(formation.Members), 1, 0)
	if err == nil {
		err = m.Run()
	}
	if err == nil {
		t.Error("no error")
	}
}
