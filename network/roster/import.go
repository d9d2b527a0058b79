package roster

import (
	"slices"

	"orglearn/network/internal/table"
)

// Import says what was read of an organization, and what was dropped. Counts are at least 0. It
// names no person except in UnknownIDs.
type Import struct {
	PeopleFile, TiesFile, ReportsFile string // "": there is no such file

	People  int
	Columns []string // names of the columns of the file of people other than id

	Rows       int      // rows of the file of ties
	Ties       int      // directed ties kept
	Weight     string   // name of the column of weights; "": none, every tie weighs 1
	Sent       bool     // `to` listens to `from`; if not, `from` listens to `to`
	Loops      int      // rows dropped: a tie of a person to himself
	Unknown    int      // rows dropped: from or to an id that is not among the people
	UnknownIDs []string // the first three of these ids
	Duplicates int      // rows dropped: the tie occurred before; weights add up
	ZeroTies   int      // rows of the file of ties whose weight is 0
	Alone      int      // people without a tie, kept
	Unheeding  int      // people who have ties and listen to nobody, kept

	Reports       int // people who report to someone
	DoubleReports int // rows dropped: the report occurred before
	Chiefs        int // people in the chart who report to nobody
	Levels        int // levels of people below the chiefs
	Outside       int // people outside the chart, kept

	Departments       int
	DepartmentColumn  string     // "": the departments are the chart's branches
	Smallest, Largest int        // people in a department
	WithoutDepartment int        // people in no department, kept
	Reduction         *Reduction // what Active left out; nil if the roster is not an Active one
}

// clone copies the lists, which a user could change.
func (i Import) clone() Import {
	i.Columns, i.UnknownIDs = slices.Clone(i.Columns), slices.Clone(i.UnknownIDs)
	if i.Reduction != nil {
		reduction := *i.Reduction
		i.Reduction = &reduction
	}
	return i
}

// addTies adds the counts of a file of ties to the report.
func (i *Import) addTies(t *table.Ties) {
	i.TiesFile, i.Rows, i.Ties = t.File, t.Rows, len(t.Kept)
	i.Loops, i.Unknown, i.UnknownIDs = t.Loops, t.Unknown, t.UnknownIDs
	i.Duplicates, i.ZeroTies = t.Duplicates, t.Zeros
}

// count counts the people of a roster that has been read.
func (i *Import) count(r *Roster) {
	i.People, i.Columns, i.Weight, i.Sent = r.People(), r.columns, r.weight, r.sent
	i.Alone, i.Unheeding = r.countUntied()
	if r.HasChart() {
		i.Reports, i.Chiefs, i.Levels = r.reporting(), len(r.chiefs()), r.levels()
		i.Outside = i.People - i.Reports - i.Chiefs
	}
	i.Departments = len(r.departments)
	i.Smallest, i.Largest, i.WithoutDepartment = r.departmentSizes()
}

// countUntied counts the people without a tie, and those who have ties and listen to nobody.
func (r *Roster) countUntied() (alone, unheeding int) {
	tied := make([]bool, r.People())
	for u := range tied {
		for _, v := range r.ties.Heard(u) {
			tied[u], tied[v] = true, true
		}
	}
	for u := range tied {
		switch {
		case !tied[u]:
			alone++
		case len(r.ties.Heard(u)) == 0:
			unheeding++
		}
	}
	return alone, unheeding
}
