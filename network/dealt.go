package network

import (
	"fmt"
	"slices"
	"sort"
)

// Dealt are units of given sizes over people with given numbers of seats. The members are drawn at
// random, as Reshuffle says, and everyone is heard where he learns. It is the configuration model
// of people and units.
//
// Dealt can change the sizes of units and keep the seats, or change the seats and keep the sizes.
// Sizes and Seats must have the same sum, which determines the number of units. Units.Sizes and
// Units.SeatCounts give the numbers of existing units. Randomized{Of: Dealt{...}, Connected: true}
// draws connected arrangements only.
//
// Source: M. E. J. Newman, S. H. Strogatz and D. J. Watts, Random graphs with arbitrary degree
// distributions and their applications, Physical Review E 64:026118 (2001), section V.
type Dealt struct {
	Sizes []int // people in each unit, 0 to n
	Seats []int // seats of each person, 0 to len(Sizes); the sum is that of Sizes
}

// Build returns the units. Errors are numbers outside their ranges, a Seats whose length is not n,
// and sums that differ. Numbers for which every arrangement puts somebody twice in a unit are an
// error too.
func (s Dealt) Build(n int, src Source) (*Units, error) {
	if err := s.check(n); err != nil {
		return nil, err
	}
	members, err := s.firstMembers()
	if err != nil {
		return nil, err
	}
	u := assembleTogether(n, members, nil)
	if err := u.Reshuffle(src); err != nil {
		panic(err) // only circles cannot be reshuffled
	}
	return u, nil
}

func (s Dealt) check(n int) error {
	if err := checkPeople(n); err != nil {
		return err
	}
	if len(s.Seats) != n {
		return fmt.Errorf("network: Dealt.Seats has %d people, want %d", len(s.Seats), n)
	}
	if len(s.Sizes) > maxUnits {
		return fmt.Errorf("network: Dealt.Sizes has %d units, want at most %d", len(s.Sizes),
			maxUnits)
	}
	sizes, err := sumWithin("Sizes", s.Sizes, n, "the people")
	if err != nil {
		return err
	}
	seats, err := sumWithin("Seats", s.Seats, len(s.Sizes), "the units")
	if err != nil {
		return err
	}
	if sizes != seats {
		return fmt.Errorf("network: Dealt.Sizes sum to %d and Dealt.Seats to %d, want the same",
			sizes, seats)
	}
	if seats > maxPlaces {
		return fmt.Errorf("network: Dealt.Seats sum to %d, want at most %d", seats,
			uint32(maxPlaces))
	}
	return nil
}

// sumWithin returns the sum of numbers from 0 to most.
func sumWithin(field string, numbers []int, most int, of string) (sum int64, err error) {
	for i, k := range numbers {
		if k < 0 || k > most {
			return 0, fmt.Errorf("network: Dealt.%s[%d] is %d, want 0 to %d (%s)", field, i, k,
				most, of)
		}
		sum += int64(k)
	}
	return sum, nil
}

// firstMembers returns one arrangement: each unit gets the people who have most seats left. It
// fails only if there is no arrangement (D. Gale 1957, Pacific Journal of Mathematics 7:1073-1082).
func (s Dealt) firstMembers() (rows, error) {
	left := slices.Clone(s.Seats)
	order := make([]int32, len(left)) // people, those with most seats left first
	for p := range order {
		order[p] = int32(p)
	}
	slices.SortStableFunc(order, func(p, q int32) int { return left[q] - left[p] })
	members := rows{starts: make([]uint32, 1, len(s.Sizes)+1)}
	for _, size := range s.Sizes {
		if size > 0 {
			taken := takeSeats(order, left, size)
			if left[taken[0]] < 0 {
				return rows{}, fmt.Errorf("network: Dealt.Sizes and Dealt.Seats cannot be dealt " +
					"without putting somebody twice in a unit")
			}
			members.items = append(members.items, taken...)
		}
		members.end()
	}
	return members, nil
}

// takeSeats returns the given number of people who have most seats left, and takes a seat from
// each. The person with fewest comes first. Among people with equally many it takes the last of the
// order, so the order stays sorted.
func takeSeats(order []int32, left []int, many int) []int32 {
	fewest := left[order[many-1]]
	from := sort.Search(len(order), func(i int) bool { return left[order[i]] <= fewest })
	to := sort.Search(len(order), func(i int) bool { return left[order[i]] < fewest })
	taken := slices.Concat(order[to-(many-from):to], order[:from])
	for _, p := range taken {
		left[p]--
	}
	return taken
}

// SeatCounts is the number of seats of each person. It suits Dealt.Seats.
func (u *Units) SeatCounts() []int {
	counts := make([]int, u.people)
	for p := range counts {
		counts[p] = 1
		if u.circles == nil {
			counts[p] = len(u.seats.at(p))
		}
	}
	return counts
}

// Sizes is the number of people in each unit, voices and audience together. It suits Dealt.Sizes. A
// circle includes its person, and a parent of Nested has 0.
func (u *Units) Sizes() []int {
	size, sizes := newSizer(u), make([]int, u.Len())
	for k := range sizes {
		sizes[k] = size.of(k)
	}
	return sizes
}
