package network

import "fmt"

// Gnm is a random graph of a given number of ties: every set of that many of the n(n-1)/2 pairs is as likely (Erdős and Rényi
// 1959, Publicationes Mathematicae 6:290-297).
type Gnm struct {
	Edges int // ties that hold both ways: 0 to n(n-1)/2
}

// Validate reports a negative number of ties.
func (r Gnm) Validate() error { return atLeast("Gnm.Edges", r.Edges, 0) }

// Graph draws pairs until there are enough different ones; where more than half of all are wanted, it draws those left out.
func (r Gnm) Graph(n int, src Source) (*Graph, error) {
	if err := firstError(r.Validate(), checkSize(n, 2*int64(r.Edges))); err != nil {
		return nil, err
	}
	all := int64(n) * int64(n-1) / 2
	if int64(r.Edges) > all {
		return nil, fmt.Errorf("network: Gnm.Edges is %d, want at most %d among %d people", r.Edges, all, n)
	}
	if int64(r.Edges) <= all/2 {
		pairs, _ := drawPairs(n, r.Edges, src)
		return mutual(n, pairs), nil
	}
	_, out := drawPairs(n, int(all-int64(r.Edges)), src)
	return mutual(n, allBut(n, r.Edges, out)), nil
}

// drawPairs draws so many different pairs, at most half of all, and returns them also as a set.
func drawPairs(n, count int, src Source) ([]pair, *tieSet) {
	pairs := make([]pair, 0, count)
	set := newTieSet(count)
	for len(pairs) < count {
		u, v := int32(src.IntN(n)), int32(src.IntN(n))
		if u != v && set.add(between(u, v)) {
			pairs = append(pairs, pair{min(u, v), max(u, v)})
		}
	}
	return pairs, set
}

// allBut are the count pairs that are not in out.
func allBut(n, count int, out *tieSet) []pair {
	pairs := make([]pair, 0, count)
	for u := range int32(n) {
		for v := u + 1; v < int32(n); v++ {
			if !out.has(towards(u, v)) {
				pairs = append(pairs, pair{u, v})
			}
		}
	}
	return pairs
}

// Gnp is a random graph in which each of the n(n-1)/2 pairs is tied with probability P, independently (Gilbert 1959, Annals of
// Mathematical Statistics 30:1141-1144). The mean number of contacts is P(n-1). P is resolved to 2^-53.
type Gnp struct {
	P float64 // probability of a tie, 0 to 1
}

// Validate reports a P that is no probability.
func (r Gnp) Validate() error { return share("Gnp.P", r.P) }

// Graph skips from tie to tie (Batagelj and Brandes 2005, Physical Review E 71:036113): one draw a tie, no matter how many pairs
// there are. More than MaxEdges expected edges are an error.
func (r Gnp) Graph(n int, src Source) (*Graph, error) {
	if err := firstError(r.Validate(), checkSize(n, 0)); err != nil {
		return nil, err
	}
	expected := r.P * float64(n) * float64(n-1)
	if err := checkSize(n, int64(expected)); err != nil {
		return nil, err
	}
	pairs := make([]pair, 0, int(expected/2))
	skip := newGeometric(1 - r.P)
	u, v := int64(1), int64(-1) // the pairs in order: (1,0), (2,0), (2,1), (3,0), ...
	for {
		v += 1 + skip.draw(src)
		for v >= u && u < int64(n) {
			v -= u
			u++
		}
		if u >= int64(n) {
			return mutual(n, pairs), nil
		}
		pairs = append(pairs, pair{int32(v), int32(u)})
	}
}

// geometric draws the number of failures before a success: k or more with probability q^k. It multiplies only, because the
// logarithm of the usual formula has other last bits on other machines.
type geometric struct {
	powers [62]float64 // q^(2^i)
}

// newGeometric takes the probability q of a failure.
func newGeometric(q float64) *geometric {
	g := new(geometric)
	for i := range g.powers {
		g.powers[i] = q
		q *= q
	}
	return g
}

// draw returns the largest k below 2^62 with u < q^k for a uniform u, found bit by bit.
func (g *geometric) draw(src Source) int64 {
	u := src.Float64()
	k, reached := int64(0), 1.0
	for i := len(g.powers) - 1; i >= 0; i-- {
		if next := reached * g.powers[i]; u < next {
			reached = next
			k |= 1 << i
		}
	}
	return k
}
