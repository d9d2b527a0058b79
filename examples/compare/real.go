package main

import (
	"errors"
	"fmt"
	"orglearn/agents/practice"
	"orglearn/examples/program"
	"strings"

	"orglearn/network/roster"
	"orglearn/sim"
	"orglearn/sim/setups"
)

// source is where real people come from.
type source struct {
	roster *roster.Roster // nil: the people are made up
	report string         // of the import
}

// fromData makes the organizations of a real one: those that its data give.
func fromData(o *options) (*organizations, error) {
	all, title, err := o.own.Read()
	if err != nil {
		return nil, err
	}
	active, notes, err := o.own.Active(all)
	if err != nil {
		return nil, err
	}
	if o.own.Weigh && active.Import().Weight == "" {
		return nil, errors.New("-weigh needs a column of weights, and the ties have none; " +
			"-weight names it")
	}
	o.conditions.People = active.People()
	o.setRuns()
	title, citation, _ := strings.Cut(title, "\n")
	org := &organizations{title: title, lost: notes,
		source: source{roster: active, report: active.Import().String()}}
	if citation != "" {
		org.notes = append(org.notes, "Data: "+citation+".")
	}
	org.note(o, active)
	if err := org.addReal(o, o.realMakers(active)); err != nil {
		return nil, err
	}
	if o.asks(brokered) {
		org.left = append(org.left, brokered+": "+lacking[brokered])
	}
	if o.own.Look {
		return org, nil
	}
	return org, org.finish(o)
}

// note adds what every output must say of a real organization.
func (org *organizations) note(o *options, active *roster.Roster) {
	if !active.HasChart() && o.asks(hierarchy) {
		org.invented = true
		org.notes = append(org.notes, fmt.Sprintf("No chart was read: the hierarchy shown here "+
			"is made up, a balanced tree with %d reports to a manager.", o.span))
	}
	if column := active.Import().Weight; column != "" {
		org.notes = append(org.notes, o.weightNote(column))
	}
	org.notes = append(org.notes, org.lost...)
	org.notes = append(org.notes, "Simulated learning over a real organization's ties: it says "+
		"nothing of how anybody there does.")
}

// weightNote says whether weights count.
func (o *options) weightNote(column string) string {
	switch {
	case o.own.Weigh:
		return fmt.Sprintf("A vote counts by the weight of its tie, the column %s.", column)
	case o.own.Least > 0:
		return fmt.Sprintf("Ties weaker than %g in the column %s are left out; otherwise the "+
			"rules do not use weights.", o.own.Least, column)
	}
	return fmt.Sprintf("The rules do not use weights, here the column %s: there is a tie or there "+
		"is none. With -weigh a vote counts by its weight; files of your own have -least too.",
		column)
}

// realMakers are the arrangements of a real organization that are asked for.
func (o *options) realMakers(active *roster.Roster) []maker {
	real := setups.Real{On: &o.conditions, Roster: active, Span: o.span}
	chart := "the chart: each manager in his team and his superior's"
	if real.MadeUp() {
		chart = fmt.Sprintf("MADE UP: a balanced tree, %d reports a manager", real.Span)
	}
	var all []maker
	for _, m := range []maker{
		{communities, "each person and those he listens to, by the ties in the data",
			real.Communities},
		{hierarchy, chart, real.Hierarchy},
		{matrix, "the chart and its second line", real.Matrix},
		{isolated, unitWords(active), real.Isolated},
	} {
		if o.asks(m.name) {
			m.make = o.weighing(m.make)
			all = append(all, m)
		}
	}
	return all
}

// unitWords are what the isolated units are.
func unitWords(r *roster.Roster) string {
	if n := len(r.Teams()); n > 0 {
		return program.Count(n, "team", "teams") + " of -teams"
	}
	return program.Count(len(r.Departments()), "department", "departments") + ", each for itself"
}

// weighing gives an organization votes that weigh, if the user asks for them.
func (o *options) weighing(make func() (sim.Scenario, error)) func() (sim.Scenario, error) {
	if !o.own.Weigh {
		return make
	}
	return func() (sim.Scenario, error) {
		s, err := make()
		objectify(&s, practice.Weighed{Rate: o.conditions.Superior})
		return s, err
	}
}

// lacking says which column or flag would make an organization that the data do not give.
var lacking = map[string]string{
	isolated: "no departments, no chart and no teams were read; a column department in -roster, " +
		"-reports FILE or -teams FILE would make the units",
	matrix: "no second line was read; a second superior of people in -reports, with -matrix, " +
		"would make it",
	brokered: "the data hold no memberships of communities",
}

// addReal adds organizations, or says what the data lack for them.
func (org *organizations) addReal(o *options, makers []maker) error {
	var given []maker
	for _, m := range makers {
		_, err := m.make()
		why, ok := lacking[m.name]
		switch {
		case err != nil && ok:
			org.left = append(org.left, m.name+": "+why)
		case err != nil:
			return err
		default:
			given = append(given, m)
		}
	}
	if !o.own.Look {
		return org.add(o, given)
	}
	for _, m := range given { // nothing is run, so nothing is built
		org.all = append(org.all, organization{name: m.name, words: m.words})
	}
	return nil
}
