package network

import (
	"cmp"
	"errors"
	"slices"
)

// Reshuffle lets people exchange their places at random, in place, as when staff are moved. Units
// keep their numbers, norms and sizes, and every person keeps his number of seats. A rank and a
// weight stay with the place in the unit, so a unit with one Leader has one afterwards.
//
// There are three kinds of places: heard and learning, only heard, and only learning. People
// exchange places of the same kind only. So everyone also keeps the number of units in which he is
// heard.
//
// The exchanges are tried in passes, usually one if nobody has two places and three otherwise. A
// pass tries as many exchanges as there are places. An exchange that would put somebody twice in a
// unit is not made. An exchange and its reverse are equally likely, so all arrangements that can be
// reached are about equally likely. If nobody has two seats, they are exactly so after one pass. It
// takes about 0.1 µs a place and pass.
//
// Circles cannot be reshuffled, because their places are the ties of a graph; this is an error. Use
// RewireDegrees or Randomized for them.
func (u *Units) Reshuffle(src Source) error { return u.ReshuffleAmong(src, nil) }

// ReshuffleAmong is Reshuffle within classes of places. class gives the class of a place, from its
// unit, the person who has it, and its rank: Member for people who are not heard. People exchange
// places of the same class only, and who has a place of a negative class stays. The classes are
// shuffled in ascending order. A nil class puts all places into one.
func (u *Units) ReshuffleAmong(
	src Source, class func(unit int, person int32, rank Rank) int,
) error {
	u.mustBeOwn()
	if u.graph != nil {
		return errors.New("network: circles cannot be reshuffled, their seats are the ties of a " +
			"graph")
	}
	x := newExchange(u)
	if class == nil {
		x.reshuffle(src)
	} else {
		x.reshuffleAmong(src, func(at place) int {
			return class(int(at.unit), at.person, u.rankAt(at.voice))
		})
	}
	u.take(x)
	return nil
}

// reshuffle exchanges places within each kind.
func (x *exchange) reshuffle(src Source) {
	passes := x.passes()
	for _, places := range x.places {
		x.shuffle(places, passes, src)
	}
}

// reshuffleAmong exchanges places within each kind and class.
func (x *exchange) reshuffleAmong(src Source, class func(at place) int) {
	passes := x.passes()
	for _, places := range x.places {
		for _, some := range classes(places, class) {
			x.shuffle(some, passes, src)
		}
	}
}

func (x *exchange) passes() int {
	if x.single() {
		return 1
	}
	return 3
}

// classes sorts places by their class, and returns the runs of those that may be exchanged.
func classes(places []place, class func(at place) int) (runs [][]place) {
	type classed struct {
		place
		class int
	}
	all := make([]classed, len(places))
	for i, at := range places {
		all[i] = classed{at, class(at)}
	}
	slices.SortStableFunc(all, func(a, b classed) int { return cmp.Compare(a.class, b.class) })
	first := 0
	for i, at := range all {
		places[i] = at.place
		if i+1 == len(all) || all[i+1].class != at.class {
			if at.class >= 0 {
				runs = append(runs, places[first:i+1])
			}
			first = i + 1
		}
	}
	return runs
}

// rankAt is the rank of a voice, by its index among all voices; -1 stands for none.
func (u *Units) rankAt(voice int) Rank {
	if u.ranks == nil || voice < 0 {
		return Member
	}
	return u.ranks[voice]
}

// take writes the people of the exchanged places into the lists of the units.
func (u *Units) take(x *exchange) {
	for _, places := range x.places {
		for _, at := range places {
			u.put(at)
		}
	}
	u.seat()
}

// put writes the person of a place into the lists of its unit.
func (u *Units) put(at place) {
	if at.voice >= 0 {
		u.voices.items[at.voice] = at.person
	}
	if at.audience >= 0 {
		u.audience.items[at.audience] = at.person
	}
}

// A place is a person's position in one unit: an index among all voices, one among all audiences,
// or both. An index of -1 stands for none.
type place struct {
	voice, audience int
	person, unit    int32
}

// An exchange holds all places by kind, so that people can exchange them. The kinds are voice and
// audience, voice only, and audience only. units lists the units of each person's places, in any
// order.
type exchange struct {
	places [3][]place
	units  rows
}

func newExchange(u *Units) *exchange {
	x := &exchange{}
	all := rows{starts: make([]uint32, 1, u.Len()+1)} // unit -> the people of its places
	// voice[p] is 1 plus the index of p among all voices, while p is met in this unit; else 0
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

// single reports whether nobody has two places. Then every exchange is allowed.
func (x *exchange) single() bool {
	for p := range x.units.len() {
		if len(x.units.at(p)) > 1 {
			return false
		}
	}
	return true
}

// shuffle is the Fisher-Yates shuffle without the exchanges that would put somebody twice in a
// unit. It makes the given number of passes. If few exchanges are allowed, it makes more, up to 64,
// until the exchanges between units are half as many as those passes try.
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

// try exchanges the people of two places, unless that would put one of them twice in a unit. It
// reports whether they changed units.
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

// replace replaces a number of a list by another.
func replace(list []int32, old, by int32) { list[slices.Index(list, old)] = by }
