package chart

import (
	"slices"

	"orglearn/network"
)

// Organization draws who hears whom in the units of an organization. The layout is chosen in this
// order:
//
//   - a tree, where units have leaders and nobody has two superiors
//   - rings, one per unit, where everybody has a unit; a person stands with his first unit (lists
//     of units begin with the teams)
//   - a general graph, for circles and for all others
//
// Leaders, and people who are heard in several units, look like all others. Set Group to colour
// nodes.
//
// More ties than MaxEdges are not listed, and the note says so. Of more than EdgesDrawn a sample is
// drawn. A general graph of many people takes long (see Spring).
func Organization(title string, u *network.Units) Network {
	n := Network{Title: title, Nodes: u.People()}
	if n.Nodes > MaxNodes {
		return n // drawing it is an error
	}
	if heard(u) > MaxEdges {
		n.Note = "The ties are too many to draw."
	} else {
		n.Edges = ties(u)
	}
	if parent, ok := superiors(u); ok {
		if x, y, err := Tree(parent); err == nil {
			n.X, n.Y, n.Fill = x, y, true
			return n
		}
	}
	if group, ok := firstUnits(u); ok {
		n.X, n.Y = Rings(group)
		return n
	}
	n.X, n.Y = Spring(n.Nodes, n.Edges)
	return n
}

// heard returns the sum over units of voices times audience. It is at least the number of ties.
func heard(u *network.Units) int64 {
	sum := int64(0)
	for k := range u.Len() {
		sum += int64(len(u.Voices(k))) * int64(len(u.Audience(k)))
	}
	return sum
}

// ties returns the pairs of people in which one hears the other.
func ties(u *network.Units) [][2]int {
	var all [][2]int
	contacts := u.Contacts()
	for p := range contacts.People() {
		for _, q := range contacts.Heard(p) {
			if int(q) > p || !contacts.Has(int(q), p) {
				all = append(all, [2]int{p, int(q)})
			}
		}
	}
	return all
}

// superiors returns the superior of each person: the leader of the unit in which he sits without
// leading it, or -1. It reports false where units have no leaders or somebody has two superiors.
func superiors(u *network.Units) (parent []int, ok bool) {
	parent = make([]int, u.People())
	for p := range parent {
		parent[p] = -1
	}
	for k := range u.Len() {
		at := slices.Index(u.Ranks(k), network.Leader)
		if at < 0 {
			continue
		}
		leader := int(u.Voices(k)[at])
		ok = true
		for _, p := range u.Voices(k) {
			switch {
			case int(p) == leader:
			case parent[p] >= 0:
				return nil, false
			default:
				parent[p] = leader
			}
		}
	}
	return parent, ok
}

// firstUnits returns the first unit of each person. It reports false where somebody has no unit,
// where there are at least as many units as people, and for circles.
func firstUnits(u *network.Units) (group []int, ok bool) {
	if u.Graph() != nil || u.Len() >= u.People() {
		return nil, false
	}
	group = make([]int, u.People())
	for p := range group {
		seats := u.Of(p)
		if len(seats) == 0 {
			return nil, false
		}
		group[p] = int(seats[0])
	}
	return group, true
}
