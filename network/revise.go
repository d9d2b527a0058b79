package network

import "slices"

// Revise returns units over the same people. The people of unit k are those of unit given[k] of v,
// or, if that is -1, those of unit from[k] of u. It hears the units that unit from[k] of u hears,
// in their new numbers, without those that from does not name. If from[k] is -1 it hears none. from
// names no unit twice, given has the same length, and v has the same people. Neither u nor v are
// circles. Else it panics.
func (u *Units) Revise(from, given []int, v *Units) *Units {
	if u.people != v.people || len(from) != len(given) || u.circles != nil || v.circles != nil {
		panic("network: Revise of circles, or of units that do not fit together")
	}
	r := revision{[2]*Units{u, v}, make([][2]int, len(from))}
	for k, unit := range given {
		if r.of[k] = [2]int{1, unit}; unit < 0 {
			r.of[k] = [2]int{0, from[k]}
		}
	}
	w := &Units{people: u.people, together: u.together && v.together}
	w.voices = r.rows(func(u *Units) *rows { return &u.voices })
	if w.audience = w.voices; !w.together {
		w.audience = r.rows(func(u *Units) *rows { return &u.audience })
	}
	w.ranks = eachVoice(&r, (*Units).Ranks, Member)
	w.ties = eachVoice(&r, (*Units).Weights, 1)
	w.hear(u, from)
	w.seat()
	w.measure()
	return w
}

// revision is where the people of each revised unit come from: a number of units, and a unit.
type revision struct {
	units [2]*Units
	of    [][2]int
}

// voices is the number of voices of the revised units.
func (r *revision) voices() (n int) {
	for _, at := range r.of {
		n += len(r.units[at[0]].Voices(at[1]))
	}
	return n
}

// rows returns the rows of the revised units.
func (r *revision) rows(in func(u *Units) *rows) rows {
	from, n := [2]*rows{in(r.units[0]), in(r.units[1])}, 0
	for _, at := range r.of {
		n += len(from[at[0]].at(at[1]))
	}
	w := rows{make([]uint32, 1, len(r.of)+1), make([]int32, 0, n)}
	for _, at := range r.of {
		w.items = append(w.items, from[at[0]].at(at[1])...)
		w.end()
	}
	return w
}

// eachVoice returns what the revised units list of their voices, or nil if that is plain
// everywhere. Units that list nil list plain.
func eachVoice[T comparable](r *revision, in func(u *Units, unit int) []T, plain T) (all []T) {
	if in(r.units[0], 0) == nil && in(r.units[1], 0) == nil {
		return nil
	}
	special := false
	all = make([]T, 0, r.voices())
	for _, at := range r.of {
		u := r.units[at[0]]
		list := in(u, at[1])
		if all = append(all, list...); list == nil {
			all = append(all, slices.Repeat([]T{plain}, len(u.Voices(at[1])))...)
		}
		special = special || slices.ContainsFunc(list, func(x T) bool { return x != plain })
	}
	if !special {
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
