package kinds

import (
	"orglearn/network"
)

// shape is a graph that a net can have.
type shape int

const (
	complete shape = iota
	ringLattice
	smallWorld
	random
	preferential
	line
	star
)

const (
	mostAll      = 46341 // people among whom everybody can have a tie to everybody
	mostPartners = 19    // of a dimension in a landscape (sim.MaxContributions)
)

// net is a graph as a kind names it.
type net struct {
	Shape      shape
	Neighbours int
	Rewire     float64
}

// generator returns the graph. Each shape has about the same number of contacts, except for the
// complete graph, the line and the star.
func (n net) generator() network.Generator {
	switch n.Shape {
	case ringLattice:
		return network.RingLattice{Neighbours: n.Neighbours}
	case smallWorld:
		return network.WattsStrogatz{Neighbours: n.Neighbours, Rewire: n.Rewire}
	case random:
		return network.WattsStrogatz{Neighbours: n.Neighbours, Rewire: 1}
	case preferential:
		return network.PreferentialAttachment{Edges: n.Neighbours / 2}
	case line:
		return network.Line{}
	case star:
		return network.Star{}
	}
	return network.Complete{}
}

// netFields returns the fields of a net.
func netFields(n *net) Fields {
	return Fields{
		ChoiceOf("network", "who hears whom", &n.Shape,
			"complete", "ring-lattice", "small-world", "random", "preferential", "line", "star"),
		WholeOf("neighbours", people, "contacts of each; an even number; of a ring-lattice, "+
			"small-world, random or preferential network", 2, mostAll-1, &n.Neighbours).Upto(20),
		NumberOf("rewire", rate, "that a tie of a small-world network is rewired", 0, 1, &n.Rewire),
	}
}
