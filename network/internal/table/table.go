// Package table reads CSV files, and among them files of ties between people. Each of its errors is
// one short line that names the file, the line and, where there is one, the column.
//
// ReadText decodes a file. Open finds its header, in upper or lower case, and the character that
// separates the fields. Spaces around fields and blank rows are ignored.
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
	MaxLine = 1 << 20 // bytes of one line
	MaxID   = 200     // bytes of one id

	MaxFile    = 1 << 30 // bytes of one file
	MaxColumns = 1 << 16
)

// Table is a file that is read row by row. Open and List return one.
type Table struct {
	Name    string     // of the file, for errors
	Columns []string   // names in lower case; "" is a column without a name
	Titles  []string   // the same names as they are written
	Row     []string   // fields of the row just read, one for each column, until the next is read
	Head    [][]string // the first rows, at most HeadRows
	People  []string   // whom a file that is no list of ties names, tied or not; nil: nobody
	Evened  int        // cells with characters that Even changes, beside the spaces around them
	csv     rowReader
	above   int // lines above those that csv reads
	head    int // line of the header
	fields  int // of the row just read, as the file has it
	comma   rune
	// Show is what errors call the person with an id; nil: his id.
	Show  func(id string) string
	again func() (*Table, error)
	// noteBelow is told of lines below the table, which are no rows; nil: all lines are rows.
	noteBelow func(lines int)
	last      int // line of the row before
}

// Again is the table from its first row on, whatever was read of it.
func (t *Table) Again() (*Table, error) { return t.again() }

// rowReader gives rows, until io.EOF, and the line of a field of the last, counted from 1.
type rowReader interface {
	Read() ([]string, error)
	FieldPos(field int) (line, column int)
}

// List returns a table of rows that are there already, with the line that each came from.
func List(name string, columns []string, rows [][]string, lines []int) *Table {
	return &Table{Name: name, Columns: columns, Titles: columns,
		csv:   &listReader{rows: rows, lines: lines},
		again: func() (*Table, error) { return List(name, columns, rows, lines), nil }}
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
		if len(t.Head) < HeadRows {
			t.Head = append(t.Head, cloneRow(t.Row))
		}
		if err := take(); err != nil {
			return err
		}
	}
}

// HeadRows is the number of rows that a table keeps to show them.
const HeadRows = 5

// cloneRow copies a row with its cells, which may be parts of a longer text.
func cloneRow(row []string) []string {
	row = slices.Clone(row)
	for i := range row {
		row[i] = strings.Clone(row[i])
	}
	return row
}

// next reads the next row that is not blank and reports whether there was one.
func (t *Table) next() (bool, error) {
	for {
		row, err := t.csv.Read()
		if err == io.EOF {
			return false, nil
		}
		if err != nil {
			return false, t.readError(err)
		}
		t.fields = len(row)
		blank, err := t.cleanRow(row)
		if err != nil {
			return false, err
		}
		if !blank {
			t.Row = row
			return t.checkRow()
		}
	}
}

// checkRow checks the row just read, and reports whether it is one: what follows the table and a
// blank line, a field a line, is a source or a remark.
func (t *Table) checkRow() (bool, error) {
	before := t.last
	t.last = t.Line(0)
	err := t.checkWidth()
	if err == nil || t.noteBelow == nil || t.fields > 1 || t.last < before+2 {
		return true, err
	}
	lines := 1
	for ; ; lines++ {
		row, end := t.csv.Read()
		if end == io.EOF {
			t.noteBelow(lines)
			return false, nil
		}
		if end != nil || len(row) > 1 {
			return true, err
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

// clean evens a field out and checks it.
func (t *Table) clean(row []string, i int) error {
	if !utf8.ValidString(row[i]) {
		return t.Fault(i, "not UTF-8 text; save the file as CSV in UTF-8")
	}
	cell := row[i]
	row[i] = Even(cell)
	if row[i] != strings.ReplaceAll(cell, "\r", "") && row[i] != "" {
		t.Evened++
	}
	return nil
}

// checkWidth returns an error if a row has more or fewer fields than the header. Empty fields
// beyond the header, and missing fields of columns without a name, are none.
func (t *Table) checkWidth() error {
	fields, want := len(t.Row), len(t.Columns)
	if t.Columns == nil || fields == want {
		return nil
	}
	if fields > want && allEmpty(t.Row[want:]) {
		t.Row = t.Row[:want]
		return nil
	}
	if fields < want && allEmpty(t.Columns[fields:]) {
		t.Row = append(slices.Clone(t.Row), t.Columns[fields:]...)
		return nil
	}
	at := min(fields-1, want) // the last field, or the first beyond the header
	return t.Fault(at, "a row of %s, want %d as in the header", words.Plural(fields, "field"), want)
}

func allEmpty(fields []string) bool {
	return !slices.ContainsFunc(fields, func(f string) bool { return f != "" })
}

// Line returns the line, counted from 1, of a field of the row just read.
func (t *Table) Line(column int) int {
	line, _ := t.csv.FieldPos(min(column, t.fields-1))
	return line + t.above
}

// ID returns the field of a column as an id, or the error of CheckID with its place. The next row
// overwrites the id, so clone it to keep it.
func (t *Table) ID(column int) (string, error) {
	if err := t.CheckID(t.Row[column]); err != nil {
		return "", t.Fault(column, "%v", err)
	}
	return t.Row[column], nil
}

// CheckID reports an id that is empty, is longer than MaxID or has a control character.
func (t *Table) CheckID(id string) error {
	switch {
	case id == "":
		return errors.New("an empty id")
	case len(id) > MaxID:
		return fmt.Errorf("an id of %d bytes, want at most %d", len(id), MaxID)
	case strings.ContainsFunc(id, unicode.IsControl):
		return fmt.Errorf("the id %.40q has a control character", t.shown(id))
	}
	return nil
}

// shown is what errors call the person with an id.
func (t *Table) shown(id string) string {
	if t.Show == nil {
		return id
	}
	return t.Show(id)
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

// readError returns an error about a table that cannot be read further.
func (t *Table) readError(err error) error {
	var parse *csv.ParseError
	if !errors.As(err, &parse) {
		return fmt.Errorf("%s: %w", t.Name, err)
	}
	if errors.Is(err, csv.ErrBareQuote) {
		return fmt.Errorf(`%s: line %d, byte %d: a " within a field that is not quoted`,
			t.Name, t.above+parse.Line, parse.Column)
	}
	return fmt.Errorf(`%s: line %d: a quoted field that does not end, or goes on after its "`,
		t.Name, t.above+parse.StartLine)
}
