package table

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"unicode/utf8"
)

// Text is the content of a file in UTF-8, with line feeds and without a byte order mark.
type Text struct {
	Name  string // of the file, for errors
	Bytes []byte
	Notes []string // what was done to read it, each a clause
	Sheet bool     // it was a spreadsheet, whose numbers have decimal points
}

// ReadText reads a file. It decodes UTF-16 and Windows-1252. A file of more than MaxFile bytes, a
// line of more than MaxLine and a format other than text are errors. Package sheet reads
// spreadsheets too.
func ReadText(name string, r io.Reader) (*Text, error) {
	t, err := Load(name, r)
	if err != nil {
		return nil, err
	}
	return t, t.Clean()
}

// Load reads the bytes of a file, at most MaxFile. They are to be cleaned.
func Load(name string, r io.Reader) (*Text, error) {
	b, err := io.ReadAll(io.LimitReader(r, MaxFile+1))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if len(b) > MaxFile {
		return nil, fmt.Errorf("%s: more than %d bytes", name, MaxFile)
	}
	return &Text{Name: name, Bytes: b}, nil
}

// Clean decodes the text, and checks its lines.
func (t *Text) Clean() error {
	if err := t.decode(); err != nil {
		return err
	}
	return t.checkLines()
}

// decode makes the text UTF-8. A format that is no text is an error.
func (t *Text) decode() error {
	if wide, order := isWide(t.Bytes); wide {
		b, err := fromUTF16(t.Bytes, order)
		if err != nil {
			return fmt.Errorf("%s: line 1: UTF-16 (%w); save the file as CSV in UTF-8", t.Name, err)
		}
		t.Bytes = b
		t.Note("is read as UTF-16")
	}
	t.Bytes = bytes.TrimPrefix(t.Bytes, []byte("\ufeff"))
	if err := t.refuseForeign(); err != nil {
		return err
	}
	if !utf8.Valid(t.Bytes) {
		if err := t.decodeNarrow(); err != nil {
			return err
		}
	}
	if bytes.IndexByte(t.Bytes, '\n') < 0 {
		t.Bytes = bytes.ReplaceAll(t.Bytes, []byte{'\r'}, []byte{'\n'})
	}
	return nil
}

// Note adds a clause whose subject is the file.
func (t *Text) Note(format string, args ...any) {
	t.Notes = append(t.Notes, t.Name+" "+fmt.Sprintf(format, args...))
}

// noteOnce adds a clause that may be there already, as a table can be read again.
func (t *Text) noteOnce(format string, args ...any) {
	if t.Note(format, args...); slices.Contains(t.Notes[:len(t.Notes)-1], t.Notes[len(t.Notes)-1]) {
		t.Notes = t.Notes[:len(t.Notes)-1]
	}
}

// decodeNarrow decodes Windows-1252. Text that is UTF-8 in one place and not in another is an
// error, and so is a byte that Windows-1252 does not have.
func (t *Text) decodeNarrow() error {
	line, mixed := brokenLine(t.Bytes)
	b, err := fromWindows1252(t.Bytes)
	if err != nil || mixed || bytes.ContainsRune(b, utf8.RuneError) {
		return fmt.Errorf("%s: line %d: not UTF-8 text; save the file as CSV in UTF-8",
			t.Name, line)
	}
	t.Bytes = b
	t.Note("is read as Windows-1252, as it is not UTF-8")
	return nil
}

// brokenLine is the first line that is not UTF-8. mixed reports whether the text also has
// characters of several bytes in UTF-8.
func brokenLine(b []byte) (line int, mixed bool) {
	line = 1
	found := false
	for len(b) > 0 {
		r, size := utf8.DecodeRune(b)
		switch {
		case r == utf8.RuneError && size == 1:
			found = true
		case size > 1:
			mixed = true
		case r == '\n' && !found:
			line++
		}
		b = b[size:]
	}
	return line, mixed
}

// byteOrder is that of UTF-16.
type byteOrder bool

const (
	lowFirst  byteOrder = false
	highFirst byteOrder = true
)

// isWide reports whether a text is in UTF-16. Without a byte order mark, text in UTF-16 has a zero
// in every second byte.
func isWide(b []byte) (bool, byteOrder) {
	head := b[:min(len(b), 64)&^1]
	even, odd := 0, 0
	for i := 0; i < len(head); i += 2 {
		even += isZero(head[i])
		odd += isZero(head[i+1])
	}
	half := len(head) / 4
	switch {
	case bytes.HasPrefix(b, []byte("\xff\xfe")), len(head) > 3 && odd > half && even == 0:
		return true, lowFirst
	case bytes.HasPrefix(b, []byte("\xfe\xff")), len(head) > 3 && even > half && odd == 0:
		return true, highFirst
	}
	return false, lowFirst
}

func isZero(b byte) int {
	if b == 0 {
		return 1
	}
	return 0
}

// checkLines returns an error if a line is longer than MaxLine. An XML file may have such lines.
func (t *Text) checkLines() error {
	if bytes.HasPrefix(bytes.TrimSpace(t.Bytes[:min(len(t.Bytes), 1000)]), []byte("<")) {
		return nil
	}
	rest := t.Bytes
	for line := 1; len(rest) > 0; line++ {
		end := bytes.IndexByte(rest, '\n')
		if end < 0 {
			end = len(rest)
		}
		if end > MaxLine {
			return fmt.Errorf("%s: line %d: longer than %d bytes", t.Name, line, MaxLine)
		}
		rest = rest[min(end+1, len(rest)):]
	}
	return nil
}
