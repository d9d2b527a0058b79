package setups

import (
	"fmt"
	"math"
	"slices"
)

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
