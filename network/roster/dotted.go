package roster

import (
	"slices"
	"strings"

	"orglearn/network/internal/table"
	"orglearn/network/internal/words"
)

// dotted says where a file of reports has dotted lines: in a column of second superiors, or in rows
// that a column of kinds calls so.
type dotted struct {
	column, kind int // -1: there is no such column
	rows         int // of dotted lines
}

// lineNames are columns that say which line a report is of, and dottedValues what they call a
// second line, reduced.
var (
	lineNames = strings.Fields("type typ line linetype reportingtype reportingline relationship " +
		"relation kind linie art lijn soort ligne lien")
	dottedValues = strings.Fields("dotted dottedline functional matrix secondary second indirect " +
		"project gestrichelt fachlich funktional projekt stippellijn functioneel secundair " +
		"pointilles fonctionnel secondaire projet")
)

func findDotted(columns []string, used ...int) dotted {
	kind := slices.IndexFunc(columns, func(c string) bool {
		return slices.Contains(lineNames, reduce(c))
	})
	if slices.Contains(used, kind) {
		kind = -1
	}
	return dotted{column: dottedRole.guess(columns, used...), kind: kind}
}

// isRow reports whether a row is of a dotted line.
func (d dotted) isRow(row []string) bool {
	return d.kind >= 0 && slices.Contains(dottedValues, reduce(row[d.kind]))
}

// takeDotted takes a second superior from a column of the row just read, if the user asks for a
// second line.
func (c *reportsReading) takeDotted(person int32, column int) error {
	if table.IsMissing(c.Row[column]) {
		return nil
	}
	c.dotted.rows++
	if c.options.Second != SecondLine {
		return nil
	}
	superior, is, err := c.member(column)
	if err != nil || is != table.Known {
		return err
	}
	return c.putSecond(person, superior, c.faultAt(column))
}

// noteDotted says which dotted lines are not read.
func (c *reportsReading) noteDotted() {
	if c.dotted.rows == 0 || c.options.Second == SecondLine {
		return
	}
	column := c.dotted.kind
	if c.dotted.column >= 0 {
		column = c.dotted.column
	}
	c.note("The column %s of %s names %s, which %s not read; -matrix makes a second line of %s.",
		c.Titles[column], c.Name, words.Count(c.dotted.rows, "dotted line", "dotted lines"),
		words.Choose(c.dotted.rows, "is", "are"), words.Choose(c.dotted.rows, "it", "them"))
}
