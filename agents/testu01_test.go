package agents

import "testing"

// The interleavings that testdata/testu01 feeds to TestU01 are those of this package. The sums are what its program prints.
func TestInterleavings(t *testing.T) {
	const row, draws = 1000, 4
	key := func(replicate int) Key { return NewKey(1991, uint64(replicate), "testu01", "interleaved") }
	people := func(step, k int) *Stream { return NewStream(key(0), step, k) }
	replicates := func(step, k int) *Stream { return NewStream(key(k), step/10, step%10) }
	for _, c := range []struct {
		name   string
		stream func(step, k int) *Stream
		sum    uint64
	}{
		{"people", people, 0x5589c2aa958df3c6},
		{"replicates", replicates, 0x00c4a96f51e7c141},
	} {
		sum := uint64(14695981039346656037)
		for step := range 100_000 / (row * draws) {
			streams := make([]*Stream, row)
			for k := range streams {
				streams[k] = c.stream(step, k)
			}
			for range draws {
				for _, s := range streams {
					sum = (sum ^ s.Uint64()) * 1099511628211
				}
			}
		}
		if sum != c.sum {
			t.Errorf("%s: the sum of 100000 words is %016x, want %016x", c.name, sum, c.sum)
		}
	}
}
