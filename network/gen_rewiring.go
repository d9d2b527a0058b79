package network

import "slices"

// rewiring is a ring lattice while its ties are rewired. run goes round the ring, person by person.
// The person whose turn it is keeps his tie, so a tie is stored as its far end only.
//
// Reading the data of a random person among millions misses all caches and costs more than all
// else. So the person drawn as a new far end is not read at once. People form districts. A move is
// listed as news of the new far end's district, and tell applies the news when the round next
// reaches that district. marks[u] has a bit for the people v who may have moved a tie to u. When u
// draws v, tied reads the ties of v only if that bit is set.
//
// This takes about 60 ns a rewired tie among 10 million people. Reading each time takes 200 ns.
type rewiring struct {
	n, reach int
	share    float64  // of the ties, that is rewired
	far      []int32  // far[u*reach+d]: the far end of u's tie, first d+1 people ahead
	degrees  []uint32 // with a 0 at the end
	marks    []uint16 // bit v%16 of u: v may have moved a tie to him
	// for each district: moves (keeper, new far end) that tell has not applied yet
	news [][]pair
	// all moved ties, if a person keeps more than fewToKeep ties; else nil
	moved *tieSet
}

const (
	district  = 1 << 16 // number of people whose degrees and marks fit a cache
	fewToKeep = 32      // number of ties that are searched as fast as a set
)

func newRewiring(n, reach int, share float64) *rewiring {
	r := &rewiring{
		n: n, reach: reach, share: share, news: newNews(n, share),
		far: make([]int32, 0, n*reach), degrees: make([]uint32, n+1), marks: make([]uint16, n),
	}
	for p := range ring(n, reach) {
		r.far = append(r.far, p.b)
	}
	for u := range n {
		r.degrees[u] = uint32(2 * reach)
	}
	if reach > fewToKeep {
		r.moved = newTieSet(n*reach, slotsToAdd, func(i int) uint64 {
			return tieKey(int32(i/reach), r.far[i])
		})
	}
	return r
}

// newNews returns lists with room for the news of one round, plus 8 standard deviations. A single
// district gets no news.
func newNews(n int, share float64) [][]pair {
	news := make([][]pair, (n-1)/district+1)
	for k := range news {
		if len(news) > 1 {
			news[k] = make([]pair, 0, int(share*district)+8*256)
		}
	}
	return news
}

// run goes round the ring once for each distance.
func (r *rewiring) run(src Source) {
	for d := range r.reach {
		for k := range r.news {
			r.tell(k)
			for u := k * district; u < min(r.n, (k+1)*district); u++ {
				if src.Float64() < r.share && int(r.degrees[u]) < r.n-1 {
					r.move(int32(u), d, r.stranger(int32(u), src))
				}
			}
		}
	}
	for k := range r.news {
		r.tell(k)
	}
	r.marks, r.news, r.moved = nil, nil, nil // the graph can have their memory
}

// tell applies the news of district k.
func (r *rewiring) tell(k int) {
	for _, p := range r.news[k] {
		r.mark(p)
	}
	r.news[k] = r.news[k][:0]
}

// mark notes that a has moved a tie to b.
func (r *rewiring) mark(p pair) {
	r.degrees[p.b]++
	r.marks[p.b] |= 1 << (p.a % 16)
}

// move changes the far end of tie d of u. It marks the new far end at once if he is in u's
// district.
func (r *rewiring) move(u int32, d int, to int32) {
	i := int(u)*r.reach + d
	r.degrees[r.far[i]]--
	r.far[i] = to
	if r.moved != nil {
		r.moved.add(tieKey(u, to), i)
	}
	if k := to / district; k != u/district {
		r.news[k] = append(r.news[k], pair{u, to})
	} else {
		r.mark(pair{u, to})
	}
}

// stranger draws people until one is not u and not tied to u. There must be such a person.
func (r *rewiring) stranger(u int32, src Source) int32 {
	for {
		if v := int32(src.IntN(r.n)); v != u && !r.tied(u, v) {
			return v
		}
	}
}

// tied reports whether u, whose turn it is, is tied to v by a tie of the lattice or a moved one.
func (r *rewiring) tied(u, v int32) bool {
	if r.leads(u, v) || r.leads(v, u) {
		return true
	}
	if r.moved != nil {
		return r.moved.has(tieKey(u, v))
	}
	return slices.Contains(r.kept(u), v) || r.marks[u]>>(v%16)&1 != 0 &&
		slices.Contains(r.kept(v), u)
}

// leads reports whether u keeps a tie to v where the lattice has one.
func (r *rewiring) leads(u, v int32) bool {
	d := int(v) - int(u) - 1
	if d < 0 {
		d += r.n
	}
	return d < r.reach && r.kept(u)[d] == v
}

// kept are the far ends of the ties that u keeps.
func (r *rewiring) kept(u int32) []int32 { return r.far[int(u)*r.reach:][:r.reach] }

func (r *rewiring) ties(yield func(pair) bool) {
	for u := range int32(r.n) {
		for _, v := range r.kept(u) {
			if !yield(pair{u, v}) {
				return
			}
		}
	}
}
