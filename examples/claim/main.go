// Claim puts the founding claim of the theory to the test: that communities of practice are the
// social unit best suited to organizational learning. It sets them beside lines of superiors with
// the same contact, under many conditions, and with each mechanism of the theory on and off. It
// asks two questions, because Huysman (2004) argues that their answers differ: what do people
// learn, and what does the organization learn?
//
//	go run ./examples/claim
//	go run ./examples/claim -people 100 -block 4 -absorb .1 -seen 16 -replicates 100
//	go run ./examples/claim -csv rows.csv
//
// The default takes minutes. Ctrl-C interrupts it, and the same command goes on from there.
package main

import (
	"context"
	"fmt"

	"orglearn/examples/internal/study"
	"orglearn/examples/program"
)

func main() { program.Main("claim", run) }

// claim is a run of the program.
type claim struct {
	*study.Study
	grid
	ticks  *study.List[int]
	cells  []cell // first those of the grid
	inGrid int    // how many
}

func newClaim() *claim {
	s := study.New("claim", 30)
	return &claim{Study: s, grid: newGrid(s),
		ticks: s.Ints("ticks", "ticks at which the conditions are read", 1, 100_000, 50, 200, 1000)}
}

func run(ctx context.Context, args []string) error {
	p := newClaim()
	if err := p.Parse(args); err != nil {
		return err
	}
	if err := p.measure(ctx); err != nil {
		return goesOn(ctx, err)
	}
	p.writeRows()
	report, err := p.report()
	if err != nil {
		return err
	}
	if err := p.Finish(report); err != nil {
		return err
	}
	return p.Forget()
}

// goesOn says, of an error by interruption, how to go on.
func goesOn(ctx context.Context, err error) error {
	if ctx.Err() == nil {
		return err
	}
	return fmt.Errorf("%w; what was run is kept, and the same command goes on from there", err)
}
