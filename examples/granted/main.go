package main

import (
	"context"
	"flag"
	"slices"

	"orglearn/agents/practice"
	"orglearn/examples/internal/study"
	"orglearn/examples/program"
	"orglearn/metrics"
	"orglearn/sim"
)

func main() { program.Main("granted", run) }

// replicates is the number of runs of each organization.
const replicates = 200

// program's flags.
type grants struct {
	*study.Study
	hold, pull           *study.List[float64]
	seen                 *study.List[int]
	turnover, turbulence *study.List[float64]
	p1, p2               *study.List[float64]
	periods              *study.List[int]
	measured             *study.Measured
}

func newGrants() *grants {
	s := study.New("granted", replicates)
	return &grants{
		Study: s,
		hold: s.Numbers("hold", "votes that each of the 7 steps of strength outweighs", 0,
			practice.MaxHold, 0),
		pull: s.Numbers("pull", "by how much more a norm of full strength is learned", -1,
			practice.MaxPull, 0),
		seen: s.Ints("seen", "dimensions on which merit is judged, drawn each period, 0: all", 0,
			30, 0),
		turnover:   s.Rates("turnover", "chance that a person is replaced, per period", 0),
		turbulence: s.Rates("turbulence", "chance that a dimension changes, per period", 0),
		p1:         s.Rates("p1", "rate at which people learn from the code", .5),
		p2:         s.Rates("p2", "rate at which the code learns, per vote", .5),
		periods:    s.Ints("periods", "periods of learning", 1, 1_000_000, 100),
	}
}

// axes are the parameters of a row, in the order of the columns.
func (g *grants) axes() []study.Axis {
	return []study.Axis{g.hold, g.pull, g.seen, g.turnover, g.turbulence, g.p1, g.p2, g.periods}
}

// asked reports whether a flag gives a parameter.
func (g *grants) asked() bool {
	names := []string{"hold", "pull", "seen", "turnover", "turbulence", "p1", "p2", "periods"}
	given := false
	g.Flags.Visit(func(f *flag.Flag) { given = given || slices.Contains(names, f.Name) })
	return given
}

func run(ctx context.Context, args []string) error {
	g := newGrants()
	if err := g.Parse(args); err != nil {
		return err
	}
	if err := g.measure(ctx); err != nil {
		return err
	}
	return g.Finish(study.Report{Title: "granted"})
}

// model is the combination's organization.
func (g *grants) model() granted {
	return granted{
		hold: g.hold.Value(), pull: g.pull.Value(), seen: g.seen.Value(),
		turnover: g.turnover.Value(), turbulence: g.turbulence.Value(),
		p1: g.p1.Value(), p2: g.p2.Value(), periods: g.periods.Value(),
	}
}

// measure runs every combination, and adds a row for each.
func (g *grants) measure(ctx context.Context) (err error) {
	var scenarios []sim.Scenario
	for range g.Combinations(g.axes()...) {
		scenarios = append(scenarios, g.model().scenario())
	}
	g.measured, err = g.Measure(ctx, scenarios, nil, metrics.NormScore, metrics.Score)
	if err != nil {
		return err
	}
	g.Columns("hold", "pull", "seen", "turnover", "turbulence", "p1", "p2", "periods",
		"replicates", "code_mean", "code_se", "individual_mean", "individual_se")
	for c := range g.Combinations(g.axes()...) {
		name := g.model().String()
		code := g.measured.Estimate(name, metrics.NormScore, study.End)
		individual := g.measured.Estimate(name, metrics.Score, study.End)
		g.Row(append(c.Fields(), study.Count(g.Replicates), study.Mean(code), study.SE(code),
			study.Mean(individual), study.SE(individual))...)
	}
	return nil
}
