package roster

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"orglearn/network/internal/shape"
	"orglearn/network/internal/sheet"
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
	text, err := sheet.ReadText(file.name, file.r)
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
	if err := c.seeReversed(); err != nil {
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
	switch {
	case err == nil:
		return t, nil
	case in.options.NoHeader:
		return shape.NoHeader(text, in.roster.ids)
	}
	return nil, cmp.Or(shape.NoHeaderError(text, in.known(), "employee", "manager"), err)
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

// seeReversed adds to the error of a second superior that `from` seems to be the superior, if
// nobody is in `to` twice.
func (c *reportsReading) seeReversed() error {
	t, err := c.Again()
	if err != nil {
		return err
	}
	seen, repeated := map[string]bool{}, false
	err = t.Each(func() error {
		to := t.Row[c.to]
		repeated = repeated || seen[to] && !table.IsMissing(to)
		seen[strings.Clone(to)] = true
		return nil
	})
	if err == nil && !repeated {
		c.unread += fmt.Sprintf("; nobody is in %.40q twice: if %.40q holds the superiors, name "+
			"it manager and the other id", c.Titles[c.to], c.Titles[c.from])
	}
	return err
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
