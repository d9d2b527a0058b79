package roster

import (
	"fmt"
	"slices"
	"strconv"

	"orglearn/network/internal/table"
)

// likelyManager is the column that names superiors by their ids. Where a user names none and
// several have the name of one, such as manager and manager_id, it is that with most known ids.
func (in *reading) likelyManager() int {
	best := in.manager
	if in.options.Columns.Manager != "" {
		return best
	}
	most := in.countKnown(in.roster.attributes[best])
	for k, name := range in.roster.columns {
		if _, ok := managerRole.known[reduce(name)]; !ok || k == best {
			continue
		}
		if n := in.countKnown(in.roster.attributes[k]); n > most {
			best, most = k, n
		}
	}
	if best != in.manager {
		in.note("The column %s of %s is the manager's, as it names known people; the column %s "+
			"does not.", in.roster.columns[best], in.roster.report.PeopleFile,
			in.roster.columns[in.manager])
	}
	return best
}

// countKnown counts the cells that name one of the people.
func (in *reading) countKnown(column []string) (n int) {
	for _, id := range column {
		if _, known := in.lookup(id); known {
			n++
		}
	}
	return n
}

// readManagers reads the chart from the people's column. Who has no superior is a chief if someone
// reports to him.
func (in *reading) readManagers() error {
	column, name := in.roster.attributes[in.manager], in.roster.columns[in.manager]
	if !slices.ContainsFunc(column, func(v string) bool { return !table.IsMissing(v) }) {
		in.note("The column %s of %s is empty.", name, in.roster.report.PeopleFile)
		return nil
	}
	c := in.newChart(in.roster.report.PeopleFile)
	c.byKey = in.keyOfManagers(column)
	in.roster.report.ManagerColumn = name
	at := func(line int, fault string) error {
		return fmt.Errorf("%s: line %d (%.40s): %s; -manager names another column, or none",
			in.roster.report.PeopleFile, line, name, fault)
	}
	for line, column := range append([][]string{column}, in.dottedColumn()...) {
		for p, id := range column {
			fault := func(format string, args ...any) error {
				return at(in.lines[p], fmt.Sprintf(format, args...))
			}
			if err := c.takeManager(int32(p), id, line == 1, fault); err != nil {
				return err
			}
		}
	}
	return c.finish(at)
}

// dottedColumn is the column of second superiors, if there is one and it is asked for.
func (in *reading) dottedColumn() [][]string {
	if in.dotted < 0 {
		return nil
	}
	if in.options.Second == SecondLine {
		return in.roster.attributes[in.dotted : in.dotted+1]
	}
	in.note("The column %s of %s is not read; -matrix makes a second line of it.",
		in.roster.columns[in.dotted], in.roster.report.PeopleFile)
	return nil
}

// lookupSuperior finds a superior by his id, or by the column that superiors are named by.
func (c *chartReading) lookupSuperior(id string) (person int32, known bool) {
	if c.byKey != nil {
		person, known = c.byKey[id]
		return person, known
	}
	return c.lookup(id)
}

// keyOfManagers are the people by the column that names them in the column of superiors, where that
// is not the id; nil: it is. The column has a value of its own for everybody who has one, and at
// least nine in ten superiors are in it.
func (in *reading) keyOfManagers(managers []string) map[string]int32 {
	named := 0
	for _, id := range managers {
		if !table.IsMissing(id) && !isZero(id) {
			named++
		}
	}
	if 2*in.countKnown(managers) > named {
		return nil
	}
	for k, values := range in.roster.attributes {
		people := uniqueValues(values)
		found := 0
		for _, id := range managers {
			if _, ok := people[id]; ok && !table.IsMissing(id) {
				found++
			}
		}
		if k != in.manager && found > 0 && 10*found >= 9*named {
			in.note("By the column %s of %s its column %s names superiors.", in.roster.columns[k],
				in.roster.report.PeopleFile, in.roster.columns[in.manager])
			return people
		}
	}
	return nil
}

// uniqueValues are the people by their values in a column; nil: two have the same.
func uniqueValues(values []string) map[string]int32 {
	people := map[string]int32{}
	for p, value := range values {
		if table.IsMissing(value) {
			continue
		}
		if _, twice := people[value]; twice {
			return nil
		}
		people[value] = int32(p)
	}
	return people
}

// takeManager takes the superior in a person's row, in the first line or the second.
func (c *chartReading) takeManager(person int32, id string, second bool, fault faultFunc) error {
	superior, known := c.lookupSuperior(id)
	switch {
	case known && second:
		return c.putSecond(person, superior, fault)
	case known && superior == person:
		c.roster.report.OwnSuperiors++
		c.inChart[person] = true
		return nil
	case known:
		return c.put(person, superior, c.reading.lines[person], fault)
	case table.IsMissing(id), isZero(id):
		return nil
	}
	return c.stranger(id, fault)
}

// isZero reports whether an id is 0, which stands for nobody where there is no such person.
func isZero(id string) bool {
	v, err := strconv.ParseFloat(id, 64)
	return err == nil && v == 0
}
