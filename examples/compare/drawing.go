package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"orglearn/metrics/chart"
	"orglearn/network"
)

const (
	legible    = 1_000 // of more people, groups are drawn
	bunches    = 24    // the groups where there are no departments
	mostGroups = 1_000 // of more departments the smallest are one node
)

// drawing draws an organization: who hears whom, a tree of many people as well; or, of more people
// than are legible, which groups hear each other.
func (r *result) drawing(o organization) chart.Network {
	title := "Who hears whom: " + r.short(o)
	if o.units.People() <= legible || strings.HasPrefix(o.name, hierarchy) {
		n := chart.Organization(title, o.units)
		if n.Size != nil {
			n.Title = "Who shares people: " + r.short(o)
		}
		if n.Fill || n.Nodes <= legible {
			return n
		}
	}
	group, what := r.nodes(o.units)
	return chart.Between(title, o.units, group, what)
}

// nodes are the groups of people that are drawn, and what they are: departments, or bunches of
// people who sit together.
func (r *result) nodes(u *network.Units) (group []int, what string) {
	if r.roster == nil || len(r.roster.Departments()) < 2 {
		group = bunched(u)
		return group, fmt.Sprintf("%d bunches of %s", 1+slices.Max(group), r.bunchWords(u))
	}
	of, n := r.roster.Department(), len(r.roster.Departments())
	if n <= mostGroups {
		return of, chart.Thousands(n) + " departments"
	}
	return largest(of, n), fmt.Sprintf("%s departments, and one of all that are smaller",
		chart.Thousands(mostGroups-1))
}

// bunchWords are what a bunch holds. In a graph the first unit of each person is his own, so the
// order is that of the files.
func (r *result) bunchWords(u *network.Units) string {
	switch {
	case u.Graph() != nil:
		return "people, in the order of the file"
	case r.roster != nil:
		return "units, in the order of the file"
	}
	return "units"
}

// bunched divides people into bunches of about the same size, in the order of their first units.
func bunched(u *network.Units) []int {
	people := make([]int, u.People())
	for p := range people {
		people[p] = p
	}
	first := func(p int) int32 {
		if seats := u.Of(p); len(seats) > 0 {
			return seats[0]
		}
		return -1
	}
	slices.SortStableFunc(people, func(a, b int) int { return cmp.Compare(first(a), first(b)) })
	group := make([]int, len(people))
	for at, p := range people {
		group[p] = at * bunches / len(people)
		if at > 0 && first(p) >= 0 && first(p) == first(people[at-1]) {
			group[p] = group[people[at-1]] // a unit stays in one
		}
	}
	return compacted(group)
}

// compacted numbers groups without gaps, in their order.
func compacted(group []int) []int {
	used := slices.Compact(slices.Sorted(slices.Values(group)))
	for i, g := range group {
		group[i], _ = slices.BinarySearch(used, g)
	}
	return group
}

// largest keeps the largest departments, and makes one of the rest.
func largest(of []int, n int) []int {
	sizes, order := make([]int, n), make([]int, n)
	for _, d := range of {
		sizes[d]++
	}
	for d := range order {
		order[d] = d
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(sizes[b], sizes[a]) })
	rank := make([]int, n)
	for i, d := range order {
		rank[d] = min(i, mostGroups-1)
	}
	group := make([]int, len(of))
	for p, d := range of {
		group[p] = rank[d]
	}
	return group
}
