package network

import (
	"fmt"
	"iter"
	"slices"
)

// Caveman divides people into caves of Size consecutive people. Everyone is tied to everyone in his
// cave and to nobody outside it. A number of people that is not a multiple of Size is an error.
type Caveman struct {
	Size int // people in a cave, at least 1
}

// Validate reports a Size below 1.
func (c Caveman) Validate() error { return checkLeast("Caveman.Size", c.Size, 1) }

// Graph ties the n(Size-1)/2 pairs within caves.
func (c Caveman) Graph(n int, _ Source) (*Graph, error) {
	if err := c.Fits(0, n); err != nil {
		return nil, err
	}
	return mutualGraph(n, caves(n, c.Size, false)), nil
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

// caves are the pairs within caves, ordered by their first and then their second person. If joined
// is true, the tie of each cave's first two people leads from the first to the cave before instead.
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

// ConnectedCaveman is Caveman with the caves joined in a ring (Watts 1999, American Journal of
// Sociology 105:493-527). In each cave the tie between the first two people is removed. The first
// person is tied to the last person of the cave before instead. If there is only one cave, it keeps
// all its ties.
type ConnectedCaveman struct {
	Size int // people in a cave, at least 3
}

// Validate reports a Size below 3: smaller caves would fall apart.
func (c ConnectedCaveman) Validate() error { return checkLeast("ConnectedCaveman.Size", c.Size, 3) }

// Graph ties n(Size-1)/2 pairs.
func (c ConnectedCaveman) Graph(n int, _ Source) (*Graph, error) {
	if err := c.Fits(0, n); err != nil {
		return nil, err
	}
	return mutualGraph(n, caves(n, c.Size, true)), nil
}

// RewiredCaveman draws the semi-isolated subgroups of Fang, Lee and Schilling (2010, Organization
// Science 21:625-642). It starts from Caveman. Each tie within a group is rewired with probability
// Rewire, so that it leads out of the group. With Rewire 0 the groups stay isolated; with Rewire 1
// no tie stays within a group. The number of ties stays n(Size-1)/2.
type RewiredCaveman struct {
	Size   int     // people in a subgroup, at least 1; the paper's baseline is 40 of 7
	Rewire float64 // probability that a tie is rewired, 0 to 1: the paper's beta
	// start from ConnectedCaveman instead, and keep its ties between groups; Size is then at least
	// 3
	Connected bool
}

// Validate reports a Size that is too small and a Rewire outside 0..1.
func (c RewiredCaveman) Validate() error {
	least := 1
	if c.Connected {
		least = 3
	}
	return firstError(checkLeast("RewiredCaveman.Size", c.Size, least),
		checkShare("RewiredCaveman.Rewire", c.Rewire))
}

// Graph visits each tie within a group once, in the order of its two people. If the tie is rewired,
// a fair coin decides which of the two keeps it. The new far end is drawn from all people outside
// the keeper's group who are not tied to him yet. If there is nobody, the tie stays.
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
	return mutualGraph(n, slices.Values(s.pairs)), nil
}

// subgroups are groups of consecutive people while their ties are rewired. A tie between two groups
// stays.
type subgroups struct {
	pairs   []pair
	size    int32
	crossed *tieSet // the ties between groups
	outside []int32 // how many of them each person has
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

// cross records that tie i leads from one group to another.
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

// stranger draws people outside u's group, of whom there are others, until one is not tied to u.
// There must be such a person.
func (s *subgroups) stranger(u int32, others int, src Source) int32 {
	first := u / s.size * s.size
	for {
		v := int32(src.IntN(others))
		if v >= first {
			v += s.size
		}
		if !s.crossed.has(tieKey(u, v)) {
			return v
		}
	}
}
