package network

// Betweenness is, for each person v, a sum over all ordered pairs of other people s and t. The term
// of a pair is the share of the shortest paths from s to t that lead through v. It is 0 if no path
// leads from s to t. The range is 0 to (n-1)(n-2) (Freeman 1977, Sociometry 40:35-41). If all ties
// hold both ways, Freeman counts each pair once, which gives half of this.
//
// A path leads from a person to one to whom he listens; weights do not count. The time is in
// proportion to people times edges (Brandes 2001, Journal of Mathematical Sociology 25:163-177).
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
	// number of shortest paths from the source, times a factor common to all at one distance
	paths []float64
	into  []float64 // the same, times the factor of the previous distance
	// sum over all t of the share of shortest paths to t that lead through the person
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

// extend lengthens the paths to u by one step. It touches 16 bytes an edge, in random order.
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

// rescale keeps the numbers of paths finite, as they may exceed 2^1024. Only their ratios matter.
// Numbers too small to matter beside others at the same distance stay above 0.
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

// accumulate adds each person's share to those of the people before him on the paths, the farthest
// people first. It rounds products explicitly, so that all machines give the same bits.
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
