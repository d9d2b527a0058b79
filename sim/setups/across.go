package setups

import (
	"fmt"

	"orglearn/network"
	"orglearn/sim"
)

// Brokered is an organization of teams and, across them, communities for a few people: brokers
// (Burt 2005). It arranges people as Communities does, with the amount of contact of a Hierarchy.
// Among 100 people its defaults give 1.25 seats a person and 25 units of 5; a hierarchy has 1.24
// seats and 25 units.
type Brokered struct {
	On        *Conditions // nil: Default()
	Team      int         // people in a team (0: 5)
	Size      int         // people in a community (0: 5)
	Share     float64     // share of the people who are in communities, above 0 to 1 (0: a quarter)
	Connected bool        // only connected arrangements: everybody can reach everybody
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

// Matrix is an organization of two lines: two hierarchies over the same people (Davis and Lawrence
// 1977). The second has its people in random order.
type Matrix struct {
	On     *Conditions // nil: Default()
	Span   int         // people who report to a manager (0: 4)
	Second int         // people who are in the second line too, drawn at random (0: all)
}

// Scenario returns the organization.
func (s Matrix) Scenario() sim.Scenario {
	return under(s.On).Scenario("matrix", network.Matrix{
		Span: orElse(s.Span, 4), Second: s.Second,
	})
}

// OfSize returns the five organizations that are compared, all with units of the same size:
// communities, brokered (a quarter of the people, the default of Brokered), hierarchy, matrix and
// isolated. A manager and his direct reports are a unit of that size. If the people do not divide
// evenly, some teams have one person more, or the last manager has fewer reports. A size below 2 is
// an error. A size that does not fit the number of people is an error of sim.New.
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
