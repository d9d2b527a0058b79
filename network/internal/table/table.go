// Package table reads CSV files, and among them files of ties between people. Each of its errors is
// one short line that names the file, the line and, where there is one, the column.
//
// Fields are separated by commas, semicolons or tabs, in UTF-8. The first line is a header, in
// upper or lower case. Spaces around fields and blank rows are ignored.
package table

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"orglearn/network/internal/words"
)

// The limits of a file. A file beyond them is an error.
const (
	MaxLine  = 1 << 20 // bytes of one line
	MaxField = 4096    // bytes of one field
	MaxID    = 200     // bytes of one id
)

// Table is a file that is read row by row. Open returns one.
type Table struct {
	Name    string   // of the file, for errors
	Columns []string // names in lower case; "" is a column without a name
	Row     []string // fields of the row just read, one for each column, until the next is read
	csv     *csv.Reader
}

// newTable returns a table whose header is not read yet.
func newTable(name string, r io.Reader, comma rune) *Table {
	t := &Table{Name: name, csv: csv.NewReader(r)}
	t.csv.Comma = comma
	t.csv.FieldsPerRecord = -1
	t.csv.TrimLeadingSpace = comma != '\t'
	t.csv.ReuseRecord = true
	return t
}

// header reads the names of the columns.
func (t *Table) header(wanted []string) error {
	more, err := t.next()
	if err != nil {
		return err
	}
	if !more {
		return fmt.Errorf("%s: line 1: the file is empty; want a header with %s",
			t.Name, words.Quote(wanted))
	}
	if err := t.nameColumns(); err != nil {
		return err
	}
	for _, want := range wanted {
		if !slices.Contains(t.Columns, want) {
			return fmt.Errorf("%s: line %d: no column %q; the columns are %s",
				t.Name, t.Line(0), want, words.Quote(t.Columns))
		}
	}
	return nil
}

// nameColumns takes the names of the columns from the row just read.
func (t *Table) nameColumns() error {
	t.Columns = make([]string, len(t.Row))
	for i, field := range t.Row {
		if strings.ContainsFunc(field, unicode.IsControl) {
			return t.Fault(i, "a control character in the column's name")
		}
		name := strings.TrimSpace(strings.ToLower(field))
		if name != "" && slices.Contains(t.Columns[:i], name) {
			return t.Fault(i, "the column %.40q is there twice", name)
		}
		t.Columns[i] = name
	}
	return nil
}

// Each reads the rows below the header and calls take after each. It stops at the first error of
// the file or of take. A file without rows is an error.
func (t *Table) Each(take func() error) error {
	for rows := 0; ; rows++ {
		more, err := t.next()
		if err != nil {
			return err
		}
		if !more && rows == 0 {
			return fmt.Errorf("%s: line 1: no rows below the header", t.Name)
		}
		if !more {
			return nil
		}
		if err := take(); err != nil {
			return err
		}
	}
}

// next reads the next row that is not blank and reports whether there was one.
func (t *Table) next() (bool, error) {
	for {
		row, err := t.csv.Read()
		if err == io.EOF {
			return false, nil
		}
		if err != nil {
			return false, readError(t.Name, err)
		}
		blank, err := t.cleanRow(row)
		if err != nil {
			return false, err
		}
		if !blank {
			t.Row = row
			return true, t.checkWidth()
		}
	}
}

// cleanRow trims and checks the fields of a row, and reports whether all are empty.
func (t *Table) cleanRow(row []string) (blank bool, err error) {
	blank = true
	for i := range row {
		if err := t.clean(row, i); err != nil {
			return false, err
		}
		blank = blank && row[i] == ""
	}
	return blank, nil
}

// clean trims a field and checks it. It drops carriage returns within the field.
func (t *Table) clean(row []string, i int) error {
	if len(row[i]) > MaxField {
		return t.Fault(i, "a field of more than %d bytes", MaxField)
	}
	if !utf8.ValidString(row[i]) {
		return t.Fault(i, "not UTF-8 text; save the file as CSV in UTF-8")
	}
	row[i] = strings.TrimSpace(strings.ReplaceAll(row[i], "\r", ""))
	return nil
}

// checkWidth returns an error if a row has more or fewer fields than the header.
func (t *Table) checkWidth() error {
	fields, want := len(t.Row), len(t.Columns)
	if t.Columns == nil || fields == want {
		return nil
	}
	at := min(fields-1, want) // the last field, or the first beyond the header
	return t.Fault(at, "a row of %s, want %d as in the header", words.Plural(fields, "field"), want)
}

// Column returns the index of a column by its name in lower case, or -1.
func (t *Table) Column(name string) int { return slices.Index(t.Columns, name) }

// Line returns the line, counted from 1, of a field of the row just read.
func (t *Table) Line(column int) int {
	line, _ := t.csv.FieldPos(column)
	return line
}

// ID returns the field of a column as an id. An id that is empty, is longer than MaxID or has a
// control character is an error. The next row overwrites the id, so clone it to keep it.
func (t *Table) ID(column int) (string, error) {
	id := t.Row[column]
	switch {
	case id == "":
		return "", t.Fault(column, "an empty id")
	case len(id) > MaxID:
		return "", t.Fault(column, "an id of %d bytes, want at most %d", len(id), MaxID)
	case strings.ContainsFunc(id, unicode.IsControl):
		return "", t.Fault(column, "the id %.40q has a control character", id)
	}
	return id, nil
}

// Fault returns an error about one field of the row just read. It names file, line and column.
func (t *Table) Fault(column int, format string, args ...any) error {
	return t.FaultAt(t.Line(column), column, format, args...)
}

// FaultAt is Fault for a field of the row in the given line.
func (t *Table) FaultAt(line, column int, format string, args ...any) error {
	place := fmt.Sprintf("%s: line %d, column %d", t.Name, line, column+1)
	if column < len(t.Columns) && t.Columns[column] != "" {
		place += fmt.Sprintf(" (%.40s)", t.Columns[column])
	}
	return fmt.Errorf("%s: %s", place, fmt.Sprintf(format, args...))
}

// readError returns an error about a file that cannot be read further.
func readError(name string, err error) error {
	var parse *csv.ParseError
	if !errors.As(err, &parse) {
		return fmt.Errorf("%s: %w", name, err)
	}
	if errors.Is(err, csv.ErrBareQuote) {
		return fmt.Errorf(`%s: line %d, byte %d: a " within a field that is not quoted`,
			name, parse.Line, parse.Column)
	}
	return fmt.Errorf(`%s: line %d: a quoted field that does not end, or goes on after its "`,
		name, parse.StartLine)
}
