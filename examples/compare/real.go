package main

import (
	"fmt"
	"strings"

	"orglearn/network/data"
	"orglearn/network/roster"
	"orglearn/sim/setups"
)

// source is where real people come from.
type source struct {
	roster *roster.Roster // nil: the people are made up
	report string         // of the import
}

// fromData makes the organizations of a real one: those that its data give.
func fromData(o *options) (*organizations, error) {
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
	title, citation, _ := strings.Cut(title, "\n")
	org := &organizations{title: title,
		source: source{roster: active, report: active.Import().String()}}
	if citation != "" {
		org.notes = append(org.notes, "Data: "+citation+".")
	}
	real := setups.Real{On: &o.conditions, Roster: active, Span: o.span}
	if real.MadeUp() {
		org.invented = true
		org.notes = append(org.notes, fmt.Sprintf("The data hold no hierarchy: the one shown here "+
			"is made up, a balanced tree with %d reports to a manager.", o.span))
	}
	org.notes = append(org.notes, "Simulated learning over a real organization's ties: it says "+
		"nothing of how anybody there does.")
	for _, m := range o.realMakers(real) {
		if err := org.addReal(o, m); err != nil {
			return nil, err
		}
	}
	for _, name := range []string{brokered, matrix} {
		if o.asks(name) {
			org.left = append(org.left, name+": the data hold no second line and no memberships")
		}
	}
	return org, org.finish(o)
}

// realMakers are the arrangements of a real organization that are asked for.
func (o *options) realMakers(real setups.Real) []maker {
	chart := "the chart: each manager in his team and his superior's"
	if real.MadeUp() {
		chart = fmt.Sprintf("MADE UP: a balanced tree, %d reports a manager", real.Span)
	}
	departments := count(len(real.Roster.Departments()), "department", "departments")
	var all []maker
	for _, m := range []maker{
		{communities, "each person and those he listens to, by the ties in the data",
			real.Communities},
		{hierarchy, chart, real.Hierarchy},
		{isolated, departments + ", each for itself", real.Isolated},
	} {
		if o.asks(m.name) {
			all = append(all, m)
		}
	}
	return all
}

// addReal is add, but for what the data lack: that is an error of the data and not of a flag.
func (org *organizations) addReal(o *options, m maker) error {
	if _, err := m.make(); err != nil {
		return err
	}
	return org.add(o, m)
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
