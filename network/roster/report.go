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
		texts = append(texts, i.Reduction.text(&i))
	}
	texts = append(texts, i.columnsText(), i.evenedText())
	for _, note := range i.Notes {
		texts = append(texts, "Note: "+note)
	}
	var b strings.Builder
	for _, text := range texts {
		if text != "" {
			b.WriteString(words.Fold(text, reportWidth))
		}
	}
	return b.String()
}

// columnsText says which columns were taken for what, where their names are not the plain ones.
func (i *Import) columnsText() string {
	var list []string
	for _, u := range i.Used {
		if u.guessed() {
			list = append(list, fmt.Sprintf("%q is %s", u.Column, u.As))
		}
	}
	if len(list) == 0 {
		return ""
	}
	return "Columns: " + strings.Join(list, ", ") + "."
}

// evenedText says how many cells were evened out, and how many ids match only in some ways.
func (i *Import) evenedText() string {
	var list []string
	if i.Evened > 0 {
		list = append(list, words.Plural(i.Evened, "cell")+" with spaces around them, "+
			"invisible characters or another form of accents")
	}
	if i.Matched > 0 {
		list = append(list, words.Plural(i.Matched, "id")+" by -match")
	}
	if len(list) == 0 {
		return ""
	}
	return "Evened out: " + strings.Join(list, "; ") + "."
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
	return text + " " + i.directionText()
}

// directionText says who listens.
func (i *Import) directionText() string {
	switch {
	case i.Mutual > 0 && i.Mutual >= i.Rows-i.dropped():
		return "Every tie is undirected, so it goes both ways."
	case i.Mutual > 0:
		return words.Count(i.Mutual, "tie is", "ties are") + " undirected and " +
			words.Choose(i.Mutual, "goes", "go") + " both ways; in the others " + i.listens()
	case i.Sent:
		return "A tie was sent: " + i.listens()
	}
	return "In a tie, " + i.listens()
}

func (i *Import) listens() string {
	if i.Sent {
		return "`to` listens to `from`."
	}
	return "`from` listens to `to`."
}

// dropped is the number of rows that are no tie between two people.
func (i *Import) dropped() int {
	return i.Loops + i.Unknown + i.Missing + i.NoWeight + i.Zeros + i.Weak
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
	add(i.Missing, "row", "rows", "without sender or receiver")
	add(i.Zeros, "pair", "pairs", "of weight 0, which "+words.Choose(i.Zeros, "is no tie",
		"are no ties"))
	add(i.NoWeight, "tie", "ties", "without a weight")
	add(i.Weak, "tie", "ties", "below the least weight")
	add(i.DoubleReports, "report", "reports", "there before")
	add(i.UnknownReports, "report", "reports", "of or to unknown people")
	add(i.MissingReports, "report", "reports", "of nobody")
	add(i.ZeroReports, "report", "reports", "of weight 0")
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
	from := i.ReportsFile
	if i.ManagerColumn != "" {
		from = "the column " + i.ManagerColumn + " of " + from
	}
	text := fmt.Sprintf("Chart: %s in %s; %s, %s below.",
		words.Plural(i.Reports, "report"), from,
		words.Plural(i.Chiefs, "chief"), words.Plural(i.Levels, "level"))
	if i.SecondSuperiors > 0 {
		done := words.Choose(i.SecondSuperiors, "is", "are") + " left out"
		if i.Second == SecondLine {
			done = words.Choose(i.SecondSuperiors, "makes", "make") + " the second line"
		}
		text += fmt.Sprintf(" %s to a second superior %s.",
			words.Plural(i.SecondSuperiors, "report"), done)
	}
	if i.OwnSuperiors > 0 {
		text += fmt.Sprintf(" %s to themselves, as chiefs do.",
			words.Count(i.OwnSuperiors, "person reports", "people report"))
	}
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
		text += fmt.Sprintf(" %s in no department.", without)
	}
	return text
}
