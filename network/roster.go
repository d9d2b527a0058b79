package network

import (
	"cmp"
	"encoding/csv"
	"io"
	"slices"
	"strconv"
	"strings"
)

// Roster is an organization as read from files: its people 0..n-1, who of them are tied, and, where the data say it, in which
// department each is and to whom he reports. Nothing in it can be changed by its user.
//
// The ids of the files stay inside: they serve errors, the report of the import and the writing of the same files again.
// Results are by number, and no method gives the id of a number.
type Roster struct {
	ids        []string
	columns    []string   // the attributes' names
	attributes [][]string // by column, then person

	departments []string // names
	department  []int    // nil: the data have none; -1: a person in none

	superior []int32 // nil: the data have no chart
	inChart  []bool

	ties   *Graph
	weight string // the name of the column of weights, or ""
	sent   bool   // in the file of ties, `from` sends and `to` listens

	report Import
}

// People is the number of people.
func (r *Roster) People() int { return len(r.ids) }

// Ties is the graph of the ties: an edge u->v means that u listens to v, with a weight where the file gives one. Without a
// file of ties it has no edges.
func (r *Roster) Ties() *Graph { return r.ties }

// HasChart reports whether the data say who reports to whom. If not, a hierarchy over these people has to be made up.
func (r *Roster) HasChart() bool { return r.superior != nil }

// Superior gives each person's superior, or -1 for a chief and for a person outside the chart; nil if there is no chart. For
// ReportsTo, which would take the people outside for chiefs, use the superiors of the Active roster.
func (r *Roster) Superior() []int32 { return slices.Clone(r.superior) }

// InChart reports whether a person is in the chart: he reports to someone, or someone to him, or the file names him a chief.
func (r *Roster) InChart(person int) bool { return r.inChart != nil && r.inChart[person] }

// HasDepartments reports whether the data say, by a column or by the chart, in which department people are.
func (r *Roster) HasDepartments() bool { return r.department != nil }

// Department gives each person's department, 0..len(Departments())-1, or -1 if he is in none; nil if the data have none. In
// the Active roster everybody is in one.
func (r *Roster) Department() []int { return slices.Clone(r.department) }

// Departments are the departments' names: the values of the column, in the order of numbers if all are integers and else of
// the alphabet; or those given to the branches of the chart.
func (r *Roster) Departments() []string { return slices.Clone(r.departments) }

// Columns are the names, in lower case, of the columns of the file of people other than id.
func (r *Roster) Columns() []string { return slices.Clone(r.columns) }

// Attribute gives each person's value in a column of the file of people, as text; nil if there is no such column.
func (r *Roster) Attribute(column string) []string {
	k := slices.Index(r.columns, column)
	if k < 0 {
		return nil
	}
	return slices.Clone(r.attributes[k])
}

// Person is the number of the person with an id.
func (r *Roster) Person(id string) (person int, ok bool) {
	person = slices.Index(r.ids, id)
	return person, person >= 0
}

// Import is the report of what was read and what was dropped.
func (r *Roster) Import() Import { return r.report.clone() }

// WritePeople writes the people as CSV, in their order: id and the other columns.
func (r *Roster) WritePeople(w io.Writer) error {
	out := csv.NewWriter(w)
	out.Write(append([]string{"id"}, r.columns...))
	row := make([]string, 1+len(r.columns))
	for p, id := range r.ids {
		row[0] = id
		for k := range r.columns {
			row[k+1] = r.attributes[k][p]
		}
		out.Write(row)
	}
	out.Flush()
	return out.Error()
}

// WriteTies writes the ties as CSV, with `from` and `to` in the sense of the file they were read from, and the weights, if
// any, in a column of the same name.
func (r *Roster) WriteTies(w io.Writer) error {
	return writeTies(w, r.ties, func(p int) string { return r.ids[p] }, r.weight, r.sent)
}

// WriteReports writes the chart as CSV: `to` is the superior of `from`, and empty for a chief. Without a chart there is the
// header only.
func (r *Roster) WriteReports(w io.Writer) error {
	out := csv.NewWriter(w)
	out.Write([]string{"from", "to"})
	for p, superior := range r.superior {
		switch {
		case superior >= 0:
			out.Write([]string{r.ids[p], r.ids[superior]})
		case r.inChart[p]:
			out.Write([]string{r.ids[p], ""})
		}
	}
	out.Flush()
	return out.Error()
}

// nameDepartments numbers the departments that a column names; "" is none. It leaves the roster without departments if
// nobody is in one.
func (r *Roster) nameDepartments(column []string) {
	names := slices.Clone(column)
	slices.SortFunc(names, departmentOrder(column))
	names = slices.DeleteFunc(slices.Compact(names), func(name string) bool { return name == "" })
	if len(names) == 0 {
		return
	}
	number := make(map[string]int, len(names))
	for k, name := range names {
		number[name] = k
	}
	r.departments, r.department = names, make([]int, len(column))
	for p, name := range column {
		r.department[p] = -1
		if name != "" {
			r.department[p] = number[name]
		}
	}
}

// departmentOrder compares names as numbers if all are integers, and else as text.
func departmentOrder(names []string) func(a, b string) int {
	value := make(map[string]int, len(names))
	for _, name := range names {
		n, err := strconv.Atoi(name)
		if err != nil && name != "" {
			return strings.Compare
		}
		value[name] = n
	}
	return func(a, b string) int {
		return cmp.Or(cmp.Compare(value[a], value[b]), strings.Compare(a, b))
	}
}
