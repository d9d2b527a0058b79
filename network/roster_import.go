package network

import (
	"slices"
)

// Import says what was read of an organization, and what was dropped of it. Apart from the examples in UnknownIDs it names
// nobody.
type Import struct {
	PeopleFile, TiesFile, ReportsFile string // "": not given

	People  int
	Columns []string // the columns of the file of people other than id

	Rows       int    // of the file of ties
	Ties       int    // directed ties kept
	Weight     string // the column of weights; "": none, every tie weighs 1
	Sent       bool   // `to` listens to `from`; else `from` to `to`
	Loops      int    // rows dropped: of a person to himself
	Unknown    int    // rows dropped: from or to an id that is not among the people
	UnknownIDs []string
	Duplicates int // rows dropped: the tie was there before; weights added up
	ZeroTies   int // ties kept whose weight is 0
	Alone      int // people without a tie, kept
	Unheeding  int // people with ties who listen to nobody, kept

	Reports       int // people who report to someone
	DoubleReports int // rows dropped: the report was there before
	Chiefs        int // people in the chart who report to nobody
	Levels        int // levels of people below the chiefs
	Outside       int // people outside the chart, kept

	Departments       int
	DepartmentColumn  string     // "": of the chart
	Smallest, Largest int        // people in a department
	WithoutDepartment int        // people in none, kept
	Reduction         *Reduction // set in the report of the Active roster
}

// Reduction says whom the Active roster leaves out, by the first reason that holds, and what went with them.
type Reduction struct {
	People            int // kept
	Outside           int // left out: outside the chart
	WithoutDepartment int // left out: in no department
	Alone             int // left out: without a tie to anyone kept
	Ties              int // kept
	LostTies          int // to or from people left out
	MovedUp           int // people whose superior is left out, and who report to the next one above instead
	Chiefs            int // people kept who report to nobody; 0 without a chart
	Departments       int // with anyone kept
	Smallest, Largest int // people kept in a department
	Unheeding         int // people kept who listen to nobody
}

func (i Import) clone() Import {
	i.Columns, i.UnknownIDs = slices.Clone(i.Columns), slices.Clone(i.UnknownIDs)
	if i.Reduction != nil {
		reduction := *i.Reduction
		i.Reduction = &reduction
	}
	return i
}

// took notes what a file of ties gave.
func (i *Import) took(c *csvTies) {
	i.TiesFile, i.Rows, i.Ties = c.name, c.rows, len(c.kept)
	i.Loops, i.Unknown, i.Duplicates, i.ZeroTies = c.loops, c.unknown, c.duplicates, c.zeros
	i.UnknownIDs = c.unknownIDs
}

// count counts the people of a roster that has been read.
func (i *Import) count(r *Roster) {
	i.People, i.Columns, i.Weight, i.Sent = r.People(), r.columns, r.weight, r.sent
	i.Alone, i.Unheeding = r.untied()
	if r.HasChart() {
		i.Reports, i.Chiefs, i.Levels = r.reporting(), len(r.chiefs()), r.levels()
		i.Outside = i.People - i.Reports - i.Chiefs
	}
	i.Departments = len(r.departments)
	i.Smallest, i.Largest, i.WithoutDepartment = r.departmentSizes()
}

// untied counts the people without a tie, and those with ties who listen to nobody.
func (r *Roster) untied() (alone, unheeding int) {
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

// departmentSizes are the people in the smallest and the largest department, and in none.
func (r *Roster) departmentSizes() (smallest, largest, none int) {
	if r.department == nil {
		return 0, 0, 0
	}
	sizes := make([]int, len(r.departments))
	for _, k := range r.department {
		if k < 0 {
			none++
			continue
		}
		sizes[k]++
	}
	return slices.Min(sizes), slices.Max(sizes), none
}
