package network

import (
	"iter"
	"slices"
	"sort"
)

// Rows are filled by counting. One slice of counts, a last 0 behind those of the rows, becomes
// where the rows start; while they are filled each start runs ahead to the end of its row, which is
// where the next row starts.

// startRows turns the lengths of rows into where they start, and returns the sum.
func startRows(lengths []uint32) int {
	total := uint32(0)
	for i, length := range lengths {
		lengths[i] = total
		total += length
	}
	return int(total)
}

// rewindRows turns where the rows end into where they start.
func rewindRows(starts []uint32) {
	copy(starts[1:], starts)
	starts[0] = 0
}

// gather returns the graph of edges that are known to be right, but perhaps doubles, which are then
// side by side. It walks them twice. It keeps no ties where all are 1.
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

// measureRows returns how long rows are, with a last 0, and whether a tie is not 1.
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

// weightedRow is sorted by whom it holds, the weights with them.
type weightedRow struct {
	heard []int32
	ties  []float32
}

func (r *weightedRow) Len() int           { return len(r.heard) }
func (r *weightedRow) Less(i, j int) bool { return r.heard[i] < r.heard[j] }
func (r *weightedRow) Swap(i, j int) {
	r.heard[i], r.heard[j] = r.heard[j], r.heard[i]
	r.ties[i], r.ties[j] = r.ties[j], r.ties[i]
}

// pair is a tie between two people that holds both ways, with weight 1.
type pair struct{ a, b int32 }

// mutual is Mutual for pairs that are known to be right: no loops, no doubles. It walks them twice,
// so that there need be no list of them.
func mutual(n int, pairs iter.Seq[pair]) *Graph {
	degrees := make([]uint32, n+1)
	for p := range pairs {
		degrees[p.a]++
		degrees[p.b]++
	}
	return mutualOf(degrees, pairs)
}

// mutualOf is mutual for people whose numbers of contacts are known. It keeps them, and a last 0,
// as where the rows start: with the pairs not listed it takes no more than the graph.
func mutualOf(degrees []uint32, pairs iter.Seq[pair]) *Graph {
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
