package sim

import "slices"

// seatsOf returns the numbers of a person's seats among all seats of the forum: first to end-1.
func (f *forum) seatsOf(p int) (first, end int) {
	if !f.lasting {
		return p, p + 1
	}
	starts, _ := f.units.Seats()
	return int(starts[p]), int(starts[p+1])
}

// seat returns the number, among all seats of the forum, of a person's seat in a unit.
func (f *forum) seat(p, unit int) int {
	if !f.lasting {
		return p
	}
	starts, seats := f.units.Seats()
	first, end := int(starts[p]), int(starts[p+1])
	if end-first > 3 {
		return first + slices.Index(seats[first:end], int32(unit))
	}
	return int(seatOfFew(seats, starts[p], starts[p+1], int32(unit)))
}

// seatOfFew returns the number of the seat in a unit, of one to three seats from first to end-1.
// They ascend, and those before it are counted: a processor cannot predict which it is.
func seatOfFew(seats []int32, first, end uint32, unit int32) uint32 {
	second := min(first+1, end-1)
	return first + before(seats[first], unit) + before(seats[second], unit)
}

// before is 1 if a unit comes before another one, else 0.
func before(unit, other int32) uint32 { return uint32(unit-other) >> 31 }
