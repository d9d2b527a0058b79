package metrics_test

import (
	"math"
	"strings"
	"testing"

	"orglearn/agents"
	"orglearn/agents/practice"
	"orglearn/metrics"
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/culture"
)

// pair is a unit of two people, of whom the first knows all and the second nothing.
func pair(t *testing.T, rule agents.Participant) *sim.Model {
	t.Helper()
	m, err := sim.New(sim.Scenario{
		Name: "pair", People: 2, Dimensions: 8, Ticks: 9, Reality: sim.Additive{},
		Channels: []sim.Channel{{
			Name: "work", Structure: network.Organization{}, Externalize: agents.Say{Rate: 1},
			Objectify: agents.Superior{Rate: 1}, Internalize: agents.Absorb{Rate: 1},
			Participate: rule,
		}},
	}, 1, 0)
	if err != nil {
		t.Fatal(err)
	}
	copy(m.Beliefs(0), m.Landscape().Truth())
	clear(m.Beliefs(1))
	return m
}

// By hand: both would come to one meeting of sixteen, and must come to all. In the first tick who
// knows nothing learns all, and who knows all gains nothing. So the one who knows more leaves
// first, and the other one after two ticks without a gain. If gain drives away it is the reverse.
func TestWhoLeavesFirst(t *testing.T) {
	stays := practice.Attendance{Away: 15, Own: 1, Cost: .5, Compel: 1}
	flees := practice.Attendance{Away: 15, Own: -1, Compel: 1}
	for _, c := range []struct {
		name                     string
		rule                     practice.Attendance
		leavers, will, left, end float64 // end: the share that has left after three ticks
	}{{"those without gain", stays, 1, 1. / 16, .5, 1}, {"those with gain", flees, -1, .5 / 16,
		.5, .5}} {
		m := pair(t, practice.Commitment{Slope: 1, Of: c.rule})
		read := metrics.Leavers("work").Run()
		if v := read(m); !math.IsNaN(v) {
			t.Errorf("%s: at tick 0 who leaves is %v, want it missing", c.name, v)
		}
		for tick := range 3 {
			if err := m.Step(); err != nil {
				t.Fatal(err)
			}
			if v := read(m); v != c.leavers {
				t.Errorf("%s: who leaves is %v, want %v", c.name, v, c.leavers)
			}
			if tick > 0 {
				continue
			}
			will, left := metrics.Attendance("work").Of(m), metrics.Left("work").Of(m)
			if will != c.will || left != c.left {
				t.Errorf("%s: will %v and left %v, want %v and %v", c.name, will, left, c.will,
					c.left)
			}
			if got := metrics.Commitment("work").Of(m); got != 8 { // 9 and 7
				t.Errorf("%s: the commitment is %v, want 8", c.name, got)
			}
		}
		if got := metrics.Left("work").Of(m); got != c.end {
			t.Errorf("%s: at the end %v have left, want %v", c.name, got, c.end)
		}
	}
}

// Heard counts words of who came and was not quiet. Said counts them in any case.
func TestHeard(t *testing.T) {
	for _, c := range []struct {
		rule agents.Participant
		want float64 // per person: the first says 8 words, and the second nothing in the first tick
	}{
		{nil, 4}, {practice.Attendance{Away: 16}, 0}, {practice.Commitment{Quiet: 1}, 0},
		{practice.Expectations{Quiet: 1, Of: practice.Commitment{Slope: 1}}, 0},
		{practice.Commitment{Slope: 1, Of: practice.Apprenticeship{Wait: 9}}, 4},
	} {
		m := pair(t, c.rule)
		if err := m.Step(); err != nil {
			t.Fatal(err)
		}
		heard, said := metrics.Heard("work").Of(m), metrics.Said("work").Of(m)
		if heard != c.want || said != 4 {
			t.Errorf("%+v: heard %v and said %v, want %v and 4", c.rule, heard, said, c.want)
		}
	}
}

