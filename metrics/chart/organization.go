package chart

import (
	"slices"

	"orglearn/network"
)

// Organization draws who hears whom in the units of an organization. The layout is chosen in this
// order:
//
// A tie of two who hear each other is a line; where only one hears the other, an arrow points at
// who is heard. Of more than MaxNodes people the units are drawn instead: a node per unit, larger
// with more people, and a line where two share people. Circles are no such units: of too many
// people they are an error to draw.
//
// More ties than MaxEdges are not listed, and the note says so; of more than EdgesDrawn a sample is
// drawn. A general graph of many people takes a while (see Spring).
func Organization(title string, u *network.Units) Network {
	n := Network{Title: title, Nodes: u.People()}
	if n.Nodes > MaxNodes {
		return ofUnits(title, u)
	}
	if heard(u) > MaxEdges {
		n.Note = tooManyTies
	} else {
		n.listTies(u)
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

const tooManyTies = "The ties are too many to draw."

// heard is the number of voices that people hear, in all seats together: at least the number of
// ties.
func heard(u *network.Units) int64 {
	sum := int64(0)
	for k := range u.Len() {
		sum += int64(len(u.Voices(k))) * int64(len(u.Audience(k)))
	}
	return sum
}

// listTies lists the pairs of people of whom one hears the other, and whether only one does.
func (p *Network) listTies(u *network.Units) {
	contacts := u.Contacts()
	oneSided := false
	for hearer := range contacts.People() {
		for _, heard := range contacts.Heard(hearer) {
			mutual := contacts.Has(int(heard), hearer)
			if !mutual || int(heard) > hearer {
				p.Edges = append(p.Edges, [2]int{hearer, int(heard)})
				p.Arrows = append(p.Arrows, !mutual)
				oneSided = oneSided || !mutual
			}
		}
	}
	if oneSided {
		p.Note = "Arrows point at people who are heard and do not hear back."
	} else {
		p.Arrows = nil
	}
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
