package shape

import (
	"slices"
	"strings"

	"orglearn/network/internal/table"
)

// Matrix reads an adjacency matrix with labels. It returns nil if the file is none.
func Matrix(text *table.Text) (*table.Table, error) {
	for _, comma := range table.Separators {
		rows, _, _ := table.Rows(text, comma, peeked)
		above := titles(rows)
		if labels := matrixLabels(rows[above:]); labels != nil {
			return readMatrix(text, comma, labels, above)
		}
	}
	return nil, nil
}

// titles is the number of rows above a table that have at most one cell which is not empty.
func titles(rows [][]string) (n int) {
	for n < len(rows) && n < 4 {
		filled := 0
		for _, cell := range rows[n] {
			if cell != "" {
				filled++
			}
		}
		if filled > 1 {
			break
		}
		n++
	}
	return n
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
	labels = bracketed(labels)
	if len(slices.Compact(slices.Sorted(slices.Values(labels)))) < len(labels) {
		return nil
	}
	for _, row := range rows[1:] {
		if !slices.Contains(labels, row[0]) {
			return nil
		}
		if len(row) != len(labels)+1 && len(rows[1]) == len(labels)+1 {
			continue // an error, once the whole is read
		}
		if slices.ContainsFunc(row[1:], func(c string) bool { return !isTie(c) }) {
			return nil
		}
	}
	return labels
}

// isNumber reports whether a cell is a number, or says that there is none.
func isNumber(cell string) bool {
	return table.IsMissing(cell) || strings.Trim(cell, "0123456789.,+-eE") == ""
}

// isTie reports whether a cell of a matrix says that there is a tie, or that there is none.
func isTie(cell string) bool {
	return isNumber(cell) || slices.Contains(tieWords, strings.ToLower(cell))
}

var tieWords = strings.Fields("x yes no true false ja nein nee oui non wahr falsch vrai faux")

// bracketed are the names between brackets at the end of labels, as programs for surveys write
// them, "Whom do you ask? [Ann]", or the labels themselves.
func bracketed(labels []string) []string {
	inner := make([]string, len(labels))
	for i, label := range labels {
		at := strings.LastIndexByte(label, '[')
		if at < 0 || !strings.HasSuffix(label, "]") {
			return labels
		}
		inner[i] = strings.TrimSpace(label[at+1 : len(label)-1])
	}
	return inner
}

// readMatrix reads an adjacency matrix: a row for each person, with his ties to the columns.
func readMatrix(
	text *table.Text, comma rune, labels []string, above int,
) (*table.Table, error) {
	p := &pairs{}
	head := slices.Clone(labels)
	rows, lines, err := table.Rows(text, comma, 0)
	if err != nil {
		return nil, err
	}
	rows, lines = rows[above:], lines[above:]
	p.list(head...)
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
