package layout

import (
	"slices"

	"orglearn/network"
)

// Ties returns the pairs of people of whom one hears the other: the hearer first, and the lower
// number first where both hear. OneSided says of each whether only the first hears the second. It
// is nil where all pairs hear each other. If people hear more than most voices in all seats
// together, Ties reports false: too many.
func Ties(u *network.Units, most int) (pairs [][2]int, oneSided []bool, ok bool) {
	if heard(u) > int64(most) {
		return nil, nil, false
	}
	contacts, some := u.Contacts(), false
	for hearer := range contacts.People() {
		for _, heard := range contacts.Heard(hearer) {
			mutual := contacts.Has(int(heard), hearer)
			if !mutual || int(heard) > hearer {
				pairs = append(pairs, [2]int{hearer, int(heard)})
				oneSided = append(oneSided, !mutual)
				some = some || !mutual
			}
		}
	}
	if !some {
		oneSided = nil
	}
	return pairs, oneSided, true
}

// heard is the number of voices that people hear, in all seats together: at least the number of
// ties.
func heard(u *network.Units) int64 {
	sum := int64(0)
	for k := range u.Len() {
		sum += int64(len(u.Voices(k))) * int64(len(u.Audience(k)))
	}
	return sum
}

// Overlaps returns the pairs of units that share people, each once and in order. Of more than most
// pairs of seats it reports false: too many.
func Overlaps(u *network.Units, most int) (all [][2]int, ok bool) {
	if shared(u) > int64(most) {
		return nil, false
	}
	for p := range u.People() {
		seats := u.Of(p)
		for i, a := range seats {
			for _, b := range seats[:i] {
				if a != b {
					all = append(all, [2]int{int(min(a, b)), int(max(a, b))})
				}
			}
		}
	}
	slices.SortFunc(all, func(a, b [2]int) int { return slices.Compare(a[:], b[:]) })
	return slices.Compact(all), true
}

// shared is the number of pairs of seats that people have: at least the number of overlaps.
func shared(u *network.Units) (sum int64) {
	for p := range u.People() {
		n := int64(len(u.Of(p)))
		sum += n * (n - 1) / 2
	}
	return sum
}
