package network

import "slices"

// directTries is how many trees with one more place are drawn, and one more for each person.
const directTries = 1000

// A tree draws arrangements in which people and units are joined by as many places as a tree has,
// or by one more; all others are too many to be drawn so.
//
// The trees in which person p has d(p) places and unit k has s(k) are the pairs of two sequences,
// by Prüfer's code: of units-1 people, each d(p)-1 times, and of people-1 units, each s(k)-1 times
// (R. P. Lewis, Spanning trees in complete multipartite graphs, Discrete Mathematics 197:537-541,
// 1999). So two shuffles draw all trees equally often. With one place more, each sequence is longer
// by one, whose person and unit are joined beside the tree. That arrangement, if the place is new,
// has one circle, and comes from as many trees as the circle is long; so of those with a circle of
// L places 4 in L are kept, as the shortest has 4. A person or unit has fewer than 2^31 places.
type tree struct {
	*exchange
	units  []int32 // those that have places
	spare  int     // places more than a tree has
	people []int32 // the first sequence; the last of it, if one is to spare, is beside the tree
	joined []int32 // the second sequence, of indices of units, likewise
	left   []int32 // places of each person, then of each unit, in the tree that is not drawn yet
	up     []int32 // of each person and unit the next on the way to the last unit
}

// drawTree draws an arrangement that hangs together if there are so few places, all of one kind,
// and reports whether it has.
func (x *exchange) drawTree(units int, src Source) bool {
	if len(x.places[1])+len(x.places[2]) > 0 {
		return false
	}
	t := newTree(x, units)
	if t.spare < 0 || t.spare > 1 {
		return false
	}
	for range directTries + len(t.people) {
		shuffle(t.people, src)
		shuffle(t.joined, src)
		t.decode()
		if t.spare == 0 || t.keep(src) {
			t.settle(units, src)
			return true
		}
	}
	return false
}

func newTree(x *exchange, units int) *tree {
	t := &tree{exchange: x}
	sizes := make([]int, units)
	for p := range x.units.len() {
		in := x.units.at(p)
		for i, k := range in {
			sizes[k]++
			if i > 0 {
				t.people = append(t.people, int32(p))
			}
		}
	}
	for k, size := range sizes {
		if size == 0 {
			continue
		}
		for range size - 1 {
			t.joined = append(t.joined, int32(len(t.units)))
		}
		t.units = append(t.units, int32(k))
	}
	both := x.units.len() + len(t.units)
	t.spare = len(t.places[0]) + 1 - both
	t.left, t.up = make([]int32, both), make([]int32, both)
	return t
}

// decode finds the tree of the two sequences. Time and again the first person or unit with one
// place left takes it, in the next unit or person of a sequence. The last unit is always left.
func (t *tree) decode() {
	people := int32(t.exchange.units.len())
	from, to := t.people[:len(t.people)-t.spare], t.joined[:len(t.joined)-t.spare]
	t.count(from, to, people)
	next, leaf := int32(0), int32(-1)
	for range len(t.left) - 1 {
		if leaf < 0 {
			for t.left[next] != 1 {
				next++
			}
			leaf = next
		}
		other := int32(len(t.left) - 1)
		switch {
		case leaf >= people:
			other, from = from[0], from[1:]
		case len(to) > 0:
			other, to = people+to[0], to[1:]
		}
		t.up[leaf] = other
		t.left[leaf]--
		t.left[other]--
		leaf = -1
		if t.left[other] == 1 && other < next {
			leaf = other
		}
	}
}

// count counts the places in the tree: one more than those in the sequences.
func (t *tree) count(from, to []int32, people int32) {
	for i := range t.left {
		t.left[i] = 1
	}
	for _, p := range from {
		t.left[p]++
	}
	for _, k := range to {
		t.left[people+k]++
	}
}

// beside is the person and the unit that are joined beside the tree, both as numbers in it.
func (t *tree) beside() (person, unit int32) {
	return t.people[len(t.people)-1],
		int32(t.exchange.units.len()) + t.joined[len(t.joined)-1]
}

// keep decides whether a tree with one more place is kept.
func (t *tree) keep(src Source) bool {
	person, unit := t.beside()
	length := 1 + t.distance(person, unit)
	return length > 2 && src.IntN(length) < 4
}

// distance is the number of places on the way from one to the other in the tree.
func (t *tree) distance(a, b int32) int {
	last := int32(len(t.up) - 1)
	depth := func(v int32) (steps int) {
		for ; v != last; v = t.up[v] {
			steps++
		}
		return steps
	}
	da, db, steps := depth(a), depth(b), 0
	for ; a != b; steps++ {
		if da >= db {
			a, da = t.up[a], da-1
		} else {
			b, db = t.up[b], db-1
		}
	}
	return steps
}

// settle puts the people of the tree in the places of its units, in an order drawn for each unit.
func (t *tree) settle(units int, src Source) {
	in := &t.exchange.units
	people := int32(in.len())
	filled := make([]uint32, people)
	seat := func(a, b int32) {
		p, k := min(a, b), max(a, b)-people
		in.items[in.starts[p]+filled[p]] = t.units[k]
		filled[p]++
	}
	for v, up := range t.up[:max(len(t.up)-1, 0)] {
		seat(int32(v), up)
	}
	if t.spare == 1 {
		seat(t.beside())
	}
	members := transpose(*in, units, rows{})
	for k := range units {
		shuffle(members.at(k), src)
	}
	next := slices.Clone(members.starts)
	for i := range t.places[0] {
		at := &t.places[0][i]
		at.person = members.items[next[at.unit]]
		next[at.unit]++
	}
}
