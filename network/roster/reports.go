package roster

import (
	"fmt"
	"slices"
	"strconv"

	"orglearn/network/internal/shape"
	"orglearn/network/internal/table"
)

// readChart reads the chart: from the file of reports, or else from the people's column that names
// the superior.
func (in *reading) readChart(file source) error {
	switch {
	case file.r != nil:
		for _, k := range []int{in.manager, in.dotted} {
			if k >= 0 {
				in.note("The column %s of %s is not read: the chart is that of %s.",
					in.roster.columns[k], in.roster.report.PeopleFile, file.name)
			}
		}
		return in.readReports(file)
	case in.manager >= 0:
		in.manager = in.likelyManager()
		return in.readManagers()
	}
	return nil
}

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

// reportsReading is a file of reports while it is read.
type reportsReading struct {
	*chartReading
	*table.Table
	from, to, weight int // columns; weight is -1 for none
	missing, zeros   int // rows dropped
	former           *former
	dotted           dotted
}

// readReports reads the chart from its file.
func (in *reading) readReports(file source) error {
	text, err := table.ReadText(file.name, file.r)
	if err != nil {
		return err
	}
	t, err := in.openReports(text)
	if err != nil {
		return err
	}
	t.Show = in.shown
	c := &reportsReading{chartReading: in.newChart(file.name), Table: t, former: newFormer(t)}
	if err := c.findColumns(); err != nil {
		return err
	}
	if err := t.Each(c.take); err != nil {
		return err
	}
	in.noteText(text, t)
	if !slices.Contains(c.inChart, true) {
		return fmt.Errorf("%s: no row says who reports to whom", file.name)
	}
	c.notes()
	return c.finish(func(line int, fault string) error {
		return t.FaultAt(line, c.to, "%s", fault)
	})
}

// openReports opens a chart of any shape. In a matrix a row names the superior of its person.
func (in *reading) openReports(text *table.Text) (*table.Table, error) {
	if t, err := shape.Named(text, in.known()); t != nil || err != nil {
		return t, err
	}
	if t, err := shape.Matrix(text); t != nil || err != nil {
		return t, err
	}
	t, err := table.Open(text, in.reportsHeader())
	if err == nil || !in.options.NoHeader {
		return t, err
	}
	return shape.NoHeader(text, in.roster.ids)
}

// reportsRoles are what the columns of a file of reports are for: an id and a manager, or from and
// to.
func (in *reading) reportsRoles(columns []string) (below, above role, from, to string) {
	from, to = in.options.Columns.From, in.options.Columns.To
	if fromRole.at(columns, from) < 0 || toRole.at(columns, to) < 0 {
		from, to = "", "" // they are names of the ties
	}
	superior := managerRole.guess(columns)
	if superior >= 0 && idRole.guess(columns, superior) >= 0 && from == "" && to == "" {
		return idRole, managerRole, "", ""
	}
	return fromRole, toRole, from, to
}

// reportsHeader is the header of a file of reports.
func (in *reading) reportsHeader() table.Header {
	return table.Header{Wanted: []string{"from", "to"}, Loose: true,
		Check: func(columns []string) error {
			below, above, from, to := in.reportsRoles(columns)
			if err := below.check(columns, from, above.guess(columns)); err != nil {
				return err
			}
			return above.check(columns, to, below.guess(columns))
		}}
}

// findColumns finds the columns.
func (c *reportsReading) findColumns() (err error) {
	below, above, from, to := c.reportsRoles(c.Columns)
	if c.from, err = below.find(c.Table, from, above.guess(c.Columns)); err != nil {
		return err
	}
	if c.to, err = above.find(c.Table, to, c.from); err != nil {
		return err
	}
	if c.weight, err = weightRole.find(c.Table, "", c.from, c.to); err != nil {
		return err
	}
	for _, k := range c.former.columns {
		c.unread = fmt.Sprintf(" (the column %s is not read)", c.Titles[k])
	}
	c.dotted = findDotted(c.Columns, c.from, c.to, c.weight)
	c.use(c.Table, c.from, below.flag)
	c.use(c.Table, c.to, above.flag)
	c.useNot(c.Table, c.from, c.to)
	return nil
}

// take reads one row, which says who reports to whom, or that someone is a chief.
func (c *reportsReading) take() error {
	if c.weight >= 0 && c.Row[c.weight] != "" && isZero(c.Row[c.weight]) {
		c.zeros++
		return nil
	}
	c.former.seeRow()
	person, is, err := c.member(c.from)
	if err != nil || is != table.Known {
		return err
	}
	if c.dotted.isRow(c.Row) {
		return c.takeDotted(person, c.to)
	}
	superior, is, err := c.member(c.to)
	if err != nil || is == table.Unknown || is == table.Sum {
		return err
	}
	if is == table.Missing {
		superior = -1
	}
	if err := c.put(person, superior, c.Line(c.from), c.faultAt(c.to)); err != nil {
		return err
	}
	if c.dotted.column < 0 {
		return nil
	}
	return c.takeDotted(person, c.dotted.column)
}

func (c *reportsReading) faultAt(column int) faultFunc {
	return func(format string, args ...any) error { return c.Fault(column, format, args...) }
}

// member finds the person with the id in a column. A person who is not among the people is an
// error, unless the user accepts it.
func (c *reportsReading) member(column int) (int32, table.Finding, error) {
	id := c.Row[column]
	if _, known := c.persons[id]; !known && isZero(id) && c.zeroIsNobody(column) {
		id = ""
		c.Row[column] = id
	}
	p, is, err := c.find(c.Table, column)
	if err != nil {
		return 0, is, err
	}
	c.grow()
	switch {
	case is == table.Unknown:
		return 0, is, c.stranger(id, c.faultAt(column))
	case is == table.Missing && column == c.from:
		c.missing++
	}
	return p, is, nil
}

// zeroIsNobody reports whether an id 0 that is not known yet names nobody. Where no other file says
// who the people are, it may be a person.
func (c *reportsReading) zeroIsNobody(column int) bool {
	return c.closed || column == c.to && c.roster.report.TiesFile != ""
}

// notes says which rows were dropped.
func (c *reportsReading) notes() {
	c.former.note(c.reading)
	c.noteDotted()
	c.roster.report.MissingReports, c.roster.report.ZeroReports = c.missing, c.zeros
}
