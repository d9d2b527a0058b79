package shape

import (
	"slices"
	"strconv"

	"orglearn/network/internal/table"
)

// NoHeader reads a file of ties without a header: rows of from, to and perhaps weight. A square of
// numbers, a row and a column for each person, is an adjacency matrix. Its people are the given
// ones in their order, or numbers from 1 if there are none.
func NoHeader(text *table.Text, people []string) (*table.Table, error) {
	rows, lines, err := firstRows(text)
	if err != nil {
		return nil, err
	}
	if n := len(rows[0]); n > 3 && len(rows) == n {
		return readSquare(text, rows, lines, people)
	}
	p := &pairs{}
	for i, row := range rows {
		switch len(row) {
		case 2:
			p.add(lines[i], row[0], row[1], "", "")
		case 3:
			p.add(lines[i], row[0], row[1], row[2], "")
		default:
			return nil, fault(text, lines[i], "a row of %d fields in a file without a header, "+
				"want from, to and perhaps weight", len(row))
		}
	}
	return p.table(text, "a list of pairs without a header")
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

// HasNoHeader reports whether the first row of a file names people already. Without people who are
// known it does so if it is of numbers.
func HasNoHeader(text *table.Text, known func(string) bool) bool {
	for _, comma := range table.Separators {
		rows, _, _ := table.Rows(text, comma, 1)
		if len(rows) == 0 || len(rows[0]) < 2 {
			continue
		}
		return slices.ContainsFunc(rows[0], func(cell string) bool {
			return known != nil && known(cell)
		}) || !slices.ContainsFunc(rows[0], func(cell string) bool { return !isNumber(cell) })
	}
	return false
}
