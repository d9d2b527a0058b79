package network

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// The limits of the files that are read. A file beyond them is an error.
const (
	MaxLine  = 1 << 20 // bytes of one line
	MaxField = 4096    // bytes of one field
	MaxID    = 200     // bytes of one id
)

// csvPeek is how much of a file is looked at to find out what separates its fields.
const csvPeek = 1 << 16

// csvTable reads a file of separated values row by row. Fields are trimmed; blank rows are passed over.
type csvTable struct {
	name    string // of the file, for errors
	csv     *csv.Reader
	columns []string // in lower case; "" for a column without a name, which is ignored
	row     []string // the fields of the row just read, as many as columns
}

// openTable reads the header. Fields are separated by commas, semicolons or tabs: whichever gives the columns wanted.
func openTable(name string, r io.Reader, wanted ...string) (*csvTable, error) {
	text := bufio.NewReaderSize(&shortLines{r: r}, csvPeek)
	head, err := text.Peek(csvPeek)
	if err != nil && err != io.EOF {
		return nil, unreadable(name, err)
	}
	if err := foreign(name, head); err != nil {
		return nil, err
	}
	if bom := []byte("\ufeff"); bytes.HasPrefix(head, bom) {
		head = head[len(bom):]
		text.Discard(len(bom))
	}
	comma, err := separator(name, head, wanted)
	if err != nil {
		return nil, err
	}
	t := newTable(name, text, comma)
	return t, t.header(wanted)
}

func newTable(name string, r io.Reader, comma rune) *csvTable {
	t := &csvTable{name: name, csv: csv.NewReader(r)}
	t.csv.Comma = comma
	t.csv.FieldsPerRecord = -1
	t.csv.TrimLeadingSpace = comma != '\t'
	t.csv.ReuseRecord = true
	return t
}

// foreign recognizes files that are often handed in for CSV and are not.
func foreign(name string, head []byte) error {
	switch {
	case bytes.HasPrefix(head, []byte("\xff\xfe")), bytes.HasPrefix(head, []byte("\xfe\xff")):
		return fmt.Errorf("%s: line 1: the text is UTF-16; save it as CSV in UTF-8", name)
	case bytes.HasPrefix(head, []byte("PK\x03\x04")):
		return fmt.Errorf("%s: line 1: this is a spreadsheet or a zip file; save it as CSV in UTF-8", name)
	case bytes.IndexByte(head, '\r') >= 0 && bytes.IndexByte(head, '\n') < 0:
		return fmt.Errorf("%s: line 1: lines end in carriage returns alone; save it with line feeds", name)
	}
	return nil
}

// separator is the first of comma, semicolon and tab under which the header has the columns wanted.
func separator(name string, head []byte, wanted []string) (rune, error) {
	var nearest error
	most := -1
	for _, comma := range ",;\t" {
		t := newTable(name, bytes.NewReader(head), comma)
		err := t.header(wanted)
		if err == nil {
			return comma, nil
		}
		if len(t.columns) > most {
			nearest, most = err, len(t.columns)
		}
	}
	return 0, nearest
}

// header reads the names of the columns.
func (t *csvTable) header(wanted []string) error {
	more, err := t.next()
	if err != nil {
		return err
	}
	if !more {
		return fmt.Errorf("%s: line 1: the file is empty; want a header with %s", t.name, quoted(wanted))
	}
	t.columns = make([]string, len(t.row))
	for i, field := range t.row {
		if strings.ContainsFunc(field, unicode.IsControl) {
			return t.fault(i, "a control character in the column's name")
		}
		name := strings.TrimSpace(strings.ToLower(field))
		if name != "" && slices.Contains(t.columns[:i], name) {
			return t.fault(i, "the column %.40q is there twice", name)
		}
		t.columns[i] = name
	}
	for _, want := range wanted {
		if !slices.Contains(t.columns, want) {
			return fmt.Errorf("%s: line %d: no column %q; the columns are %s", t.name, t.line(0), want, quoted(t.columns))
		}
	}
	return nil
}

