package kernel

// Key stands for the streams of one purpose in one replicate. A purpose is, for example, first
// beliefs, or a channel's internalizing.
type Key uint64

// NewKey returns the key of a purpose, and of a name within it (for example a channel's), in one
// replicate of a seed. Two different sets of arguments give the same key with probability 2^-64.
func NewKey(seed, replicate uint64, purpose, name string) Key {
	k, _ := philox(10, seed, replicate, fnv1a(fnv1a(fnvOffset, purpose)*fnvPrime, name))
	return Key(k)
}

const fnvOffset, fnvPrime = 0xcbf29ce484222325, 0x100000001b3

// fnv1a is the hash FNV-1a of Fowler, Noll and Vo. It continues a hash with a text. A
// multiplication by the prime has the effect of reading one more byte of 0.
func fnv1a(hash uint64, text string) uint64 {
	for i := range len(text) {
		hash = (hash ^ uint64(text[i])) * fnvPrime
	}
	return hash
}

// Branch returns the key of the n-th branch of a run: the same purpose with new random numbers.
// Branch 0 is the key itself.
func (k Key) Branch(n int) Key {
	if n == 0 {
		return k
	}
	a, _ := philox6(uint64(n), ^uint64(0), uint64(k))
	return Key(a)
}

// Word returns random word n of an id (0 to 2^32-1) at a tick (0 to 2^32-1). Two ids share a block.
// A key used with Word must not be used for anything else.
func (k Key) Word(tick, id, n int) uint64 {
	a, b := philox6(uint64(n), counter(tick, id>>1), uint64(k))
	if id&1 != 0 {
		return b
	}
	return a
}
