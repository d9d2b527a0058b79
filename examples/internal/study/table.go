package study

import (
	"fmt"
	"strings"
)

// Table is a text in columns that fits a terminal: the first to the left, the others to the right.
type Table struct {
	Title   string
	Columns []string   // headings, one per column
	Rows    [][]string // a nil row is an empty line
}

// String returns the text. What is too long for the first column goes on in the line below.
func (t Table) String() string {
	var b strings.Builder
	widths := t.widths()
	fmt.Fprintln(&b, wrap(t.Title))
	for _, row := range append([][]string{t.Columns}, t.Rows...) {
		t.writeRow(&b, row, widths)
	}
	return b.String()
}

func (t Table) writeRow(b *strings.Builder, row []string, widths []int) {
	if row == nil {
		fmt.Fprintln(b)
		return
	}
	first := strings.Split(wrapTo(widths[0], row[0]), "\n")
	var line strings.Builder
	fmt.Fprintf(&line, "  %-*s", widths[0], first[0])
	for i, field := range row[1:] {
		fmt.Fprintf(&line, "  %*s", widths[i+1], field)
	}
	fmt.Fprintln(b, strings.TrimRight(line.String(), " "))
	for _, more := range first[1:] {
		fmt.Fprintln(b, "  "+more)
	}
}

// widths returns the width of each column. The first takes what the others leave of a terminal.
func (t Table) widths() []int {
	widths := make([]int, len(t.Columns))
	for _, row := range append([][]string{t.Columns}, t.Rows...) {
		for i, field := range row {
			widths[i] = max(widths[i], len([]rune(field)))
		}
	}
	left := 78
	for _, w := range widths[1:] {
		left -= w + 2
	}
	widths[0] = min(widths[0], max(left, 8))
	return widths
}
