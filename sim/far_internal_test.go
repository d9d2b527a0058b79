package sim

import (
	"reflect"
	"testing"

	"orglearn/agents"
	"orglearn/agents/kernel"
	"orglearn/network"
)

// The list of who is far away fits the current graph. Only channels that need the list have one.
func TestFarIsOfTheGraph(t *testing.T) {
	peers := func(g network.Generator) network.Structure { return network.Circles{Of: g} }
	world := Scenario{
		Name: "far", People: 4000, Dimensions: 600, Ticks: 3,
		Channels: []Channel{{
			Name: "peers", Structure: peers(network.WattsStrogatz{Neighbours: 6, Rewire: .1}),
			Externalize: agents.Say{Rate: 1}, Objectify: agents.Superior{Rate: 1},
			Internalize: agents.Absorb{Rate: .3},
		}},
		Events: []Event{
			Reorganize{
				At: 2, Channel: "peers",
				Structure: peers(network.WattsStrogatz{Neighbours: 4, Rewire: .2}),
			},
		},
	}
	m, err := New(world, 1, 0)
	if err != nil {
		t.Fatal(err)
	}
	check := func() {
		starts, heard := m.channels[0].units.Lists()
		if want := kernel.NewFar(starts, heard, 600, batch); !reflect.DeepEqual(m.channels[0].far,
			want) {
			t.Errorf("at tick %d who is far away is not that of the graph", m.tick)
		}
	}
	check()
	if err := m.Run(); err != nil {
		t.Fatal(err)
	}
	check()
	for name, change := range map[string]func(*Scenario){
		"some say little": func(s *Scenario) {
			s.Channels[0].Objectify = agents.Superior{Rate: .5}
		},
		"one by one":   func(s *Scenario) { s.Asynchronous = true },
		"another rule": func(s *Scenario) { s.Channels[0].Objectify = agents.Conformity{} },
	} {
		s := world
		s.Events, s.Channels = nil, []Channel{world.Channels[0]}
		change(&s)
		if m, err := New(s, 1, 0); err != nil || m.channels[0].far != nil {
			t.Errorf("%s: who is far away is listed, and nobody asks; error %v", name, err)
		}
	}
}

// hasLittleWork is true only if rules do all work in blocks, for few people.
func TestLittle(t *testing.T) {
	plain := func(people, contacts int) Scenario {
		return Scenario{
			Name: "little", People: people, Dimensions: 100, Ticks: 3,
			Channels: []Channel{{
				Name:        "peers",
				Structure:   network.Circles{Of: network.RingLattice{Neighbours: contacts}},
				Externalize: agents.Say{Rate: 1}, Objectify: agents.Superior{Rate: 1},
				Internalize: agents.Absorb{Rate: .3},
			}},
		}
	}
	own := plain(1000, 6)
	own.Channels[0].Internalize = agents.InternalizeFunc(agents.Absorb{Rate: .3}.Internalize)
	ownVotes := plain(1000, 6)
	ownVotes.Channels[0].Objectify = agents.ObjectifyFunc(agents.Superior{Rate: 1}.Objectify)
	ownWorld := plain(1000, 6)
	ownWorld.Reality = Blocks{Size: 4, Seen: 8}
	for i, c := range []struct {
		s    Scenario
		want bool
	}{
		{plain(1000, 6), true}, {plain(10_000, 6), false}, {plain(1000, 100), false}, {own, false},
		{ownVotes, false}, {ownWorld, false},
	} {
		m, err := New(c.s, 1, 0)
		if err != nil {
			t.Fatal(err)
		}
		if m.hasLittleWork() != c.want {
			t.Errorf("case %d: known to be little: %v, want %v", i, m.hasLittleWork(), c.want)
		}
	}
}
