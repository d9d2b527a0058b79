package network

// WattsStrogatz is the small world of Watts and Strogatz (1998, Nature 393:440-442): a RingLattice
// of which each tie is rewired with probability Rewire. Few rewired ties make paths short while the
// clustering stays high: it falls about as (1-Rewire)^3 (Barrat and Weigt 2000, European Physical
// Journal B 13:547-560). The number of ties stays n*Neighbours/2.
type WattsStrogatz struct {
	Neighbours int     // contacts of each person in the lattice: even, 0 to n-1
	Rewire     float64 // probability that a tie is rewired, 0 to 1
}

// Validate reports a wrong number of neighbours and a Rewire that is no probability.
func (w WattsStrogatz) Validate() error {
	return firstError(even("WattsStrogatz.Neighbours", w.Neighbours),
		share("WattsStrogatz.Rewire", w.Rewire))
}

// Graph goes round the ring once for each distance, the nearest first. Each tie keeps the person
// where the round stands; with probability Rewire its far end becomes a person drawn from all
// others who are not tied to him yet. A person tied to everyone keeps his ties.
//
// Beside the graph it takes 4 bytes a tie, 2 and about 8 times Rewire a person, and 8 a tie more
// where Neighbours are above 64.
func (w WattsStrogatz) Graph(n int, src Source) (*Graph, error) {
	if err := w.Fits(0, n); err != nil {
		return nil, err
	}
	r := newRewiring(n, w.Neighbours/2, w.Rewire)
	r.run(src)
	return mutualOf(r.degrees, r.ties), nil
}
