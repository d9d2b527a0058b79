package sim_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"orglearn/agents"
	"orglearn/agents/opinion"
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/simtest"
)

// ledger counts, in every scope of memory, the ticks in which it was called: for a person, his
// seats, a unit, its dimensions and its ties.
type ledger struct{}

func (ledger) Memory(int) agents.Memory {
	return agents.Memory{Person: 1, Seat: 1, Tie: 1, Unit: 1, Planes: 1}
}

func (ledger) Objectify(u *unit, said *voices, _ knowledge) {
	u.Memory[0] += 1 + uint64(u.ID)*100
	u.Planes[0] += 1 + uint64(u.ID)*100
	for k := range said.Len() {
		if said.Memory(k) != nil {
			said.Memory(k)[0] += 1 + uint64(said.ID(k))*100
		}
	}
}

func (ledger) Internalize(p *person, _, _ knowledge) {
	p.Memory[0]++
	p.Seat[0] += 1 + uint64(p.ID)*100
}

// remembered returns what a channel's rules remember of each unit, its dimensions and its voices
// (by person), and of each person and seat. It leaves out zeros.
func remembered(t *testing.T, m *sim.Model, channel string, units *network.Units) string {
	t.Helper()
	x, err := m.Remembered(channel)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for u := range units.Len() {
		all = append(all, fmt.Sprintf("unit %d: %d %d", u, x.Unit(u)[0], x.Planes(u)[0]))
		for k, p := range units.Voices(u) {
			if n := x.Tie(u, k)[0]; n != 0 {
				all = append(all, fmt.Sprintf("voice %d in %d: %d", p, u, n))
			}
		}
		for _, p := range units.Audience(u) {
			if n := x.Seat(int(p), u)[0]; n != 0 {
				all = append(all, fmt.Sprintf("seat %d in %d: %d", p, u, n))
			}
		}
	}
	slices.Sort(all)
	return strings.Join(all, "; ")
}

func unitsOf(t *testing.T, n int, units ...[]int32) *network.Units {
	t.Helper()
	var all []network.Membership
	for _, people := range units {
		var u network.Membership
		for _, p := range people {
			u.Voices = append(u.Voices, network.Voice{Person: p, Weight: 1})
		}
		all = append(all, u)
	}
	u, err := network.NewUnits(n, all...)
	if err != nil {
		t.Fatal(err)
	}
	return u
}

// A unit that continues another takes its norm and its memory. The memory of a seat or a tie stays
// with the person and the unit, also if his place among the voices changes. A new seat or tie
// begins with nothing, and so does a unit that continues none.
func TestRearrangeCarries(t *testing.T) {
	c := among("work", []int32{0, 1}, []int32{1, 2, 3})
	c.Objectify, c.Internalize = ledger{}, ledger{}
	m := built(t, byHand(4, 3, c), 1, 0)
	hold(m, m.Norm(0, 0), []int8{1, 0, 0})
	hold(m, m.Norm(0, 1), []int8{0, -1, 0})
	advance(t, m, 2)
	// Unit 1 becomes unit 0 with others in another order; unit 0 becomes unit 2; unit 1 is new.
	now := unitsOf(t, 4, []int32{3, 0, 1}, []int32{2}, []int32{1, 0})
	if err := m.Rearrange("work", now, func(u int) int { return []int{1, -1, 0}[u] }); err != nil {
		t.Fatal(err)
	}
	holds(t, m, "norm 0", m.Norm(0, 0), 0, -1, 0)
	holds(t, m, "norm 1", m.Norm(0, 1), 0, 0, 0)
	holds(t, m, "norm 2", m.Norm(0, 2), 1, 0, 0)
	want := "seat 0 in 2: 2; seat 1 in 0: 202; seat 1 in 2: 202; seat 3 in 0: 602; " +
		"unit 0: 202 202; unit 1: 0 0; unit 2: 2 2; " +
		"voice 0 in 2: 2; voice 1 in 0: 202; voice 1 in 2: 202; voice 3 in 0: 602"
	if got := remembered(t, m, "work", m.Units(0)); got != want {
		t.Errorf("remembered is\n%s, want\n%s", got, want)
	}
	x, _ := m.Remembered("work")
	for p, n := range []uint64{2, 4, 2, 2} { // of people, also if units change
		if got := x.Learning(p)[0]; got != n {
			t.Errorf("of person %d %d is remembered, want %d", p, got, n)
		}
	}
	step(t, m)
	if n := x.Seat(0, 0)[0]; n != 1 {
		t.Errorf("a new seat remembers %d after a tick, want 1", n)
	}
}

