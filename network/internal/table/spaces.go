package table

import (
	"bytes"
	"encoding/csv"
	"io"
)

// spaceReader reads rows whose fields are separated by any number of spaces and tabs. A field
// between double quotes may have spaces in it.
type spaceReader struct {
	rest []byte
	line int
	row  []string
}

// Read returns the next row that has fields.
func (s *spaceReader) Read() ([]string, error) {
	for len(s.rest) > 0 {
		line, rest, _ := bytes.Cut(s.rest, []byte{'\n'})
		s.rest = rest
		s.line++
		if line = bytes.TrimSpace(line); len(line) == 0 {
			continue
		}
		var err error
		if s.row, err = appendFields(s.row[:0], line); err != nil {
			return nil, &csv.ParseError{StartLine: s.line, Line: s.line, Err: err}
		}
		return s.row, nil
	}
	return nil, io.EOF
}

// FieldPos returns the line of the row just read; the column is not known.
func (s *spaceReader) FieldPos(int) (line, column int) { return s.line, 1 }

// listReader gives rows that are there already.
type listReader struct {
	rows  [][]string
	lines []int
	next  int
}

// Read returns the next row.
func (l *listReader) Read() ([]string, error) {
	if l.next == len(l.rows) {
		return nil, io.EOF
	}
	l.next++
	return l.rows[l.next-1], nil
}

// FieldPos returns the line of the row just read.
func (l *listReader) FieldPos(int) (line, column int) { return l.lines[max(l.next, 1)-1], 1 }

// Fields splits a line at spaces and tabs. A field between double quotes may have spaces in it.
func Fields(line []byte) ([]string, error) { return appendFields(nil, bytes.TrimSpace(line)) }

// appendFields appends the fields of a line without spaces around it.
func appendFields(fields []string, line []byte) ([]string, error) {
	for len(line) > 0 {
		end, skip := bytes.IndexAny(line, " \t"), 0
		if line[0] == '"' {
			if end = bytes.IndexByte(line[1:], '"'); end < 0 {
				return nil, csv.ErrQuote
			}
			line, skip = line[1:], 1
		}
		if end < 0 {
			end = len(line)
		}
		fields = append(fields, string(line[:end]))
		line = bytes.TrimLeft(line[min(end+skip, len(line)):], " \t")
	}
	return fields, nil
}
