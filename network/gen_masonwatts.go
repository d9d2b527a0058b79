package network

import (
	"fmt"
	"iter"
)

// MasonWatts is a network in which everybody has as many contacts, found by optimization: of all
// such networks one in which a statistic is as large, or as small, as a search makes it. Two of
// them differ in their arrangement alone. Mason and Watts (2012, PNAS 109:764-769) had 16 people
// with 3 contacts. Barkoczi and Galesic (2016, Nature Communications 7:13109) had 100 with 19.
//
// The search begins with a random network, or, if that does not hang together, with a ring lattice.
// It tries Swaps swaps of two ties drawn at random: a-b
// and c-d become a-d and c-b, which leaves everybody his number of contacts. A swap is kept if the
// statistic gets strictly better and the network hangs together. So the statistic is that of a
// local optimum, or on the way to one, and not the best there is.
type MasonWatts struct {
	Neighbours int // contacts of each person: 2 to n-1, and n (up to 10,000) times it is even
	Optimum    Optimum
	// Swaps is how many are tried, up to MaxSwaps (0: 2,000,000 for clustering, 5,000 for the mean
	// of betweenness, 20,000 for its maximum: where little is gained by more, or time ends it).
	Swaps int
}

// MaxSwaps is the most swaps that MasonWatts tries.
const MaxSwaps = 10_000_000

// maxSearched is the most people: their pairs take 12 MB.
const maxSearched = 10_000

// defaultSwaps are those of each optimum.
var defaultSwaps = []int{2_000_000, 5000, 20_000}

// Optimum is the statistic that MasonWatts makes as large or as small as it can.
type Optimum uint8

// The optima.
const (
	MaxMeanClustering  Optimum = iota // Clustering as large as can be: groups, hardly tied
	MinMeanBetweenness                // the mean of Betweenness as small: short paths
	MaxMaxBetweenness                 // the largest Betweenness as large: one person between groups
)

var optimumNames = []string{"max-mean-clustering", "min-mean-betweenness", "max-max-betweenness"}

// String names the optimum as Barkoczi and Galesic do.
func (o Optimum) String() string {
	if int(o) < len(optimumNames) {
		return optimumNames[o]
	}
	return fmt.Sprintf("Optimum(%d)", uint8(o))
}

// Validate reports parameters out of their ranges.
func (m MasonWatts) Validate() error {
	if int(m.Optimum) >= len(optimumNames) {
		return fmt.Errorf("network: MasonWatts.Optimum is %d, want 0 to %d", m.Optimum,
			len(optimumNames)-1)
	}
	if m.Swaps < 0 || m.Swaps > MaxSwaps {
		return fmt.Errorf("network: MasonWatts.Swaps is %d, want 0 to %d", m.Swaps, MaxSwaps)
	}
	return checkLeast("MasonWatts.Neighbours", m.Neighbours, 2)
}

// Graph takes, for each swap tried, the time of the statistic. For 100 people with 19 contacts it
// is below 1 microsecond for clustering, about 50 for the mean of betweenness, and 2,000 for its
// maximum. Draw such a network once, and give it to all replicates by Given.
func (m MasonWatts) Graph(n int, src Source) (*Graph, error) {
	if err := m.Fits(0, n); err != nil {
		return nil, err
	}
	lattice := mutualGraph(n, regular(n, m.Neighbours))
	first := RewireDegrees(lattice, src)
	if !whole(first) {
		first = lattice
	}
	return m.climb(first, src), nil
}

// climb tries swaps and keeps those that are better.
func (m MasonWatts) climb(g *Graph, src Source) *Graph {
	s, gain := newSwapper(g), m.Optimum.gain(g)
	for range m.swaps() {
		i, j := src.IntN(len(s.pairs)), src.IntN(len(s.pairs))
		if src.IntN(2) == 1 {
			s.turn(i)
		}
		x, y := s.pairs[i], s.pairs[j]
		if i == j || !s.swap(i, j) {
			continue
		}
		if !gain.keep(x, y, func() *Graph { return s.graph(g.People()) }) {
			s.swap(i, j)
		}
	}
	return s.graph(g.People())
}

// whole reports whether all people are joined by ties.
func whole(g *Graph) bool {
	_, count := Components(g)
	return count == 1
}

func (m MasonWatts) swaps() int {
	if m.Swaps == 0 {
		return defaultSwaps[m.Optimum]
	}
	return m.Swaps
}

// regular are the pairs of a ring lattice, and where neighbours are odd those across the ring.
func regular(n, neighbours int) iter.Seq[pair] {
	return func(yield func(pair) bool) {
		for p := range ring(n, neighbours/2) {
			if !yield(p) {
				return
			}
		}
		for u := 0; neighbours%2 == 1 && u < n/2; u++ {
			if !yield(pair{int32(u), int32(u + n/2)}) {
				return
			}
		}
	}
}
