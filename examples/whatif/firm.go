package main

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"slices"
	"strings"

	"orglearn/agents/practice"
	"orglearn/examples/internal/orgflags"
	"orglearn/examples/program"
	"orglearn/network"
	"orglearn/network/roster"
	"orglearn/sim"
	"orglearn/sim/setups"
)

// The channels: everybody has a seat in his department, and one in the circle of those to whom he
// listens.
const (
	departments = "departments"
	ties        = "ties"
)

// firm is the organization that is asked about.
type firm struct {
	*roster.Roster                // the people who are simulated
	all            *roster.Roster // all who were read
	pseudonyms     bool
	title          string
	names          []string // of the departments, or nil
	department     []int    // of each person
	groups         []orgflags.Group
	base           sim.Scenario
	notes          []string
}

// organize reads the organization.
func (p *asking) organize() error {
	if !p.own.Real() {
		p.firm = &firm{title: "A made-up organization of " + program.Count(p.conditions.People,
			"person", "people")}
		return nil
	}
	if p.own.Files.Teams != "" {
		return program.Misuse("-teams is not read here: name units in a column department of " +
			"-roster")
	}
	all, title, err := p.own.Read()
	if err != nil {
		return err
	}
	active, notes, err := p.own.Active(all)
	if err != nil {
		return err
	}
	title, citation, _ := strings.Cut(title, "\n")
	f := &firm{Roster: active, all: all, title: title, notes: notes,
		groups: orgflags.Groups(active), pseudonyms: p.own.Pseudonyms()}
	if citation != "" {
		f.notes = append(f.notes, "Data: "+citation+".")
	}
	if active.HasDepartments() {
		f.names, f.department = active.Departments(), active.Department()
	}
	if f.base, err = p.scenario(f); err != nil {
		return err
	}
	p.firm = f
	return f.base.Validate()
}

// scenario is the organization as it is.
func (p *asking) scenario(f *firm) (sim.Scenario, error) {
	c := p.conditions
	s, err := setups.Real{On: &c, Roster: f.Roster}.Communities()
	if err != nil {
		return s, err
	}
	s.Name = asItIs
	s.Channels[0].Name = ties
	if p.own.Weigh {
		if f.Import().Weight == "" {
			return s, errors.New("-weigh needs a column of weights, and the ties have none; " +
				"-weight names it")
		}
		s.Channels[0].Objectify = practice.Weighed{Rate: c.Superior}
	}
	if f.names != nil {
		c.People = f.People()
		units := c.Scenario(departments, network.Teams{Of: f.department}).Channels[0]
		units.Name = departments
		s.Channels = append([]sim.Channel{units}, s.Channels...)
	}
	s.Events = []sim.Event{sim.Turnover{Rate: p.turnover}}
	return s, nil
}

// asItIs is the scenario without a change.
const asItIs = "as it is"

// model is the organization before its first tick.
func (f *firm) model(seed uint64) (*sim.Model, error) { return sim.New(f.base, seed, 0) }

// norms is the channel whose norms are what the organization knows.
func (f *firm) norms() string {
	if f.names == nil {
		return ties
	}
	return departments
}

// unit is the number of a department.
func (f *firm) unit(name string) (int, error) {
	name = strings.TrimSpace(name)
	if f.names == nil {
		return 0, errors.New("no departments were read: a column department in -roster, or " +
			"-reports, would make them")
	}
	if i := slices.Index(f.names, name); i >= 0 {
		return i, nil
	}
	return 0, fmt.Errorf("there is no department %q%s", name, meant(name, f.names))
}

// person is the number of a person who is simulated.
func (f *firm) person(id string) (int, error) {
	id = strings.TrimSpace(id)
	if p, ok := f.Person(id); ok {
		return p, nil
	}
	if _, ok := f.all.Person(id); ok {
		return 0, fmt.Errorf("%q is not simulated: the person has no place in ties, chart or "+
			"departments (-isolates keeps people without ties)", id)
	}
	if f.pseudonyms {
		return 0, fmt.Errorf("there is nobody with the pseudonym %q: with -pseudonyms people are "+
			"named by these", id)
	}
	return 0, fmt.Errorf("there is nobody with the id %q%s", id, meant(id, idsOf(f.Roster)))
}

// people are the numbers of people in a list of ids.
func (f *firm) people(list string) (all []int, err error) {
	for _, id := range strings.Split(list, ",") {
		p, err := f.person(id)
		if err != nil {
			return nil, err
		}
		if slices.Contains(all, p) {
			return nil, fmt.Errorf("%q is there twice", strings.TrimSpace(id))
		}
		all = append(all, p)
	}
	return all, nil
}

// idsOf are the ids of people in their order, to match files and for what an error suggests.
func idsOf(r *roster.Roster) (all []string) {
	var b bytes.Buffer
	if r.WritePeople(&b) != nil {
		return nil
	}
	rows, err := csv.NewReader(&b).ReadAll()
	if err != nil {
		return nil
	}
	for _, row := range rows[1:] {
		all = append(all, row[0])
	}
	return all
}