// next reads the next row that is not blank and reports whether there was one.
func (t *csvTable) next() (bool, error) {
	for {
		row, err := t.csv.Read()
		if err == io.EOF {
			return false, nil
		}
		if err != nil {
			return false, unreadable(t.name, err)
		}
		blank := true
		for i := range row {
			if err := t.clean(row, i); err != nil {
				return false, err
			}
			blank = blank && row[i] == ""
		}
		if blank {
			continue
		}
		if t.columns != nil && len(row) != len(t.columns) {
			at := min(len(row)-1, len(t.columns)) // the last field, or the first too many
			return false, t.fault(at, "a row of %s, want %d as in the header", plural(len(row), "field"), len(t.columns))
		}
		t.row = row
		return true, nil
	}
}

// clean trims a field and checks it. Carriage returns within a field are dropped.
func (t *csvTable) clean(row []string, i int) error {
	if len(row[i]) > MaxField {
		return t.fault(i, "a field of more than %d bytes", MaxField)
	}
	if !utf8.ValidString(row[i]) {
		return t.fault(i, "not UTF-8 text; save the file as CSV in UTF-8")
	}
	row[i] = strings.TrimSpace(strings.ReplaceAll(row[i], "\r", ""))
	return nil
}

// column is the place of a column, or -1.
func (t *csvTable) column(name string) int { return slices.Index(t.columns, name) }

// line is the line of a field of the row just read.
func (t *csvTable) line(column int) int {
	line, _ := t.csv.FieldPos(column)
	return line
}

// id is the field of an id, in memory of its own where the caller keeps it.
func (t *csvTable) id(column int) (string, error) {
	id := t.row[column]
	switch {
	case id == "":
		return "", t.fault(column, "an empty id")
	case len(id) > MaxID:
		return "", t.fault(column, "an id of %d bytes, want at most %d", len(id), MaxID)
	case strings.ContainsFunc(id, unicode.IsControl):
		return "", t.fault(column, "the id %.40q has a control character", id)
	}
	return id, nil
}

// fault is an error about one field of the row just read: file, line, column and what is wrong.
func (t *csvTable) fault(column int, format string, args ...any) error {
	return t.faultAt(t.line(column), column, format, args...)
}

func (t *csvTable) faultAt(line, column int, format string, args ...any) error {
	place := fmt.Sprintf("%s: line %d, column %d", t.name, line, column+1)
	if column < len(t.columns) && t.columns[column] != "" {
		place += fmt.Sprintf(" (%.40s)", t.columns[column])
	}
	return fmt.Errorf("%s: %s", place, fmt.Sprintf(format, args...))
}

// unreadable is the error of a file that cannot be read on.
func unreadable(name string, err error) error {
	var parse *csv.ParseError
	if !errors.As(err, &parse) {
		return fmt.Errorf("%s: %w", name, err)
	}
	if errors.Is(err, csv.ErrBareQuote) {
		return fmt.Errorf(`%s: line %d, byte %d: a " within a field that is not quoted`, name, parse.Line, parse.Column)
	}
	return fmt.Errorf(`%s: line %d: a quoted field that does not end, or goes on after its "`, name, parse.StartLine)
}

// shortLines refuses lines of more than MaxLine bytes, so that no file can fill the memory with one.
type shortLines struct {
	r          io.Reader
	line, size int // the line being read, counted from 0, and its bytes so far
}

func (s *shortLines) Read(p []byte) (int, error) {
	n, err := s.r.Read(p)
	for rest := p[:n]; len(rest) > 0; {
		end := bytes.IndexByte(rest, '\n')
		if end < 0 {
			end = len(rest)
		}
		if s.size += end; s.size > MaxLine {
			return 0, fmt.Errorf("line %d: longer than %d bytes", s.line+1, MaxLine)
		}
		if end < len(rest) {
			s.line, s.size, end = s.line+1, 0, end+1
		}
		rest = rest[end:]
	}
	return n, err
}

// quoted lists names for a message, the first few of them.
func quoted(names []string) string {
	var list []string
	for _, name := range names[:min(len(names), 8)] {
		list = append(list, fmt.Sprintf("%.40q", name))
	}
	if more := len(names) - len(list); more > 0 {
		list = append(list, fmt.Sprintf("and %d more", more))
	}
	return strings.Join(list, ", ")
}