// Two units may continue one unit: a team is divided, and both parts begin with its norm.
func TestRearrangeDivides(t *testing.T) {
	c := among("work", []int32{0, 1, 2, 3})
	c.Objectify, c.Internalize = ledger{}, ledger{}
	m := built(t, byHand(4, 1, c), 1, 0)
	hold(m, m.Norm(0, 0), []int8{1})
	step(t, m)
	now := unitsOf(t, 4, []int32{0, 1}, []int32{3, 2})
	if err := m.Rearrange("work", now, func(int) int { return 0 }); err != nil {
		t.Fatal(err)
	}
	for u := range 2 {
		holds(t, m, "a norm", m.Norm(0, u), 1)
	}
	want := "seat 0 in 0: 1; seat 1 in 0: 101; seat 2 in 1: 201; seat 3 in 1: 301; " +
		"unit 0: 1 1; unit 1: 1 1; " +
		"voice 0 in 0: 1; voice 1 in 0: 101; voice 2 in 1: 201; voice 3 in 1: 301"
	if got := remembered(t, m, "work", m.Units(0)); got != want {
		t.Errorf("remembered is\n%s, want\n%s", got, want)
	}
	step(t, m)
	hold(m, m.Norm(0, 0), []int8{-1})
	holds(t, m, "the other norm", m.Norm(0, 1), 1) // each has its own storage
}

// Units that do not fit are an error, and everything stays as it was.
func TestRearrangeRefused(t *testing.T) {
	scenarios := map[string]sim.Scenario{
		"units": byHand(4, 2, among("work", []int32{0, 1}, []int32{2, 3})),
	}
	before := scenarios["units"]
	before.Channels = slices.Clone(before.Channels)
	before.Channels[0].Simultaneous = true
	scenarios["simultaneous"] = before
	inTurn := byHand(4, 2, certain("work", circle))
	inTurn.Asynchronous = true
	scenarios["in turn"] = inTurn
	none := func(int) int { return -1 }
	complete := func(n int) *network.Units {
		u, err := network.Circles{Of: network.Complete{}}.Build(n, nil)
		if err != nil {
			t.Fatal(err)
		}
		return u
	}
	for _, c := range []struct {
		scenario, channel string
		units             *network.Units
		from              func(int) int
		want              string
	}{
		{"units", "play", unitsOf(t, 4, []int32{0}), none,
			`sim: Rearrange: there is no channel "play"`},
		{"units", "work", nil, none, "gave no units"},
		{"units", "work", unitsOf(t, 5, []int32{0}), none, "built units of 5 people, want 4"},
		{"units",
			"work", unitsOf(t, 4, []int32{0}), nil,
			"1 units for 2, and from is nil: say which unit continues which"},
		{"units", "work", unitsOf(t, 4, []int32{0}, []int32{1}), func(u int) int { return 2 * u },
			"new unit 1 continues unit 2, want -1 (none) to 1"},
		{"units", "work", unitsOf(t, 4, []int32{0}), func(int) int { return -2 },
			"new unit 0 continues unit -2, want -1 (none) to 1"},
		{"simultaneous", "work", complete(4), none, "what is objective in a circle lasts one tick"},
		{"in turn",
			"work", unitsOf(t, 4, []int32{0}), none,
			"want implicit circles in an asynchronous scenario"},
	} {
		s := scenarios[c.scenario]
		m, other := built(t, s, 1, 0), built(t, s, 1, 0)
		step(t, m)
		step(t, other)
		err := m.Rearrange(c.channel, c.units, c.from)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%v, want %q", err, c.want)
		}
		sameTrace(t, c.want, trace(t, m), trace(t, other))
	}
}

