package network

import (
	"fmt"
	"slices"
)

// Revise returns units over the same people, in the storage of room: units that nobody uses any
// more, or nil. The people of unit k are those of units[given[k]] or, if given[k] is -1, those of
// unit from[k] of u. It hears the units that unit from[k] of u hears, in their new numbers, without
// those that from does not name. If from[k] is -1 it hears none. What units say of units that they
// hear is ignored.
//
// People out of range, people listed twice and weights out of range are errors, as for NewUnits.
// from names units in range, none twice, and given has the same length. u are not implicit circles,
// and room is not u. Else it panics.
func (u *Units) Revise(from, given []int, units []Membership, room *Units) (*Units, error) {
	if len(from) != len(given) || u.circles != nil || u == room {
		panic("network: Revise of circles, in the same units, or by lists of different lengths")
	}
	for _, unit := range from {
		if unit < -1 || unit >= u.Len() {
			panic(fmt.Sprintf("network: Revise from unit %d of %d", unit, u.Len()))
		}
	}
	if err := checkUnits(units); err != nil {
		return nil, err
	}
	if room == nil {
		room = new(Units)
	}
	if room.revised == nil {
		room.revised = new(Units)
	}
	v := room.revised
	v.people = u.people
	if err := v.addPeople(units); err != nil {
		return nil, err
	}
	r := revision{[2]*Units{u, v}, from, given}
	w, voices, audience := room, room.voices, room.ownAudience()
	ranks, ties := room.ranks, room.ties
	*w = Units{
		people: u.people, together: u.together && v.together, seats: room.seats, revised: v,
	}
	w.voices = r.rows(inVoices, voices)
	if w.audience = w.voices; !w.together {
		w.audience = r.rows(inAudience, audience)
	}
	w.ranks = eachVoice(&r, inRanks, Member, ranks)
	w.ties = eachVoice(&r, inTies, 1, ties)
	w.hear(u, from)
	w.seat()
	w.measure()
	return w, nil
}

func inVoices(u *Units) *rows   { return &u.voices }
func inAudience(u *Units) *rows { return &u.audience }
func inRanks(u *Units) []Rank   { return u.ranks }
func inTies(u *Units) []float32 { return u.ties }

// ownAudience returns the storage of the audiences, if it is not that of the voices.
func (u *Units) ownAudience() rows {
	if u.together {
		return rows{}
	}
	return u.audience
}

// revision is where the people of each revised unit come from: unit given[k] of the second units,
// or if that is -1 unit from[k] of the first.
type revision struct {
	units       [2]*Units
	from, given []int
}

// at returns the units, and the unit, from which the people of revised unit k come.
func (r *revision) at(k int) (u *Units, unit int) {
	if r.given[k] >= 0 {
		return r.units[1], r.given[k]
	}
	return r.units[0], r.from[k]
}

// stretches calls found for each stretch of revised units whose people come from units that follow
// each other, first..end-1 of u.
func (r *revision) stretches(found func(u *Units, first, end int)) {
	for k := 0; k < len(r.from); {
		u, first := r.at(k)
		end := first + 1
		for k++; k < len(r.from); k++ {
			if next, unit := r.at(k); next != u || unit != end {
				break
			}
			end++
		}
		found(u, first, end)
	}
}

// rows returns the rows of the revised units, in the storage of room.
func (r *revision) rows(in func(u *Units) *rows, room rows) rows {
	w := room.emptied()
	r.stretches(func(u *Units, first, end int) { w.add(in(u), first, end) })
	return w
}

// eachVoice returns what the revised units list of their voices, in the storage of room, or nil if
// that is plain everywhere. Units that list nil list plain.
func eachVoice[T comparable](r *revision, in func(u *Units) []T, plain T, room []T) []T {
	if in(r.units[0]) == nil && in(r.units[1]) == nil {
		return nil
	}
	all := room[:0]
	r.stretches(func(u *Units, first, end int) {
		low, high := u.voices.starts[first], u.voices.starts[end]
		if list := in(u); list != nil {
			all = append(all, list[low:high]...)
			return
		}
		for range high - low {
			all = append(all, plain)
		}
	})
	if !slices.ContainsFunc(all, func(x T) bool { return x != plain }) {
		return nil
	}
	return all
}

// hear lists the units that each unit hears, as those of u do from which they come.
func (w *Units) hear(u *Units, from []int) {
	if !u.Nested() {
		return
	}
	number := slices.Repeat([]int32{-1}, u.Len())
	for k, old := range from {
		if old >= 0 {
			number[old] = int32(k)
		}
	}
	heard, ranks := emptyRows(), []Rank(nil)
	for _, old := range from {
		for i := 0; old >= 0 && i < len(u.Heard(old)); i++ {
			other := number[u.Heard(old)[i]]
			if other < 0 {
				continue
			}
			heard.items = append(heard.items, other)
			if of := u.HeardRanks(old); of != nil {
				ranks = append(ranks, of[i])
			}
		}
		heard.end()
	}
	if len(heard.items) > 0 {
		w.heard = heard
	}
	if slices.ContainsFunc(ranks, func(r Rank) bool { return r != Member }) {
		w.heardRanks = ranks
	}
}
