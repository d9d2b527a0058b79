package network

// Wheel ties person 0, its hub, to everyone, and seats the others on a circle on which each is tied to the one on either side: 2(n-1)
// ties among 4 people or more. Of 3 people it is complete, of 2 one tie.
type Wheel struct{}

// Graph ties the hub, and then the rim.
func (Wheel) Graph(n int, _ Source) (*Graph, error) {
	if err := checkSize(n, 4*int64(n-1)); err != nil {
		return nil, err
	}
	rim := n - 1
	pairs := make([]pair, 0, 2*rim)
	for i := range rim {
		pairs = append(pairs, pair{0, int32(1 + i)})
		if i+1 < rim || rim > 2 {
			pairs = append(pairs, pair{int32(1 + i), int32(1 + (i+1)%rim)})
		}
	}
	return mutual(n, pairs), nil
}
