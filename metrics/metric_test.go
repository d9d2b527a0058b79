package metrics_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"orglearn/agents"
	"orglearn/metrics"
	"orglearn/network"
	"orglearn/sim"
)

// same reports whether two numbers are equal, or both missing.
func same(a, b, tolerance float64) bool {
	return math.IsNaN(a) && math.IsNaN(b) || math.Abs(a-b) <= tolerance
}

// FuzzMetrics checks every metric on organizations drawn at random, once as drawn and once after
// some ticks. Each must agree with a plain program, stay in its stated range, and not change when
// people are renumbered.
func FuzzMetrics(f *testing.F) {
	for seed := range uint64(60) {
		f.Add(seed, uint8(seed%13), uint8(seed*7%200))
	}
	f.Add(uint64(1), uint8(0), uint8(0))
	f.Add(uint64(2), uint8(99), uint8(63))
	f.Fuzz(func(t *testing.T, seed uint64, people, dimensions uint8) {
		r := rand.New(rand.NewPCG(seed, 0))
		s := draw(t, r, 1+int(people)%100, 1+int(dimensions))
		to := r.Perm(len(s.beliefs))
		o := s.relabelled(t, to)
		for _, l := range laws {
			v := l.metric.Of(s.model)
			l.inRange(t, s.model, v)
			if l.obvious != nil && !same(v, l.obvious(s), 1e-12) {
				t.Errorf("%s is %v, the obvious way %v", l.metric.Name, v, l.obvious(s))
			}
			tolerance := 0.
			if l.tolerant {
				tolerance = 1e-12
			}
			if w := l.metric.Of(o.model); !same(v, w, tolerance) {
				t.Errorf("%s is %v, with people under other numbers %v", l.metric.Name, v, w)
			}
		}
		sum, total := metrics.Between(channel).Of(s.model)+metrics.Within(channel).Of(s.model),
			s.variance()
		if !same(sum, total, 1e-12) {
			t.Errorf("the variance between and within units is %v, over all seats %v", sum, total)
		}
		if err := s.model.Run(); err != nil {
			t.Fatal(err)
		}
		for _, l := range laws {
			l.inRange(t, s.model, l.metric.Of(s.model))
		}
	})
}

func (l law) inRange(t *testing.T, m *sim.Model, v float64) {
	t.Helper()
	if high := l.high(m.People(), m.Dimensions()); v < l.low || v > high+1e-12 || math.IsInf(v, 0) {
		t.Errorf("%s is %v over %d people and %d dimensions, want %v to %v", l.metric.Name, v,
			m.People(), m.Dimensions(), l.low, high)
	}
}

// believing returns a model of people with the given beliefs. The truth is +1 in every dimension.
func believing(t *testing.T, units []network.Membership, rows ...[]int8) *sim.Model {
	t.Helper()
	s := scene{beliefs: rows, units: units}
	s.build(t)
	for p, row := range rows {
		for d, b := range row {
			s.model.Beliefs(p).Set(d, agents.Belief(b*s.truth[d]))
		}
	}
	return s.model
}

func TestKnownSmallCases(t *testing.T) {
	three := believing(t, nil, []int8{1, 1, -1, 0}, []int8{1, -1, -1, 0}, []int8{1, 1, -1, 0})
	for _, c := range []struct {
		metric metrics.Metric
		want   float64
	}{
		{metrics.Score, (1. - 1 + 1) / 12},
		{metrics.Best, 1. / 4},
		{metrics.Knowledge, 5. / 12},
		{metrics.Consensus, (6. + 2 + 6 + 0) / 24}, // ordered pairs per dimension, of 6
		{metrics.Diversity, 4. / 24},
		{metrics.Distinct, 2. / 3},
		{metrics.Inequality, 2. / 15}, // 1, 2, 2: (-2*1 + 0*2 + 2*2) / (3*5)
	} {
		if got := c.metric.Of(three); !same(got, c.want, 1e-15) {
			t.Errorf("%s is %v, want %v", c.metric.Name, got, c.want)
		}
	}
}

