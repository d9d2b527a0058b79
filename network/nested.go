package network

import (
	"errors"
	"fmt"
)

// Nested puts the units of another structure into parent units, and these into parents of their
// own, up to one top unit. The norm of a unit is a voice in its parent, with its score as standing.
// So what is knowledge in a team can become knowledge in the organization.
//
// Nobody has a seat in a parent, so attention, seats and ties between people are those of Of. The
// units are first those of Of, and then the parents, level by level; the last unit is the top
// (Units.Levels, Units.Parents, Units.Top). The children of a parent are consecutive units. k units
// have k/Fan parents, rounded down, and at least one. The numbers of their children differ by at
// most one.
//
// Down lets a parent's norm be a voice in each of its children too, so that what the organization
// knows is a part of what a team knows. Leads gives that voice the rank Leader. Then
// agents.Authority weighs it, agents.Screen lets it veto, and agents.Decree lets it decide. In a
// unit that has a leader of its own, both are leaders.
//
// Reshuffle, RotateLeaders and Randomized of a Nested move people in the units of Of, and keep the
// nesting. A norm rises one level a tick. With Formal, some units are in no parent, and the
// children of a parent are consecutive among the others.
//
// Sources: T. L. Berger and P. Luckmann, The Social Construction of Reality (1966), for norms that
// become objective in a wider unit; M. Huysman and D. de Wit, Knowledge Sharing in Practice (2002),
// for local knowledge that becomes organizational.
type Nested struct {
	Of    Structure
	Fan   int  // children of a parent, 2 or more (0: one top unit is the parent of all)
	Down  bool // the parent's norm is heard in its children
	Leads bool // it is a leader there; only with Down
	// Formal leaves communities of practice (Units.IsCommunity) without a parent. So nobody above
	// hears them. Huysman (2004) says that communities are invisible to management.
	Formal bool
}

// Validate reports a missing Of, one that changes by itself, what it reports itself, a Fan of 1 or
// below 0, and Leads without Down.
func (s Nested) Validate() error {
	if err := checkWrapped("Nested", s.Of); err != nil {
		return err
	}
	switch {
	case s.Fan < 0 || s.Fan == 1:
		return fmt.Errorf("network: Nested.Fan is %d, want 2 or more, or 0 (all)", s.Fan)
	case s.Leads && !s.Down:
		return errors.New("network: Nested.Leads is set without Nested.Down: the children do not " +
			"hear the parent")
	}
	return nil
}

// checkWrapped returns an error for a structure that another cannot be built from: it is missing,
// changes by itself or is not valid.
func checkWrapped(kind string, of Structure) error {
	if of == nil {
		return fmt.Errorf("network: %s.Of is nil, want a structure", kind)
	}
	if _, ok := RewirerOf(of); ok {
		return fmt.Errorf("network: %s.Of is %T, want a structure that does not change by itself",
			kind, of)
	}
	return validate(of)
}

// buildWrapped returns the units of a structure as lists. Circles are an error.
func buildWrapped(kind string, of Structure, n int, src Source) ([]Membership, error) {
	u, err := of.Build(n, src)
	if err != nil {
		return nil, err
	}
	if u == nil || u.graph != nil {
		return nil, fmt.Errorf("network: %s.Of is %T, which gives no units but circles", kind, of)
	}
	units := make([]Membership, u.Len())
	for k := range units {
		units[k] = u.Membership(k)
	}
	return units, nil
}

// Build builds Of and adds the parents. What Validate reports, the errors of Of, circles, no units
// at all and units that are parents already are errors.
func (s Nested) Build(n int, src Source) (*Units, error) {
	if err := s.Validate(); err != nil {
		return nil, err
	}
	units, err := buildWrapped("Nested", s.Of, n, src)
	if err != nil {
		return nil, err
	}
	if err := noParents("Nested", s.Of, units); err != nil {
		return nil, err
	}
	children := s.children(units)
	if len(children) == 0 {
		return nil, fmt.Errorf("network: Nested.Formal is set, and Nested.Of is %T, whose units "+
			"are all communities of practice", s.Of)
	}
	for level := 0; level == 0 || len(children) > 1; level++ {
		first := len(units)
		units = s.addParents(units, children)
		children = upTo(first, len(units))
	}
	return NewUnits(n, units...)
}

// noParents reports a structure that gives no units, or units that are parents already.
func noParents(kind string, of Structure, units []Membership) error {
	if len(units) == 0 {
		return fmt.Errorf("network: %s.Of is %T, which gives no units", kind, of)
	}
	for k, unit := range units {
		if len(unit.Heard) > 0 && len(unit.Voices) == 0 {
			return fmt.Errorf("network: %s.Of is %T, whose unit %d is a parent already", kind,
				of, k)
		}
	}
	return nil
}

// children are the units that get a parent first.
func (s Nested) children(units []Membership) (all []int32) {
	for k, unit := range units {
		if !s.Formal || !isCommunity(unit.Voices) {
			all = append(all, int32(k))
		}
	}
	return all
}

// upTo are the numbers from first to end-1.
func upTo(first, end int) (all []int32) {
	for k := first; k < end; k++ {
		all = append(all, int32(k))
	}
	return all
}

// addParents adds the parents of some units.
func (s Nested) addParents(units []Membership, children []int32) []Membership {
	parents := 1
	if s.Fan > 0 {
		parents = max(1, len(children)/s.Fan)
	}
	groups := consecutive(len(children), parents)
	for k := range parents {
		parent := Membership{Audience: []int32{}}
		for _, at := range groups.at(k) {
			child := children[at]
			parent.Heard = append(parent.Heard, child)
			if s.Down {
				s.hearParent(&units[child], int32(len(units)))
			}
		}
		units = append(units, parent)
	}
	return units
}

// hearParent lets a unit hear its parent.
func (s Nested) hearParent(child *Membership, parent int32) {
	ranks := make([]Rank, len(child.Heard)+1)
	copy(ranks, child.HeardRanks)
	if s.Leads {
		ranks[len(child.Heard)] = Leader
	}
	child.Heard, child.HeardRanks = append(child.Heard, parent), ranks
}

// Around returns a structure inside the wrappers, Nested, Headed and Led, of another: of Nested{Of:
// A} and B it is Nested{Of: B}. Of a structure without wrappers and B it is B.
func Around(wrapped, inner Structure) Structure {
	switch s := wrapped.(type) {
	case Nested:
		s.Of = Around(s.Of, inner)
		return s
	case Headed:
		s.Of = Around(s.Of, inner)
		return s
	case Led:
		s.Of = Around(s.Of, inner)
		return s
	}
	return inner
}
