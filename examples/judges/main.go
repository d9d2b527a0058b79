// Judges crosses who sits with whom, how much of merit is seen, and what those in authority may do:
// does membership in overlapping units protect learning when merit is hard to see?
//
//	go run ./examples/judges
//	go run ./examples/judges -structure communities,doubled -seen 0,8,4 -replicates 200 -csv -
//
// Every unit of every organization has one leader. Authority says whether he is a voice like others
// (none), may veto (screens), or decides alone (decides). Above all units stands a top unit, so the
// program tells what people learn from what the organization learns. It prints one table and what
// was found, and draws one figure into out/judges.
package main

import (
	"context"
	"slices"

	"orglearn/examples/internal/study"
	"orglearn/examples/program"
	"orglearn/metrics"
	"orglearn/sim"
	"orglearn/sim/setups"
)

func main() { program.Main("judges", run) }

// The newcomers' test: so many newcomers, and what they know so many ticks later.
const newcomers, later = 10, 20

// The outcomes: what people know, what the top unit knows, and what newcomers are taught.
var (
	social = metrics.Score
	top    = metrics.TopNorm(setups.Channel)
	taught = metrics.NewcomersScore(newcomers, later)
)

// outcomes are the outcomes by the names of their rows.
var outcomes = []struct {
	name   string
	metric metrics.Metric
}{{"social", social}, {"top", top}, {"newcomers", taught}}

// judges is a run of the program.
type judges struct {
	*study.Study
	structure, authority, leader    *study.List[string]
	seen, people, dimensions, block *study.List[int]
	size, ticks                     *study.List[int]
	superior, absorb                *study.List[float64]
	measured                        *study.Measured
}

func newJudges() *judges {
	s, d := study.New("judges", 30), setups.Default()
	return &judges{
		Study:     s,
		structure: s.Words("structure", "who sits with whom", structures, structures...),
		seen: s.Ints("seen", "dimensions on which units judge merit (0: all)", 0,
			sim.MaxDimensions, 0, 16, 4),
		authority: s.Words("authority", "what a unit's leader may do", authorities,
			authorities...),
		leader: s.Words("leader", "who leads, where nobody does", leaders, leaders[0]),
		people: s.Ints("people", "people", 4, 1_000_000, d.People),
		dimensions: s.Ints("dimensions", "dimensions of reality", 1, sim.MaxDimensions,
			d.Dimensions),
		block:    s.Ints("block", "dimensions that pay together", 1, sim.MaxDimensions, d.Block),
		size:     s.Ints("size", "people in a unit", 2, 1000, 5),
		superior: s.Rates("superior", "rate at which votes become norms", d.Superior),
		absorb:   s.Rates("absorb", "rate at which norms are taken over", d.Absorb),
		ticks:    s.Ints("ticks", "ticks at which outcomes are read", 1, study.MaxTicks, d.Ticks),
	}
}

func run(ctx context.Context, args []string) error { return newJudges().run(ctx, args) }

func (j *judges) run(ctx context.Context, args []string) error {
	if err := j.Parse(args); err != nil {
		return err
	}
	scenarios, err := j.scenarios()
	if err != nil {
		return err
	}
	at := slices.Sorted(slices.Values(j.ticks.All()))
	if j.measured, err = j.Measure(ctx, scenarios, at, social, top, taught); err != nil {
		return err
	}
	j.writeRows()
	match, err := j.match()
	if err != nil {
		return err
	}
	return j.Finish(study.Report{
		Title:   "Judges: structure, merit that is seen in part, and authority",
		Table:   j.table() + match,
		Notes:   slices.Concat(j.verdict(), caveats, j.shownFirst()),
		Figures: []study.Figure{{Name: "judges", Panel: j.figure()}},
	})
}
