package network

import (
	"fmt"
	"io"
	"strconv"
	"strings"
)

// reportWidth is the width that the report of an import is set in.
const reportWidth = 80

// String is the report in plain sentences, in lines of at most 80 characters where words allow it. It ends in a newline.
func (i Import) String() string {
	var b strings.Builder
	parts := []string{i.peopleText(), i.tiesText(), i.droppedText(), i.chartText(), i.departmentsText()}
	if i.Reduction != nil {
		parts = append(parts, i.Reduction.text(i))
	}
	for _, text := range parts {
		fold(&b, text)
	}
	return b.String()
}

// WriteTo writes the report.
func (i Import) WriteTo(w io.Writer) (int64, error) {
	n, err := io.WriteString(w, i.String())
	return int64(n), err
}

func (i Import) peopleText() string {
	text := "People: " + plural(i.People, "person")
	if i.PeopleFile != "" {
		text += " in " + i.PeopleFile
		if len(i.Columns) > 0 {
			text += ", with the " + oneOrMore(len(i.Columns), "column ", "columns ") + strings.Join(i.Columns, ", ")
		}
	}
	text += "."
	if i.TiesFile == "" {
		return text
	}
	if i.Alone == 0 {
		text += " Everybody has a tie."
	} else {
		text += " " + verb(i.Alone, "person has no tie.", "people have no tie.")
	}
	return text + unheedingText(i.Unheeding)
}

func (i Import) tiesText() string {
	if i.TiesFile == "" {
		return "Ties: no file, so nobody is tied."
	}
	text := fmt.Sprintf("Ties: %s kept of %s in %s.", thousands(i.Ties), plural(i.Rows, "row"), i.TiesFile)
	if i.Weight == "" {
		text += " Every tie weighs 1."
	} else {
		text += fmt.Sprintf(" Weights are the column %s.", i.Weight)
	}
	if i.ZeroTies > 0 {
		text += fmt.Sprintf(" %s kept.", verb(i.ZeroTies, "tie of weight 0 is", "ties of weight 0 are"))
	}
	if i.Sent {
		return text + " A tie was sent: `to` listens to `from`."
	}
	return text + " In a tie, `from` listens to `to`."
}

func (i Import) droppedText() string {
	var list []string
	add := func(n int, one, several, more string) {
		if n > 0 {
			list = append(list, thousands(n)+" "+oneOrMore(n, one, several)+more)
		}
	}
	add(i.Loops, "loop", "loops", " (a tie to oneself)")
	weights := ""
	if i.Weight != "" {
		weights = ", weights added up"
	}
	add(i.Duplicates, "tie", "ties", " there before"+weights)
	add(i.Unknown, "tie", "ties", " to unknown ids, such as "+quoted(i.UnknownIDs))
	add(i.DoubleReports, "report", "reports", " there before")
	if len(list) == 0 {
		return "Dropped: nothing."
	}
	return "Dropped: " + strings.Join(list, "; ") + "."
}

func (i Import) chartText() string {
	if i.ReportsFile == "" {
		return "Chart: none, so a hierarchy has to be made up."
	}
	text := fmt.Sprintf("Chart: %s in %s; %s, %s below.", plural(i.Reports, "report"), i.ReportsFile,
		plural(i.Chiefs, "chief"), plural(i.Levels, "level"))
	if i.Outside > 0 {
		text += fmt.Sprintf(" %s outside the chart.", verb(i.Outside, "person is", "people are"))
	}
	return text
}

func (i Import) departmentsText() string {
	if i.Departments == 0 {
		return "Departments: none, so teams have to be made up."
	}
	from := "the column " + i.DepartmentColumn
	if i.DepartmentColumn == "" {
		from = "the branches of the chart"
	}
	text := fmt.Sprintf("Departments: %d from %s, %s.", i.Departments, from, sizesText(i.Smallest, i.Largest))
	if i.WithoutDepartment > 0 {
		text += fmt.Sprintf(" %s in none.", verb(i.WithoutDepartment, "person is", "people are"))
	}
	return text
}

func (d *Reduction) text(i Import) string {
	text := fmt.Sprintf("Kept for all arrangements: %s of %s", thousands(d.People), plural(i.People, "person"))
	var out []string
	add := func(n int, reason string) {
		if n > 0 {
			out = append(out, thousands(n)+" "+reason)
		}
	}
	add(d.Outside, "outside the chart")
	add(d.WithoutDepartment, "in no department")
	add(d.Alone, "without a tie to anyone kept")
	if len(out) > 0 {
		text += "; left out: " + strings.Join(out, ", ")
	}
	if i.TiesFile != "" {
		text += fmt.Sprintf(". Between them are %s", plural(d.Ties, "tie"))
	}
	if d.LostTies > 0 {
		text += fmt.Sprintf("; %s went with the people left out", plural(d.LostTies, "tie"))
	}
	text += "."
	if d.MovedUp > 0 || d.Chiefs > 1 {
		text += fmt.Sprintf(" %s now to the next superior kept; %s.", verb(d.MovedUp, "person reports", "people report"),
			plural(d.Chiefs, "chief"))
	}
	if d.Departments > 0 {
		text += fmt.Sprintf(" Departments: %d, %s.", d.Departments, sizesText(d.Smallest, d.Largest))
	}
	return text + unheedingText(d.Unheeding)
}

func unheedingText(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf(" %s to nobody and %s listened to.", verb(n, "person listens", "people listen"), oneOrMore(n, "is", "are"))
}

func sizesText(smallest, largest int) string {
	if smallest == largest {
		return "of " + plural(largest, "person") + " each"
	}
	return fmt.Sprintf("of %s to %s", thousands(smallest), plural(largest, "person"))
}

// verb is a number and what it is of, as "1 person is" or "2 people are".
func verb(n int, one, several string) string { return thousands(n) + " " + oneOrMore(n, one, several) }

func oneOrMore(n int, one, several string) string {
	if n == 1 {
		return one
	}
	return several
}

// plural is a number of things, as "1 row" or "5,784 rows".
func plural(n int, one string) string {
	several := one + "s"
	if one == "person" {
		several = "people"
	}
	return verb(n, one, several)
}

// thousands writes a number with commas.
func thousands(n int) string {
	text := strconv.Itoa(n)
	for k := len(text) - 3; k > 0; k -= 3 {
		text = text[:k] + "," + text[k:]
	}
	return text
}

// fold writes a text in lines; those after the first are indented.
func fold(b *strings.Builder, text string) {
	width := 0
	for _, word := range strings.Fields(text) {
		size := len([]rune(word))
		switch {
		case width == 0:
		case width+1+size > reportWidth:
			b.WriteString("\n  ")
			width = 2
		default:
			b.WriteByte(' ')
			width++
		}
		b.WriteString(word)
		width += size
	}
	b.WriteByte('\n')
}
