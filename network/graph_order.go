package network

import (
	"cmp"
	"fmt"
	"slices"
)

// CuthillMcKee returns an order of the people in which tied people are near each other: order[i] is
// the i-th person of the order. Relabel applies it. It helps graphs whose numbering is arbitrary,
// as in files: the people whom a person hears then lie near each other in memory. The table gives
// the time to read 32 bytes of each contact of a million people with 6 contacts each. The first
// column is for random numbers, the second for numbers by this order.
//
//	a ring lattice                    70 ms    5 ms
//	with 1 of 100 ties rewired        70       9
//	with 1 of 10 ties rewired         80      45
//	with all ties rewired             75      65
//
// Finding the order took 400 ms. It does not improve on the numbers of the built-in generators.
//
// This is the order of Cuthill and McKee (1969, Proceedings of the 24th ACM National Conference,
// 157-172), reversed (George 1971, Computer Implementation of the Finite Element Method, Stanford
// STAN-CS-71-208). It walks breadth first. It visits the contacts of a person in ascending order of
// their degrees. Two people are contacts if either listens to the other. Each component stays
// together. Its walk starts with one of the people who are farthest from the component's first
// person: the one with the lowest degree. That is one round of the search of George and Liu (1979,
// ACM Transactions on Mathematical Software 5:284-295).
//
// The time is in proportion to people and edges, plus that of sorting each person's contacts. It
// takes 5 bytes a person. If some ties hold one way only, it also takes the memory of a graph in
// which they hold both ways.
func (g *Graph) CuthillMcKee() []int32 {
	o := &ordering{g: g.Undirected(), order: make([]int32, 0, g.People()),
		met: make([]uint8, g.People())}
	for p := range int32(g.People()) {
		if o.met[p] > 0 {
			continue
		}
		first := len(o.order)
		last := o.walk(p, 1)
		end := slices.MinFunc(o.order[last:], o.fewer)
		o.order = o.order[:first]
		o.walk(end, 2)
	}
	slices.Reverse(o.order)
	return o.order
}

// ordering is an order while it grows.
type ordering struct {
	g     *Graph // mutual
	order []int32
	met   []uint8 // which of the two walks met the person last, 1 or 2; 0: neither
}

// walk appends the component of a person, the nearest people first. It returns the index in the
// order of the first of the farthest people.
func (o *ordering) walk(from int32, walk uint8) (farthest int) {
	farthest = len(o.order)
	o.met[from] = walk
	o.order = append(o.order, from)
	for {
		end := len(o.order)
		for _, p := range o.order[farthest:end] {
			o.meet(o.g.Heard(int(p)), walk)
		}
		if len(o.order) == end {
			return farthest
		}
		farthest = end
	}
}

// meet appends the contacts whom the walk has not met yet.
func (o *ordering) meet(contacts []int32, walk uint8) {
	first := len(o.order)
	for _, v := range contacts {
		if o.met[v] < walk {
			o.met[v] = walk
			o.order = append(o.order, v)
		}
	}
	slices.SortFunc(o.order[first:], o.fewer)
}

// fewer compares people by their degrees, and then by their numbers.
func (o *ordering) fewer(a, b int32) int {
	return cmp.Or(cmp.Compare(len(o.g.Heard(int(a))), len(o.g.Heard(int(b)))), cmp.Compare(a, b))
}

// Relabel returns the graph in which the old person order[i] has the new number i and keeps his
// ties. An order that is not a permutation of the people is an error. Beside the new graph it takes
// 4 bytes a person. The time is in proportion to people and edges, plus that of sorting each row.
func (g *Graph) Relabel(order []int32) (*Graph, error) {
	number, err := g.numbers(order)
	if err != nil {
		return nil, err
	}
	r := &Graph{starts: make([]uint32, len(g.starts)), heard: make([]int32, 0, len(g.heard))}
	if g.ties != nil {
		r.ties = make([]float32, 0, len(g.ties))
	}
	for i, p := range order {
		for _, v := range g.Heard(int(p)) {
			r.heard = append(r.heard, number[v])
		}
		r.ties = append(r.ties, g.Weights(int(p))...)
		r.starts[i+1] = uint32(len(r.heard))
	}
	r.sortRows()
	return r, nil
}

// numbers is the inverse of an order: the index of each person in it.
func (g *Graph) numbers(order []int32) ([]int32, error) {
	n := g.People()
	if len(order) != n {
		return nil, fmt.Errorf("network: an order of %d people, want %d", len(order), n)
	}
	number := make([]int32, n)
	for i := range number {
		number[i] = -1
	}
	for i, p := range order {
		if p < 0 || int(p) >= n {
			return nil, fmt.Errorf("network: order[%d] is %d, want 0 to %d", i, p, n-1)
		}
		if number[p] >= 0 {
			return nil, fmt.Errorf("network: order[%d] is %d, and so is order[%d]", i, p, number[p])
		}
		number[p] = int32(i)
	}
	return number, nil
}
