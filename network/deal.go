package network

// deal draws the communities of all teams anew. Every team keeps its number of people, every
// community keeps its size, and no teammates share a community. All arrangements of this kind are
// equally likely. The people of team t are starts[t]..starts[t+1]-1. of[p] is the community of
// person p, and must satisfy the constraints at the start.
//
// It makes rounds of global curveball trades; times is their number. In each round it pairs all
// teams at random. Each pair redistributes at random the communities that only one of the two is
// in. A trade and its reverse are equally likely, so the uniform distribution is preserved.
//
// Let d be the share of all communities that a team is in. A pair of a team and a community is a
// place if the team is in it, and else a gap. In a round a place changes its team with probability
// about (1-d)/2, and a gap with probability d/2, and the new team is uniform. See rounds for the
// number of rounds that is enough. At the end the communities are shuffled within each team.
//
// A round touches about 20 bytes a person and draws n/2 numbers. It takes about 20 ns a person.
//
// Sources: G. Strona et al., A fast and unbiased procedure to randomize ecological binary matrices,
// Nature Communications 5:4114 (2014); C. J. Carstens et al., Parallel and I/O-efficient
// randomisation of massive networks using global curveball trades, ESA (2018).
func deal(starts []uint32, of []int32, communities, times int, src Source) {
	teams := len(starts) - 1
	order := make([]int32, teams)
	for t := range order {
		order[t] = int32(t)
	}
	trade := trader{in: make([]uint8, communities), src: src}
	for range times {
		shuffle(order, src)
		for i := 0; i+1 < teams; i += 2 {
			a, b := order[i], order[i+1]
			trade.redistribute(of[starts[a]:starts[a+1]], of[starts[b]:starts[b+1]])
		}
	}
	for t := range teams {
		shuffle(of[starts[t]:starts[t+1]], src)
	}
}

// rounds is the number of rounds for teams of a given size, each person in one of the communities.
// By symmetry it also serves communities of that size, each person of one of the teams. It is 24 to
// 48. At most about one in a million of the rarer of places and gaps then stays with its first team
// because it was never traded.
func rounds(team, communities int) int {
	return 24 + int(48*int64(min(team, communities-team))/int64(communities))
}

// A trader trades communities between two teams.
type trader struct {
	// for each community, bit 0: the first team is in it; bit 1: the second is; zero between trades
	in   []uint8
	pool []int32
	src  Source
}

// redistribute redistributes at random, between two lists of distinct communities, those that are
// on one list only. The lists keep their lengths.
func (t *trader) redistribute(a, b []int32) {
	for _, c := range a {
		t.in[c] |= 1
	}
	for _, c := range b {
		t.in[c] |= 2
	}
	alone, other := t.bringForward(a), t.bringForward(b)
	for _, c := range a {
		t.in[c] = 0
	}
	for _, c := range b {
		t.in[c] = 0
	}
	t.pool = append(append(t.pool[:0], alone...), other...)
	for i := range alone { // draw those for the first team; their order does not matter
		j := i + t.src.IntN(len(t.pool)-i)
		t.pool[i], t.pool[j] = t.pool[j], t.pool[i]
	}
	copy(other, t.pool[copy(alone, t.pool):])
}

// bringForward moves the communities that only one team is in to the front of the list, and returns
// them.
func (t *trader) bringForward(list []int32) []int32 {
	front := 0
	for k, c := range list {
		if t.in[c] != 3 {
			list[front], list[k] = c, list[front]
			front++
		}
	}
	return list[:front]
}

// shuffle does what src.Shuffle does, without a function call for each swap.
func shuffle(list []int32, src Source) {
	for i := len(list) - 1; i > 0; i-- {
		j := src.IntN(i + 1)
		list[i], list[j] = list[j], list[i]
	}
}
