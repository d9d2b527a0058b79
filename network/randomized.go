package network

import "errors"

// Randomized is the control beside an organization: the same contact, its arrangement left to
// chance. There are as many units, of the same sizes, every person has as many seats as Of gives
// him, and the members are drawn at random, as Reshuffle says: ranks and ties stay with the seats
// in the units. Of circles, implicit or lasting, the graph is drawn anew with the same degrees
// (RewireDegrees).
//
// Where Of is a Rewirer, it rewires and the outcome is randomized again before every tick, so that
// at no tick the arrangement is the structure's; memberships then do not last from tick to tick,
// even if Of changes few of them. Randomized Pairs are Pairs. Where Of is none, Rewire does
// nothing, and RewirerOf says so.
type Randomized struct {
	Of Structure
}

// Validate reports a missing structure, and what the structure's own Validate reports.
func (s Randomized) Validate() error {
	if s.Of == nil {
		return errors.New("network: Randomized.Of is nil, want a structure")
	}
	return validate(s.Of)
}

// Build builds Of and randomizes it. No structure and the errors of Of are errors.
func (s Randomized) Build(n int, src Source) (*Units, error) {
	if err := s.Validate(); err != nil {
		return nil, err
	}
	u, err := s.Of.Build(n, src)
	if err != nil {
		return nil, err
	}
	s.randomize(u, src)
	return u, nil
}

// Rewire lets Of rewire the units, if it does, and randomizes them again.
func (s Randomized) Rewire(u *Units, tick int, src Source) {
	if of, ok := RewirerOf(s.Of); ok {
		of.Rewire(u, tick, src)
		s.randomize(u, src)
	}
}

// RewirerOf returns a structure as a Rewirer if it changes by itself. Randomized always has the
// method, but changes only if its Of does; so ask here rather than by a type assertion.
func RewirerOf(s Structure) (r Rewirer, ok bool) {
	if randomized, is := s.(Randomized); is {
		if _, ok := RewirerOf(randomized.Of); !ok {
			return nil, false
		}
	}
	r, ok = s.(Rewirer)
	return r, ok
}

func (s Randomized) randomize(u *Units, src Source) {
	if _, ok := s.Of.(Pairs); ok {
		return
	}
	if u.graph == nil {
		if err := u.Reshuffle(src); err != nil {
			panic(err) // only circles cannot be reshuffled
		}
		return
	}
	g := RewireDegrees(u.graph, src)
	if u.circles == nil {
		*u = *lastingCircles(g)
		return
	}
	spare := u.spare
	*u = *NewCircles(g)
	u.spare = spare
}
