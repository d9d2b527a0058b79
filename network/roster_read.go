package network

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
)

// RosterReader reads the files of an organization. The zero value is what ReadRoster and OpenRoster use.
//
// The files are separated by commas, semicolons or tabs, in UTF-8, with a header in upper or lower case. Spaces around values
// and blank rows do not count.
//
//   - people: a column id, one row a person, and any other columns. Without this file the people are those of the others.
//   - ties: columns from and to, and weights if one of the columns messages, weight and tie is there. Without this file
//     nobody is tied.
//   - reports: columns from and to, where `to` is the superior of `from`. The row of a chief may be left out, or have an
//     empty `to`. Without this file there is no chart.
//
// A log of ties is rarely clean, so a loop, a tie that is there before (weights add up) and a tie to an id that is not among
// the people are dropped and reported, see Import. That no tie is left is an error. A chart with a mistake is no chart: an id
// that is not among the people, two superiors of one person and superiors in a circle are errors. So are ids that are there
// twice and weights that are not numbers of at least 0. Each error is one line that names the file, the line and the column.
type RosterReader struct {
	// Strict makes errors of the ties that would be dropped.
	Strict bool
	// Sent says that a tie is something that `from` sent to `to`, so that `to` listens to `from`. If not, `from` listens to
	// `to`: he goes to him for advice.
	Sent bool
	// Department is the column of people that names the department; "" means department. Where there is no such column
	// the departments are the branches of the chart.
	Department string
}

// ReadRoster reads an organization from readers, of which those without a file are nil. See RosterReader.
func ReadRoster(people, ties, reports io.Reader) (*Roster, error) {
	return RosterReader{}.Read(people, ties, reports)
}

// OpenRoster reads an organization from files, of which those that are not there have the path "". See RosterReader.
func OpenRoster(peoplePath, tiesPath, reportsPath string) (*Roster, error) {
	return RosterReader{}.Open(peoplePath, tiesPath, reportsPath)
}

// Read reads an organization from readers, of which those without a file are nil.
func (o RosterReader) Read(people, ties, reports io.Reader) (*Roster, error) {
	return o.read(rosterFile{"people.csv", people}, rosterFile{"ties.csv", ties}, rosterFile{"reports.csv", reports})
}

// Open reads an organization from files, of which those that are not there have the path "".
func (o RosterReader) Open(peoplePath, tiesPath, reportsPath string) (*Roster, error) {
	return o.open(func(path string) (fs.File, error) { return os.Open(path) }, peoplePath, tiesPath, reportsPath)
}

// OpenFS is Open within a file system, such as files that a program embeds.
func (o RosterReader) OpenFS(files fs.FS, peoplePath, tiesPath, reportsPath string) (*Roster, error) {
	return o.open(files.Open, peoplePath, tiesPath, reportsPath)
}

func (o RosterReader) open(open func(string) (fs.File, error), paths ...string) (*Roster, error) {
	files := make([]rosterFile, len(paths))
	for i, path := range paths {
		if path == "" {
			continue
		}
		file, err := open(path)
		if err != nil {
			return nil, pathError(path, err)
		}
		defer file.Close()
		if info, err := file.Stat(); err == nil && info.IsDir() {
			return nil, fmt.Errorf("%s: a directory, want a CSV file", path)
		}
		files[i] = rosterFile{path, file}
	}
	return o.read(files[0], files[1], files[2])
}

// pathError says first which file it is about, as all errors here do.
func pathError(path string, err error) error {
	var failed *fs.PathError
	if errors.As(err, &failed) {
		return fmt.Errorf("%s: %w", path, failed.Err)
	}
	return fmt.Errorf("%s: %w", path, err)
}

// rosterFile is one of the files; its reader is nil if it is not there.
type rosterFile struct {
	name string
	r    io.Reader
}

// rosterReading is a roster while it is read.
type rosterReading struct {
	RosterReader
	*Roster
	index map[string]int32 // id -> person
	named bool             // the people have a file, so no other ids are taken
}

