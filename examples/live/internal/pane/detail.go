package pane

import (
	"errors"
	"fmt"
	"slices"

	"orglearn/agents"
	"orglearn/sim"
)

// Detail says what a unit held objective at a tick.
type Detail struct {
	Unit, Tick, People int
	Held               []Held // dimensions with a norm
}

// Held is what a unit holds in one dimension.
type Held struct {
	Dimension int
	Yes       bool
	Right     bool  // reality agrees
	Since     int   // the tick since which the norm is this; 0: from the start
	Voices    []int // who said it in that tick
}

// Detail runs the pane anew up to a tick, and follows one unit of the first channel. It is an error
// for a unit that keeps no norm. Of a real organization it is an error for a unit of fewer than
// Anonymous people, and no voice is named.
func (s *Setting) Detail(pane, unit, tick int) (Detail, error) {
	p, err := New(s, pane)
	if err != nil {
		return Detail{}, err
	}
	m := p.model
	if m.Channels() == 0 || unit < 0 || unit >= m.Norms(0) {
		return Detail{}, fmt.Errorf("unit %d keeps no norm", unit)
	}
	d := Detail{Unit: unit, People: len(members(m.Units(0), unit))}
	if p.picture.Real && d.People < Anonymous {
		return Detail{}, errors.New("the unit has too few people to be shown")
	}
	f := followed{held: make([]Held, m.Dimensions()), real: p.picture.Real}
	if err := s.follow(m, pane); err != nil {
		return d, err
	}
	f.look(m, unit)
	for m.Tick() < tick && !m.Done() {
		if err := m.Step(); err != nil {
			return d, err
		}
		if unit >= m.Norms(0) {
			return d, fmt.Errorf("unit %d has ended at tick %d", unit, m.Tick())
		}
		f.look(m, unit)
		if err := s.follow(m, pane); err != nil {
			return d, err
		}
	}
	d.Tick, d.Held = m.Tick(), f.known(m)
	return d, nil
}

// followed is what is known of each dimension of a unit.
type followed struct {
	held []Held
	norm agents.Knowledge
	real bool
}

// look notes what has changed since it looked before.
func (f *followed) look(m *sim.Model, unit int) {
	norm := m.Norm(0, unit).Clone()
	for d := range f.held {
		b := norm.Get(d)
		if f.norm != nil && f.norm.Get(d) == b {
			continue
		}
		f.held[d] = Held{Dimension: d, Yes: b > 0, Since: m.Tick()}
		if b == 0 || m.Tick() == 0 || f.real {
			continue
		}
		for _, person := range m.Units(0).Voices(unit) {
			if m.Claims(0, int(person)).Get(d) == b {
				f.held[d].Voices = append(f.held[d].Voices, int(person))
			}
		}
	}
	f.norm = norm
}

// known returns the dimensions that the norm holds.
func (f *followed) known(m *sim.Model) []Held {
	truth := m.Landscape().Truth()
	for d := range f.held {
		f.held[d].Right = f.norm.Get(d) == truth.Get(d)
	}
	return slices.DeleteFunc(f.held, func(h Held) bool { return f.norm.Get(h.Dimension) == 0 })
}
