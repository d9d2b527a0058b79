package orgflags

import (
	"fmt"

	"orglearn/examples/program"
	"orglearn/metrics/chart"
	"orglearn/network/roster"
)

// Smallest is the least number of people of whom a result is shown.
const Smallest = 5

// Active returns the people who are simulated, and notes on whom and what this leaves out.
func (own *Flags) Active(all *roster.Roster) (*roster.Roster, []string, error) {
	take := all.Active
	if own.Isolates {
		take = all.ActiveWithIsolates
	}
	active, err := take()
	var notes []string
	if err != nil || active.People() < Smallest {
		if with, failed := all.ActiveWithIsolates(); failed == nil && with.People() >= Smallest {
			notes = append(notes, "So few people have ties that the others stay in, as isolates.")
			active, err = with, nil
		}
	}
	if err != nil {
		return nil, nil, err
	}
	if active.People() < Smallest {
		return nil, nil, own.tooFew(active.Import())
	}
	return active, append(notes, lost(active.Import())...), nil
}

// tooFew is the error that so few people are left that no result of them is shown.
func (own *Flags) tooFew(i roster.Import) error {
	d, reasons := i.Reduction, ""
	for _, r := range []struct {
		n   int
		why string
	}{{d.Outside, "outside the chart"}, {d.WithoutDepartment, "in no department or team"},
		{d.Alone, "without a tie to the others"}} {
		if r.n > 0 {
			reasons += fmt.Sprintf(", %d %s", r.n, r.why)
		}
	}
	if reasons != "" {
		reasons = " (left out:" + reasons[1:] + ")"
	}
	return fmt.Errorf("%s: only %d of %s are left in all arrangements%s, and results are shown of "+
		"%d people or more", own.Paths()[0], d.People, program.Count(i.People, "person", "people"),
		reasons, Smallest)
}

// lost says how many people and rows of ties the results leave out; nothing if none.
func lost(i roster.Import) (notes []string) {
	d := i.Reduction
	if out := i.People - d.People; out > 0 {
		text := fmt.Sprintf("%s of %s are simulated", chart.Thousands(d.People),
			program.Count(i.People, "person", "people"))
		if d.Alone > 0 {
			text += fmt.Sprintf("; %s no tie to the others (-isolates keeps them)",
				program.Count(d.Alone, "has", "have"))
		}
		if others := out - d.Alone; others > 0 {
			text += fmt.Sprintf("; %s no place in the chart or in a department",
				program.Count(others, "has", "have"))
		}
		notes = append(notes, text+".")
	}
	dropped := i.Loops + i.Unknown + i.Missing + i.NoWeight + i.Weak
	if pairs := i.Rows - i.Zeros; 200*dropped > pairs || d.LostTies > 0 {
		text := fmt.Sprintf("Of %s of ties %.0f %% were read", program.Count(pairs, "row", "rows"),
			100*float64(pairs-dropped)/float64(pairs))
		if d.LostTies > 0 {
			text += fmt.Sprintf(", and %s of them went with the people left out",
				program.Count(d.LostTies, "tie", "ties"))
		}
		notes = append(notes, text+".")
	}
	return notes
}
