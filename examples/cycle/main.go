// Cycle runs the knowledge sharing cycle of Huysman and de Wit (2002). In each tick a person
// gathers what counts as knowledge, asks a colleague, creates something with others, or does
// nothing. The program asks what people know early and late, and what newcomers know after many
// have left.
//
//	go run ./examples/cycle
//	go run ./examples/cycle -shares 16-0-0-0,8-8-0-0 -every 1,4 -turnover 0,.5 -csv -
//
// Shares are sixteenths of gathering, asking, creating and doing nothing. Without parameters the
// program runs several of them. A parameter that is given makes the others one value each, and all
// people gather unless -shares says otherwise.
//
// It prints a table with paired intervals, a verdict and what the arms share, and draws knowledge
// over time into out/cycle.
package main

import (
	"context"
	"flag"
	"slices"

	"orglearn/examples/internal/study"
	"orglearn/examples/program"
	"orglearn/sim"
)

func main() { program.Main("cycle", run) }

const replicates = 60 // a difference of .02 in the score is several standard errors

// gather is the shares of those who only gather.
const gather = "16-0-0-0"

// arms are the shares that are run if no parameter is given.
const arms = gather + ",12-4-0-0,8-8-0-0,0-16-0-0,8-0-8-0,6-5-5-0,8-0-0-8,0-0-0-16"

// cycle is a run of the program.
type cycle struct {
	*study.Study
	shares, structure, respondent *study.List[string]
	load, every                   *study.List[int]
	absorb, reuse, turnover       *study.List[float64]
	early, leave, ticks           *study.List[int]
	conditions                    int // combinations of the parameters other than the shares
	measured                      *study.Measured
}

func newCycle() *cycle {
	s := study.New("cycle", replicates)
	ticks := func(name, usage string, value int) *study.List[int] {
		return s.Ints(name, usage, 1, study.MaxTicks, value)
	}
	return &cycle{
		Study: s,
		shares: s.Texts("shares", "sixteenths that gather, ask, create and do nothing",
			func(text string) error { _, err := parse(text); return err }, gather),
		structure:  s.Words("structure", "who meets whom", structures, structures[0]),
		respondent: s.Words("respondent", "whom people ask", respondents, respondents[0]),
		load:       s.Ints("load", "requests that one answers a tick, 0: all", 0, sim.MaxTicks, 1),
		every:      ticks("every", "ticks from one objectification to the next", 4),
		absorb:     s.Rates("absorb", "rate at which people learn from norms", .1),
		reuse:      s.Rates("reuse", "rate at which people learn from answers", .1),
		turnover:   s.Rates("turnover", "share of people who are replaced, once", .5),
		early:      ticks("early", "a tick to report, before people leave", 20),
		leave:      ticks("leave", "the tick at which people are replaced", 100),
		ticks:      ticks("ticks", "ticks of a run", 150),
	}
}

func run(ctx context.Context, args []string) error { return newCycle().run(ctx, args) }

func (c *cycle) run(ctx context.Context, args []string) error {
	if err := c.Parse(args); err != nil {
		return err
	}
	if !c.asked() {
		if err := c.Flags.Set("shares", arms); err != nil {
			return err
		}
	}
	if err := c.check(); err != nil {
		return err
	}
	if err := c.measure(ctx); err != nil {
		return err
	}
	return c.Finish(c.report())
}

// asked reports whether a flag gives a parameter.
func (c *cycle) asked() (given bool) {
	shared := []string{"replicates", "seed", "workers", "out", "csv", "check", "explain"}
	c.Flags.Visit(func(f *flag.Flag) { given = given || !slices.Contains(shared, f.Name) })
	return given
}
