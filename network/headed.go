package network

import (
	"fmt"
	"slices"
)

// Headed puts a head over the units of another structure: a top unit that hears some of them and
// may be heard in all. It hears every unit that is no community of practice (Units.IsCommunity).
// Of the communities it hears the share Up: those have a way up for their norms, and the others are
// invisible to management (Huysman 2004, in Tsoukas and Mylonopoulos, Organizations as Knowledge
// Systems, ch. 4). Nobody has a seat in the head, so attention, seats and ties between people are
// those of Of. The head is the last unit (Units.Top).
//
// Of C communities, round(Up C) are heard, spread evenly over their numbers. With Up 1 and without
// Down it is Nested{Of: s.Of}; with Up 0 it is that with Formal.
//
// With Down the norm of the head is a voice in every unit, also in those that it does not hear. It
// has the rank Leader there.
type Headed struct {
	Of   Structure
	Up   float64 // share of the communities of practice that the head hears, 0 to 1
	Down bool    // the head is heard in all units, as a leader
}

// Validate reports a missing Of, one that changes by itself, what it reports itself, and an Up
// outside 0 to 1.
func (s Headed) Validate() error {
	if !(s.Up >= 0 && s.Up <= 1) {
		return fmt.Errorf("network: Headed.Up is %v, want 0 to 1", s.Up)
	}
	return checkWrapped("Headed", s.Of)
}

// Fits reports what Of reports.
func (s Headed) Fits(dimensions, people int) error {
	return fitsWrapped(s, s.Of, dimensions, people)
}

// Build builds Of and adds the head. What Validate reports, the errors of Of, circles, no units at
// all, units that are parents already, and a head that hears nobody are errors.
func (s Headed) Build(n int, src Source) (*Units, error) {
	if err := s.Validate(); err != nil {
		return nil, err
	}
	units, err := buildWrapped("Headed", s.Of, n, src)
	if err != nil {
		return nil, err
	}
	if err := noParents("Headed", s.Of, units); err != nil {
		return nil, err
	}
	head := Membership{Audience: []int32{}, Heard: s.hears(units)}
	if len(head.Heard) == 0 {
		return nil,
			fmt.Errorf("network: Headed.Up is %v, and Headed.Of is %T, whose units are all "+
				"communities of practice: the head hears nobody", s.Up, s.Of)
	}
	for k := range units {
		if s.Down {
			Nested{Down: true, Leads: true}.hearParent(&units[k], int32(len(units)))
		}
	}
	return NewUnits(n, append(units, head)...)
}

// hears are the units that the head hears.
func (s Headed) hears(units []Membership) (heard []int32) {
	communities := 0
	for _, unit := range units {
		if isCommunity(unit.Voices) {
			communities++
		}
	}
	up, met := int(float64(s.Up*float64(communities))+.5), 0
	for k, unit := range units {
		if isCommunity(unit.Voices) {
			met++
			if met*up/communities == (met-1)*up/communities {
				continue
			}
		}
		heard = append(heard, int32(k))
	}
	return heard
}

// IsCommunity reports whether a unit is a community of practice: somebody who speaks there has the
// rank Core, and everybody else who does leads it.
func (u *Units) IsCommunity(unit int) bool { return areCore(u.Ranks(unit)) }

// isCommunity is IsCommunity for the voices of a unit.
func isCommunity(voices []Voice) bool {
	ranks := make([]Rank, len(voices))
	for k, v := range voices {
		ranks[k] = v.Rank
	}
	return areCore(ranks)
}

func areCore(ranks []Rank) bool {
	return slices.Contains(ranks, Core) &&
		!slices.ContainsFunc(ranks, func(r Rank) bool { return r != Core && r != Leader })
}
