package roster

import (
	"slices"
	"strings"

	"orglearn/network/internal/table"
)

// Import says what was read of an organization, and what was dropped. Counts are at least 0. It
// names no person except in UnknownIDs, Notes and Heads; String writes all but Heads.
type Import struct {
	PeopleFile, TiesFile, ReportsFile string // "": there is no such file

	People  int
	Columns []string // names of the columns of the file of people other than id

	Rows       int      // rows of the file of ties
	Ties       int      // directed ties kept
	Weight     string   // name of the column of weights; "": none, every tie weighs 1
	Sent       bool     // `to` listens to `from`; if not, `from` listens to `to`
	Mutual     int      // rows whose tie goes both ways
	Loops      int      // rows dropped: a tie of a person to himself
	Unknown    int      // rows dropped: from or to an id that is not among the people
	UnknownIDs []string // the first three of these ids
	Duplicates int      // rows dropped: the tie occurred before; weights add up
	Missing    int      // rows dropped: from or to is missing
	NoWeight   int      // rows dropped: the weight is missing
	Zeros      int      // rows dropped: the weight is 0, so there is no tie
	Weak       int      // rows dropped: the weight is below Reader.Least
	Matched    int      // ids that match only in the ways of Reader.Match
	Alone      int      // people without a tie, kept
	Unheeding  int      // people who have ties and listen to nobody, kept

	ManagerColumn   string // column of the people that is the chart; "": it has a file, or is none
	Reports         int    // people who report to someone
	DoubleReports   int    // rows dropped: the report occurred before
	SecondSuperiors int    // rows with a second superior: see Reader.Second
	Second          Second // what was done about them
	OwnSuperiors    int    // people whose superior is themselves: chiefs
	UnknownReports  int    // rows dropped: a person who is not among the people
	MissingReports  int    // rows dropped: the person who reports is missing
	ZeroReports     int    // rows dropped: the weight is 0, so nobody reports
	Chiefs          int    // people in the chart who report to nobody
	Levels          int    // levels of people below the chiefs
	Outside         int    // people outside the chart, kept

	Departments       int
	DepartmentColumn  string     // "": the departments are the chart's branches
	Smallest, Largest int        // people in a department
	WithoutDepartment int        // people in no department, kept
	Reduction         *Reduction // what Active left out; nil if the roster is not an Active one

	Heads  []Head   // the first rows of each file
	Used   []Use    // the columns, and what each is used for
	Evened int      // cells in which invisible characters or the form of accents were evened out
	Notes  []string // what else was done or is odd, each a sentence
}

// Head is the beginning of a file as it was understood: the columns, and the first five rows.
type Head struct {
	File    string
	Columns []string
	Rows    [][]string
}

// Use says what a column of a file is used for.
type Use struct {
	File, Column string
	As           string // "id", "from", and so on; "": it is not used
}

// guessed reports whether the column is used, and its name is not the plain one. That of weights is
// said beside the ties.
func (u Use) guessed() bool {
	return u.As != "" && u.As != weightRole.flag && !strings.EqualFold(u.Column, u.As)
}

// clone copies the lists, which a user could change.
func (i Import) clone() Import {
	i.Columns, i.UnknownIDs = slices.Clone(i.Columns), slices.Clone(i.UnknownIDs)
	i.Used, i.Notes = slices.Clone(i.Used), slices.Clone(i.Notes)
	i.Heads = slices.Clone(i.Heads)
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
	i.Duplicates, i.Zeros, i.Weak, i.Mutual = t.Duplicates, t.Zeros, t.Weak, t.Mutual
	i.Missing, i.NoWeight = t.Missing, t.NoWeight
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
