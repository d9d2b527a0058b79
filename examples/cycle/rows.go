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

// What is measured in every run, besides scores.
var (
	said     = metrics.Said(setups.Channel)
	answered = metrics.Answered(setups.Channel)
	reused   = metrics.Reused(setups.Channel)
	kept     = metrics.Kept(setups.Channel)
)

// axes are the parameters of a row, in the order of the columns.
func (c *cycle) axes() []study.Axis {
	return append([]study.Axis{c.shares}, c.others()...)
}

// others are the parameters without the shares.
func (c *cycle) others() []study.Axis {
	return []study.Axis{c.structure, c.respondent, c.load, c.every, c.absorb, c.reuse,
		c.turnover, c.early, c.leave, c.ticks}
}

// check reports ticks that are not in order.
func (c *cycle) check() error {
	last, first := slices.Min(c.ticks.All()), slices.Min(c.leave.All())
	if most := slices.Max(c.leave.All()); most > last {
		return program.Misuse("-leave is %d, want 1 to %d (-ticks)", most, last)
	}
	if most := slices.Max(c.early.All()); most > first {
		return program.Misuse("-early is %d, want 1 to %d (-leave)", most, first)
	}
	return nil
}

// organization is the combination's organization, with other shares.
func (c *cycle) organization(shares string) organization {
	return organization{
		shares: shares, structure: c.structure.Value(), respondent: c.respondent.Value(),
		load: c.load.Value(), every: c.every.Value(),
		absorb: c.absorb.Value(), reuse: c.reuse.Value(), turnover: c.turnover.Value(),
		leave: c.leave.Value(), ticks: c.ticks.Value(),
	}
}

// measure runs every combination, and adds its row.
func (c *cycle) measure(ctx context.Context) (err error) {
	for range c.Combinations(c.others()...) {
		c.conditions++
	}
	var scenarios []sim.Scenario
	for range c.Combinations(c.shares, c.structure, c.respondent, c.load, c.every, c.absorb,
		c.reuse, c.turnover, c.leave, c.ticks) {
		scenarios = append(scenarios, c.organization(c.shares.Value()).scenario())
	}
	at := study.Curve(slices.Max(c.ticks.All()), c.early.All()...)
	for _, t := range c.leave.All() {
		at = append(at, t-1, t)
	}
	at = append(at, c.ticks.All()...)
	slices.Sort(at)
	c.measured, err = c.Measure(ctx, scenarios, slices.Compact(at), metrics.Score,
		metrics.NormScore, newcomers, said, answered, reused, kept, metrics.Pace)
	if err != nil {
		return err
	}
	c.addRows()
	return nil
}

// addRows adds a row per combination.
func (c *cycle) addRows() {
	c.Columns("shares", "structure", "respondent", "load", "every", "absorb", "reuse", "turnover",
		"early", "leave", "ticks", "replicates", "early_mean", "early_se", "before_mean",
		"before_se", "end_mean", "end_se", "newcomers_mean", "newcomers_se", "norm_mean",
		"norm_se", "said_mean", "answered_mean", "reused_mean", "kept_mean", "pace_mean")
	for combination := range c.Combinations(c.axes()...) {
		name := c.organization(c.shares.Value()).String()
		row := append(combination.Fields(), study.Count(c.Replicates))
		for _, o := range c.outcomes() {
			e := c.measured.Estimate(name, o.metric, o.tick)
			row = append(row, study.Mean(e), study.SE(e))
		}
		early := c.early.Value()
		for _, m := range []metrics.Metric{said, answered, reused, kept} {
			row = append(row, study.Mean(c.measured.Estimate(name, m, early)))
		}
		row = append(row, study.Mean(c.measured.Estimate(name, metrics.Pace, study.End)))
		c.Row(row...)
	}
}

// outcome is a metric at a tick.
type outcome struct {
	name   string
	metric metrics.Metric
	tick   int
}

// outcomes are what the rows report with a standard error.
func (c *cycle) outcomes() []outcome {
	return []outcome{
		{"early", metrics.Score, c.early.Value()},
		{"before", metrics.Score, c.leave.Value() - 1},
		{"end", metrics.Score, c.ticks.Value()},
		{"newcomers", newcomers, c.ticks.Value()},
		{"norm", metrics.NormScore, c.ticks.Value()},
	}
}
