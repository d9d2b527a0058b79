package network

// Led gives every unit of another structure exactly one leader, so that organizations which differ
// in their managers can be compared under the same authority. A unit that has one leader keeps him,
// as a hierarchy does. In another the leader is drawn among its voices, or, with Linked, among
// those of its voices who have the most seats. All others of that unit who were leaders become
// Member. A unit in which nobody speaks gets none. Nothing but ranks changes.
type Led struct {
	Of     Structure
	Linked bool // leaders are drawn among the voices who sit in most units
}

// Validate reports a missing Of, one that changes by itself, and what it reports itself.
func (s Led) Validate() error { return checkWrapped("Led", s.Of) }

// Fits reports what Of reports.
func (s Led) Fits(dimensions, people int) error { return fitsWrapped(s, s.Of, dimensions, people) }

// Fits reports what Of reports.
func (s Nested) Fits(dimensions, people int) error {
	return fitsWrapped(s, s.Of, dimensions, people)
}

// fitsWrapped reports a structure that is not valid, or that does not fit a number of people.
func fitsWrapped(s, of Structure, dimensions, people int) error {
	if err := validate(s); err != nil {
		return err
	}
	return fits(of, dimensions, people)
}

// Build builds Of and gives its units leaders. What Validate reports, the errors of Of and circles
// are errors.
func (s Led) Build(n int, src Source) (*Units, error) {
	if err := s.Validate(); err != nil {
		return nil, err
	}
	units, err := buildWrapped("Led", s.Of, n, src)
	if err != nil {
		return nil, err
	}
	seats := seatsIn(units, n)
	for k := range units {
		s.lead(units[k].Voices, seats, src)
	}
	return NewUnits(n, units...)
}

// lead gives the rank Leader to one of the voices of a unit.
func (s Led) lead(voices []Voice, seats []int, src Source) {
	led, may := 0, []int(nil)
	most := 0
	for k, v := range voices {
		if v.Rank == Leader {
			led++
		}
		switch n := seats[v.Person]; {
		case s.Linked && n < most:
		case s.Linked && n > most:
			may, most = []int{k}, n
		default:
			may = append(may, k)
		}
	}
	if led == 1 || len(may) == 0 {
		return
	}
	for k := range voices {
		if voices[k].Rank == Leader {
			voices[k].Rank = Member
		}
	}
	voices[may[src.IntN(len(may))]].Rank = Leader
}

// seatsIn counts the seats of each person.
func seatsIn(units []Membership, n int) []int {
	seats := make([]int, n)
	for _, unit := range units {
		for _, p := range unit.Audience {
			seats[p]++
		}
	}
	return seats
}
