package roster

import (
	"fmt"
	"strings"

	"orglearn/network/internal/words"
)

// Reduction says what Active left out. A person left out is counted once, under the first reason
// that holds. Counts are at least 0.
type Reduction struct {
	People            int // kept
	Outside           int // left out: outside the chart
	WithoutDepartment int // left out: in no department, or in no team where a file names teams
	Alone             int // left out: without a tie to anyone kept
	Ties              int // kept
	LostTies          int // ties to or from people left out
	MovedUp           int // people who now report to a higher superior, as theirs is left out
	Chiefs            int // people kept who report to nobody; 0 without a chart
	Departments       int // departments of which someone is kept
	Smallest, Largest int // people kept in a department
	Unheeding         int // people kept who listen to nobody
}

// count counts what the active roster keeps of a roster.
func (d *Reduction) count(active, from *Roster) {
	d.Ties = active.ties.EdgeCount()
	d.LostTies = from.ties.EdgeCount() - d.Ties
	d.Chiefs, d.Departments = len(active.chiefs()), len(active.departments)
	d.Smallest, d.Largest, _ = active.departmentSizes()
	if from.report.TiesFile != "" {
		_, d.Unheeding = active.countUntied()
	}
}

// tooFewError is the error that fewer than two people are kept.
func (d *Reduction) tooFewError(people int) error {
	return fmt.Errorf("roster: of %s %d can be in all arrangements, want at least 2: "+
		"%d are outside the chart, %d in no department, %d without a tie to the others",
		words.Plural(people, "person"), d.People, d.Outside, d.WithoutDepartment, d.Alone)
}

// text says whom Active left out of the roster of a report, and what is left.
func (d *Reduction) text(of *Import) string {
	text := fmt.Sprintf("Kept for all arrangements: %s of %s",
		words.Number(d.People), words.Plural(of.People, "person"))
	if reasons := d.reasons(); reasons != "" {
		text += "; left out: " + reasons
	}
	if of.TiesFile != "" {
		text += fmt.Sprintf(". Between them are %s", words.Plural(d.Ties, "tie"))
	}
	if d.LostTies > 0 {
		text += fmt.Sprintf("; %s went with the people left out", words.Plural(d.LostTies, "tie"))
	}
	text += "."
	if d.MovedUp > 0 {
		moved := words.Count(d.MovedUp, "person reports", "people report")
		text += fmt.Sprintf(" %s to the next superior kept, as theirs %s left out.", moved,
			words.Choose(d.MovedUp, "is", "are"))
	}
	if d.Chiefs > 1 {
		text += fmt.Sprintf(" The chart has %s.", words.Plural(d.Chiefs, "chief"))
	}
	if d.Departments > 0 {
		sizes := sizesText(d.Smallest, d.Largest)
		text += fmt.Sprintf(" Departments: %d, %s.", d.Departments, sizes)
	}
	return text + unheedingText(d.Unheeding)
}

// reasons says how many people were left out for which reason; "" if nobody was.
func (d *Reduction) reasons() string {
	var list []string
	add := func(n int, reason string) {
		if n > 0 {
			list = append(list, words.Number(n)+" "+reason)
		}
	}
	add(d.Outside, "outside the chart")
	add(d.WithoutDepartment, "in no department")
	add(d.Alone, "without a tie to anyone kept")
	return strings.Join(list, ", ")
}

// unheedingText says how many people listen to nobody; "" if everybody listens.
func unheedingText(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf(" %s to nobody and %s listened to.",
		words.Count(n, "person listens", "people listen"), words.Choose(n, "is", "are"))
}

// sizesText says how large the smallest and the largest department are.
func sizesText(smallest, largest int) string {
	if smallest == largest {
		return "of " + words.Plural(largest, "person") + " each"
	}
	return fmt.Sprintf("of %s to %s", words.Number(smallest), words.Plural(largest, "person"))
}
