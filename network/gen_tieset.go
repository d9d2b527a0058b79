package network

import "math/bits"

// tieSet is a set of ties, each a key that is not 0, of a size known beforehand: open addressing with linear probing, at most
// half full, 16 to 32 bytes a tie.
type tieSet struct {
	keys  []uint64 // 0: empty
	shift int
}

// newTieSet returns an empty set with room for size keys.
func newTieSet(size int) *tieSet {
	log := max(3, bits.Len(uint(size))+1)
	return &tieSet{keys: make([]uint64, 1<<log), shift: 64 - log}
}

// towards is the key of the tie from u to v, who is another person.
func towards(u, v int32) uint64 { return uint64(u)<<32 | uint64(v) }

// between is the key of the tie between two different people, whoever comes first.
func between(u, v int32) uint64 { return towards(min(u, v), max(u, v)) }

// home is where a key belongs: Fibonacci hashing.
func (s *tieSet) home(key uint64) int {
	key ^= key >> 32
	return int(key * 0x9E3779B97F4A7C15 >> s.shift)
}

// slot is where the key is, or the empty place where it would be.
func (s *tieSet) slot(key uint64) int {
	i := s.home(key)
	for s.keys[i] != 0 && s.keys[i] != key {
		i = (i + 1) & (len(s.keys) - 1)
	}
	return i
}

func (s *tieSet) has(key uint64) bool { return s.keys[s.slot(key)] == key }

// add reports whether the key is new.
func (s *tieSet) add(key uint64) bool {
	i := s.slot(key)
	if s.keys[i] == key {
		return false
	}
	s.keys[i] = key
	return true
}

// remove deletes a key that is there, and closes the gap with the keys behind it.
func (s *tieSet) remove(key uint64) {
	mask := len(s.keys) - 1
	gap := s.slot(key)
	for i := (gap + 1) & mask; s.keys[i] != 0; i = (i + 1) & mask {
		if (i-s.home(s.keys[i]))&mask >= (i-gap)&mask {
			s.keys[gap] = s.keys[i]
			gap = i
		}
	}
	s.keys[gap] = 0
}
