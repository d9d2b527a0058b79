package roster

import (
	"slices"

	"orglearn/network"
)

// Roster is an organization read from files. It holds people 0..People()-1, their ties and, if the
// files give them, their departments and superiors. A roster never changes, so any number of
// goroutines may read it.
//
// Its results refer to people by number, and no method returns the id of a number. Ids occur only
// in errors, in the report of the import and in the files that the roster writes.
type Roster struct {
	ids        []string
	idColumn   string     // name of the column of ids
	columns    []string   // names of the attributes
	attributes [][]string // by column, then person

	departments  []string // names
	department   []int    // of each person, -1 for none; nil: the files name no departments
	departmentAt int      // the attribute that names them, -1: none does
	teams        [][]int32

	superior []int32 // of each person, -1 for none; nil: there is no chart
	second   []int32 // the second line; nil: there is none
	inChart  []bool

	ties   *network.Graph
	weight string // name of the column of weights, or ""
	sent   bool   // in the file of ties, `to` listens to `from`

	report Import
}

// People is the number of people: at least 1, or 0 of a nil Roster.
func (r *Roster) People() int {
	if r == nil {
		return 0
	}
	return len(r.ids)
}

// Graph is the graph of the ties over all people. An edge u->v means that u listens to v. It has a
// weight if the file gives one. Without a file of ties the graph has no edges.
func (r *Roster) Graph() *network.Graph { return r.ties }

// HasChart reports whether the files say who reports to whom. If false, a hierarchy over these
// people has to be made up.
func (r *Roster) HasChart() bool { return r.superior != nil }

// Superior returns the superior of each person, or nil if there is no chart. It is -1 for a chief
// and for a person outside the chart. network.ReportsTo takes both for chiefs. So give it the
// superiors of the Active roster, in which nobody is outside the chart.
func (r *Roster) Superior() []int32 { return slices.Clone(r.superior) }

// InChart reports whether a person, 0..People()-1, is in the chart. He is if he reports to someone,
// if someone reports to him, or if the file names him a chief.
func (r *Roster) InChart(person int) bool { return r.inChart != nil && r.inChart[person] }

// SecondLine returns the superior of each person in a second line, such as a dotted line, or nil if
// there is none. It is -1 for a person without a superior there. A Reader with SecondLine reads it.
func (r *Roster) SecondLine() []int32 { return slices.Clone(r.second) }

// Teams returns the people of each team in a file of teams, or nil if there is no such file. A
// person may be in several.
func (r *Roster) Teams() [][]int32 {
	teams := slices.Clone(r.teams)
	for i := range teams {
		teams[i] = slices.Clone(teams[i])
	}
	return teams
}

// HasDepartments reports whether people have departments, from a column or from the chart.
func (r *Roster) HasDepartments() bool { return r.department != nil }

// Department returns the department of each person, or nil if there are none. A department is an
// index of Departments; -1 means that the person is in none. In the Active roster of an
// organization with departments everybody is in one.
func (r *Roster) Department() []int { return slices.Clone(r.department) }

// Departments are the names of the departments. They are the values of a column, or names made for
// the branches of the chart. Values are in numerical order if all are integers, and otherwise in
// order of their text.
func (r *Roster) Departments() []string { return slices.Clone(r.departments) }

// Columns are the names, in lower case, of the columns of the file of people other than id.
func (r *Roster) Columns() []string { return slices.Clone(r.columns) }

// Attribute returns the value of each person in a column of the file of people, as text. It is nil
// if there is no such column in Columns.
func (r *Roster) Attribute(column string) []string {
	k := slices.Index(r.columns, column)
	if k < 0 {
		return nil
	}
	return slices.Clone(r.attributes[k])
}

// Person returns the number of the person with an id, and whether there is one.
func (r *Roster) Person(id string) (person int, ok bool) {
	person = slices.Index(r.ids, id)
	return person, person >= 0
}

// Import is the report of what was read and what was dropped.
func (r *Roster) Import() Import { return r.report.clone() }
