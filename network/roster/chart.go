package roster

import (
	"fmt"
	"strings"

	"orglearn/network"
)

// chartReading is a chart while it is read.
type chartReading struct {
	*reading
	superior []int32
	second   []int32 // of the second line; -1: he is not in it, or its chief
	inChart  []bool
	lines    []int            // the line that names the person's superior; 0: none does
	byKey    map[string]int32 // people by what names superiors; nil: their ids do
	unread   string           // of columns not read, said where a second superior is refused
}

func (in *reading) newChart(file string) *chartReading {
	in.roster.report.ReportsFile = file
	c := &chartReading{reading: in}
	c.grow()
	return c
}

// grow makes room for the people who are new.
func (c *chartReading) grow() {
	for len(c.superior) < c.roster.People() {
		c.superior = append(c.superior, -1)
		c.second = append(c.second, -1)
		c.inChart = append(c.inChart, false)
		c.lines = append(c.lines, 0)
	}
}

// faultFunc makes an error about the cell of a superior.
type faultFunc func(format string, args ...any) error

// put puts a person below a superior, or -1 for nobody.
func (c *chartReading) put(person, superior int32, line int, fault faultFunc) error {
	id := c.shown(c.roster.ids[person])
	switch {
	case superior == person:
		return fault("%.40q reports to himself; leave `to` empty for a chief", id)
	case c.lines[person] == 0:
		c.superior[person], c.lines[person] = superior, line
	case c.superior[person] == superior:
		c.roster.report.DoubleReports++
	case c.options.Second == SecondDropped:
		c.roster.report.SecondSuperiors++
		return nil
	case c.options.Second == SecondLine && superior < 0:
	case c.options.Second == SecondLine && c.superior[person] < 0:
		c.superior[person] = superior
	case c.options.Second == SecondLine:
		return c.putSecond(person, superior, fault)
	default:
		return fault("a second superior of %.40q, whose first is in line %d; -first-superior "+
			"keeps the first, and -matrix makes a second line of them (dotted lines)%s",
			id, c.lines[person], c.unread)
	}
	c.inChart[person] = true
	if superior >= 0 {
		c.inChart[superior] = true
	}
	return nil
}

// putSecond puts a person below a superior in the second line.
func (c *chartReading) putSecond(person, superior int32, fault faultFunc) error {
	switch {
	case superior == person:
		return fault("%.40q reports to himself in the second line", c.shown(c.roster.ids[person]))
	case c.second[person] < 0:
		c.second[person] = superior
		c.roster.report.SecondSuperiors++
	case c.second[person] == superior:
		c.roster.report.DoubleReports++
	default:
		return fault("a third superior of %.40q; -first-superior keeps the first",
			c.shown(c.roster.ids[person]))
	}
	c.inChart[person], c.inChart[superior] = true, true
	return nil
}

// stranger reports a superior, or someone who reports, who is not among the people. It is an error
// unless the user accepts it.
func (c *chartReading) stranger(id string, fault faultFunc) error {
	if c.options.Partial {
		c.roster.report.UnknownReports++
		return nil
	}
	hint := c.hint(map[string]int{id: 1})
	if hint != "" {
		hint = "; " + hint
	}
	return fault("no person %.40q in %s%s; -partial leaves the row out", c.shown(id),
		c.roster.report.PeopleFile, hint)
}

// finish stores the chart in the roster. Superiors in a circle are an error; at says where it is.
func (c *chartReading) finish(at func(line int, fault string) error) error {
	for _, line := range [][]int32{c.superior, c.second} {
		if p := (network.ReportsTo{Superior: line}).Circle(); p >= 0 {
			return at(c.lines[p], "superiors in a circle: "+c.circle(line, p))
		}
	}
	c.roster.superior, c.roster.inChart = c.superior, c.inChart
	if c.options.Second == SecondLine {
		c.roster.second = c.second
	}
	return nil
}

// maxCircle is the largest number of people that an error about a circle names.
const maxCircle = 8

// circle describes a circle of superiors in words, beginning with person p. It names at most
// maxCircle people.
func (c *chartReading) circle(superior []int32, p int32) string {
	name := func(p int32) string { return c.shown(c.roster.ids[p]) }
	names := []string{fmt.Sprintf("%.40q reports to %.40q", name(p), name(superior[p]))}
	more := 0
	for q := superior[p]; q != p; q = superior[q] {
		if len(names) == maxCircle {
			more++
			continue
		}
		names = append(names, fmt.Sprintf("he to %.40q", name(superior[q])))
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
