package network

import (
	"fmt"
	"slices"
)

// Isolated are teams that have no person in common. Everyone is heard in his own team and learns
// from it. The teams are of consecutive people. There are n/Size teams, rounded down, and their
// sizes differ by at most one. For example, 10 people and Size 4 give two teams of 5.
type Isolated struct {
	Size int // people in a team, 1 to n
}

// Validate reports a Size below 1.
func (s Isolated) Validate() error { return checkLeast("Isolated.Size", s.Size, 1) }

// Build returns the teams. It draws nothing. A Size outside 1..n is an error.
func (s Isolated) Build(n int, _ Source) (*Units, error) {
	if err := s.Fits(0, n); err != nil {
		return nil, err
	}
	return assembleTogether(n, consecutive(n, n/s.Size), nil), nil
}

// checkTeamSize returns an error if the number of people in a unit is not in 1..n.
func checkTeamSize(field string, size, n int) error {
	if size < 1 || size > n {
		return fmt.Errorf("network: %s is %d, want 1 to %d (the people)", field, size, n)
	}
	return nil
}

// consecutive splits the people 0..n-1 into rows whose lengths differ by at most one, the longer
// ones first. parts is the number of rows.
func consecutive(n, parts int) rows {
	r := rows{starts: make([]uint32, parts+1), items: make([]int32, n)}
	size, longer := n/parts, n%parts
	for k := range parts {
		r.starts[k+1] = r.starts[k] + uint32(size)
		if k < longer {
			r.starts[k+1]++
		}
	}
	for p := range r.items {
		r.items[p] = int32(p)
	}
	return r
}

// Teams are given teams that have no person in common, such as the departments of a roster. Of[p]
// is the number of person p's team. The numbers may have gaps. The units are in ascending order of
// the numbers.
type Teams struct {
	Of []int // one number, at least 0, for each person
}

// Build returns the teams. It draws nothing. An Of whose length is not n and a negative number are
// errors.
func (s Teams) Build(n int, _ Source) (*Units, error) {
	if err := s.Fits(0, n); err != nil {
		return nil, err
	}
	numbers := slices.Clone(s.Of)
	slices.Sort(numbers)
	if numbers[0] < 0 {
		return nil, fmt.Errorf("network: Teams.Of[%d] is %d, want at least 0",
			slices.Index(s.Of, numbers[0]), numbers[0])
	}
	numbers = slices.Compact(numbers)
	team := rows{starts: make([]uint32, n+1), items: make([]int32, n)} // person -> his team
	for p, number := range s.Of {
		k, _ := slices.BinarySearch(numbers, number)
		team.items[p], team.starts[p+1] = int32(k), uint32(p+1)
	}
	return assembleTogether(n, transpose(team, len(numbers), rows{}), nil), nil
}

// Organization is one unit with all people, such as March's organizational code or a repository.
type Organization struct{}

// Build returns the unit. It draws nothing.
func (s Organization) Build(n int, _ Source) (*Units, error) {
	if err := checkPeople(n); err != nil {
		return nil, err
	}
	return assembleTogether(n, consecutive(n, 1), nil), nil
}

// Explicit are units that the user lists.
type Explicit struct {
	Units []Membership // as for NewUnits; empty: nobody is heard anywhere
}

// Build returns the units, with the errors of NewUnits. It draws nothing.
func (s Explicit) Build(n int, _ Source) (*Units, error) { return NewUnits(n, s.Units...) }
