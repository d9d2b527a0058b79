package roster

import (
	"fmt"
	"strings"

	"orglearn/network"
	"orglearn/network/internal/table"
)

// chartReading is a chart while it is read.
type chartReading struct {
	*reading
	*table.Table
	from, to int // columns
	superior []int32
	inChart  []bool
	lines    []int // the line that names the person's superior; 0: none does
}

// readReports reads the chart.
func (in *reading) readReports(file source) error {
	if file.r == nil {
		return nil
	}
	t, err := table.Open(file.name, file.r, "from", "to")
	if err != nil {
		return err
	}
	in.roster.report.ReportsFile = file.name
	c := &chartReading{reading: in, Table: t, from: t.Column("from"), to: t.Column("to")}
	if err := t.Each(c.take); err != nil {
		return err
	}
	return c.finish()
}

// take reads one row, which says who reports to whom, or that someone is a chief.
func (c *chartReading) take() error {
	person, err := c.member(c.from)
	if err != nil {
		return err
	}
	superior := int32(-1)
	if c.Row[c.to] != "" {
		if superior, err = c.member(c.to); err != nil {
			return err
		}
	}
	id := c.Row[c.from]
	switch {
	case superior == person:
		return c.Fault(c.to, "%.40q reports to himself; leave `to` empty for a chief", id)
	case c.lines[person] == 0:
		c.superior[person], c.lines[person] = superior, c.Line(c.from)
	case c.superior[person] != superior:
		return c.Fault(c.to, "a second superior of %.40q, whose first is in line %d",
			id, c.lines[person])
	default:
		c.roster.report.DoubleReports++
	}
	c.inChart[person] = true
	if superior >= 0 {
		c.inChart[superior] = true
	}
	return nil
}

// member finds the person with the id in a column. A person who is not among the people is an
// error.
func (c *chartReading) member(column int) (int32, error) {
	p, known, err := c.find(c.Table, column)
	if err != nil {
		return 0, err
	}
	if !known {
		people := c.roster.report.PeopleFile
		return 0, c.Fault(column, "no person %.40q in %s", c.Row[column], people)
	}
	for len(c.superior) < c.roster.People() {
		c.superior = append(c.superior, -1)
		c.inChart = append(c.inChart, false)
		c.lines = append(c.lines, 0)
	}
	return p, nil
}

// finish stores the chart in the roster. Superiors in a circle are an error.
func (c *chartReading) finish() error {
	if p := (network.ReportsTo{Superior: c.superior}).Circle(); p >= 0 {
		return c.FaultAt(c.lines[p], c.to, "superiors in a circle: %s", c.circle(p))
	}
	c.roster.superior, c.roster.inChart = c.superior, c.inChart
	return nil
}

// maxCircle is the largest number of people that an error about a circle names.
const maxCircle = 8

// circle describes a circle of superiors in words, beginning with person p. It names at most
// maxCircle people.
func (c *chartReading) circle(p int32) string {
	ids := c.roster.ids
	names := []string{fmt.Sprintf("%.40q reports to %.40q", ids[p], ids[c.superior[p]])}
	more := 0
	for q := c.superior[p]; q != p; q = c.superior[q] {
		if len(names) == maxCircle {
			more++
			continue
		}
		names = append(names, fmt.Sprintf("he to %.40q", ids[c.superior[q]]))
	}
	if more > 0 {
		names = append(names, fmt.Sprintf("and so on over %d more", more))
	}
	return strings.Join(names, ", ")
}

// listReports lists the direct reports of each person, ascending.
func listReports(superior []int32) [][]int32 {
	reports := make([][]int32, len(superior))
	for p, s := range superior {
		if s >= 0 {
			reports[s] = append(reports[s], int32(p))
		}
	}
	return reports
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
	reports := listReports(r.superior)
	levels := -1
	for row := r.chiefs(); len(row) > 0; levels++ {
		var below []int32
		for _, p := range row {
			below = append(below, reports[p]...)
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
