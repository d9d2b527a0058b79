package network

// Budget is the contact that units give people: what must be known beside a comparison of
// organizations, as more contact alone makes people learn more. Counts and means are over the units
// as they stand.
type Budget struct {
	People int
	Units  int
	Norms  int // units whose knowledge outlasts the tick: all, or none if they are implicit circles

	// pairs of people of whom the first hears the second, in whatever number of units; nobody hears
	// himself
	Ties  int64
	Seats float64 // seats of a person, mean
	// voices, other than his own, that a person hears in a seat, mean over the seats; 0 without
	// seats
	Heard float64

	// people in a unit, voices and audience taken together; a circle's person is one of them
	Smallest, Largest int
	Size              float64 // mean over the units

	// mean distance of Contacts over the ordered pairs of people who are joined, as Paths.Mean; 0
	// if none are
	Path float64
	// share of the ordered pairs that are joined, directly or through others: 0 to 1, as
	// Paths.Reachable
	Reachable float64
	// people from whom Path and Reachable were measured; fewer than People: they are estimates
	Sources int
}

// Budget measures the contact. Distances are measured from everybody where that takes about a
// second, and else from at least 16 people spread evenly over all: some seconds for a million
// people. The counts take time proportional to the seats and to the voices heard by people of
// several seats.
func (u *Units) Budget() Budget {
	b := Budget{People: u.people, Units: u.Len(), Norms: u.Len(), Ties: u.countTies()}
	if u.circles != nil {
		b.Norms = 0
	}
	seats, heard, places := int64(0), -u.ownVoices(0), int64(0)
	size := newSizer(u)
	for k := range b.Units {
		voices, audience := len(u.Voices(k)), u.audienceLen(k)
		seats += int64(audience)
		heard += int64(voices) * int64(audience)
		people := size.of(k)
		places += int64(people)
		if k == 0 || people < b.Smallest {
			b.Smallest = people
		}
		b.Largest = max(b.Largest, people)
	}
	b.Seats = float64(seats) / float64(u.people)
	b.Heard = ratio(heard, seats)
	b.Size = ratio(places, int64(b.Units))
	b.Path, b.Reachable, b.Sources = u.distances(b.Ties)
	return b
}

// ratio is a/b, or 0 if b is 0.
func ratio(a, b int64) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

func (u *Units) audienceLen(unit int) int {
	if u.circles != nil {
		return 1
	}
	return len(u.audience.at(unit))
}

// A sizer counts the people of units.
type sizer struct {
	u   *Units
	met []int32 // the last unit, counted from 1, that a person is a voice of
}

func newSizer(u *Units) *sizer { return &sizer{u, make([]int32, u.people)} }

func (s *sizer) of(unit int) int {
	voices := s.u.Voices(unit)
	if s.u.graph != nil {
		return len(voices) + 1
	}
	if s.u.together {
		return len(voices)
	}
	for _, v := range voices {
		s.met[v] = int32(unit) + 1
	}
	people := len(voices)
	for _, p := range s.u.audience.at(unit) {
		if s.met[p] != int32(unit)+1 {
			people++
		}
	}
	return people
}
