package roster

import (
	"errors"
	"fmt"
	"strings"

	"orglearn/network"
	"orglearn/network/internal/table"
	"orglearn/network/internal/words"
)

// reading is a roster while it is read.
type reading struct {
	options Reader
	roster  *Roster
	persons map[string]int32 // the number of each id
	closed  bool             // there is a file of people, so an id that it lacks is an error
}

// read reads the files in the order people, ties, reports, and numbers the people in this order.
func (o Reader) read(people, ties, reports source) (*Roster, error) {
	if people.r == nil && ties.r == nil && reports.r == nil {
		return nil, errors.New("roster: no files, want people, ties or reports")
	}
	r := &Roster{sent: o.Sent}
	in := &reading{options: o, roster: r, persons: map[string]int32{}, closed: people.r != nil}
	if err := in.readPeople(people); err != nil {
		return nil, err
	}
	found, err := in.readTies(ties)
	if err != nil {
		return nil, err
	}
	if err := in.readReports(reports); err != nil {
		return nil, err
	}
	// Without a file of people, their number is known only now.
	if r.ties, err = graph(found, r.People(), o.Sent); err != nil {
		return nil, err
	}
	in.group()
	r.report.count(r)
	return r, nil
}

// readPeople reads ids and attributes.
func (in *reading) readPeople(file source) error {
	if file.r == nil {
		return nil
	}
	t, err := table.Open(file.name, file.r, "id")
	if err != nil {
		return err
	}
	r := in.roster
	r.report.PeopleFile = file.name
	var kept []int // the columns of the attributes
	for k, name := range t.Columns {
		if name != "" && name != "id" {
			kept = append(kept, k)
			r.columns = append(r.columns, name)
		}
	}
	r.attributes = make([][]string, len(kept))
	return in.readRows(t, kept)
}

// readRows reads one person from each row. kept lists the columns of his attributes.
func (in *reading) readRows(t *table.Table, kept []int) error {
	var lines []int // of each person's row
	at := t.Column("id")
	return t.Each(func() error {
		id, err := t.ID(at)
		if err != nil {
			return err
		}
		if p, twice := in.persons[id]; twice {
			return t.Fault(at, "the id %.40q is there twice, first in line %d", id, lines[p])
		}
		if in.roster.People() == network.MaxPeople {
			return t.Fault(at, "more than %d people", network.MaxPeople)
		}
		in.add(id)
		lines = append(lines, t.Line(at))
		for i, k := range kept {
			in.roster.attributes[i] = append(in.roster.attributes[i], strings.Clone(t.Row[k]))
		}
		return nil
	})
}

// add adds a person with the id.
func (in *reading) add(id string) int32 {
	id = strings.Clone(id)
	p := int32(in.roster.People())
	in.persons[id] = p
	in.roster.ids = append(in.roster.ids, id)
	return p
}

// find finds the person with the id in a column. Without a file of people every id is a person.
func (in *reading) find(t *table.Table, column int) (person int32, known bool, err error) {
	id, err := t.ID(column)
	if err != nil {
		return 0, false, err
	}
	p, known := in.persons[id]
	if known || in.closed {
		return p, known, nil
	}
	return in.add(id), true, nil
}

// readTies reads the ties and reports what it dropped.
func (in *reading) readTies(file source) (*table.Ties, error) {
	if file.r == nil {
		return &table.Ties{}, nil
	}
	report := &in.roster.report
	reader := table.TieReader{Find: in.find, People: report.PeopleFile, Strict: in.options.Strict}
	ties, err := reader.Read(file.name, file.r)
	if err != nil {
		return nil, err
	}
	if len(ties.Kept) == 0 {
		return nil, fmt.Errorf("%w (none of the %s is left: %s)",
			ties.Dropped, words.Plural(ties.Rows, "tie"), ties.Reasons())
	}
	in.roster.weight = ties.Weight
	report.addTies(ties)
	return ties, nil
}

// graph returns the graph of the ties over n people. If sent is true, the receiver listens.
func graph(ties *table.Ties, n int, sent bool) (*network.Graph, error) {
	edges := make([]network.Edge, len(ties.Kept))
	for i, t := range ties.Kept {
		edges[i] = network.Edge{From: t.From, To: t.To, Weight: t.Weight}
		if sent {
			edges[i].From, edges[i].To = t.To, t.From
		}
	}
	return network.NewGraph(n, edges)
}

// group sets the departments: from the column, or else from the chart.
func (in *reading) group() {
	column := in.options.departmentColumn()
	in.roster.nameDepartments(in.roster.Attribute(column))
	switch {
	case in.roster.HasDepartments():
		in.roster.report.DepartmentColumn = column
	case in.roster.HasChart():
		in.roster.branch()
	}
}
