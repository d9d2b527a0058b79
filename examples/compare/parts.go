package main

import (
	"fmt"
	"slices"

	"orglearn/sim"
	"orglearn/sim/setups"
)

// step is the difference between two organizations that were run, in one thing.
type step struct {
	what     string
	from, to string // scenarios
}

// What the steps from one organization to another change, one at a time.
const (
	arrangement = "who sits with whom"
	together    = "hanging together"
	seats       = "seats a person"
	sizes       = "sizes of units"
	contact     = "seats a person and sizes of units"
)

// parts are a difference in steps, whose differences sum to it. Where seats and sizes both differ,
// the order in which they are changed may matter: there are two ways.
func (org *organizations) parts(a, b organization) (ways [][]step) {
	first, last := down(a), up(b)
	randomA, _ := a.controlled(randomized)
	randomB, _ := b.controlled(randomized)
	middle := [][]step{{{contact, randomA, randomB}}}
	if a.units.Graph() == nil && b.units.Graph() == nil {
		middle = org.middle(a, b, randomA, randomB)
	}
	for _, m := range middle {
		ways = append(ways, slices.Concat(first, m, last))
	}
	return ways
}

// down are the steps from an organization to its randomization.
func down(o organization) []step {
	random, _ := o.controlled(randomized)
	if joined, ok := o.controlled(connected); ok && joined != random {
		return []step{{arrangement, o.scenario.Name, joined}, {together, joined, random}}
	}
	return []step{{arrangement, o.scenario.Name, random}}
}

// up are the steps from its randomization to an organization.
func up(o organization) []step {
	all := down(o)
	slices.Reverse(all)
	for i, s := range all {
		all[i].from, all[i].to = s.to, s.from
	}
	return all
}

// middle are the steps between two randomizations: seats first and then sizes, and the other way
// round.
func (org *organizations) middle(a, b organization, randomA, randomB string) [][]step {
	seatsFirst, sizesFirst := mixedName(b, a), mixedName(a, b)
	switch {
	case !org.simulated(seatsFirst) && !org.simulated(sizesFirst):
		if slices.Equal(sorted(a.units.SeatCounts()), sorted(b.units.SeatCounts())) {
			return [][]step{{{sizes, randomA, randomB}}}
		}
		return [][]step{{{seats, randomA, randomB}}}
	case !org.simulated(sizesFirst):
		return [][]step{{{seats, randomA, seatsFirst}, {sizes, seatsFirst, randomB}}}
	case !org.simulated(seatsFirst):
		return [][]step{{{sizes, randomA, sizesFirst}, {seats, sizesFirst, randomB}}}
	}
	return [][]step{
		{{seats, randomA, seatsFirst}, {sizes, seatsFirst, randomB}},
		{{sizes, randomA, sizesFirst}, {seats, sizesFirst, randomB}},
	}
}

func (org *organizations) simulated(name string) bool {
	return slices.ContainsFunc(org.steps, func(s sim.Scenario) bool { return s.Name == name })
}

// mixedName is what lies between two organizations: the seats of one in units of the other's sizes.
func mixedName(seats, sizes organization) string {
	return fmt.Sprintf("seats of %s in units of %s", seats.name, sizes.name)
}

// between are the organizations that lie between two others: members drawn at random, with the
// seats of one and the sizes of the other's units. Where these sizes are one's own there is nothing
// between.
func (org *organizations) between(o *options) []sim.Scenario {
	var pairs [][2]organization
	main := org.main()
	for i, a := range main {
		for _, b := range main[i+1:] {
			pairs = append(pairs, [2]organization{b, a}, [2]organization{a, b})
		}
	}
	all, there := make([]sim.Scenario, len(pairs)), make([]bool, len(pairs))
	each(o.workers, len(pairs), func(i int) {
		all[i], there[i] = org.mixed(o, pairs[i][0], pairs[i][1])
	})
	var kept []sim.Scenario
	for i, s := range all {
		if there[i] {
			kept = append(kept, s)
		}
	}
	return kept
}

func (org *organizations) mixed(o *options, seats, sizes organization) (sim.Scenario, bool) {
	if seats.units.Graph() != nil || sizes.units.Graph() != nil {
		return sim.Scenario{}, false
	}
	s, err := setups.Mixed(seats.scenario, sizes.scenario)
	if err != nil {
		return sim.Scenario{}, false
	}
	s.Name = mixedName(seats, sizes)
	units, err := org.drafts.units(s, o.seed)
	same := err == nil && slices.Equal(sorted(units.Sizes()), sorted(seats.units.Sizes()))
	return s, err == nil && !same
}

func sorted(list []int) []int { return slices.Sorted(slices.Values(list)) }
