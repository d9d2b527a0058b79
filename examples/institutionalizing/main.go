// Institutionalizing asks what it does to communities of practice that a firm makes them its own:
// sponsors them, fills their seats, compels people to come, sets goals, and hears them.
//
//	go run ./examples/institutionalizing
//	go run ./examples/institutionalizing -goals 0,.5,1 -wayup 0,1 -turnover .01 -csv -
//
// Without parameters the five dials (setups.Institution) are turned together, one at a time, and
// all but one; and forms of power are set beside them. With a parameter it runs every combination
// of the lists, and parameters that are not given are off.
//
// It prints a table with paired intervals, a verdict for each dial and what the arms share, and
// draws the differences into out/institutionalizing.
package main

import (
	"context"

	"orglearn/examples/internal/study"
	"orglearn/examples/program"
)

func main() { program.Main("institutionalizing", run) }

const replicates = 40 // a difference of .02 is several standard errors

// firms is a run of the program.
type firms struct {
	*study.Study
	dials    []*study.List[float64] // in the order of dialNames
	turnover *study.List[float64]
	ticks    *study.List[int]
	power    *study.List[string]
	rows     []row
	measured *study.Measured
	sides    *study.Measured // of the rows in which somebody has power, and of the first
}

func newFirms() *firms {
	s := study.New("institutionalizing", replicates)
	f := &firms{Study: s}
	for i, what := range []string{
		"share of ticks in which teams are closed for communities",
		"share of a community's seats that the firm fills, by department",
		"probability that who would not come must",
		"share of dimensions in which the head decides",
		"share of communities that the head hears",
	} {
		f.dials = append(f.dials, s.Rates(dialNames[i], what, 0))
	}
	f.turnover = s.Rates("turnover", "chance that a person is replaced, per tick", 0)
	f.power = s.Words("power", "who decides, or who gets time", powers, powers[0])
	f.ticks = s.Ints("ticks", "ticks of a run", 1, study.MaxTicks, 100)
	return f
}

func run(ctx context.Context, args []string) error { return newFirms().run(ctx, args) }

func (f *firms) run(ctx context.Context, args []string) error {
	if err := f.Parse(args); err != nil {
		return err
	}
	if f.rows = chosen(f.ticks.Value()); f.ParametersGiven() {
		f.rows = f.combinations()
	}
	if err := f.check(); err != nil {
		return err
	}
	if err := f.measure(ctx); err != nil {
		return err
	}
	return f.Finish(f.report())
}
