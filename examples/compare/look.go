package main

import (
	"fmt"
	"io"
	"strings"

	"orglearn/examples/internal/orgflags"
	"orglearn/network/roster"
)

// look writes what was understood of one's own files: their first rows, their columns, and what
// would be compared.
func (org *organizations) look(w io.Writer) error {
	var b strings.Builder
	i := org.roster.Import()
	for _, h := range i.Heads {
		fmt.Fprintf(&b, "%s, its first rows\n", orgflags.Printable(h.File))
		lookAtRows(&b, h)
		fmt.Fprintln(&b, wrap("", usedText(i.Used, h.File)))
		fmt.Fprintln(&b)
	}
	for _, line := range strings.Split(unwrapped(org.source.report), "\n") {
		fmt.Fprintln(&b, wrap("", line))
	}
	fmt.Fprintln(&b)
	for _, o := range org.all {
		fmt.Fprintln(&b, wrap("", fmt.Sprintf("Would be compared: %s (%s).", o.name, o.words)))
	}
	for _, text := range append(append([]string(nil), org.notes...), leftTexts(org.left)...) {
		fmt.Fprintln(&b, wrap("- ", text))
	}
	fmt.Fprintln(&b, "Nothing was run or written. Without -look it is.")
	_, err := io.WriteString(w, b.String())
	return err
}

// leftTexts are sentences of what is left out.
func leftTexts(left []string) (all []string) {
	for _, s := range left {
		all = append(all, "Left out: "+s+".")
	}
	return all
}

// usedText says what the columns of a file are used for.
func usedText(used []roster.Use, file string) string {
	var as, not []string
	for _, u := range used {
		switch {
		case u.File != file:
		case u.As == "":
			not = append(not, fmt.Sprintf("%.40q", u.Column))
		default:
			as = append(as, fmt.Sprintf("%.40q is %s", u.Column, u.As))
		}
	}
	text := "Used: " + strings.Join(as, ", ") + "."
	if len(not) > 0 {
		text += " Not used: " + strings.Join(not, ", ") + "."
	}
	return text
}

// Shown of a row are so many cells, each of at most so many characters.
const (
	cellsShown = 6
	cellWidth  = 24
)

// lookAtRows writes rows in columns.
func lookAtRows(b *strings.Builder, h roster.Head) {
	size := min(cellWidth, (width-6)/max(1, min(len(h.Columns), cellsShown))-1)
	for _, row := range append([][]string{h.Columns}, h.Rows...) {
		line := " "
		for k, cell := range row {
			if k == cellsShown {
				line += " ..."
				break
			}
			line += fmt.Sprintf(" %-*s", size, cutCell(cell, size))
		}
		fmt.Fprintln(b, strings.TrimRight(line, " "))
	}
}

// cutCell is a cell that fits a column of a size.
func cutCell(cell string, size int) string {
	if runes := []rune(orgflags.Printable(cell)); len(runes) > size {
		return string(runes[:size-1]) + "~"
	}
	return orgflags.Printable(cell)
}
