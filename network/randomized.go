package network

import (
	"errors"
	"fmt"
)

// Randomized is the control beside an organization: the same contact, its arrangement left to
// chance. There are as many units, of the same sizes, every person has as many seats as Of gives
// him, and the members are drawn at random, as Reshuffle says: ranks and ties stay with the seats
// in the units. Of circles, implicit or lasting, the graph is drawn anew with the same degrees
// (RewireDegrees).
//
// Connected draws among the arrangements that hang together: in which people, and the units in
// which they are heard or learn, are one component. Chance lets sparse organizations fall apart,
// which is not a matter of their contact. Each arrangement that hangs together is equally likely:
//
//   - with no place to spare, as in a hierarchy, or one, arrangements are drawn directly, and
//     exactly so (see tree); some ms for ten thousand people;
//   - else up to 16 draws are made as without Connected, and the first that hangs together is it;
//   - where none does, places are exchanged one by one, through arrangements that fall apart for a
//     while, until 16 exchanges a place were tried with all together (see joiner): about 1 ms for a
//     hundred people, .2 s for a thousand, and a hundred times that for ten thousand;
//   - of circles up to 1,000 graphs are drawn, until one hangs together by its ties in either
//     direction.
//
// Where Of is a Rewirer, it rewires and the outcome is randomized again before every tick, so that
// at no tick the arrangement is the structure's; memberships then do not last from tick to tick,
// even if Of changes few of them. Randomized Pairs are Pairs. Where Of is none, Rewire does
// nothing, and RewirerOf says so.
type Randomized struct {
	Of        Structure
	Connected bool // only arrangements that hang together; not with a Rewirer
}

// Validate reports a missing structure, what the structure's own Validate reports, and Connected
// beside a structure that changes by itself.
func (s Randomized) Validate() error {
	if s.Of == nil {
		return errors.New("network: Randomized.Of is nil, want a structure")
	}
	if _, ok := RewirerOf(s.Of); ok && s.Connected {
		return fmt.Errorf("network: Randomized.Connected is set, and %T changes by itself", s.Of)
	}
	return validate(s.Of)
}

// Build builds Of and randomizes it. No structure and the errors of Of are errors. So is Connected
// where too few seats join too many people and units (ErrApart, before anything is drawn), and
// where none that hangs together was found.
func (s Randomized) Build(n int, src Source) (*Units, error) {
	if err := s.Validate(); err != nil {
		return nil, err
	}
	u, err := s.Of.Build(n, src)
	if err != nil || u == nil {
		return nil, err
	}
	u = u.Clone(false) // what Of keeps must not change
	if s.Connected {
		return u.connected(src)
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
	u.encircle(RewireDegrees(u.graph, src))
}

// encircle makes the units the circles of another graph, implicit or lasting as they were.
func (u *Units) encircle(g *Graph) {
	if u.circles == nil {
		u.become(lastingCircles(g))
		return
	}
	spare := u.spare
	u.become(NewCircles(g))
	u.spare = spare
}
