package setups

import (
	"fmt"

	"orglearn/network"
	"orglearn/sim"
)

// Brokered is an organization of teams and, across them, communities for a few: brokers (Burt
// 2005). It has a hierarchy's contact and the communities' arrangement: with its defaults 1.25
// seats a person and 25 units of 5 among 100 people, where a hierarchy has 1.24 and 25.
type Brokered struct {
	On        *Conditions // nil: Default()
	Team      int         // people in a team (0: 5)
	Size      int         // people in a community (0: 5)
	Share     float64     // of the people, who are in communities, above 0 to 1 (0: a quarter)
	Connected bool        // only arrangements that hang together
}

// Scenario returns the organization.
func (s Brokered) Scenario() sim.Scenario {
	share := s.Share
	if share == 0 {
		share = .25
	}
	return under(s.On).Scenario("brokered", network.Brokered{
		Team: orElse(s.Team, 5), Size: orElse(s.Size, 5), Share: share, Connected: s.Connected,
	})
}

// Matrix is an organization of two lines: two hierarchies over the same people, the second in an
// order that is drawn (Davis and Lawrence 1977).
type Matrix struct {
	On     *Conditions // nil: Default()
	Span   int         // people who report to a manager (0: 4)
	Second int         // people who are in the second line too, drawn (0: all)
}

// Scenario returns the organization.
func (s Matrix) Scenario() sim.Scenario {
	return under(s.On).Scenario("matrix", network.Matrix{
		Span: orElse(s.Span, 4), Second: s.Second,
	})
}

// OfSize returns the organizations that are compared, with units of one size in all: communities,
// brokered (a quarter of the people, as Brokered), hierarchy, matrix and isolated. A manager and
// his direct reports are such a unit. Where the people do not divide evenly a team has one person
// more, or the last manager fewer reports. A size below 2 is an error; what does not fit the people
// is one when a model is built.
func OfSize(on *Conditions, size int) ([]Organization, error) {
	if size < 2 {
		return nil, fmt.Errorf("setups: units of %d people, want 2 or more", size)
	}
	return []Organization{
		Communities{On: on, Team: size, Size: size},
		Brokered{On: on, Team: size, Size: size},
		Hierarchy{On: on, Span: size - 1},
		Matrix{On: on, Span: size - 1},
		Isolated{On: on, Size: size},
	}, nil
}
