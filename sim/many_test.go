package sim_test

import (
	"fmt"
	"testing"

	"orglearn/agents"
	"orglearn/network"
	"orglearn/sim"
)

// Rules do the same in blocks as one by one. Behind a function a rule cannot work in blocks, so
// both are compared.
func TestMany(t *testing.T) {
	for i, g := range []network.Generator{
		network.WattsStrogatz{Neighbours: 6, Rewire: .1}, network.WattsStrogatz{Neighbours: 6,
			Rewire: 1}, network.RingLattice{Neighbours: 2},
		network.Gnp{P: .01}, network.Gnp{P: .1}, network.Star{}, network.RingLattice{Neighbours: 0},
	} {
		for j, dimensions := range []int{65, 100, 128, 130, 200, 64, 49} {
			voice, superior, absorb := agents.Say{Rate: 1}, agents.Superior{Rate: 1},
				agents.Absorb{Rate: []float64{.3, .5, 1, .01}[(i+j)%4]}
			s := sim.Scenario{
				Name: fmt.Sprintf("graph %d, %d dimensions", i, dimensions), People: 300,
				Dimensions: dimensions, Ticks: 8,
				Channels: []sim.Channel{{
					Name: "peers", Structure: network.Circles{Of: g}, Externalize: voice,
					Objectify: superior, Internalize: absorb, Every: 1 + j%2,
				}},
				Events: []sim.Event{sim.Turnover{Rate: .01}},
			}
			slow := s
			slow.Channels = []sim.Channel{s.Channels[0]}
			slow.Channels[0].Externalize = agents.ExternalizeFunc(voice.Externalize)
			slow.Channels[0].Objectify = agents.ObjectifyFunc(superior.Objectify)
			slow.Channels[0].Internalize = agents.InternalizeFunc(absorb.Internalize)
			same(t, built(t, s, 3, 1), built(t, slow, 3, 1))
		}
	}
}

// same steps two models to their end and compares them.
func same(t *testing.T, a, b *sim.Model) {
	t.Helper()
	a.SetWorkers(2)
	for !a.Done() {
		step(t, a)
		step(t, b)
		if a.Flow(0) != b.Flow(0) {
			t.Fatalf("%v: flows %+v, one by one %+v", a, a.Flow(0), b.Flow(0))
		}
		for p := range a.People() {
			if !a.Beliefs(p).Equal(b.Beliefs(p)) || !a.Claims(0, p).Equal(b.Claims(0, p)) {
				t.Fatalf("%v: person %d believes %v, one by one %v", a, p, a.Beliefs(p),
					b.Beliefs(p))
			}
		}
	}
}
