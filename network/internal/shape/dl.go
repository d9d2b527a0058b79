package shape

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"orglearn/network/internal/table"
)

// isDL reports whether a text in lower case begins as UCINET's DL does.
func isDL(head []byte) bool {
	rest, ok := bytes.CutPrefix(head, []byte("dl"))
	if !ok || len(rest) == 0 || !strings.ContainsRune(" \t\r\n,", rune(rest[0])) {
		return false
	}
	rest = bytes.TrimLeft(rest, " \t\r\n,")
	return bytes.HasPrefix(rest, []byte("n")) || bytes.HasPrefix(rest, []byte("format"))
}

// dl is a DL file while it is read.
type dl struct {
	*pairs
	text     *table.Text
	n        int
	format   string
	labels   []string
	embedded bool
	several  bool // it holds several matrices
}

// maxDL is the largest number of people of a DL file.
const maxDL = 1 << 20

// readDL reads a DL file of the formats fullmatrix, edgelist1 and nodelist1. Of several matrices it
// reads the first.
func readDL(text *table.Text) (*table.Table, error) {
	head, data, line, ok := cutData(text.Bytes)
	if !ok {
		return nil, fault(text, 1, "this is UCINET's DL without the word data:")
	}
	in := &dl{pairs: &pairs{}, text: text, format: "fullmatrix"}
	if err := in.readHead(string(head)); err != nil {
		return nil, err
	}
	if err := in.readData(data, line); err != nil {
		return nil, err
	}
	if !in.embedded || strings.HasPrefix(in.format, "f") {
		for k := range in.n {
			in.list(in.label(k))
		}
	}
	shape := "UCINET's DL"
	if missing := in.unnamed(); missing > 0 {
		shape += fmt.Sprintf(", which says that there are n = %d people and names %d", in.n,
			in.n-missing)
	}
	if in.several {
		shape += ", of which the first matrix counts and the others do not"
	}
	return in.table(text, shape)
}

// unnamed is the number of people whom the file counts and does not name: with embedded labels a
// list names only those who have ties.
func (in *dl) unnamed() int {
	if len(in.people) > 0 {
		return 0
	}
	named := map[string]bool{}
	for _, row := range in.rows {
		named[row[0]], named[row[1]] = true, true
	}
	return max(in.n-len(named), 0)
}

// cutData cuts a text at the word data: and returns the line in which the data begin.
func cutData(text []byte) (head, data []byte, line int, ok bool) {
	at := dataMark.FindIndex(text)
	if at == nil {
		return nil, nil, 0, false
	}
	return text[:at[0]], text[at[1]:], 1 + bytes.Count(text[:at[1]], []byte{'\n'}), true
}

var (
	dataMark  = regexp.MustCompile(`(?i)\bdata\s*:`)
	dlSetting = regexp.MustCompile(`(?i)\b(n|nr|nc|nm|format)\s*=\s*([a-z0-9]+)`)
	dlLabels  = regexp.MustCompile(`(?i)\b((?:row |col |column |matrix |level )?labels)` +
		`( embedded|\s*:)`)
)

// readHead reads what stands above the data.
func (in *dl) readHead(head string) error {
	marks := dlLabels.FindAllStringSubmatchIndex(head, -1)
	settings := head
	if len(marks) > 0 {
		settings = head[:marks[0][0]]
	}
	sides := map[string]int{}
	for _, s := range dlSetting.FindAllStringSubmatch(settings, -1) {
		name, value := strings.ToLower(s[1]), strings.ToLower(s[2])
		if name == "format" {
			in.format = value
			continue
		}
		n, err := strconv.Atoi(value)
		if err != nil || n < 1 || n > maxDL {
			return fault(in.text, 1, "%s is %.40q, want 1 to %d", name, value, maxDL)
		}
		sides[name] = n
	}
	in.n, in.several = max(sides["n"], sides["nr"]), sides["nm"] > 1
	if in.n == 0 || sides["nc"] > 0 && sides["nc"] != in.n {
		return fault(in.text, 1, "want n = the number of people, the same for rows and columns")
	}
	for i, m := range marks {
		end := len(head)
		if i+1 < len(marks) {
			end = marks[i+1][0]
		}
		in.readLabels(strings.ToLower(head[m[2]:m[3]]), head[m[4]:m[5]], head[m[1]:end])
	}
	if in.labels != nil && len(in.labels) != in.n {
		return fault(in.text, 1, "%d labels, want n = %d", len(in.labels), in.n)
	}
	return nil
}

