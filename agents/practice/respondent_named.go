package practice

import (
	"math/bits"

	"orglearn/agents"
)

// inquiry is a person in a unit who asks whom the unit's directory names.
type inquiry struct {
	person     int
	about      []uint64 // of the unit; nil: everything
	dimensions int
	chance     *agents.Stream
	place      func(id int) int // of a person among those who are heard; -1: he is not
}

// in returns the place of the one asked, by what the unit remembers, or -1.
func (x *inquiry) in(memory []uint64) int {
	d, ok := DirectoryOf(memory, x.dimensions)
	if !ok {
		return -1
	}
	at, named, task := -1, 0, d.Task()
	all := empty(task)
	for i, open := range task {
		if all {
			open = agents.Lanes(x.dimensions, i)
		}
		if x.about != nil {
			open &= x.about[i]
		}
		for ; open != 0; open &= open - 1 {
			who, _ := d.Named(i*64 + bits.TrailingZeros64(open))
			k := x.placeOf(who)
			if k < 0 {
				continue
			}
			if named++; x.chance.IntN(named) == 0 {
				at = k
			}
		}
	}
	return at
}

// placeOf returns the place of another person whom the directory names, or -1.
func (x *inquiry) placeOf(who int) int {
	if who < 0 || who == x.person {
		return -1
	}
	return x.place(who)
}
