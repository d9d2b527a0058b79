package roster

import (
	"fmt"
	"slices"
	"strings"

	"orglearn/network"
	"orglearn/network/internal/shape"
	"orglearn/network/internal/sheet"
	"orglearn/network/internal/table"
	"orglearn/network/internal/words"
)

// readPeople reads ids and attributes.
func (in *reading) readPeople(file source) error {
	if file.r == nil {
		return nil
	}
	text, err := sheet.ReadText(file.name, file.r)
	if err != nil {
		return err
	}
	asked := in.options.Columns
	t, err := in.openPeople(text)
	if err != nil {
		return err
	}
	in.roster.report.PeopleFile = file.name
	t.Show = in.shown
	p := &peopleReading{reading: in, Table: t}
	if err := p.findColumns(asked); err != nil {
		return err
	}
	if err := t.Each(p.take); err != nil {
		return err
	}
	in.noteText(text, t)
	return p.finish()
}

// openPeople opens a file of people. Where files have no header, its columns have numbers for
// names. The first is the id, and a second alone is the department.
func (in *reading) openPeople(text *table.Text) (*table.Table, error) {
	asked := in.options.Columns.ID
	t, err := table.Open(text, table.Header{Wanted: []string{"id"}, Loose: true,
		Check: func(columns []string) error { return idRole.check(columns, asked) }})
	if err == nil || !in.options.NoHeader {
		return t, err
	}
	if in.options.Columns.Department != "" {
		return shape.Numbered(text, "id")
	}
	return shape.Numbered(text, "id", "department")
}

// peopleReading is a file of people while it is read.
type peopleReading struct {
	*reading
	*table.Table
	id, department, manager int   // columns, -1 for none
	kept                    []int // the columns of the attributes
	missing, repeated       int   // rows passed over
	rows                    int
}

// findColumns finds the columns, and makes an attribute of each but the id.
func (p *peopleReading) findColumns(asked Columns) (err error) {
	if p.id, err = idRole.find(p.Table, asked.ID); err != nil {
		return err
	}
	if p.manager, err = managerRole.find(p.Table, asked.Manager, p.id); err != nil {
		return err
	}
	p.department, err = departmentRole.find(p.Table, asked.Department, p.id, p.manager)
	if err != nil {
		return err
	}
	dotted := dottedRole.guess(p.Columns, p.id, p.manager, p.department)
	r := p.roster
	r.idColumn = p.Columns[p.id]
	for k, name := range p.Columns {
		if name == "" || k == p.id {
			continue
		}
		if k == p.manager {
			p.reading.manager = len(p.kept)
		}
		if k == dotted {
			p.dotted = len(p.kept)
		}
		if k == p.department {
			r.departmentAt = len(p.kept)
		}
		p.kept = append(p.kept, k)
		r.columns = append(r.columns, name)
	}
	r.attributes = make([][]string, len(p.kept))
	p.use(p.Table, p.id, idRole.flag)
	p.use(p.Table, p.department, departmentRole.flag)
	p.use(p.Table, p.manager, managerRole.flag)
	p.useNot(p.Table, p.id, p.department, p.manager)
	return nil
}

// take reads one person from the row just read.
func (p *peopleReading) take() error {
	p.rows++
	cell := p.Row[p.id]
	switch {
	case table.IsMissing(cell):
		p.missing++
		return nil
	case p.isTotal(cell), p.isTotal(p.Row[0]):
		return nil
	}
	id, err := p.ID(p.id)
	if err != nil {
		return err
	}
	if q, twice := p.persons[id]; twice {
		if !p.options.FirstRow {
			return p.Fault(p.id, "the id %.40q is there twice, first in line %d; -first-row "+
				"takes the first, and -teams FILE puts a person in several teams",
				p.shown(id), p.lines[q])
		}
		p.repeated++
		return nil
	}
	if p.roster.People() == network.MaxPeople {
		return p.Fault(p.id, "more than %d people", network.MaxPeople)
	}
	p.add(id)
	p.lines = append(p.lines, p.Line(p.id))
	for i, k := range p.kept {
		p.roster.attributes[i] = append(p.roster.attributes[i], strings.Clone(p.Row[k]))
	}
	return nil
}

// finish says what was passed over. More than a fifth of the rows without an id are an error.
func (p *peopleReading) finish() error {
	if p.roster.People() == 0 {
		return fmt.Errorf("%s: no row has an id in the column %q; -id names another column",
			p.Name, p.Titles[p.id])
	}
	if p.missing*5 > p.rows && !p.options.Partial {
		return fmt.Errorf("%s: %s of %s %s no id in the column %q; -id names another column, and "+
			"-partial reads the others", p.Name, words.Number(p.missing),
			words.Plural(p.rows, "row"), words.Choose(p.missing, "has", "have"), p.Titles[p.id])
	}
	if p.missing > 0 {
		p.note("%s of %s without an id %s dropped.", words.Plural(p.missing, "row"), p.Name,
			words.Choose(p.missing, "is", "are"))
	}
	if p.repeated > 0 {
		p.note("%s of %s %s of a person who was there before; his first row counts.",
			words.Plural(p.repeated, "row"), p.Name, words.Choose(p.repeated, "is", "are"))
	}
	p.noteFormer()
	return p.index()
}

// noteFormer names the columns that seem to say who has left, which are not read.
func (p *peopleReading) noteFormer() {
	f := newFormer(p.Table)
	for i, k := range p.kept {
		if slices.Contains(f.columns, k) {
			for _, value := range p.roster.attributes[i] {
				f.see(k, value)
			}
		}
	}
	f.note(p.reading)
}
