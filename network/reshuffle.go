package network

import (
	"errors"
	"slices"
)

// Reshuffle lets people exchange seats at random, in place, as when staff are moved: units keep
// their numbers and so their norms, every unit its sizes, every person the number of his seats. A
// rank and a tie stay with the seat in the unit, so that a unit with one Leader has one afterwards.
// Whoever is heard in a unit and learns from it exchanges with such people; who is only heard, or
// only learns, exchanges with his like; so everyone also keeps the number of units in which he is
// heard.
//
// The seats are exchanged in several passes of as many tries as there are seats; a try that would
// put somebody twice in a unit is not made. A try is its own reverse, so that all arrangements that
// can be reached are about equally likely: exactly so, in one pass, if nobody has two seats. It
// takes about 0.1 µs a seat and pass.
//
// Circles cannot be reshuffled: their seats are the ties of a graph, and it is an error. See
// RewireDegrees, and Randomized.
func (u *Units) Reshuffle(src Source) error {
	u.mustBeOwn()
	if u.graph != nil {
		return errors.New("network: circles cannot be reshuffled, their seats are the ties of a " +
			"graph")
	}
	x := newExchange(u)
	x.reshuffle(src)
	u.take(x)
	return nil
}

// reshuffle exchanges places of each kind.
func (x *exchange) reshuffle(src Source) {
	passes := 3
	if x.single() {
		passes = 1
	}
	for _, places := range x.places {
		x.shuffle(places, passes, src)
	}
}

// take writes an exchange of the units' places into them.
func (u *Units) take(x *exchange) {
	for _, places := range x.places {
		for _, at := range places {
			u.put(at)
		}
	}
	u.seat()
}

// put writes a place's person into the lists of its unit.
func (u *Units) put(at place) {
	if at.voice >= 0 {
		u.voices.items[at.voice] = at.person
	}
	if at.audience >= 0 {
		u.audience.items[at.audience] = at.person
	}
}

// A place is one person's in one unit: an index among all voices, one among all of the audiences,
// or both; -1 is none.
type place struct {
	voice, audience int
	person, unit    int32
}

// An exchange of places: those of both kinds, of voices only, and of audience only; and for each
// person the units of his places, in any order.
type exchange struct {
	places [3][]place
	units  rows
}

func newExchange(u *Units) *exchange {
	x := &exchange{}
	all := rows{starts: make([]uint32, 1, u.Len()+1)} // unit -> the people of its places
	// of those met in this unit: 1 + index of voice
	voice := make([]int, u.people)
	for k := range u.Len() {
		first := int(u.voices.starts[k])
		for i, p := range u.voices.at(k) {
			voice[p] = 1 + first + i
		}
		for i, p := range u.audience.at(k) {
			at := place{
				voice: voice[p] - 1, audience: int(u.audience.starts[k]) + i, person: p,
				unit: int32(k),
			}
			voice[p] = 0
			x.add(at)
			all.items = append(all.items, p)
		}
		for _, p := range u.voices.at(k) {
			if voice[p] == 0 {
				continue
			}
			x.add(place{voice: voice[p] - 1, audience: -1, person: p, unit: int32(k)})
			voice[p] = 0
			all.items = append(all.items, p)
		}
		all.end()
	}
	x.units = transpose(all, u.people, rows{})
	return x
}

func (x *exchange) add(at place) {
	kind := 0
	switch {
	case at.audience < 0:
		kind = 1
	case at.voice < 0:
		kind = 2
	}
	x.places[kind] = append(x.places[kind], at)
}

// single reports whether nobody has two places, so that every exchange is allowed.
func (x *exchange) single() bool {
	for p := range x.units.len() {
		if len(x.units.at(p)) > 1 {
			return false
		}
	}
	return true
}

// shuffle is the shuffle of Fisher and Yates without the exchanges that would put somebody twice in
// a unit: in so many passes, and where most are not allowed in more, up to 64, until half as many
// exchanges between units were made as those passes try.
func (x *exchange) shuffle(places []place, passes int, src Source) {
	moved := 0
	for pass := 1; pass <= 64; pass++ {
		for i := len(places) - 1; i > 0; i-- {
			if x.try(&places[i], &places[src.IntN(i+1)]) {
				moved++
			}
		}
		if pass >= passes && (moved == 0 || 2*moved >= passes*len(places)) {
			return
		}
	}
}

// try exchanges the people of two places unless one of them would be twice in a unit. It reports
// whether they changed units.
func (x *exchange) try(a, b *place) bool {
	if a.unit == b.unit {
		a.person, b.person = b.person, a.person
		return false
	}
	mine, his := x.units.at(int(a.person)), x.units.at(int(b.person))
	if a.person == b.person || slices.Contains(mine, b.unit) || slices.Contains(his, a.unit) {
		return false
	}
	replace(mine, a.unit, b.unit)
	replace(his, b.unit, a.unit)
	a.person, b.person = b.person, a.person
	return true
}

// replace puts one number in the place of another of a list.
func replace(list []int32, old, by int32) { list[slices.Index(list, old)] = by }
