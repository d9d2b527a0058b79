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

// without returns the scene of the people who stay.
func (s *scene) without(t testing.TB, gone map[int]bool) *scene {
	t.Helper()
	number := map[int32]int32{}
	o := new(scene)
	for p, row := range s.beliefs {
		if !gone[p] {
			number[int32(p)] = int32(len(o.beliefs))
			o.beliefs = append(o.beliefs, row)
		}
	}
	for _, u := range s.units {
		v := network.Membership{Audience: []int32{}}
		for _, seat := range u.Voices {
			if to, stays := number[seat.Person]; stays {
				seat.Person = to
				v.Voices = append(v.Voices, seat)
			}
		}
		for _, p := range u.Audience {
			if to, stays := number[p]; stays {
				v.Audience = append(v.Audience, to)
			}
		}
		o.units = append(o.units, v)
	}
	o.build(t)
	return o
}

// People who have left count in no metric: each metric has its value for those who stay.
func TestVacantPlacesCountInNoMetric(t *testing.T) {
	for seed := range uint64(40) {
		r := rand.New(rand.NewPCG(seed, 1991))
		s := draw(t, r, 2+r.IntN(90), 1+r.IntN(140))
		gone := map[int]bool{}
		for _, p := range r.Perm(len(s.beliefs))[:1+r.IntN(len(s.beliefs)-1)] {
			gone[p] = true
			s.model.Leave(p)
		}
		stay := s.without(t, gone)
		for _, l := range laws {
			if l.contacts {
				continue
			}
			got, want := l.metric.Of(s.model), l.metric.Of(stay.model)
			if !same(got, want, 1e-12) {
				t.Errorf("%s is %v after %d of %d have left, and %v of those who stay",
					l.metric.Name, got, len(gone), len(s.beliefs), want)
			}
		}
	}
}

// The circle of a vacant place is empty, and no other circle holds its former person.
func TestVacantPlacesAreInNoCircle(t *testing.T) {
	// On a ring of four, 0 hears 1 and 3, and so on. Person 0 leaves. Person 1 is right in both
	// dimensions, 2 in none, 3 in one. The circles are now {1, 2}, {2, 1, 3} and {3, 2}.
	for _, lasting := range []bool{false, true} {
		circles := network.Circles{Of: network.RingLattice{Neighbours: 2}, Lasting: lasting}
		m, err := sim.New(sim.Scenario{
			Name: "ring", People: 4, Dimensions: 2, Ticks: 1,
			Channels: []sim.Channel{ring(channel, circles)},
		}, 1, 0)
		if err != nil {
			t.Fatal(err)
		}
		truth := m.Landscape().Truth()
		for p, right := range []int{2, 2, 0, 1} {
			clear(m.Beliefs(p))
			for d := range right {
				m.Beliefs(p).Set(d, truth.Get(d))
			}
		}
		m.Leave(0)
		// Over the seven seats the shares are 1 0, 0 1 .5 and .5 0, with the mean 3/7. The means of
		// the circles are .5, .5 and .25, with 2, 3 and 2 seats.
		between := (5*square(.5-3./7) + 2*square(.25-3./7)) / 7
		within := (2*square(.5) + square(.5) + square(.5) + 2*square(.25)) / 7
		b, w := metrics.Between(channel).Of(m), metrics.Within(channel).Of(m)
		if !same(b, between, 1e-12) || !same(w, within, 1e-12) {
			t.Errorf("lasting %v: between circles %v and within %v, want %v and %v",
				lasting, b, w, between, within)
		}
	}
}

// Where nobody is present, metrics about people are missing, and nothing panics.
func TestNobodyIsThere(t *testing.T) {
	s := draw(t, rand.New(rand.NewPCG(1, 2)), 5, 9)
	for p := range s.beliefs {
		s.model.Leave(p)
	}
	for _, l := range laws {
		aboutPeople := !l.contacts && l.metric.Name != metrics.NormScore.Name
		if v := l.metric.Of(s.model); aboutPeople && !math.IsNaN(v) {
			t.Errorf("%s of nobody is %v, want it missing", l.metric.Name, v)
		}
	}
}

// Flows are divided by the people who are present. Four people say one thing each, and half of them
// leave after the cycle.
func TestFlowsPerPersonPresent(t *testing.T) {
	leave := sim.EventFunc(func(m *sim.Model, _ *agents.Stream) {
		if m.Tick() == 2 {
			m.Leave(0)
			m.Leave(3)
		}
	})
	sure := ring(channel, network.Organization{})
	sure.Externalize, sure.Objectify = agents.Say{Rate: 1}, agents.Majority{Rate: 0}
	m, err := sim.New(sim.Scenario{
		Name: "four", People: 4, Dimensions: 1, Ticks: 3, Beliefs: agents.Mixed{Unknown: 0},
		Channels: []sim.Channel{sure}, Events: []sim.Event{leave},
	}, 1, 0)
	if err != nil {
		t.Fatal(err)
	}
	for tick, want := range []float64{0, 1, 2, 1} {
		if got := metrics.Said(channel).Of(m); got != want {
			t.Errorf("tick %d: %v said per person, want %v", tick, got, want)
		}
		if m.Done() {
			break
		}
		if err := m.Step(); err != nil {
			t.Fatal(err)
		}
	}
}

// A person who fills a vacant place counts as a newcomer.
func TestFilledPlaceIsANewcomer(t *testing.T) {
	come := sim.EventFunc(func(m *sim.Model, _ *agents.Stream) {
		switch m.Tick() {
		case 1:
			m.Leave(2)
		case 2:
			m.Replace(2)
		}
	})
	m, err := sim.New(sim.Scenario{
		Name: "come", People: 4, Dimensions: 3, Ticks: 2, Events: []sim.Event{come},
	}, 1, 0)
	if err != nil {
		t.Fatal(err)
	}
	for tick, want := range []float64{0, 0, .25} {
		if got := metrics.Newcomers.Of(m); got != want {
			t.Errorf("tick %d: %v are newcomers, want %v", tick, got, want)
		}
		if !m.Done() {
			if err := m.Step(); err != nil {
				t.Fatal(err)
			}
		}
	}
}
