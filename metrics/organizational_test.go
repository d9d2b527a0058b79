package metrics_test

import (
	"context"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"orglearn/agents"
	"orglearn/metrics"
	"orglearn/network"
	"orglearn/sim"
)

// levels is six teams of two in two parents under one top unit, in which everything is certain but
// what people hold at first.
func levels() sim.Scenario {
	c := ring(channel, network.Nested{Of: network.Isolated{Size: 2}, Fan: 3})
	c.Externalize, c.Objectify = agents.Say{Rate: 1}, agents.Superior{Rate: 1}
	c.Internalize = agents.Absorb{Rate: 1}
	return sim.Scenario{Name: "levels", People: 12, Dimensions: 8, Ticks: 6,
		Channels: []sim.Channel{c}}
}

func modelOf(t testing.TB, s sim.Scenario, replicate uint64) *sim.Model {
	t.Helper()
	m, err := sim.New(s, 7, replicate)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// know writes the truth into the first n dimensions of a body, and nothing into the others.
func know(m *sim.Model, k agents.Knowledge, n int) {
	clear(k)
	for d := range n {
		k.Set(d, m.Landscape().Truth().Get(d))
	}
}

// TopNorm is the score of the norm of the last unit, and of no other.
func TestTopNorm(t *testing.T) {
	m := modelOf(t, levels(), 0)
	for u := range m.Norms(0) {
		know(m, m.Norm(0, u), min(u, 6))
	}
	if got := metrics.TopNorm(channel).Of(m); got != 6./8 {
		t.Errorf("the top norm is %v, want .75", got)
	}
	for name, c := range map[string]struct {
		structure network.Structure
		want      float64
	}{
		"one unit":     {network.Organization{}, 0},
		"teams":        {network.Isolated{Size: 2}, math.NaN()},
		"circles":      {network.Circles{Of: network.Line{}}, math.NaN()},
		"one circle":   {network.Circles{Of: network.Complete{}}, math.NaN()},
		"nobody heard": {network.Explicit{}, math.NaN()},
	} {
		s := levels()
		s.Channels[0].Structure = c.structure
		if got := metrics.TopNorm(channel).Of(modelOf(t, s, 0)); !same(got, c.want, 0) {
			t.Errorf("%s: the top norm is %v, want %v", name, got, c.want)
		}
	}
	if err := metrics.TopNorm("no such").Fits(levels()); err == nil {
		t.Error("a scenario has a channel that it lacks")
	}
}

// Acceptance agrees with a plain count over members and dimensions of norms.
func TestAcceptance(t *testing.T) {
	for seed := range uint64(50) {
		s := draw(t, rand.New(rand.NewPCG(seed, 4)), 1+int(seed)%9, 70)
		m := s.model
		if err := m.Step(); err != nil {
			t.Fatal(err)
		}
		if seed%3 == 0 {
			m.Leave(0)
		}
		accepted, norms := 0, 0
		for u := range m.Norms(0) {
			for _, p := range m.Units(0).Audience(u) {
				for d := range m.Dimensions() {
					if norm := m.Norm(0, u).Get(d); norm != 0 && !m.Vacant(int(p)) {
						norms++
						if m.Beliefs(int(p)).Get(d) == norm {
							accepted++
						}
					}
				}
			}
		}
		want := float64(accepted) / float64(norms)
		if got := metrics.Acceptance(channel).Of(m); !same(got, want, 0) {
			t.Errorf("the acceptance is %v, the obvious way %v", got, want)
		}
	}
}

// Newcomers in an organization that knows all are taught at the rate at which they learn; where
// nothing is known, and where no time passes, they have what they bring. The model is as before.
func TestNewcomersScore(t *testing.T) {
	s := levels()
	s.People, s.Dimensions, s.Ticks = 200, 32, 40
	s.Beliefs = agents.Mixed{Unknown: 1} // newcomers know nothing
	s.Channels[0].Structure = network.Isolated{Size: 10}
	s.Channels[0].Internalize = agents.Absorb{Rate: .25}
	s.Events = []sim.Event{sim.Turnover{Rate: 1}, sim.Turbulence{Rate: .5}} // not in the test
	m := modelOf(t, s, 0)
	for u := range m.Norms(0) {
		know(m, m.Norm(0, u), 32)
	}
	for _, c := range []struct {
		newcomers, after int
		want, within     float64
	}{{60, 0, 0, 0}, {60, 3, 1 - .75*.75*.75, .05}, {500, 3, 1 - .75*.75*.75, .03},
		{60, 300, 1, 0}} {
		before := bodies(m)
		got := metrics.NewcomersScore(c.newcomers, c.after).Of(m)
		if math.Abs(got-c.want) > c.within {
			t.Errorf("%d newcomers after %d ticks score %v, want %v within %v", c.newcomers,
				c.after, got, c.want, c.within)
		}
		if !slices.Equal(before, bodies(m)) || m.Tick() != 0 {
			t.Error("the test changed the model")
		}
	}
	for u := range m.Norms(0) {
		clear(m.Norm(0, u))
	}
	if got := metrics.NewcomersScore(200, 20).Of(m); got != 0 {
		t.Errorf("where nothing is known newcomers score %v", got)
	}
	for p := range m.People() {
		m.Leave(p)
	}
	if got := metrics.NewcomersScore(5, 2).Of(m); !math.IsNaN(got) {
		t.Errorf("where nobody is newcomers score %v", got)
	}
}

// bodies copies all that people and units know, and who is new.
func bodies(m *sim.Model) []agents.Word {
	all := slices.Clone(m.Bodies())
	for u := range m.Norms(0) {
		all = append(all, m.Norm(0, u)...)
	}
	for p := range m.People() {
		all = append(all, agents.Word{Yes: uint64(m.Joined(p)), No: uint64(len(m.Claims(0, p)))})
	}
	return all
}

// A run in which the metric is read is the same as one in which it is not, also where replicates
// run as one, and with any number of workers.
func TestNewcomersScoreInMeasure(t *testing.T) {
	s := levels()
	s.Channels[0].Structure = network.Isolated{Size: 3}
	s.Events = []sim.Event{sim.Turnover{Rate: .1}}
	test := metrics.NewcomersScore(2, 2)
	var want []float64
	for _, workers := range []int{1, 2, 7} {
		e := sim.Experiment{Scenarios: []sim.Scenario{s}, Replicates: 70, Seed: 7,
			Workers: workers, At: []int{2, 4, 6}}
		table := measured(t, e, metrics.Score, test)
		plain := measured(t, e, metrics.Score)
		for _, tick := range e.At {
			got := table.Values(s.Name, metrics.Score, tick)
			if !slices.Equal(got, plain.Values(s.Name, metrics.Score, tick)) {
				t.Errorf("tick %d: the test of newcomers changes the score", tick)
			}
		}
		values := table.Values(s.Name, test, 4)
		if want == nil {
			want = values
			m := modelOf(t, s, 66)
			for range 4 {
				if err := m.Step(); err != nil {
					t.Fatal(err)
				}
			}
			if alone := test.Of(m); alone != values[66] {
				t.Errorf("replicate 66 has %v, alone %v", values[66], alone)
			}
		}
		if !slices.Equal(values, want) {
			t.Errorf("with %d workers the values are others", workers)
		}
	}
}

func measured(t *testing.T, e sim.Experiment, ms ...metrics.Metric) *metrics.Table {
	t.Helper()
	table, err := metrics.Measure(context.Background(), e, ms...)
	if err != nil {
		t.Fatal(err)
	}
	return table
}

func TestNewcomersScoreErrors(t *testing.T) {
	for _, c := range []struct {
		newcomers, after int
		want             string
	}{
		{0, 3, "0 newcomers, want 1 or more"},
		{5, -1, "newcomers are tested after -1 ticks, want 0 to 2147483641"},
		{5, math.MaxInt32, "newcomers are tested after 2147483647 ticks, want 0 to 2147483641"},
	} {
		err := metrics.NewcomersScore(c.newcomers, c.after).Fits(levels())
		if err == nil || err.Error() != c.want {
			t.Errorf("%v, want %s", err, c.want)
		}
	}
}

// Everything rises one level a tick: the lag is 1 at both levels, and all norms arrive. Where
// parents hear nothing none does, and no median is known.
func TestLags(t *testing.T) {
	s := levels()
	s.Channels[0].Objectify = agents.Majority{Rate: 1}
	s.Beliefs = agents.BeginFunc(func(p *agents.Person, belief agents.Knowledge) {
		for d := range p.Dimensions {
			belief.Set(d, 1) // all hold the same
		}
	})
	deaf := s
	deaf.Name, deaf.Channels = "deaf", slices.Clone(s.Channels)
	deaf.Channels[0].Relay = agents.Say{Rate: 0}
	flat := s
	flat.Name, flat.Channels = "flat", slices.Clone(s.Channels)
	flat.Channels[0].Structure = network.Isolated{Size: 2}
	lags, err := metrics.Lags(context.Background(), sim.Experiment{
		Scenarios: []sim.Scenario{s, deaf, flat}, Replicates: 20, Seed: 7, Workers: 2,
	}, channel)
	if err != nil {
		t.Fatal(err)
	}
	if len(lags[0]) != 2 || len(lags[1]) != 2 || len(lags[2]) != 0 {
		t.Fatalf("%d, %d and %d levels, want 2, 2 and 0", len(lags[0]), len(lags[1]), len(lags[2]))
	}
	for level := range 2 {
		up, none := lags[0][level], lags[1][level]
		if up.Level != level+1 || up.Reached.Mean != 1 || up.Ticks.Median.Mean != 1 ||
			up.Ticks.Share.Mean != 1 {
			t.Errorf("the lag of level %d is %+v, want 1", level+1, up)
		}
		if none.Ticks.Share.Mean != 0 || none.Ticks.Median.HasInterval() {
			t.Errorf("nothing is heard at level %d, and the lag is %+v", level+1, none)
		}
	}
	if none := lags[1][0].Reached; none.Mean != 0 || none.N != 20 {
		t.Errorf("the share that reached level 1 is %+v, want 0", none)
	}
	if none := lags[1][1].Reached; none.Note == "" {
		t.Errorf("the share that reached level 2 is %+v, and no child had a norm", none)
	}
}

// The lag is counted from the first child that has a norm. What the parent had before does not
// count, and a median counts what never comes as the latest.
func TestLagsByHand(t *testing.T) {
	for _, c := range []struct {
		knows                 int // dimensions that rise
		reached, known, ticks float64
	}{
		// Dimensions 0 to 4 come at ticks 1 to 5 below, and at 3, 3, 6, 6 and never above.
		{4, 4. / 5, 1, 2},
		// Only the first two rise: of five times, the one in the middle is not known.
		{2, 2. / 5, 0, 0},
	} {
		s := levels()
		s.Channels[0].Structure = network.Nested{Of: network.Isolated{Size: 2}}
		s.Channels[0].Objectify = rises(c.knows)
		lags, err := metrics.Lags(context.Background(), sim.Experiment{
			Scenarios: []sim.Scenario{s}, Replicates: 6, Seed: 7,
		}, channel)
		if err != nil {
			t.Fatal(err)
		}
		lag := lags[0][0]
		if !same(lag.Reached.Mean, c.reached, 1e-12) || lag.Ticks.Share.Mean != c.known ||
			lag.Ticks.Median.Mean != c.ticks {
			t.Errorf("%d rise: the lag is %+v, want %+v", c.knows, lag, c)
		}
	}
}

// rises is a rule by which child k comes to know dimension d at tick d+k+1. The parent comes to
// know the first dimensions at ticks 3 and 6, in order, and dimension 5 before all children.
func rises(knows int) agents.Objectifier {
	return agents.ObjectifyFunc(func(u *agents.Unit, _ *agents.Voices, norm agents.Knowledge) {
		switch {
		case u.Level == 0 && u.Tick >= u.ID:
			norm.Set(u.Tick-u.ID, 1)
		case u.Level == 1 && u.Tick%3 == 2:
			norm.Set(5, 1)
			for d := range min(u.Tick, knows) {
				norm.Set(d, 1)
			}
		}
	})
}

func TestLagsErrors(t *testing.T) {
	shrinking := levels()
	shrinking.Events = []sim.Event{sim.Reorganize{Channel: channel, At: 3,
		Structure: network.Isolated{Size: 2}}}
	for _, c := range []struct {
		e       sim.Experiment
		channel string
		want    string
	}{
		{sim.Experiment{Scenarios: []sim.Scenario{levels()}, Replicates: -1}, channel,
			"Replicates is -1"},
		{sim.Experiment{Scenarios: []sim.Scenario{levels()}, Replicates: 1}, "other",
			`metrics: Lags: scenario "levels": there is no channel "other"`},
		{sim.Experiment{Scenarios: []sim.Scenario{shrinking}, Replicates: 1}, channel,
			`the number of units of channel "line" changes`},
	} {
		_, err := metrics.Lags(context.Background(), c.e, c.channel)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%v, want %s", err, c.want)
		}
	}
}
