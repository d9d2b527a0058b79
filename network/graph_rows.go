package network

import (
	"iter"
	"slices"
	"sort"
)

// Rows are filled by counting. First a slice counts the items of each row, with a 0 at the end.
// startRows turns the counts into the start of each row. While the rows are filled, each start
// moves to the end of its row, which is the start of the next row. rewindRows moves the starts
// back.

// startRows turns the lengths of rows into their starts, and returns the sum of the lengths.
func startRows(lengths []uint32) int {
	total := uint32(0)
	for i, length := range lengths {
		lengths[i] = total
		total += length
	}
	return int(total)
}

// rewindRows turns the ends of rows into their starts.
func rewindRows(starts []uint32) {
	copy(starts[1:], starts)
	starts[0] = 0
}

// gather returns the graph of edges that are valid, except that doubles may occur. Doubles end up
// side by side. It walks the edges twice. It stores no weights if all are 1.
func gather(n int, edges iter.Seq[Edge]) *Graph {
	lengths, weighted := measureRows(n, edges)
	g := &Graph{starts: lengths, heard: make([]int32, startRows(lengths))}
	if weighted {
		g.ties = make([]float32, len(g.heard))
	}
	for e := range edges {
		at := g.starts[e.From]
		g.starts[e.From]++
		g.heard[at] = e.To
		if weighted {
			g.ties[at] = e.Weight
		}
	}
	rewindRows(g.starts)
	g.sortRows()
	return g
}

// measureRows returns the lengths of the rows, with a 0 at the end, and whether any weight is not
// 1.
func measureRows(n int, edges iter.Seq[Edge]) (lengths []uint32, weighted bool) {
	lengths = make([]uint32, n+1)
	for e := range edges {
		lengths[e.From]++
		weighted = weighted || e.Weight != 1
	}
	return lengths, weighted
}

func (g *Graph) sortRows() {
	if g.ties == nil {
		for u := range g.People() {
			slices.Sort(g.Heard(u))
		}
		return
	}
	weighted := &weightedRow{}
	for u := range g.People() {
		weighted.heard, weighted.ties = g.Heard(u), g.Weights(u)
		sort.Sort(weighted)
	}
}

// weightedRow sorts a row by person and moves the weights along.
type weightedRow struct {
	heard []int32
	ties  []float32
}

// Len is the number of people in the row.
func (r *weightedRow) Len() int { return len(r.heard) }

// Less orders people by their numbers.
func (r *weightedRow) Less(i, j int) bool { return r.heard[i] < r.heard[j] }

// Swap moves a weight with its person.
func (r *weightedRow) Swap(i, j int) {
	r.heard[i], r.heard[j] = r.heard[j], r.heard[i]
	r.ties[i], r.ties[j] = r.ties[j], r.ties[i]
}

// pair is a tie between two people that holds both ways, with weight 1.
type pair struct{ a, b int32 }

// mutualGraph is Mutual for valid pairs: no loops, no doubles. It walks them twice, so that callers
// need not store a list.
func mutualGraph(n int, pairs iter.Seq[pair]) *Graph {
	degrees := make([]uint32, n+1)
	for p := range pairs {
		degrees[p.a]++
		degrees[p.b]++
	}
	return mutualGraphOf(degrees, pairs)
}

// mutualGraphOf is mutualGraph for people of known degrees. degrees has a 0 at the end and becomes
// the starts of the graph's rows. If the pairs are not stored in a list, it takes no memory beside
// the graph.
func mutualGraphOf(degrees []uint32, pairs iter.Seq[pair]) *Graph {
	g := &Graph{starts: degrees, heard: make([]int32, startRows(degrees))}
	for p := range pairs {
		g.heard[g.starts[p.a]] = p.b
		g.starts[p.a]++
		g.heard[g.starts[p.b]] = p.a
		g.starts[p.b]++
	}
	rewindRows(g.starts)
	g.sortRows()
	return g
}
