package network

import (
	"fmt"
	"strings"
)

// readReports reads the chart.
func (in *rosterReading) readReports(file rosterFile) error {
	if file.r == nil {
		return nil
	}
	t, err := openTable(file.name, file.r, "from", "to")
	if err != nil {
		return err
	}
	in.report.ReportsFile = file.name
	c := &chartReading{rosterReading: in, csvTable: t, from: t.column("from"), to: t.column("to")}
	for {
		more, err := t.next()
		if err != nil {
			return err
		}
		if !more {
			break
		}
		if err := c.take(); err != nil {
			return err
		}
	}
	return c.finish()
}

// chartReading is a chart while it is read.
type chartReading struct {
	*rosterReading
	*csvTable
	from, to int // columns
	superior []int32
	inChart  []bool
	lines    []int // where a person's superior is named; 0: nowhere
}

// take reads one row: who reports to whom, or that someone is a chief.
func (c *chartReading) take() error {
	person, err := c.member(c.from)
	if err != nil {
		return err
	}
	superior := int32(-1)
	if c.row[c.to] != "" {
		if superior, err = c.member(c.to); err != nil {
			return err
		}
	}
	id := c.row[c.from]
	switch {
	case superior == person:
		return c.fault(c.to, "%.40q reports to himself; leave `to` empty for a chief", id)
	case c.lines[person] == 0:
		c.superior[person], c.inChart[person], c.lines[person] = superior, true, c.line(c.from)
	case c.superior[person] != superior:
		return c.fault(c.to, "a second superior of %.40q, whose first is in line %d", id, c.lines[person])
	default:
		c.report.DoubleReports++
	}
	if superior >= 0 {
		c.inChart[superior] = true
	}
	return nil
}

// member is the person with the id in a column. He must be among the people.
func (c *chartReading) member(column int) (int32, error) {
	p, known, err := c.find(c.csvTable, column)
	if err != nil {
		return 0, err
	}
	if !known {
		return 0, c.fault(column, "no person %.40q in %s", c.row[column], c.report.PeopleFile)
	}
	for len(c.superior) < len(c.ids) {
		c.superior = append(c.superior, -1)
		c.inChart = append(c.inChart, false)
		c.lines = append(c.lines, 0)
	}
	return p, nil
}

// finish checks that the chart has no circle and hands it to the roster.
func (c *chartReading) finish() error {
	if len(c.superior) == 0 {
		return fmt.Errorf("%s: line 1: no rows below the header", c.name)
	}
	if p := (ReportsTo{c.superior}).cycle(); p >= 0 {
		return c.faultAt(c.lines[p], c.to, "superiors in a circle: %s", c.circle(p))
	}
	c.Roster.superior, c.Roster.inChart = c.superior, c.inChart
	return nil
}

// circle names the people on a circle of superiors, from person p on; the first few of many.
func (c *chartReading) circle(p int32) string {
	names := []string{fmt.Sprintf("%.40q reports to %.40q", c.ids[p], c.ids[c.superior[p]])}
	more := 0
	for q := c.superior[p]; q != p; q = c.superior[q] {
		if len(names) == 8 {
			more++
			continue
		}
		names = append(names, fmt.Sprintf("he to %.40q", c.ids[c.superior[q]]))
	}
	if more > 0 {
		names = append(names, fmt.Sprintf("and so on over %d more", more))
	}
	return strings.Join(names, ", ")
}

// branches makes departments of the chart. Each direct report of the chief who leads people is the head of one, with everyone
// below him. The chief's own office is one more: the chief, and those of his direct reports who lead nobody, because a person
// alone in a department would have nobody to learn from there, and they work for the chief and for no branch. Where only one
// direct report leads people, as under a chairman, the office is his as well and the branches are those below him. Of several
// chiefs each who leads people has a branch. People outside the chart are in none.
func (r *Roster) branches() {
	reports := ReportsTo{r.superior}.reports(len(r.ids))
	leading := func(of []int32) (heads []int32) {
		for _, p := range of {
			if len(reports.at(int(p))) > 0 {
				heads = append(heads, p)
			}
		}
		return heads
	}
	heads := leading(r.chiefs())
	for len(heads) == 1 {
		heads = leading(reports.at(int(heads[0])))
	}
	branch := make([]int, len(r.ids))
	for k, p := range heads {
		below := []int32{p}
		for len(below) > 0 {
			q := below[len(below)-1]
			branch[q] = k + 1
			below = append(below[:len(below)-1], reports.at(int(q))...)
		}
	}
	r.nameDepartments(branchNames(branch, r.inChart))
}

// branchNames names branch 0 the office, others by their number, and people outside the chart not at all.
func branchNames(branch []int, inChart []bool) []string {
	names := make([]string, len(branch))
	width := 1
	for _, k := range branch {
		width = max(width, len(fmt.Sprint(k)))
	}
	for p, k := range branch {
		switch {
		case !inChart[p]:
		case k == 0:
			names[p] = "Office of the chief"
		default:
			names[p] = fmt.Sprintf("branch %0*d", width, k)
		}
	}
	return names
}

// chiefs are the people of the chart without a superior.
func (r *Roster) chiefs() []int32 {
	var chiefs []int32
	for p, superior := range r.superior {
		if superior < 0 && r.inChart[p] {
			chiefs = append(chiefs, int32(p))
		}
	}
	return chiefs
}

// levels is the number of levels below the chiefs.
func (r *Roster) levels() int {
	reports := ReportsTo{r.superior}.reports(len(r.ids))
	levels := -1
	for row := r.chiefs(); len(row) > 0; levels++ {
		var below []int32
		for _, p := range row {
			below = append(below, reports.at(int(p))...)
		}
		row = below
	}
	return levels
}

// reporting is the number of people who report to someone.
func (r *Roster) reporting() int {
	n := 0
	for _, superior := range r.superior {
		if superior >= 0 {
			n++
		}
	}
	return n
}
