package setups

import (
	"fmt"

	"orglearn/network"
	"orglearn/sim"
)

// Organization is a setup whose sizes Matched can choose: Communities, Brokered, Hierarchy, Matrix
// or Isolated.
type Organization interface {
	Scenario() sim.Scenario
	// tryNear calls try with each structure of this kind over n people that may come near to a
	// contact, and with the contact of the structure.
	tryNear(n int, like Contact, try func(network.Structure, Contact))
}

// MatchedPrefix begins the name of a matched organization.
const MatchedPrefix = "matched "

// Matched returns an organization of the same kind as of, with the sizes that come nearest to the
// contact of like. Contact is the seats per person and the sizes of units, which fix the number of
// norms. like is a setup or comes from data. The result is named "matched" and its kind. All else,
// conditions included, is as in like, so that only the arrangement differs.
//
// Of all possible sizes it takes those for which
//
//	max(seats/wanted, wanted/seats) * max(size/wanted, wanted/size)
//
// is least, where seats is the mean over people and size the mean over units. It can choose
//
//	Communities  people in a team, and as many in a community; seats are 2
//	Brokered     the same, and how many communities: sizes and seats
//	Hierarchy    the span, and with it the seats, from 1 (wide) to 2 (narrow)
//	Matrix       the span, and how many people are in the second line: sizes and seats
//	Isolated     people in a team; seats are 1
//
// The other fields of of, such as Connected and Periphery, stay. Fit says how near the result
// comes, which may be far. Errors are a like without exactly one channel, beside a repository, or
// whose units cannot be built, and a kind that fits the number of people with no sizes. Matched
// takes time proportional to the number of people.
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

// nearest returns the structure of a kind that comes nearest to a contact, or the first of several.
// It is nil if there is none.
func nearest(of Organization, n int, like Contact) (best network.Structure) {
	least := 0.0
	of.tryNear(n, like, func(s network.Structure, c Contact) {
		distance := ratio(c.Seats, like.Seats) * ratio(c.Size, like.Size)
		if best == nil || distance < least {
			best, least = s, distance
		}
	})
	return best
}

// ratio divides the larger of two numbers above 0 by the smaller.
func ratio(a, b float64) float64 { return max(a, b) / min(a, b) }

// contact returns the contact of n people with a number of places in a number of units.
func contact(n, places, units int) Contact {
	return Contact{float64(places) / float64(n), float64(places) / float64(units), units}
}

func (s Communities) tryNear(n int, _ Contact, try func(network.Structure, Contact)) {
	for k := s.Periphery + 1; k <= n; k++ {
		units := n / k // as many communities as teams
		if (n-1)/units+1 <= units {
			try(network.Communities{Team: k, Size: k, Periphery: s.Periphery},
				contact(n, 2*n, 2*units))
		}
	}
}

func (s Brokered) tryNear(n int, like Contact, try func(network.Structure, Contact)) {
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

func (s Hierarchy) tryNear(n int, _ Contact, try func(network.Structure, Contact)) {
	for span := 1; span == 1 || span < n; span++ {
		places, units := line(n, span)
		try(network.Hierarchy{Span: span}, contact(n, places, units))
	}
}

func (s Matrix) tryNear(n int, like Contact, try func(network.Structure, Contact)) {
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

func (s Isolated) tryNear(n int, _ Contact, try func(network.Structure, Contact)) {
	for k := 1; k <= n; k++ {
		try(network.Isolated{Size: k}, contact(n, n, n/k))
	}
}

// line returns the number of places and of units in a hierarchy.
func line(n, span int) (places, units int) {
	if n == 1 {
		return 1, 1
	}
	units = (n-2)/span + 1
	return n - 1 + units, units
}
