package table

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
)

// peek is the number of bytes that Open reads to find the character that separates the fields.
const peek = 1 << 16

// Open reads the header of a file. It tries comma, semicolon and tab, and takes the first that
// gives the wanted columns. If none does, it returns an error. Text that is not UTF-8 is an error
// too.
func Open(name string, r io.Reader, wanted ...string) (*Table, error) {
	text := bufio.NewReaderSize(&lineLimit{r: r}, peek)
	head, err := text.Peek(peek)
	if err != nil && err != io.EOF {
		return nil, readError(name, err)
	}
	if err := refuseForeign(name, head); err != nil {
		return nil, err
	}
	if mark := []byte("\ufeff"); bytes.HasPrefix(head, mark) {
		head = head[len(mark):]
		text.Discard(len(mark))
	}
	comma, err := separator(name, head, wanted)
	if err != nil {
		return nil, err
	}
	t := newTable(name, text, comma)
	return t, t.header(wanted)
}

// refuseForeign returns an error if a file has a format that is often mistaken for CSV.
func refuseForeign(name string, head []byte) error {
	fault := ""
	switch {
	case bytes.HasPrefix(head, []byte("\xff\xfe")), bytes.HasPrefix(head, []byte("\xfe\xff")):
		fault = "the text is UTF-16; save it as CSV in UTF-8"
	case bytes.HasPrefix(head, []byte("PK\x03\x04")):
		fault = "this is a spreadsheet or a zip file; save it as CSV in UTF-8"
	case bytes.IndexByte(head, '\r') >= 0 && bytes.IndexByte(head, '\n') < 0:
		fault = "lines end in carriage returns alone; save it with line feeds"
	default:
		return nil
	}
	return fmt.Errorf("%s: line 1: %s", name, fault)
}

// separator is the first of comma, semicolon and tab that gives a header with the wanted columns.
// If there is none, the error is that of the separator that gives most columns.
func separator(name string, head []byte, wanted []string) (rune, error) {
	var nearest error
	most := -1
	for _, comma := range ",;\t" {
		t := newTable(name, bytes.NewReader(head), comma)
		err := t.header(wanted)
		if err == nil {
			return comma, nil
		}
		if len(t.Columns) > most {
			nearest, most = err, len(t.Columns)
		}
	}
	return 0, nearest
}

// lineLimit refuses lines of more than MaxLine bytes, so that one line cannot fill the memory.
type lineLimit struct {
	r          io.Reader
	line, size int // the line being read, counted from 0, and its bytes so far
}

// Read reads and counts lines. A line that is too long is an error.
func (l *lineLimit) Read(p []byte) (int, error) {
	n, err := l.r.Read(p)
	for rest := p[:n]; len(rest) > 0; {
		end := bytes.IndexByte(rest, '\n')
		if end < 0 {
			end = len(rest)
		}
		if l.size += end; l.size > MaxLine {
			return 0, fmt.Errorf("line %d: longer than %d bytes", l.line+1, MaxLine)
		}
		if end < len(rest) {
			l.line, l.size, end = l.line+1, 0, end+1
		}
		rest = rest[end:]
	}
	return n, err
}
