package network

import "slices"

// Components divides people into sets that are joined by ties in either direction (weakly connected
// components). It returns each person's component and their number, 1 to n. Components are numbered
// from 0, in the order of their first people.
func Components(g *Graph) (of []int, count int) {
	root := make([]int32, g.People())
	for u := range root {
		root[u] = int32(u)
	}
	for u := range root {
		for _, v := range g.Heard(u) {
			unite(root, int32(u), v)
		}
	}
	of = make([]int, len(root))
	for u := range root {
		if r := rootOf(root, int32(u)); int(r) == u {
			of[u] = count
			count++
		} else {
			of[u] = of[r]
		}
	}
	return of, count
}

// unite makes the smaller root the root of both, so that a root is the first of its people.
func unite(root []int32, u, v int32) {
	u, v = rootOf(root, u), rootOf(root, v)
	root[max(u, v)] = min(u, v)
}

func rootOf(root []int32, u int32) int32 {
	for root[u] != u {
		root[u] = root[root[u]]
		u = root[u]
	}
	return u
}

// Modularity measures whether edges stay within groups more than people's degrees alone would give.
// It is the share of edges within groups, minus an expected share. The expected share is the sum
// over groups of (edges that start from its people/edges)(edges that end at them/edges). It is
// between -1 and 1. It is 0 for one group of all people, and if there are no edges.
//
// If all ties hold both ways, it is the modularity of Newman and Girvan (2004, Physical Review E
// 69:026113), at least -1/2. Otherwise it is that of Leicht and Newman (2008, Physical Review
// Letters 100:118703). groups holds each person's label, which may be any number. Weights do not
// count. A number of labels other than n is an error.
func Modularity(g *Graph, groups []int) (float64, error) {
	if err := checkGroups(g, groups); err != nil {
		return 0, err
	}
	labels := slices.Clone(groups)
	slices.Sort(labels)
	labels = slices.Compact(labels)
	out, in := make([]int64, len(labels)), make([]int64, len(labels))
	at := make([]int, len(groups))
	for u, label := range groups {
		at[u], _ = slices.BinarySearch(labels, label)
	}
	for u := range groups {
		out[at[u]] += int64(len(g.Heard(u)))
		for _, v := range g.Heard(u) {
			in[at[v]]++
		}
	}
	expected := int64(0) // times edges^2, which is below 2^62
	for k := range labels {
		expected += out[k] * in[k]
	}
	within, _ := split(g, groups)
	edges := int64(g.EdgeCount())
	return ratio(within*edges-expected, edges*edges), nil
}

// EIIndex is the E-I index of Krackhardt and Stern (1988, Social Psychology Quarterly 51:123-140).
// It is (external - internal)/(external + internal), where an internal edge joins two people of one
// group. It is -1 if all edges are internal, 1 if all are external, and 0 if there are none. groups
// holds each person's label, which may be any number. A number of labels other than n is an error.
func EIIndex(g *Graph, groups []int) (float64, error) {
	if err := checkGroups(g, groups); err != nil {
		return 0, err
	}
	internal, external := split(g, groups)
	return ratio(external-internal, external+internal), nil
}

// split counts the edges within groups and those between them.
func split(g *Graph, groups []int) (within, between int64) {
	for u := range g.People() {
		for _, v := range g.Heard(u) {
			if groups[u] == groups[v] {
				within++
			}
		}
	}
	return within, int64(g.EdgeCount()) - within
}
