package simtest_test

import (
	"math"
	"strings"
	"testing"

	"orglearn/agents"
	"orglearn/agents/opinion"
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/simtest"
)

// staffed is a scenario of two channels of units and one of opinions, for events to change.
func staffed() sim.Scenario {
	s := peers()
	s.Name, s.Channels[0].Structure = "staffed", network.Hierarchy{Span: 3}
	s.Channels[0].Objectify = agents.Authority{Rate: 1, Weight: 9} // so that leaders have an effect
	s.Topics, s.RealChannels = 2, []sim.RealChannel{{
		Name: "forum", Structure: network.Isolated{Size: 5}, Externalize: opinion.Candid{},
		Objectify: opinion.Average{Self: 1}, Internalize: opinion.Approach{Rate: .5},
	}}
	return s
}

// Every event of package sim keeps the contract.
func TestBuiltInEvents(t *testing.T) {
	s := staffed()
	simtest.Event(t, s, sim.Turnover{Rate: .2}, sim.Turnover{})
	simtest.Event(t, s, sim.Turbulence{Rate: .2}, sim.Turbulence{})
	simtest.Event(t, s, sim.Reshuffle{Channel: "forum", Every: 2})
	simtest.Event(t, s, sim.RotateLeaders{Channel: "talk", Every: 1})
	simtest.Event(t, s,
		sim.Reorganize{Channel: "talk", At: 2, Structure: network.Isolated{Size: 4}})
	simtest.Event(t, s, leaving{})
}

// leaving makes places vacant, and fills them again.
type leaving struct{}

func (leaving) Happen(m *sim.Model, s *agents.Stream) {
	p := s.IntN(m.People())
	if m.Vacant(p) {
		m.Replace(p)
	} else {
		m.Leave(p)
	}
}

func (leaving) Name() string { return "leaving" }

// named is an event with a name, made from a function.
type named struct {
	name   func() string
	happen func(m *sim.Model, s *agents.Stream)
}

func (e named) Happen(m *sim.Model, s *agents.Stream) { e.happen(m, s) }
func (e named) Name() string                          { return e.name() }

// placed is an event with an order, made from a function.
type placed struct {
	sim.EventFunc
	order sim.Order
}

func (e placed) Order() sim.Order { return e.order }

// Each broken event fails the check that it breaks.
func TestBrokenEvents(t *testing.T) {
	type model = *sim.Model
	type stream = *agents.Stream
	told, spent := 0, 0
	steady := func() string { return "steady" }
	for _, c := range []struct {
		want string
		e    sim.Event
		off  []sim.Event
	}{
		{want: "Turnover.Rate is 2, want 0 to 1", e: sim.Turnover{Rate: 2}},
		{want: "Isolated.Size is 99, want 1 to 20",
			e: sim.Reorganize{Channel: "talk", At: 1, Structure: network.Isolated{Size: 99}}},
		{want: "it never happens", e: sim.Turnover{}},
		{want: "has no name that stays", e: named{func() string { return "" },
			func(model, stream) {}}},
		{want: "has no name that stays", e: named{func() string {
			told++
			return strings.Repeat("a", told)
		}, func(model, stream) {}}},
		{want: "has the Order 3", e: placed{func(model, stream) {}, 3}},
		{want: "with what is off", e: sim.Turnover{Rate: .2},
			off: []sim.Event{sim.Turnover{Rate: .1}}},
		{want: "ends the run", e: sim.EventFunc(func(m model, _ stream) { m.Beliefs(-m.Tick()) })},
		{want: "leaves the belief of person 3 past the last dimension",
			e: sim.EventFunc(func(m model, _ stream) { m.Beliefs(3)[0].Yes |= 1 << 40 })},
		{want: "leaves the norm of unit 1 both yes and no",
			e: sim.EventFunc(func(m model, _ stream) {
				m.Norm(0, 1)[0] = agents.Word{Yes: 1, No: 1}
			})},
		{want: "leaves the opinion of person 2 of topic 1 at NaN",
			e: sim.EventFunc(func(m model, _ stream) { m.Opinion(2)[1] = math.NaN() })},
		{want: "leaves the norm of unit 0 of topic 0 at +Inf",
			e: sim.EventFunc(func(m model, _ stream) { m.RealNorm(0, 0)[0] = math.Inf(1) })},
		{want: "leaves beliefs in the vacant place of person 1",
			e: sim.EventFunc(func(m model, _ stream) {
				m.Leave(1)
				m.Beliefs(1).Set(0, 1)
			})},
		{want: "changes the truth of the world in place",
			e: sim.EventFunc(func(m model, _ stream) {
				truth := m.Landscape().Truth()
				truth.Set(0, -truth.Get(0))
			})},
		{want: "changes the tick, or the number of people",
			e: sim.EventFunc(func(m model, _ stream) {
				if m.Tick() == 2 {
					_ = m.Step()
				}
			})},
		{want: "has happened to a copy, and to another", e: sim.EventFunc(func(m model, _ stream) {
			spent++
			m.Beliefs(spent%m.People()).Set(0, 1)
		})},
		{want: "where another event draws before", e: named{steady, func(m model, s stream) {
			if m.Tick() == len(m.Scenario().Events) {
				m.Replace(s.IntN(m.People()))
			}
		}}},
		{want: "in an Experiment of", e: byReplicate{map[uint64]bool{}}},
	} {
		r := new(recorder)
		simtest.Event(r, staffed(), c.e, c.off...)
		if len(r.errors) == 0 || !strings.Contains(r.errors[0], c.want) {
			t.Errorf("the suite says %q, want a first line with %q", r.errors, c.want)
		}
	}
}

// byReplicate replaces somebody the first time that a replicate reaches its last tick.
type byReplicate struct{ of map[uint64]bool }

func (e byReplicate) Happen(m *sim.Model, _ *agents.Stream) {
	last := m.Tick() == m.Scenario().Ticks
	if m.Tick() == 1 || last && m.Replicate() > 1 && !e.of[m.Replicate()] {
		m.Replace(0)
	}
	if last {
		e.of[m.Replicate()] = true
	}
}
