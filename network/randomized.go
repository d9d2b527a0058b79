package network

import (
	"errors"
	"fmt"
)

// Randomized is the control of another structure: it keeps the amount of contact and draws the
// arrangement at random. It has as many units of the same sizes as Of, and every person has as many
// seats. The members are drawn as Reshuffle says: ranks and weights stay with the places in the
// units. For circles, implicit or lasting, it draws a graph with the same degrees (RewireDegrees).
//
// Connected draws from the connected arrangements only: all people, and the units in which they are
// heard or learn, are one component. Without it, chance can split an organization with few seats
// into parts, which says nothing about its contact. All connected arrangements are equally likely.
// They are drawn in this way:
//
//   - A tree of people and units has the fewest places that connect them. With that number of
//     places, as in a hierarchy, or one more, arrangements are drawn directly and exactly (see
//     tree.go). It takes some ms for ten thousand people.
//   - Otherwise up to 16 arrangements are drawn as without Connected, and the first connected one
//     is taken.
//   - If none is connected, places are exchanged one by one, and arrangements may fall apart for a
//     while. It ends after 16 exchanges a place that were tried while all was connected (see
//     joiner.go). It takes about 1 ms for a hundred people, .2 s for a thousand, and a hundred
//     times that for ten thousand.
//   - For circles up to 1,000 graphs are drawn, until one is connected by its ties in either
//     direction.
//
// If Of is a Rewirer, then before every tick it rewires, and the result is randomized again. So at
// no tick is the arrangement the one of Of. Memberships then do not last from tick to tick, even if
// Of changes few of them. Randomized Pairs are the same as Pairs. If Of is not a Rewirer, Rewire
// does nothing; RewirerOf tells the two cases apart.
type Randomized struct {
	Of        Structure
	Connected bool // draw connected arrangements only; not with a Rewirer
}

// Validate reports a missing structure, what the structure's own Validate reports, and Connected
// with a Rewirer.
func (s Randomized) Validate() error {
	if s.Of == nil {
		return errors.New("network: Randomized.Of is nil, want a structure")
	}
	if _, ok := RewirerOf(s.Of); ok && s.Connected {
		return fmt.Errorf("network: Randomized.Connected is set, and %T changes by itself", s.Of)
	}
	return validate(s.Of)
}

// Build builds Of and randomizes it. A missing structure and the errors of Of are errors. With
// Connected there are two more. ErrApart, before anything is drawn, says that the places are too
// few to connect all people and units. Another error says that no connected arrangement was found.
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

// Rewire rewires the units by Of and randomizes them again. It does nothing if Of is no Rewirer.
func (s Randomized) Rewire(u *Units, tick int, src Source) {
	if of, ok := RewirerOf(s.Of); ok {
		of.Rewire(u, tick, src)
		s.randomize(u, src)
	}
}

// RewirerOf returns s as a Rewirer if its units change from tick to tick. A type assertion does not
// tell: Randomized always has the method Rewire, but changes its units only if its Of does.
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

// encircle replaces the units by the circles of another graph, implicit or lasting as before.
func (u *Units) encircle(g *Graph) {
	if u.circles == nil {
		u.become(lastingCircles(g))
		return
	}
	spare := u.spare
	u.become(NewCircles(g))
	u.spare = spare
}
