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
	return seatIn(seats, starts[p], starts[p+1], int32(unit))
}

// seatIn is seat for a person who has the seats from first to end.
func seatIn(seats []int32, first, end uint32, unit int32) int {
	if end-first > 3 {
		return int(first) + slices.Index(seats[first:end], unit)
	}
	// His seats ascend, and those before it are counted: a processor cannot predict which it is.
	second := min(first+1, end-1)
	return int(first) + before(seats[first], unit) + before(seats[second], unit)
}

// findSeats is seat for each person from the given one on, in his unit in units (nil: his circle;
// -1: none).
func (f *forum) findSeats(places []int32, from int, units []int32) {
	if !f.lasting { // person p has seat p
		for k := range places {
			if places[k] = int32(from + k); units != nil {
				places[k] = units[k]
			}
		}
		return
	}
	starts, seats := f.units.Seats()
	starts = starts[from:][:len(places)+1]
	for k, unit := range units {
		if places[k] = -1; unit >= 0 {
			places[k] = int32(seatIn(seats, starts[k], starts[k+1], unit))
		}
	}
}

// before is 1 if a unit comes before another one, else 0.
func before(unit, other int32) int { return int(uint32(unit-other) >> 31) }