// readLabels takes a list of labels, or the word that they stand in the data.
func (in *dl) readLabels(what, mark, list string) {
	switch {
	case strings.HasPrefix(what, "matrix"), strings.HasPrefix(what, "level"):
	case strings.HasPrefix(mark, " "):
		in.embedded = true
	case in.labels == nil:
		for _, l := range splitLabels(list) {
			in.labels = append(in.labels, strings.Trim(table.Even(l), `"`))
		}
	}
}

// splitLabels splits labels at commas and line breaks, or at spaces where there are neither.
func splitLabels(list string) []string {
	all := strings.FieldsFunc(list, func(r rune) bool { return r == ',' || r == '\n' })
	all = slices.DeleteFunc(all, func(l string) bool { return strings.TrimSpace(l) == "" })
	if len(all) > 1 {
		return all
	}
	if fields, err := table.Fields([]byte(list)); err == nil && len(all) > 0 {
		return fields
	}
	return strings.Fields(list)
}

// readData reads the data of the format.
func (in *dl) readData(data []byte, line int) error {
	switch in.format {
	case "fullmatrix", "fm":
		return in.readMatrix(data, line)
	case "edgelist1", "el1", "nodelist1", "nl1":
		return in.readList(data, line)
	}
	return fault(in.text, 1, "this is UCINET's DL in the format %.40q; save it in the format "+
		"fullmatrix, edgelist1 or nodelist1", in.format)
}

// readList reads lines of ties: two people and perhaps a weight, or one and those he names.
func (in *dl) readList(data []byte, line int) error {
	edges := strings.HasPrefix(in.format, "e")
	for _, text := range bytes.Split(data, []byte{'\n'}) {
		fields, err := table.Fields([]byte(table.Even(string(text))))
		switch {
		case err != nil:
			return fault(in.text, line, `a " without its second`)
		case len(fields) == 0 || !edges && len(fields) == 1:
		case edges && len(fields) == 1:
			return fault(in.text, line, "a tie of one person, want two")
		case edges && len(fields) > 2:
			in.add(line, in.name(fields[0]), in.name(fields[1]), fields[2], "")
		default:
			for _, to := range fields[1:] {
				in.add(line, in.name(fields[0]), in.name(to), "", "")
			}
		}
		line++
	}
	return nil
}

// name is the label of a person's number, or the number if there are none.
func (in *dl) name(number string) string {
	k, err := strconv.Atoi(number)
	if in.embedded || err != nil || k < 1 || k > len(in.labels) {
		return number
	}
	return in.labels[k-1]
}

// label is the label of person k, counted from 0, or his number, counted from 1.
func (in *dl) label(k int) string {
	if k < len(in.labels) {
		return in.labels[k]
	}
	return strconv.Itoa(k + 1)
}

// readMatrix reads the cells of a matrix, which may be broken into lines anywhere.
func (in *dl) readMatrix(data []byte, line int) error {
	cells := &cellReader{rest: data, line: line}
	if in.embedded {
		for range in.n {
			label, ok := cells.next()
			if !ok {
				return in.short(cells.line)
			}
			in.labels = append(in.labels, label)
		}
	}
	for i := range in.n {
		if in.embedded {
			cells.next() // the label of the row
		}
		for k := range in.n {
			value, ok := cells.next()
			if !ok {
				return in.short(cells.line)
			}
			if i != k && !isZero(value) {
				in.add(cells.line, in.label(i), in.label(k), value, "")
			}
		}
	}
	return nil
}

// short is the error that a matrix has too few cells.
func (in *dl) short(line int) error {
	return fault(in.text, line, "the matrix ends before its %d rows of %d", in.n, in.n)
}

// cellReader reads the cells of a matrix.
type cellReader struct {
	rest []byte
	line int
}

// next returns the next cell, and whether there is one.
func (c *cellReader) next() (string, bool) {
	for len(c.rest) > 0 && strings.ContainsRune(" \t\r\n,", rune(c.rest[0])) {
		if c.rest[0] == '\n' {
			c.line++
		}
		c.rest = c.rest[1:]
	}
	if len(c.rest) == 0 {
		return "", false
	}
	end := bytes.IndexAny(c.rest, " \t\r\n,")
	if c.rest[0] == '"' {
		end = bytes.IndexByte(c.rest[1:], '"') + 2
	}
	if end < 2 && c.rest[0] == '"' || end < 0 {
		end = len(c.rest)
	}
	cell := strings.Trim(string(c.rest[:end]), `"`)
	c.rest = c.rest[end:]
	return table.Even(cell), true
}
