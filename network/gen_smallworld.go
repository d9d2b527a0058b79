package network

// WattsStrogatz is the small world of Watts and Strogatz (1998, Nature 393:440-442): a RingLattice of which each tie is
// rewired with probability Rewire. Few rewired ties make paths short while the clustering stays high: it falls
// about as (1-Rewire)^3 (Barrat and Weigt 2000, European Physical Journal B 13:547-560). The number of ties stays n*Neighbours/2.
type WattsStrogatz struct {
	Neighbours int     // contacts of each person in the lattice: even, 0 to n-1
	Rewire     float64 // probability that a tie is rewired, 0 to 1
}

// Validate reports a wrong number of neighbours and a Rewire that is no probability.
func (w WattsStrogatz) Validate() error {
	return firstError(even("WattsStrogatz.Neighbours", w.Neighbours), share("WattsStrogatz.Rewire", w.Rewire))
}

// Graph goes round the ring once for each distance, the nearest first. Each tie keeps the person where the round stands; with
// probability Rewire its far end becomes a person drawn from all others who are not tied to him yet. A person tied to everyone
// keeps his ties.
func (w WattsStrogatz) Graph(n int, src Source) (*Graph, error) {
	err := firstError(w.Validate(), checkSize(n, int64(n)*int64(w.Neighbours)), below("WattsStrogatz.Neighbours", w.Neighbours, n))
	if err != nil {
		return nil, err
	}
	ties := newTies(n, ring(n, w.Neighbours/2))
	for i, p := range ties.pairs {
		if src.Float64() < w.Rewire && int(ties.degree[p.a]) < n-1 {
			ties.move(i, p.a, ties.stranger(p.a, func() int32 { return int32(src.IntN(n)) }))
		}
	}
	return mutual(n, ties.pairs), nil
}

// ties are ties that hold both ways and are being rewired.
type ties struct {
	pairs  []pair
	set    *tieSet
	degree []int32
}

func newTies(n int, pairs []pair) *ties {
	t := &ties{pairs: pairs, set: newTieSet(len(pairs)), degree: make([]int32, n)}
	for _, p := range pairs {
		t.set.add(between(p.a, p.b))
		t.degree[p.a]++
		t.degree[p.b]++
	}
	return t
}

// stranger draws until it meets a person who is not u and not tied to u. There must be one.
func (t *ties) stranger(u int32, draw func() int32) int32 {
	for {
		if v := draw(); v != u && !t.set.has(between(u, v)) {
			return v
		}
	}
}

// move lets the tie i, one end of which is keeper, lead from keeper to another person instead.
func (t *ties) move(i int, keeper, to int32) {
	old := t.pairs[i]
	t.set.remove(between(old.a, old.b))
	t.set.add(between(keeper, to))
	t.degree[old.far(keeper)]--
	t.degree[to]++
	t.pairs[i] = pair{keeper, to}
}
