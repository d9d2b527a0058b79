package network

import "iter"

// Wheel ties person 0, its hub, to everyone, and seats the others on a circle on which each is tied
// to the one on either side: 2(n-1) ties among 4 people or more. Of 3 people it is complete, of 2
// one tie.
type Wheel struct{}

// Graph ties the hub and the rim.
func (Wheel) Graph(n int, _ Source) (*Graph, error) {
	if err := checkSize(n, 4*int64(n-1)); err != nil {
		return nil, err
	}
	return mutual(n, wheel(n-1)), nil
}

// wheel are the spokes and the pairs of a rim of so many people.
func wheel(rim int) iter.Seq[pair] {
	return func(yield func(pair) bool) {
		for i := range rim {
			spoke, next := pair{0, int32(1 + i)}, pair{int32(1 + i), int32(1 + (i+1)%rim)}
			if !yield(spoke) || (i+1 < rim || rim > 2) && !yield(next) {
				return
			}
		}
	}
}
