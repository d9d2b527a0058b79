package network

import (
	"errors"
	"fmt"
)

// Led gives a leader to every unit of a structure: the first of its voices has the rank Leader, and
// all others are Member. In Isolated teams that is the person of the lowest number. A unit without
// voices has no leader. Who sits where, weights, and which units hear others stay. A structure that
// changes by itself does not go on changing.
type Led struct{ Of Structure }

// Build returns the units. Circles are an error: the person of a circle is not among its voices.
func (s Led) Build(n int, src Source) (*Units, error) {
	if err := s.Validate(); err != nil {
		return nil, err
	}
	u, err := s.Of.Build(n, src)
	if err != nil {
		return nil, err
	}
	if u.graph != nil {
		return nil, fmt.Errorf("network: Led.Of is %T, want units that are not circles", s.Of)
	}
	u.ranks = make([]Rank, len(u.voices.items))
	for k := range u.Len() {
		if len(u.Voices(k)) > 0 {
			u.Ranks(k)[0] = Leader
		}
	}
	return u, nil
}

// Validate reports a missing Of, and what Of reports.
func (s Led) Validate() error {
	if s.Of == nil {
		return errors.New("network: Led.Of is nil, want a structure")
	}
	return validate(s.Of)
}

// Fits reports what Of reports.
func (s Led) Fits(dimensions, people int) error {
	if err := s.Validate(); err != nil {
		return err
	}
	return fits(s.Of, dimensions, people)
}
