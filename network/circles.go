package network

import (
	"errors"
	"fmt"
)

// Circles are the circles of a generated graph: the voices of unit p are those whom person p hears,
// and he alone learns from it.
type Circles struct {
	Of Generator

	// Lasting keeps what is objective among a person's contacts from tick to tick, as a norm of his
	// circle. False: it lasts one tick, and the circles are implicit.
	Lasting bool
}

// Validate reports a missing generator, and what the generator's own Validate reports.
func (s Circles) Validate() error {
	if s.Of == nil {
		return errors.New("network: Circles.Of is nil, want a generator")
	}
	return validate(s.Of)
}

// validate asks what has a Validate method.
func validate(of any) error {
	if v, ok := of.(interface{ Validate() error }); ok {
		return v.Validate()
	}
	return nil
}

// Build draws the graph and returns its circles. No generator, its errors, and a graph over other
// than n people are errors.
func (s Circles) Build(n int, src Source) (*Units, error) {
	if err := firstError(checkPeople(n), s.Validate()); err != nil {
		return nil, err
	}
	g, err := s.Of.Graph(n, src)
	if err != nil {
		return nil, err
	}
	if g == nil {
		return nil, fmt.Errorf("network: Circles.Of: %T gave no graph", s.Of)
	}
	if g.People() != n {
		return nil, fmt.Errorf("network: Circles.Of: %T gave a graph of %d people, want %d", s.Of,
			g.People(), n)
	}
	if s.Lasting {
		return lastingCircles(g), nil
	}
	return NewCircles(g), nil
}

// lastingCircles returns the circles of a graph as units with lists. The rows of the graph are
// kept, not copied.
func lastingCircles(g *Graph) *Units {
	n := g.People()
	u := assemble(n, rows{g.starts, g.heard}, nil, singles(n))
	u.ties, u.graph = g.ties, g
	return u
}

// singles returns n rows of which row i holds i.
func singles(n int) rows { return consecutive(n, n) }
