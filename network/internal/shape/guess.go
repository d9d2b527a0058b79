package shape

import (
	"fmt"
	"slices"
	"strings"

	"orglearn/network/internal/table"
)

// Matrix reads an adjacency matrix with labels. It returns nil if the file is none.
func Matrix(text *table.Text) (*table.Table, error) {
	for _, comma := range table.Separators {
		rows, _, _ := table.Rows(text, comma, peeked)
		if labels := matrixLabels(rows); labels != nil {
			return readMatrix(text, comma, labels)
		}
	}
	return nil, nil
}

// NodeList reads a node list. It returns nil if the file is none. ego finds the column, in lower
// case, of the person who names others; below 0: the first.
func NodeList(text *table.Text, ego func(columns []string) int) (*table.Table, error) {
	for _, comma := range table.Separators {
		rows, lines, _ := table.Rows(text, comma, peeked)
		if k := nodeList(rows); k > 0 {
			n := newNodeList(rows[0], k, ego)
			return n.read(text, comma, lines[0])
		}
	}
	return nil, nil
}

// peeked is the number of rows by which a shape is told.
const peeked = 8

// matrixLabels are the labels of the columns of an adjacency matrix, or nil if it is none: the
// first cell of each row is a label of a column, and the others are numbers.
func matrixLabels(rows [][]string) []string {
	if len(rows) < 3 || len(rows[1]) < 3 {
		return nil
	}
	labels := rows[0]
	if len(labels) == len(rows[1]) {
		labels = labels[1:] // the corner
	}
	if len(slices.Compact(slices.Sorted(slices.Values(labels)))) < len(labels) {
		return nil
	}
	for _, row := range rows[1:] {
		if len(row) != len(labels)+1 || !slices.Contains(labels, row[0]) {
			return nil
		}
		if slices.ContainsFunc(row[1:], func(c string) bool { return !isNumber(c) }) {
			return nil
		}
	}
	return labels
}

// isNumber reports whether a cell is a number, or says that there is none.
func isNumber(cell string) bool {
	return table.IsMissing(cell) || strings.Trim(cell, "0123456789.,+-eE") == ""
}

// readMatrix reads an adjacency matrix: a row for each person, with his ties to the columns.
func readMatrix(text *table.Text, comma rune, labels []string) (*table.Table, error) {
	p := &pairs{}
	head := slices.Clone(labels)
	rows, lines, err := table.Rows(text, comma, 0)
	if err != nil {
		return nil, err
	}
	for i, row := range rows[1:] {
		if len(row) != len(head)+1 {
			return nil, fault(text, lines[i+1], "a row of %d cells in a matrix, want %d",
				len(row), len(head)+1)
		}
		for k, value := range row[1:] {
			if !isZero(value) {
				p.add(lines[i+1], row[0], head[k], value, "")
			}
		}
	}
	return p.table(text, "a matrix: a row names those to whom the person of the row is tied")
}

// nodeList is the number of the first column of those that a person names, as alter1 and alter2, or
// 0 if a header has no two such columns. The columns stand side by side, behind that of the person.
func nodeList(rows [][]string) int {
	if len(rows) < 2 {
		return 0
	}
	for k := 1; k+1 < len(rows[0]); k++ {
		stem, numbered := stemOf(rows[0][k])
		next, too := stemOf(rows[0][k+1])
		if numbered && too && stem == next {
			return k
		}
	}
	return 0
}

// stemOf is the name of a column without the number behind it, in lower case.
func stemOf(name string) (stem string, numbered bool) {
	stem = strings.TrimRight(name, "0123456789")
	return strings.ToLower(strings.TrimRight(stem, " _-.")), stem != name && stem != ""
}

// nodes says where a node list has what.
type nodes struct {
	head        []string
	ego         int // the column of the person who names others
	first, last int // the columns of those whom he names, last excluded
}

func newNodeList(head []string, first int, ego func([]string) int) *nodes {
	n := &nodes{head: slices.Clone(head), first: first, last: first}
	stem, _ := stemOf(head[first])
	for n.last < len(head) {
		if next, numbered := stemOf(head[n.last]); !numbered || next != stem {
			break
		}
		n.last++
	}
	var columns []string
	for _, name := range head[:first] {
		columns = append(columns, strings.ToLower(name))
	}
	n.ego = max(ego(columns), 0)
	return n
}

// read reads the rows below the header's line.
func (n *nodes) read(text *table.Text, comma rune, line int) (*table.Table, error) {
	rows, lines, err := table.Rows(text, comma, 0)
	if err != nil {
		return nil, err
	}
	p := &pairs{}
	for i, row := range rows {
		if lines[i] <= line || len(row) <= n.ego {
			continue
		}
		for k := n.first; k < min(n.last, len(row)); k++ {
			if !table.IsMissing(row[k]) {
				p.add(lines[i], row[n.ego], row[k], "", "")
			}
		}
	}
	return p.table(text, fmt.Sprintf("a node list: %.40q names those in the columns %.40q to %.40q",
		n.head[n.ego], n.head[n.first], n.head[n.last-1]))
}
