package metrics

import (
	"fmt"
	"math"

	"orglearn/network"
	"orglearn/sim"
)

// OfContacts is a metric of who hears whom in a channel as it stands: a measure of the graph in
// which person p listens to v if v is a voice of a unit that p learns from
// (network.Units.Contacts). Any measure of package network, or of gonum by way of Graph.Gonum, will
// do. It is missing where the measure is NaN. A scenario without such a channel is an error.
//
// The graph is built at every recorded tick: 4 bytes a tie, and time proportional to the ties,
// beside what the measure takes. Structures that stay need it once: measure those at one tick
// (sim.Experiment.At), apart from what is learned.
func OfContacts(name, unit, channel string, of func(*network.Graph) float64) Metric {
	return inChannel(name, unit, channel, func(m *sim.Model) float64 {
		c := m.Channel(channel)
		if c < 0 {
			return math.NaN()
		}
		return of(m.Units(c).Contacts())
	})
}

// Contacts is the mean number of people whom a person hears in a channel, in whatever number of
// units: ties/N, 0 to N-1. See OfContacts for what it costs.
func Contacts(channel string) Metric {
	return OfContacts("contacts", "people", channel, network.MeanDegree)
}

// Density is the share of the N(N-1) ordered pairs of people of whom the first hears the second in
// a channel: 0 to 1; missing for one person. See OfContacts for what it costs.
func Density(channel string) Metric {
	return OfContacts("density", "share of pairs", channel, func(g *network.Graph) float64 {
		n := int64(g.People())
		return ratio(int64(g.EdgeCount()), n*(n-1))
	})
}

// PathLength is the mean number of steps from a person to another, each to someone whom one hears
// in a channel, over the ordered pairs that are joined: 1 to N-1; missing where none are. Read it
// beside Reachable. It takes at worst people times ties (see network.PathsOf).
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
// directly or through others: 0 to 1; missing for one person. It takes as long as PathLength.
func Reachable(channel string) Metric {
	return OfContacts("reachable", "share of pairs", channel, func(g *network.Graph) float64 {
		if g.People() == 1 {
			return math.NaN()
		}
		return network.PathsOf(g).Reachable
	})
}

// Clustering is the mean over people of the share of pairs of a person's contacts in a channel who
// are contacts themselves, 0 to 1; who has fewer than two counts 0 (Watts and Strogatz 1998). Time:
// the sum of the squares of the numbers of contacts.
func Clustering(channel string) Metric {
	return OfContacts("clustering", "share of pairs", channel, network.Clustering)
}

// External is the E-I index of a channel's ties over groups of people, such as departments:
// (external - internal) / (external + internal), -1 where nobody hears anybody of another group to
// 1 where everybody hears others' people only (Krackhardt and Stern 1988); missing without ties.
// groups holds a label for each person; another number of labels than people is an error. Time:
// proportional to the ties.
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
