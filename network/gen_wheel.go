package network

import "iter"

// Wheel ties person 0, the hub, to everyone. The others form a circle, in which each is tied to the
// people on either side. Among 4 people or more there are 2(n-1) ties. Three people are all tied,
// and two people have one tie.
type Wheel struct{}

// Graph ties the hub and the rim.
func (Wheel) Graph(n int, _ Source) (*Graph, error) {
	if err := checkSize(n, 4*int64(n-1)); err != nil {
		return nil, err
	}
	return mutualGraph(n, wheel(n-1)), nil
}

// wheel are the pairs of the hub with each person on the rim, and the pairs along the rim.
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
