package kernel

import "testing"

// The program in testdata/testu01 feeds the same words to TestU01 that this package draws. The sums
// are what that program prints.
func TestInterleavings(t *testing.T) {
	const row, draws, body = 1000, 4, 30
	const fair, unfair = 1 << 63, 0
	key := func(replicate int) Key {
		return NewKey(1991, uint64(replicate), "testu01", "interleaved")
	}
	person := func(step, k int) *Stream { return NewStream(key(0), step, k) }
	replicate := func(step, k int) *Stream { return NewStream(key(k), step/10, step%10) }
	drawn := func(stream func(step, k int) *Stream) func(step int, add func(uint64)) {
		return func(step int, add func(uint64)) {
			streams := make([]*Stream, row)
			for k := range streams {
				streams[k] = stream(step, k)
			}
			for range draws {
				for _, s := range streams {
					add(s.Uint64())
				}
			}
		}
	}
	for _, c := range []struct {
		name  string
		steps int
		fill  func(step int, add func(uint64))
		sum   uint64
	}{
		{"people", 25, drawn(person), 0x5589c2aa958df3c6},
		{"replicates", 25, drawn(replicate), 0x00c4a96f51e7c141},
		{"coins", 2, func(step int, add func(uint64)) {
			for id := range row {
				s := NewStream(key(0), step, id)
				for word := range uint64(body) {
					for number := range draws {
						add(s.random(0, word, unfair, number))
					}
				}
			}
		}, 0x66eab1599219d432},
		{"digits", 2, func(step int, add func(uint64)) {
			for number := range draws {
				for id := range row {
					s := NewStream(key(0), step, id)
					for word := range uint64(body) {
						add(s.random(0, word, unfair, number))
					}
				}
			}
		}, 0xe71aa9f4bdfb95da},
		{"fair", 4, func(step int, add func(uint64)) {
			for id := range row {
				s := NewStream(key(0), step, id)
				for call := range uint64(2) {
					for word := range uint64(body) {
						add(s.random(call, word, fair, 0))
					}
				}
			}
		}, 0xc5047167ced0b5d0},
	} {
		sum, words := uint64(14695981039346656037), 0
		for step := range c.steps {
			c.fill(step, func(w uint64) {
				sum = (sum ^ w) * 1099511628211
				words++
			})
		}
		if sum != c.sum {
			t.Errorf("%s: the sum of %d words is %016x, want %016x", c.name, words, sum, c.sum)
		}
	}
}
