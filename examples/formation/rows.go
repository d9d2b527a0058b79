package main

import (
	"context"
	"math"
	"slices"

	"orglearn/examples/internal/study"
	"orglearn/examples/program"
	"orglearn/metrics"
	"orglearn/metrics/stats"
	"orglearn/sim"
	"orglearn/sim/setups"
)

// people is the number of people of the organization.
var people = setups.Default().People

// What is measured in every run, besides scores.
var (
	number   = metrics.Communities(setups.Channel)
	size     = metrics.CommunitySize(setups.Channel)
	age      = metrics.CommunityAge(setups.Channel)
	seated   = metrics.InCommunities(setups.Channel)
	affinity = metrics.Affinity(setups.Channel)
	survival = metrics.Survival(setups.Channel, 20)
	closure  = metrics.Closure(setups.Channel)
	heard    = metrics.Contacts(setups.Channel)
	said     = metrics.Said(setups.Channel)
)

// described are the measures of communities, with their columns.
var described = []struct {
	column string
	metric metrics.Metric
}{
	{"number_mean", number}, {"size_mean", size}, {"age_mean", age}, {"seated_mean", seated},
	{"survival_mean", survival}, {"closure_mean", closure}, {"affinity_mean", affinity},
	{"heard_mean", heard}, {"said_mean", said},
}

// newcomers is what newcomers know 20 ticks after they came, at the end of a run. They come in a
// copy of the organization, in which communities stay as they are.
var newcomers = atTheEnd(metrics.NewcomersScore(20, 20))

// atTheEnd is a metric that is missing before the last tick.
func atTheEnd(m metrics.Metric) metrics.Metric {
	of := m.Of
	m.Of = func(model *sim.Model) float64 {
		if model.Tick() < model.Scenario().Ticks {
			return math.NaN()
		}
		return of(model)
	}
	return m
}

// outcomes are social and organizational learning.
var outcomes = []struct {
	column, name string
	metric       metrics.Metric
}{
	{"score", "people", metrics.Score}, {"newcomers", "newcomers", newcomers},
	{"norm", "norms", metrics.NormScore},
}

// axes are the parameters of a row, in the order of the columns.
func (f *forms) axes() []study.Axis {
	return []study.Axis{f.topics, f.interests, f.shared, f.every, f.founders, f.seats, f.join,
		f.contact, f.patience, f.life, f.size, f.heir, f.incidental, f.purpose, f.absorb,
		f.turnover, f.ticks}
}

// check reports topics that are not of one size, more interests than topics, and more topics to
// share than anybody has, where no joint goal counts: nobody would ever join.
func (f *forms) check() error {
	if err := checkTopics(f.topics.All()); err != nil {
		return program.MisusedBecause(err)
	}
	least := slices.Min(f.topics.All())
	if most := slices.Max(f.interests.All()); most > least {
		return program.Misuse("-interests is %d, want 1 to %d (-topics)", most, least)
	}
	fewest := slices.Min(f.interests.All())
	if most := slices.Max(f.shared.All()); most > fewest && slices.Max(f.purpose.All()) == 0 {
		return program.Misuse("-shared is %d, want 1 to %d (-interests)", most, fewest)
	}
	return nil
}

// organization is the combination's organization.
func (f *forms) organization() organization {
	return organization{
		topics: f.topics.Value(), interests: f.interests.Value(), shared: f.shared.Value(),
		every: f.every.Value(), founders: f.founders.Value(), seats: f.seats.Value(),
		join: f.join.Value(), contact: f.contact.Value(), patience: f.patience.Value(),
		life: f.life.Value(), size: f.size.Value(), heir: f.heir.Value(),
		incidental: f.incidental.Value(), purpose: f.purpose.Value(), absorb: f.absorb.Value(),
		turnover: f.turnover.Value(), ticks: f.ticks.Value(),
	}
}

// measure runs every combination, and adds its row.
func (f *forms) measure(ctx context.Context) error {
	var all []sim.Scenario
	for range f.Combinations(f.axes()...) {
		scenarios, err := f.organization().scenarios()
		if err != nil {
			return err
		}
		all = append(all, scenarios...)
		f.conditions++
	}
	var ms []metrics.Metric
	for _, o := range outcomes {
		ms = append(ms, o.metric)
	}
	for _, d := range described {
		ms = append(ms, d.metric)
	}
	var err error
	if f.measured, err = f.MeasureOver(ctx, all, ms...); err != nil {
		return err
	}
	f.addRows()
	return nil
}

// addRows adds a row per combination and arm.
func (f *forms) addRows() {
	columns := []string{"topics", "interests", "shared", "every", "founders", "seats", "join",
		"contact", "patience", "life", "size", "heir", "incidental", "purpose", "absorb",
		"turnover", "ticks", "arm", "replicates"}
	for _, o := range outcomes {
		columns = append(columns, o.column+"_mean", o.column+"_se")
	}
	for _, d := range described {
		columns = append(columns, d.column)
	}
	f.Columns(columns...)
	for c := range f.Combinations(f.axes()...) {
		for _, arm := range arms {
			row := append(c.Fields(), arm, study.Count(f.Replicates))
			for _, o := range outcomes {
				e := f.estimate(arm, o.metric)
				row = append(row, study.Mean(e), study.SE(e))
			}
			for _, d := range described {
				row = append(row, study.Mean(f.estimate(arm, d.metric)))
			}
			f.Row(row...)
		}
	}
}

// estimate is a metric at the end of an arm of the combination.
func (f *forms) estimate(arm string, m metrics.Metric) stats.Estimate {
	return f.measured.Estimate(f.organization().name(arm), m, study.End)
}
