package main

import (
	"fmt"
	"strings"

	"orglearn/examples/program"
	"orglearn/network/data"
	"orglearn/network/roster"
	"orglearn/sim"
	"orglearn/sim/setups"
)

// names are the setups, in the order of every table.
var names = []string{"communities", "hierarchy", "isolated"}

// organizations are what is compared.
type organizations struct {
	scenarios []sim.Scenario // a setup, its randomization, the next setup, ...
	roster    *roster.Roster // nil: the people are made up
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
	all, title, err := readRoster(o)
	if err != nil {
		return nil, err
	}
	active, err := all.Active()
	if err != nil {
		return nil, err
	}
	if active.People() < smallest {
		left := count(active.People(), "person is", "people are")
		return nil, fmt.Errorf("only %s left in all arrangements: "+
			"results are shown of %d people or more", left, smallest)
	}
	o.conditions.People = active.People()
	return fromRoster(o, active, title)
}

// synthetic makes the organizations of the setups, over people who are made up.
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
			return nil, program.Misuse("%w "+
				"(-size is the people of teams and communities, -span those of a manager)", err)
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

// withControls puts its randomization after each organization.
func withControls(all ...sim.Scenario) []sim.Scenario {
	var with []sim.Scenario
	for _, s := range all {
		with = append(with, s, setups.Randomized(s))
	}
	return with
}

// readRoster reads a real organization, one of the library's or the user's own. It returns a title
// beside it and, where there is one, a citation in the next line.
func readRoster(o *options) (*roster.Roster, string, error) {
	if o.given["data"] {
		set, err := data.Describe(o.data)
		if err != nil {
			return nil, "", err
		}
		r, err := data.Open(o.data)
		return r, set.About + "\n" + set.Citation, err
	}
	r, err := roster.Reader{Sent: o.sent}.Open(o.roster, o.ties, o.report)
	return r, "The organization of " + o.roster, err
}

// fromRoster makes the organizations of an active roster.
func fromRoster(o *options, active *roster.Roster, title string) (*organizations, error) {
	real := setups.Real{On: &o.conditions, Roster: active, Span: o.span}
	scenarios, err := arrange(real)
	if err != nil {
		return nil, err
	}
	departments := count(len(active.Departments()), "department", "departments")
	title, citation, _ := strings.Cut(title, "\n")
	org := &organizations{
		scenarios: withControls(scenarios...),
		roster:    active,
		title:     title,
		report:    active.Import().String(),
		arranged: []string{
			"each person and those he listens to, by the ties in the data",
			"the chart: each manager in his team and his superior's",
			departments + ", each for itself",
		},
	}
	if citation != "" {
		org.notes = append(org.notes, "Data: "+citation+".")
	}
	if real.MadeUp() {
		org.admitInvention(o.span)
	}
	org.notes = append(org.notes, "Simulated learning over a real organization's ties: "+
		"it says nothing of how anybody there does.")
	return org, nil
}

// arrange returns a real organization in the order of names.
func arrange(real setups.Real) ([]sim.Scenario, error) {
	var scenarios []sim.Scenario
	for _, arrangement := range []func() (sim.Scenario, error){
		real.Communities, real.Hierarchy, real.Isolated,
	} {
		s, err := arrangement()
		if err != nil {
			return nil, err
		}
		scenarios = append(scenarios, s)
	}
	return scenarios, nil
}

// admitInvention says in every output that the hierarchy is made up.
func (org *organizations) admitInvention(span int) {
	org.invented = true
	org.arranged[1] = fmt.Sprintf("MADE UP: a balanced tree, %d reports a manager", span)
	org.notes = append(org.notes, fmt.Sprintf("The data hold no hierarchy: the one shown here is "+
		"made up, a balanced tree with %d reports to a manager.", span))
}
