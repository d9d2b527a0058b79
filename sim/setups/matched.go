package setups

import (
	"fmt"

	"orglearn/network"
	"orglearn/sim"
)

// Organization is a setup of which Matched finds the sizes: Communities, Brokered, Hierarchy,
// Matrix and Isolated.
type Organization interface {
	Scenario() sim.Scenario
	// near calls try with the structures of this kind over n people that may come near to a
	// contact, and with their contact.
	near(n int, like Contact, try func(network.Structure, Contact))
}

// MatchedPrefix begins the name of a matched organization.
const MatchedPrefix = "matched "

// Matched is the organization of the kind of one that comes nearest to the contact of another, be
// that a setup or from data: the seats per person and the sizes of units, which fix the number of
// norms. It is named "matched", and its kind. All else is as in the other, its conditions too, so
// that the arrangement differs and nothing else.
//
// Of all sizes that are possible it takes those with which
//
//	max(seats/wanted, wanted/seats) * max(size/wanted, wanted/size)
//
// is least, in the means over people and over units. What can be changed is
//
//	Communities  people in a team, and as many in a community; seats are 2
//	Brokered     the same, and how many communities: sizes and seats
//	Hierarchy    the span, and with it the seats, from 1 (wide) to 2 (narrow)
//	Matrix       the span, and how many people are in the second line: sizes and seats
//	Isolated     people in a team; seats are 1
//
// The other fields of the kind, such as Connected and Periphery, stay. Fit says how near it came,
// which may be far. A scenario of other than one channel, one whose units cannot be built, and a
// kind that does not fit the people at all are errors. It takes time proportional to the people.
func Matched(of Organization, like sim.Scenario) (sim.Scenario, Fit, error) {
	u, err := unitsOf(like)
	if err != nil {
		return sim.Scenario{}, Fit{}, err
	}
	fit := Fit{Wanted: contactOf(u)}
	if fit.Wanted.Seats == 0 || fit.Wanted.Size == 0 {
		return sim.Scenario{}, fit, fmt.Errorf("setups: scenario %q has no seats to match",
			like.Name)
	}
	name := of.Scenario().Name
	best := nearest(of, u.People(), fit.Wanted)
	if best == nil {
		return sim.Scenario{}, fit, fmt.Errorf("setups: %s of no size fits %d people", name,
			u.People())
	}
	matched := with(like, MatchedPrefix+name, best)
	if u, err = unitsOf(matched); err != nil {
		return sim.Scenario{}, fit, err
	}
	fit.Reached = contactOf(u)
	return matched, fit, nil
}

// nearest is the structure of a kind that comes nearest to a contact, the first of several; nil if
// there is none.
func nearest(of Organization, n int, like Contact) (best network.Structure) {
	least := 0.0
	of.near(n, like, func(s network.Structure, c Contact) {
		far := ratio(c.Seats, like.Seats) * ratio(c.Size, like.Size)
		if best == nil || far < least {
			best, least = s, far
		}
	})
	return best
}

// ratio is the larger of two numbers above 0 by the smaller.
func ratio(a, b float64) float64 { return max(a, b) / min(a, b) }

// contact is the contact of so many places in so many units.
func contact(n, places, units int) Contact {
	return Contact{float64(places) / float64(n), float64(places) / float64(units), units}
}

func (s Communities) near(n int, _ Contact, try func(network.Structure, Contact)) {
	for k := s.Periphery + 1; k <= n; k++ {
		units := n / k // as many communities as teams
		if (n-1)/units+1 <= units {
			try(network.Communities{Team: k, Size: k, Periphery: s.Periphery},
				contact(n, 2*n, 2*units))
		}
	}
}

func (s Brokered) near(n int, like Contact, try func(network.Structure, Contact)) {
	for k := 1; k*k <= n; k++ { // a community of k people needs k teams of k
		teams := n / k
		wanted := int(min(max(like.Seats-1, 0)*float64(n)/float64(k), float64(n)))
		for communities := wanted; communities <= wanted+1; communities++ {
			communities := min(max(communities, 1), n/k)
			if s.Connected && k > 1 {
				communities = max(communities, (teams-2)/(k-1)+1)
			}
			if communities > n/k || s.Connected && communities*(k-1)+1 < teams {
				continue
			}
			try(network.Brokered{Team: k, Size: k, Connected: s.Connected,
				Share: float64(communities*k) / float64(n)},
				contact(n, n+communities*k, teams+communities))
		}
	}
}

func (s Hierarchy) near(n int, _ Contact, try func(network.Structure, Contact)) {
	for span := 1; span == 1 || span < n; span++ {
		places, units := line(n, span)
		try(network.Hierarchy{Span: span}, contact(n, places, units))
	}
}

func (s Matrix) near(n int, like Contact, try func(network.Structure, Contact)) {
	for span := 1; span < n; span++ {
		places, units := line(n, span)
		second := (like.Seats*float64(n) - float64(places)) * float64(span) / float64(span+1)
		around := int(min(max(second, 2), float64(n)))
		for people := max(around-1, 2); people <= min(around+2, n); people++ {
			more, teams := line(people, span)
			try(network.Matrix{Span: span, Second: people}, contact(n, places+more, units+teams))
		}
	}
}

func (s Isolated) near(n int, _ Contact, try func(network.Structure, Contact)) {
	for k := 1; k <= n; k++ {
		try(network.Isolated{Size: k}, contact(n, n, n/k))
	}
}

// line is the number of places and of units in a hierarchy.
func line(n, span int) (places, units int) {
	if n == 1 {
		return 1, 1
	}
	units = (n-2)/span + 1
	return n - 1 + units, units
}
