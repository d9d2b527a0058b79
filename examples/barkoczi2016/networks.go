package main

import (
	"math/rand/v2"
	"slices"

	"orglearn/network"
)

// networkNames are the networks of the paper that the program has. Each of a hundred hears all
// others, or 19: those who come next, or his contacts in a network found by optimization.
var networkNames = []string{"complete", "lattice", network.MaxMeanClustering.String(),
	network.MinMeanBetweenness.String(), network.MaxMaxBetweenness.String()}

// published are the means at step 200, of 1,000 runs, from the paper's raw results.
var published = map[string]map[string]float64{
	"complete": {"best-3": .614, "best-9": .543, "conformity-3": .829, "conformity-9": .542,
		"random": .336, "individual": .383},
	"lattice": {"best-3": .645, "best-9": .612, "conformity-3": .705, "conformity-9": .567},
	"max-mean-clustering": {"best-3": .705, "best-9": .650, "conformity-3": .538,
		"conformity-9": .507},
	"min-mean-betweenness": {"best-3": .619, "best-9": .553, "conformity-3": .842,
		"conformity-9": .541},
	"max-max-betweenness": {"best-3": .666, "best-9": .608, "conformity-3": .756,
		"conformity-9": .579},
}

// searched reports whether a network is found by optimization.
func searched(name string) bool { return name != "complete" && name != "lattice" }

// findNetworks makes the networks that are run. One found by optimization is found once, from the
// seed, and all runs have it, as in the paper.
func (b *barkoczi) findNetworks() error {
	b.found = map[string]network.Generator{"complete": network.Complete{},
		"lattice": network.DirectedRing{Ahead: 19}}
	for i, name := range networkNames[2:] {
		if !slices.Contains(b.network.All(), name) {
			continue
		}
		search := network.MasonWatts{Neighbours: 19, Optimum: network.Optimum(i)}
		g, err := search.Graph(100, rand.New(rand.NewPCG(b.Seed, 19)))
		if err != nil {
			return err
		}
		b.found[name] = network.Given{Network: g}
	}
	return nil
}
