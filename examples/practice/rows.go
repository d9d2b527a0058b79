package main

import (
	"context"
	"fmt"
	"math"
	"slices"

	"orglearn/examples/internal/study"
	"orglearn/examples/program"
	"orglearn/metrics"
	"orglearn/sim"
	"orglearn/sim/setups"
	"orglearn/sim/signals"
)

// What is measured, besides scores.
var (
	said     = metrics.Said(setups.Channel)
	contacts = metrics.Contacts(setups.Channel)
	trust    = missing(metrics.Trust(setups.Channel))
	spread   = missing(metrics.TrustSpread(setups.Channel))
	merit    = missing(metrics.TrustInMerit(setups.Channel))
)

// missing is a metric that is missing where a scenario cannot have it, and no error.
func missing(m metrics.Metric) metrics.Metric {
	m.Fits = nil
	return m
}

// arms are the arms of a study, the one that others are set against first.
func (c *practising) arms(of string) []string {
	switch of {
	case ofSignals:
		return []string{practitioners, experts, late}
	case ofTrust:
		return []string{untrusting, trusting, permuted}
	}
	var all []string
	for _, b := range c.outside.All() {
		all = append(all, fmt.Sprintf("%d of %d", b, ties))
	}
	return all
}

// axes are the parameters that a study crosses.
func (c *practising) axes(of string) []study.Axis {
	switch of {
	case ofSignals:
		return []study.Axis{c.structure, c.rule, c.seen, c.block, c.each, c.q, c.expert, c.stale,
			c.turbulence, c.turn, c.people, c.ticks}
	case ofTrust:
		return []study.Axis{c.structure, c.seen, c.block, c.each, c.q, c.slope, c.rate, c.turn,
			c.people, c.ticks}
	}
	return []study.Axis{c.seen, c.block, c.domains, c.turn, c.people, c.ticks}
}

// all are the combinations of a study, the arms last.
func (c *practising) all(of string) (all []organization) {
	for range c.Combinations(c.axes(of)...) {
		for k := range c.arms(of) {
			all = append(all, c.organization(of, k))
		}
	}
	return all
}

// organization is the combination's organization in arm k of a study.
func (c *practising) organization(of string, k int) organization {
	o := organization{
		study: of, arm: c.arms(of)[k], structure: c.structure.Value(), rule: c.rule.Value(),
		seen: c.seen.Value(), block: c.block.Value(), each: c.each.Value(), q: c.q.Value(),
		expert: c.expert.Value(), stale: c.stale.Value(), slope: c.slope.Value(),
		rate: c.rate.Value(), domains: c.domains.Value(), turbulence: c.turbulence.Value(),
		turnover: c.turn.Value(), people: c.people.Value(), ticks: c.ticks.Value(),
	}
	switch of {
	case ofTrust:
		o.rule = "vote"
	case ofOther:
		o.structure, o.rule, o.outside = "circles", rules[0], c.outside.All()[k]
	}
	return o
}

// early is the first tick that is reported.
func (o organization) early() int { return o.ticks / 4 }

// check reports what does not fit together in a study that is run.
func (c *practising) check() error {
	for _, check := range []struct {
		of string
		do func() error
	}{
		{ofSignals, c.checkTeams}, {ofSignals, c.checkExperts}, {ofTrust, c.checkTrust},
		{ofOther, c.checkGroups},
	} {
		if !slices.Contains(c.studies.All(), check.of) {
			continue
		}
		if err := check.do(); err != nil {
			return err
		}
	}
	return c.CheckMerit(c.block, c.seen, dimensions)
}

// checkTeams reports people who cannot be told as much in all arms.
func (c *practising) checkTeams() error {
	for _, people := range c.people.All() {
		if people%team != 0 {
			return program.Misuse("-people is %d, want a multiple of %d (a team, which has one "+
				"expert)", people, team)
		}
	}
	return nil
}

