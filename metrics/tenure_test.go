package metrics_test

import (
	"context"
	"math"
	"testing"

	"orglearn/agents"
	"orglearn/agents/practice"
	"orglearn/metrics"
	"orglearn/network"
	"orglearn/sim"
)

// passing is an organization of communities in which people leave, and units are dealt anew.
func passing(rule agents.Participant, turnover float64, ticks int) sim.Scenario {
	return sim.Scenario{
		Name: "passing", People: 60, Dimensions: 16, Ticks: ticks, Reality: sim.Blocks{Size: 4},
		Channels: []sim.Channel{{
			Name: "work", Structure: network.Communities{Team: 5, Size: 5},
			Externalize: agents.Say{Rate: 1}, Objectify: agents.Superior{Rate: .5},
			Internalize: agents.Absorb{Rate: .1}, Participate: rule,
		}},
		Events: []sim.Event{
			sim.Turnover{Rate: turnover}, sim.Reshuffle{Channel: "work", Every: 11},
		},
	}
}

// With a turnover of r mean tenure after t ticks is (1-r)(1-(1-r)^t)/r, the share of people who are
// there for w ticks or more (1-r)^w, and so is that of full members with a wait of w. Over 200 runs
// of 60 people each is within 4 standard errors.
func TestTenureUnderTurnover(t *testing.T) {
	const r, w, ticks = .05, 12, 40
	rule := practice.Apprenticeship{Wait: w}
	table, err := metrics.Measure(context.Background(), sim.Experiment{
		Scenarios: []sim.Scenario{passing(rule, r, ticks)}, Replicates: 200, Seed: 1,
		At: []int{0, w - 1, ticks},
	}, metrics.Tenure, metrics.Core(w), metrics.FullMembers("work"))
	if err != nil {
		t.Fatal(err)
	}
	old := math.Pow(1-r, w)
	for _, c := range []struct {
		metric metrics.Metric
		tick   int
		want   float64
	}{
		{metrics.Tenure, 0, 0}, {metrics.Core(w), 0, 0}, {metrics.FullMembers("work"), 0, 1},
		{metrics.Core(w), w - 1, 0}, {metrics.FullMembers("work"), w - 1, math.Pow(1-r, w-1)},
		{metrics.Tenure, ticks, (1 - r) * (1 - math.Pow(1-r, ticks)) / r},
		{metrics.Core(w), ticks, old}, {metrics.FullMembers("work"), ticks, old},
	} {
		e := table.Estimate("passing", c.metric, c.tick)
		if math.Abs(e.Mean-c.want) > 4*e.SE {
			t.Errorf("%s at tick %d is %.4f (se %.4f), want %.4f", c.metric.Name, c.tick, e.Mean,
				e.SE, c.want)
		}
	}
}

// counting counts how many are heard.
type counting struct{ heard *int }

func (r counting) Objectify(_ *agents.Unit, said *agents.Voices, _ agents.Knowledge) {
	*r.heard += said.Len()
}

// The share of full members is the share of seats that are heard in the next tick.
func TestFullMembersAreHeard(t *testing.T) {
	for _, rule := range []agents.Participant{
		nil, practice.Apprenticeship{}, practice.Apprenticeship{Wait: 4},
		practice.Apprenticeship{Wait: 4, PerSeat: true}, practice.Apprenticeship{PerSeat: true},
	} {
		heard := 0
		s := passing(rule, .05, 30)
		s.Channels[0].Objectify = counting{&heard}
		m, err := sim.New(s, 1, 0)
		if err != nil {
			t.Fatal(err)
		}
		for !m.Done() {
			share := metrics.FullMembers("work").Of(m)
			heard = 0
			if err := m.Step(); err != nil {
				t.Fatal(err)
			}
			if want := float64(heard) / 120; share != want { // two seats each
				t.Fatalf("%+v, tick %d: the share is %v, and %v are heard", rule, m.Tick(), share,
					want)
			}
		}
	}
}

// Where nobody is present these metrics are missing.
func TestTenureOfNobody(t *testing.T) {
	m, err := sim.New(passing(nil, 0, 3), 1, 0)
	if err != nil {
		t.Fatal(err)
	}
	for p := range m.People() {
		m.Leave(p)
	}
	for _, metric := range []metrics.Metric{
		metrics.Tenure, metrics.Core(3), metrics.FullMembers("work"),
	} {
		if v := metric.Of(m); !math.IsNaN(v) {
			t.Errorf("%s is %v, want it missing", metric.Name, v)
		}
	}
}
