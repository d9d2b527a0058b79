package kernel

import "testing"

const ones = ^uint64(0)

// The known answers of Random123, kat_vectors (Salmon and others, SC 2011).
func TestPhiloxKnownAnswers(t *testing.T) {
	const pi0, pi1, pi2 = 0x243f6a8885a308d3, 0x13198a2e03707344, 0xa4093822299f31d0
	for _, c := range []struct {
		rounds       int
		c0, c1, key  uint64
		want0, want1 uint64
	}{
		{7, 0, 0, 0, 0xb41da69fbfefc666, 0x511e9ce1a5534056},
		{7, ones, ones, ones, 0xa4696cc04462015d, 0x724782dae17169e9},
		{7, pi0, pi1, pi2, 0x98ed1534392bf372, 0x67528b1568882fd5},
		{10, 0, 0, 0, 0xca00a0459843d731, 0x66c24222c9a845b5},
		{10, ones, ones, ones, 0x65b021d60cd8310f, 0x4d02f3222f86df20},
		{10, pi0, pi1, pi2, 0x0a5e742c2997341c, 0xb0f883d38000de5d},
	} {
		got0, got1 := philox(c.rounds, c.c0, c.c1, c.key)
		if got0 != c.want0 || got1 != c.want1 {
			t.Errorf("philox(%d, %x, %x, %x) = %016x %016x, want %016x %016x",
				c.rounds, c.c0, c.c1, c.key, got0, got1, c.want0, c.want1)
		}
	}
}

func TestPhilox6IsPhiloxOf6Rounds(t *testing.T) {
	s := NewStream(1, 0, 0)
	for range 10_000 {
		c0, c1, key := s.Uint64(), s.Uint64(), s.Uint64()
		a0, a1 := philox6(c0, c1, key)
		b0, b1 := philox(6, c0, c1, key)
		if a0 != b0 || a1 != b1 {
			t.Fatalf("philox6(%x, %x, %x) = %x %x, want %x %x", c0, c1, key, a0, a1, b0, b1)
		}
	}
}

// A word of a stream is half a block of the counter (block, tick and id) under the key.
func TestStreamCounter(t *testing.T) {
	const key, tick, id = 77, 3, 1<<32 - 1
	s := NewStream(key, tick, id&(1<<31-1))
	for block := range uint64(10) {
		a, b := philox(6, block, tick<<32|id&(1<<31-1), key)
		if x, y := s.Uint64(), s.Uint64(); x != a || y != b {
			t.Fatalf("block %d is %x %x, want %x %x", block, x, y, a, b)
		}
	}
}
