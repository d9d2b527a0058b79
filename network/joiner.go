package network

import (
	"errors"
	"fmt"
)

// ErrApart is wrapped by the errors which say that the given people, seats and units have no
// connected arrangement. Test for it with errors.Is.
var ErrApart = errors.New("it cannot hang together")

// errNotFound is the error of a search that gave up.
func errNotFound(structure string) error {
	return fmt.Errorf("network: %s.Connected: %d exchanges a place found no arrangement that "+
		"hangs together", structure, joinerPasses*joinerPatience)
}

const (
	joinerPasses   = 16 // exchanges tried for each place while all is connected
	joinerPatience = 64 // it gives up after this many times joinerPasses exchanges for each place
)

// A joiner draws a connected arrangement by exchanges of places. Connected means that people and
// the units in which they have places are one component.
//
// It tries exchanges of two places drawn at random. It makes an exchange that splits a component
// with probability 1/places, and all others always. This is a Metropolis chain (1953). Its
// arrangements of c components have probabilities in proportion to places^(1-c), so those of the
// same c are equally likely. It passes through split arrangements, and so reaches all that plain
// exchanges reach. If all places are of one kind, that is every arrangement (Ryser 1957, Canadian
// Journal of Mathematics 9:371-377).
//
// Only the tries after which all is connected are counted. The chain observed at those tries is
// uniform over the connected arrangements (D. Levin, Y. Peres and E. Wilmer, Markov Chains and
// Mixing Times, 2009, section 13.4 on induced chains).
//
// A try searches from both of its units at once until the searches meet. It takes about 1 µs for
// some hundred people, and more if the paths are longer.
type joiner struct {
	*exchange
	members rows // unit -> the people of its places, the transpose of units
	parts   int  // components
	total   int  // places of all kinds
	search  search
}

func newJoiner(x *exchange) *joiner {
	j := &joiner{exchange: x}
	units := 0
	for _, places := range x.places {
		j.total += len(places)
		for _, at := range places {
			units = max(units, int(at.unit)+1)
		}
	}
	j.members = transpose(x.units, units, rows{})
	j.parts = x.parts(units)
	j.search = search{
		units: make([]int64, units), people: make([]int64, x.units.len()),
	}
	return j
}

// parts counts the components of people and of those units 0..units-1 that have places.
func (x *exchange) parts(units int) int {
	people := x.units.len()
	root := make([]int32, units+people) // units first
	for k := range root {
		root[k] = int32(k)
	}
	count, used := people, make([]bool, units)
	for p := range people {
		for _, k := range x.units.at(p) {
			if !used[k] {
				used[k] = true
				count++
			}
			if rootOf(root, k) != rootOf(root, int32(units+p)) {
				unite(root, k, int32(units+p))
				count--
			}
		}
	}
	return count
}

// draw draws a connected arrangement, and reports whether it found one.
func (j *joiner) draw(src Source) bool {
	for left, tries := joinerPasses*j.total, 0; left > 0; tries++ {
		if j.parts > 1 && tries/j.total >= joinerPasses*joinerPatience {
			return false
		}
		j.step(src)
		if j.parts == 1 {
			left--
		}
	}
	return j.parts == 1
}

// step tries one exchange of two places of the same kind.
func (j *joiner) step(src Source) {
	places := j.kindOf(src.IntN(j.total))
	a, b := &places[src.IntN(len(places))], &places[src.IntN(len(places))]
	if j.same(a, b) {
		j.exchangeTwo(a, b)
		return
	}
	before := j.parts == 1 || j.joined(a.unit, b.unit)
	if !j.exchangeTwo(a, b) {
		return
	}
	switch after := j.joined(a.unit, b.unit); {
	case after && !before:
		j.parts--
	case before && !after && src.IntN(j.total) == 0:
		j.parts++
	case before && !after:
		j.exchangeTwo(a, b)
	}
}

// kindOf returns all places of the same kind as the i-th place.
func (j *joiner) kindOf(i int) []place {
	for _, places := range j.places {
		if i -= len(places); i < 0 {
			return places
		}
	}
	panic("network: more places than there are")
}

// same reports whether an exchange cannot change what is connected: neither person has another
// place, or neither unit has another person.
func (j *joiner) same(a, b *place) bool {
	alone := func(r *rows, i int32) bool { return len(r.at(int(i))) == 1 }
	return alone(&j.units, a.person) && alone(&j.units, b.person) ||
		alone(&j.members, a.unit) && alone(&j.members, b.unit)
}

// exchangeTwo exchanges the people of two places if that is allowed. It reports whether they
// changed units.
func (j *joiner) exchangeTwo(a, b *place) bool {
	if !j.try(a, b) {
		return false
	}
	replace(j.members.at(int(a.unit)), b.person, a.person)
	replace(j.members.at(int(b.unit)), a.person, b.person)
	return true
}

// joined reports whether two units are connected. Everything that an exchange touches is connected
// to one of its two units.
func (j *joiner) joined(u, v int32) bool {
	s := &j.search
	here, there := s.begin(u), s.begin(v)
	for here.waits() && there.waits() {
		if s.spread(j, here, there) || s.spread(j, there, here) {
			return true
		}
	}
	return false
}

// A search consists of two searches, one from each of two units. The mark of a unit or a person is
// the number of the last search that met it.
type search struct {
	units, people []int64
	sides         [2]side
	count         int64
}

// A side is one of the two searches: its mark, the units met, and how many of them are done.
type side struct {
	mark int64
	met  []int32
	done int
}

func (s *side) waits() bool { return s.done < len(s.met) }

func (s *search) begin(unit int32) *side {
	s.count++
	begun := &s.sides[s.count%2]
	*begun = side{mark: s.count, met: append(begun.met[:0], unit)}
	s.units[unit] = s.count
	return begun
}

// spread visits the next unit of side here. It reports whether it met the other side.
func (s *search) spread(j *joiner, here, there *side) bool {
	if !here.waits() {
		return false
	}
	unit := here.met[here.done]
	here.done++
	for _, p := range j.members.at(int(unit)) {
		if s.people[p] == there.mark {
			return true
		}
		if s.people[p] == here.mark {
			continue
		}
		s.people[p] = here.mark
		for _, k := range j.units.at(int(p)) {
			if s.units[k] == there.mark {
				return true
			}
			if s.units[k] != here.mark {
				s.units[k] = here.mark
				here.met = append(here.met, k)
			}
		}
	}
	return false
}
