package layout

import (
	"slices"

	"orglearn/network"
)

// Places are places of nodes. Levels says that they are those of a Tree: they suit any height and
// width, and not one scale only.
type Places struct {
	X, Y   []float64
	Levels bool
}

// People places the people of an organization, 0 to MaxNodes, between whom there are ties. Where
// everybody has at most one superior they are a Tree. Where everybody has a unit they are Rings, by
// their first unit. Others, and the people of circles, are placed by Spring.
func People(u *network.Units, ties [][2]int) Places {
	if parent, ok := superiors(u); ok {
		if x, y, err := Tree(parent); err == nil {
			return Places{x, y, true}
		}
	}
	if group, ok := firstUnits(u); ok {
		x, y := Rings(group)
		return Places{X: x, Y: y}
	}
	x, y := Spring(u.People(), ties)
	return Places{X: x, Y: y}
}

// Units places the units of an organization, 0 to MaxNodes, of which some share people. Where
// leaders join units to a tree it is a Tree. Units that share nobody are over a disc or on a ring,
// and others are placed by Spring.
func Units(u *network.Units, overlaps [][2]int) Places {
	if parent, ok := unitsAbove(u); ok {
		if x, y, err := Tree(parent); err == nil {
			return Places{x, y, true}
		}
	}
	if len(overlaps) == 0 {
		x, y := Rings(make([]int, u.Len()))
		return Places{X: x, Y: y}
	}
	x, y := Spring(u.Len(), overlaps)
	return Places{X: x, Y: y}
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

// unitsAbove returns for each unit the one in which its leader is a member, or -1. It reports false
// if no unit has a leader, or a leader is a member of two.
func unitsAbove(u *network.Units) (parent []int, ok bool) {
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
