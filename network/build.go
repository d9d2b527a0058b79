package network

import (
	"fmt"
	"math"
	"slices"
)

// NewUnits returns the given units over n people. Every person is in 0..n-1. Nobody may be twice
// among the voices of one unit, or twice in its audience. A weight is a finite number of at least
// 0. Heard names other units in range, each once. A violation is an error that names the unit and,
// where there is one, the person.
func NewUnits(n int, units ...Membership) (*Units, error) {
	if err := checkPeople(n); err != nil {
		return nil, err
	}
	if err := checkUnits(units); err != nil {
		return nil, err
	}
	u := &Units{people: n}
	if err := u.addPeople(units); err != nil {
		return nil, err
	}
	if err := u.addHeard(units); err != nil {
		return nil, err
	}
	if u.together {
		u.audience = u.voices
	}
	u.spare = nil
	u.seat()
	u.measure()
	return u, nil
}

// addPeople lists the people of the units, in the storage of u. It notes whether every audience is
// its unit's voices.
func (u *Units) addPeople(units []Membership) error {
	u.voices, u.audience = u.voices.emptied(), u.audience.emptied()
	u.ranks, u.ties = u.ranks[:0], u.ties[:0]
	u.spare = slices.Grow(u.spare[:0], u.people)[:u.people]
	if err := u.addVoices(units); err != nil {
		return err
	}
	if err := u.addAudiences(units); err != nil {
		return err
	}
	u.together = slices.Equal(u.voices.starts, u.audience.starts) &&
		slices.Equal(u.voices.items, u.audience.items)
	return nil
}

// checkPeople returns an error if the number of people is out of its range.
func checkPeople(n int) error { return checkSize(n, 0) }

// checkUnits returns an error if there are too many units or too many places in them.
func checkUnits(units []Membership) error {
	if len(units) > maxUnits {
		return fmt.Errorf("network: %d units, want at most %d", len(units), maxUnits)
	}
	places := int64(0)
	for _, unit := range units {
		places += int64(len(unit.Voices)) + int64(len(unit.Audience))
	}
	if places > maxPlaces {
		return fmt.Errorf("network: %d voices and people in audiences, want at most %d",
			places, uint32(maxPlaces))
	}
	return nil
}

// addVoices lists the voices of the units. It stores no ranks if all are Member, and no weights if
// all are 1.
func (u *Units) addVoices(units []Membership) error {
	met := u.spare // the last unit, counted from 1, that listed the person
	clear(met)
	ranked, tied := false, false
	for k := range units {
		for _, s := range units[k].Voices {
			if err := meet(met, s.Person, k, "voices"); err != nil {
				return err
			}
			if !(s.Weight >= 0 && s.Weight <= math.MaxFloat32) {
				return fmt.Errorf("network: unit %d: the tie of person %d is %v, want a finite "+
					"number of at least 0", k, s.Person, s.Weight)
			}
			ranked, tied = ranked || s.Rank != Member, tied || s.Weight != 1
			u.voices.items = append(u.voices.items, s.Person)
		}
		u.voices.end()
	}
	u.ranks = eachOf(units, ranked, u.ranks, func(s *Voice) Rank { return s.Rank })
	u.ties = eachOf(units, tied, u.ties, func(s *Voice) float32 { return s.Weight })
	return nil
}

// eachOf lists something of all voices of some units, in the storage of room, or returns nil if it
// need not be listed.
func eachOf[T any](units []Membership, listed bool, room []T, of func(s *Voice) T) []T {
	if !listed {
		return nil
	}
	for k := range units {
		for i := range units[k].Voices {
			room = append(room, of(&units[k].Voices[i]))
		}
	}
	return room
}

func (u *Units) addAudiences(units []Membership) error {
	met := u.spare
	clear(met)
	for k, unit := range units {
		if unit.Audience == nil {
			u.audience.items = append(u.audience.items, u.voices.at(k)...)
		}
		for _, p := range unit.Audience {
			if err := meet(met, p, k, "audience"); err != nil {
				return err
			}
			u.audience.items = append(u.audience.items, p)
		}
		u.audience.end()
	}
	return nil
}

func meet(met []int32, p int32, unit int, list string) error {
	if p < 0 || int(p) >= len(met) {
		return fmt.Errorf("network: unit %d: person %d among the %s, want 0 to %d",
			unit, p, list, len(met)-1)
	}
	if met[p] == int32(unit)+1 {
		return fmt.Errorf("network: unit %d: person %d is twice among the %s", unit, p, list)
	}
	met[p] = int32(unit) + 1
	return nil
}

// assemble returns units that keep the given lists. Nil ranks stand for all Member.
func assemble(n int, voices rows, ranks []Rank, audience rows) *Units {
	u := &Units{people: n, voices: voices, ranks: ranks, audience: audience}
	u.seat()
	u.measure()
	return u
}

// assembleTogether returns units in which the voices of each are also its audience.
func assembleTogether(n int, members rows, ranks []Rank) *Units {
	u := &Units{people: n, voices: members, ranks: ranks, audience: members, together: true}
	u.seat()
	u.measure()
	return u
}

// seat fills the seats from the audiences, in the order of the units. It reuses the storage of the
// old seats.
func (u *Units) seat() { u.seats = transpose(u.audience, u.people, u.seats) }

// transpose returns rows whose row j holds i, ascending, wherever row i of r holds j. It reuses the
// storage of old if it fits. Every item of r is in 0..n-1.
func transpose(r rows, n int, old rows) rows {
	t := rows{
		starts: slices.Grow(old.starts[:0], n+1)[:n+1],
		items:  slices.Grow(old.items[:0], len(r.items))[:len(r.items)],
	}
	clear(t.starts)
	for _, j := range r.items {
		t.starts[j]++
	}
	startRows(t.starts)
	for i := range r.len() {
		for _, j := range r.at(i) {
			t.items[t.starts[j]] = int32(i)
			t.starts[j]++
		}
	}
	rewindRows(t.starts)
	return t
}

func emptyRows() rows { return rows{starts: []uint32{0}} }

// emptied returns no rows, in the storage of r.
func (r *rows) emptied() rows { return rows{append(r.starts[:0], 0), r.items[:0]} }

// add appends the rows first..end-1 of another list.
func (r *rows) add(from *rows, first, end int) {
	low, high, by := from.starts[first], from.starts[end], uint32(len(r.items))
	r.items = append(r.items, from.items[low:high]...)
	for _, at := range from.starts[first+1 : end+1] {
		r.starts = append(r.starts, at-low+by)
	}
}

// end closes the row that items were appended to.
func (r *rows) end() { r.starts = append(r.starts, uint32(len(r.items))) }
