package setups

import (
	"errors"
	"fmt"
	"math"
	"slices"

	"orglearn/network"
	"orglearn/sim"
)

// Mixed is the random organization of one's seats per person in units of the other's sizes
// (network.Dealt), under the conditions of the first. A difference between two organizations is so
// told apart: from one's randomization to the other's there are two steps, one of which changes the
// seats only and the other the sizes only, in either order. It is named "seats of ..., sizes of
// ...".
//
// Everybody has as many seats as in the first. There are as many units as give the mean size of the
// second, rounded, and their sizes spread over the second's as evenly as can be. So that both have
// the same sum, some units get one person more or fewer, the smallest and the largest first.
//
// Scenarios of other than one channel, units that cannot be built, other numbers of people and
// seats of one that find no such units are errors.
func Mixed(seats, sizes sim.Scenario) (sim.Scenario, error) {
	a, err := unitsOf(seats)
	if err != nil {
		return sim.Scenario{}, err
	}
	b, err := unitsOf(sizes)
	if err != nil {
		return sim.Scenario{}, err
	}
	dealt := network.Dealt{Seats: a.SeatCounts()}
	if dealt.Sizes, err = spread(dealt.Seats, b.Sizes(), b.People()); err != nil {
		return sim.Scenario{}, fmt.Errorf("setups: seats of %q in units of %q: %w", seats.Name,
			sizes.Name, err)
	}
	mixed := with(seats, fmt.Sprintf("seats of %s, sizes of %s", seats.Name, sizes.Name), dealt)
	_, err = unitsOf(mixed)
	return mixed, err
}

var errNoUnits = errors.New("no such units have as many places as there are seats")

// spread returns sizes of units like the given ones, that have as many places in all as people have
// seats.
func spread(seats, like []int, people int) ([]int, error) {
	if len(seats) != people {
		return nil, fmt.Errorf("%d and %d people, want the same", len(seats), people)
	}
	total, places := 0, 0
	for _, k := range seats {
		total += k
	}
	for _, k := range like {
		places += k
	}
	if total == 0 || places == 0 {
		return nil, errNoUnits
	}
	sorted := slices.Sorted(slices.Values(like))
	units := max(1, int(math.Round(float64(total)*float64(len(like))/float64(places))))
	sizes := make([]int, units)
	for i := range sizes {
		sizes[i] = sorted[(2*int64(i)+1)*int64(len(sorted))/(2*int64(units))]
		total -= sizes[i]
	}
	return sizes, level(sizes, total, people)
}

// level adds places to the sizes, one to each, the smallest first, or takes them away, the largest
// first, until so many are placed. Sizes stay within 1 and the people.
func level(sizes []int, more, people int) error {
	for more != 0 {
		before := more
		for i := range sizes {
			switch last := len(sizes) - 1 - i; {
			case more > 0 && sizes[i] < people:
				sizes[i]++
				more--
			case more < 0 && sizes[last] > 1:
				sizes[last]--
				more++
			}
		}
		if more == before {
			return errNoUnits
		}
	}
	return nil
}
