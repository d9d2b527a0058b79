package network

import "math/bits"

// tieSet is a set of ties that are stored in a list elsewhere. Each tie has a number from 0 to
// size-1 in that list. The set is a hash table with open addressing and linear probing. A slot
// holds the number and, in the bits that numbers leave free, some bits of the tie's hash. So a
// lookup rarely reads the list for another tie than the one sought.
type tieSet struct {
	slots  []uint32                // 0: empty; low bits: number plus 1; high bits: of the hash
	number uint32                  // mask of the low bits
	key    func(number int) uint64 // reads the list
}

// Slots for each tie, of 4 bytes each. Removing a tie reads the keys of the slots behind it, so
// sets that remove have more slots.
const (
	slotsToAdd    = 2
	slotsToRemove = 4
)

// newTieSet returns an empty set for size ties. key gives the key of a number in the list.
func newTieSet(size, slots int, key func(number int) uint64) *tieSet {
	return &tieSet{slots: make([]uint32, slots*size+1), number: 1<<bits.Len(uint(size)) - 1,
		key: key}
}

// edgeKey is the key of the tie from u to v.
func edgeKey(u, v int32) uint64 { return uint64(u)<<32 | uint64(v) }

// tieKey is the key of the tie between two people, in either order.
func tieKey(u, v int32) uint64 { return edgeKey(min(u, v), max(u, v)) }

// key is the key of the tie between the two people.
func (p pair) key() uint64 { return tieKey(p.a, p.b) }

// home returns the slot where a key belongs, by Fibonacci hashing, and the bits of its hash.
func (s *tieSet) home(key uint64) (slot int, hash uint32) {
	key ^= key >> 32
	high, low := bits.Mul64(key*0x9E3779B97F4A7C15, uint64(len(s.slots)))
	return int(high), uint32(low>>32) &^ s.number
}

// next is the slot after the given one. The first slot follows the last.
func (s *tieSet) next(slot int) int {
	if slot+1 == len(s.slots) {
		return 0
	}
	return slot + 1
}

// find returns the slot of the key, or the empty slot where it would be added, and the bits of its
// hash.
func (s *tieSet) find(key uint64) (slot int, hash uint32) {
	slot, hash = s.home(key)
	for s.slots[slot] != 0 && (s.slots[slot]&^s.number != hash || s.keyAt(slot) != key) {
		slot = s.next(slot)
	}
	return slot, hash
}

func (s *tieSet) keyAt(slot int) uint64 { return s.key(int(s.slots[slot]&s.number) - 1) }

func (s *tieSet) has(key uint64) bool {
	slot, _ := s.find(key)
	return s.slots[slot] != 0
}

// add adds a key with its number, and reports whether the key is new.
func (s *tieSet) add(key uint64, number int) bool {
	slot, hash := s.find(key)
	if s.slots[slot] != 0 {
		return false
	}
	s.slots[slot] = hash | uint32(number+1)
	return true
}

// remove deletes a key with its number. It moves keys behind it into the gap, so these must still
// be in the list.
func (s *tieSet) remove(key uint64, number int) {
	gap, hash := s.home(key)
	for s.slots[gap] != hash|uint32(number+1) {
		gap = s.next(gap)
	}
	for i := s.next(gap); s.slots[i] != 0; i = s.next(i) {
		if home, _ := s.home(s.keyAt(i)); s.from(home, i) >= s.from(gap, i) {
			s.slots[gap] = s.slots[i]
			gap = i
		}
	}
	s.slots[gap] = 0
}

// from is the number of slots from slot on to behind.
func (s *tieSet) from(slot, behind int) int {
	if behind < slot {
		behind += len(s.slots)
	}
	return behind - slot
}
