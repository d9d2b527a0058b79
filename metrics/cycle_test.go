package metrics_test

import (
	"math"
	"testing"

	"orglearn/agents"
	"orglearn/metrics"
	"orglearn/network"
	"orglearn/sim"
)

// asking is three people in one unit. Person 0 knows two dimensions; the others know nothing and
// ask him about them from tick 1 on. He answers one of them a tick.
func asking() sim.Scenario {
	return sim.Scenario{
		Name: "asking", People: 3, Dimensions: 2, Ticks: 9, Ledger: true,
		Beliefs: agents.BeginFunc(func(p *agents.Person, belief agents.Knowledge) {
			if p.ID == 0 {
				belief.Set(0, 1)
				belief.Set(1, -1)
			}
		}),
		Channels: []sim.Channel{{
			Name: "work", Structure: network.Organization{}, Externalize: agents.Say{Rate: 1},
			Objectify:   agents.Consensus{Share: 1, Ticks: 6},
			Internalize: agents.Absorb{Rate: 0}, Reuse: agents.Absorb{Rate: 1}, Load: 1,
			Ask: agents.AskFunc(func(p *agents.Person, _ *agents.Unit, _ *agents.Voices) int {
				if p.ID == 0 || p.Tick == 0 {
					return -1
				}
				return 0
			}),
		}},
	}
}

// Claims are said from the first cycle on. They are first re-used in the second, at an age of 2,
// and in the norm in the sixth, at an age of 6: knowledge becomes objective 3 times as slowly.
func TestPace(t *testing.T) {
	m, err := sim.New(asking(), 1, 0)
	if err != nil {
		t.Fatal(err)
	}
	isNaN := func(x metrics.Metric) {
		t.Helper()
		if v := x.Of(m); !math.IsNaN(v) {
			t.Errorf("tick %d: %s is %v, want none", m.Tick(), x.Name, v)
		}
	}
	is := func(x metrics.Metric, want float64) {
		t.Helper()
		if v := x.Of(m); v != want {
			t.Errorf("tick %d: %s is %v, want %v", m.Tick(), x.Name, v, want)
		}
	}
	for m.Tick() < 6 {
		if err := m.Step(); err != nil {
			t.Fatal(err)
		}
		switch m.Tick() {
		case 1:
			isNaN(metrics.Age(sim.Reused))
			isNaN(metrics.Answered("work"))
			is(metrics.Reused("work"), 0)
		case 2:
			is(metrics.Answered("work"), .5)
			is(metrics.Reused("work"), 2./3)
		case 5:
			isNaN(metrics.Pace)
		}
		isNaN(metrics.Kept("work"))
	}
	is(metrics.Age(sim.Claimed), 1)
	is(metrics.Age(sim.Reused), 2)
	is(metrics.Age(sim.Objectified), 6)
	is(metrics.Pace, 3)
	without := asking()
	without.Ledger = false
	if metrics.Pace.Fits(without) == nil || metrics.Pace.Fits(asking()) != nil {
		t.Error("Pace needs a ledger")
	}
}

// Of meetings that each try one dimension, the share that pays and is kept is between 0 and 1. Over
// many runs of one meeting about a coin it is half; the bound is 4 standard errors.
func TestKept(t *testing.T) {
	s := asking()
	s.Beliefs = agents.BeginFunc(func(*agents.Person, agents.Knowledge) {})
	s.Activity = agents.DoFunc(func(*agents.Person) agents.Activity { return agents.Create })
	s.Experience = agents.TryFunc(func(*agents.Person, agents.Knowledge, agents.Knowledge) bool {
		return false
	})
	sum := 0.
	for replicate := range uint64(400) {
		m, err := sim.New(s, 1, replicate)
		if err != nil || m.Step() != nil {
			t.Fatal(err, m.Err())
		}
		sum += metrics.Kept("work").Of(m)
	}
	if math.Abs(sum-200) > 4*10 {
		t.Errorf("%v of 400 were kept, want about half", sum)
	}
}
