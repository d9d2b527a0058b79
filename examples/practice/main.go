// Practice asks three questions about people who learn by their work.
//
//	go run ./examples/practice
//	go run ./examples/practice -study signals -each .1,1 -expert .7,.9 -turbulence 0,.01 -csv -
//	go run ./examples/practice -study trust -seen 0,4,16 -slope -1,1
//	go run ./examples/practice -study other -domains 2,5 -outside 0,2,4,8,16
//
// signals: practitioners, who all get signals about what is true that are often wrong, or one
// expert in each five, who gets better signals with the same information. The signals of the third
// arm are stale. trust: units weigh voices by whom they trust (Levin and Cross 2004), or deal trust
// anew each tick. other: people know about their own domain only, and some of their 16 ties lead
// outside (Fang, Lee and Schilling 2010). Each study crosses the parameters that it has; the second
// and the third take the first turbulence only.
//
// It prints a table with paired intervals, verdicts and what the arms share, and draws them into
// out/practice.
package main

import (
	"context"

	"orglearn/examples/internal/study"
	"orglearn/examples/program"
	"orglearn/sim/signals"
)

func main() { program.Main("practice", run) }

const replicates = 80

// practising is a run of the program.
type practising struct {
	*study.Study
	studies, structure, rule      *study.List[string]
	seen, block, stale            *study.List[int]
	outside, domains              *study.List[int]
	each, q, expert               *study.List[float64]
	slope, rate, turbulence, turn *study.List[float64]
	people, ticks                 *study.List[int]
	measured                      *study.Measured
}

func newPractising() *practising {
	s := study.New("practice", replicates)
	return &practising{
		Study:   s,
		studies: s.Words("study", "what to compare", studies, studies...),
		structure: s.Words("structure", "who meets whom in the first two", structures,
			structures[0]),
		rule:    s.Words("rule", "who decides in the first", rules, rules[0]),
		seen:    s.Ints("seen", "dimensions on which merit is judged, 0: all", 0, dimensions, 16),
		block:   s.Ints("block", "dimensions that pay only together", 1, dimensions, 4),
		each:    s.Numbers("each", "signals of a practitioner per tick", 0, signals.MaxEach, .5),
		q:       s.Rates("q", "how often his signals are right", .6),
		expert:  s.Rates("expert", "how often those of an expert are right", .8),
		stale:   s.Ints("stale", "ticks by which stale signals are late", 0, study.MaxTicks, 20),
		slope:   s.Numbers("slope", "by how much trust changes the weight of a voice", -1, 1, 1),
		rate:    s.Rates("rate", "rate at which trust follows what pays", .5),
		outside: s.Ints("outside", "of 16 ties, those outside", 0, ties, 0, 1, 2, 4, 8, 12, 16),
		domains: s.Ints("domains", "domains of knowledge in the third", 1, 64, 5),
		turbulence: s.Rates("turbulence", "chance that a dimension changes, per tick; a list for "+
			"the first study", 0),
		turn:   s.Rates("turnover", "chance that a person is replaced, per tick", 0),
		people: s.Ints("people", "people", 2, 1_000_000, 100),
		ticks:  s.Ints("ticks", "ticks of a run", 4, study.MaxTicks, 200),
	}
}

func run(ctx context.Context, args []string) error { return newPractising().run(ctx, args) }

func (c *practising) run(ctx context.Context, args []string) error {
	if err := c.Parse(args); err != nil {
		return err
	}
	if !c.ParametersGiven() {
		if err := c.Flags.Set("turbulence", "0,.002"); err != nil {
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