// A change from units to circles and back keeps only the memory of people, and the run goes on.
func TestRearrangeToCirclesAndBack(t *testing.T) {
	s := byHand(4, 1, among("work", []int32{0, 1, 2, 3}))
	m := built(t, s, 1, 0)
	believe(m, []int8{1}, []int8{0}, []int8{0}, []int8{0})
	units := m.Units(0).Clone(true)
	ring, err := circle.Build(4, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := m.Rearrange("work", ring, func(int) int { return -1 }); err != nil {
		t.Fatal(err)
	}
	step(t, m)
	for p, want := range []int8{1, 1, 0, 1} { // who is next to 0
		holds(t, m, "a belief", m.Beliefs(p), want)
	}
	if m.Norms(0) != 0 {
		t.Errorf("circles keep %d norms", m.Norms(0))
	}
	if err := m.Rearrange("work", units, func(int) int { return -1 }); err != nil {
		t.Fatal(err)
	}
	holds(t, m, "the norm", m.Norm(0, 0), 0)
	step(t, m)
	holds(t, m, "the norm", m.Norm(0, 0), 1)
	holds(t, m, "the belief of 2", m.Beliefs(2), 1)
}

// If units are replaced by copies, a scenario with every mechanism on runs the same. This holds in
// every channel, of beliefs and of opinions.
func TestRearrangedIsTheSame(t *testing.T) {
	s := everything(40)
	s.Ticks = 7
	s.Self, s.Reflect = threeKinds{}, gains
	for i := range s.Channels {
		if i%2 == 0 {
			s.Channels[i].Participate, s.Channels[i].Agenda = byTurns, stages
		}
	}
	s.Channels = append(s.Channels, sim.Channel{
		Name: "levels", Structure: pyramid{}, Externalize: agents.Say{Rate: .8},
		Objectify:   ledger{},
		Internalize: ledger{}, Participate: regulars{}, Relay: agents.Say{Rate: .5},
	})
	opinionated(&s)
	s.RealChannels[0].Structure = pyramid{}
	s.Events = append(s.Events, vacancies)
	for _, c := range s.Channels {
		simtest.Rearranged(t, s, c.Name)
	}
	for _, c := range s.RealChannels {
		simtest.Rearranged(t, s, c.Name)
	}
	simtest.Clone(t, s)
}

// A channel of opinions is rearranged in the same way: a unit that continues another takes its
// norm.
func TestRearrangeOpinions(t *testing.T) {
	c := sim.RealChannel{
		Name: "talk", Structure: network.Isolated{Size: 2}, Externalize: opinion.Candid{},
		Objectify: opinion.Average{}, Internalize: opinion.Approach{Rate: 0},
	}
	m := built(t, sim.Scenario{
		Name: "opinions", People: 4, Dimensions: 1, Topics: 1, Ticks: 5,
		RealChannels: []sim.RealChannel{c},
	}, 1, 0)
	for p := range 4 {
		m.Opinion(p)[0] = float64(p)
	}
	step(t, m)
	now := unitsOf(t, 4, []int32{0, 3}, []int32{1}, []int32{2})
	if err := m.Rearrange("talk", now, func(u int) int { return 1 - u }); err != nil {
		t.Fatal(err)
	}
	for u, want := range []float64{2.5, .5, 0} {
		if got := m.RealNorm(0, u)[0]; got != want {
			t.Errorf("the norm of unit %d is %v, want %v", u, got, want)
		}
	}
	step(t, m)
	for u, want := range []float64{1.5, 1, 2} {
		if got := m.RealNorm(0, u)[0]; got != want {
			t.Errorf("after a tick the norm of unit %d is %v, want %v", u, got, want)
		}
	}
}
