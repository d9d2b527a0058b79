package network

import "testing"

// listed is a set, the list of its ties and the numbers that are free. A map from keys to numbers
// holds the same ties.
type listed struct {
	set     *tieSet
	keys    []uint64
	free    []int
	obvious map[uint64]int
}

func newListed(size int) *listed {
	l := &listed{keys: make([]uint64, size), obvious: map[uint64]int{}}
	l.set = newTieSet(size, slotsToAdd, func(i int) uint64 { return l.keys[i] })
	for i := range size {
		l.free = append(l.free, i)
	}
	return l
}

// turn removes a key that is in the set, and adds one that is not.
func (l *listed) turn(t *testing.T, key uint64) {
	if number, there := l.obvious[key]; there {
		if l.set.add(key, number) {
			t.Fatalf("%x was added twice", key)
		}
		l.set.remove(key, number)
		delete(l.obvious, key)
		l.free = append(l.free, number)
		return
	}
	last := len(l.free) - 1
	if last < 0 {
		return
	}
	number := l.free[last]
	l.free = l.free[:last]
	l.keys[number], l.obvious[key] = key, number
	if !l.set.add(key, number) {
		t.Fatalf("%x was not added", key)
	}
}

func (l *listed) check(t *testing.T, key uint64) {
	if _, there := l.obvious[key]; l.set.has(key) != there {
		t.Fatalf("has(%x) is %v", key, !there)
	}
}

// FuzzTieSet compares the set with a map: each byte adds or removes a key.
func FuzzTieSet(f *testing.F) {
	f.Add([]byte{1, 2, 3, 130, 2, 129})
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 1000 {
			return
		}
		l := newListed(len(data))
		key := func(b byte) uint64 { return tieKey(int32(b%8), 8+int32(b/8)) }
		for _, b := range data {
			l.turn(t, key(b))
			for _, c := range data {
				l.check(t, key(c))
			}
		}
	})
}

// TestTieSetRemoves does what FuzzTieSet does on many keys, in a set that is full at times.
func TestTieSetRemoves(t *testing.T) {
	src := drawing(1)
	for _, size := range []int{1, 2, 100, 300} {
		l := newListed(size)
		for range 50000 {
			l.turn(t, edgeKey(int32(src.IntN(20)), int32(20+src.IntN(15))))
			l.check(t, edgeKey(int32(src.IntN(20)), int32(20+src.IntN(15))))
		}
	}
}
