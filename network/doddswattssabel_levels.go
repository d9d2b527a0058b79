package network

// levels are the levels of a tree whose people are numbered level by level. All levels except the
// last are full.
type levels struct {
	first  []int   // the first person of each level, then the number of people
	powers []int64 // the number of people in each level if it is full
}

func newLevels(n, branching int) *levels {
	l := &levels{}
	for first, size := 0, int64(1); first < n; size *= int64(min(branching, n)) {
		l.first, l.powers = append(l.first, first), append(l.powers, size)
		first += int(min(size, int64(n-first)))
	}
	l.first = append(l.first, n)
	return l
}

// people is the number of people in a level.
func (l *levels) people(level int) int64 { return int64(l.first[level+1] - l.first[level]) }

// kinds are all kinds that have a pair which is not tied in the tree.
func (l *levels) kinds() []*kind {
	var all []*kind
	depth := len(l.powers)
	for top := range depth {
		for near := 0; top+near < depth; near++ {
			for far := max(near, 2-near); top+far < depth; far++ {
				if pairs := l.pairs(top, near, far); pairs > 0 {
					all = append(all, &kind{top: top, near: near, far: far, pairs: pairs,
						left: pairs})
				}
			}
		}
	}
	return all
}

// pairs counts the pairs of a kind: those with a common superior at level top, less those with one
// a level below.
func (l *levels) pairs(top, near, far int) int64 {
	if near == 0 {
		return l.people(top + far)
	}
	count := l.under(top, near, far) - l.under(top+1, near-1, far-1)
	if near == far {
		// Count each pair once. Nobody is paired with himself: he has a common superior with
		// himself one level below too, so the difference excludes him.
		return count / 2
	}
	return count
}

// under is the sum, over the people of level top, of the product of the numbers of people near and
// far levels below each. Only the last level need not be full. Then the first people of level top
// have a full set there, at most one has a part, and the rest have none.
func (l *levels) under(top, near, far int) int64 {
	if near < far {
		return l.powers[near] * l.people(top+far)
	}
	each, people := l.powers[far], l.people(top+far)
	return people/each*each*each + people%each*(people%each)
}

// draw draws one of a kind's pairs, all with equal probability.
func (l *levels) draw(k *kind, src Source) pair {
	for {
		if p, ok := l.try(k, src); ok {
			return p
		}
	}
}

// try draws the lower of the two, and then a person at the other level below their superior. It
// fails if that person is of the same branch or, in the last level, does not exist. The share of
// failures is 1/branching, and more in the last level.
func (l *levels) try(k *kind, src Source) (pair, bool) {
	place := src.IntN(int(l.people(k.top + k.far)))
	superior := int(int64(place) / l.powers[k.far])
	low := int32(l.first[k.top+k.far] + place)
	if k.near == 0 {
		return pair{int32(l.first[k.top] + superior), low}, true
	}
	level := l.people(k.top + k.near)
	other := int64(superior)*l.powers[k.near] + int64(src.IntN(int(min(l.powers[k.near], level))))
	if other >= level || other/l.powers[k.near-1] == int64(place)/l.powers[k.far-1] {
		return pair{}, false
	}
	return pair{int32(int64(l.first[k.top+k.near]) + other), low}, true
}
