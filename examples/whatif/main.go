// Whatif changes one thing in an organization at a tick, and says what that changes in what its
// people and its departments learn. The run is branched on the same chance, so the difference is
// owed to the change alone.
//
//	go run ./examples/whatif -merge "branch 01,branch 04"
//	go run ./examples/whatif -roster people.csv -ties ties.csv -merge "Sales,Service"
//	go run ./examples/whatif -roster people.csv -ties ties.csv
//
// Without files it takes a manufacturing company that the library includes. Without a question it
// says what can be asked. The answer is a table, a figure and, with -csv, all numbers.
package main

import (
	"context"
	"slices"

	"orglearn/examples/internal/orgflags"
	"orglearn/examples/internal/study"
	"orglearn/examples/program"
	"orglearn/sim/setups"
)

func main() { program.Main("whatif", run) }

// asking is a run of the program.
type asking struct {
	*study.Study
	own        orgflags.Flags
	conditions setups.Conditions
	turnover   float64
	at         int // tick of the changes
	handover   float64
	changes    []wanted // in the order of the flags
	seats      int
	flip       string
	lineage    string // DEPARTMENT:DIMENSION
	dates      string // FILE@TICK,...
	story      bool
	given      map[string]bool // the flags that were given
	firm       *firm
}

func newAsking() *asking {
	p := &asking{Study: study.New("whatif", 100), conditions: setups.Default()}
	p.own.Add(p.Flags)
	orgflags.AddConditions(p.Flags, &p.conditions)
	p.addFlags()
	p.Validate = p.check
	return p
}

// question is one kind of question: whether it is asked, and how it is answered.
type question struct {
	flag   string
	asked  bool
	answer func(context.Context) (study.Report, error)
}

func (p *asking) questions() []question {
	return []question{
		{"a change", len(p.changes) > 0, p.change},
		{"-seats", p.seats != 0, p.searchSeats},
		{"-flip", p.flip != "", p.reverse},
		{"-lineage", p.lineage != "", p.descend},
		{"-dates", p.dates != "", p.changeTies},
		{"-story", p.story, p.tell},
	}
}

func run(ctx context.Context, args []string) error {
	p := newAsking()
	if err := p.Parse(args); err != nil {
		return err
	}
	all := p.questions()
	i := slices.IndexFunc(all, func(q question) bool { return q.asked })
	if i < 0 || p.own.Look {
		return p.look()
	}
	report, err := all[i].answer(ctx)
	if err != nil {
		return err
	}
	report.Parameters, report.Notes = p.parameters(), append(p.firm.notes, report.Notes...)
	if report.Inputs, err = p.inputs(); err != nil {
		return err
	}
	return p.Finish(report)
}
