package network

// Budget measures the contact that units give people. More contact alone makes people learn more,
// so a comparison of organizations must know it. Counts and means are those of the units at the
// time of the call.
type Budget struct {
	People int
	Units  int
	Norms  int // units whose norms outlast the tick: all, or 0 for implicit circles

	// ordered pairs of people of whom the first hears the second in one unit or more; nobody hears
	// himself
	Ties  int64
	Seats float64 // mean number of seats of a person
	// mean over the seats of the number of voices, other than his own, that the person hears there;
	// 0 if there are no seats
	Heard float64

	// people in a unit, voices and audience together; a circle includes its person. Parents
	// (Units.IsParent) without people do not count.
	Smallest, Largest int
	Size              float64 // mean over the units that count

	// mean distance in the graph Contacts over the ordered pairs of people who are joined by a
	// path, as Paths.Mean; 0 if there is no such pair
	Path float64
	// share of the ordered pairs that are joined by a path: 0 to 1, as Paths.Reachable
	Reachable float64
	// number of people from whom Path and Reachable were measured; if below People, both are
	// estimates
	Sources int
}

// Budget measures the contact that u gives. It measures distances from everybody if that takes
// about a second or less. Otherwise it measures from at least 16 people spread evenly over all,
// which takes some seconds for a million people. The counts take time in proportion to the seats,
// plus the voices heard by people of several seats.
func (u *Units) Budget() Budget {
	b := Budget{People: u.people, Units: u.Len(), Norms: u.Len(), Ties: u.countTies()}
	if u.circles != nil {
		b.Norms = 0
	}
	seats, heard, places, sized := int64(0), -u.ownVoices(0), int64(0), int64(0)
	size := newSizer(u)
	for k := range b.Units {
		voices, audience := len(u.Voices(k)), u.audienceLen(k)
		seats += int64(audience)
		heard += int64(voices) * int64(audience)
		people := size.of(k)
		if people == 0 && u.IsParent(k) {
			continue
		}
		places += int64(people)
		if sized == 0 || people < b.Smallest {
			b.Smallest = people
		}
		b.Largest = max(b.Largest, people)
		sized++
	}
	b.Seats = float64(seats) / float64(u.people)
	b.Heard = ratio(heard, seats)
	b.Size = ratio(places, sized)
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
	met []int32 // the last unit, counted from 1, in which the person is a voice
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
