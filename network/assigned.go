package network

import (
	"fmt"
	"slices"
)

// Assigned lets the firm fill a share of the seats in the communities of practice of another
// structure (Units.IsCommunity), by department. The other seats stay with the people who have them
// in Of, who chose them.
//
// A department is Department consecutive people, as teams and the branches of an organization chart
// are. Each member of a community is assigned with probability Share. Those who are so give up
// their seats, and are dealt into the seats that came free: department by department, in random
// order within each, community by community. So with a Share of 1 a community holds people of one
// department, or of two that follow each other. Units keep their sizes, and people their number of
// seats. Rank and weight stay with the seat, and so does whether its holder is heard.
//
// People may then meet in a community whom they meet in their team. So they hear fewer different
// people: that is what assignment by department does. A Share of 0 is off, and draws nothing.
//
// Wenger (1998, Communities of Practice) warns that to institutionalize communities may squelch
// them. McDermott and Archibald (2010) and Probst and Borzillo (2008) find that those fail which
// nobody sponsors. The control is Of itself, whose members come from anywhere. Found here (go run
// ./examples/institutionalizing): that a Share of 1 changes what people know is not shown (.005
// [-.011, .022]), nor what the organization knows (-.009 [-.090, .071]).
type Assigned struct {
	Of         Structure
	Share      float64 // 0 to 1
	Department int     // people in a department, 1 or more
}

// Validate reports a missing Of, one that changes by itself, what it reports itself, a Share
// outside 0 to 1, and a Department below 1.
func (s Assigned) Validate() error {
	if !(s.Share >= 0 && s.Share <= 1) {
		return fmt.Errorf("network: Assigned.Share is %v, want 0 to 1", s.Share)
	}
	if err := checkLeast("Assigned.Department", s.Department, 1); err != nil {
		return err
	}
	return checkWrapped("Assigned", s.Of)
}

// Fits reports what Of reports.
func (s Assigned) Fits(dimensions, people int) error {
	return fitsWrapped(s, s.Of, dimensions, people)
}

// Build builds Of and assigns seats. What Validate reports, the errors of Of, circles, and a person
// who is in two communities are errors.
func (s Assigned) Build(n int, src Source) (*Units, error) {
	if err := s.Validate(); err != nil {
		return nil, err
	}
	units, err := buildWrapped("Assigned", s.Of, n, src)
	if err != nil {
		return nil, err
	}
	if err := s.oneEach(units, n); err != nil {
		return nil, err
	}
	if s.Share > 0 {
		s.assign(units, n, src)
	}
	return NewUnits(n, units...)
}

// oneEach reports a person who is in two communities.
func (s Assigned) oneEach(units []Membership, n int) error {
	in := make([]bool, n)
	for _, unit := range units {
		if !isCommunity(unit.Voices) {
			continue
		}
		for _, p := range unit.people() {
			if in[p] {
				return fmt.Errorf("network: Assigned.Of is %T, which puts person %d in two "+
					"communities of practice, want one at most", s.Of, p)
			}
			in[p] = true
		}
	}
	return nil
}

// people are the people of a unit: its voices, and those who only learn there.
func (m Membership) people() (all []int32) {
	for _, v := range m.Voices {
		all = append(all, v.Person)
	}
	for _, p := range m.Audience {
		if !slices.Contains(all[:len(m.Voices)], p) {
			all = append(all, p)
		}
	}
	return all
}

// assign deals the seats that are assigned.
func (s Assigned) assign(units []Membership, n int, src Source) {
	var free []int32 // who gives up a seat, community by community
	for _, unit := range units {
		if !isCommunity(unit.Voices) {
			continue
		}
		for _, p := range unit.people() {
			if src.Float64() < s.Share {
				free = append(free, p)
			}
		}
	}
	next := slices.Clone(free) // who gets it
	src.Shuffle(len(next), func(i, j int) { next[i], next[j] = next[j], next[i] })
	slices.SortStableFunc(next, func(p, q int32) int {
		return int(p)/s.Department - int(q)/s.Department
	})
	successor := upTo(0, n)
	for i, p := range free {
		successor[p] = next[i]
	}
	for _, unit := range units {
		if isCommunity(unit.Voices) {
			unit.replace(successor)
		}
	}
}

// replace gives the places of a unit to other people.
func (m Membership) replace(successor []int32) {
	for i := range m.Voices {
		m.Voices[i].Person = successor[m.Voices[i].Person]
	}
	for i := range m.Audience {
		m.Audience[i] = successor[m.Audience[i]]
	}
}
