package network_test

import (
	"testing"

	"orglearn/network"
	"orglearn/network/networktest"
)

func TestMasonWattsConforms(t *testing.T) {
	for o := network.MaxMeanClustering; o <= network.MaxMaxBetweenness; o++ {
		g := network.MasonWatts{Neighbours: 4, Optimum: o, Swaps: 50}
		networktest.Generator(t, g, 5, 20, 60)
	}
}

func TestHubsAndTreesConform(t *testing.T) {
	for _, g := range []network.Generator{
		network.Hubs{Ties: 3}, network.Hubs{Ties: 3, Hubbiness: 1},
		network.Hubs{Ties: 3, Hubbiness: network.MaxHubbiness},
		network.DoddsWattsSabel{Branching: 5, Extra: 20, Depth: .5, Distance: .5},
		network.DoddsWattsSabel{Branching: 2, Extra: 9, Depth: 1e9, Distance: 0},
		network.DoddsWattsSabel{Branching: 3, Extra: 30, Depth: 0, Distance: 1e9},
	} {
		networktest.Generator(t, g, 20, 60, 781)
		networktest.Structure(t, network.Circles{Of: g}, 20, 60)
		networktest.Structure(t, network.Circles{Of: g, Lasting: true}, 60)
	}
}
