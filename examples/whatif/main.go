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
	"io"
	"os"

	"orglearn/examples/internal/orgflags"
	"orglearn/examples/internal/study"
	"orglearn/examples/program"
	"orglearn/sim"
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
	question   question       // that is asked
	scenarios  []sim.Scenario // that it begins with
	arms       []arm          // the changes
}

func newAsking() *asking {
	p := &asking{Study: study.New("whatif", 100), conditions: setups.Default()}
	p.own.Add(p.Flags)
	orgflags.AddConditions(p.Flags, &p.conditions)
	p.addFlags()
	p.Validate = p.check
	return p
}

// question is one kind of question: whether it is asked, what it runs, and how it is answered. What
// it runs is an error if the question makes no sense.
type question struct {
	flag      string
	asked     bool
	scenarios func() ([]sim.Scenario, error)
	answer    func(context.Context) (study.Report, error)
}

func (p *asking) questions() []question {
	return []question{
		{"a change", len(p.changes) > 0, p.changedScenarios, p.compare},
		{"-dates", p.given["dates"], p.datedScenarios, p.compare},
		{"-seats", p.given["seats"], p.seatScenarios, p.searchSeats},
		{"-flip", p.given["flip"], p.flippedScenarios, p.reverse},
		{"-lineage", p.given["lineage"], p.lineageScenarios, p.descend},
		{"-story", p.story, p.asItIs, p.tell},
	}
}

// asItIs is the organization without a change.
func (p *asking) asItIs() ([]sim.Scenario, error) { return []sim.Scenario{p.firm.base}, nil }

func run(ctx context.Context, args []string) error { return runTo(ctx, args, os.Stdout) }

// runTo is run with its tables written somewhere.
func runTo(ctx context.Context, args []string, w io.Writer) error {
	p := newAsking()
	p.Stdout = w
	if err := p.Parse(args); err != nil {
		return err
	}
	if p.Explain {
		return program.Explain(ctx, p.Stdout, p.scenarios, p.Seed)
	}
	report, err := p.question.answer(ctx)
	if err != nil {
		return err
	}
	report.Parameters, report.Notes = p.parameters(), append(p.firm.notes, report.Notes...)
	if report.Inputs, err = p.inputs(); err != nil {
		return err
	}
	return p.Finish(report)
}
