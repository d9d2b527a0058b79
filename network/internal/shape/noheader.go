package shape

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"

	"orglearn/network/internal/table"
	"orglearn/network/internal/words"
)

// NoHeader reads a file of ties without a header: rows of from, to and perhaps weight. A square of
// numbers, a row and a column for each person, is an adjacency matrix. Its people are the given
// ones in their order, or numbers from 1 if there are none. Lines above that begin with # or % are
// passed over.
func NoHeader(text *table.Text, people []string) (*table.Table, error) {
	rows, lines, err := firstRows(uncommented(text))
	if err != nil {
		return nil, err
	}
	if n := len(rows[0]); n > 3 && len(rows) == n {
		return readSquare(text, rows, lines, people)
	}
	times := areTimes(rows)
	p := &pairs{}
	for i, row := range rows {
		switch {
		case len(row) == 2 || len(row) == 3 && times:
			p.add(lines[i], row[0], row[1], "", "")
		case len(row) == 3:
			p.add(lines[i], row[0], row[1], row[2], "")
		default:
			return nil, fault(text, lines[i], "a row of %d fields in a file without a header, "+
				"want from, to and perhaps weight; -from 1 -to 2 names columns by their numbers",
				len(row))
		}
	}
	if times {
		return p.table(text, "a list of pairs without a header, whose third column holds times "+
			"and is not read")
	}
	return p.table(text, "a list of pairs without a header")
}

// Numbered reads a file without a header as a table whose columns have their numbers for names, but
// the first, or for all where as many names are given. All rows must be as long as the first.
func Numbered(text *table.Text, names ...string) (*table.Table, error) {
	rows, lines, err := firstRows(uncommented(text))
	if err != nil {
		return nil, err
	}
	if len(names) > 1 && len(names) != len(rows[0]) {
		names = names[:1]
	}
	columns := slices.Clone(names)
	for k := len(columns); k < len(rows[0]); k++ {
		columns = append(columns, strconv.Itoa(k+1))
	}
	for i, row := range rows {
		if len(row) != len(columns) {
			return nil, fault(text, lines[i], "a row of %d fields in a file without a header, "+
				"want %d as in the first", len(row), len(columns))
		}
	}
	text.Notes = append(text.Notes, fmt.Sprintf("%s is read without a header, with the columns %s",
		text.Name, words.Quote(columns)))
	return table.List(text.Name, columns, rows, lines), nil
}

// uncommented is a text whose first lines are blank where they begin with # or %.
func uncommented(text *table.Text) *table.Text {
	rest, blank := text.Bytes, []byte(nil)
	for len(rest) > 0 {
		line, after, _ := bytes.Cut(rest, []byte{'\n'})
		line = bytes.TrimSpace(line)
		if len(line) > 0 && line[0] != '#' && line[0] != '%' {
			break
		}
		rest, blank = after, append(blank, '\n')
	}
	return &table.Text{Name: text.Name, Bytes: append(blank, rest...)}
}

// leastTime is above all weights that are likely, and below a day in seconds of a common clock.
const leastTime = 1_000_000

// areTimes reports whether the third column of rows holds times, as seconds: they never go back,
// and the last is large.
func areTimes(rows [][]string) bool {
	last, before := 0, 0
	for _, row := range rows {
		if len(row) != 3 {
			return false
		}
		at, err := strconv.Atoi(row[2])
		if err != nil || at < last {
			return false
		}
		before, last = last, at
	}
	return len(rows) > 2 && last > leastTime && before > 0 && rows[0][2] != rows[len(rows)-1][2]
}

// firstRows are the rows of a file with the first separator that gives more than one field.
func firstRows(text *table.Text) ([][]string, []int, error) {
	for _, comma := range table.Separators {
		rows, _, err := table.Rows(text, comma, peeked)
		if err == nil && len(rows) > 0 && len(rows[0]) > 1 {
			return table.Rows(text, comma, 0)
		}
	}
	return nil, nil, fault(text, 1, "want rows of from, to and perhaps weight")
}

// readSquare reads an adjacency matrix without labels.
func readSquare(
	text *table.Text, rows [][]string, lines []int, people []string,
) (*table.Table, error) {
	n := len(rows)
	if len(people) > 0 && len(people) != n {
		return nil, fault(text, 1, "a matrix of %d rows without a header, want one for each of "+
			"the %d people", n, len(people))
	}
	name := func(k int) string {
		if len(people) > 0 {
			return people[k]
		}
		return strconv.Itoa(k + 1)
	}
	p := &pairs{}
	for k := range n {
		p.list(name(k))
	}
	for i, row := range rows {
		if len(row) != n {
			return nil, fault(text, lines[i], "a row of %d cells in a matrix, want %d", len(row), n)
		}
		for k, value := range row {
			if !isZero(value) && i != k {
				p.add(lines[i], name(i), name(k), value, "")
			}
		}
	}
	return p.table(text, "a matrix without labels: the people are in their order")
}

// NoHeaderError is the error of a file whose first row names people already, or nil if it does not.
// It does so if one of its cells is known, or stands in a row below as well, or if all are numbers.
// The wanted names of columns are part of what it says.
func NoHeaderError(text *table.Text, known func(string) bool, wanted ...string) error {
	rows, _, err := firstRows(uncommented(text))
	if err != nil {
		return nil
	}
	head, below := rows[0], rows[1:]
	numbers := !slices.ContainsFunc(head, func(cell string) bool { return !isNumber(cell) })
	if n := len(head); numbers && n > 3 && len(rows) == n {
		return fmt.Errorf("%s: line 1: this is a matrix without names, want them in its first row "+
			"and column; -no-header reads it as it is, with the people in their order", text.Name)
	}
	names := func(cell string) bool {
		return known != nil && known(cell) || !table.IsMissing(cell) &&
			slices.ContainsFunc(below, func(row []string) bool {
				return slices.Contains(row[:min(len(row), 2)], cell)
			})
	}
	if numbers || slices.ContainsFunc(head[:2], names) {
		return fmt.Errorf("%s: line 1: this line names people already, want a header with "+
			"%s; -no-header reads a file without one", text.Name, words.Quote(wanted))
	}
	return nil
}
