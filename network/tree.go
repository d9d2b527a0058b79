package network

import "slices"

// directTries, plus one for each person, is the number of trees with one more place that are drawn
// at most.
const directTries = 1000

// A tree draws arrangements in which the places connect people and units as a tree, or as a tree
// with one more place. With still more places this method would take too many tries.
//
// Let person p have d(p) places and unit k have s(k). By Prüfer's code the trees correspond to
// pairs of two sequences. The first has units-1 people, each d(p)-1 times. The second has people-1
// units, each s(k)-1 times (R. P. Lewis, Spanning trees in complete multipartite graphs, Discrete
// Mathematics 197:537-541, 1999). So two shuffles draw all trees with equal probability.
//
// With one more place, each sequence is longer by one. The last person and the last unit are joined
// by a place beside the tree. If that place is new, the arrangement has one circle. It arises from
// as many trees as the circle has places, L. So it is kept with probability 4/L, as the shortest
// circle has 4 places. A person or unit has fewer than 2^31 places.
type tree struct {
	*exchange
	units  []int32 // the units that have places
	spare  int     // places more than a tree has
	people []int32 // the first sequence; its last item is beside the tree if spare is 1
	joined []int32 // the second sequence, of indices of units; its last item likewise
	left   []int32 // for each person, then each unit: places that are not yet in the tree
	up     []int32 // for each person and unit: the next on the way to the last unit
}

// drawTree draws a connected arrangement if all places are of one kind and few enough. It reports
// whether it has drawn one.
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

// decode finds the tree of the two sequences. Again and again it takes the first person or unit
// with one place left, and joins it to the next item of the other sequence. The last unit remains.
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

// count counts the places in the tree: for each person and unit one more than its items in the
// sequences.
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

// beside returns the person and the unit that are joined beside the tree. Both are numbers in t.up.
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

// distance is the number of places on the path from a to b in the tree.
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

// settle puts the people of the tree into the places of its units. The order in each unit is
// random.
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