// checkExperts reports signals that cannot be matched.
func (c *practising) checkExperts() error {
	for range c.Combinations(c.each, c.q, c.expert) {
		n := signals.Match(c.each.Value()*team, c.q.Value(), c.expert.Value())
		if math.IsNaN(n) || n > signals.MaxEach {
			return program.Misuse("-expert is %v, and such signals tell too little: an expert "+
				"needs %v a tick, want at most %d", c.expert.Value(), n, signals.MaxEach)
		}
	}
	return nil
}

// checkTrust reports units that learn nothing of whom to trust.
func (c *practising) checkTrust() error {
	if slices.Contains(c.rate.All(), 0) {
		return program.Misuse("-rate is 0, want more than 0, at most 1")
	}
	return nil
}

// checkGroups reports domains of unequal size, and those that have too few people for the ties
// within.
func (c *practising) checkGroups() error {
	inside := ties - slices.Min(c.outside.All())
	for range c.Combinations(c.people, c.domains) {
		people, domains := c.people.Value(), c.domains.Value()
		if people%domains != 0 {
			return program.Misuse("-people is %d, want a multiple of -domains (%d)", people,
				domains)
		}
		switch most := people / (inside + 1); {
		case most == 0:
			return program.Misuse("-people is %d, want at least %d: each has %d ties within his "+
				"domain", people, inside+1, inside)
		case domains > most:
			return program.Misuse("-domains is %d, want at most %d: of %d -people each has %d "+
				"ties within his domain", domains, most, people, inside)
		}
	}
	return nil
}

// measure runs every study, and adds a row for each organization.
func (c *practising) measure(ctx context.Context) (err error) {
	var scenarios []sim.Scenario
	var at []int
	for _, of := range c.studies.All() {
		for _, o := range c.all(of) {
			scenarios = append(scenarios, o.scenario())
			at = append(at, o.early(), o.ticks)
		}
	}
	at = study.Curve(slices.Max(c.ticks.All()), at...)
	c.measured, err = c.Measure(ctx, scenarios, at, metrics.Score, metrics.NormScore, said,
		contacts, trust, spread, merit)
	if err != nil {
		return err
	}
	c.addRows()
	return nil
}

// addRows adds a row per organization.
func (c *practising) addRows() {
	c.Columns("study", "arm", "structure", "rule", "seen", "block", "each", "q", "expert", "stale",
		"slope", "rate", "outside", "domains", "turbulence", "turnover", "people", "ticks",
		"replicates", "early_mean", "early_se", "end_mean", "end_se", "norm_mean", "norm_se",
		"said_mean", "contacts_mean", "bits", "trust_mean", "spread_mean", "merit_mean")
	for _, of := range c.studies.All() {
		for _, o := range c.all(of) {
			c.Row(append(o.fields(), c.values(o)...)...)
		}
	}
}

// fields are the parameters of a row.
func (o organization) fields() (all []string) {
	for _, v := range []any{o.study, o.arm, o.structure, o.rule, o.seen, o.block, o.each, o.q,
		o.expert, o.stale, o.slope, o.rate, o.outside, o.domains, o.turbulence, o.turnover,
		o.people, o.ticks} {
		all = append(all, fmt.Sprint(v))
	}
	return all
}

// values are the numbers of a row.
func (c *practising) values(o organization) []string {
	m, name := c.measured, o.String()
	row := []string{study.Count(c.Replicates)}
	for _, e := range []struct {
		of   metrics.Metric
		tick int
	}{{metrics.Score, o.early()}, {metrics.Score, o.ticks}, {metrics.NormScore, o.ticks}} {
		x := m.Estimate(name, e.of, e.tick)
		row = append(row, study.Mean(x), study.SE(x))
	}
	row = append(row, study.Mean(m.Estimate(name, said, o.ticks)),
		study.Mean(m.Estimate(name, contacts, o.ticks)), fmt.Sprint(o.bits()))
	for _, of := range []metrics.Metric{trust, spread, merit} {
		row = append(row, study.Mean(m.Estimate(name, of, o.ticks)))
	}
	return row
}

// bits is the information that a team gets per tick.
func (o organization) bits() float64 {
	if o.study == ofOther {
		return 0
	}
	s := o.signals()
	people := team / max(s.Per, 1)
	return math.Round(s.Each*float64(people)*signals.Information(s.Right)*1e9) / 1e9
}
