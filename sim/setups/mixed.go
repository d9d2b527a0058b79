package setups

import (
	"errors"
	"fmt"
	"math"
	"slices"

	"orglearn/network"
	"orglearn/sim"
)

// Mixed returns a random organization with the seats per person of one scenario and the sizes of
// units of another (network.Dealt). It is under the conditions of the first, and is named "seats of
// ..., sizes of ...".
//
// Mixed splits the difference between two organizations into two steps. To go from the Randomized
// of one to the Randomized of the other, one step changes the seats only, and the other the sizes
// only, in either order.
//
// Everybody has the same number of seats as in the first. The number of units is the one, rounded,
// that gives the mean size of the second. Their sizes are spread evenly over those of the second.
// So that sizes and seats have the same sum, the smallest units get one person more, or the largest
// one fewer, and so on.
//
// Errors are a scenario without exactly one channel beside a repository, units that cannot be
// built, two different numbers of people, and seats for which there are no such units.
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
	if dealt.Sizes, err = spread(dealt.Seats, sizesOf(b), b.People()); err != nil {
		return sim.Scenario{}, fmt.Errorf("setups: seats of %q in units of %q: %w", seats.Name,
			sizes.Name, err)
	}
	mixed := with(seats, fmt.Sprintf("seats of %s, sizes of %s", seats.Name, sizes.Name), dealt)
	_, err = unitsOf(mixed)
	return mixed, err
}

var errNoUnits = errors.New("no such units have as many places as there are seats")

// spread returns sizes of units like the given ones, whose sum is the number of all seats.
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

// level changes the sum of the sizes by more. It adds one to each size, the smallest first, or
// takes one from each, the largest first, and repeats this if needed. Sizes stay between 1 and the
// number of people.
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
