package main

import (
	"context"

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

// combinations is the report of all combinations.
func (g *grants) combinations() study.Report {
	c := study.Contrasts{
		Measured: g.measured, Metric: metrics.NormScore, Short: "code",
		What: "Code knowledge after the last period",
		Others: []study.Column{{Head: "people", Of: func(scenario string) string {
			return program.Decimal(g.measured.Estimate(scenario, metrics.Score, study.End).Mean)
		}}},
	}
	for at := range g.Combinations(g.axes()...) {
		c.Arms = append(c.Arms, study.Arm{Scenario: g.model().String(), Name: at.Label()})
	}
	return study.Report{
		Title: title, Table: c.Table(), Notes: []string{c.Verdict(), matchOfRows},
		Figures: c.Figures("granted", title, g.Replicates),
	}
}

const matchOfRows = "Match: all rows share people, reality, first beliefs and the chance of who " +
	"leaves. Everybody acts in every dimension, hears the one code each period, and tries " +
	"nothing " +
	"alone. Rows differ in their parameters only. No rule reads the truth."
