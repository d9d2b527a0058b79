package chart

import (
	"slices"

	"orglearn/network"
)

// ofUnits draws the units of an organization as nodes, the larger the more people they have, with
// lines where two share people.
func ofUnits(title string, u *network.Units) Network {
	n := Network{Title: title, Nodes: u.Len(),
		Note: "Nodes: units, larger with more people; lines: units that share people."}
	if u.Graph() != nil || n.Nodes > MaxNodes {
		return n // to draw it is an error
	}
	for _, size := range u.Sizes() {
		n.Size = append(n.Size, float64(max(size, 1)))
	}
	if shared(u) > MaxEdges {
		n.Note += " " + tooManyTies
	} else {
		n.Edges = overlaps(u)
	}
	n.placeUnits(u)
	return n
}

// placeUnits places units that their leaders join to trees as these, units without common people
// over a disc or a ring, and leaves others to Spring, which takes seconds, when they are drawn.
func (p *Network) placeUnits(u *network.Units) {
	if parent, ok := units(u); ok {
		if x, y, err := Tree(parent); err == nil {
			p.X, p.Y, p.Fill = x, y, true
			return
		}
	}
	if len(p.Edges) == 0 {
		p.X, p.Y = Rings(make([]int, p.Nodes))
	}
}

// shared is the number of pairs of seats that people have: at least the number of overlaps.
func shared(u *network.Units) (sum int64) {
	for p := range u.People() {
		n := int64(len(u.Of(p)))
		sum += n * (n - 1) / 2
	}
	return sum
}

// overlaps are the pairs of units that share people, each once.
func overlaps(u *network.Units) [][2]int {
	var all [][2]int
	for p := range u.People() {
		seats := u.Of(p)
		for i, a := range seats {
			for _, b := range seats[:i] {
				if a != b {
					all = append(all, [2]int{int(min(a, b)), int(max(a, b))})
				}
			}
		}
	}
	slices.SortFunc(all, func(a, b [2]int) int { return slices.Compare(a[:], b[:]) })
	return slices.Compact(all)
}

// units are for each unit the one in which its leader is a member, -1 where he is in none, if units
// have leaders and no leader is a member of two.
func units(u *network.Units) (parent []int, ok bool) {
	parent = make([]int, u.Len())
	for k := range parent {
		parent[k] = -1
		at := slices.Index(u.Ranks(k), network.Leader)
		if at < 0 {
			continue
		}
		ok = true
		leader := u.Voices(k)[at]
		for _, other := range u.Of(int(leader)) {
			switch {
			case leads(u, int(other), leader):
			case parent[k] >= 0:
				return nil, false
			default:
				parent[k] = int(other)
			}
		}
	}
	return parent, ok
}

// leads reports whether a person leads a unit.
func leads(u *network.Units, unit int, person int32) bool {
	at := slices.Index(u.Ranks(unit), network.Leader)
	return at >= 0 && u.Voices(unit)[at] == person
}
