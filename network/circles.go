package network

import (
	"errors"
	"fmt"
)

// Circles are the circles of a generated graph. The voices of unit p are the people whom person p
// hears, and he alone learns from it.
type Circles struct {
	Of Generator

	// Lasting keeps the norm of each circle from tick to tick. If false, a norm lasts one tick and
	// the circles are implicit.
	Lasting bool
}

// Validate reports a missing generator, and what the generator's own Validate reports.
func (s Circles) Validate() error {
	if s.Of == nil {
		return errors.New("network: Circles.Of is nil, want a generator")
	}
	return validate(s.Of)
}

// validate calls Validate if the value has that method.
func validate(of any) error {
	if v, ok := of.(interface{ Validate() error }); ok {
		return v.Validate()
	}
	return nil
}

// Build draws the graph and returns its circles. A missing generator, the errors of the generator
// and a graph of other than n people are errors.
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

// lastingCircles returns the circles of a graph as units with lists. It keeps the rows of the
// graph, not copies.
func lastingCircles(g *Graph) *Units {
	n := g.People()
	u := assemble(n, rows{g.starts, g.heard}, nil, singles(n))
	u.ties, u.graph = g.ties, g
	return u
}

// singles returns n rows of which row i holds i.
func singles(n int) rows { return consecutive(n, n) }
