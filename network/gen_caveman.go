package network

import (
	"fmt"
	"iter"
	"slices"
)

// Caveman parts people into caves of Size consecutive people: everyone is tied to everyone in his
// cave and to nobody outside. A number of people that is not a multiple of Size is an error.
type Caveman struct {
	Size int // people in a cave, at least 1
}

// Validate reports a Size below 1.
func (c Caveman) Validate() error { return atLeast("Caveman.Size", c.Size, 1) }

// Graph ties the n(Size-1)/2 pairs within caves.
func (c Caveman) Graph(n int, _ Source) (*Graph, error) {
	if err := c.Fits(0, n); err != nil {
		return nil, err
	}
	return mutual(n, caves(n, c.Size, false)), nil
}

func checkCaves(field string, n, size int) error {
	if err := checkPeople(n); err != nil {
		return err
	}
	if size < 1 || size > n || n%size != 0 {
		return fmt.Errorf("network: %d people, want a multiple of %s (%d)", n, field, size)
	}
	return checkSize(n, int64(n)*int64(size-1))
}

// caves are the pairs within caves, in the order of their first and then of their second person. If
// the caves are joined, the first of each leads to the cave before instead.
func caves(n, size int, joined bool) iter.Seq[pair] {
	joined = joined && n > size
	return func(yield func(pair) bool) {
		for u := range n {
			for v := u + 1; v < (u/size+1)*size; v++ {
				to := v
				if joined && u%size == 0 && v == u+1 {
					to = (u + n - 1) % n
				}
				if !yield(pair{int32(u), int32(to)}) {
					return
				}
			}
		}
	}
}

// ConnectedCaveman is Caveman with the caves joined in a ring: in each cave the tie between its
// first two people is taken away, and the first is tied to the last person of the cave before
// instead (Watts 1999, American Journal of Sociology 105:493-527). One cave alone stays whole.
type ConnectedCaveman struct {
	Size int // people in a cave, at least 3
}

// Validate reports a Size below 3: smaller caves would fall apart.
func (c ConnectedCaveman) Validate() error { return atLeast("ConnectedCaveman.Size", c.Size, 3) }

// Graph ties n(Size-1)/2 pairs.
func (c ConnectedCaveman) Graph(n int, _ Source) (*Graph, error) {
	if err := c.Fits(0, n); err != nil {
		return nil, err
	}
	return mutual(n, caves(n, c.Size, true)), nil
}

// RewiredCaveman are the semi-isolated subgroups of Fang, Lee and Schilling (2010, Organization
// Science 21:625-642): Caveman, of which each tie within a group is rewired with probability Rewire
// to lead out of the group. Rewire 0 leaves the groups isolated, 1 leaves no tie within any. The
// number of ties stays n(Size-1)/2.
type RewiredCaveman struct {
	Size   int     // people in a subgroup, at least 1; their baseline has 7 in each of 40
	Rewire float64 // probability that a tie is rewired, 0 to 1: their beta
	// begin with ConnectedCaveman, whose ties between groups stay; Size is then at least 3
	Connected bool
}

// Validate reports a Size that is too small and a Rewire that is no probability.
func (c RewiredCaveman) Validate() error {
	least := 1
	if c.Connected {
		least = 3
	}
	return firstError(atLeast("RewiredCaveman.Size", c.Size, least), share("RewiredCaveman.Rewire",
		c.Rewire))
}

// Graph visits each tie within a group once, in the order of its two people. If it is rewired, a
// fair coin says which of them keeps it; its other end becomes a person drawn from all who are
// outside the keeper's group and not tied to him yet. Where there is nobody left, the tie stays.
func (c RewiredCaveman) Graph(n int, src Source) (*Graph, error) {
	if err := c.Fits(0, n); err != nil {
		return nil, err
	}
	s := newSubgroups(n, c)
	for i, p := range s.pairs {
		if !s.crosses(p) && src.Float64() < c.Rewire {
			s.rewire(i, src)
		}
	}
	return mutual(n, slices.Values(s.pairs)), nil
}

// subgroups are groups of consecutive people whose ties are being rewired. A tie that crosses from
// one to another stays.
type subgroups struct {
	pairs   []pair
	size    int32
	crossed *tieSet // the ties that cross
	outside []int32 // per person, how many of his
}

func newSubgroups(n int, c RewiredCaveman) *subgroups {
	ties := n * (c.Size - 1) / 2
	s := &subgroups{size: int32(c.Size), outside: make([]int32, n), pairs: make([]pair, 0, ties)}
	s.pairs = slices.AppendSeq(s.pairs, caves(n, c.Size, c.Connected))
	s.crossed = newTieSet(ties, slotsToAdd, func(i int) uint64 { return s.pairs[i].key() })
	for i, p := range s.pairs {
		if s.crosses(p) {
			s.cross(i)
		}
	}
	return s
}

func (s *subgroups) crosses(p pair) bool { return p.a/s.size != p.b/s.size }

// cross counts the tie i, which crosses.
func (s *subgroups) cross(i int) {
	p := s.pairs[i]
	s.crossed.add(p.key(), i)
	s.outside[p.a]++
	s.outside[p.b]++
}

func (s *subgroups) rewire(i int, src Source) {
	keeper := s.pairs[i].a
	if src.IntN(2) == 1 {
		keeper = s.pairs[i].b
	}
	others := len(s.outside) - int(s.size)
	if int(s.outside[keeper]) == others {
		return
	}
	s.pairs[i] = pair{keeper, s.stranger(keeper, others, src)}
	s.cross(i)
}

// stranger draws from the so many others outside u's group until it meets one who is not tied to
// him. There must be one.
func (s *subgroups) stranger(u int32, others int, src Source) int32 {
	first := u / s.size * s.size
	for {
		v := int32(src.IntN(others))
		if v >= first {
			v += s.size
		}
		if !s.crossed.has(between(u, v)) {
			return v
		}
	}
}
