package network

// WattsStrogatz is the small world of Watts and Strogatz (1998, Nature 393:440-442): a RingLattice
// in which each tie is rewired with probability Rewire. A few rewired ties make paths short, while
// the clustering stays high. The clustering falls about as (1-Rewire)^3 (Barrat and Weigt 2000,
// European Physical Journal B 13:547-560). The number of ties stays n*Neighbours/2.
type WattsStrogatz struct {
	Neighbours int     // contacts of each person in the lattice: even, 0 to n-1
	Rewire     float64 // probability that a tie is rewired, 0 to 1
}

// Validate reports an odd or negative Neighbours and a Rewire outside 0..1.
func (w WattsStrogatz) Validate() error {
	return firstError(checkEven("WattsStrogatz.Neighbours", w.Neighbours),
		checkShare("WattsStrogatz.Rewire", w.Rewire))
}

// Graph goes round the ring once for each distance, the nearest first. Each person in turn keeps
// his tie to the person at that distance ahead. With probability Rewire the far end of the tie is
// replaced by a person drawn from all who are not tied to him yet. A person who is tied to everyone
// keeps his ties as they are.
//
// Beside the graph it takes 4 bytes a tie and 2 + 8*Rewire bytes a person, about. If Neighbours is
// above 64, it takes 8 more bytes a tie.
func (w WattsStrogatz) Graph(n int, src Source) (*Graph, error) {
	if err := w.Fits(0, n); err != nil {
		return nil, err
	}
	r := newRewiring(n, w.Neighbours/2, w.Rewire)
	r.run(src)
	return mutualGraphOf(r.degrees, r.ties), nil
}