func (o RosterReader) read(people, ties, reports rosterFile) (*Roster, error) {
	if people.r == nil && ties.r == nil && reports.r == nil {
		return nil, errors.New("network: a roster of no files, want people, ties or reports")
	}
	in := &rosterReading{RosterReader: o, Roster: &Roster{sent: o.Sent}, index: map[string]int32{}, named: people.r != nil}
	if err := in.readPeople(people); err != nil {
		return nil, err
	}
	found, err := in.readTies(ties)
	if err != nil {
		return nil, err
	}
	if err := in.readReports(reports); err != nil {
		return nil, err
	}
	// Without a file of people their number is known only here.
	if in.ties, err = found.graph(in.People(), o.Sent); err != nil {
		return nil, err
	}
	in.group()
	in.report.count(in.Roster)
	return in.Roster, nil
}

// readPeople reads ids and attributes.
func (in *rosterReading) readPeople(file rosterFile) error {
	if file.r == nil {
		return nil
	}
	t, err := openTable(file.name, file.r, "id")
	if err != nil {
		return err
	}
	in.report.PeopleFile = file.name
	var kept []int // the columns of the attributes
	for k, name := range t.columns {
		if name != "" && name != "id" {
			kept = append(kept, k)
			in.columns = append(in.columns, name)
		}
	}
	in.attributes = make([][]string, len(kept))
	return in.readRows(t, kept)
}

func (in *rosterReading) readRows(t *csvTable, kept []int) error {
	var lines []int
	at := t.column("id")
	for {
		more, err := t.next()
		if err != nil {
			return err
		}
		if !more && len(in.ids) == 0 {
			return fmt.Errorf("%s: line 1: no rows below the header", t.name)
		}
		if !more {
			return nil
		}
		id, err := t.id(at)
		if err != nil {
			return err
		}
		if p, twice := in.index[id]; twice {
			return t.fault(at, "the id %.40q is there twice, first in line %d", id, lines[p])
		}
		if len(in.ids) == MaxPeople {
			return t.fault(at, "more than %d people", MaxPeople)
		}
		in.add(id)
		lines = append(lines, t.line(at))
		for i, k := range kept {
			in.attributes[i] = append(in.attributes[i], strings.Clone(t.row[k]))
		}
	}
}

// add makes a person of an id.
func (in *rosterReading) add(id string) int32 {
	id = strings.Clone(id)
	p := int32(len(in.ids))
	in.index[id] = p
	in.ids = append(in.ids, id)
	return p
}

// find is the person with the id in a column. Without a file of people every id is one.
func (in *rosterReading) find(t *csvTable, column int) (person int32, known bool, err error) {
	id, err := t.id(column)
	if err != nil {
		return 0, false, err
	}
	p, known := in.index[id]
	if known || in.named {
		return p, known, nil
	}
	return in.add(id), true, nil
}

// readTies reads the ties and counts what it dropped.
func (in *rosterReading) readTies(file rosterFile) (*csvTies, error) {
	if file.r == nil {
		return &csvTies{}, nil
	}
	c, err := openTies(file.name, file.r)
	if err != nil {
		return nil, err
	}
	c.strict, c.find, c.people = in.Strict, in.find, in.report.PeopleFile
	if err := c.read(); err != nil {
		return nil, err
	}
	if len(c.kept) == 0 {
		return nil, fmt.Errorf("%w (none of the %s is left: %s)", c.dropped, plural(c.rows, "tie"), c.reasons())
	}
	if c.weight >= 0 {
		in.weight = c.columns[c.weight]
	}
	in.report.took(c)
	return c, nil
}

// group gives people their departments: of the column, or else of the chart.
func (in *rosterReading) group() {
	column := in.Attribute(in.departmentColumn())
	in.nameDepartments(column)
	switch {
	case in.department != nil:
		in.report.DepartmentColumn = in.departmentColumn()
	case in.superior != nil:
		in.branches()
	}
}

func (o RosterReader) departmentColumn() string {
	if o.Department == "" {
		return "department"
	}
	return strings.ToLower(o.Department)
}
