package roster

import (
	"fmt"
	"io"
	"strings"

	"orglearn/network/internal/words"
)

// reportWidth is the largest number of characters in a line of the report. A longer word makes a
// longer line.
const reportWidth = 80

// String returns the report in plain sentences. A line has at most 80 characters, unless a word is
// longer. The last line ends in a newline.
func (i Import) String() string {
	texts := []string{
		i.peopleText(), i.tiesText(), i.droppedText(), i.chartText(), i.departmentsText(),
	}
	if i.Reduction != nil {
		texts = append(texts, i.Reduction.text(i))
	}
	var b strings.Builder
	for _, text := range texts {
		b.WriteString(words.Fold(text, reportWidth))
	}
	return b.String()
}

// WriteTo writes the report and returns the number of bytes written. A failed write is an error.
func (i Import) WriteTo(w io.Writer) (int64, error) {
	n, err := io.WriteString(w, i.String())
	return int64(n), err
}

// peopleText says who the people are.
func (i Import) peopleText() string {
	text := "People: " + words.Plural(i.People, "person")
	if i.PeopleFile != "" {
		text += " in " + i.PeopleFile
	}
	if len(i.Columns) > 0 {
		columns := words.Choose(len(i.Columns), "column", "columns")
		text += fmt.Sprintf(", with the %s %s", columns, strings.Join(i.Columns, ", "))
	}
	text += "."
	switch {
	case i.TiesFile == "":
		return text
	case i.Alone == 0:
		text += " Everybody has a tie."
	default:
		text += " " + words.Count(i.Alone, "person has no tie.", "people have no tie.")
	}
	return text + unheedingText(i.Unheeding)
}

// tiesText says which ties were kept, and who listens.
func (i Import) tiesText() string {
	if i.TiesFile == "" {
		return "Ties: no file, so nobody is tied."
	}
	text := fmt.Sprintf("Ties: %s kept of %s in %s.",
		words.Number(i.Ties), words.Plural(i.Rows, "row"), i.TiesFile)
	if i.Weight == "" {
		text += " Every tie weighs 1."
	} else {
		text += fmt.Sprintf(" Weights are the column %s.", i.Weight)
	}
	if i.ZeroTies > 0 {
		zeros := words.Count(i.ZeroTies, "tie of weight 0 is", "ties of weight 0 are")
		text += fmt.Sprintf(" %s kept.", zeros)
	}
	if i.Sent {
		return text + " A tie was sent: `to` listens to `from`."
	}
	return text + " In a tie, `from` listens to `to`."
}

// droppedText says which rows were dropped, and why.
func (i Import) droppedText() string {
	var list []string
	add := func(n int, one, several, reason string) {
		if n > 0 {
			list = append(list, words.Count(n, one, several)+" "+reason)
		}
	}
	weights := ""
	if i.Weight != "" {
		weights = ", weights added up"
	}
	add(i.Loops, "loop", "loops", "(a tie to oneself)")
	add(i.Duplicates, "tie", "ties", "there before"+weights)
	add(i.Unknown, "tie", "ties", "to unknown ids, such as "+words.Quote(i.UnknownIDs))
	add(i.DoubleReports, "report", "reports", "there before")
	if len(list) == 0 {
		return "Dropped: nothing."
	}
	return "Dropped: " + strings.Join(list, "; ") + "."
}

// chartText says how large the chart is.
func (i Import) chartText() string {
	if i.ReportsFile == "" {
		return "Chart: none, so a hierarchy has to be made up."
	}
	text := fmt.Sprintf("Chart: %s in %s; %s, %s below.",
		words.Plural(i.Reports, "report"), i.ReportsFile,
		words.Plural(i.Chiefs, "chief"), words.Plural(i.Levels, "level"))
	if i.Outside > 0 {
		outside := words.Count(i.Outside, "person is", "people are")
		text += fmt.Sprintf(" %s outside the chart.", outside)
	}
	return text
}

// departmentsText says what the departments were read from, and how large they are.
func (i Import) departmentsText() string {
	if i.Departments == 0 {
		return "Departments: none, so teams have to be made up."
	}
	from := "the branches of the chart"
	if i.DepartmentColumn != "" {
		from = "the column " + i.DepartmentColumn
	}
	text := fmt.Sprintf("Departments: %d from %s, %s.",
		i.Departments, from, sizesText(i.Smallest, i.Largest))
	if i.WithoutDepartment > 0 {
		without := words.Count(i.WithoutDepartment, "person is", "people are")
		text += fmt.Sprintf(" %s in none.", without)
	}
	return text
}
