package network

// Betweenness is, per person v, the sum over all ordered pairs of other people s and t of the share
// of the shortest paths from s to t that lead through v: 0 to (n-1)(n-2) (Freeman 1977, Sociometry
// 40:35-41; where all ties hold both ways he counts each pair once, which is half of this). Pairs
// that no path joins add nothing. Paths lead from a person to those whom he listens to; weights do
// not count. The time is people times edges (Brandes 2001, Journal of Mathematical Sociology
// 25:163-177).
func Betweenness(g *Graph) []float64 {
	b := &brandes{
		far:   make([]int32, g.People()),
		order: make([]int32, 0, g.People()),
		paths: make([]float64, g.People()),
		into:  make([]float64, g.People()),
		share: make([]float64, g.People()),
	}
	total := make([]float64, g.People())
	for s := range g.People() {
		b.search(g, int32(s))
		b.accumulate(g)
		for _, v := range b.order[1:] {
			total[v] += b.share[v]
		}
	}
	return total
}

// brandes is the search from one person.
type brandes struct {
	far   []int32 // distance from the source, counted from 1; 0: not reached
	order []int32 // the people reached, nearest first
	// number of shortest paths from the source, in a unit common to all at one distance
	paths []float64
	into  []float64 // the same, in the unit of the distance before
	// the sum over all t of the share of shortest paths to t that lead through a person
	share []float64
}

// search finds the shortest paths from s, one distance after the other.
func (b *brandes) search(g *Graph, s int32) {
	clear(b.far)
	clear(b.into)
	b.order = append(b.order[:0], s)
	b.far[s], b.into[s] = 1, 1
	for first := 0; first < len(b.order); {
		level := b.order[first:]
		first = len(b.order)
		b.rescale(level)
		for _, u := range level {
			b.extend(g, u)
		}
	}
}

// extend lengthens the paths to u by one step: 16 bytes touched an edge, at random.
func (b *brandes) extend(g *Graph, u int32) {
	for _, v := range g.Heard(int(u)) {
		if b.far[v] == 0 {
			b.far[v] = b.far[u] + 1
			b.order = append(b.order, v)
		}
		if b.far[v] == b.far[u]+1 {
			b.into[v] += b.paths[u]
		}
	}
}

// rescale keeps numbers of paths finite: only their ratios matter, and they may exceed 2^1024.
// Those that become too small to matter beside others at the same distance are kept above 0.
func (b *brandes) rescale(level []int32) {
	const large, small = 0x1p+512, 0x1p-512
	largest := 0.0
	for _, v := range level {
		largest = max(largest, b.into[v])
	}
	unit := 1.0
	if largest > large {
		unit = small
	}
	for _, v := range level {
		b.paths[v] = max(b.into[v]*unit, small)
	}
}

// accumulate hands each person's share back to those on the way to him, the farthest first.
// Products are rounded explicitly.
func (b *brandes) accumulate(g *Graph) {
	for i := len(b.order) - 1; i >= 0; i-- {
		u := b.order[i]
		b.share[u] = 0
		for _, v := range g.Heard(int(u)) {
			if b.far[v] == b.far[u]+1 {
				b.share[u] += float64(b.paths[u] / b.into[v] * (1 + b.share[v]))
			}
		}
	}
}
