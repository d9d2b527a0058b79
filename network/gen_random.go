package network

import (
	"math"
	"slices"
)

// Gnm is a random graph with a given number of ties. All sets of that many of the n(n-1)/2 pairs
// are equally likely (Erdős and Rényi 1959, Publicationes Mathematicae 6:290-297).
type Gnm struct {
	Edges int // ties that hold both ways: 0 to n(n-1)/2
}

// Validate reports a negative number of ties.
func (r Gnm) Validate() error { return checkLeast("Gnm.Edges", r.Edges, 0) }

// Graph draws pairs until enough are different. If more than half of all pairs are wanted, it draws
// the pairs to leave out. Beside the graph it takes 16 bytes for each pair drawn.
func (r Gnm) Graph(n int, src Source) (*Graph, error) {
	if err := r.Fits(0, n); err != nil {
		return nil, err
	}
	all := int64(n) * int64(n-1) / 2
	if int64(r.Edges) <= all/2 {
		return mutualGraph(n, slices.Values(drawPairs(n, r.Edges, src))), nil
	}
	out := drawPairs(n, int(all-int64(r.Edges)), src)
	return allBut(mutualGraph(n, slices.Values(out))), nil
}

// drawPairs draws count different pairs. count is at most half of all pairs.
func drawPairs(n, count int, src Source) []pair {
	pairs := make([]pair, 0, count)
	set := newTieSet(count, slotsToAdd, func(i int) uint64 { return pairs[i].key() })
	for len(pairs) < count {
		u, v := int32(src.IntN(n)), int32(src.IntN(n))
		if u != v && set.add(tieKey(u, v), len(pairs)) {
			pairs = append(pairs, pair{u, v})
		}
	}
	return pairs
}

// allBut returns the complement of g: everyone listens to exactly the others to whom he does not
// listen in g.
func allBut(g *Graph) *Graph {
	n := g.People()
	r := &Graph{starts: make([]uint32, n+1), heard: make([]int32, 0, n*(n-1)-g.EdgeCount())}
	for u := range n {
		out := g.Heard(u)
		for v := range int32(n) {
			if len(out) > 0 && out[0] == v {
				out = out[1:]
			} else if int(v) != u {
				r.heard = append(r.heard, v)
			}
		}
		r.starts[u+1] = uint32(len(r.heard))
	}
	return r
}

// Gnp is a random graph in which each of the n(n-1)/2 pairs is tied with probability P,
// independently (Gilbert 1959, Annals of Mathematical Statistics 30:1141-1144). The mean degree is
// P(n-1). Differences of P below 2^-53 have no effect.
type Gnp struct {
	P float64 // probability of a tie, 0 to 1
}

// Validate reports a P outside 0..1.
func (r Gnp) Validate() error { return checkShare("Gnp.P", r.P) }

// Graph draws the number of untied pairs before each next tie (Batagelj and Brandes 2005, Physical
// Review E 71:036113). So it takes one draw a tie, however many pairs there are. More than MaxEdges
// expected edges are an error.
func (r Gnp) Graph(n int, src Source) (*Graph, error) {
	if err := r.Fits(0, n); err != nil {
		return nil, err
	}
	expected := r.expected(n)
	pairs := make([]pair, 0, int(expected/2+5*math.Sqrt(expected/2))) // rarely exceeded
	skip := newGeometric(1 - r.P)
	u, v := int64(1), int64(-1) // the pairs in order: (1,0), (2,0), (2,1), (3,0), ...
	for {
		v += 1 + skip.draw(src)
		for v >= u && u < int64(n) {
			v -= u
			u++
		}
		if u >= int64(n) {
			return mutualGraph(n, slices.Values(pairs)), nil
		}
		pairs = append(pairs, pair{int32(v), int32(u)})
	}
}

// expected is the expected number of directed edges among n people.
func (r Gnp) expected(n int) float64 { return r.P * float64(n) * float64(n-1) }

// geometric draws the number of failures before a success: k or more with probability q^k. It uses
// multiplication only. The usual formula takes a logarithm, whose last bits differ between
// machines.
type geometric struct {
	powers [62]float64 // q^(2^i)
	least  int         // index of the first power below 2^-53, or of the last power
}

// newGeometric returns the draw for the probability q of a failure.
func newGeometric(q float64) *geometric {
	g := new(geometric)
	for i := range g.powers {
		g.powers[i] = q
		q *= q
	}
	for g.least < len(g.powers)-1 && g.powers[g.least] >= 0x1p-53 {
		g.least++
	}
	return g
}

// draw returns the largest k below 2^62 with u < q^k for a uniform u. It finds k bit by bit.
func (g *geometric) draw(src Source) int64 {
	u := src.Float64()
	k, reached := int64(0), 1.0
	first := len(g.powers) - 1
	if u >= g.powers[g.least] {
		first = g.least - 1 // the powers fall, so u is not below the later ones either
	}
	for i := first; i >= 0; i-- {
		if next := reached * g.powers[i]; u < next {
			reached = next
			k |= 1 << i
		}
	}
	return k
}
