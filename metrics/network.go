package metrics

import (
	"fmt"
	"math"

	"orglearn/network"
	"orglearn/sim"
)

// OfContacts returns a metric of who hears whom in a channel at the tick. The measure is of a graph
// in which person p listens to v if v is a voice of a unit that p learns from
// (network.Units.Contacts). It can be any measure of package network, or of gonum through
// Graph.Gonum. The metric is missing where the measure is NaN. A scenario without such a channel is
// an error.
//
// The graph is built at every recorded tick. It takes 4 bytes per tie, and time proportional to the
// number of ties, besides the time of the measure. A structure that never changes needs this only
// once: measure it at one tick (sim.Experiment.At), in an experiment apart from the metrics of
// learning.
func OfContacts(name, unit, channel string, of func(*network.Graph) float64) Metric {
	return inChannel(name, unit, channel, func(m *sim.Model) float64 {
		c := m.Channel(channel)
		if c < 0 {
			return math.NaN()
		}
		return of(m.Units(c).Contacts())
	})
}

// Contacts is the mean number of people whom a person hears in a channel, each counted once:
// ties/N, 0 to N-1 for N people. See OfContacts for what it costs.
func Contacts(channel string) Metric {
	return OfContacts("contacts", "people", channel, network.MeanDegree)
}

// Density is the share of the N(N-1) ordered pairs of people in which the first hears the second in
// a channel: 0 to 1. It is missing for one person. See OfContacts for what it costs.
func Density(channel string) Metric {
	return OfContacts("density", "share of pairs", channel, func(g *network.Graph) float64 {
		n := int64(g.People())
		return ratio(int64(g.EdgeCount()), n*(n-1))
	})
}

// PathLength is the mean number of steps from one person to another. A step leads from a person to
// somebody whom he hears in the channel. The mean is over the ordered pairs that are joined by such
// steps: 1 to N-1. It is missing where there are none. Read it together with Reachable. Its time is
// at worst people times ties (see network.PathsOf).
func PathLength(channel string) Metric {
	return OfContacts("path length", "steps", channel, func(g *network.Graph) float64 {
		p := network.PathsOf(g)
		if p.Diameter == 0 {
			return math.NaN()
		}
		return p.Mean
	})
}

// Reachable is the share of the N(N-1) ordered pairs of people who are joined in a channel,
// directly or through others: 0 to 1. It is missing for one person. It takes as long as PathLength.
func Reachable(channel string) Metric {
	return OfContacts("reachable", "share of pairs", channel, func(g *network.Graph) float64 {
		if g.People() == 1 {
			return math.NaN()
		}
		return network.PathsOf(g).Reachable
	})
}

// Clustering is the mean over people of a share: of all pairs of a person's contacts in a channel,
// the pairs who are contacts of each other. It is 0 to 1. A person with fewer than two contacts
// counts 0 (Watts and Strogatz 1998). Its time is the sum of the squares of the numbers of
// contacts.
func Clustering(channel string) Metric {
	return OfContacts("clustering", "share of pairs", channel, network.Clustering)
}

// External is the E-I index of a channel's ties over groups of people, such as departments:
// (external - internal) / (external + internal) (Krackhardt and Stern 1988). It is -1 where
// everybody hears only people of his own group, and 1 where everybody hears only people of other
// groups. It is missing without ties. groups holds a label for each person; any other number of
// labels is an error. Its time is proportional to the number of ties.
func External(channel string, groups []int) Metric {
	m := OfContacts("E-I index", "share of ties", channel, func(g *network.Graph) float64 {
		index, err := network.EIIndex(g, groups)
		if err != nil {
			panic(err)
		}
		if g.EdgeCount() == 0 {
			return math.NaN()
		}
		return index
	})
	m.Fits = func(s sim.Scenario) error {
		if len(groups) != s.People {
			return fmt.Errorf("%d labels of groups, want %d (the people)", len(groups), s.People)
		}
		return hasChannel(s, channel)
	}
	return m
}
