package main

import (
	"fmt"
	"strings"

	"orglearn/examples/program"
	"orglearn/network"
	"orglearn/network/data"
	"orglearn/sim"
	"orglearn/sim/setups"
)

// names are the setups, in the order of every table.
var names = []string{"communities", "hierarchy", "isolated"}

// organizations are what is compared.
type organizations struct {
	scenarios []sim.Scenario  // a setup, its randomization, the next setup, ...
	roster    *network.Roster // nil: made up
	title     string
	arranged  []string // how each setup arranges the people, in words
	notes     []string // what every output must say
	report    string   // of the import
	invented  bool     // the hierarchy is made up
}

// organize makes the organizations that the options ask for.
func organize(o *options) (*organizations, error) {
	if !o.real() {
		return synthetic(o)
	}
	roster, title, err := readRoster(o)
	if err != nil {
		return nil, err
	}
	active, err := roster.Active()
	if err != nil {
		return nil, err
	}
	if active.People() < smallest {
		return nil, fmt.Errorf("only %s left in all arrangements: results are shown of %d people or more", count(active.People(), "person is", "people are"), smallest)
	}
	o.conditions.People = active.People()
	return fromRoster(o, active, title)
}

func synthetic(o *options) (*organizations, error) {
	c := &o.conditions
	all := withControls(
		setups.Communities{On: c, Team: o.size, Size: o.size}.Scenario(),
		setups.Hierarchy{On: c, Span: o.span}.Scenario(),
		setups.Isolated{On: c, Size: o.size}.Scenario())
	for _, s := range all {
		if err := s.Validate(); err != nil {
			return nil, program.MisusedBecause(err)
		}
		if _, err := sim.New(s, o.seed, 0); err != nil {
			return nil, program.Misuse("%w (-size is the people of teams and communities, -span those of a manager)", err)
		}
	}
	return &organizations{
		scenarios: all,
		title:     "Communities of practice, a hierarchy and isolated units",
		arranged: []string{
			fmt.Sprintf("teams of %d, and communities of %d across them", o.size, o.size),
			fmt.Sprintf("managers with %d reports, each in two teams", o.span),
			fmt.Sprintf("teams of %d with no person in common", o.size),
		},
	}, nil
}

func withControls(all ...sim.Scenario) []sim.Scenario {
	var with []sim.Scenario
	for _, s := range all {
		with = append(with, s, setups.Randomized(s))
	}
	return with
}

// readRoster reads a real organization: one of the library's, or the user's own.
func readRoster(o *options) (*network.Roster, string, error) {
	if o.given["data"] {
		set, err := data.Describe(o.data)
		if err != nil {
			return nil, "", err
		}
		roster, err := data.Open(o.data)
		return roster, set.About + "\n" + set.Citation, err
	}
	roster, err := network.RosterReader{Sent: o.sent}.Open(o.roster, o.ties, o.report)
	return roster, "The organization of " + o.roster, err
}

func fromRoster(o *options, roster *network.Roster, title string) (*organizations, error) {
	real := setups.Real{On: &o.conditions, Roster: roster, Span: o.span}
	var scenarios []sim.Scenario
	for _, make := range []func() (sim.Scenario, error){real.Communities, real.Hierarchy, real.Isolated} {
		s, err := make()
		if err != nil {
			return nil, err
		}
		scenarios = append(scenarios, s)
	}
	title, citation, _ := strings.Cut(title, "\n")
	org := &organizations{
		scenarios: withControls(scenarios...), roster: roster, title: title, report: roster.Import().String(),
		arranged: []string{
			"each person and those he listens to, by the ties in the data",
			"the chart: each manager in his team and his superior's",
			count(len(roster.Departments()), "department", "departments") + ", each for itself",
		},
	}
	if citation != "" {
		org.notes = append(org.notes, "Data: "+citation+".")
	}
	if real.MadeUp() {
		org.invented = true
		org.arranged[1] = fmt.Sprintf("MADE UP: a balanced tree, %d reports a manager", o.span)
		org.notes = append(org.notes, fmt.Sprintf(
			"The data hold no hierarchy: the one shown here is made up, a balanced tree with %d reports to a manager.", o.span))
	}
	org.notes = append(org.notes, "Simulated learning over a real organization's ties: it says nothing of how anybody there does.")
	return org, nil
}
