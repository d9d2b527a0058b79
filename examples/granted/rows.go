package main

import (
	"context"
	"fmt"
	"strings"

	"orglearn/examples/internal/study"
	"orglearn/examples/program"
	"orglearn/metrics"
	"orglearn/sim"
)

const title = "Knowledge that is taken for granted, in the organization of March (1991)"

// axes are the parameters of a row, in the order of the columns.
func (g *grants) axes() []study.Axis {
	return []study.Axis{g.hold, g.pull, g.seen, g.turnover, g.turbulence, g.p1, g.p2, g.periods}
}

// model is the combination's organization.
func (g *grants) model() granted {
	return granted{
		hold: g.hold.Value(), pull: g.pull.Value(), seen: g.seen.Value(),
		turnover: g.turnover.Value(), turbulence: g.turbulence.Value(),
		p1: g.p1.Value(), p2: g.p2.Value(), periods: g.periods.Value(),
	}
}

// measure runs every combination and other scenarios, and adds a row for each combination.
func (g *grants) measure(ctx context.Context, others []sim.Scenario) (err error) {
	var scenarios []sim.Scenario
	for range g.Combinations(g.axes()...) {
		scenarios = append(scenarios, g.model().scenario())
	}
	g.measured, err = g.Measure(ctx, append(scenarios, others...), nil, metrics.NormScore,
		metrics.Score, kept, keptNorm)
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

// combinations is the table of all combinations.
func (g *grants) combinations() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n\n  %-34s%-22s%s\n", program.Wrap("Knowledge after the last period, "+
		"each with its 95 % interval."), "", "code", "individuals")
	for c := range g.Combinations(g.axes()...) {
		name := g.model().String()
		fmt.Fprintf(&b, "  %-34s%-22s%s\n", c.Label(),
			program.Interval(g.measured.Estimate(name, metrics.NormScore, study.End)),
			program.Interval(g.measured.Estimate(name, metrics.Score, study.End)))
	}
	return b.String()
}
