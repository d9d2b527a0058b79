package network

import "fmt"

// Hierarchy is a balanced tree of overlapping teams. A manager is a person with direct reports. A
// team is a manager and his direct reports, who are both its voices and its audience. A manager
// links two teams, as Likert's linking pin: he is Leader of his own team and Member of his
// superior's.
//
// Person 0 is the chief, and the superior of person i is (i-1)/Span. There is one unit for each
// manager, in the order of their numbers, so person k leads unit k. If there is only one person, he
// forms a unit alone.
//
// Source: R. Likert, New Patterns of Management (1961), chapter 8.
type Hierarchy struct {
	Span int // direct reports of a manager, at least 1; the last manager may have fewer
}

// Validate reports a Span below 1.
func (s Hierarchy) Validate() error { return checkLeast("Hierarchy.Span", s.Span, 1) }

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

// ReportsTo is the hierarchy of given superiors, with teams like those of Hierarchy. There may be
// several chiefs. A chief without reports forms a unit alone, so that everybody has a seat. The
// units are ordered by the numbers of their leaders.
type ReportsTo struct {
	Superior []int32 // for each person his superior, or -1 for a chief
}

// Build returns the teams. It draws nothing. A Superior whose length is not n is an error. So are a
// superior outside -1..n-1 and a person who is his own superior, directly or through others.
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
	// Row p of up holds the superior of person p, if he has one.
	up := rows{starts: make([]uint32, n+1), items: make([]int32, 0, n)}
	for p, superior := range s.Superior {
		if superior >= 0 {
			up.items = append(up.items, superior)
		}
		up.starts[p+1] = uint32(len(up.items))
	}
	return transpose(up, n, rows{})
}

// check returns the errors that Build documents.
func (s ReportsTo) check(n int) error {
	if err := checkPeople(n); err != nil {
		return err
	}
	if len(s.Superior) != n {
		return fmt.Errorf("network: ReportsTo.Superior has %d people, want %d", len(s.Superior), n)
	}
	for p, superior := range s.Superior {
		if superior < -1 || int(superior) >= n {
			return fmt.Errorf("network: ReportsTo.Superior[%d] is %d, want -1 (a chief) or 0 to %d",
				p, superior, n-1)
		}
	}
	if p := s.Circle(); p >= 0 {
		return fmt.Errorf("network: ReportsTo.Superior: "+
			"person %d is his own superior, directly or through others", p)
	}
	return nil
}

// Circle returns a person who is his own superior, directly or through others, or -1 if there is
// none. A negative superior stands for a chief. A superior of len(Superior) or more is a panic.
func (s ReportsTo) Circle() int32 {
	walked := make([]int32, len(s.Superior)) // the walk, counted from 1, that met the person first
	for p := range s.Superior {
		walk, at := int32(p)+1, int32(p) // walk up from p until a person who was met before
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
