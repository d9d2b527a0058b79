package network

import "fmt"

// Hierarchy is the balanced tree of overlapping teams that managers join as linking pins: person 0 is the chief, the superior of
// person i is (i-1)/Span, and each manager sits twice, as Leader of the team he leads and as Member of his superior's. A team is
// its leader and his direct reports; they are both its voices and its audience. There is one unit for each manager, in the order of
// their numbers, so that unit k is led by person k. A single person is a unit of one.
//
// Source: R. Likert, New Patterns of Management (1961), chapter 8.
type Hierarchy struct {
	Span int // direct reports of a manager, at least 1; the last manager may have fewer
}

// Validate reports a Span below 1.
func (s Hierarchy) Validate() error { return atLeast("Hierarchy.Span", s.Span, 1) }

// Build returns the teams. It draws nothing. A Span below 1 is an error.
func (s Hierarchy) Build(n int, src Source) (*Units, error) {
	if err := firstError(checkPeople(n), s.Validate()); err != nil {
		return nil, err
	}
	superior := make([]int32, n)
	superior[0] = -1
	for i := 1; i < n; i++ {
		superior[i] = int32((i - 1) / s.Span)
	}
	return ReportsTo{superior}.Build(n, src)
}

// ReportsTo is the hierarchy of given superiors, with the units of Hierarchy: each manager leads a team of himself and his direct
// reports, and is a member of his superior's. There may be several chiefs; one without reports is a unit of one, so that
// everybody has a seat. The units come in the order of their leaders' numbers.
type ReportsTo struct {
	Superior []int32 // for each person his superior, or -1 for a chief
}

// Build returns the teams. It draws nothing. A length of Superior other than n, a superior outside -1..n-1 and a person who is
// his own superior, directly or through others, are errors.
func (s ReportsTo) Build(n int, _ Source) (*Units, error) {
	if err := s.check(n); err != nil {
		return nil, err
	}
	reports := s.reports(n)
	members := rows{starts: make([]uint32, 1, n+1), items: make([]int32, 0, 2*n)}
	ranks := make([]Rank, 0, 2*n)
	for p := range n {
		under := reports.at(p)
		if len(under) == 0 && s.Superior[p] >= 0 {
			continue
		}
		members.items = append(append(members.items, int32(p)), under...)
		members.end()
		ranks = append(ranks, Leader)
		ranks = ranks[:len(members.items)] // Member is zero
	}
	return assembleTogether(n, members, ranks), nil
}

// reports lists each person's direct reports, ascending.
func (s ReportsTo) reports(n int) rows {
	up := rows{starts: make([]uint32, n+1), items: make([]int32, 0, n)} // person -> his superior, if he has one
	for p, superior := range s.Superior {
		if superior >= 0 {
			up.items = append(up.items, superior)
		}
		up.starts[p+1] = uint32(len(up.items))
	}
	return transpose(up, n, rows{})
}

func (s ReportsTo) check(n int) error {
	if err := checkPeople(n); err != nil {
		return err
	}
	if len(s.Superior) != n {
		return fmt.Errorf("network: ReportsTo.Superior has %d people, want %d", len(s.Superior), n)
	}
	for p, superior := range s.Superior {
		if superior < -1 || int(superior) >= n {
			return fmt.Errorf("network: ReportsTo.Superior[%d] is %d, want -1 (a chief) or 0 to %d", p, superior, n-1)
		}
	}
	if p := s.cycle(); p >= 0 {
		return fmt.Errorf("network: ReportsTo.Superior: person %d is his own superior, directly or through others", p)
	}
	return nil
}

// cycle returns a person who is his own superior, or -1. It walks up from each person until it meets one walked from before.
func (s ReportsTo) cycle() int32 {
	walked := make([]int32, len(s.Superior)) // the walk, counted from 1, that a person was first met in
	for p := range s.Superior {
		walk, at := int32(p)+1, int32(p)
		for at >= 0 && walked[at] == 0 {
			walked[at] = walk
			at = s.Superior[at]
		}
		if at >= 0 && walked[at] == walk {
			return at
		}
	}
	return -1
}
