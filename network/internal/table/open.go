package table

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strings"

	"orglearn/network/internal/words"
)

// Header says which header a file must have.
type Header struct {
	Wanted []string // names of columns, for the error of an empty file
	// Check returns an error if the columns, in lower case, are not those of this file.
	Check func(columns []string) error
	// Loose accepts what programs for tables write beside a table: lines above the header, lines of
	// one field below the table and a blank line, and names of rows without a header of their own.
	Loose bool
}

// Want is the header with the given columns.
func Want(wanted ...string) Header {
	return Header{Wanted: wanted, Check: func(columns []string) error {
		for _, want := range wanted {
			if !slices.Contains(columns, want) {
				return fmt.Errorf("no column %q; the columns are %s", want, words.Quote(columns))
			}
		}
		return nil
	}}
}

// maxAbove is the largest number of lines that may stand above the header.
const maxAbove = 12

// Separators are tried in this order. A space stands for any number of spaces and tabs.
const Separators = ",;\t| "

// place is where a header may be: behind so many lines, which are so many bytes.
type place struct{ lines, bytes int }

// Open finds the header. It tries each of the first lines with each separator: comma, semicolon,
// tab, bar and spaces. It takes the first that gives the wanted columns. If none does, it returns
// an error.
func Open(text *Text, h Header) (*Table, error) {
	candidates, start := Separators, place{}
	if comma, end := sepLine(text.Bytes); end > 0 {
		candidates, start = comma, place{1, end}
	}
	var nearest *Table
	var fault error
	for _, at := range text.places(start, h) {
		for _, comma := range candidates {
			t := text.at(at, comma)
			err := t.header(h)
			if err == nil && (comma != ' ' && at == start || t.fitsBelow()) {
				return text.begin(at, comma, h)
			}
			if at == start && err != nil && (nearest == nil || better(t, nearest)) {
				nearest, fault = t, err
			}
		}
	}
	return nearest, fault
}

// better reports whether a table has more columns than the nearest so far, which is no header yet.
// Spaces are in names of columns too, so they count only where nothing else separates.
func better(t, nearest *Table) bool {
	if t.comma == ' ' && len(nearest.Row) > 1 {
		return false
	}
	return len(t.Row) > len(nearest.Row)
}

// places are where the header may begin: at the first lines that are not blank.
func (text *Text) places(start place, h Header) []place {
	all := []place{start}
	at := start
	for h.Loose && len(all) <= maxAbove && at.bytes < len(text.Bytes) {
		end := bytes.IndexByte(text.Bytes[at.bytes:], '\n')
		if end < 0 {
			break
		}
		at = place{at.lines + 1, at.bytes + end + 1}
		all = append(all, at)
	}
	return all
}

// at is a table whose header is not read yet.
func (text *Text) at(at place, comma rune) *Table {
	t := &Table{Name: text.Name, above: at.lines, comma: comma}
	rest := text.Bytes[at.bytes:]
	t.csv = &spaceReader{rest: rest}
	if comma != ' ' {
		t.csv = newCSV(rest, comma)
	}
	return t
}

func newCSV(text []byte, comma rune) *csv.Reader {
	c := csv.NewReader(bytes.NewReader(text))
	c.Comma = comma
	c.FieldsPerRecord = -1
	c.TrimLeadingSpace = comma != '\t'
	c.ReuseRecord = true
	return c
}

// begin reads the header again, and notes what stands above it and beside it.
func (text *Text) begin(at place, comma rune, h Header) (*Table, error) {
	rowNames := h.Loose && text.at(at, comma).hasRowNames()
	open := func() (*Table, error) { return text.reopen(at, comma, h, rowNames) }
	t, err := open()
	if err != nil {
		return nil, err
	}
	t.again = open
	if rowNames {
		text.Note("has a column without a header, the names of the rows, which is not used")
	}
	if above := t.Line(0) - 1; h.Loose && at.lines > 0 && above > 0 {
		text.Note("has %s above the header, which %s passed over",
			words.Plural(above, "line"), words.Choose(above, "is", "are"))
	}
	return t, nil
}

// reopen reads the header once more.
func (text *Text) reopen(at place, comma rune, h Header, rowNames bool) (*Table, error) {
	t := text.at(at, comma)
	if err := t.header(h); err != nil {
		return nil, err
	}
	if h.Loose {
		t.noteBelow = func(n int) {
			text.noteOnce("has %s below the table, behind a blank line, which %s passed over",
				words.Plural(n, "line"), words.Choose(n, "is", "are"))
		}
	}
	if rowNames {
		t.Columns, t.Titles = append([]string{""}, t.Columns...), append([]string{""}, t.Titles...)
	}
	return t, nil
}

// sepLine returns the separator that a first line sep=; names, and the bytes of this line.
func sepLine(text []byte) (comma string, end int) {
	end = bytes.IndexByte(text, '\n') + 1
	line := strings.ToLower(strings.Trim(string(text[:min(end, 20)]), "\"\r\n "))
	if comma, ok := strings.CutPrefix(line, "sep="); ok && len(comma) == 1 && comma != `"` {
		return comma, end
	}
	if line == "sep=" { // a tab or a space, trimmed
		return "\t", end
	}
	return "", 0
}

// fitsBelow reports whether the row below the header has as many fields, or one more for the names
// of rows. A title, by contrast, is followed by something else.
func (t *Table) fitsBelow() bool {
	row, err := t.csv.Read()
	if err == io.EOF {
		return true
	}
	extra := len(row) - len(t.Columns)
	return err == nil && (extra == 0 || extra == 1)
}

// rowNamesSeen is the number of rows in which names of rows are looked for.
const rowNamesSeen = 20

// hasRowNames reports whether the rows have one field more than the header, and the first of each
// is a name that no other has.
func (t *Table) hasRowNames() bool {
	head, err := t.csv.Read()
	width, seen := len(head), map[string]bool{}
	for len(seen) < rowNamesSeen && err == nil {
		var row []string
		if row, err = t.csv.Read(); err != nil {
			break
		}
		name := strings.Clone(row[0])
		if len(row) != width+1 || name == "" || row[width] == "" || seen[name] {
			return false
		}
		seen[name] = true
	}
	return len(seen) > 1
}

// Rows returns the first rows of a file whose fields a character separates, and their lines; most
// 0: all. At a row that cannot be read it returns an error and the rows before.
func Rows(text *Text, comma rune, most int) (rows [][]string, lines []int, err error) {
	at := place{}
	if _, end := sepLine(text.Bytes); end > 0 {
		at = place{1, end}
	}
	t := text.at(at, comma)
	for most == 0 || len(rows) < most {
		more, err := t.next()
		if err != nil || !more {
			return rows, lines, err
		}
		rows, lines = append(rows, slices.Clone(t.Row)), append(lines, t.Line(0))
	}
	return rows, lines, nil
}