// The measures agree with plain loops over what the rules remember, under turnover and reshuffling.
func TestParticipationIsTheObvious(t *testing.T) {
	a := practice.Attendance{Away: 6, Own: 1, Cost: .25}
	c := practice.Commitment{Slope: 1, Quiet: .5}
	x := practice.Expectations{Every: 2, Enough: 3, Learn: 1, Energy: 1, Quiet: .25}
	rule := a
	c.Of = x
	rule.Of = c // a seat has the words of x, then that of c, then that of a
	s := passing(rule, .05, 30)
	s.Self = culture.Selves{}
	m, err := sim.New(s, 1, 0)
	if err != nil {
		t.Fatal(err)
	}
	for !m.Done() {
		remembered, _ := m.Remembered("work")
		var will, left, commitment, energy, competition, seats float64
		for p := range m.People() {
			competition += float64(m.Self(p)[0] >> 4 & 15)
			for _, u := range m.Units(0).Of(p) {
				_, w := remembered.Part(p, int(u))
				small := func(i int) float64 { return float64(int32(uint32(w[i]))) }
				seats++
				will += 10 + small(3)
				commitment += 8 + small(2)
				energy += 8 + small(0)/4096
				if small(3) == -10 {
					left++
				}
			}
		}
		for _, k := range []struct {
			metric metrics.Metric
			want   float64
		}{
			{metrics.Attendance("work"), will / seats / 16}, {metrics.Left("work"), left / seats},
			{metrics.Commitment("work"), commitment / seats},
			{metrics.Energy("work"), energy / seats},
			{metrics.Trait(practice.Competition), competition / float64(m.People())},
		} {
			if got := k.metric.Of(m); math.Abs(got-k.want) > 1e-9 {
				t.Fatalf("tick %d: %s is %v, want %v", m.Tick(), k.metric.Name, got, k.want)
			}
		}
		if err := m.Step(); err != nil {
			t.Fatal(err)
		}
	}
}

// By hand: who knows nothing learns all in the first meeting, and nobody gains any more.
func TestIdle(t *testing.T) {
	m := pair(t, practice.Tally{})
	for _, want := range []float64{0, .5, 1.5, 2.5} {
		if got := metrics.Idle("work").Of(m); got != want {
			t.Errorf("tick %d: idle for %v meetings, want %v", m.Tick(), got, want)
		}
		if err := m.Step(); err != nil {
			t.Fatal(err)
		}
	}
}

// By hand: as long as the unit has no norm, every belief sets a person apart. Once it has one, what
// it says does not.
func TestSetApart(t *testing.T) {
	for rate, want := range map[float64]float64{0: 1, 1: 0} {
		s := passing(nil, 0, 1)
		s.Self, s.Events = culture.Selves{}, []sim.Event{culture.Notice{Channel: "work"}}
		c := &s.Channels[0]
		c.Structure, c.Participate = network.Organization{}, nil
		c.Externalize = practice.Withhold{Rate: 1, Slope: .01}
		c.Objectify, c.Internalize = agents.Majority{Rate: rate}, agents.Absorb{Rate: 1}
		s.Beliefs = oneMind{}
		m, err := sim.New(s, 1, 0)
		if err != nil {
			t.Fatal(err)
		}
		if got := metrics.SetApart("work").Of(m); got != 1 {
			t.Errorf("at first %v of beliefs set people apart, want all", got)
		}
		if err := m.Step(); err != nil {
			t.Fatal(err)
		}
		if got := metrics.SetApart("work").Of(m); got != want {
			t.Errorf("rate %v: %v of beliefs set people apart, want %v", rate, got, want)
		}
	}
}

// oneMind lets all begin with the belief +1 in all dimensions.
type oneMind struct{}

func (oneMind) Begin(p *agents.Person, belief agents.Knowledge) {
	for d := range p.Dimensions {
		belief.Set(d, 1)
	}
}

func TestParticipationRefuses(t *testing.T) {
	s := passing(practice.Apprenticeship{Wait: 2}, 0, 3)
	for want, m := range map[string]metrics.Metric{
		"want a practice.Attendance, or":   metrics.Attendance("work"),
		"want a practice.Attendance":       metrics.Leavers("work"),
		"want a practice.Commitment, or":   metrics.Commitment("work"),
		"want a practice.Expectations, or": metrics.Energy("work"),
		`there is no channel "play"`:       metrics.Heard("play"),
		"want a practice.Tally, or":        metrics.Idle("work"),
		"want practice.Withhold":           metrics.SetApart("work"),
		"Self is <nil>, want culture.Selv": metrics.Trait(practice.Competition),
	} {
		if err := m.Fits(s); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: the error is %v, want %s", m.Name, err, want)
		}
	}
	if v := metrics.Heard("play").Of(pair(t, nil)); !math.IsNaN(v) {
		t.Errorf("what is heard in no channel is %v", v)
	}
}