// Gini coefficients: 0 for equal shares; 1 - 1/n where one of n has everything; (n-1)/3n for the
// shares 1, 2, ..., n (Gini 1912; the last by its formula).
func TestInequality(t *testing.T) {
	row := func(right int) []int8 {
		b := make([]int8, 8)
		for d := range right {
			b[d] = 1
		}
		return b
	}
	for _, c := range []struct {
		right []int
		want  float64
	}{
		{[]int{3, 3, 3, 3}, 0}, {[]int{0, 0, 0, 8}, .75}, {[]int{1, 2, 3, 4, 5, 6, 7, 8}, 7. / 24},
		{[]int{0, 0}, 0}, {[]int{5}, 0},
		{[]int{8, 0, 0}, 2. / 3}, {[]int{1, 3}, .25},
	} {
		var rows [][]int8
		for _, n := range c.right {
			rows = append(rows, row(n))
		}
		if got := metrics.Inequality.Of(believing(t, nil, rows...)); !same(got, c.want, 1e-15) {
			t.Errorf("the inequality of %v is %v, want %v", c.right, got, c.want)
		}
	}
}

// With one person, one dimension, no channel and no norm, missing values are NaN and all others are
// numbers.
func TestMissing(t *testing.T) {
	m, err := sim.New(sim.Scenario{Name: "alone", People: 1, Dimensions: 1, Ticks: 1}, 1, 0)
	if err != nil {
		t.Fatal(err)
	}
	for _, metric := range []metrics.Metric{
		metrics.NormScore, metrics.Consensus, metrics.Diversity, metrics.Said(metrics.AllChannels),
		metrics.Said("x"), metrics.Taken("x"),
		metrics.Objectified("x"), metrics.Between("x"), metrics.Within("x"), metrics.Density("x"),
		metrics.FullMembers("x"),
		metrics.PathLength("x"),
	} {
		if v := metric.Of(m); !math.IsNaN(v) {
			t.Errorf("%s is %v, want it missing", metric.Name, v)
		}
	}
	for _, metric := range []metrics.Metric{metrics.Score, metrics.Best, metrics.Knowledge,
		metrics.Distinct, metrics.Inequality, metrics.Newcomers} {
		if v := metric.Of(m); math.IsNaN(v) {
			t.Errorf("%s is missing", metric.Name)
		}
	}
	alone := believing(t, []network.Membership{{Voices: []network.Voice{{Person: 0, Weight: 1}}}},
		[]int8{1})
	for _, metric := range []metrics.Metric{
		metrics.Density(channel), metrics.PathLength(channel), metrics.Reachable(channel),
		metrics.External(channel, []int{0}),
	} {
		if v := metric.Of(alone); !math.IsNaN(v) {
			t.Errorf("%s of one person is %v, want it missing", metric.Name, v)
		}
	}
}

func TestNormScore(t *testing.T) {
	unit := network.Membership{Voices: []network.Voice{{Person: 0, Weight: 1}}}
	m := believing(t, []network.Membership{unit, unit}, []int8{1, 1, 1, 1})
	for d, b := range []agents.Belief{1, 1, -1, 0} {
		m.Norm(0, 1).Set(d, b*m.Landscape().Truth().Get(d))
	}
	if got := metrics.NormScore.Of(m); got != 1./8 { // an empty norm, and one of 1 of 4
		t.Errorf("the norm score is %v, want .125", got)
	}
}

// Two teams, of which one is right in all dimensions and one in none, have all variance between
// them. A circle's people are its person and those he hears, whether it lasts or not.
func TestVariances(t *testing.T) {
	seats := func(people ...int32) (u network.Membership) {
		for _, p := range people {
			u.Voices = append(u.Voices, network.Voice{Person: p, Weight: 1})
		}
		return u
	}
	m := believing(t, []network.Membership{seats(0, 1), seats(2, 3)}, []int8{1, 1}, []int8{1, 1},
		[]int8{-1, 0}, []int8{0, -1})
	if b, w := metrics.Between(channel).Of(m), metrics.Within(channel).Of(m); b != .25 || w != 0 {
		t.Errorf("the variance between teams is %v and within %v, want .25 and 0", b, w)
	}
	var circles []float64
	for _, lasting := range []bool{false, true} {
		m, err := sim.New(sim.Scenario{Name: "circles", People: 12, Dimensions: 40, Ticks: 1,
			Channels: []sim.Channel{
				ring(channel, network.Circles{Of: network.RingLattice{Neighbours: 4},
					Lasting: lasting}),
			}}, 1, 0)
		if err != nil {
			t.Fatal(err)
		}
		circles = append(circles, metrics.Within(channel).Of(m))
	}
	if circles[0] != circles[1] || circles[0] == 0 {
		t.Errorf("the variance within circles is %v, and within lasting ones %v, want the same, "+
			"above 0", circles[0], circles[1])
	}
}

