package network

import (
	"fmt"
	"slices"
)

// Heard are the numbers of the units whose norms are voices in the given unit, beside its people.
// The caller must not change the list.
func (u *Units) Heard(unit int) []int32 {
	if u.heard.starts == nil {
		return nil
	}
	return u.heard.at(unit)
}

// HeardRanks are the ranks of the units that a unit hears, in the order of Heard. It is nil if they
// are Member in all units.
func (u *Units) HeardRanks(unit int) []Rank {
	if u.heardRanks == nil {
		return nil
	}
	return u.heardRanks[u.heard.starts[unit]:u.heard.starts[unit+1]]
}

// Nested reports whether any unit hears another.
func (u *Units) Nested() bool { return len(u.heard.items) > 0 }

// Largest is the largest number of voices of any unit. The units that it hears count as voices.
func (u *Units) Largest() int { return u.largest }

// Lists returns the people who are voices, unit after unit: those of unit k are
// voices[starts[k]:starts[k+1]]. The caller must not change the lists.
func (u *Units) Lists() (starts []uint32, voices []int32) {
	if u.circles != nil {
		return u.circles.Rows()
	}
	return u.voices.starts, u.voices.items
}

// Audiences returns the people who learn, unit after unit, as Lists returns the voices. The caller
// must not change the lists. Implicit circles have no such lists.
func (u *Units) Audiences() (starts []uint32, people []int32) {
	return u.audience.starts, u.audience.items
}

// Seats returns the seats of all people, person after person: person p learns from the units
// seats[starts[p]:starts[p+1]], ascending. The caller must not change the lists. Implicit circles
// have no such lists: person p learns from unit p.
func (u *Units) Seats() (starts []uint32, seats []int32) { return u.seats.starts, u.seats.items }

// Clone returns a copy of u. The copy has its own lists. It shares the graph of circles, which only
// a Rewirer changes, unless deep is true.
func (u *Units) Clone(deep bool) *Units {
	c := *u
	c.voices, c.seats, c.heard = u.voices.clone(), u.seats.clone(), u.heard.clone()
	c.ranks, c.ties = slices.Clone(u.ranks), slices.Clone(u.ties)
	c.heardRanks = slices.Clone(u.heardRanks)
	c.audience = c.voices
	if !u.together {
		c.audience = u.audience.clone()
	}
	c.spare, c.revised = slices.Clone(u.spare), nil
	c.home = &c
	if deep && u.graph != nil {
		c.graph = u.graph.clone()
		if u.circles != nil {
			c.circles = c.graph
		}
	}
	return &c
}

func (r rows) clone() rows { return rows{slices.Clone(r.starts), slices.Clone(r.items)} }

func (g *Graph) clone() *Graph {
	c := *g
	c.starts, c.heard = slices.Clone(g.starts), slices.Clone(g.heard)
	c.ties = slices.Clone(g.ties)
	return &c
}

// addHeard lists the units that each unit hears.
func (u *Units) addHeard(units []Membership) error {
	if !slices.ContainsFunc(units, func(k Membership) bool {
		return len(k.Heard)+len(k.HeardRanks) > 0
	}) {
		return nil
	}
	u.heard = emptyRows()
	for k, unit := range units {
		for i, other := range unit.Heard {
			switch {
			case other < 0 || int(other) >= len(units) || int(other) == k:
				return fmt.Errorf("network: unit %d hears unit %d, want another one of 0 to %d",
					k, other, len(units)-1)
			case slices.Contains(unit.Heard[:i], other):
				return fmt.Errorf("network: unit %d hears unit %d twice", k, other)
			}
			u.heard.items = append(u.heard.items, other)
		}
		u.heard.end()
	}
	return u.addHeardRanks(units)
}

// addHeardRanks lists the ranks of the units that each unit hears.
func (u *Units) addHeardRanks(units []Membership) error {
	ranks := make([]Rank, 0, len(u.heard.items))
	for k, unit := range units {
		if n := len(unit.HeardRanks); n != 0 && n != len(unit.Heard) {
			return fmt.Errorf("network: unit %d has %d HeardRanks, want %d, one for each unit "+
				"that it hears, or none", k, n, len(unit.Heard))
		}
		ranks = append(ranks, unit.HeardRanks...)
		ranks = ranks[:len(ranks)+len(unit.Heard)-len(unit.HeardRanks)] // Member is zero
	}
	if slices.ContainsFunc(ranks, func(r Rank) bool { return r != Member }) {
		u.heardRanks = ranks
	}
	return nil
}

// measure sets the largest number of voices and the address of u. The units must be complete.
func (u *Units) measure() {
	u.largest, u.home = 0, u
	for k := range u.Len() {
		u.largest = max(u.largest, len(u.Voices(k))+len(u.Heard(k)))
	}
}