func TestExternal(t *testing.T) {
	unit := network.Membership{Voices: []network.Voice{{Person: 1, Weight: 1}, {Person: 2,
		Weight: 1}},
		Audience: []int32{0}}
	m := believing(t, []network.Membership{unit}, []int8{1}, []int8{1}, []int8{1})
	for _, c := range []struct {
		groups []int
		want   float64
	}{{[]int{0, 0, 0}, -1}, {[]int{0, 0, 7}, 0}, {[]int{0, 1, 2}, 1}} {
		if got := metrics.External(channel, c.groups).Of(m); got != c.want {
			t.Errorf("the E-I index over %v is %v, want %v", c.groups, got, c.want)
		}
	}
}

// The flows of one tick are worked out by hand: two people in one unit, every rate 1.
func TestFlows(t *testing.T) {
	sure := ring(channel, network.Organization{})
	sure.Externalize, sure.Objectify, sure.Internalize = agents.Say{Rate: 1},
		agents.Superior{Rate: 1}, agents.Absorb{Rate: 1}
	m, err := sim.New(sim.Scenario{Name: "two", People: 2, Dimensions: 4, Ticks: 1,
		Channels: []sim.Channel{sure}}, 1, 0)
	if err != nil {
		t.Fatal(err)
	}
	for _, metric := range []metrics.Metric{metrics.Said(channel), metrics.Objectified(channel),
		metrics.Taken(channel)} {
		if v := metric.Of(m); v != 0 {
			t.Errorf("%s is %v at tick 0, want 0", metric.Name, v)
		}
	}
	truth := m.Landscape().Truth()
	for d, b := range []agents.Belief{1, 1, 1, 0} { // score 3: above the empty norm
		m.Beliefs(0).Set(d, b*truth.Get(d))
	}
	for d, b := range []agents.Belief{-1, -1, 0, 0} { // score -2
		m.Beliefs(1).Set(d, b*truth.Get(d))
	}
	if err := m.Step(); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		metric metrics.Metric
		want   float64
	}{
		{metrics.Said(channel), 5. / 2}, {metrics.Said(metrics.AllChannels), 5. / 2},
		{metrics.Objectified(channel), 3. / 2}, {metrics.Taken(channel), 3. / 2},
	} {
		if got := c.metric.Of(m); got != c.want {
			t.Errorf("%s is %v, want %v", c.metric.Name, got, c.want)
		}
	}
}

func TestNewcomers(t *testing.T) {
	m, err := sim.New(sim.Scenario{Name: "all leave", People: 70, Dimensions: 3, Ticks: 2,
		Events: []sim.Event{sim.Turnover{Rate: 1}}}, 1, 0)
	if err != nil {
		t.Fatal(err)
	}
	if v := metrics.Newcomers.Of(m); v != 0 {
		t.Errorf("%v are newcomers at tick 0, want 0", v)
	}
	if err := m.Step(); err != nil {
		t.Fatal(err)
	}
	if v := metrics.Newcomers.Of(m); v != 1 {
		t.Errorf("%v are newcomers after all have left, want 1", v)
	}
	half, err := sim.New(sim.Scenario{Name: "some leave", People: 4, Dimensions: 3, Ticks: 2,
		Events: []sim.Event{
			sim.EventFunc(func(m *sim.Model, _ *agents.Stream) {
				if m.Tick() == 1 {
					m.Replace(2)
				}
			}),
		}}, 1, 0)
	if err != nil {
		t.Fatal(err)
	}
	if err := half.Run(); err != nil {
		t.Fatal(err)
	}
	if v := metrics.Newcomers.Of(half); v != .25 {
		t.Errorf("%v are newcomers, want .25", v)
	}
}

// The benchmark reads each metric at one tick, for 1,000 people and 64 dimensions. Everybody hears
// everybody.
func BenchmarkMetrics(b *testing.B) {
	s := draw(b, rand.New(rand.NewPCG(1, 2)), 1000, 64)
	for _, l := range laws {
		b.Run(l.metric.Name, func(b *testing.B) {
			for b.Loop() {
				l.metric.Of(s.model)
			}
		})
	}
}
